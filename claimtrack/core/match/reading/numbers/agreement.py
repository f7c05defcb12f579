"""Whether two numbers can be the same, rounded or hedged as they are, or expressed as a change: "-12%", "fell by 12 percent"; and whether a statement contains a number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from functools import lru_cache
from itertools import islice
from math import isclose
from typing import TYPE_CHECKING

from claimtrack.core.match.reading.numbers.measures import MEASURES, may_mean_metres
from claimtrack.core.match.reading.numbers.numerals import are_same_time, specifies_half_of_day
from claimtrack.core.match.reading.numbers.shares import (
    have_same_whole,
    one_in_how_many,
    parse_part_and_whole,
)
from claimtrack.core.match.words.currencies import SUBUNIT_OF

if TYPE_CHECKING:
    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading


ROUNDING_TOLERANCE = 0.025
"""Relative difference up to which two scaled numbers may be the same, rounded: 4.9 and 5 million."""
_HEDGED_TOLERANCE = 0.1
"""Relative difference allowed if either side says "about" or "nearly"."""
_SHARE_TOLERANCE = 0.04
"""Relative difference allowed if either side is a fraction: a third is 32 to 34 percent, three quarters are not 80."""
_ALMOST_LIMIT = 1.005
"""Maximum ratio of a number to 12,000 that "almost 12,000" allows: it is not reached, however it was rounded."""
_MORE_THAN_LIMIT = 1.3
"""Maximum ratio of a number to 5 million that "more than 5 million" allows."""

_TEMPERATURES = {"celsius", "fahrenheit"}
_ROUNDING_DEGREES = 1.0
"""Difference in degrees Fahrenheit that rounding in either scale may cause."""


def can_be_equal(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers can be the same, rounded or hedged as they are."""
    if {a.kind, b.kind} == {"£", "weight"}:
        a, b = _as_weight(a), _as_weight(b)
    by_kind = _compare_by_kind(a, b)
    return _can_values_be_equal(a, b) if by_kind is None else by_kind


def _compare_by_kind(a: Quantity, b: Quantity) -> bool | None:
    """Whether two numbers can be the same where what they measure decides it; None where their values must be compared."""
    if {a.kind, b.kind} == _TEMPERATURES:
        celsius, fahrenheit = (a, b) if a.kind == "celsius" else (b, a)
        return abs(celsius.value * 9 / 5 + 32 - fahrenheit.value) <= _ROUNDING_DEGREES
    if a.issuer and b.issuer and a.issuer != b.issuer:
        return False  # shillings of Kenya and of Uganda
    if a.kind != b.kind and "number" not in (a.kind, b.kind):
        return _is_in_subunits(a, b) or _is_in_subunits(b, a)
    if "length" in (a.kind, b.kind) and (may_mean_metres(a, b) or may_mean_metres(b, a)):
        return True
    if a.kind != b.kind and "%" in (a.kind, b.kind) and a.value != b.value:
        return False
    if a.kind == b.kind == "clock":
        are_exact = specifies_half_of_day(a) and specifies_half_of_day(b)
        return are_same_time(a.value, b.value, either=not are_exact)
    return None


def _can_values_be_equal(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers of comparable kinds can be the same, rounded or hedged as they are."""
    if (a.value < 0) != (b.value < 0):
        return False
    low, high = sorted(map(abs, (a.size, b.size) if a.kind == b.kind else (a.value, b.value)))
    if low == high or (low % 1 and isclose(low, high)):  # 3 ‰ of a float
        return a.bound * b.bound >= 0
    if a.bound != b.bound and 0 in (a.bound, b.bound):
        hedged, unhedged = (a, b) if a.bound else (b, a)
        ratio = unhedged.size / hedged.size if hedged.size else 0
        return 1 <= ratio <= _MORE_THAN_LIMIT if hedged.bound > 0 else 1 / _MORE_THAN_LIMIT <= ratio <= 1
    # A bare "64" beside "66 years" has not been converted, and so is not rounded.
    converted = a.unit != b.unit and (a.kind == b.kind or _is_hours_of(a, b) or _is_hours_of(b, a))
    short, reached = (a, b) if a.nearly else (b, a)
    is_short = short.nearly and not reached.nearly and (not converted or a.kind == "time")
    if is_short and reached.size > _ALMOST_LIMIT * short.size:
        return False
    if a.nearly and b.nearly and not converted and not (a.is_share or b.is_share):
        return _is_rounded(a, b)
    if a.approximate or b.approximate or converted:
        return high - low <= _HEDGED_TOLERANCE * high and not _are_distinct(a, b)
    if a.is_share or b.is_share:
        return high - low <= _SHARE_TOLERANCE * high and not _are_distinct(a, b)
    # 1.23 and 1.2 percent, but not 4.9 and 5, nor version 2.41 and 2.4
    in_parts = a.step < 1 and b.step < 1 and a.kind != "number"
    return (high >= 10 or in_parts) and high - low <= ROUNDING_TOLERANCE * high and _is_rounded(a, b)


def _are_distinct(a: Quantity, b: Quantity) -> bool:
    """Whether neither of two numbers approximates the other: parts of one whole, or both precise."""
    has_one_whole = a.kind == "%" and (
        have_same_whole(a.written, b.written)
        or any(all(parse(q.written) for q in (a, b)) for parse in (parse_part_and_whole, one_in_how_many))
    )
    return has_one_whole or _are_both_precise(a, b)


def _as_weight(quantity: Quantity) -> Quantity:
    """Return pounds as a weight if they are one beside a weight: "4,400 pounds", but not "£4,400"."""
    is_weighed = quantity.kind == "£" and quantity.written.casefold().endswith(("pound", "pounds"))
    return replace(quantity, kind="weight", unit=_POUND) if is_weighed else quantity


_POUND = MEASURES["lb"][1]


def _is_in_subunits(part: Quantity, whole: Quantity) -> bool:
    """Whether a sum in pence or cents equals the other in pounds, dollars or euros: 148 pence, £1.48."""
    equal = abs(part.value - 100 * whole.value) < 1 / 2 and part.bound == whole.bound
    return equal and whole.kind in SUBUNIT_OF.get(part.kind, ())


_HOUR = MEASURES["hour"][1]


def _is_hours_of(length: Quantity, bare: Quantity) -> bool:
    """Whether a bare number is the hours of a running time, of which nothing else is parsed: "2:03:04", two hours, three minutes ..."""
    hours = int(length.value)
    return length.kind == "time" and length.unit == _HOUR and bare.kind == "number" and bare.value == hours


def _are_both_precise(a: Quantity, b: Quantity) -> bool:
    """Whether neither of two numbers can be the other rounded, though one is hedged: "some 62", 67."""
    digits = all(any(map(str.isdecimal, quantity.written)) for quantity in (a, b))
    one, other = abs(a.value) / a.step, abs(b.value) / b.step
    return digits and a.unit == b.unit and a.step == b.step and bool(one % 5 and other % 5)


def _is_rounded(a: Quantity, b: Quantity) -> bool:
    """Whether one number is the other rounded to its own last digit: 31.7 and 32, but not 31.7 and 31.2.

    All is never rounded up to: 99.6 and 100 percent differ.
    """
    is_whole = a.kind == "%" and 100 in (a.value, b.value)
    may_be_rounded = a.scaled or b.scaled or a.value % 1 or b.value % 1
    fine, coarse = sorted((a.step, b.step))
    return (
        bool(may_be_rounded and not is_whole)
        and fine < coarse
        and abs(abs(a.value) - abs(b.value)) <= coarse / 2
    )


_UP, _DOWN = 0, 1
"""The poles of "direction" for rising and falling."""


def can_agree_in_context(one: Reading, x: Quantity, other: Reading, y: Quantity) -> bool:
    """Whether a number of each statement can be the same, even as a sign in one and "fell" in the other, or as a multiple."""
    if can_be_equal(x, y):
        return True
    both_ways = ((one, x, other, y), (other, y, one, x))
    return any(_is_fall(*two) for two in both_ways) or any(_is_rise(*two) for two in both_ways)


def _is_fall(one: Reading, below: Quantity, other: Reading, fall: Quantity) -> bool:
    """Whether a negative number is the other without its sign, for something that only falls: "-12%", "fell by 12 percent"."""
    if not below.value == -fall.value < 0 or below.kind != fall.kind or below.bound != fall.bound:
        return False
    if "direction" in one.poles:
        return False  # "was -2 percent, down from 1": the sign is a level, no fall
    falls = [at for pole, _, at in other.poles.get("direction", ()) if pole == _DOWN]
    governed = any(0 < fall.first - at <= _NUMBER_REACH for at in falls) or _is_change_amount(other, fall)
    return bool(falls) and governed and not _is_change_end(one, below) and not _is_change_end(other, fall)


def _is_rise(one: Reading, multiple: Quantity, other: Reading, rise: Quantity) -> bool:
    """Whether a multiple amounts to the percentage by which the other says something rose: "tripled", "rose by 200 percent"."""
    if (multiple.kind, rise.kind) != ("times", "%") or multiple.first != multiple.last:
        return False
    risen = any(pole == _UP and at < rise.first for pole, _, at in other.poles.get("direction", ()))
    return risen and rise.value == 100 * (multiple.value - 1) and _is_change_amount(other, rise)


def _is_change_amount(reading: Reading, number: Quantity) -> bool:
    """Whether a number is the amount of a change: "fell in May by 12 percent"."""
    return "by" in reading.words[max(0, number.first - 2) : number.first]


def _is_change_end(reading: Reading, number: Quantity) -> bool:
    """Whether a number is where a change ends and not its amount: "fell to about 2 percent"."""
    return not _TO.isdisjoint(reading.words[max(0, number.first - _HEDGE_REACH) : number.first])


_TO = frozenset({"to", "at"})
_NUMBER_REACH = 3
"""Maximum number of words from a verb of falling to its number: "fell by 12", "shrank almost 2"."""
_HEDGE_REACH = 3
"""Number of words before a number of which one may be "to": "to just under 5"."""


MAX_COMPARED = 100
"""Maximum number of numbers of a text that are compared for rounding or units; all are compared for equality."""


def contains_number(
    reading: Reading, number: Quantity, can_be: Callable[[Quantity, Quantity], bool] = can_be_equal
) -> bool:
    """Whether any number of a statement can be this one: those of the same value first, then the first hundred."""
    same = _index_by_value(reading).get(number.value, ())
    return any(can_be(number, q) for q in islice(same, MAX_COMPARED)) or any(
        can_be(number, q) for q in islice(reading.quantities, MAX_COMPARED)
    )


@lru_cache(maxsize=64)
def _index_by_value(reading: Reading) -> Mapping[float, list[Quantity]]:
    found: dict[float, list[Quantity]] = {}
    for quantity in reading.quantities:
        found.setdefault(quantity.value, []).append(quantity)
    return found


@lru_cache(maxsize=64)
def amounts_by_term(reading: Reading) -> Mapping[str, list[Quantity]]:
    """Index the amounts of a statement by their term, up to `MOST` each."""
    found: dict[str, list[Quantity]] = {}
    for amount in reading.amounts:
        same = found.setdefault(amount.term, [])
        if len(same) < MAX_COMPARED:
            same.append(amount)
    return found
