"""A guard on rates: what a number is counted by, and how often something happens."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import symmetric_check, symmetric_guard
from claimtrack.core.match.guards.quantities.units import MAX_NUMBERS
from claimtrack.core.match.reading.dates import year_places
from claimtrack.core.match.reading.numbers.numerals import plain_number
from claimtrack.core.match.reading.numbers.ranges import RATE_UNITS, TIME_SPANS, find_rate_unit
from claimtrack.core.match.words.lexicon import EACH, MAGNITUDES, NUMBER_WORDS, words_of
from claimtrack.core.match.words.terms import format_both, stem

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.core.match.guards.difference import Excerpts
    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading

_SPANS_WORDS = frozenset(word for word, span in RATE_UNITS.items() if span in TIME_SPANS)
_REGULARLY = words_of("every each per average")
_ADVERBS = words_of("hourly nightly daily weekly monthly quarterly yearly annual annually")


def rates_differ(a: Reading, b: Reading) -> str | None:
    """The same number for each of another thing: per person and per household, a day and a week."""
    for x, y in product(a.amounts[:MAX_NUMBERS], b.amounts[:MAX_NUMBERS]):
        if x.value == y.value and x.kind == y.kind:
            one, other = find_rate_unit(a, x), find_rate_unit(b, y)
            if one and other and RATE_UNITS[one] != RATE_UNITS[other]:
                if _by_either(a, other, b, one) or _by_both(a, x, b, y):
                    continue
                return f"other rate: {x.written} per {one} / {y.written} per {other}"
            if said := _a_span_or_all(a, x, b, y):
                return said
    if said := _of_each_or_in_all(a, b):
        return said
    per, per_b = _per_how_many(a), _per_how_many(b)
    if per and per_b and per[0] != per_b[0]:
        return f"other rate: per {per[1]} / per {per_b[1]}"
    ours, theirs = _spans(a), _spans(b)
    if said := _in_all(a, ours, b, theirs):
        return said
    ours, theirs = ours | _every_so_many(a), theirs | _every_so_many(b)
    if ours and theirs and ours.keys().isdisjoint(theirs):
        return f"other rate: {min(ours.values())} / {min(theirs.values())}"
    return None


@symmetric_check("only one says", in_any_order=True, sure=True)
def rate_added(one: Reading, other: Reading) -> Excerpts | None:
    """One tells for each span of time what the other tells without one: "9,000 meals a day", "9,000 meals"."""
    if (_REGULARLY | _ADVERBS).isdisjoint(other.vocabulary) and (told := _only_rated(one, other)):
        spans = {RATE_UNITS[word] for word in _SPANS_WORDS & one.vocabulary}
        if spans.isdisjoint(_spans_told(other)):
            return (told,)
    return None


def _spans_told(reading: Reading) -> Iterator[str]:
    """Each span of time of which something may be told: "a night", "nights"; but "six nights" are no more than a number."""
    for before, word in pairwise(["", *reading.words]):
        if word in RATE_UNITS or not (before in NUMBER_WORDS or before[:1].isdecimal()):
            yield RATE_UNITS.get(word) or RATE_UNITS.get(stem(word), "")


def _only_rated(one: Reading, other: Reading) -> str:
    """For which span of time a number is told that the other side has, too; but "every second house" is half of them."""
    for quantity, same in product(one.amounts[:MAX_NUMBERS], other.amounts[:MAX_NUMBERS]):
        if quantity.value != same.value or quantity.kind != same.kind or find_rate_unit(other, same):
            continue
        span = find_rate_unit(one, quantity)
        if span in _SPANS_WORDS - {"second"} and _is_of_each(one, span):
            return f"{quantity.written} per {RATE_UNITS[span]}"
        if told := min((written for of, written in _spans(one).items() if of != "second"), default=""):
            return told
    return ""


def is_rate_expression(reading: Reading, places: Sequence[int]) -> bool:
    """Whether some words only tell for which span of time a number is: 9 million *a day*."""
    counted = {find_rate_unit(reading, quantity) for quantity in reading.amounts[:MAX_NUMBERS]}
    return all(reading.words[at] in _SPANS_WORDS & counted for at in places)


def _by_both(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether one counts by what the other does, and by something else before: "50 litres per person per day", "50 litres a day"."""
    one, other = (
        [
            RATE_UNITS[w]
            for each, w in pairwise(r.words[q.last + 1 : q.last + 8])
            if each in EACH and w in RATE_UNITS
        ]
        for r, q in ((a, x), (b, y))
    )
    return len(one) != len(other) and bool(one and other) and (one[-1] in other or other[-1] in one)


def _by_either(a: Reading, other: str, b: Reading, one: str) -> bool:
    """Whether each also counts by what the other counts by first: "120 a month per child", "a monthly 120 for each child"."""
    return all(
        any(RATE_UNITS.get(w, RATE_UNITS.get(w.removesuffix("s"))) == RATE_UNITS[by] for w in r.vocabulary)
        for r, by in ((a, other), (b, one))
    )


def _a_span_or_all(a: Reading, x: Quantity, b: Reading, y: Quantity) -> str | None:
    """One tells for each year what the other tells for several together: "3 million a year", "3 million over ten years"."""
    for one, mine, other, yours in ((a, x, b, y), (b, y, a, x)):
        span = find_rate_unit(one, mine)
        total = _over_how_long(other, yours)
        if total and span in _SPANS_WORDS and _is_of_each(one, span) and not find_rate_unit(other, yours):
            told = f"{mine.written} per {span}", f"{yours.written} over {total.written}"
            return f"other rate: {format_both(told, turned=one is not a)}"
    return None


def _is_of_each(reading: Reading, span: str) -> bool:
    """Whether something is told of each such span, and not over one: "3 million a year", "over a year"."""
    at = reading.words.index(span) if span in reading.vocabulary else 0
    return reading.words[at - 1] not in ("a", "an") or reading.words[at - 2] not in _DURING


_DURING = words_of("over within in for during by after of")


def _over_how_long(reading: Reading, counted: Quantity) -> Quantity | None:
    """The span of time behind "over" right behind a number: "3 million *over ten years*"."""
    if reading.words[counted.last + 1 : counted.last + 2] not in _SPANNING:
        return None
    return next((q for q in reading.amounts if q.kind == "time" and q.first == counted.last + 2), None)


_HEADS = words_of("capita head inhabitant person resident citizen")
_OF_EACH = words_of("per each every")
_ALL_TOLD = words_of("total overall absolute all")


@symmetric_guard("other rate")
def _of_each_or_in_all(one: Reading, other: Reading) -> Excerpts | None:
    """One compares by the head what the other compares in all: "emissions per head", "total emissions"."""
    if _HEADS.isdisjoint(one.vocabulary) == _HEADS.isdisjoint(other.vocabulary):
        return None
    by_head = [two for two in pairwise(one.words) if two[0] in _OF_EACH and two[1] in _HEADS]
    whole = sorted(_ALL_TOLD & (other.vocabulary - one.vocabulary))
    if (
        by_head
        and whole
        and _HEADS.isdisjoint(other.vocabulary)
        and "than" in one.vocabulary & other.vocabulary
    ):
        return " ".join(by_head[0]), whole[0]
    return None


def _in_all(a: Reading, ours: dict[str, str], b: Reading, theirs: dict[str, str]) -> str | None:
    """One tells for each year what the other tells of several together: "each year", "over four years"."""
    if bool(ours) == bool(theirs):
        return None
    rated, other, spans = (a, b, ours) if ours else (b, a, theirs)
    total = next((q for q in other.amounts if q.kind == "time" and other.words[q.first - 1] in _OVER), None)
    same = any(
        x.value == y.value and x.kind == y.kind for x in rated.amounts for y in other.amounts[:MAX_NUMBERS]
    )
    if total is None or not same or any(q.kind == "time" for q in rated.amounts):
        return None
    told = min(spans.values()), f"over {total.written}"
    return f"other rate: {format_both(told, turned=rated is not a)}"


_OVER = words_of("over within")
_SPANNING = [[word] for word in sorted(_OVER)]


def _per_how_many(reading: Reading) -> tuple[float, str] | None:
    """Of how many something is told: "per 100,000", "per million"."""
    if "per" not in reading.vocabulary:
        return None
    for at, word in enumerate(reading.words[:-1]):
        following = reading.words[at + 1]
        if word == "per" and (following[0].isdecimal() or following in MAGNITUDES):
            value = plain_number(following) if following[0].isdecimal() else MAGNITUDES[following]
            return (value, reading.written[at + 1]) if value else None
    return None


def _spans(reading: Reading) -> dict[str, str]:
    """The spans of time by which something is told to happen, each as written: "every week", "annual"."""
    if _SPANS_WORDS.isdisjoint(reading.vocabulary) and "whole" not in reading.vocabulary:
        return {}
    found = _of_a_rate(reading) if not _RATES.isdisjoint(reading.vocabulary) else {}
    for before, word in pairwise(["", *reading.words]):
        span = RATE_UNITS.get(word)
        if span in TIME_SPANS and (before in _REGULARLY or word in _ADVERBS):
            found[span] = f"{before} {word}" if before in _REGULARLY else word
    return found


def _every_so_many(reading: Reading) -> dict[str, str]:
    """The several spans of time after which something happens again: "every three months"; "every 12 months" is every year."""
    words, found = reading.words, {}
    for at in range(len(words) - 2) if "every" in reading.vocabulary else ():
        many, span = words[at + 1], RATE_UNITS.get(words[at + 2].removesuffix("s"), "")
        number = NUMBER_WORDS.get(many) or (int(many) if many.isdecimal() else 0)
        if words[at] == "every" and number and span in _LONG:
            found[_ONE.get((number, span), f"{number} {span}")] = f"every {many} {words[at + 2]}"
    return found


_ONE = {(12, "month"): "year", (7, "day"): "week", (14, "day"): "2 week"}
_LONG = words_of("day week month year")

_RATES = words_of("inflation growth")


def _of_a_rate(reading: Reading) -> dict[str, str]:
    """The span over which a rate is told: "year on year", "for the whole of 2024", "for 2024 as a whole"."""
    words, found = reading.words, {}
    years = year_places(reading.quantities, words)
    for at, word in enumerate(words):
        if words[at + 1 : at + 3] in (["on", word], ["over", word]) and word in TIME_SPANS:
            found[word] = f"{word} on {word}"
        ahead = word == "whole" and (words[at + 1 : at + 2] == ["of"] and at + 2 in years)
        behind = word == "whole" and words[at - 2 : at] == ["as", "a"] and at - 3 in years
        if ahead or behind:
            found["year"] = "whole year"
    return found
