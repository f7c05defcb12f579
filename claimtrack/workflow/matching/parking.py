"""What a judgement means for claims that wait for triage: a repeat is parked, because the claim that it repeats is the one to check."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.model import Status
from claimtrack.store import claims, clusters

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlite_utils import Database


def waiting_alone(db: Database, *pair: int) -> list[int]:
    """Find the claims of a pair that wait for triage and repeat no claim that stays, the newer first.

    A claim that waits although it is a repeat was left there, or put back, by a person.
    """
    return [
        one
        for one in sorted(pair, reverse=True)
        if claims.get(db, one).status is Status.PROPOSED and not clusters.has_remaining_member(db, one)
    ]


def park_repeats(db: Database, waiting: Iterable[int]) -> Iterator[tuple[int, Status]]:
    """Park those of the claims that repeat one that stays now."""
    for one in waiting:
        if clusters.has_remaining_member(db, one):
            claims.set_status(db, one, Status.PARKED)
            yield one, Status.PARKED


def return_to_triage(db: Database, *pair: int) -> Iterator[tuple[int, Status]]:
    """Propose the claims of these clusters again that left triage as repeats, and repeat no claim that stays now: of several the oldest."""
    for one in sorted({one for either in pair for one in clusters.members(db, either)}):
        if clusters.left_triage_as_repeat(db, one) and not clusters.has_remaining_member(db, one):
            claims.set_status(db, one, Status.PROPOSED)
            yield one, Status.PROPOSED


def describe_moves(moved: Iterable[tuple[int, Status]]) -> str:
    """Say what became of each claim, as sentences."""
    words = {
        Status.PARKED: "is parked, because the claim that it repeats is the one to check",
        Status.PROPOSED: "waits for triage again",
    }
    return " ".join(f"Claim {claim_id} {words[status]}." for claim_id, status in moved)
