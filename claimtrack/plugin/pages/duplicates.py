"""The duplicates queue: two claims side by side, with their differences marked."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from claimtrack.core.desk.decisions import WaitingPairs
from claimtrack.core.model import Judgement
from claimtrack.plugin.differences import compare_claims
from claimtrack.plugin.fields import SKIP, Field
from claimtrack.plugin.visit import Page, Visit
from claimtrack.store import appearances, articles, clusters, history, queues
from claimtrack.store.views import claims_by_id

if TYPE_CHECKING:
    from sqlite_utils import Database

Row = dict[str, Any]

_MAX_COUNT = 1_000
_SHOW = Field("show", "which pairs to go through", choices=WaitingPairs)
JUDGEMENTS = (Judgement.SAME, Judgement.DIFFERENT, Judgement.UNSURE)


def read(db: Database, visit: Visit) -> Row:
    """The next pair after the skipped ones; no pair at the end of the queue."""
    shown = selected_pairs(visit)
    waiting = queues.count_unjudged_pairs(db, shown, at_most=_MAX_COUNT)
    skipped = visit.number("skip")
    pair = next(queues.unjudged_pairs(db, shown, limit=1, offset=skipped), None)
    return {
        "waiting": waiting,
        "counted": _MAX_COUNT,
        "skip": skipped,
        "show": shown,
        "shows": list(WaitingPairs),
        "pair": pair,
        "version": history.last_change_id(db),
        "sides": _sides(db, pair) if pair else [],
        "judgements": list(JUDGEMENTS),
    }


def selected_pairs(visit: Visit) -> WaitingPairs:
    """Which pairs to go through. Raises InvalidValue for an unknown name."""
    return _SHOW.parse(visit.arg("show"), strict=False) or WaitingPairs.ALL


def _places(db: Database, claim_id: int) -> list[Row]:
    """Up to three appearances of a claim; of an article's versions, only the last that contains it."""
    seen = appearances.of_claim(db, claim_id)
    return [row for row in seen if row["dropped_by_id"] or not row["superseded_by_id"]][:3]


def _sides(db: Database, pair: Row) -> list[Row]:
    ids = [pair["left_id"], pair["right_id"]]
    rows = claims_by_id(db, ids)
    withdrawn = clusters.withdrawn_ratings(db, rows.values())
    both = compare_claims(*(rows[claim_id]["text"] for claim_id in ids))
    return [
        {
            "claim": {**rows[claim_id], "withdrawn": withdrawn.get(claim_id)},
            "parts": [asdict(part) for part in found],
            "appearances": articles.add_article_names(db, _places(db, claim_id)),
        }
        for claim_id, found in zip(ids, both, strict=True)
    ]


PAGE = Page(
    "duplicates",
    "claimtrack_duplicates.html",
    "Pairs that may say the same, one at a time",
    read,
    query=(SKIP, _SHOW),
)
