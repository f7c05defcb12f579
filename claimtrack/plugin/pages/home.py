"""The desk's home: what waits for this person."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from claimtrack.core.model import Status
from claimtrack.plugin import permissions, startup
from claimtrack.plugin.visit import Page, Visit
from claimtrack.store import queues
from claimtrack.store.reviews import publishers
from claimtrack.store.rows import decode_json_columns
from claimtrack.store.views import claims_by_id

if TYPE_CHECKING:
    from sqlite_utils import Database

_MAX_SHOWN = 5
_MAX_DUE = 10
_MAX_OWN = 20
_MAX_COUNT = 1_000


def read(db: Database, visit: Visit) -> dict[str, Any]:
    """The beginnings of all queues, and how many claims stand where."""
    pairs = list(queues.unjudged_pairs(db, limit=_MAX_SHOWN))
    proposed = queues.proposed_ids(db, limit=_MAX_SHOWN)
    named = claims_by_id(db, [*proposed, *{pair[side] for pair in pairs for side in ("left_id", "right_id")}])
    known = publishers.find_desk(db)
    today = date.today().isoformat()
    return {
        "has_users": _has_users(visit),
        "name": known.name if known else None,
        "counts": queues.count_by_status(db),
        "to_triage": [named[claim_id] for claim_id in proposed],
        **_people_context(db, visit, today),
        "due": queues.due(db, limit=_MAX_DUE),
        "due_in_all": queues.count_due(db, today=today),
        "untaken": queues.unassigned(db, limit=_MAX_SHOWN),
        "in_review": queues.of_status(db, Status.IN_REVIEW, limit=_MAX_SHOWN),
        "reviews": {
            status: {
                "count": count,
                "first": queues.reviews_under_way(db, status, visit.actor, limit=_MAX_SHOWN),
            }
            for status, count in queues.count_reviews_under_way(db).items()
        },
        "pairs": [
            {**decode_json_columns(pair), "left": named[pair["left_id"]], "right": named[pair["right_id"]]}
            for pair in pairs
        ],
        "pairs_waiting": queues.count_unjudged_pairs(db, at_most=_MAX_COUNT),
        "newest": queues.recently_published(db, limit=_MAX_SHOWN),
        "others": queues.published_elsewhere(db, limit=_MAX_SHOWN),
        "lists": {name: query["title"] for name, query in startup.canned_queries().items()},
    }


def _people_context(db: Database, visit: Visit, today: str) -> dict[str, Any]:
    """What others wrote to the person, what that person has in hand, and who has how much: for those who are logged in."""
    if not visit.actor:
        return {"notes": [], "mine": [], "workload": [], "workers": []}
    may_answer = permissions.ANNOTATE in visit.may
    return {
        "notes": queues.notes_mentioning(db, visit.actor, limit=_MAX_OWN) if may_answer else [],
        "mine": queues.assigned_to(db, visit.actor, today=today, limit=_MAX_OWN),
        "workload": queues.workload(db, today=today),
        "workers": permissions.assignable_names(visit.datasette, visit.database) if may_answer else [],
    }


def _has_users(visit: Visit) -> bool:
    """Whether anybody may work on the desk in a browser: not where it is served to this machine alone, for want of them."""
    is_local = permissions.config(visit.datasette).get("local_names_only") is True
    return not is_local or bool(permissions.users_of(visit.database))


PAGE = Page("desk", "claimtrack_home.html", "What needs doing", read)
