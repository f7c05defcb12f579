"""Guards on units and on what a number counts: another unit or none; an age, time or share beside a count; numbers of unrelated things. With how a number is quoted."""

from __future__ import annotations

from itertools import pairwise, product, takewhile

from claimtrack.core.language.countries import find_country
from claimtrack.core.language.word_lists import NEARLY, NUMBER_WORDS, STOP_WORDS, words_of
from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.reading.attribution import attribution_places
from claimtrack.core.match.reading.numbers.agreement import can_be_equal
from claimtrack.core.match.reading.numbers.bounds import find_hedge_start
from claimtrack.core.match.reading.numbers.measures import MEASURES
from claimtrack.core.match.reading.numbers.quantities import Quantity
from claimtrack.core.match.reading.numbers.shares import parse_part_and_whole
from claimtrack.core.match.reading.reading import Reading, meanings
from claimtrack.core.match.reading.syntax.phrases import (
    clause_start,
    phrase_after,
    phrase_places_after,
    terms_between,
)
from claimtrack.core.match.reading.syntax.verbs import verb_places
from claimtrack.core.match.words.currencies import MONEY
from claimtrack.core.match.words.forms import IRREGULAR_NOUNS, is_plural, may_be_past

_CHANGE_REACH = 3
"""Words from a change to its number at most: "rose by about 12"."""
_CONFUSABLE_KINDS = ({"%", "points"}, {"weight", "£"})  # pounds of money and of weight
_MEASURE_KINDS = frozenset(kind for kind, _ in MEASURES.values())


def units_differ(a: Reading, b: Reading) -> str | None:
    """The same number has another unit: litres and gallons, rupees and dollars, shillings of two countries."""
    for x, y in product(a.amounts[:MAX_NUMBERS], b.amounts[:MAX_NUMBERS]):
        another_country = bool(x.issuer and y.issuer and x.issuer != y.issuer)
        if x.value != y.value or (x.kind == y.kind and x.unit == y.unit and not another_country):
            continue
        kinds = {x.kind, y.kind}
        comparable = kinds <= MONEY or kinds in _CONFUSABLE_KINDS or kinds <= _MEASURE_KINDS
        if comparable and not has_agreeing_number(x, b) and not has_agreeing_number(y, a):
            return f"other unit: {quote_with_unit(a, x)} / {quote_with_unit(b, y)}"
    return None


_DEFAULT_ISSUERS = {"$": "us", "£": "uk"}
"""The country of a currency sign where none is named."""


def currency_country_added(a: Reading, b: Reading) -> Difference | None:
    """One names the country of a currency, the other neither that country nor another: "300 dollars", "300 Canadian dollars".

    Not a sign ("A$300"), since that country's own papers leave out its letter.
    """
    for x, y in product(a.amounts[:MAX_NUMBERS], b.amounts[:MAX_NUMBERS]):
        if x.value != y.value or x.kind != y.kind or bool(x.issuer) == bool(y.issuer):
            continue
        priced, plain = (x, b) if x.issuer else (y, a)
        default, pairs = _DEFAULT_ISSUERS.get(x.kind, priced.issuer), pairwise(["", *plain.words])
        foreign = default != priced.issuer and x.kind not in priced.written
        if foreign and not any(priced.issuer in (find_country(*two), " ".join(two)) for two in pairs):
            return Difference(f"other unit: {quote_with_unit(a, x)} / {quote_with_unit(b, y)}", sure=False)
    return None


_WITH_OXYGEN = words_of("dioxide monoxide co2 equivalent")


def carbon_or_dioxide(a: Reading, b: Reading) -> Difference | None:
    """One weighs carbon, the other carbon dioxide, which weighs 3.7 times as much; many who write of the first mean the second."""
    for x, y in product(a.amounts[:MAX_NUMBERS], b.amounts[:MAX_NUMBERS]):
        if not (x.value == y.value and x.kind == y.kind == "weight"):
            continue
        ours, theirs = _is_of_carbon(a, x), _is_of_carbon(b, y)
        if ours != theirs and not _WITH_OXYGEN.isdisjoint((b if ours else a).vocabulary):
            found = ("carbon", "carbon dioxide") if ours else ("carbon dioxide", "carbon")
            return Difference(f"other unit: {' / '.join(found)}", sure=False)
    return None


def _is_of_carbon(reading: Reading, weight: Quantity) -> bool:
    """Whether a weight is one of pure carbon: "3 tonnes of carbon"."""
    after = reading.words[weight.last + weight.unit_words + 1 :][:3]
    return after[:2] == ["of", "carbon"] and _WITH_OXYGEN.isdisjoint(after)


def has_agreeing_number(quantity: Quantity, other: Reading) -> bool:
    """Whether the other statement has a number that may be the same."""
    return any(can_be_equal(quantity, amount) for amount in other.amounts)


_SIZED_UNITS = frozenset(MEASURES.values()) - {MEASURES["years"]}
_NOT_COUNTED_WORDS = STOP_WORDS | words_of("need get")
"""After a number these are nothing that it counts."""


def age_or_measure(a: Reading, b: Reading) -> str | None:
    """The same number limits an age in one and something else in the other: under 12, under 12 months; over 70, over 70 mph."""
    for x, y in product(a.amounts[:MAX_NUMBERS], b.amounts[:MAX_NUMBERS]):
        if x.value != y.value or not x.bound or x.bound != y.bound:
            continue
        if (_is_age(a, x) and _is_measured(y)) or (_is_age(b, y) and _is_measured(x)):
            return f"other unit: {quote_number(a, x)} / {quote_number(b, y)}"
    return None


def _is_age(reading: Reading, number: Quantity) -> bool:
    """Whether a number has no noun that it counts, as an age: "under 12 may"."""
    at = number.last + 1
    counts_nothing = reading.ends_clause(at) or reading.words[at] in _NOT_COUNTED_WORDS
    return number.kind == "number" and counts_nothing


def _is_measured(number: Quantity) -> bool:
    """Whether a number has a unit of size, and gives no age."""
    return (number.kind, number.unit) in _SIZED_UNITS


MAX_NUMBERS = 40
"""Numbers of a text that are compared with the other's: a claim has a few, a table in its place has thousands."""


def quote_number(reading: Reading, quantity: Quantity) -> str:
    """A number as written, with its bound ("more than") and its unit."""
    first = quantity.first
    if quantity.bound or quantity.nearly:
        first = find_hedge_start(reading.words, first)
    first -= quantity.nearly and reading.words[first - 1] in NEARLY
    return f"{reading.as_written(first, quantity.first)} {quote_with_unit(reading, quantity)}".strip()


_BASE_UNIT_KINDS = frozenset(kind for kind, size in MEASURES.values() if size == 1)
"""Kinds whose base unit has size 1: metres, days, degrees."""


def quote_with_unit(reading: Reading, quantity: Quantity) -> str:
    """A number as written, with its unit if it has one."""
    if quantity.unit == 1 and quantity.kind not in _BASE_UNIT_KINDS:
        return quantity.written
    if quantity.unit_words:
        first, last = quantity.first, quantity.last + quantity.unit_words
        return " ".join(reading.text_of(first, last).split())
    if reading.word(quantity.last + 1) in STOP_WORDS:
        return quantity.written  # the lower end of a range: "six to seven years"
    return f"{quantity.written} {reading.as_written(quantity.last + 1, quantity.last + 2)}".strip()


_UNCOUNTED_KINDS = ("time", "clock", "%")
_MAX_AGE = 120
_AGE_WORDS = words_of("old aged age")
_AGE_MARKERS = words_of("at is was turned turns")
_PLACE_PREPOSITIONS = words_of("in at near from to")
"""No person's name follows these: "in Gaza, 34, among them two nurses, were hurt"."""


def are_of_different_sorts(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether one number counts, and the other gives an age, a time, a duration or a share."""
    if _is_apposed_age(a, x) != _is_apposed_age(b, y):
        return not (_is_age_in_any_form(a, x) and _is_age_in_any_form(b, y))
    if _is_article_one(a, x, b) or _is_article_one(b, y, a):
        return True
    if "clock" in (x.kind, y.kind) and x.kind != y.kind and max(x.value, y.value) > _MAX_HOUR:
        return True
    both_ways = ((a, x, y), (b, y, x))
    return any(_counts_noun(*two) for two in both_ways) or any(_is_part_of_share(*two) for two in both_ways)


_MAX_HOUR = 24
"""No bare number above is a time of day."""


def _is_article_one(reading: Reading, number: Quantity, other: Reading) -> bool:
    """Whether "one" is only an article in the other, "one man", "a man", or describes somebody: ", one of the authors,"."""
    if number.written.lower() != "one" or number.kind != "number":
        return False
    after = reading.words[number.last + 1 : number.last + 2]
    if after == ["of"]:
        return number.first > 0 and reading.is_boundary(number.first)
    has_article = [
        any([following] == after and article in ("a", "an") for article, following in pairwise(r.words))
        for r in (reading, other)
    ]
    return has_article == [False, True]


def _is_part_of_share(reading: Reading, number: Quantity, share: Quantity) -> bool:
    """Whether one gives the part, and the other also the whole: "at least one", "at least one of the 13"."""
    of_how_many = parse_part_and_whole(share.written) if share.is_share else None
    if number.kind != "number" or of_how_many is None or of_how_many[0] != number.value:
        return False
    after = reading.words[number.last + 1 : number.last + 4]
    return after[:1] != ["of"] or not any(word in NUMBER_WORDS or word[0].isdecimal() for word in after)


def _is_apposed_age(reading: Reading, number: Quantity) -> bool:
    """Whether a number is the age of a person named before it: "Ilsa Brandt, *62*, said"."""
    first, after = number.first, number.last + 1
    if number.kind != "number" or not 0 < number.value < _MAX_AGE or not first:
        return False
    if reading.gap_before(first)[:1] != "," or not reading.ends_clause(after):
        return False
    name = first
    while name and reading.has_capital(name - 1) and (name == first or not reading.is_boundary(name)):
        name -= 1
    return name < first and _PLACE_PREPOSITIONS.isdisjoint(reading.words[max(0, name - 1) : name + 1])


def _is_age_in_any_form(reading: Reading, number: Quantity) -> bool:
    """Whether a number is an age in any form: "62", "62-year-old", "aged 62", "at 62", "she is 62"."""
    before = reading.words[max(0, number.first - 2) : number.first]
    near = {*before, *reading.words[number.last : number.last + 4]}
    at_end = reading.ends_clause(number.last + 1) and not _AGE_MARKERS.isdisjoint(before[-1:])
    return _is_apposed_age(reading, number) or at_end or not _AGE_WORDS.isdisjoint(near)


def _counts_noun(reading: Reading, number: Quantity, other: Quantity) -> bool:
    """Whether a bare number counts a noun, and the other number gives a time or a share: "two counts", "at 7 pm"."""
    if number.kind != "number" or other.kind not in _UNCOUNTED_KINDS or other.is_share:
        return False
    at = number.last + 1
    if reading.ends_clause(at):
        return False
    word = reading.words[at]
    return word.isalpha() and word not in STOP_WORDS and not may_be_past(word)


_SUM_NOUNS = words_of(
    "money funds fees fines costs losses damages debts grants loans bonds taxes savings earnings profits revenues wages bribes"
    " subsidies donations payments rials leones kwachas pulas birrs dalasis kyats manats laris somonis afghanis soles bolivars"
)
"""Words for money that no sign expresses: "3 million damages"."""
_NOT_COUNTED_NOUNS = MEASURES.keys() | words_of("of worth overseas always sometimes afterwards upwards")
"""At these what a bare number counts has ended: "raised 3 million *overseas*", "raised 3 million two *years* ago"."""


def are_count_and_sum(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether one bare number counts people or things, and the other is money: "reached 5 million *people*", "cost $3 million"."""
    number, reading, other = (x, a, y) if y.kind in MONEY else (y, b, x)
    if number.kind != "number" or other.kind not in MONEY or number.last in attribution_places(reading):
        return False
    places, verbs = phrase_places_after(reading, number.last), verb_places(reading)
    counted = takewhile(lambda at: at not in verbs and reading.words[at] not in _NOT_COUNTED_NOUNS, places)
    nouns = [reading.words[at] for at in counted]
    is_counted = places.start == number.last + 1 and _SUM_NOUNS.isdisjoint(nouns)
    return is_counted and any(
        noun in IRREGULAR_NOUNS or (is_plural(noun) and not noun.endswith("'s")) for noun in nouns
    )


def are_shares_unrelated(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether two shares are of things that have nothing in common: of new sales, of their range."""
    if x.kind != "%" or not all(r.word(q.last + 1) == "of" for r, q in ((a, x), (b, y))):
        return False
    whole, whole_b = phrase_after(a, x.last + 1), phrase_after(b, y.last + 1)
    return _are_unrelated(whole, whole_b) and not (_is_abbreviated(whole, b) or _is_abbreviated(whole_b, a))


def are_changes_unrelated(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether the things that changed by two numbers have nothing in common: "*rents* rose 21 percent", "*bus fares* rose 7 percent"."""
    ours, theirs = _changing_terms(a, x), _changing_terms(b, y)
    named = ours & b.terms or theirs & a.terms  # "landlords raised *rents* by 12 percent"
    return not named and _are_unrelated(ours, theirs)


def _are_unrelated(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two phrases share no term and no meaning."""
    meant = ours.union(*map(meanings, ours))
    return bool(ours and theirs) and all(meant.isdisjoint({term, *meanings(term)}) for term in theirs)


def _changing_terms(reading: Reading, quantity: Quantity) -> frozenset[str]:
    """The terms of the subject of a change, before its number."""
    sides = reading.poles.get("direction", ())
    at = next((at for _, word, at in sides if 0 < quantity.first - at <= _CHANGE_REACH and word != "up"), 0)
    start = clause_start(reading, at)
    if not at or start in attribution_places(reading):
        return frozenset()
    return phrase_after(reading, start - 1) & terms_between(reading, start, at)


def _is_abbreviated(whole: frozenset[str], other: Reading) -> bool:
    """Whether the other statement has the initials of a phrase: gross domestic product, GDP."""
    return len(whole) > 2 and any(sorted(word) == sorted(term[0] for term in whole) for word in other.words)
