"""What a number is counted by: per person, a month, per litre."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import EACH, words_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading

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
