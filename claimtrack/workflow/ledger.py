"""The repeat ledger: how often a claim was made, by whom, and when, over all claims judged the same."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.store import articles, clusters

if TYPE_CHECKING:
    Row = dict[str, Any]

_KEPT = (
    "id", "claim_id", "last_seen", "filed_on", "speaker", "filed_as", "kind", "outlet", "title", "url", "source",
    "article_id", "dropped_by_id", "withdrawn_on",
)  # fmt: skip


def ledger(db: Database, claim_id: int) -> Row:
    """The ledger of a claim: `claim_ids` judged the same, `appearances`, `first_seen`, `last_seen`, `undated`, `dropped`, `speakers`, `entries`.

    Each entry is one occasion, oldest first, with the name of its `article`. `nth` counts the occasions of the same speaker, ignoring
    case; `filed_as` is the name that was given, if it is another of theirs. Dates are ISO dates. `seen_on` is the first day; an article
    with several versions has a later `last_seen`, and `dropped_by_id` is the version that no longer contains the claim, or the last one if its
    outlet withdrew it (`withdrawn_on`): `dropped` counts these. An entry without a known day has no `seen_on` and is sorted by its time of filing; `undated` counts these, and they do not
    count for the first and last day. A claim that was never seen anywhere has 0 appearances and no dates.
    """
    said: defaultdict[str, list[Row]] = defaultdict(list)
    entries = []
    rows = clusters.occasions(db, claim_id)
    for row in rows:
        earlier = said[(row["speaker"] or "").casefold()]
        earlier.append(row)
        entries.append(
            {**{key: row[key] for key in _KEPT}, "seen_on": row["first_seen"], "nth": len(earlier)}
        )
    return {
        "claim_ids": clusters.members(db, claim_id),
        "appearances": len(entries),
        **_dates(rows),
        "dropped": sum(row["dropped_by_id"] is not None for row in rows),
        "speakers": [_speaker(own) for own in sorted(said.values(), key=len, reverse=True)],
        "entries": articles.add_article_names(db, entries),
    }


def _speaker(rows: list[Row]) -> Row:
    return {"speaker": rows[-1]["speaker"], "appearances": len(rows), **_dates(rows)}


def _dates(rows: list[Row]) -> Row:
    dated = [row for row in rows if row["first_seen"]]
    return {
        "first_seen": min((row["first_seen"] for row in dated), default=None),
        "last_seen": max((row["last_seen"] for row in dated), default=None),
        "undated": len(rows) - len(dated),
    }
