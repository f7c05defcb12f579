"""Years, decades, months, days and weekdays of a statement."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.language.calendar_words import MONTH_NAMES, RELATIVE_DAYS
from claimtrack.core.language.word_lists import AMBIGUOUS_MONTHS, MONTHS, WEEKDAYS, phrases_of, words_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.numbers.quantities import Quantity

_BEFORE_A_YEAR = words_of(
    "in since by until before after during from of to early late mid the and between for through year fiscal"
) | frozenset(MONTHS)
_DATE_OPENERS = words_of(
    "the next last early mid late spring summer autumn winter christmas easter noon midnight dawn dusk tomorrow then"
)
"""Other words that may begin a date: "next week", "this spring"."""
_COUNTED_NOUNS = words_of("people men women children miles km kilometres kilometers")


def is_year(quantity: Quantity, words: Sequence[str]) -> bool:
    """Whether a number is a year: "in 2020", "the 2020 election", but not "2,020" or "2020 people"."""
    if _end_year(quantity, words):
        return True
    if quantity.kind != "number" or quantity.grouped or quantity.scaled or not 1700 <= quantity.value <= 2099:
        return False
    if quantity.value != int(quantity.value) or not words[quantity.first].isdecimal():
        return False
    following = words[quantity.last + 1] if quantity.last + 1 < len(words) else ""
    previous = words[quantity.first - 1] if quantity.first else ""
    counted = following in _COUNTED_NOUNS or (following.endswith("s") and len(following) > 3)
    return previous in _BEFORE_A_YEAR or not counted


def year_places(quantities: Sequence[Quantity], words: Sequence[str]) -> frozenset[int]:
    """Return the places of the words at which years begin."""
    return frozenset(q.first for q in quantities if is_year(q, words))


def years(quantities: Sequence[Quantity], words: Sequence[str]) -> frozenset[int]:
    """Return the years that a statement names."""
    return frozenset(_end_year(q, words) or int(q.value) for q in quantities if is_year(q, words))


def _end_year(quantity: Quantity, words: Sequence[str]) -> int | None:
    """Return the year that two digits after another year stand for: "2019-20", "2019/20"."""
    at = quantity.first - (words[quantity.first].isdecimal() and quantity.first > 0)
    before = words[at - 1] if at > 0 and words[at].strip() in ("-", "/") else ""
    digits = words[quantity.last]
    if not (before.isdecimal() and digits.isdecimal() and len(before) == 4 and len(digits) == 2):
        return None
    year = int(before[:2] + digits)
    return year if 0 < year - int(before) < 20 and 1700 <= year <= 2099 else None


def starts_date(words: Sequence[str]) -> bool:
    """Whether any of some words can begin a date: a number, a month, a weekday, "next"."""
    return any(
        word[0].isdecimal() or word in MONTHS or word in WEEKDAYS or word in _DATE_OPENERS for word in words
    )


def months(words: Sequence[str], written: Sequence[str]) -> frozenset[int]:
    """Return the months that are named; "may" and "march" only if capitalised and beside a number or month, or after "in"."""
    if MONTHS.keys().isdisjoint(words):
        return frozenset()
    found = set()
    for at, word in enumerate(words):
        month = MONTHS.get(word)
        if month is None:
            continue
        neighbours = [*words[max(0, at - 1) : at], *words[at + 1 : at + 2]]
        dated = any(w[0].isdecimal() or w in MONTHS or w in _BESIDE_A_MONTH for w in neighbours)
        if word not in AMBIGUOUS_MONTHS or (written[at][0].isupper() and dated):
            found.add(month)
    return frozenset(found)


_BESIDE_A_MONTH = words_of("in since last of by until next")


def days(quantities: Sequence[Quantity], words: Sequence[str]) -> frozenset[int]:
    """Return the days of the month that are named: "May 5", "5 May", "the 5th of May"."""
    found = set()
    for quantity in quantities:
        if quantity.kind not in ("number", "ordinal") or not 1 <= quantity.value <= 31 or quantity.scaled:
            continue
        before = words[max(0, quantity.first - 1) : quantity.first]
        if not MONTHS.keys().isdisjoint((*before, *words[quantity.last + 1 : quantity.last + 3])):
            found.add(int(quantity.value))
    spans = [_span_days(one, other, words, found) for one, other in pairwise(quantities)]
    return frozenset(found.union(*spans))


_NUMERIC_DATE = expression(r"(?<![\d/])(\d{1,2})/(\d{1,2})/(?:\d{2})?\d{2}(?![\d/])")


def ambiguous_dates(text: str) -> dict[str, frozenset[tuple[int, int]]]:
    """Return the dates in digits whose day and month may be swapped, "03/04/2021", as written, each with its two readings as (month, day)."""
    if text.count("/") < len("//"):
        return {}
    found = {}
    for date_ in _NUMERIC_DATE.finditer(text):
        one, other = int(date_[1]), int(date_[2])
        if 0 < one <= len(MONTH_NAMES) >= other > 0:
            found[date_[0]] = frozenset({(one, other), (other, one)})
    return found


_JOINING_DAYS = phrases_of("- | – | / | to")


def _span_days(one: Quantity, other: Quantity, words: Sequence[str], known: AbstractSet[int]) -> set[int]:
    """Return both days of a span when only one of them is next to the month: "5/6 June", "June 5-6", "May 17 to 18"."""
    if words[one.last + 1 : other.first] not in _JOINING_DAYS or {one.kind, other.kind} != {"number"}:
        return set()
    first, last = int(one.value), int(other.value)
    ends = {first, last} if 1 <= first < last <= 31 and not other.scaled else set()
    return ends if ends & known else set()


def weekdays(words: Sequence[str]) -> frozenset[int]:
    """Return the days of the week that are named."""
    return frozenset(WEEKDAYS[w] for w in words if w in WEEKDAYS)


_HALVES = {"first": (1, 6), "second": (7, 12)}
_QUARTERS = {"first": (1, 3), "second": (4, 6), "third": (7, 9), "fourth": (10, 12), "last": (10, 12)}
_BY_LETTER = {"h1": (1, 6), "h2": (7, 12), "q1": (1, 3), "q2": (4, 6), "q3": (7, 9), "q4": (10, 12)}


def parts_of_year(words: Sequence[str]) -> frozenset[tuple[int, int]]:
    """Return the halves and quarters of a year that are named, as (first month, last month): "H1", "from July to September"."""
    found = {_BY_LETTER[word] for word in words if word in _BY_LETTER}
    for at, word in enumerate(words[1:-1], 1):
        if word in ("half", "quarter") and words[at + 1 : at + 2] in (["of"], ["in"]):
            part = (_HALVES if word == "half" else _QUARTERS).get(words[at - 1])
            if part and any(w == "year" or w in MONTHS or w[0].isdecimal() for w in words[at + 2 : at + 5]):
                found.add(part)
        first, last = MONTHS.get(words[at - 1]), MONTHS.get(words[at + 1])
        if word in ("to", "and", "-", "until", "through") and first and last and (first, last) in _PARTS:
            found.add((first, last))
    return frozenset(found)


def month_spans(words: Sequence[str]) -> frozenset[tuple[int, int]]:
    """Return the spans from one month to another: "between March and October", "from March 2020 to October 2022"."""
    found = set()
    for at, word in enumerate(words):
        if word not in MONTHS or at == 0 or words[at - 1] not in ("between", "from"):
            continue
        after = [word for word in words[at + 1 : at + 1 + _LAST_MONTH_REACH] if not word[0].isdecimal()]
        link, month = [*after, "", ""][:2]
        if link in _UP_TO and month in MONTHS:
            found.add((MONTHS[word], MONTHS[month]))
    return frozenset(found)


_UP_TO = words_of("and to until till through")
_LAST_MONTH_REACH = 4
"""Number of words after the first month within which the last one stands, each with a day or a year."""
PARTS_OF_YEAR = frozenset(("half", "quarter", *_BY_LETTER))
"""One of these, or two months, is in every text that names a part of a year."""
_PARTS = frozenset((*_HALVES.values(), *_QUARTERS.values()))
_MONTH_NAMES = {f"{at:02}": name for at, name in enumerate(MONTH_NAMES, 1)}
_WRITTEN_DATE = expression(r"([A-Z][a-z]+) (\d{1,2}), (\d{4})")


def format_as_spoken(iso: str | None) -> str:
    """Return an ISO date as a claim would word it, "2020-05-09" as "May 9 2020"; "" for None."""
    year, month, day = [*(iso or "").split("-"), "", ""][:3]
    name = _MONTH_NAMES.get(month)
    return f"{name} {day.lstrip('0')} {year}" if name else year


def iso_date(text: str) -> str | None:
    """Return "May 9, 2020" as an ISO date; None for anything else, or a day that does not exist."""
    found = _WRITTEN_DATE.fullmatch(text)
    if not found or found[1].lower() not in MONTHS:
        return None
    try:
        return date(int(found[3]), MONTHS[found[1].lower()], int(found[2])).isoformat()
    except ValueError:
        return None


def may_be_same_day(words: Sequence[str], words_b: Sequence[str]) -> bool:
    """Whether one side names a relative day and the other a weekday, which may be the same: "tomorrow's", "Tuesday's"."""
    bases, bases_b = ({word.removesuffix("'s") for word in side} for side in (words, words_b))
    return any(RELATIVE_DAYS & x and WEEKDAYS.keys() & y for x, y in ((bases, bases_b), (bases_b, bases)))
