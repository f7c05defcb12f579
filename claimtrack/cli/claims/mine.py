"""What waits for whoever types, beside the claims that `list --mine` prints."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli.output.messages import say
from claimtrack.cli.parameters.filters import claim_filter
from claimtrack.core.desk.actors import is_same_actor
from claimtrack.core.model import IN_HAND, ReviewStatus, Status
from claimtrack.core.texts.printable import numbered, plural, shell_command

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database


def mine_filters(actor: str | None, filters: dict[str, Any]) -> dict[str, Any]:
    """The filters of `list --mine`: by default the claims in hand. Raises click.UsageError for another --assignee."""
    if filters["assignee"] is not None and not is_same_actor(filters["assignee"], actor):
        raise click.UsageError("--mine are your claims, and --assignee those of somebody: leave one out")
    return filters | {"assignee": actor, "statuses": filters["statuses"] or IN_HAND}


def say_waiting(db: Database, actor: str) -> None:
    """Print what else waits for a person: notes, verdicts, and published claims to look at again."""
    for told in _waiting(db, actor):
        say(told)


def _waiting(db: Database, actor: str) -> Iterator[str]:
    from claimtrack.store.reviews import reviews
    from claimtrack.store.views import claims
    from claimtrack.workflow.days import today
    from claimtrack.workflow.people import waiting_notes

    if notes := waiting_notes(db, actor):
        yield f"{notes}: `claimtrack show ID` shows them"
    of_status: dict[str, list[int]] = {}
    for review in reviews.list_queue(db):
        if is_same_actor(review["drafted_by"], actor) is (review["status"] == ReviewStatus.DRAFT):
            of_status.setdefault(review["status"], []).append(review["id"])
    if drafts := of_status.get(ReviewStatus.DRAFT):
        yield f"{numbered('review', drafts)}: drafted by you, to be submitted: `claimtrack review submit ID`"
    if submitted := of_status.get(ReviewStatus.SUBMITTED):
        yield f"{numbered('review', submitted)}: by others, to be approved: `claimtrack review approve ID`"
    again = claim_filter(statuses=(Status.PUBLISHED,), assignee=actor, due_until=today())
    if count := sum(1 for _ in claims(db, again)):
        command = shell_command(
            "claimtrack", "list", "--assignee", actor, "--status", Status.PUBLISHED, "--due-until", "today"
        )
        yield f"{plural(count, 'published claim')} of yours to look at again: `{command}`"
