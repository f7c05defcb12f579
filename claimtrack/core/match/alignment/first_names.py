"""Two people of one surname whose first names are one letter apart: Maria and Marta Delgado, no misprint of each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.reading.names.names import TITLES
from claimtrack.core.match.words.normal import without_accents

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

_VOWELS = frozenset("aeiouy")
_ONE_SOUND = frozenset(
    map(frozenset, ("ck", "cs", "sz", "fv", "vw", "iy", "ij", "jy", "ph", "qk", "cq", "dt", "bp"))
)
"""Letters that stand for each other where a name is written in two ways: Erik, Eric."""
_SHORTEST = 4


def first_names_differ(a: Reading, b: Reading) -> Difference | None:
    """One surname has another first name before it; a vowel within it may only be written otherwise, Ahmad and Ahmed."""
    theirs = _first_names(b) if a.names and b.names else {}
    if not theirs:
        return None
    for surname, at in _first_names(a).items():
        at_b = theirs.get(surname)
        sure = at_b is not None and _one_letter_apart(a.words[at], b.words[at_b])
        if at_b is not None and sure is not None:
            return Difference(f"other name: {a.tokens[at].text} / {b.tokens[at_b].text}", sure)
    return None


def _first_names(reading: Reading) -> dict[str, int]:
    """The second word of each name of two, with the place of the first."""
    words = reading.words
    found: dict[str, int] = {}
    for at in reading.names.values():
        named = at and reading.tokens[at - 1].text[0].isupper() and not reading.parted(at)
        if named and words[at - 1] not in TITLES:
            found[words[at].removesuffix("'s")] = at - 1
    return found


def _one_letter_apart(one: str, other: str) -> bool | None:
    """Whether two names of which one letter differs are surely two; None where they are written in two ways, or more differs."""
    one, other = without_accents(one), without_accents(other)
    apart = [at for at, (x, y) in enumerate(zip(one, other, strict=False)) if x != y]
    if len(one) != len(other) or len(one) < _SHORTEST or len(apart) != 1:
        return None
    two = frozenset((one[apart[0]], other[apart[0]]))
    if two in _ONE_SOUND:
        return None
    return not two <= _VOWELS or apart[0] == len(one) - 1
