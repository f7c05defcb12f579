"""Whether two numbers can be the same one, rounded or hedged as they are, or told as a change: "-12%", "fell by 12 percent"; and whether a statement gives one."""

from __future__ import annotations

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
from claimtrack.core.match.words.currencies import IN_PARTS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading


ROUNDING_TOLERANCE = 0.025
"""How far apart two scaled numbers may be and still be one, rounded: 4.9 and 5 million."""
_HEDGED = 0.1
"""The same where one side says "about" or "nearly"."""
_AS_A_SHARE = 0.04
"""The same where one side is told as a share: a third is 32 to 34 percent, three quarters are no 80."""
_REACHED = 1.005
"""How far above 12,000 a number may be for "almost 12,000": that is not reached, however it was rounded."""
_BEYOND = 1.3
"""How far above 5 million a number may be for "more than 5 million"."""

_SCALES = {"celsius", "fahrenheit"}
_DEGREE = 1.0
"""Degrees Fahrenheit that are lost where one is told rounded as the other."""


def can_be_equal(a: Quantity, b: Quantity) -> bool:
    """Whether two numbers can be the same one, rounded or hedged as they are."""
    if {a.kind, b.kind} == _SCALES:
        celsius, fahrenheit = (a, b) if a.kind == "celsius" else (b, a)
        return abs(celsius.value * 9 / 5 + 32 - fahrenheit.value) <= _DEGREE
    if {a.kind, b.kind} == {"£", "weight"}:
        a, b = _as_weight(a), _as_weight(b)
    if a.issuer and b.issuer and a.issuer != b.issuer:
        return False  # shillings of Kenya and of Uganda
    if a.kind != b.kind and "number" not in (a.kind, b.kind):
        return _in_hundredths(a, b) or _in_hundredths(b, a)
    if "length" in (a.kind, b.kind) and (may_mean_metres(a, b) or may_mean_metres(b, a)):
        return True
    if a.kind != b.kind and "%" in (a.kind, b.kind) and a.value != b.value:
        return False
    if a.kind == b.kind == "clock":
        return are_same_time(
            a.value, b.value, either=not (specifies_half_of_day(a) and specifies_half_of_day(b))
        )
    if (a.value < 0) != (b.value < 0):
        return False
    low, high = sorted(map(abs, (a.size, b.size) if a.kind == b.kind else (a.value, b.value)))
    if low == high or (low % 1 and isclose(low, high)):  # 3 ‰ of a float
        return a.bound * b.bound >= 0
    if a.bound != b.bound and 0 in (a.bound, b.bound):
        hedged, plain = (a, b) if a.bound else (b, a)
        ratio = plain.size / hedged.size if hedged.size else 0
        return 1 <= ratio <= _BEYOND if hedged.bound > 0 else 1 / _BEYOND <= ratio <= 1
    # A bare "64" beside "66 years" has not been converted, and so is not rounded.
    converted = a.unit != b.unit and (a.kind == b.kind or _hours_of(a, b) or _hours_of(b, a))
    if a.nearly != b.nearly and (not converted or a.kind == "time"):
        short, other = (a, b) if a.nearly else (b, a)
        if other.size > _REACHED * short.size:
            return False
    if a.nearly and b.nearly and not converted and not (a.is_share or b.is_share):
        return _rounded(a, b)
    loosely = a.approximate or b.approximate or converted
    if loosely or a.is_share or b.is_share:
        one_whole = a.kind == "%" and (
            have_same_whole(a.written, b.written)
            or any(all(told(q.written) for q in (a, b)) for told in (parse_part_and_whole, one_in_how_many))
        )
        near = high - low <= (_HEDGED if loosely else _AS_A_SHARE) * high
        return near and not one_whole and not _both_precise(a, b)
    # 1.23 and 1.2 percent, but not 4.9 and 5, nor version 2.41 and 2.4
    in_parts = a.step < 1 and b.step < 1 and a.kind != "number"
    return (high >= 10 or in_parts) and high - low <= ROUNDING_TOLERANCE * high and _rounded(a, b)


def _as_weight(quantity: Quantity) -> Quantity:
    """The pounds that are weighed, beside a weight: "4,400 pounds", but not "£4,400"."""
    is_weighed = quantity.kind == "£" and quantity.written.casefold().endswith(("pound", "pounds"))
    return replace(quantity, kind="weight", unit=_POUND) if is_weighed else quantity


_POUND = MEASURES["lb"][1]


def _in_hundredths(part: Quantity, whole: Quantity) -> bool:
    """Whether a sum in pence or cents is the other, in pounds, dollars or euros: 148 pence, £1.48."""
    of = IN_PARTS.get(part.kind, ())
    return whole.kind in of and abs(part.value - _HUNDRED * whole.value) < 1 / 2 and part.bound == whole.bound


_HUNDRED = 100
_HOUR = MEASURES["hour"][1]


def _hours_of(length: Quantity, bare: Quantity) -> bool:
    """Whether a number is all that is read of a length of time as runners are given it: "2:03:04", two hours, three minutes ..."""
    hours = int(length.value)
    return length.kind == "time" and length.unit == _HOUR and bare.kind == "number" and bare.value == hours


def _both_precise(a: Quantity, b: Quantity) -> bool:
    """Whether neither of two numbers, as written, can be the other rounded, though one is hedged: "some 62", 67."""
    digits = all(any(map(str.isdecimal, quantity.written)) for quantity in (a, b))
    one, other = abs(a.value) / a.step, abs(b.value) / b.step
    return digits and a.unit == b.unit and a.step == b.step and bool(one % 5 and other % 5)


def _rounded(a: Quantity, b: Quantity) -> bool:
    """Whether one number is the other, rounded to its own last digit: 31.7 and 32, never 31.7 and 31.2.

    All is never rounded from less: 99.6 and 100 percent are two things to say.
    """
    if not (a.scaled or b.scaled or a.value % 1 or b.value % 1) or (
        a.kind == "%" and 100 in (a.value, b.value)
    ):
        return False
    fine, coarse = sorted((a.step, b.step))
    return fine < coarse and abs(abs(a.value) - abs(b.value)) <= coarse / 2


_UP, _DOWN = 0, 1
"""The sides of "direction" that what rises and what falls take."""


def can_agree_in_context(one: Reading, x: Quantity, other: Reading, y: Quantity) -> bool:
    """Whether a number of each statement can be the same one, be it told by a sign in the one and by "fell" in the other, or as a multiple."""
    if can_be_equal(x, y):
        return True
    return any(
        told(*two)
        for told in (_is_the_fall, _is_the_rise)
        for two in ((one, x, other, y), (other, y, one, x))
    )


def _is_the_fall(one: Reading, below: Quantity, other: Reading, fall: Quantity) -> bool:
    """Whether a number below zero is the other without its sign, of something that only goes down."""
    if not below.value == -fall.value < 0 or below.kind != fall.kind or below.bound != fall.bound:
        return False
    if "direction" in one.poles:
        return False  # "was -2 percent, down from 1": the sign tells no fall
    falls = [at for pole, _, at in other.poles.get("direction", ()) if pole == _DOWN]
    governed = any(0 < fall.first - at <= _BEHIND for at in falls) or _is_by(other, fall)
    return bool(falls) and governed and not _is_reached(one, below) and not _is_reached(other, fall)


def _is_the_rise(one: Reading, multiple: Quantity, other: Reading, rise: Quantity) -> bool:
    """Whether something has become so many times what the other tells to have risen by a percentage: "tripled", "rose by 200 percent"."""
    if (
        (multiple.kind, rise.kind) != ("times", "%")
        or multiple.first != multiple.last
        or not _is_by(other, rise)
    ):
        return False
    risen = any(pole == _UP and at < rise.first for pole, _, at in other.poles.get("direction", ()))
    return risen and rise.value == _HUNDRED * (multiple.value - 1)


def _is_by(reading: Reading, number: Quantity) -> bool:
    """Whether it is told by how much: "fell in May by 12 percent"."""
    return "by" in reading.words[max(0, number.first - 2) : number.first]


def _is_reached(reading: Reading, number: Quantity) -> bool:
    """Whether a number is where something comes to, and not by how much it changes: "fell to about 2 percent"."""
    return not _TO.isdisjoint(reading.words[max(0, number.first - _HEDGES) : number.first])


_TO = frozenset({"to", "at"})
_BEHIND = 3
"""Words from the one that tells the fall to its number: "fell by 12", "shrank almost 2"."""
_HEDGES = 3
"""Words before a number of which one may be "to": "to just under 5"."""


MOST = 100
"""Numbers of a text that are looked at for one that is the same but for rounding or its unit; of all others only the same value is."""


def contains_number(
    reading: Reading, number: Quantity, can_be: Callable[[Quantity, Quantity], bool] = can_be_equal
) -> bool:
    """Whether some number of a statement can be this one: one of the same value, looked at first, or of the first hundred."""
    same = _by_value(reading).get(number.value, ())
    return any(can_be(number, one) for one in islice(same, MOST)) or any(
        can_be(number, one) for one in islice(reading.quantities, MOST)
    )


@lru_cache(maxsize=64)
def _by_value(reading: Reading) -> Mapping[float, list[Quantity]]:
    found: dict[float, list[Quantity]] = {}
    for one in reading.quantities:
        found.setdefault(one.value, []).append(one)
    return found


@lru_cache(maxsize=64)
def amounts_by_term(reading: Reading) -> Mapping[str, list[Quantity]]:
    """The first amounts of a statement that have a term, by it: those of a list of one number over and over tell no more."""
    found: dict[str, list[Quantity]] = {}
    for one in reading.amounts:
        alike = found.setdefault(one.term, [])
        if len(alike) < MOST:
            alike.append(one)
    return found
