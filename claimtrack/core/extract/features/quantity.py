"""Figures, shares, comparisons: what can be counted can be checked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.extract import vocabulary as v
from claimtrack.core.extract.features.registry import feature, words

if TYPE_CHECKING:
    from claimtrack.core.extract.sentence import Sentence

_SHARE = re.compile(
    r"percent of|per cent|% of|\bout of \w|half of|third of|\bone in\b|of every|\bper (?:year|day|week"
    r"|month|capita|hour|person)"
)
_SO_MANY_IN = re.compile(
    r"\b(?:one|two|three|four|five|six|seven|eight|nine) (?:in|out of) (?:two|three|four|five|six|seven|eight|nine|ten)\b"
)
_SUPERLATIVE = re.compile(
    r"\b(?!(?:inter|west|east|for|near|hon|requ|mod|prot|cont|arr|inv|sugg|dig|conqu|har|t|b|r|g|l|h|v|p"
    r"|n)est\b)[a-z]{2,}est\b"
)
_EST = re.compile(r"est\b")
_UNIQUE = re.compile(
    r"than any|than all|than ever|in the (?:history|world|country|nation)\b|of all time|in history"
    r"|in \w+ history"
)


@feature(10)
def percentage(s: Sentence) -> bool:
    """a percentage or a share"""
    return (
        "%" in s.text
        or s.has(v.SHARES)
        or (s.has(v.NUMBER_WORDS) and _SO_MANY_IN.search(s.lower) is not None)
    )


@feature(7)
def share_of(s: Sentence) -> bool:
    """so many of so many"""
    return (s.has(v.PARTS) or "%" in s.text) and _SHARE.search(s.lower) is not None


words(12, "large_number", "a large number", v.LARGE_NUMBERS)
words(12, "figure", "a figure", v.DIGITS)


words(6, "number_word", "a number in words", v.NUMBER_WORDS)


@feature(4)
def superlative(s: Sentence) -> bool:
    """a superlative"""
    ends_so = _EST.search(s.lower) is not None and _SUPERLATIVE.search(s.lower) is not None
    return ends_so or s.has(v.EXTREMES)


@feature(6, v.SCOPE)
def unique(s: Sentence) -> bool:
    """unlike any other"""
    return _UNIQUE.search(s.lower) is not None


words(5, "comparison", "more or less than something else", v.COMPARING)
words(4, "universal", "never, always, every or none", v.UNIVERSALS)
words(3, "change", "a rise or a fall", v.RISES_AND_FALLS)
words(5, "rate", "a rate, a level or an average", v.RATES)
