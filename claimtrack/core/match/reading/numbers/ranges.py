"""Two numbers that stand side by side and tell one thing: the ends of a range, or one length of time."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.core.match.reading.dates import is_year
from claimtrack.core.match.words.currencies import SIGNS
from claimtrack.core.match.words.lexicon import MAGNITUDES, NUMBER_WORDS, PERCENT

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.words.tokens import Token

_YEAR_AND = ["years", "and"]
_BETWEEN = (["to"], ["-"], ["–"], ["or"])
_SMALL = 1000
"""Above it a number is told in full."""
_FALL = 10
"""So many times the upper end the lower may be that has fallen: "from 12 to 3 million"."""
_OF_ITS_OWN = frozenset({"number", "clock", "ordinal", "times"})
"""Kinds of a number that the one before it does not share."""


def together(words: Sequence[str], text: Sequence[Token], one: Quantity, other: Quantity) -> list[Quantity]:
    """Two numbers as they are meant: "one year and two months" are one, "from 5 to 3 million euros" are both millions of euros."""
    other = _in_minutes(words, one, other)
    if whole := _one_length(words, one, other):
        return [whole]
    if not _are_ends(words, text, one, other):
        return [one, other]
    one, other = _in_its_scale(words, one, other), _in_its_currency(one, other)
    return [_in_its_unit(words, one, other), other]


def _are_ends(words: Sequence[str], text: Sequence[Token], one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are the ends of one range: "from 6 to 4", "between 5 and 10", "5-10", but not "8.79, or 0.9 percent"."""
    between = words[one.last + 1 : other.first]
    if between and text[one.last + 1].start - text[one.last].end > 1:
        return False
    return between in _BETWEEN or (between == ["and"] and one.first > 0 and words[one.first - 1] == "between")


def _in_minutes(words: Sequence[str], one: Quantity, other: Quantity) -> Quantity:
    """The "10m" of "2h 10m", which is no ten million."""
    if one.kind != "time" or words[one.last + 1 : other.first] != ["h"] or words[other.last] != "m":
        return other
    return replace(other, kind="time", value=other.value / 1e6, unit=1 / 1440, scaled=False)


def _one_length(words: Sequence[str], one: Quantity, other: Quantity) -> Quantity | None:
    """The one length of time that two tell together: "one year and two months"."""
    between = words[one.last + 1 : other.first]
    smaller = one.kind == other.kind == "time" and other.unit < one.unit
    if not smaller or len(between) > len(_YEAR_AND) or between[1:] not in ([], ["and"]):
        return None
    return replace(one, value=one.value + other.value * other.unit / one.unit, last=other.last)


def _in_its_scale(words: Sequence[str], one: Quantity, other: Quantity) -> Quantity:
    """The lower end of a range in the scale of the upper, where it is told with that alone: "two to three thousand".

    Behind "from" the first may be a little more: "from 5 to 3 million", but "from 800 to 2 million".
    """
    of_one_kind = one.kind == other.kind or ("number" in (one.kind, other.kind) and one.kind != "%")
    if not of_one_kind or not other.scaled or one.scaled or one.grouped or not 0 < one.value < _SMALL:
        return one
    scale = _scale_of(other.value)
    falls = one.first > 0 and words[one.first - 1] == "from"
    if one.value >= other.value / scale * (_FALL if falls else 1):
        return one
    written = " ".join((one.written, *other.written.split(" ")[1:2]))
    return replace(one, value=one.value * scale, scaled=True, written=written)


def _in_its_currency(one: Quantity, other: Quantity) -> Quantity:
    """The upper end of a range in the currency of the lower, where that alone has a sign: "$3 to 5 million"."""
    if other.kind != "number" or one.written[0] not in SIGNS:
        return other
    return replace(other, kind=one.kind, issuer=one.issuer, written=f"{one.written[0]}{other.written}")


def _in_its_unit(words: Sequence[str], one: Quantity, other: Quantity) -> Quantity:
    """The lower end of a range in what the upper is told in: "from 11.1 to 3.4 percent", "5 to 10 miles"; a year has no unit."""
    bare = one.kind == "number" and other.kind not in _OF_ITS_OWN
    share = other.kind == "%" and not other.written.casefold().endswith(
        (*PERCENT, "cent")
    )  # "six to eight in ten"
    if not bare or share or is_year(one, words) or is_year(other, words):
        return one
    tail = (
        word for word in other.written.split(" ")[1:] if word not in MAGNITUDES and word not in NUMBER_WORDS
    )
    sign = "%" if other.written.endswith("%") else ""
    written = " ".join((one.written + sign, *tail))
    return replace(one, kind=other.kind, unit=other.unit, issuer=other.issuer, written=written)


def _scale_of(value: float) -> float:
    """The thousands, millions or billions that a large number is told in."""
    return next((scale for scale in (1e12, 1e9, 1e6) if value >= scale), 1e3)
