"""Two numbers that are one: the ends of a range, a duration in two units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import (
    MAGNITUDES,
    NUMBER_WORDS,
    PERCENT,
    phrases_of,
    words_of,
)
from claimtrack.core.match.reading.dates import is_year
from claimtrack.core.match.words.currencies import SIGNS

if TYPE_CHECKING:
    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.words.tokens import Tokens


_YEAR_AND = ["years", "and"]
_BETWEEN = phrases_of("to | - | – | or")
_MAX_UNSCALED = 1000
"""Larger numbers are written in full."""
_MAX_FALL_RATIO = 10
"""How many times the upper end the lower may be after a fall: "from 12 to 3 million"."""
_UNSHARED_KINDS = words_of("number clock ordinal times")
"""Kinds that the first number of a range does not take over."""


def combine_numbers(words: Sequence[str], text: Tokens, one: Quantity, other: Quantity) -> list[Quantity]:
    """Return two numbers as they are meant: "one year and two months" is one, "from 5 to 3 million euros" are both millions of euros."""
    if whole := _add_durations(words, one, other):
        return [whole]
    if not _are_ends(words, text, one, other):
        return [one, other]
    one, other = _share_scale(words, one, other), _share_currency(one, other)
    return [_share_unit(words, one, other), other]


def _are_ends(words: Sequence[str], text: Tokens, one: Quantity, other: Quantity) -> bool:
    """Whether two numbers are the ends of one range: "from 6 to 4", "between 5 and 10", "5-10", but not "8.79, or 0.9 percent"."""
    between = words[one.last + 1 : other.first]
    if between and text.gap(one.last + 1) > 1:
        return False
    return between in _BETWEEN or (between == ["and"] and one.first > 0 and words[one.first - 1] == "between")


def _add_durations(words: Sequence[str], one: Quantity, other: Quantity) -> Quantity | None:
    """Return the one duration that two numbers make up, if they do: "one year and two months"."""
    between = words[one.last + 1 : other.first]
    smaller = one.kind == other.kind == "time" and other.unit < one.unit
    if not smaller or len(between) > len(_YEAR_AND) or between[1:] not in ([], ["and"]):
        return None
    return replace(one, value=one.value + other.value * other.unit / one.unit, last=other.last)


def _share_scale(words: Sequence[str], one: Quantity, other: Quantity) -> Quantity:
    """Return the lower end of a range in the scale that only the upper has: "two to three thousand".

    After "from" the first may be somewhat larger: "from 5 to 3 million", but "from 800 to 2 million".
    """
    of_one_kind = one.kind == other.kind or ("number" in (one.kind, other.kind) and one.kind != "%")
    if not of_one_kind or not other.scaled or one.scaled or one.grouped or not 0 < one.value < _MAX_UNSCALED:
        return one
    scale = next((scale for scale in (1e12, 1e9, 1e6) if other.value >= scale), 1e3)
    falls = one.first > 0 and words[one.first - 1] == "from"
    if one.value >= other.value / scale * (_MAX_FALL_RATIO if falls else 1):
        return one
    written = " ".join((one.written, *other.written.split(" ")[1:2]))
    return replace(one, value=one.value * scale, scaled=True, written=written)


def _share_currency(one: Quantity, other: Quantity) -> Quantity:
    """Return the upper end of a range in the currency that only the lower has: "$3 to 5 million"."""
    if other.kind != "number" or one.written[0] not in SIGNS:
        return other
    return replace(other, kind=one.kind, issuer=one.issuer, written=f"{one.written[0]}{other.written}")


def _share_unit(words: Sequence[str], one: Quantity, other: Quantity) -> Quantity:
    """Return the lower end of a range in the unit that only the upper has, "from 11.1 to 3.4 percent", "5 to 10 miles"; a year has no unit."""
    bare = one.kind == "number" and other.kind not in _UNSHARED_KINDS
    percent = other.written.casefold().endswith((*PERCENT, "cent"))
    share = other.kind == "%" and not percent  # "six to eight in ten"
    if not bare or share or is_year(one, words) or is_year(other, words):
        return one
    tail = other.written.split(" ")[1:]
    tail = [word for word in tail if word not in MAGNITUDES and word not in NUMBER_WORDS]
    sign = "%" if other.written.endswith("%") else ""
    written = " ".join((one.written + sign, *tail))
    return replace(one, kind=other.kind, unit=other.unit, issuer=other.issuer, written=written)
