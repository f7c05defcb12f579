"""A guard on rates: what a number is counted by, and how often something happens."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING

from claimtrack.core.match.amounts import FIRST
from claimtrack.core.match.lexicon import MAGNITUDES, words_of
from claimtrack.core.match.numerals import plain_number

if TYPE_CHECKING:
    from claimtrack.core.match.quantities import Quantity
    from claimtrack.core.match.reading import Reading

_COUNTED_BY = {
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
_EACH = words_of("per a an each every")
_REACH = 5
"""Tokens behind a number in which it is told what it is counted by."""
_SPANS = words_of("second minute hour night day week month quarter year decade")
_SPANS_WORDS = frozenset(word for word, span in _COUNTED_BY.items() if span in _SPANS)
_REGULARLY = words_of("every each per average")
_ADVERBS = words_of("hourly nightly daily weekly monthly quarterly yearly annual annually")


def rates_differ(a: Reading, b: Reading) -> str | None:
    """The same number for each of another thing: per person and per household, a day and a week."""
    for x, y in product(a.amounts[:FIRST], b.amounts[:FIRST]):
        if x.value == y.value and x.kind == y.kind:
            one, other = _counted_by(a, x), _counted_by(b, y)
            if one and other and _COUNTED_BY[one] != _COUNTED_BY[other]:
                return f"other rate: {x.written} per {one} / {y.written} per {other}"
    per, per_b = _per_how_many(a), _per_how_many(b)
    if per and per_b and per[0] != per_b[0]:
        return f"other rate: per {per[1]} / per {per_b[1]}"
    ours, theirs = _spans(a), _spans(b)
    if ours and theirs and ours.keys().isdisjoint(theirs):
        return f"other rate: {min(ours.values())} / {min(theirs.values())}"
    return None


def _per_how_many(reading: Reading) -> tuple[float, str] | None:
    """Of how many something is told: "per 100,000", "per million"."""
    if "per" not in reading.vocabulary:
        return None
    for at, word in enumerate(reading.words[:-1]):
        following = reading.words[at + 1]
        if word == "per" and (following[0].isdigit() or following in MAGNITUDES):
            value = plain_number(following) if following[0].isdigit() else MAGNITUDES[following]
            return (value, reading.tokens[at + 1].text) if value else None
    return None


def _spans(reading: Reading) -> dict[str, str]:
    """The spans of time by which something is told to happen, each as written: "every week", "annual"."""
    if _SPANS_WORDS.isdisjoint(reading.vocabulary):
        return {}
    found = {}
    for before, word in pairwise(["", *reading.words]):
        span = _COUNTED_BY.get(word)
        if span in _SPANS and (before in _REGULARLY or word in _ADVERBS):
            found[span] = f"{before} {word}" if before in _REGULARLY else word
    return found


def _counted_by(reading: Reading, quantity: Quantity) -> str | None:
    """The word that says what a number is counted by, if one follows soon."""
    words = reading.words
    end = min(len(words), quantity.last + 1 + _REACH)
    for at in range(quantity.last + 1, end):
        if reading.sentences[at] != reading.sentences[quantity.last] or words[at][0].isdigit():
            return None
        singular = words[at].removesuffix("s")
        adverb = words[at].endswith("ly") and at > quantity.last + 1
        if words[at] in _COUNTED_BY and (words[at - 1] in _EACH or adverb):
            return words[at]
        if words[at - 1] in ("per", "each", "every") and singular in _COUNTED_BY:
            return singular
    if len(reading.amounts) > 1:
        return None
    return next((w for per, w in pairwise(words) if per == "per" and w in _COUNTED_BY), None)
