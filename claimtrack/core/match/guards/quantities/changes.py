"""Guards on the numbers of a change: by, to or from so many; from one number to another, and back."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise, product

from claimtrack.core.language.word_lists import APPROXIMATE, words_of
from claimtrack.core.match.guards.quantities.units import MAX_NUMBERS
from claimtrack.core.match.reading.numbers.bounds import find_hedge_start
from claimtrack.core.match.reading.numbers.quantities import Quantity
from claimtrack.core.match.reading.numbers.sums import compare_level_with_rate
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.phrases import clause_end


def _hedged_start(reading: Reading, quantity: Quantity) -> int:
    """Where a number starts with its hedge: "by *about 5*"."""
    if reading.words[quantity.first - 1] in ("by", "to"):
        return quantity.first  # "go up to 5"
    first = find_hedge_start(reading.words, quantity.first)
    return first - (first > 0 and reading.words[first - 1] in APPROXIMATE)


def change_prepositions_differ(a: Reading, b: Reading) -> str | None:
    """A change by a number in one is a change to it or from it in the other: "rose by 12%", "rose to 12%"."""
    for x, y in product(a.amounts[:MAX_NUMBERS], b.amounts[:MAX_NUMBERS]):
        same = x.kind == y.kind or (_is_points_of_share(a, x, y) or _is_points_of_share(b, y, x))
        if x.value != y.value or not same or not x.first or not y.first:
            continue
        one, other = a.words[_hedged_start(a, x) - 1], b.words[_hedged_start(b, y) - 1]
        if one == other or not {one, other} <= _CHANGE_PREPOSITIONS or compare_level_with_rate(a, b):
            continue
        if y.value in _values_after(a, other) or x.value in _values_after(b, one):
            continue  # the same change: "from 5 to 10", "by 5 from 5"
        if one != "by" != other and _values_after(a, other) and _values_after(b, one):
            continue  # another guard's question: "from 5 to 10", "from 10 to 5"
        if {one, other} == {"from", "by"} and 2 * x.value in _values_after(a, "to") & _values_after(b, "to"):
            continue  # the same change: "from 5 to 10", "by 5 to 10"
        may_be_who = "from" in (one, other) and x.kind in ("number", "%")
        reach = _CHANGE_REACH if may_be_who else max(len(a.words), len(b.words))
        changed = all(_follows_change(r, q, reach) for r, q in ((a, x), (b, y)))
        if changed or (a.terms == b.terms and "from" not in (one, other)):
            return f"differs: {one} {x.written} / {other} {y.written}"
    return None


_CHANGE_PREPOSITIONS = words_of("by to from")
"""Each of these gives the number after it another role in a change."""
_CHANGE_REACH = 3
"""Words from a change to the "from" before a number at most; farther off it may mark a source: "plans to cut it won support from 40 states"."""


def _follows_change(reading: Reading, quantity: Quantity, reach: int) -> bool:
    """Whether a number follows a change in its clause, by so many words at most."""
    places = (place for _, _, place in reading.poles.get("direction", ()))
    return any(
        place < quantity.first <= min(place + reach + 1, clause_end(reading, place)) for place in places
    )


def _values_after(reading: Reading, word: str) -> set[float]:
    """The values of the numbers after a preposition."""
    return {q.value for q in reading.amounts if reading.words[_hedged_start(reading, q) - 1] == word}


def _is_points_of_share(reading: Reading, number: Quantity, share: Quantity) -> bool:
    """Whether a number is the change of a share in points: "by 12 points", "to 12 percent"."""
    points = reading.word(number.last + 1) in ("points", "point")
    return points and number.kind == "number" and share.kind == "%"


def change_reversed(a: Reading, b: Reading) -> str | None:
    """A change goes back in the other: "from 90 to 180", "90, half the 180 of 2019"."""
    for (start, end), (start_b, end_b) in product(_find_changes(a), _find_changes(b)):
        back = _are_equal(start, end_b) and _are_equal(end, start_b)
        alike = all(r.words[q.first - 1] == "from" for r, q in ((a, start), (b, start_b)))
        if back and not alike and not _are_equal(start, end):
            return (
                f"differs: from {start.written} to {end.written} / from {start_b.written} to {end_b.written}"
            )
    return None


def _are_equal(x: Quantity, y: Quantity) -> bool:
    """Whether two numbers are the same; in "from 90 to 180 days" the first has no unit of its own."""
    return x.value == y.value and (x.kind == y.kind or "number" in (x.kind, y.kind))


_EARLIER_MARKERS = words_of("from half twice double")
"""Between two numbers these mark the second as the earlier: "90, down *from* 180", "90, *half* the 180"."""


def _find_changes(reading: Reading) -> Iterator[tuple[Quantity, Quantity]]:
    """Yield each change as its earlier and later number."""
    words = reading.words
    numbers = [number for number in reading.amounts if words[number.first] not in _EARLIER_MARKERS]
    for one, other in pairwise(numbers[:MAX_NUMBERS]):
        between = words[one.last + 1 : other.first]
        if words[one.first - 1] == "from" and between[-1:] == ["to"]:
            yield one, other
        elif words[one.first - 1] != "from" and not _EARLIER_MARKERS.isdisjoint(between[-3:]):
            yield other, one
