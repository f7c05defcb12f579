"""The place of a word in a statement, by what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.reading import meanings

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

_ENOUGH_ALIKE = 4
"""Terms that two statements must have before the one in which they differ is told apart by its slot."""


def only_slot(a: Reading, b: Reading) -> tuple[int, int] | None:
    """The tokens of the one term in which two statements differ, where all others are the same in order."""
    if len(a.sequence) != len(b.sequence) or len(a.sequence) < _ENOUGH_ALIKE:
        return None
    slots = [i for i, (x, y) in enumerate(zip(a.sequence, b.sequence, strict=True)) if x != y]
    return (a.placed[slots[0]][1], b.placed[slots[0]][1]) if len(slots) == 1 else None


def beside_the_same(a: Reading, place: int, b: Reading, place_b: int, reach: int = 2) -> bool:
    """Whether around two tokens, one of each side, there stands something of both, in the same or in other words."""
    behind = max(reach, 3)
    ours, theirs = a.near(place, reach, behind), b.near(place_b, reach, behind)
    if ours & theirs:
        return True
    meant = {sense for term in ours for sense in meanings(term)}
    return any(not meant.isdisjoint(meanings(term)) for term in theirs)
