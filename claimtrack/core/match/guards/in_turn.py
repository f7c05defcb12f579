"""A guard on two opposites of which each was at its own time: for it in 2019 and against it in 2020, and the other way about."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.dates import places_of_years
from claimtrack.core.match.words.lexicon import MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


def at_the_other_time(a: Reading, b: Reading) -> str | None:
    """Both tell at which of two times it was so and at which the contrary, and it is the other way about."""
    if 2 not in (len(a.years), len(a.months), len(a.weekdays)):
        return None
    times = _times(a)
    if len(times) != 2 or {a.words[at] for at in times} != {b.words[at] for at in _times(b)}:
        return None
    for axis in a.poles.keys() & b.poles.keys():
        ours, theirs = _at_each(a, axis), _at_each(b, axis)
        if ours and ours.keys() == theirs.keys() and all(ours[time] != theirs[time] for time in ours):
            return "exchanged: " + " / ".join(a.tokens[at].text for at in times)
    return None


def _times(reading: Reading) -> list[int]:
    """The places of the two years of a statement, or of its two months, or days of the week; none where there are others."""
    years = sorted(places_of_years(reading.quantities, reading.words))
    if years:
        return years if len(years) == 2 else []
    found = [at for at, word in enumerate(reading.words) if word in MONTHS or word in WEEKDAYS]
    return found if len(found) == 2 else []


def _at_each(reading: Reading, axis: str) -> dict[str, int]:
    """Which side of an axis is told of each of two times; nothing where it is not one of each.

    A time stands behind what was then, "rose in May and fell in June", or before it: "in May it fell, in June it rose".
    """
    first, second = _times(reading)
    poles = sorted((place, pole) for pole, _, place in reading.poles[axis])
    before = [pole for place, pole in poles if place < first]
    between = [pole for place, pole in poles if first < place < second]
    behind = [pole for place, pole in poles if place > second]
    if behind:
        one, other = (between or before)[-1:], behind[:1]
    else:
        one, other = (before[-1:] or between[:1]), between[-1:]
    if not one or not other or one == other:
        return {}
    return {reading.words[first]: one[0], reading.words[second]: other[0]}
