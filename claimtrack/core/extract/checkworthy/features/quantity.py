"""Figures, shares, comparisons: what can be counted can be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy.features.registry import feature, words
from claimtrack.core.extract.checkworthy.sentence import MAY_EXCEED
from claimtrack.core.extract.words import vocabulary as v

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_SHARES_OF = ("percent of", "per cent", "% of", "half of", "third of", "of every")
_PER = expression(r"\bone in\b|\bper (?:year|day|week|month|capita|hour|person)")
_OUT_OF = expression(
    r"\bout of (?:(?P<many>\d|(?:every|a (?:total|hundred|thousand)|two|three|four|five|six|seven|eight|nine|ten)\b)|\w)"
)
_SO_MANY_IN = expression(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine) (?:in|out of) (?:two|three|four|five|six|seven|eight|nine|ten)\b"
)
_FRACTION = expression(
    r"\b(?:an?|one|two|three|four|each|every|nearly|almost|over)[ -](?:third|quarter|fifth|tenth)s?\b|\b(?:third|quarter|fifth|tenth)s? of\b"
)
_QUARTER = expression(
    r"\b(?:first|second|third|fourth|final|last|previous|current|this|same|per) quarter\b|\bquarter of (?:19|20)\d\d\b"
)
_SUPERLATIVE = expression(
    r"\b(?!(?:inter|west|east|for|near|hon|requ|bequ|qu|gu|prie|pri|ch|cr|wr|att|det|unr|temp|inf|div|ing|beh|manif|ever|budap|midw|northw|southw|inc|mol|reinv|mod|prot|cont|arr|inv|sugg|dig|conqu|har|t|b|r|g|l|h|v|p"
    r"|n)est\b)[a-z]{2,}est\b"
)
_UNIQUE = expression(
    r"than any|than all|than ever|in the (?:history|world)\b|(?:only|first|most|\w+est)\b.* in the (?:country|nation)\b|of all time|in history"
    r"|in \w+ history"
)


@feature(7, v.PERCENT, v.SHARES, v.FRACTIONS, v.NUMBER_WORDS)
def percentage(s: Sentence) -> bool:
    """a percentage, a share or a multiple"""
    return (
        s.has(v.PERCENT)
        or s.has(v.SHARES)
        or (s.has(v.FRACTIONS) and _FRACTION.search(s.lower) is not None and _QUARTER.search(s.lower) is None)
        or (s.has(v.NUMBER_WORDS) and _SO_MANY_IN.search(s.lower) is not None)
    )


@feature(7, v.PARTS, v.PERCENT)
def share_of(s: Sentence) -> bool:
    """so many of so many, per cent or per day"""
    low = s.lower
    if any(map(low.__contains__, _SHARES_OF)) or (
        ("one in" in low or "per " in low) and _PER.search(low) is not None
    ):
        return True
    of = _OUT_OF.search(low) if "out of" in low else None
    return of is not None and of["many"] is not None


@feature(1, v.PARTS)
def out_of(s: Sentence) -> bool:
    """out of something or somewhere"""
    return "out of" in s.lower and _OUT_OF.search(s.lower) is not None and not share_of(s)


words(13, "large_number", "a large number", v.LARGE_NUMBERS)
words(12, "figure", "a figure", v.DIGITS)


words(8, "number_word", "a number in words", v.NUMBER_WORDS)


@feature(6, v.EXTREMES, MAY_EXCEED)
def superlative(s: Sentence) -> bool:
    """a superlative, or first, only, top, a record"""
    return s.has(v.EXTREMES) or _SUPERLATIVE.search(s.lower) is not None


words(3, "unique", "than any other, in history, in the world or the country", v.SCOPE, found=_UNIQUE)
words(7, "comparison", "compared by than", v.COMPARING)
words(2, "universal", "never, always, every, any or no", v.UNIVERSALS)
words(3, "change", "a rise, a fall, a gain or a loss", v.RISES_AND_FALLS)
words(4, "rate", "a number, a rate, a share or an average", v.RATES)
