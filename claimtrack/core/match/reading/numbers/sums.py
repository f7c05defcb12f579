"""Numbers that follow from others: a step, a part of a whole, the remainder of a share, the same rate per month and per year."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import phrases_of, words_of
from claimtrack.core.match.reading.numbers.measures import MEASURES
from claimtrack.core.match.reading.numbers.rates import find_rate_unit

if TYPE_CHECKING:
    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading


def _is_step(x: Quantity, y: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether one of two numbers is the distance from the other to a third: "from 4 to 3 million", "by 1 to 3 million"."""
    return any(
        x.kind == y.kind == q.kind != "number" and _are_equal(abs(one.size - q.size), two.size)
        for q in others
        for one, two in ((x, y), (y, x))
    )


def _is_part(x: Quantity, y: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether one is the share that the other makes of a third number, a tenth of 5,000 jobs, 500; or their product, 20, three times, 60."""
    shares = [(share, part) for share, part in ((x, y), (y, x)) if share.kind == "%" != part.kind]
    if any(share.written.endswith(f" {whole.written}") for share, whole in shares):
        return True  # "11 of the 52" beside 52
    alike = [
        (share.value / 100, part.size, q.size)
        for share, part in shares
        for q in others
        if q.kind == part.kind
    ]
    # "one of the eleven" beside 1 and 11
    if any(_are_equal(share * x, y) or _are_equal(share * y, x) for share, x, y in alike):
        return True
    multiples = [(times, q) for times, q in ((x, y), (y, x)) if times.kind == "times" != q.kind]
    return any(_are_equal(times.value * q.size, whole.size) for times, q in multiples for whole in others)


def _are_equal(a: float, b: float) -> bool:
    """Whether two floats are equal but for rounding."""
    return abs(a - b) <= 1e-9 * max(abs(a), abs(b), 1.0)


def add_up_to_whole(x: Quantity, y: Quantity) -> bool:
    """Whether two shares add up to everything: 60 and 40 percent."""
    return x.kind == y.kind == "%" and _are_equal(x.value + y.value, 100)


def are_complementary(x: Quantity, y: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether two numbers add up to a third, or one is what the other, a share of a third, leaves: 41 and 11 of 52."""
    if x.kind == y.kind:
        wholes = [q for q in others if q.kind == x.kind and _are_equal(x.value + y.value, q.value)]
        return x.kind == "number" and bool(wholes)
    share, part = (x, y) if x.kind == "%" else (y, x)
    if share.kind != "%" or part.kind != "number":
        return False
    rest = 1 - share.value / 100
    return any(q.kind == "number" and _are_equal(rest * q.value, part.value) for q in others)


def may_follow_from(x: Quantity, y: Quantity, others: Sequence[Quantity]) -> bool:
    """Whether one of two numbers may follow from the other and the remaining ones."""
    follows = _is_step(x, y, others) or are_complementary(x, y, others) or _is_part(x, y, others)
    return follows or add_up_to_whole(x, y)


def are_equivalent_counts(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether two numbers count the same differently: per another span of time, with those who are named, up to the last."""
    return _are_same_rate(a, x, b, y) or any(
        _includes_named(*two) or _is_all_but(*two) or _is_up_to_ordinal(*two) or _is_difference(*two)
        for two in ((a, x, b, y), (b, y, a, x))
    )


_DIFFERENCE_WORDS = words_of("more fewer less higher lower")


def _is_difference(one: Reading, quantity: Quantity, other: Reading, _: Quantity) -> bool:
    """Whether a number is the difference of two of the other statement: "140 fewer", "fell to 310 from 450"."""
    if _DIFFERENCE_WORDS.isdisjoint(one.words[quantity.last + 1 : quantity.last + 3]):
        return False
    sizes = [q.size for q in other.amounts if q.kind == quantity.kind]
    return any(_are_equal(abs(x - y), quantity.size) for x, y in pairwise(sizes))


_OTHERS = words_of("other others more further fellow")
_AMONG = words_of("including included among one with")
_OF_THEM = phrases_of("of them | of which | of whom")
_NAMED_REACH = 10
"""Number of words before "and 25 others" in which the named ones stand."""


def _includes_named(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether one counts those not named and the other all: "X and 25 others", "26, X among them"."""
    if x.kind != "number" or y.kind != "number" or not _AMONG & b.vocabulary:
        return False
    if y.value == 1:
        return b.words[y.last + 1 : y.last + 3] in _OF_THEM and "and" in a.vocabulary
    if a.words[x.first - 1 : x.first] != ["and"]:
        return False
    named = 1 + sum(a.is_boundary(at) for at in range(max(1, x.first - _NAMED_REACH), x.first))
    has_others = not _OTHERS.isdisjoint(a.words[x.last + 1 : x.last + 3])
    return y.value - x.value == 1 or (has_others and y.value - x.value == named)


def _is_all_but(_: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether one number is what the other statement expresses as all and the rest: "241", "all but one of the 242"."""
    if "all" not in b.vocabulary or x.kind != "number":
        return False
    return any(
        y in (left, whole)
        and b.words[left.first - 2 : left.first] == ["all", "but"]
        and whole.value - left.value == x.value
        for left, whole in pairwise(b.quantities)
    )


_UP_TO = words_of("to until till by through")


def _is_up_to_ordinal(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether one counts the first so many and the other ends with the last of them: "the first 14 weeks", "up to the 14th week"."""
    if y.kind != "ordinal" or _UP_TO.isdisjoint(b.words[max(0, y.first - 2) : y.first]):
        return False
    return any(
        q.value == y.value and a.words[q.first - 1 : q.first] == ["first"] and x.last in (q.last, q.first - 1)
        for q in a.quantities
    )


def is_in_ordinal_range(a: Reading, x: Quantity, b: Reading) -> bool:
    """Whether a number belongs to a range that the other statement expresses by its last member: "the first 14 weeks", "up to the 14th week"."""
    if ("first" in a.vocabulary) == ("first" in b.vocabulary):
        return False
    return any(_is_up_to_ordinal(a, x, b, y) or _is_up_to_ordinal(b, y, a, x) for y in b.quantities)


_RATES = {"inflation": words_of("price prices cost costs"), "growth": words_of("economy gdp output")}


def compare_level_with_rate(a: Reading, b: Reading) -> bool:
    """Whether one statement is about a rate of change and the other about what changes: inflation fell to 2 percent, prices rose by 2."""
    return any(
        rate in one.vocabulary - other.vocabulary
        and not level.isdisjoint(other.vocabulary - one.vocabulary)
        and {pole for pole, w, _ in other.poles.get("direction", ()) if w not in _DIFFERENCE_WORDS} == {0}
        for rate, level in _RATES.items()
        for one, other in ((a, b), (b, a))
    )


def _are_same_rate(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether two rates are the same over different spans of time: 2 million a month, 24 million a year."""
    spans = [MEASURES.get(find_rate_unit(r, q) or "", ("", 0.0)) for r, q in ((a, x), (b, y))]
    (kind, span), (kind_b, span_b) = spans
    if not kind == kind_b == "time" or span == span_b:
        return False
    one, other = x.size / span, y.size / span_b
    return abs(one - other) <= _RATE_TOLERANCE * max(one, other)


_RATE_TOLERANCE = 0.03
"""Relative difference up to which two rates may be the same: a year has 365 days and twelve months of 30."""
