"""Whether two names stand in the same place of their sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import words_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

PARTS = words_of("in at from to with of for against near on into")
"""Prepositions that tell which part a name plays."""
_JOINING = PARTS | words_of("by over under about after before")


def in_one_slot(a: Reading, x: str, b: Reading, y: str) -> bool:
    """Whether before or behind two names there stands the same, and in the same way: "shares in Paris", but "shares on the Dax"."""
    at, at_b = place_of(a, x), place_of(b, y)
    return any(
        sides
        and sides_b
        and sides[0][0] == sides_b[0][0]
        and _link(a, at, sides[0][1]) == _link(b, at_b, sides_b[0][1])
        for sides, sides_b in zip(_beside(a, at), _beside(b, at_b), strict=True)
    )


def place_of(reading: Reading, name: str) -> int:
    """Where a name first stands, be it at the beginning, where its capital tells nothing."""
    return reading.names.get(name, 0)


def _beside(reading: Reading, place: int) -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    """The term before a place and the one behind it, each with its place, where there are any."""
    before = [one for one in reading.placed if one[1] < place][-1:]
    return before, [one for one in reading.placed if one[1] > place][:1]


def _link(reading: Reading, one: int, other: int) -> tuple[list[str], bool]:
    """What joins two words: the prepositions between them, and whether a mark parts them."""
    first, last = sorted((one, other))
    between = ["in" if word == "at" else word for word in reading.words[first + 1 : last] if word in _JOINING]
    return between, any(map(reading.parted, range(first + 1, last + 1)))
