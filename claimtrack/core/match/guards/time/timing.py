"""Guards on dates: another year, month, day or part of the year."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from operator import itemgetter

from claimtrack.core.language.word_lists import MONTHS, WEEKDAYS, words_of
from claimtrack.core.match.normalisation.number_words import DECADES
from claimtrack.core.match.reading.dates import PARTS_OF_YEAR, ambiguous_dates, month_spans, parts_of_year
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.words.terms import format_both


def years_differ(a: Reading, b: Reading) -> str | None:
    """Both name a year, and not the same one."""
    ours, theirs = a.years - b.years, b.years - a.years
    for one, other in ((a, b), (b, a)):
        for decade in _find_decades(one) - _find_decades(other):
            if decade in other.years and _is_only_first_year(one, other, decade):
                quoted = f"{decade}s", str(decade)
                return f"other year: {format_both(quoted, turned=one is not a)}"
            if same_decade := other.years & {*range(decade, decade + 10)}:
                same_decade |= {decade}  # "1984", "the 1980s"
                ours, theirs = ours - same_decade, theirs - same_decade
    return f"other year: {min(ours)} / {min(theirs)}" if ours and theirs else None


def _find_decades(reading: Reading) -> set[int]:
    """The first years of the decades that a statement names: "the 1980s"."""
    decades = (word for word, after in pairwise(reading.words) if after == "s" and word.isdecimal())
    return {year for year in map(int, decades) if year % 10 == 0}


_DECADE_MODIFIERS = words_of("early around circa about decade")


def _is_only_first_year(one: Reading, other: Reading, decade: int) -> bool:
    """Whether one means only the first year of the other's decade; not "from 1980 to 1989", "around 1980" nor "the decade from 1980"."""
    mentions = [(r, at) for r in (one, other) for at, word in enumerate(r.words) if word == str(decade)]
    last = {str(decade + 9), str(decade + 10)}
    for r, at in mentions:
        if _DECADE_MODIFIERS & {*r.words[max(0, at - 2) : at]} or last & {*r.words[at + 1 : at + 3]}:
            return False
    return len(mentions) == len((one, other)) and DECADES.keys().isdisjoint(other.vocabulary)


def dates_differ(a: Reading, b: Reading) -> str | None:
    """Both name a day, a weekday or a month, and not the same one."""
    if a.weekdays and b.weekdays and not a.weekdays & b.weekdays:
        return f"other weekday: {_quote_first(a, WEEKDAYS, b)} / {_quote_first(b, WEEKDAYS, a)}"
    if all(len(r.months) > 1 or not PARTS_OF_YEAR.isdisjoint(r.vocabulary) for r in (a, b)):
        ours, theirs = parts_of_year(a.words), parts_of_year(b.words)
        if ours and theirs and ours.isdisjoint(theirs):
            return "other part of the year"
    if a.months and b.months and not a.months & b.months:
        return f"other month: {_quote_first(a, MONTHS, b)} / {_quote_first(b, MONTHS, a)}"
    if len(a.months) > 1 and len(b.months) > 1:
        ours, theirs = month_spans(a.words), month_spans(b.words)
        if len(ours) == len(theirs) == 1 and ours != theirs:
            return f"other month: {_quote_first(a, MONTHS, b)} / {_quote_first(b, MONTHS, a)}"
    if a.days - b.days and b.days - a.days:
        return f"other day: {min(a.days - b.days)} / {min(b.days - a.days)}"
    return _numeric_dates_differ(a, b)


def _numeric_dates_differ(a: Reading, b: Reading) -> str | None:
    """The difference from a numeric date that has the other's in neither order of day and month: "03/04/2021", "17 April 2021"."""
    ours, theirs = ambiguous_dates(a.cleaned), ambiguous_dates(b.cleaned)
    for dates, other_dates, one, other in ((ours, theirs, a, b), (theirs, ours, b, a)):
        if len(dates) != 1 or len(other_dates) > 1 or one.months:
            continue
        [(written, readings)] = dates.items()
        if other_dates:
            [(written_b, or_either)] = other_dates.items()
            differs = readings.isdisjoint(or_either)
        else:
            day = min(other.days, default=0)
            written_b = f"{day or ''} {_quote_first(other, MONTHS, one)}".strip()
            differs = len(other.months) == 1 and not any(
                month in other.months and (not day or at in other.days) for month, at in readings
            )
        if differs:
            return f"other day: {format_both((written, written_b), turned=one is not a)}"
    return None


def _quote_first(reading: Reading, known: Mapping[str, int], other: Reading) -> str:
    """The first of some words in a statement as written, preferably one that the other does not have."""
    candidates = [
        (word in other.vocabulary, written)
        for word, written in zip(reading.words, reading.written, strict=True)
        if word.removesuffix("s") in known
    ]
    return min(candidates, key=itemgetter(0), default=(False, ""))[1]
