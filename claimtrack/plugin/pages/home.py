"""The desk's home: what waits for this person."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.core.model import Status
from claimtrack.plugin import permissions
from claimtrack.plugin.visit import Page, Visit
from claimtrack.store import queues
from claimtrack.store.reviews import publishers
from claimtrack.store.rows import decoded
from claimtrack.store.views import claims_by_id

if TYPE_CHECKING:
    from sqlite_utils import Database

_SHOWN = 5
_COUNTED = 1_000


def read(db: Database, visit: Visit) -> dict[str, Any]:
    """The beginnings of all queues, and how many claims stand where."""
    pairs = queues.unjudged_pairs(db, limit=_SHOWN)
    proposed = queues.proposed(db, limit=_SHOWN)
    named = claims_by_id(db, [*proposed, *{pair[side] for pair in pairs for side in ("left_id", "right_id")}])
    known = publishers.desk(db)
    return {
        "has_users": _has_users(visit),
        "name": known.name if known else None,
        "counts": queues.count_by_status(db),
        "to_triage": [named[claim_id] for claim_id in proposed],
        "mine": queues.assigned_to(db, visit.actor, limit=20) if visit.actor else [],
        "due": queues.due(db, limit=20),
        "untaken": queues.untaken(db, limit=_SHOWN),
        "in_review": queues.of_status(db, Status.IN_REVIEW, limit=_SHOWN),
        "reviews": queues.reviews_under_way(db, limit=20),
        "pairs": [
            {**decoded(pair), "left": named[pair["left_id"]], "right": named[pair["right_id"]]}
            for pair in pairs
        ],
        "pairs_waiting": queues.count_unjudged_pairs(db, at_most=_COUNTED),
        "newest": queues.recently_published(db, limit=_SHOWN),
        "others": queues.published_elsewhere(db, limit=_SHOWN),
    }


def _has_users(visit: Visit) -> bool:
    """Whether anybody may work on the desk in a browser: not where it is served to this machine alone, for want of them."""
    is_local = permissions.config(visit.datasette).get("local_names_only") is True
    return not is_local or bool(permissions.users_of(visit.database))


PAGE = Page("desk", "claimtrack_home.html", "What needs doing", read)
