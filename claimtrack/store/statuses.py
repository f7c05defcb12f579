"""Which steps lead a claim from one status to another, and what holds it where it is."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.errors import InvalidTransition, Refused
from claimtrack.core.model import Status
from claimtrack.core.steps import by_command
from claimtrack.store import rows

if TYPE_CHECKING:
    from sqlite_utils import Database


def refuse_step(db: Database, claim_id: int, before: Status, after: Status) -> None:
    """Raise InvalidTransition, naming the steps that lead on, where none leads from the one status to the other.

    Raises Refused from under a published verdict of ours: no step leads on that the database would take.
    """
    if after is before:
        return
    verdict = _verdict_that_holds(db, claim_id) if before is Status.PUBLISHED else None
    if verdict is not None:
        raise Refused(
            f"claim {claim_id} is published with review {verdict}, which readers can see: correct or withdraw the review, and the "
            "claim moves with it" + by_command(f"review correct {verdict}")
        )
    steps = next_statuses(db, before)
    if after not in steps:
        raise InvalidTransition(
            f"claim {claim_id} is {before}: it can go to {', '.join(steps)}, but not to {after}"
        )


def _verdict_that_holds(db: Database, claim_id: int) -> int | None:
    """Our published review of the claim while nobody corrects one: the claim stays published as long as that stands."""
    sql = """
        select min(standing.id)
        from reviews as standing
        where standing.claim_id = :claim and standing.status = 'published' and standing.origin = 'desk' and not exists (
            select 1 from reviews as corrections join reviews as corrected on corrected.id = corrections.corrects_id
            where corrections.claim_id = :claim and corrections.status in ('draft', 'submitted', 'approved')
                and corrected.claim_id = :claim and corrected.status = 'published'
        )
    """
    return rows.fetch_number(db, sql, {"claim": claim_id})


def next_statuses(db: Database, status: Status) -> list[Status]:
    """The statuses that a claim of this status may move to, in the desk's order."""
    sql = """
        select to_status from status_transitions join statuses on statuses.name = to_status
        where from_status = ? order by statuses.position
    """
    return [Status(row[0]) for row in db.execute(sql, [status])]
