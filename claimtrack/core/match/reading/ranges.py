"""Two numbers that stand side by side and tell one thing: the ends of a range, or one length of time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.reading.quantities import Quantity

_YEAR_AND = ["years", "and"]
_BETWEEN = (["to"], ["-"], ["–"], ["or"])
_SMALL = 1000
"""Above it a number is told in full."""


def together(words: Sequence[str], one: Quantity, other: Quantity) -> list[Quantity]:
    """Two numbers as they are meant: "one year and two months" are one, "two to three thousand" are both thousands."""
    if whole := _one_length(words, one, other):
        return [whole]
    return [_in_its_scale(words, one, other), other]


def _one_length(words: Sequence[str], one: Quantity, other: Quantity) -> Quantity | None:
    """The one length of time that two tell together: "one year and two months"."""
    between = words[one.last + 1 : other.first]
    smaller = one.kind == other.kind == "time" and other.unit < one.unit
    if not smaller or len(between) > len(_YEAR_AND) or between[1:] not in ([], ["and"]):
        return None
    return replace(one, value=one.value + other.value * other.unit / one.unit, last=other.last)


def _in_its_scale(words: Sequence[str], one: Quantity, other: Quantity) -> Quantity:
    """The lower end of a range in the scale of the upper, where it is told with that alone: "two to three thousand"."""
    if not other.scaled or one.scaled or one.grouped or not 0 < one.value < _SMALL:
        return one
    between = words[one.last + 1 : other.first]
    joined = between in _BETWEEN or (between == ["and"] and words[one.first - 1] == "between")
    scale = scale_of(other.value)
    if not joined or one.value >= other.value / scale:
        return one
    written = " ".join((one.written, *other.written.split(" ")[1:2]))
    return replace(one, value=one.value * scale, scaled=True, written=written)


def scale_of(value: float) -> float:
    """The thousands, millions or billions that a large number is told in."""
    return next((scale for scale in (1e12, 1e9, 1e6) if value >= scale), 1e3)
