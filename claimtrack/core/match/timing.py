"""Guards on when it is: another year, month, day or part of the year."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.dates import PARTS, parts_of_year

if TYPE_CHECKING:
    from claimtrack.core.match.reading import Reading


def years_differ(a: Reading, b: Reading) -> str | None:
    """Both name a year, and not the same year."""
    ours, theirs = a.years - b.years, b.years - a.years
    return f"other year: {min(ours)} / {min(theirs)}" if ours and theirs else None


def dates_differ(a: Reading, b: Reading) -> str | None:
    """Both name a day, a weekday or a month, and not the same one."""
    if a.weekdays and b.weekdays and not a.weekdays & b.weekdays:
        return "other weekday"
    if all(len(r.months) > 1 or not PARTS.isdisjoint(r.vocabulary) for r in (a, b)):
        ours, theirs = parts_of_year(a.words), parts_of_year(b.words)
        if ours and theirs and ours.isdisjoint(theirs):
            return "other part of the year"
    if a.months and b.months and not a.months & b.months:
        return "other month"
    if a.days - b.days and b.days - a.days:
        return f"other day: {min(a.days - b.days)} / {min(b.days - a.days)}"
    return None
