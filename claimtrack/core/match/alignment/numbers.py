"""Numbers of one statement that the other has too, or need not have: as written, as "several", or less exactly."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from math import inf
from typing import NamedTuple

from claimtrack.core.language.word_lists import APPROXIMATE, MAGNITUDES, STOP_WORDS, words_of
from claimtrack.core.match.reading.dates import may_be_same_day
from claimtrack.core.match.reading.numbers.agreement import (
    MAX_COMPARED,
    can_agree_in_context,
    contains_number,
)
from claimtrack.core.match.reading.numbers.bounds import find_hedge_start, read_bound_after
from claimtrack.core.match.reading.numbers.measures import MEASURES
from claimtrack.core.match.reading.numbers.quantities import Quantity
from claimtrack.core.match.reading.numbers.shares import parse_part_and_whole
from claimtrack.core.match.reading.numbers.sums import is_in_ordinal_range
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.semantics.kinds import are_generalised


def quantities_by_token(reading: Reading) -> dict[int, Quantity]:
    """Token -> the number it belongs to, with units and approximations: "about 24 months", "the year 2018"."""
    words, found = reading.words, {}
    for quantity in reading.quantities:
        first, last = find_hedge_start(words, quantity.first), quantity.last
        first -= first > 0 and (words[first - 1] in MEASURES or words[first - 1] in APPROXIMATE)
        last += quantity.unit_words or (last + 1 < len(words) and words[last + 1] in MEASURES)
        bound, end = read_bound_after(words, reading.tokens, quantity.last + 1)
        after = range(end - 2, end) if bound else ()
        places = (i for i in (*range(first, last + 1), *after) if i not in quantity.embedded_places)
        found.update(dict.fromkeys(places, quantity))
    return found


def _is_bare_percentage(one: Reading, x: Quantity, other: Reading, y: Quantity) -> bool:
    """Whether one of two numbers is a percentage and the other has no unit: "is 5% in Madrid", "is 5 in Madrid"."""
    if x.kind == y.kind or "%" not in (x.kind, y.kind):
        return False
    reading, bare = (one, x) if y.kind == "%" else (other, y)
    at = bare.last + 1
    return bare.kind == "number" and (reading.ends_clause(at) or reading.words[at] in STOP_WORDS)


def is_majority(quantity: Quantity) -> bool:
    """Whether a number only states a majority: "more than half"."""
    return quantity.kind == "%" and quantity.value == 50 and quantity.bound > 0


_ZERO_WORDS = words_of("zero nil")
MAJORITY_WORDS = words_of("most majority")


def is_stated_as_counts(share: Quantity, reading: Reading) -> bool:
    """Whether a statement gives a share as its two numbers: "14 out of 19", "14 of 19", "of the 19 members 14"."""
    counts = parse_part_and_whole(share.written) if share.kind == "%" else None
    if counts is None:
        return False
    first = {q.value: q.first for q in reversed(reading.quantities) if q.kind == "number"}
    part, whole = (first.get(value) for value in counts)
    if part is None or whole is None:
        return False
    return part < whole or "of" in reading.words[max(0, whole - 2) : whole]


def is_number_matched(quantity: Quantity, one: Reading, other: Reading) -> bool:
    """Whether the other side gives a number, or expresses it without one: "one week", "a week"."""

    def can_be(x: Quantity, y: Quantity) -> bool:
        return (
            can_agree_in_context(one, x, other, y)
            and x.bound == y.bound
            and not _is_bare_percentage(one, x, other, y)
        )

    if contains_number(other, quantity, can_be):
        return True
    shares = (q for q in other.quantities[:MAX_COMPARED] if is_stated_as_counts(q, one))
    counts = (parse_part_and_whole(q.written) or () for q in shares)
    if is_stated_as_counts(quantity, other) or any(quantity.value in two for two in counts):
        return True
    if is_majority(quantity) and not MAJORITY_WORDS.isdisjoint(other.vocabulary):
        return True
    if is_in_ordinal_range(one, quantity, other):
        return True
    words = one.words
    if words[quantity.first] in _ZERO_WORDS and other.negators and quantity.first in one.negators:
        return True  # "zero tax" denies as "not any" does, which the guards compare
    if words[quantity.first] == "one" and quantity.first == quantity.last:
        counted = one.word(quantity.last + 1)
        return any((article, counted) in pairwise(other.words) for article in ("a", "an"))
    return False


def may_be_same_number(one: Reading, ours: Sequence[int], other: Reading, theirs: Sequence[int]) -> bool:
    """Whether the tokens of two statements are numbers that may be the same: "more than 4,000", "4,120"."""
    numbers, numbers_b = quantities_by_token(one), quantities_by_token(other)
    if not (numbers.keys() >= {*ours} and numbers_b.keys() >= {*theirs}):
        return False
    x, y = {id(numbers[at]): numbers[at] for at in ours}, {id(numbers_b[at]): numbers_b[at] for at in theirs}
    return len(x) == len(y) and all(
        (can_agree_in_context(one, q, other, r) and q.value != r.value and _is_round(q if q.bound else r))
        or _is_year_of_decade(one, q, r)
        or _is_year_of_decade(other, r, q)
        for q, r in zip(x.values(), y.values(), strict=True)
    )


def _is_year_of_decade(reading: Reading, decade: Quantity, year: Quantity) -> bool:
    """Whether a year is within a decade: "the 1980s", "1984"."""
    is_plural = reading.word(decade.last + 1) == "s" and decade.value % 10 == 0
    return is_plural and 0 < year.value - decade.value < 10


def _is_round(quantity: Quantity) -> bool:
    """Whether a number is a bound only because it is rounded: "more than 4,000", "over half"; but "more than 12" is 13."""
    may_be_rounded = quantity.value >= _MIN_ROUNDED_NUMBER and quantity.value % 10 == 0
    return may_be_rounded or quantity.scaled or quantity.kind == "%"


_MIN_ROUNDED_NUMBER = 100
"""From this number on, one that ends in zero may be rounded."""


_VAGUE_RANGES = {
    "some": (2, inf), "several": (3, 20), "few": (2, 10), "many": (10, inf), "couple": (2, 3), "pair": (2, 2), "handful": (3, 10),
    "dozens": (24, 200), "hundreds": (200, 2_000), "thousands": (2_000, 20_000),
}  # fmt: skip
"""Word -> the least and the most that it may mean."""
_VAGUE_NOUNS = words_of("couple pair handful dozens hundreds thousands")


class _VagueCount(NamedTuple):
    """A count: its least and most, its tokens, the noun after them, and whether it is a number."""

    least: float
    most: float
    places: range
    thing: str
    is_number: bool


def may_be_same_count(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> bool:
    """Whether what is left over only counts the same noun, with a vague word on one side that fits the number of the other: "several", "five"."""
    if a.negators or b.negators or _VAGUE_RANGES.keys().isdisjoint(a.vocabulary | b.vocabulary):
        return False
    return any(
        x.thing == y.thing
        and {*ours} <= {*x.places}
        and {*theirs} <= {*y.places}
        and x.least <= y.most
        and y.least <= x.most
        for x, y in product(_find_counts(a), _find_counts(b))
        if not (x.is_number and y.is_number)
    )


def _find_counts(reading: Reading) -> Iterator[_VagueCount]:
    """The counts of a statement, by vague words and numbers."""
    words, last = reading.words, len(reading.words) - 1
    for at, word in enumerate(words):
        after = at + 1 + (word in _VAGUE_NOUNS)
        if word not in _VAGUE_RANGES or after > last or (word == "few" and words[at - 1] != "a"):
            continue
        if words[after] in MAGNITUDES or (at > 1 and words[at - 2] in MAGNITUDES):
            continue  # "hundreds of thousands"
        if (word in _VAGUE_NOUNS) == (words[at + 1] == "of"):
            yield _VagueCount(*_VAGUE_RANGES[word], range(at, at + 1), words[after], is_number=False)
    for q in reading.quantities:
        if q.kind == "number" and q.bound == 0 and q.last < last and words[q.first] not in _VAGUE_RANGES:
            places = range(q.first, q.last + 1)
            yield _VagueCount(q.value, q.value, places, words[q.last + 1], is_number=True)


def may_agree_loosely(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> bool:
    """Whether what is left over may be the same, less exactly: "several officers", "five officers"; "tomorrow", "on Tuesday"; "a man", "a person"."""
    words, words_b = ([r.words[at] for at in places] for r, places in ((a, ours), (b, theirs)))
    return (
        may_be_same_count(a, ours, b, theirs)
        or may_be_same_day(words, words_b)
        or are_generalised(a, ours, b, theirs)
    )
