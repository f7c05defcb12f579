"""The status of a claim follows that of its review."""

from __future__ import annotations

from sqlite_utils import Database

from claimtrack.core.model import STEPS_OF_A_CHECK, Status
from claimtrack.store import claims
from claimtrack.store.statuses import next_statuses


def advance(db: Database, claim_id: int, goal: Status, *, due_on: str | None = None) -> None:
    """Move a claim towards the goal status as far as the desk's steps allow, the longest step first.

    It never moves back: a claim with a published review stays published while another is in progress. `due_on` is the day to look again at
    a claim that becomes published.
    """
    way = STEPS_OF_A_CHECK[: STEPS_OF_A_CHECK.index(goal) + 1]
    status = claims.get(db, claim_id).status
    while status is not Status.PUBLISHED:
        ahead = way[way.index(status) + 1 :] if status in way else way
        steps = next_statuses(db, status)
        step = next((one for one in reversed(ahead) if one in steps), None)
        if step is None:
            return
        claims.set_status(db, claim_id, step, due_on=due_on)
        status = step


def reopen(db: Database, claim_id: int) -> None:
    """Move a published claim back to checking."""
    if claims.get(db, claim_id).status is Status.PUBLISHED:
        claims.set_status(db, claim_id, Status.CHECKING)
