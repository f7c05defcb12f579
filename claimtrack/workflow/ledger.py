"""The repeat ledger: how often a claim was made, by whom, and when, over all claims judged the same."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from claimtrack.store import clusters

if TYPE_CHECKING:
    from sqlite_utils import Database

    Row = dict[str, Any]

_KEPT = (
    "id", "claim_id", "seen_on", "filed_on", "speaker", "kind", "outlet", "title", "url", "source", "article_id",
)  # fmt: skip


def ledger(db: Database, claim_id: int) -> Row:
    """The ledger of a claim: `claims` judged the same, `times`, `first_seen`, `last_seen`, `undated`, `speakers`, `entries`.

    Each entry is one occasion, oldest first; its `nth` counts the occasions of the same speaker (case
    aside). Dates are ISO dates. An entry whose day nobody told has no `seen_on` and stands where it was filed; `undated`
    counts these, and the first and last day leave them out. A claim that was never seen anywhere has 0 times and no dates.
    """
    said: defaultdict[str, list[Row]] = defaultdict(list)
    entries = []
    for row in clusters.occasions(db, claim_id):
        earlier = said[(row["speaker"] or "").casefold()]
        earlier.append(row)
        entries.append({**{key: row[key] for key in _KEPT}, "nth": len(earlier)})
    return {
        "claims": clusters.members(db, claim_id),
        "times": len(entries),
        **_dates(entries),
        "speakers": [_speaker(rows) for rows in sorted(said.values(), key=len, reverse=True)],
        "entries": entries,
    }


def _speaker(rows: list[Row]) -> Row:
    return {"speaker": rows[-1]["speaker"], "times": len(rows), **_dates(rows)}


def _dates(rows: list[Row]) -> Row:
    days = [row["seen_on"] for row in rows if row["seen_on"]]
    return {
        "first_seen": min(days, default=None),
        "last_seen": max(days, default=None),
        "undated": len(rows) - len(days),
    }
