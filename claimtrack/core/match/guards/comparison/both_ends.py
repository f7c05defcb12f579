"""Where one thing stands to another, told from either: "A lies north of B", "B lies south of A"; "the euro fell against the dollar"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.syntax.phrases import Sides, exchanged, phrase_after, terms_between
from claimtrack.core.match.words.lexicon import words_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.reading import Reading

_LINKS = {"compass": "of", "direction": "against"}
"""Behind these stands the other thing: "north *of* it", "fell *against* it"."""
_NEAR = 4
"""Words from the one to the other at most."""


def told_from_the_other(a: Reading, b: Reading) -> bool:
    """Whether two things change places, and with them which way the one stands to the other."""
    for axis in _LINKS.keys() & a.poles.keys() & b.poles.keys():
        theirs = list(_stands(b, axis))
        for pole, one in _stands(a, axis) if theirs else ():
            if any(other_pole == pole ^ 1 and exchanged(one, other) for other_pole, other in theirs):
                return True
    ours, others = _alike(a), _alike(b)
    return ours is not None and others is not None and exchanged(ours, others)


_UP_TO_AS = 6
"""Words behind the first "as" of two up to the second."""
_NOT_ALIKE = words_of("times twice half double not never nearly almost no such known regarded seen described")


def _alike(reading: Reading) -> Sides | None:
    """What is told to be as much so as what: "A is just as old as B"."""
    words = reading.words
    if "as" not in reading.vocabulary or words.count("as") != len(("as", "as")) or reading.negators:
        return None
    first = words.index("as")
    second = words.index("as", first + 1)
    if second - first > _UP_TO_AS or not _NOT_ALIKE.isdisjoint(words[max(0, first - 2) : first]):
        return None
    return Sides(terms_between(reading, 0, first), phrase_after(reading, second))


def _stands(reading: Reading, axis: str) -> Iterator[tuple[int, Sides]]:
    """Which way one thing stands to another, and the terms of both."""
    link = _LINKS[axis]
    for pole, _, at in reading.poles[axis]:
        if link in reading.words[at + 1 : at + _NEAR]:
            place = reading.words.index(link, at)
            yield pole, Sides(terms_between(reading, 0, at), phrase_after(reading, place))
