"""What a judgement means for claims that wait for triage: a repeat is parked, because it repeats another claim."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.desk.actors import describe_progress, holder
from claimtrack.core.desk.verdicts import format_rating
from claimtrack.core.model import Status
from claimtrack.core.steps import Worded, join_texts, set_status_step
from claimtrack.store import claims, clusters
from claimtrack.store.precedence import precedences

if TYPE_CHECKING:
    from claimtrack.store.clusters import Standing

    Move = tuple[int, Status]


def waiting_alone(db: Database, *pair: int) -> list[int]:
    """Find the claims of a pair that wait for triage and repeat no claim that stays, the one to park first.

    Of two, the one with a verdict stays, then the one that was said most often, then the older. A claim that waits although it is a
    repeat was left there, or put back, by a person.
    """
    order = precedences(db.conn, pair)
    return [
        one
        for one in sorted(pair, key=lambda one: (order[one].has_verdict, order[one].appearances, -one))
        if claims.get(db, one).status is Status.PROPOSED and not clusters.has_remaining_member(db, one)
    ]


def park(db: Database, waiting: Iterable[int]) -> tuple[Move, ...]:
    """Park those of the claims that repeat one that stays now."""
    return tuple(_move(db, one, Status.PARKED) for one in waiting if clusters.has_remaining_member(db, one))


def return_to_triage(db: Database, *pair: int) -> tuple[Move, ...]:
    """Propose the claims of these clusters again that left triage as repeats, and repeat no claim that stays now: of several the oldest."""
    members = {one for either in pair for one in clusters.members(db, either)}
    return tuple(
        _move(db, one, Status.PROPOSED)
        for one in sorted(members)
        if clusters.left_triage_as_repeat(db, one) and not clusters.has_remaining_member(db, one)
    )


def _move(db: Database, claim_id: int, status: Status) -> Move:
    claims.set_status(db, claim_id, status)
    return claim_id, status


def find_standing(db: Database, moved: Iterable[Move]) -> Standing | None:
    """Find the claim that the parked one of these repeats: a judgement parks at most one."""
    return next((clusters.find_standing(db, one) for one, status in moved if status is Status.PARKED), None)


def describe_moves(moved: Iterable[Move], stands: Standing | None) -> Worded:
    """Say what became of each claim, as sentences."""
    return join_texts(
        " ",
        (
            f"Claim {claim_id} waits for triage again."
            if status is Status.PROPOSED
            else f"Claim {claim_id} is parked, because it repeats " + describe_standing(stands)
            for claim_id, status in moved
        ),
    )


def describe_standing(stands: Standing | None) -> Worded:
    """Say where the claim that others repeat stands, its verdict and who has it, or that nobody will check it: the rest of a sentence after "repeats"."""
    if stands is None:
        return Worded("another claim.")
    rating = format_rating(stands._asdict())
    claim = f"claim {stands.claim_id}, which {describe_progress(stands.status)}{f' and rated {rating}' if rating else ''}"
    if stands.status is Status.PARKED and rating:
        step = set_status_step(stands.claim_id, Status.OPEN)
        return Worded(f"{claim}. If it is worth checking again, move it to open") + (step + ".")
    if stands.status is Status.PARKED:
        times = f", although it was said {stands.appearances} times" if stands.appearances > 1 else ""
        return Worded(
            f"{claim}, so nobody is checking it{times}. If it is worth checking now, move it to open"
        ) + (set_status_step(stands.claim_id, Status.OPEN) + ".")
    who = holder(stands.assignee, stands.status)
    return Worded(f"{claim}{f', assigned to {who}' if who else ''}.")
