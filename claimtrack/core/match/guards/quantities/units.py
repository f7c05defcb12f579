"""Guards on what a number counts, and how it is told to a person: the same number of another unit, or of none, which is an age; an age, a time or a share beside what is counted; numbers of two things."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING

from claimtrack.core.language.countries import find_country
from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.reading.attribution import attribution_places
from claimtrack.core.match.reading.numbers.agreement import can_be_equal
from claimtrack.core.match.reading.numbers.measures import MEASURES
from claimtrack.core.match.reading.numbers.ranges import find_hedge_start
from claimtrack.core.match.reading.numbers.shares import parse_part_and_whole
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.phrases import clause_start, phrase_after, terms_between
from claimtrack.core.match.words.currencies import MONEY
from claimtrack.core.match.words.forms import may_be_past
from claimtrack.core.match.words.lexicon import NEARLY, NUMBER_WORDS, STOP_WORDS, words_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading


_CLOSE = 3
"""Words from a change to its number at most: "rose by about 12"."""
_OTHER_UNITS = ({"%", "points"}, {"weight", "£"})  # pounds that the other has in kilos
_MEASURED = frozenset(kind for kind, _ in MEASURES.values())


def units_differ(a: Reading, b: Reading) -> str | None:
    """The same number of another unit: litres and gallons, rupees and dollars, shillings of two countries."""
    for x, y in product(a.amounts[:MAX_NUMBERS], b.amounts[:MAX_NUMBERS]):
        another_country = bool(x.issuer and y.issuer and x.issuer != y.issuer)
        if x.value != y.value or (x.kind == y.kind and x.unit == y.unit and not another_country):
            continue
        money = (x.kind in MONEY and y.kind in MONEY) or {x.kind, y.kind} in _OTHER_UNITS
        measured = {x.kind, y.kind} <= _MEASURED and (x.kind, x.unit) != (y.kind, y.unit)
        if (money or measured) and not has_agreeing_number(x, b) and not has_agreeing_number(y, a):
            return f"other unit: {quote_with_unit(a, x)} / {quote_with_unit(b, y)}"
    return None


_PLAIN = {"$": "us", "£": "uk"}
"""Whose money it is where no country is told or spoken of."""


def currency_country_added(a: Reading, b: Reading) -> Difference | None:
    """Money of a country in the one is of none in the other, which does not speak of that country: "300 dollars", "300 Canadian dollars".

    By a sign ("A$300") it may as well be told as by that country's papers, which leave the letter out.
    """
    for x, y in product(a.amounts[:MAX_NUMBERS], b.amounts[:MAX_NUMBERS]):
        if x.value != y.value or x.kind != y.kind or bool(x.issuer) == bool(y.issuer):
            continue
        theirs, plain = (x, b) if x.issuer else (y, a)
        foreign = _PLAIN.get(x.kind, theirs.issuer) != theirs.issuer and x.kind not in theirs.written
        if foreign and not any(
            theirs.issuer in (find_country(*two), " ".join(two)) for two in pairwise(["", *plain.words])
        ):
            return Difference(f"other unit: {quote_with_unit(a, x)} / {quote_with_unit(b, y)}", sure=False)
    return None


def has_agreeing_number(quantity: Quantity, other: Reading) -> bool:
    """Whether the other side gives a number that can be the same."""
    return any(can_be_equal(quantity, one) for one in other.amounts)


_SIZED = frozenset(MEASURES.values()) - {MEASURES["years"]}
_VERBS = STOP_WORDS | words_of("need get")
"""Behind a number these count nothing."""


def age_or_measure(a: Reading, b: Reading) -> str | None:
    """One bounds the age, the other by the same number something else: under 12, under 12 months; over 70, over 70 mph."""
    for x, y in product(a.amounts[:MAX_NUMBERS], b.amounts[:MAX_NUMBERS]):
        if x.value != y.value or not x.bound or x.bound != y.bound:
            continue
        if (_is_age(a, x) and _is_measured(y)) or (_is_age(b, y) and _is_measured(x)):
            return f"other unit: {quote_number(a, x)} / {quote_number(b, y)}"
    return None


def _is_age(reading: Reading, number: Quantity) -> bool:
    """Whether a number has nothing behind it that it counts."""
    behind = reading.words[number.last + 1 : number.last + 2]
    return number.kind == "number" and (
        not behind or behind[0] in _VERBS or reading.is_boundary(number.last + 1)
    )


def _is_measured(number: Quantity) -> bool:
    return (number.kind, number.unit) in _SIZED


MAX_NUMBERS = 40
"""Numbers of a text that are paired with the other's: a claim has a few, a table in its place has thousands."""


def quote_number(reading: Reading, quantity: Quantity) -> str:
    """A number as written, with the words that make it a bound, and with its unit where it has one of size."""
    first = (
        find_hedge_start(reading.words, quantity.first)
        if quantity.bound or quantity.nearly
        else quantity.first
    )
    first -= quantity.nearly and reading.words[first - 1] in NEARLY
    return f"{reading.as_written(first, quantity.first)} {quote_with_unit(reading, quantity)}".strip()


_UNSIZED = frozenset(kind for kind, size in MEASURES.values() if size == 1)
"""What is measured in units that may have the size of one: metres, days, degrees."""


def quote_with_unit(reading: Reading, quantity: Quantity) -> str:
    """A number as written, with its unit where it has one of size."""
    if quantity.unit == 1 and quantity.kind not in _UNSIZED:
        return quantity.written
    if quantity.unit_words:
        first, last = quantity.first, quantity.last + quantity.unit_words
        return " ".join(reading.text_of(first, last).split())
    behind = reading.words[quantity.last + 1 : quantity.last + 2]
    if not STOP_WORDS.isdisjoint(behind):
        return quantity.written  # the lower end of a range: "six to seven years"
    return f"{quantity.written} {reading.as_written(quantity.last + 1, quantity.last + 2)}".strip()


_NOT_COUNTED = ("time", "clock", "%")
_OLDEST = 120
_AGED = words_of("old aged age")
_WHEN = words_of("at is was turned turns")
_WHERE = words_of("in at near from to")
"""No person stands behind these, before a number: "in Gaza, 34, among them two nurses, were hurt"."""


def are_of_different_sorts(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether the one counts what it is told of, and the other tells how old, when, how long or what share, or also of how many."""
    if _tells_an_age(a, x) != _tells_an_age(b, y):
        return not (_is_aged(a, x) and _is_aged(b, y))
    if _counts_nothing(a, x, b) or _counts_nothing(b, y, a):
        return True
    if "clock" in (x.kind, y.kind) and x.kind != y.kind and max(x.value, y.value) > _HOURS:
        return True
    return _counts(a, x, y) or _counts(b, y, x) or _is_the_part(a, x, y) or _is_the_part(b, y, x)


_HOURS = 24
"""No bare number above tells what o'clock it is."""


def _counts_nothing(reading: Reading, number: Quantity, other: Reading) -> bool:
    """Whether "one" is told in the other by an article, "one man", "a man", or only tells who somebody is: ", one of the authors,"."""
    if number.written.lower() != "one" or number.kind != "number":
        return False
    behind = reading.words[number.last + 1 : number.last + 2]
    if behind == ["of"]:
        return number.first > 0 and reading.is_boundary(number.first)
    quote_number = [
        any([thing] == behind and one in ("a", "an") for one, thing in pairwise(r.words))
        for r in (reading, other)
    ]
    return quote_number == [False, True]


def _is_the_part(reading: Reading, number: Quantity, share: Quantity) -> bool:
    """Whether one tells how many, and the other also of how many: "at least one", "at least one of the 13"."""
    of_how_many = parse_part_and_whole(share.written) if share.is_share else None
    if number.kind != "number" or of_how_many is None or of_how_many[0] != number.value:
        return False
    behind = reading.words[number.last + 1 : number.last + 4]
    return behind[:1] != ["of"] or not any(word in NUMBER_WORDS or word[0].isdecimal() for word in behind)


def _tells_an_age(reading: Reading, number: Quantity) -> bool:
    """Whether a number tells how old somebody is whose name stands before it: "Ilsa Brandt, *62*, said"."""
    first, behind = number.first, number.last + 1
    if number.kind != "number" or not 0 < number.value < _OLDEST or not first:
        return False
    if reading.gap_before(first)[:1] != "," or not reading.ends_clause(behind):
        return False
    name = first
    while name and reading.has_capital(name - 1) and (name == first or not reading.is_boundary(name)):
        name -= 1
    return (
        name < first and reading.words[max(0, name - 1)] not in _WHERE and reading.words[name] not in _WHERE
    )


def _is_aged(reading: Reading, number: Quantity) -> bool:
    """Whether it tells that in any way: "62", "62-year-old", "aged 62", "at 62", "she is 62"."""
    before = reading.words[max(0, number.first - 2) : number.first]
    beside = {*before, *reading.words[number.last : number.last + 4]}
    at_end = reading.ends_clause(number.last + 1) and not _WHEN.isdisjoint(before[-1:])
    return _tells_an_age(reading, number) or at_end or not _AGED.isdisjoint(beside)


def _counts(reading: Reading, number: Quantity, other: Quantity) -> bool:
    """Whether a bare number has a noun of its own, beside one that tells what is not counted: "two counts", "at 7 pm"."""
    if number.kind != "number" or other.kind not in _NOT_COUNTED or other.is_share:
        return False
    at = number.last + 1
    if reading.ends_clause(at):
        return False
    word = reading.words[at]
    return word.isalpha() and word not in STOP_WORDS and not may_be_past(word)


def are_shares_unrelated(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether two shares are told of things that have nothing in common: of new sales, of their range."""
    if x.kind != "%" or not all(r.words[q.last + 1 : q.last + 2] == ["of"] for r, q in ((a, x), (b, y))):
        return False
    whole, whole_b = phrase_after(a, x.last + 1), phrase_after(b, y.last + 1)
    return _nothing_in_common(whole, whole_b) and not (_shortened(whole, b) or _shortened(whole_b, a))


def are_changes_unrelated(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether of what changed by two numbers nothing is the same: "*rents* rose 21 percent", "*bus fares* rose 7 percent"."""
    ours, theirs = _changing(a, x), _changing(b, y)
    named = ours & b.terms or theirs & a.terms  # "landlords raised *rents* by 12 percent"
    return not named and _nothing_in_common(ours, theirs)


def _nothing_in_common(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two phrases have no term in common, in any word."""
    meant = ours.union(*map(meanings, ours))
    return bool(ours and theirs) and all(meant.isdisjoint({term, *meanings(term)}) for term in theirs)


def _changing(reading: Reading, quantity: Quantity) -> frozenset[str]:
    """What changes by a number: the terms of the phrase that its clause begins with."""
    sides = reading.poles.get("direction", ())
    at = next((at for _, word, at in sides if 0 < quantity.first - at <= _CLOSE and word != "up"), 0)
    start = clause_start(reading, at)
    if not at or start in attribution_places(reading):
        return frozenset()
    return phrase_after(reading, start - 1) & terms_between(reading, start, at)


def _shortened(whole: frozenset[str], other: Reading) -> bool:
    """Whether what a share is of is told by its first letters on the other side: gross domestic product, GDP."""
    return len(whole) > 2 and any(sorted(word) == sorted(term[0] for term in whole) for word in other.words)
