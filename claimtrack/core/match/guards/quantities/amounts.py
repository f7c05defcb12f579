"""Guards on numbers: which of them may be the same, and what differs where they are not."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import pairwise, product
from math import log
from operator import ne
from typing import NamedTuple

from claimtrack.core.language.word_lists import MONTHS, NEARLY, ORDINALS, STOP_WORDS, words_of
from claimtrack.core.match.guards.quantities.limits import are_same_limit
from claimtrack.core.match.guards.quantities.units import (
    MAX_NUMBERS,
    are_changes_unrelated,
    are_count_and_sum,
    are_of_different_sorts,
    are_shares_unrelated,
    quote_number,
)
from claimtrack.core.match.reading.numbers.agreement import MAX_COMPARED, can_agree_in_context, can_be_equal
from claimtrack.core.match.reading.numbers.bounds import JUST_SHORT_OF
from claimtrack.core.match.reading.numbers.measures import MEASURES
from claimtrack.core.match.reading.numbers.quantities import Quantity
from claimtrack.core.match.reading.numbers.sums import are_equivalent_counts, may_follow_from
from claimtrack.core.match.reading.reading import Reading, meanings
from claimtrack.core.match.reading.syntax.bindings import context_terms, share_context, sole_difference
from claimtrack.core.match.words.currencies import MONEY
from claimtrack.core.match.words.terms import stem, stems_of


def _unmatched(a: Reading, b: Reading) -> tuple[list[Quantity], list[Quantity]]:
    """The numbers of each side without a partner on the other; equal ones are paired first."""
    ours, theirs = _relevant_amounts(a, b), _relevant_amounts(b, a)
    for alike in _PAIRING_RULES:
        values = {y.value for y in theirs}
        for x in list(ours):
            if alike is not _are_any_two and x.value not in values:
                continue
            # In a list of hundreds, equal numbers are found throughout, near ones only among the first.
            candidates = theirs if alike is not _are_any_two else theirs[:MAX_COMPARED]
            agreeing = (y for y in candidates if alike(x, y) and can_agree_in_context(a, x, b, y))
            if partner := next((y for y in agreeing if not _are_opposite_bounds(a, x, b, y)), None):
                ours.remove(x)
                theirs.remove(partner)
    return ours, theirs


def _relevant_amounts(one: Reading, other: Reading) -> list[Quantity]:
    """The numbers of one side, without quarters of a year unless the other mentions a half: "the best quarter", "the first half"."""
    if "quarter" not in one.vocabulary or "half" in other.vocabulary:
        return list(one.amounts)
    return [
        q for q in one.amounts if q.written != "quarter" or one.words[q.first - 1] not in _QUARTER_DETERMINERS
    ]


_QUARTER_DETERMINERS = (
    ORDINALS.keys() | MONTHS.keys() | words_of("the this its last best worst latest previous next same")
)


def _are_any_two(x: Quantity, y: Quantity) -> bool:
    """The loosest of the pairing rules: any two numbers may be the same."""
    return True


_PAIRING_RULES: tuple[Callable[[Quantity, Quantity], bool], ...] = (
    lambda x, y: x.value == y.value and x.kind == y.kind,
    lambda x, y: x.value == y.value,
    _are_any_two,
)
"""How alike two paired numbers must be, strictest rule first: eighty people are "80 years" only if nothing fits better."""


def _are_opposite_bounds(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether one says that a number is not quite reached, the other that it is exceeded: nearly, over 5 million."""
    if x.bound == y.bound or x.value != y.value:
        return False
    upper, lower = ((a, x), (b, y)) if y.bound > 0 else ((b, y), (a, x))
    before = upper[0].words[max(0, upper[1].first - 3) : upper[1].first]
    return lower[1].bound > 0 and (not NEARLY.isdisjoint(before[-1:]) or before in JUST_SHORT_OF)


def measures_differ(a: Reading, b: Reading) -> str | None:
    """Both measure the same thing in one unit, or give its share, and disagree: 19 and 29 metres, a third and a fifth."""
    difference = _find_difference(a, b)
    return difference.text if difference and difference.measured else None


def numbers_differ(a: Reading, b: Reading) -> str | None:
    """Both give a number for the same thing, and disagree: "40 arrests", "60 arrests"."""
    difference = _find_difference(a, b)
    return difference.text if difference and not difference.measured else None


def have_unrelated_numbers(a: Reading, b: Reading) -> bool:
    """Whether the numbers that differ belong to two things, so that both may be true."""
    return bool((difference := _find_difference(a, b)) and difference.is_unrelated)


def _only_names_shared(a: Reading, b: Reading) -> bool:
    """Whether two statements share only names: what somebody bought, and what he promised."""
    if (a.terms & b.terms) - a.names.keys() or not a.names.keys() & b.names.keys():
        return False
    named = {meaning for name in a.names for meaning in meanings(name)}
    return not (a.senses & b.senses) - named - a.names.keys()


def _is_exact(quantity: Quantity) -> bool:
    """Whether a number is so exact that it is no other's part or rank: 1,216 or 6.8, but not 6."""
    return bool(quantity.value % 1) or (quantity.value >= _MIN_EXACT and not quantity.scaled)


_MIN_EXACT = 100


def _count_same_noun(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether the same noun follows two large numbers: half a million Syrians, 1.5 million Syrians."""
    noun, noun_b = a.word(x.last + 1), b.word(y.last + 1)
    same = noun and noun not in STOP_WORDS and stem(noun) == stem(noun_b)
    return bool(same) and min(x.value, y.value) >= _MIN_EXACT


class _NumberDifference(NamedTuple):
    """What differs, whether both are measured in one unit, and whether they belong to two things."""

    text: str
    measured: bool
    is_unrelated: bool = False


@lru_cache(maxsize=64)
def _find_difference(a: Reading, b: Reading) -> _NumberDifference | None:
    """The first difference between the numbers of two statements, cached."""
    ours, theirs = _unmatched(a, b)
    same_but_one = len(a.sequence) == len(b.sequence) and sum(map(ne, a.sequence, b.sequence)) == 1
    only_numbers_differ = all(term[0] == "#" for term in a.terms ^ b.terms)
    for x, y in _pairs_in_order(ours[:MAX_NUMBERS], theirs[:MAX_NUMBERS]):
        others = [amount for amount in (*a.amounts, *b.amounts) if amount is not x and amount is not y]
        are_changes = a.words[x.first - 1] == b.words[y.first - 1] == "by"
        follows = may_follow_from(x, y, others) or are_equivalent_counts(a, x, b, y)
        if follows and not (same_but_one or are_changes):
            continue
        if are_same_limit(a, x, b, y) or are_of_different_sorts(a, x, b, y):
            continue
        if not only_numbers_differ and (are_count_and_sum(a, x, b, y) or _are_of_two_scales(x, y)):
            continue
        comparable = x.kind == y.kind or ("number" in (x.kind, y.kind) and "ordinal" not in (x.kind, y.kind))
        is_only_of_kind = x.kind not in ("number", "ordinal") and all(
            [q.kind for q in side].count(x.kind) == 1 for side in (ours, theirs)
        )
        is_only_pair = len(ours) == len(theirs) == 1
        exact = (_is_exact(x) and _is_exact(y)) or _count_same_noun(a, x, b, y)
        surely = is_only_of_kind or (is_only_pair and x.kind == y.kind == "number" and exact)
        if comparable and (surely or _concern_same_thing(a, x, b, y, in_other_words=is_only_pair)):
            measured = surely and x.kind == y.kind and not are_shares_unrelated(a, x, b, y)
            measured = measured and (_count_same_noun(a, x, b, y) or not _only_names_shared(a, b))
            text = f"differs: {quote_number(a, x)} / {quote_number(b, y)}"
            return _NumberDifference(text, measured, are_changes_unrelated(a, x, b, y))
    result, result_b = (
        _find_score(r, side if len(side) > 1 else _voted(r)) if side else None
        for r, side in ((a, ours), (b, theirs))
    )
    if result and result_b:
        return _NumberDifference(f"differs: {result} / {result_b}", measured=False)
    slot = sole_difference(a, b) if ours and theirs else None
    if slot and all(r.words[at][0].isdecimal() for r, at in zip((a, b), slot, strict=True)):
        text = f"differs: {_quote_number_at(a, slot[0])} / {_quote_number_at(b, slot[1])}"
        return _NumberDifference(text, measured=False)
    return None


def _pairs_in_order(ours: list[Quantity], theirs: list[Quantity]) -> list[tuple[Quantity, Quantity]]:
    """All pairs of numbers of two statements, in an order that is the same from either side: the first two first, of others the nearer."""

    def rank(pair: tuple[tuple[int, Quantity], tuple[int, Quantity]]) -> tuple[int, float]:
        (i, x), (j, y) = pair
        return i + j, abs(x.size - y.size)

    return [(x, y) for (_, x), (_, y) in sorted(product(enumerate(ours), enumerate(theirs)), key=rank)]


def _are_of_two_scales(x: Quantity, y: Quantity) -> bool:
    """Whether two sums of money are so far apart that they are of two things: $2 for a meal, $60 million for all meals.

    Not "5 million" and "5 billion", which differ by a thousand: one of them is a slip, and so it may be where a digit differs, too.
    """
    low, high = sorted((abs(x.value), abs(y.value)))
    if x.kind != y.kind or x.kind not in MONEY or high <= _MAX_SLIP * low or not low:
        return False
    thousands = log(high / low, 1000)
    return abs(thousands - round(thousands)) > _ROUNDED


_MAX_SLIP = 10_000
"""How far apart a wrong word for a thousand, million or billion, and a wrong digit, can bring two sums at most."""
_ROUNDED = 0.01
"""The part of a thousand (7 percent) by which a rounded sum may differ."""


def _quote_number_at(reading: Reading, at: int) -> str:
    """The number around a place with its unit, "25 percent"; the word itself if it is in no number."""
    number = reading.number_at(at)
    return quote_number(reading, number) if number else reading.written[at]


def _voted(reading: Reading) -> Sequence[Quantity]:
    """The two numbers of a statement if they follow "by": "by 78 to 71", of which another result may share one."""
    by_two = len(reading.amounts) == 2 and reading.words[reading.amounts[0].first - 1] == "by"
    return reading.amounts if by_two else ()


def _find_score(reading: Reading, numbers: Sequence[Quantity]) -> str | None:
    """The only two numbers as a vote or score: "52-48", "52 to 48"; not "from 5 to 10"."""
    if len(numbers) != 2 or numbers[0].kind != "number":
        return None
    first, last = numbers[0].first, numbers[1].last
    between = [w for w in reading.words[numbers[0].last + 1 : numbers[1].first] if w not in ("votes", "vote")]
    joined = between in (["-"], ["to"]) and reading.words[max(0, first - 1) : first] != ["from"]
    return reading.as_written(first, last + 1).replace(" - ", "-") if joined else None


_MONTH_STEMS = stems_of(MONTHS)
"""A shared month does not make two numbers comparable."""


def _concern_same_thing(a: Reading, x: Quantity, b: Reading, y: Quantity, *, in_other_words: bool) -> bool:
    """Whether the words around two numbers share a term or, if asked for, a synonym."""
    if context_terms(a, x.last) & context_terms(b, y.last) - _MONTH_STEMS or _share_change_end(a, x, b, y):
        return True
    return in_other_words and share_context(a, x.last, b, y.last)


def _share_change_end(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether two changes agree on one end, and two numbers are the other: "from 18 to 16", "from 18 to 17 years"."""
    return any(
        (start is x and start_b is y and can_be_equal(end, end_b))
        or (end is x and end_b is y and can_be_equal(start, start_b))
        for start, end in _find_changes(a)
        for start_b, end_b in _find_changes(b)
    )


def _find_changes(reading: Reading) -> list[tuple[Quantity, Quantity]]:
    """The changes in a statement: from which number to which."""
    return [
        (start, end)
        for start, end in pairwise(reading.amounts[:MAX_NUMBERS])
        if reading.words[start.first - 1] == "from" and "to" in reading.words[start.last + 1 : end.first]
    ]


def ranks_differ(a: Reading, b: Reading) -> str | None:
    """The ranks differ, or the same rank is of another span of time: first and third quarter, first month and year."""
    ours, theirs = ([q for q in r.quantities[:MAX_NUMBERS] if q.kind == "ordinal"] for r in (a, b))
    ranks, ranks_b = ({q.value for q in r.quantities if q.kind == "ordinal"} for r in (a, b))
    pairs = list(product(ours, theirs))
    for x, y in pairs:
        one, other = a.word(x.last + 1), b.word(y.last + 1)
        sizes = [MEASURES.get(word, ("", 0.0)) for word in (one, other)]
        if x.value == y.value and sizes[0] != sizes[1] and sizes[0][0] == sizes[1][0] == "time":
            return f"differs: {x.written} {one} / {y.written} {other}"
    for x, y in pairs:
        one, other = a.word(x.last + 1), b.word(y.last + 1)
        same = one and stem(one) == stem(other) and one not in STOP_WORDS
        if same and y.value not in ranks and x.value not in ranks_b:
            return f"differs: {x.written} {one} / {y.written} {other}"
    return None
