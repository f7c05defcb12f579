"""Guards on rates: what a number is per, and how often something happens."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise, product
from math import isclose

from claimtrack.core.expressions import expression
from claimtrack.core.language.word_lists import EACH, MAGNITUDES, NUMBER_WORDS, PER_WORDS, words_of
from claimtrack.core.match.guards.difference import Excerpts, symmetric_check, symmetric_guard
from claimtrack.core.match.guards.quantities.units import MAX_NUMBERS
from claimtrack.core.match.reading.dates import year_places
from claimtrack.core.match.reading.numbers.numerals import plain_number
from claimtrack.core.match.reading.numbers.quantities import Quantity
from claimtrack.core.match.reading.numbers.rates import RATE_UNITS, TIME_SPANS, find_rate_unit
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.words.terms import format_both, stem

_PERIOD_WORDS = frozenset(word for word, span in RATE_UNITS.items() if span in TIME_SPANS)
_FREQUENCY_DETERMINERS = words_of("every each per average")
_FREQUENCY_ADVERBS = words_of("hourly nightly daily weekly monthly quarterly yearly annual annually")


def rates_differ(a: Reading, b: Reading) -> str | None:
    """The same number is counted per something else: per person and per household, a day and a week."""
    return (
        _number_rates_differ(a, b)
        or _per_head_or_total(a, b)
        or _bases_differ(a, b)
        or _repetitions_differ(a, b)
        or _frequencies_differ(a, b)
    )


def _number_rates_differ(a: Reading, b: Reading) -> str | None:
    """The same number is per something else, or a total: "9,000 a day", "9,000 a week"."""
    for x, y in product(a.amounts[:MAX_NUMBERS], b.amounts[:MAX_NUMBERS]):
        if x.value != y.value or x.kind != y.kind:
            continue
        unit, unit_b = find_rate_unit(a, x), find_rate_unit(b, y)
        if unit and unit_b and RATE_UNITS[unit] != RATE_UNITS[unit_b]:
            if not _share_both_rates(a, unit_b, b, unit) and not _share_last_rate(a, x, b, y):
                return f"other rate: {x.written} per {unit} / {y.written} per {unit_b}"
        elif difference := _rate_or_total(a, x, b, y):
            return difference
    return None


def _bases_differ(a: Reading, b: Reading) -> str | None:
    """Cases are counted per another number of people: "per 1,000", "per 100,000"."""
    per, per_b = _find_base(a), _find_base(b)
    return f"other rate: per {per[1]} / per {per_b[1]}" if per and per_b and per[0] != per_b[0] else None


def _frequencies_differ(a: Reading, b: Reading) -> str | None:
    """Something happens at another frequency: daily and weekly, twice and three times."""
    ours, theirs = _find_frequencies(a), _find_frequencies(b)
    if difference := _repeated_or_total(a, ours, b, theirs):
        return difference
    ours, theirs = ours | _find_multiples(a), theirs | _find_multiples(b)
    if ours and theirs and ours.keys().isdisjoint(theirs):
        return f"other rate: {min(ours.values())} / {min(theirs.values())}"
    return None


def _repetitions_differ(a: Reading, b: Reading) -> str | None:
    """Something is done another number of times: "once a day", "twice a day"; but "once a month", "12 times a year"."""
    ours = _find_repetitions(a)
    theirs = _find_repetitions(b) if ours else {}
    if not theirs or any(isclose(x, y, rel_tol=_YEAR_TOLERANCE) for x, y in product(ours, theirs)):
        return None
    return f"other rate: {next(iter(ours.values()))} / {next(iter(theirs.values()))}"


_YEAR_TOLERANCE = 0.03
"""Relative difference up to which two numbers of times a year are the same: a year has 365 days and 52 weeks."""
_TIMES_A_YEAR = {"d": 365, "w": 52, "m": 12, "y": 1}
"""How often a day, week, month or year is in a year, by the first letter."""
_COUNTS = {"once": 1, "twice": 2, "thrice": 3}
_REPETITION = expression(
    r"(?P<hedge>\b(?:or|to|least|most|than|about|around|nearly|almost|not|only) |-)?"
    rf"\b(?:(?P<adverb>once|twice|thrice)|(?P<count>\d{{1,3}}|{'|'.join(NUMBER_WORDS)}) times)"
    r" (?:(?:an?|per|every|each) (?:day|week|month|year)|daily|weekly|monthly|yearly)\b(?!'| or more)",
    re.IGNORECASE,
)
"""In the text as written: its normal form has "every day" for "once a day"."""


def _find_repetitions(reading: Reading) -> dict[float, str]:
    """How many times a year something is done, each as written: "twice a day"; no bounds or ranges."""
    if reading.vocabulary.isdisjoint(_REPETITION_WORDS):
        return {}
    found = {}
    for match in _REPETITION.finditer(reading.text):
        if not match["hedge"]:
            count = (match["adverb"] or match["count"]).lower()
            times = _COUNTS.get(count) or NUMBER_WORDS.get(count) or float(count)
            found[times * _TIMES_A_YEAR[match[0].split()[-1][0].lower()]] = match[0]
    return found


_REPETITION_WORDS = words_of("times twice thrice once every")


@symmetric_check("only one says", in_any_order=True, sure=True)
def rate_added(one: Reading, other: Reading) -> Excerpts | None:
    """One states a period for a number, the other does not: "9,000 meals a day", "9,000 meals"."""
    if not (_FREQUENCY_DETERMINERS | _FREQUENCY_ADVERBS).isdisjoint(other.vocabulary):
        return None
    rated = _find_rated_number(one, other)
    spans = {RATE_UNITS[word] for word in _PERIOD_WORDS & one.vocabulary}
    for before, word in pairwise(["", *other.words]):
        may_be_rate = word in RATE_UNITS or not (before in NUMBER_WORDS or before[:1].isdecimal())
        if may_be_rate and (RATE_UNITS.get(word) or RATE_UNITS.get(stem(word), "")) in spans:
            return None  # "a night", "nights"; but "six nights" are only a number
    return (rated,) if rated else None


def _find_rated_number(one: Reading, other: Reading) -> str:
    """The number that both have with its period in the one, "" if none; "every second house" means half of them."""
    for quantity, same in product(one.amounts[:MAX_NUMBERS], other.amounts[:MAX_NUMBERS]):
        is_same = quantity.value == same.value and quantity.kind == same.kind
        if not is_same or quantity.kind == "speed" or find_rate_unit(other, same):
            continue
        span = find_rate_unit(one, quantity)
        if span in _PERIOD_WORDS - {"second"} and _is_per_period(one, span):
            return f"{quantity.written} per {RATE_UNITS[span]}"
        frequencies = (written for unit, written in _find_frequencies(one).items() if unit != "second")
        if frequency := min(frequencies, default=""):
            return frequency
    return ""


def is_rate_expression(reading: Reading, places: Sequence[int]) -> bool:
    """Whether some words only give the period of a number: 9 million *a day*."""
    counted = {find_rate_unit(reading, quantity) for quantity in reading.amounts[:MAX_NUMBERS]}
    return all(reading.words[at] in _PERIOD_WORDS & counted for at in places)


def _share_last_rate(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether one adds a second rate to that of the other: "50 litres per person per day", "50 litres a day"."""
    one, other = (
        [
            RATE_UNITS[w]
            for before, w in pairwise(r.words[q.last + 1 : q.last + 8])
            if before in EACH and w in RATE_UNITS
        ]
        for r, q in ((a, x), (b, y))
    )
    return len(one) != len(other) and bool(one and other) and (one[-1] in other or other[-1] in one)


def _share_both_rates(a: Reading, other: str, b: Reading, one: str) -> bool:
    """Whether each also has the rate that the other gives first: "120 a month per child", "a monthly 120 for each child"."""
    return all(
        any(RATE_UNITS.get(w, RATE_UNITS.get(w.removesuffix("s"))) == RATE_UNITS[unit] for w in r.vocabulary)
        for r, unit in ((a, other), (b, one))
    )


def _rate_or_total(a: Reading, x: Quantity, b: Reading, y: Quantity) -> str | None:
    """One states an amount per period, the other its total: "3 million a year", "3 million over ten years"."""
    for one, quantity, other, other_quantity in ((a, x, b, y), (b, y, a, x)):
        span = find_rate_unit(one, quantity)
        total = _find_duration(other, other_quantity)
        is_rate = total and span in _PERIOD_WORDS and _is_per_period(one, span)
        if total and is_rate and not find_rate_unit(other, other_quantity):
            quoted = f"{quantity.written} per {span}", f"{other_quantity.written} over {total.written}"
            return f"other rate: {format_both(quoted, turned=one is not a)}"
    return None


def _is_per_period(reading: Reading, span: str) -> bool:
    """Whether a period is a rate and no duration: "3 million a year", "over a year"."""
    at = reading.words.index(span) if span in reading.vocabulary else 0
    return reading.words[at - 1] not in ("a", "an") or reading.words[at - 2] not in _DURATION_PREPOSITIONS


_DURATION_PREPOSITIONS = words_of("over within in for during by after of")


def _find_duration(reading: Reading, counted: Quantity) -> Quantity | None:
    """The duration right after a number: "3 million *over ten years*"."""
    if reading.words[counted.last + 1 : counted.last + 2] not in _SPANNING_LISTS:
        return None
    return next((q for q in reading.amounts if q.kind == "time" and q.first == counted.last + 2), None)


_PERSON_NOUNS = words_of("capita head inhabitant person resident citizen")
_TOTAL_WORDS = words_of("total overall absolute all")


@symmetric_guard("other rate")
def _per_head_or_total(one: Reading, other: Reading) -> Excerpts | None:
    """One compares per head what the other compares in total: "emissions per head", "total emissions"."""
    if _PERSON_NOUNS.isdisjoint(one.vocabulary) == _PERSON_NOUNS.isdisjoint(other.vocabulary):
        return None
    by_head = [two for two in pairwise(one.words) if two[0] in PER_WORDS and two[1] in _PERSON_NOUNS]
    whole = sorted(_TOTAL_WORDS & (other.vocabulary - one.vocabulary))
    both_compare = "than" in one.vocabulary & other.vocabulary
    if by_head and whole and both_compare and _PERSON_NOUNS.isdisjoint(other.vocabulary):
        return " ".join(by_head[0]), whole[0]
    return None


def _repeated_or_total(a: Reading, ours: dict[str, str], b: Reading, theirs: dict[str, str]) -> str | None:
    """One states an amount for each period, the other for several: "each year", "over four years"."""
    if bool(ours) == bool(theirs):
        return None
    rated, other, spans = (a, b, ours) if ours else (b, a, theirs)
    times = (q for q in other.amounts if q.kind == "time")
    total = next((q for q in times if other.words[q.first - 1] in _SPANNING_PREPOSITIONS), None)
    values = {(q.value, q.kind) for q in rated.amounts}
    if total is None or values.isdisjoint((q.value, q.kind) for q in other.amounts[:MAX_NUMBERS]):
        return None
    if any(kind == "time" for _, kind in values):
        return None
    quoted = min(spans.values()), f"over {total.written}"
    return f"other rate: {format_both(quoted, turned=rated is not a)}"


_SPANNING_PREPOSITIONS = words_of("over within")
_SPANNING_LISTS = [[word] for word in sorted(_SPANNING_PREPOSITIONS)]


def _find_base(reading: Reading) -> tuple[float, str] | None:
    """The base of a rate and how it is written: "per 100,000", "per million"."""
    if "per" not in reading.vocabulary:
        return None
    for at, word in enumerate(reading.words[:-1]):
        following = reading.words[at + 1]
        if word == "per" and (following[0].isdecimal() or following in MAGNITUDES):
            value = plain_number(following) if following[0].isdecimal() else MAGNITUDES[following]
            return (value, reading.written[at + 1]) if value else None
    return None


def _find_frequencies(reading: Reading) -> dict[str, str]:
    """The periods in which something happens, each as written: "every week", "annual"."""
    if _PERIOD_WORDS.isdisjoint(reading.vocabulary) and "whole" not in reading.vocabulary:
        return {}
    found = _find_rate_periods(reading) if not _RATE_NOUNS.isdisjoint(reading.vocabulary) else {}
    for before, word in pairwise(["", *reading.words]):
        span = RATE_UNITS.get(word)
        if span in TIME_SPANS and (before in _FREQUENCY_DETERMINERS or word in _FREQUENCY_ADVERBS):
            found[span] = f"{before} {word}" if before in _FREQUENCY_DETERMINERS else word
    return found


def _find_multiples(reading: Reading) -> dict[str, str]:
    """The multiples of a period after which something recurs: "every three months"; "every 12 months" is every year."""
    words, found = reading.words, {}
    for at in range(len(words) - 2) if "every" in reading.vocabulary else ():
        count, span = words[at + 1], RATE_UNITS.get(words[at + 2].removesuffix("s"), "")
        number = NUMBER_WORDS.get(count) or (int(count) if count.isdecimal() else 0)
        if words[at] == "every" and number and span in _LONG_PERIODS:
            found[_EQUAL_PERIODS.get((number, span), f"{number} {span}")] = f"every {count} {words[at + 2]}"
    return found


_EQUAL_PERIODS = {(12, "month"): "year", (7, "day"): "week", (14, "day"): "2 week"}
_LONG_PERIODS = words_of("day week month year")

_RATE_NOUNS = words_of("inflation growth")


def _find_rate_periods(reading: Reading) -> dict[str, str]:
    """The period of a rate: "year on year", "for the whole of 2024", "for 2024 as a whole"."""
    words, found = reading.words, {}
    years = year_places(reading.quantities, words)
    for at, word in enumerate(words):
        if words[at + 1 : at + 3] in (["on", word], ["over", word]) and word in TIME_SPANS:
            found[word] = f"{word} on {word}"
        ahead = word == "whole" and (reading.word(at + 1) == "of" and at + 2 in years)
        after = word == "whole" and words[at - 2 : at] == ["as", "a"] and at - 3 in years
        if ahead or after:
            found["year"] = "whole year"
    return found
