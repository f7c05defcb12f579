"""Two numbers that stand side by side and tell one thing: the ends of a range, or one length of time; and by what a number is counted: per person, a month."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.reading.dates import is_year
from claimtrack.core.match.words.currencies import SIGNS
from claimtrack.core.match.words.lexicon import EACH, MAGNITUDES, NUMBER_WORDS, PERCENT, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading
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
    percent = other.written.casefold().endswith((*PERCENT, "cent"))
    share = other.kind == "%" and not percent  # "six to eight in ten"
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


COUNTED_BY = {
    **dict.fromkeys(words_of("person people capita head individual adult"), "person"),
    **dict.fromkeys(words_of("household family home"), "household"),
    **dict.fromkeys(words_of("child pupil student"), "child"),
    **dict.fromkeys(words_of("company firm business employer"), "company"),
    **dict.fromkeys(words_of("worker employee"), "worker"),
    **dict.fromkeys(words_of("second"), "second"),
    **dict.fromkeys(words_of("minute"), "minute"),
    **dict.fromkeys(words_of("hour hourly"), "hour"),
    **dict.fromkeys(words_of("night nightly"), "night"),
    **dict.fromkeys(words_of("quarter quarterly"), "quarter"),
    **dict.fromkeys(words_of("kilo kg kilogram"), "kilo"),
    **dict.fromkeys(words_of("litre liter"), "litre"),
    **{word: word for word in "gallon tonne acre hectare mile share ticket dose patient vote".split()},
    **dict.fromkeys(words_of("kilometre kilometer km"), "kilometre"),
    **dict.fromkeys(words_of("day daily"), "day"),
    **dict.fromkeys(words_of("week weekly"), "week"),
    **dict.fromkeys(words_of("month monthly"), "month"),
    **dict.fromkeys(words_of("year yearly annum annually annual"), "year"),
    **dict.fromkeys(words_of("decade"), "decade"),
}
"""What a rate is counted by: "$400 per person", "three times a week", "5 million daily"."""
_REACH = 5
"""Tokens behind a number in which it is told what it is counted by."""


def counted_by(reading: Reading, quantity: Quantity) -> str | None:
    """The word that says what a number is counted by, if one follows soon."""
    words = reading.words
    end = min(len(words), quantity.last + 1 + _REACH)
    for at in range(quantity.last + 1, end):
        if reading.sentences[at] != reading.sentences[quantity.last] or words[at][0].isdecimal():
            return None
        if words[at] == "share" and words[at + 1 : at + 2] == ["of"]:
            continue  # "as a share of the debt"
        singular = words[at].removesuffix("s")
        adverb = words[at].endswith("ly") and at > quantity.last + 1
        if words[at] in COUNTED_BY and (words[at - 1] in EACH or adverb):
            return words[at]
        if words[at - 1] in ("per", "each", "every") and singular in COUNTED_BY:
            return singular
    if len(reading.amounts) > 1:
        return None
    if words[0] in _OPENING and words[1] in SPANS:
        return words[1]  # "Each day, 90 patients are treated"
    return next((w for per, w in pairwise(words) if per == "per" and w in COUNTED_BY), None)


_OPENING = words_of("each every")
SPANS = words_of("second minute hour night day week month quarter year decade")
"""The spans of time by which something is counted."""
