"""Does it contain figures, shares or comparisons? What can be counted can be checked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy.features.registry import OUTLET, SPOKEN, feature, word_feature
from claimtrack.core.extract.checkworthy.sentence import MAY_EXCEED, word_class
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.extract.words.reading import contains_any, lookbehind, words_of
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_DIRECT, _INDIRECT, _OUTLET = Kind.DIRECT, Kind.INDIRECT, Kind.OUTLET

_YEAR = expression(r"\b(?:1[89]|20)\d\d(?:s\b|\b)")
_DIGIT = expression(
    r"(?<![a-z\d.,])(?<![a-z]-)\d(?!(?<=\b[2-6])g\b|(?<=\b[23])d\b|(?<=\b[48])k\b)"
    r"|(?<=[a-z])\d+(?:[,.]\d|bn\b|k\b|mn?\b)|(?<=\b(?:rm|rs|sh))\d|(?<=\b[nr])\d\d|(?<=\b(?:mid|pre)-)\d"
)
"""A digit outside a name: not in "covid-19", "the M1", "3D" or "5G", but in "N2,500" and "R40m"."""
_EXACT = expression(r"[,.](?:(?<=\d,)\d{3}|(?<=\d\.)\d)")
_THREE_DIGITS = expression(r"\d{3,}(?!\d)(?<!\b1[89]\d\d)(?<!\b20\d\d)")
_FIGURES = expression(r"\d(?<!\d\d)[\d.,]*+\D++\d")
_SHARES_OF = ("percent of", "per cent", "% of", "third of")
_HALF_OF = expression(r"\bhalf of\b")
_HALF_TIME = expression(
    r"\b(?:first|second|latter|back|opening|final) half\b|\bhalf (?:an (?:hour|inch)|a (?:century|day|decade|mile|minute)|past|court)\b|\band a half (?:decades|hours|miles|minutes|months|weeks|years)\b"
)
"""Halves of a year, of a match and of an hour, which are no share of anything: "the first half of 2019"."""
_PER = expression(r"\bper (?:year|day|week|month|capita|hour|person)")
_OUT_OF = expression(
    r"out of (?<=\bout of )(?:\d|(?:every|a (?:total|hundred|thousand)|two|three|four|five|six|seven|eight|nine|ten)\b)"
)
_SO_MANY_IN = expression(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine) (?:(?:in|out of) (?:every )?|of every )(?:\d|(?:two|three|four|five|six|seven|eight|nine|ten)\b)"
)
_FRACTION = expression(
    r"\b(?:an?|one|two|three|four|each|every|nearly|almost|over)[ -](?:third|quarter|fifth|tenth)s?\b|\b(?:third|quarter|fifth|tenth)s? of\b"
)
_QUARTER = expression(
    r"\b(?:first|second|third|fourth|final|last|previous|current|this|same|per) quarter\b|\bquarter of (?:19|20)\d\d\b"
)
_THEM = "(?:them|these|those|the|its|his|her|their|our|my)"
_SO_MANY = (
    "two three four five six seven eight nine ten most half third thirds quarter quarters fifth fifths none "
    "some all one many several few both"
)
_SO_MANY_WORDS = frozenset(_SO_MANY.split())
_SO_MANY_OF = expression(
    rf" of {lookbehind(_SO_MANY, ' of ')}{_THEM}\b"
    r"(?!(?<=one of (?:the|its|his|her|our)) (?:most|more|best|worst|top|key|leading|main|few|very|world's|[a-z]{2,}est)\b)"
)
"""Not "one of the most popular", which counts nothing."""
_FIGURE_OF = expression(rf"\d(?<!\w\d)\d*+ of {_THEM}\b")
_SUPERLATIVE = expression(
    r"\b(?!(?:inter|west|east|for|near|hon|requ|bequ|qu|gu|prie|pri|ch|cr|wr|att|det|unr|temp|inf|div|ing|beh|manif|ever|budap|midw|northw|southw|inc|mol|reinv|mod|prot|cont|arr|inv|sugg|harv|dig|conqu|har|t|b|r|g|l|h|v|p"
    r"|n)est\b)[a-z]{2,}est\b"
)
_AT_LEAST = expression(r"least(?<=\bat least)\b|most(?:(?<=\bat most)|(?<=\bmost) of)\b")
_UNIQUE = expression(r"than (?:any|all|ever)|in the (?:history|world)\b|of all time|in (?:\w+ )?history")
_UNIQUE_AT_HOME = expression(r"(?:only|first|most|\west)\b.* in the (?:country|nation)\b")
_LOOSE_RECORD = expression(r"\b(?:in the (?:country|nation|world)|most|only)\b")
"""Superlatives in casual speech: "the best in the world", "most of all"."""
_ORDINALS_LISTED = "second third fourth fifth sixth seventh eighth ninth tenth"
_ORDINAL = expression(
    rf" {lookbehind(_ORDINALS_LISTED)}(?!quarter|half|district|of\b|world|time|circuit|amendment|street"
    r"|avenue|floor|party|person|and\b)[a-z]+"
)


@feature(12, v.DIGITS)
def figure(s: Sentence) -> bool:
    """a figure"""
    low = s.lower if s.kind is not _DIRECT else _YEAR.sub("", s.lower)  # a year does not count in speech
    return _DIGIT.search(low) is not None


@feature(10, v.DIGITS, only=SPOKEN | OUTLET)
def exact(s: Sentence) -> bool:
    """an exact figure"""
    return _EXACT.search(s.lower) is not None or (
        s.kind is _DIRECT and _THREE_DIGITS.search(s.lower) is not None
    )


word_feature(5, "figures", "several figures", v.DIGITS, found=_FIGURES, quoted=True)


@feature(15, v.LARGE_NUMBERS)
def large_number(s: Sentence) -> bool:
    """thousands, millions or billions"""
    return s.kind is not _INDIRECT or not s.has_digit  # else the figure feature already covers it


word_feature(9, "number_word", "a number in words", v.NUMBER_WORDS)


@feature(11, v.PERCENT, v.SHARES, v.FRACTIONS, v.NUMBER_WORDS)
def percentage(s: Sentence) -> bool:
    """a percentage, a share or a multiple"""
    return (
        s.has(v.PERCENT)
        or (s.has(v.SHARES) and s.count(v.SHARES) > _counts_half_time(s))
        or (s.has(v.FRACTIONS) and _FRACTION.search(s.lower) is not None and _QUARTER.search(s.lower) is None)
        or (s.has(v.NUMBER_WORDS) and _SO_MANY_IN.search(s.lower) is not None)
    )


def _counts_half_time(s: Sentence) -> bool:
    """Whether "half" is a part of a year, of a match or of an hour."""
    return "half" in s.bag and _HALF_TIME.search(s.lower) is not None


@feature(7, v.PARTS, v.PERCENT, words_of("of"))
def share_of(s: Sentence) -> bool:
    """says how many out of how many"""
    if s.kind is _INDIRECT and percentage(s):
        return False
    low = s.lower
    if contains_any(low, _SHARES_OF) or ("out of " in low and _OUT_OF.search(low) is not None):
        return True
    if _counts_half_time(s):
        low = _HALF_TIME.sub("", low)
    if "half of" in low and _HALF_OF.search(low) is not None:  # not "on behalf of"
        return True
    if (" in " in low or " of every " in low) and _SO_MANY_IN.search(low) is not None:
        return True
    if "per " in low and _PER.search(low) is not None:
        return True
    if (not s.bag.isdisjoint(_SO_MANY_WORDS) or "-" in low) and _SO_MANY_OF.search(low) is not None:
        return True
    return s.has_digit and _FIGURE_OF.search(low) is not None


_MEASURING = word_class(
    "measured tested counted sampled recorded tracked compared surveyed interviewed weighed caught logged "
    "analysed analyzed"
)
_SHARE = word_class("share")
_SHARE_OF = expression(r"\bshares? of\b|\b(?:market|audience) share\b")
"""A share as a part of something, not of a company: "$10 a share", nor "share the photos"."""


@feature(5, v.RATES, _MEASURING, _SHARE)
def rate(s: Sentence) -> bool:
    """a rate, an average or a count"""
    return s.has(v.RATES) or s.has(_MEASURING) or _SHARE_OF.search(s.lower) is not None


_THAN = expression(r" than\b(?<!rather than)(?<!other than)")
word_feature(8, "comparison", "a comparison", v.COMPARING, found=_THAN)
word_feature(
    -7, "more", "says more or less, better or worse", words_of("more less better worse"), only=OUTLET
)


_FIRST = word_class("first")
_ONCE = word_class("time ever")
_EARLIER = word_class("previous previously")
_ORDINALS = word_class(_ORDINALS_LISTED)


@feature(6, v.EXTREMES, MAY_EXCEED, v.SCOPE, _EARLIER, _ORDINALS)
def record(s: Sentence) -> bool:
    """a word such as first, only, most or record"""
    low = s.lower
    if s.quoted and _LOOSE_RECORD.search(low) is not None:
        return False
    if s.follows(_FIRST, _ONCE) or (s.has(v.SCOPE) and _is_unique(low)):
        return True
    if not s.is_bare and (s.has(_EARLIER) or _ORDINAL.search(low) is not None):
        return True
    if s.has(_FIRST) and s.kind is not _OUTLET and not s.is_bare:
        return False  # casual speech: "at first", "first of all"
    if s.has(v.EXTREMES) and (s.count(v.EXTREMES) > 1 or _AT_LEAST.search(low) is None):
        return True
    return s.has(MAY_EXCEED) and _SUPERLATIVE.search(low) is not None


def _is_unique(low: str) -> bool:
    """Whether the words say that something is unique or unprecedented."""
    at_home = "in the country" in low or "in the nation" in low
    return _UNIQUE.search(low) is not None or (at_home and _UNIQUE_AT_HOME.search(low) is not None)


word_feature(3, "change", "a rise, a fall, a gain or a loss", v.RISES_AND_FALLS)


_UP_OR_DOWN = word_class("up down higher lower")
_UP_TO = expression(r"\b(?:up|down) (?:against|for|to (?![$£€\d]))")
""" "It is up to the council", "is down to luck", "was up against Moor": nothing moves."""
_MOVING = word_class("go goes going gone went is are was were been come came stay stayed")


@feature(12, _UP_OR_DOWN)
def up_or_down(s: Sentence) -> bool:
    """something is or goes up or down"""
    return s.follows(_MOVING, _UP_OR_DOWN) and _UP_TO.search(s.lower) is None
