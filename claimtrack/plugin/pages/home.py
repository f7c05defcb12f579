"""The desk's home page: what is waiting for the user."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from claimtrack.core.desk.actors import one_name
from claimtrack.core.model import Status
from claimtrack.plugin import permissions, request_users, startup
from claimtrack.plugin.pages.doubts import in_words
from claimtrack.plugin.visit import Page, Visit
from claimtrack.store import articles, queues, same_claims, statuses
from claimtrack.store.file import connecting
from claimtrack.store.reviews import publishers
from claimtrack.store.views import claims_by_id
from claimtrack.workflow import days

if TYPE_CHECKING:
    from sqlite_utils import Database

_MAX_SHOWN = 5
_MAX_DUE = 10
_MAX_OWN = 20
_MAX_COUNT = 1_000


def read(db: Database, visit: Visit) -> dict[str, Any]:
    """The first items of each queue, and the number of claims by status."""
    pairs = list(queues.unjudged_pairs(db, limit=_MAX_SHOWN))
    proposed = queues.proposed_ids(db, limit=_MAX_SHOWN)
    named = claims_by_id(db, [*proposed, *{pair[side] for pair in pairs for side in ("left_id", "right_id")}])
    known = publishers.find_desk(db)
    today = days.today()
    has_users = _has_users(visit)
    return {
        "has_users": has_users,
        "add_user": None if has_users else _add_user_command(visit),
        "name": known.name if known else None,
        "counts": queues.count_by_status(db),
        "to_triage": [named[claim_id] for claim_id in proposed],
        "articles_to_triage": _articles_to_triage(db),
        "statuses": statuses.described(db),
        **_people_context(db, visit, today),
        "today": today,
        "due": queues.due(db, limit=_MAX_DUE),
        "due_in_all": queues.count_due(db, today=today),
        "untaken": same_claims.unassigned(db, Status.OPEN, limit=_MAX_SHOWN),
        "unassigned_checks": same_claims.unassigned(db, Status.CHECKING, limit=_MAX_SHOWN),
        "repeated": same_claims.repeated_since(db, days.name_day("yesterday"), limit=_MAX_SHOWN),
        "published_already": same_claims.count_published_already(db),
        # On the page, who works here has the others among the verdicts in progress. In JSON the key means the same for everybody.
        "in_review": queues.in_review(
            db,
            is_without_verdict=permissions.ANNOTATE in visit.may and not visit.as_json,
            limit=_MAX_SHOWN,
        ),
        "reviews": {
            status: {
                "count": count,
                "first": queues.reviews_under_way(db, status, visit.actor, limit=_MAX_SHOWN),
            }
            for status, count in queues.count_reviews_under_way(db).items()
        },
        "pairs": [
            {**pair, "left": named[pair["left_id"]], "right": named[pair["right_id"]]} for pair in pairs
        ],
        "pairs_waiting": queues.count_unjudged_pairs(db, at_most=_MAX_COUNT),
        "doubts": in_words(db, visit, _MAX_SHOWN) if permissions.ANNOTATE in visit.may else [],
        "newest": queues.recently_published(db, limit=_MAX_SHOWN),
        "others": queues.published_elsewhere(db, limit=_MAX_SHOWN),
        "lists": {name: query["title"] for name, query in startup.canned_queries().items()},
    }


def _articles_to_triage(db: Database) -> list[dict[str, Any]]:
    """The newest articles with proposed claims, such as a debate that is coming in: the list of claims begins with the highest score."""
    waiting = statuses.proposed_in_newest_articles(db, limit=_MAX_SHOWN)
    names = articles.names(db, waiting)
    return [{"id": number, "name": names[number], "proposed": claims} for number, claims in waiting.items()]


def _people_context(db: Database, visit: Visit, today: str) -> dict[str, Any]:
    """Notes addressed to the user, claims assigned to them, and the workload of all; empty for strangers."""
    if not visit.actor:
        return {"notes": [], "more_notes": False, "mine": [], "workload": [], "workers": []}
    may_answer = permissions.ANNOTATE in visit.may
    able = permissions.assignable_names(visit.datasette, visit.database)
    workers = able if may_answer else []
    users_here = request_users.load(visit.database)
    people = {one_name(name): name for name in (*able, *(user.name for user in users_here.values()))}
    notes = queues.notes_mentioning(db, visit.actor, workers, limit=_MAX_OWN + 1) if may_answer else []
    return {
        "notes": notes[:_MAX_OWN],
        "more_notes": len(notes) > _MAX_OWN,
        "mine": queues.assigned_to(db, visit.actor, today=today, limit=_MAX_OWN),
        "workload": [
            {**row, "name": people.get(key, row["name"]), "has_left": bool(users_here) and key not in people}
            for row in queues.workload(db, today=today)
            for key in [one_name(row["name"])]
        ],
        "workers": workers,
    }


def _has_users(visit: Visit) -> bool:
    """Whether anybody may work on the desk in a browser; not if it has no users and is served to this machine only."""
    return not permissions.is_local(visit.datasette) or bool(permissions.users_of(visit.database))


def _add_user_command(visit: Visit) -> str:
    """The command that adds the first user of this desk, in whichever folder it is pasted. Only people at this machine see it."""
    return connecting.command(Path(visit.database.path or "").absolute(), "user add NAME --role editor")


PAGE = Page("desk", "claimtrack_home.html", "What needs doing", read)
