"""At which of two times something is more: now, whether that is told or only meant, or at an earlier time."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.reading.dates import places_of_years
from claimtrack.core.match.words.lexicon import words_of
from claimtrack.core.match.words.terms import stems_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.reading.reading import Reading

CURRENT = words_of("year month week season quarter decade summer winter spring autumn time")
"""Behind "this" these tell when it is."""
NOW = frozenset({"now"})
"""The term of any word for now, and of what is only told to be so."""
NOWADAYS = stems_of("now today currently nowadays")
THEN = words_of("before ago then earlier previously")
_IS, WAS = words_of("is are has have do does"), words_of("was were had did")


def at_times(terms: frozenset[str], words: Sequence[str], *, is_now: bool = False) -> frozenset[str]:
    """The terms of a side with what tells of which of two times it is: any word for "now", and the "this" of "more *this* year than last year"."""
    this = {one for one, other in pairwise(words) if one == "this" and other in CURRENT}
    return (terms - NOWADAYS) | this | (NOW if is_now or terms & NOWADAYS else frozenset())


def tells_now(words: Sequence[str]) -> bool:
    """Whether what is compared is told to be so, and not to have been."""
    return not _IS.isdisjoint(words) and WAS.isdisjoint(words)


def was_then(reading: Reading, start: int) -> bool:
    """Whether what stands from a place on was so at an earlier time: "than it *was*", "than *before* the war"."""
    years = places_of_years(reading.quantities, reading.words) if reading.quantities else ()
    return not (WAS | THEN).isdisjoint(reading.words[start:]) or any(at >= start for at in years)
