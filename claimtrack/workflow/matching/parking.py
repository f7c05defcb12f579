"""What a judgement means for claims that wait for triage: a repeat is parked, because the claim that it repeats stays on the desk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.model import Status
from claimtrack.store import claims, clusters

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

    Move = tuple[int, Status]


def waiting_alone(db: Database, *pair: int) -> list[int]:
    """Find the claims of a pair that wait for triage and repeat no claim that stays, the newer first.

    A claim that waits although it is a repeat was left there, or put back, by a person.
    """
    return [
        one
        for one in sorted(pair, reverse=True)
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


def describe_moves(moved: Iterable[Move]) -> str:
    """Say what became of each claim, as sentences."""
    words = {
        Status.PARKED: "is parked, because it repeats a claim that stays on the desk",
        Status.PROPOSED: "waits for triage again",
    }
    return " ".join(f"Claim {claim_id} {words[status]}." for claim_id, status in moved)
