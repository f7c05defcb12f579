"""Guards on numbers and dates: which of them can be the same, and what differs where they cannot."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise, product
from operator import ne
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.quantities.limits import are_same_limit
from claimtrack.core.match.guards.quantities.units import (
    MAX_NUMBERS,
    are_changes_unrelated,
    are_of_different_sorts,
    are_shares_unrelated,
    quote_number,
)
from claimtrack.core.match.reading.numbers.agreement import MOST, can_agree_in_context, can_be_equal
from claimtrack.core.match.reading.numbers.measures import MEASURES
from claimtrack.core.match.reading.numbers.ranges import JUST_SHORT_OF, find_hedge_start
from claimtrack.core.match.reading.numbers.sums import (
    are_equivalent_counts,
    compare_level_with_rate,
    may_follow_from,
)
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.bindings import context_terms, share_context, sole_difference
from claimtrack.core.match.reading.syntax.phrases import clause_end
from claimtrack.core.match.words.lexicon import APPROXIMATE, MONTHS, NEARLY, ORDINALS, STOP_WORDS, words_of
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading


def _unmatched(a: Reading, b: Reading) -> tuple[list[Quantity], list[Quantity]]:
    """The numbers of each side without a partner on the other; equal ones find each other first."""
    ours, theirs = _amounts(a, b), _amounts(b, a)
    for alike in _ALIKE:
        values = {y.value for y in theirs}
        for x in list(ours):
            if alike is not _whatever and x.value not in values:
                continue
            # Of a list of hundreds, each finds its like by value, and what is only near it among the first.
            among = theirs if alike is not _whatever else theirs[:MOST]
            partner = next(
                (
                    y
                    for y in among
                    if alike(x, y) and can_agree_in_context(a, x, b, y) and not _on_two_sides(a, x, b, y)
                ),
                None,
            )
            if partner:
                ours.remove(x)
                theirs.remove(partner)
    return ours, theirs


def _amounts(one: Reading, other: Reading) -> list[Quantity]:
    """The numbers of one side but for quarters of a year, unless the other tells of a half: "the best quarter", "the first half"."""
    if "quarter" not in one.vocabulary or "half" in other.vocabulary:
        return list(one.amounts)
    return [q for q in one.amounts if q.written != "quarter" or one.words[q.first - 1] not in _WHICH]


_WHICH = ORDINALS.keys() | MONTHS.keys() | words_of("the this its last best worst latest previous next same")


def _whatever(x: Quantity, y: Quantity) -> bool:
    return True


_ALIKE: tuple[Callable[[Quantity, Quantity], bool], ...] = (
    lambda x, y: x.value == y.value and x.kind == y.kind,
    lambda x, y: x.value == y.value,
    _whatever,
)
"""How alike two numbers are that are taken for one, the most alike first: eighty people are not "80 years" where there are others."""


def _on_two_sides(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether of one number the one says that it is not quite reached, the other that it is passed: nearly, over 5 million."""
    if x.bound == y.bound or x.value != y.value:
        return False
    under, over = ((a, x), (b, y)) if y.bound > 0 else ((b, y), (a, x))
    before = under[0].words[max(0, under[1].first - 3) : under[1].first]
    return over[1].bound > 0 and (not NEARLY.isdisjoint(before[-1:]) or before in JUST_SHORT_OF)


def measures_differ(a: Reading, b: Reading) -> str | None:
    """Both measure the same thing in one unit, or tell its share, and not the same: 19 and 29 metres, a third and a fifth."""
    found = _numbers_differ(a, b)
    return found.said if found and found.measured else None


def numbers_differ(a: Reading, b: Reading) -> str | None:
    """Both give a number for the same thing, and not the same number."""
    found = _numbers_differ(a, b)
    return found.said if found and not found.measured else None


def have_unrelated_numbers(a: Reading, b: Reading) -> bool:
    """Whether two numbers that differ are told of two things: both may be so."""
    return bool((found := _numbers_differ(a, b)) and found.of_two)


def _only_names_shared(a: Reading, b: Reading) -> bool:
    """Whether two statements have nothing in common but names: what the same one bought, and what he promised."""
    if (a.terms & b.terms) - a.names.keys() or not a.names.keys() & b.names.keys():
        return False
    named = {meaning for name in a.names for meaning in meanings(name)}
    return not (a.senses & b.senses) - named - a.names.keys()


def _exact(quantity: Quantity) -> bool:
    """Whether a number counts or measures so exactly that it is no other's part or place: 1,216 or 6.8, but no 6."""
    return bool(quantity.value % 1) or (quantity.value >= _MANY and not quantity.scaled)


_MANY = 100


def _of_one_thing(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether the same word stands behind two numbers that count many: half a million Syrians, 1.5 million Syrians."""
    counted, counted_b = a.words[x.last + 1 : x.last + 2], b.words[y.last + 1 : y.last + 2]
    same = counted and counted_b and stem(counted[0]) == stem(counted_b[0])
    return bool(same) and counted[0] not in STOP_WORDS and min(x.value, y.value) >= _MANY


class _Found(NamedTuple):
    """What differs, whether it is measured in one unit, and whether of two things."""

    said: str
    measured: bool
    of_two: bool = False


@lru_cache(maxsize=64)
def _numbers_differ(a: Reading, b: Reading) -> _Found | None:
    ours, theirs = _unmatched(a, b)
    same_but_one = len(a.sequence) == len(b.sequence) and sum(map(ne, a.sequence, b.sequence)) == 1
    for x, y in product(ours[:MAX_NUMBERS], theirs[:MAX_NUMBERS]):
        others = [one for one in (*a.amounts, *b.amounts) if one is not x and one is not y]
        by = a.words[x.first - 1] == b.words[y.first - 1] == "by"
        if not (same_but_one or by) and (may_follow_from(x, y, others) or are_equivalent_counts(a, x, b, y)):
            continue
        if are_same_limit(a, x, b, y) or are_of_different_sorts(a, x, b, y):
            continue
        comparable = x.kind == y.kind or ("number" in (x.kind, y.kind) and "ordinal" not in (x.kind, y.kind))
        alone = x.kind not in ("number", "ordinal") and all(
            [q.kind for q in side].count(x.kind) == 1 for side in (ours, theirs)
        )
        only = len(ours) == len(theirs) == 1
        exact = (_exact(x) and _exact(y)) or _of_one_thing(a, x, b, y)
        counted = only and x.kind == y.kind == "number" and exact
        if comparable and (alone or counted or _told_of_one(a, x, b, y, in_other_words=only)):
            measured = (alone or counted) and x.kind == y.kind and not are_shares_unrelated(a, x, b, y)
            measured = measured and (_of_one_thing(a, x, b, y) or not _only_names_shared(a, b))
            return _Found(
                f"differs: {quote_number(a, x)} / {quote_number(b, y)}",
                measured,
                are_changes_unrelated(a, x, b, y),
            )
    result, result_b = _result(a, ours), _result(b, theirs)
    if result and result_b:
        return _Found(f"differs: {result} / {result_b}", measured=False)
    slot = sole_difference(a, b)
    if (
        ours
        and theirs
        and slot
        and all(r.words[at][0].isdecimal() for r, at in zip((a, b), slot, strict=True))
    ):
        return _Found(f"differs: {_number_at(a, slot[0])} / {_number_at(b, slot[1])}", measured=False)
    return None


def _number_at(reading: Reading, at: int) -> str:
    """The number that a word belongs to, with its unit: "25 percent"; the word where it is of none."""
    number = reading.number_at(at)
    return quote_number(reading, number) if number else reading.written[at]


def _result(reading: Reading, numbers: Sequence[Quantity]) -> str | None:
    """The two numbers of a vote or a match, where these are all: "52-48", "52 to 48", not "from 5 to 10"."""
    if len(numbers) != 2 or numbers[0].kind != "number":
        return None
    first, last = numbers[0].first, numbers[1].last
    between = [w for w in reading.words[numbers[0].last + 1 : numbers[1].first] if w not in ("votes", "vote")]
    joined = between in (["-"], ["to"]) and reading.words[max(0, first - 1) : first] != ["from"]
    return reading.as_written(first, last + 1).replace(" - ", "-") if joined else None


_MONTHS = frozenset(map(stem, MONTHS))
"""What is told of one month is not told of one thing for that."""


def _told_of_one(a: Reading, x: Quantity, b: Reading, y: Quantity, *, in_other_words: bool) -> bool:
    """Whether there stands around two numbers something of both: the same words, or others for the same."""
    if context_terms(a, x.last) & context_terms(b, y.last) - _MONTHS or _ends_of_one_change(a, x, b, y):
        return True
    return in_other_words and share_context(a, x.last, b, y.last)


def _ends_of_one_change(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether two changes have the one end in common, and two numbers are the other: "from 18 to 16", "from 18 to 17 years"."""
    return any(
        (start is x and start_b is y and can_be_equal(end, end_b))
        or (end is x and end_b is y and can_be_equal(start, start_b))
        for start, end in _changes(a)
        for start_b, end_b in _changes(b)
    )


def _changes(reading: Reading) -> list[tuple[Quantity, Quantity]]:
    """From which number to which something changed."""
    return [
        (start, end)
        for start, end in pairwise(reading.amounts[:MAX_NUMBERS])
        if reading.words[start.first - 1] == "from" and "to" in reading.words[start.last + 1 : end.first]
    ]


def ranks_differ(a: Reading, b: Reading) -> str | None:
    """Another place in an order, or the same of another span of time: first and third quarter, first month and year."""
    for x, y in product(a.quantities[:MAX_NUMBERS], b.quantities[:MAX_NUMBERS]):
        if x.kind == y.kind == "ordinal" and x.value == y.value:
            one, other = (" ".join(r.words[q.last + 1 : q.last + 2]) for r, q in ((a, x), (b, y)))
            sizes = [MEASURES.get(word, ("", 0.0)) for word in (one, other)]
            if sizes[0] != sizes[1] and sizes[0][0] == sizes[1][0] == "time":
                return f"differs: {x.written} {one} / {y.written} {other}"
    for x, y in product(a.quantities[:MAX_NUMBERS], b.quantities[:MAX_NUMBERS]):
        if x.kind == y.kind == "ordinal" and x.value != y.value:
            one, other = (" ".join(r.words[q.last + 1 : q.last + 2]) for r, q in ((a, x), (b, y)))
            shared = any(_ranked(r, q) for r, q in ((a, y), (b, x)))
            if one and stem(one) == stem(other) and one not in STOP_WORDS and not shared:
                return f"differs: {x.written} {one} / {y.written} {other}"
    return None


def _ranked(reading: Reading, rank: Quantity) -> bool:
    """Whether a statement tells the same place in an order."""
    return any(one.kind == "ordinal" and one.value == rank.value for one in reading.quantities)


def _hedged(reading: Reading, quantity: Quantity) -> int:
    """Where a number begins with what rounds it: "by *about 5*"."""
    if reading.words[quantity.first - 1] in ("by", "to"):
        return quantity.first  # "go up to 5"
    first = find_hedge_start(reading.words, quantity.first)
    return first - (first > 0 and reading.words[first - 1] in APPROXIMATE)


def change_prepositions_differ(a: Reading, b: Reading) -> str | None:
    """A change by a number, and a change to it or from it."""
    for x, y in product(a.amounts[:MAX_NUMBERS], b.amounts[:MAX_NUMBERS]):
        same = x.kind == y.kind or (_in_points(a, x, y) or _in_points(b, y, x))
        if x.value != y.value or not same or not x.first or not y.first:
            continue
        one, other = a.words[_hedged(a, x) - 1], b.words[_hedged(b, y) - 1]
        if one == other or not {one, other} <= _OF_CHANGE or compare_level_with_rate(a, b):
            continue
        if y.value in _behind(a, other) or x.value in _behind(b, one):
            continue  # "from 5 to 10", "by 5 from 5"
        if one != "by" != other and _behind(a, other) and _behind(b, one):
            continue  # "from 5 to 10", "from 10 to 5": exchanged
        if {one, other} == {"from", "by"} and 2 * x.value in _behind(a, "to") & _behind(b, "to"):
            continue  # "from 5 to 10", "by 5 to 10"
        may_be_who = "from" in (one, other) and x.kind in ("number", "%")
        changed = all(_changed_to(r, q, _CLOSE if may_be_who else len(r.words)) for r, q in ((a, x), (b, y)))
        if changed or (a.terms == b.terms and "from" not in (one, other)):
            return f"differs: {one} {x.written} / {other} {y.written}"
    return None


_OF_CHANGE = frozenset({"by", "to", "from"})
"""Behind each of these a number tells something else of a change."""
_CLOSE = 3
"""Words from a change to the "from" before a number at most; further off, it may be whoever did it: "plans to cut it won support from 40 states"."""


def _changed_to(reading: Reading, quantity: Quantity, reach: int) -> bool:
    """Whether a change is told so many words before a number at most, and in its clause."""
    places = (place for _, _, place in reading.poles.get("direction", ()))
    return any(
        place < quantity.first <= min(place + reach + 1, clause_end(reading, place)) for place in places
    )


def _behind(reading: Reading, word: str) -> set[float]:
    """The amounts behind a word."""
    return {q.value for q in reading.amounts if reading.words[_hedged(reading, q) - 1] == word}


def _in_points(reading: Reading, number: Quantity, share: Quantity) -> bool:
    """Whether a number tells by how many points a share has changed: "by 12 points", "to 12 percent"."""
    points = reading.words[number.last + 1 : number.last + 2] in (["points"], ["point"])
    return points and number.kind == "number" and share.kind == "%"
