"""What a number is counted by: per person, a month."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import (
    EACH,
    PER_WORDS,
    groups_by_word,
    words_of,
)

if TYPE_CHECKING:
    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading


RATE_UNITS = groups_by_word(
    """
    person: person people capita head individual adult | household: household family home | child: child pupil student
    | company: company firm business employer | worker: worker employee | second: second | minute: minute | hour: hour hourly
    | night: night nightly | day: day daily | week: week weekly | month: month monthly | quarter: quarter quarterly
    | year: year yearly annum annually annual | decade: decade | kilo: kilo kg kilogram | litre: litre liter
    | kilometre: kilometre kilometer km | gallon: gallon | tonne: tonne | acre: acre | hectare: hectare | mile: mile
    | share: share | ticket: ticket | dose: dose | patient: patient | vote: vote
    """
)
"""Units of rates: "$400 per person", "three times a week", "5 million daily"."""
_RATE_REACH = 5
"""Number of tokens after a number within which its rate unit stands."""


def find_rate_unit(reading: Reading, quantity: Quantity) -> str | None:
    """Return the word for what a rate is counted by, if one follows soon."""
    words = reading.words
    if quantity.kind == "speed":
        return None  # the hour of "miles an hour" is part of its unit
    end = min(len(words), quantity.last + 1 + _RATE_REACH)
    for at in range(quantity.last + 1, end):
        if reading.sentences[at] != reading.sentences[quantity.last] or words[at][0].isdecimal():
            return None
        if words[at] == "share" and reading.word(at + 1) == "of":
            continue  # "as a share of the debt"
        singular = words[at].removesuffix("s")
        adverb = words[at].endswith("ly") and at > quantity.last + 1
        if words[at] in RATE_UNITS and (words[at - 1] in EACH or adverb):
            return words[at]
        if words[at - 1] in PER_WORDS and singular in RATE_UNITS:
            return singular
    if len(reading.amounts) > 1:
        return None
    if words[0] in _OPENING and words[1] in TIME_SPANS:
        return words[1]  # "Each day, 90 patients are treated"
    return next((w for per, w in pairwise(words) if per == "per" and w in RATE_UNITS), None)


_OPENING = words_of("each every")
TIME_SPANS = words_of("second minute hour night day week month quarter year decade")
"""The spans of time that rates are counted by."""
