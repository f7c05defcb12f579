"""Parses the date in a cell of a sheet, in the many ways that spreadsheets and people write one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from claimtrack.core.errors import InvalidValue
from claimtrack.core.expressions import expression
from claimtrack.core.language.calendar_words import MONTH, SHORT_WEEKDAYS, expand_two_digit_year, month_number
from claimtrack.core.language.foreign_months import foreign_month_number, is_before_day
from claimtrack.core.texts.cleaning import clean_date
from claimtrack.core.texts.printable import MOST_SHOWN, brief

_MAX_LENGTH = 80
"""Characters of the longest cell that may be a date followed by a time."""
_MONTH = f"(?P<month>{MONTH})"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>\d{4}|\d{2})"
_WEEKDAY = rf"(?:(?:{'|'.join(SHORT_WEEKDAYS)})[a-z]*\.?,? +)?"
_MONTH_IN_WORDS = [
    expression(_WEEKDAY + form, re.IGNORECASE)
    for form in (
        rf"{_DAY}[ .-]+(?:of )?{_MONTH},?[ -]+{_YEAR}",  # 5 April 2025, 5-Apr-25
        rf"{_MONTH} +{_DAY},? +(?P<year>\d{{4}})",  # April 5, 2025
    )
]
_ERAS = {"民國": 1911, "民国": 1911, "令和": 2018, "平成": 1988}
"""The year before the first of an era of Taiwan or Japan."""
_FOREIGN_FORMS = [
    expression(form)
    for form in (
        rf"(?P<before>\D{{0,30}})(?P<day>\d{{1,2}})(?:\.|º|ª|°|er\b)?[-/]?(?P<month>[^\d/-]{{2,30}})[-/]?{_YEAR}(?: ?(?:r|г|р)\.?| ?(?:roku|року|года))?",  # 3 de abril de 2024, 5-abr-24
        r"(?P<year>\d{4})\. (?P<month>[^\d/-]{2,30}) (?P<day>\d{1,2})\.?",  # 2024. április 3.
        r"(?P<year>\d{4}) ?[年년] ?(?P<month>\d{1,2}) ?[月월] ?(?P<day>\d{1,2}) ?[日일]?",
        rf"(?P<era>{'|'.join(_ERAS)}) ?(?P<year>\d{{1,3}}) ?年 ?(?P<month>\d{{1,2}}) ?月 ?(?P<day>\d{{1,2}}) ?日?",
    )
]
"""Dates of other languages with the month in words, and East Asian dates."""
_NUMERIC = expression(r"(\d{1,4})([./-]) ?(\d{1,2})\2 ?(\d{1,4})\.?")
"""Also as in Croatia and Hungary, with a full stop behind, and as in Korea, with spaces: "2024. 5. 7"."""
_ZONE = r"(?: ?(?:Z|(?:UTC|GMT|[A-Z]{1,3}T)?(?:[+-]\d{1,2}(?::?\d{2})?)?)(?: \([^()]*\))?)"
"""Time zones as programs write them: Z, UTC, CEST, +0200, GMT+0000 (Coordinated Universal Time)."""
_TIME = expression(
    r"(?:T|[,،]?\s+(?:- )?)(?:(?:上午|下午|午前|午後|오전|오후)\s?)?"
    rf"\d{{1,2}}:\d{{2}}(?::\d{{2}}(?:\.\d+)?)?(?:\s?(?:[ap]\.?\s?m\.?|[صم]))?{_ZONE}$",
    re.IGNORECASE,
)
_WEEKDAY_BEHIND = expression(
    r"\s?[(（](?:星期|週|周)?[一二三四五六日月火水木金土월화수목금토일](?:曜日|요일)?[)）]$"
)
_DIRECTION_MARKS = expression("[\u200e\u200f\u061c]")
"""What programs in Arabic write around the slashes of a date."""
_YEARS = range(1583, 2400)
"""Other years belong to another calendar: 1403 (Iranian), 1445 (Islamic), 2567 (Thai)."""
_SERIAL_NUMBER = expression(r"[2-6]\d{4}(?:\.\d+)?")
"""A day count of a spreadsheet: 20000 is in 1954, 69999 in 2091. The first day depends on the program that wrote the file."""


class DayOrder(StrEnum):
    """Which number of 3/4/2025 is the day."""

    DAY_FIRST = "day-first"
    MONTH_FIRST = "month-first"


def parse_day(cell: str, held: str | None = None) -> str:
    """Parse a cell's date into an ISO date. Raises InvalidValue.

    An ambiguous date is refused, unless one of its readings is the desk's own value (`held`).
    """
    told = _strip_time(cell)
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", told):
        return clean_date(told)
    days = _parse_by_order(told)
    if held in days.values():
        return str(held)
    if len(set(days.values())) == 1:
        return next(iter(days.values()))
    raise InvalidValue(_explain_bad_day(told, days))


def _explain_bad_day(cell: str, days: dict[DayOrder, str]) -> str:
    if days:
        return f"unclear date: {cell!r}, {' or '.join(days.values())}. Use --dates day-first or --dates month-first, or write it as YYYY-MM-DD"
    if _NUMERIC.fullmatch(cell):
        return f"not a day in the common calendar: {cell!r}. Write it as YYYY-MM-DD"
    if _SERIAL_NUMBER.fullmatch(cell):
        return (
            f"not a date: {cell!r}. If it is a day count, as spreadsheets store dates, format the column there as a date "
            "(YYYY-MM-DD), save, and import again"
        )
    return f"not a date: {brief(cell, MOST_SHOWN)!r}. Write it as YYYY-MM-DD, as in 2024-04-22"


def resolve_day_order(cell: str, order: DayOrder) -> str:
    """Return the ISO date that the cell means in this order; the cell itself if it means none."""
    return days_by_order(cell).get(order, cell)


def is_ambiguous(cell: str) -> bool:
    """Whether the cell is one date if read day first, and another if read month first: "3/4/2025"."""
    return len(possible_days(cell)) > 1


def possible_days(cell: str) -> set[str]:
    """Return the dates that the cell may mean, as ISO dates."""
    return set(days_by_order(cell).values())


def days_by_order(cell: str) -> dict[DayOrder, str]:
    """Return the ISO date that the cell means in each order in which it is a valid date."""
    return _parse_by_order(_strip_time(cell))


def days_of_range(cell: str) -> tuple[str, str] | None:
    """Return the first and the last day of a range, as Notion writes it: "May 1, 2023 → May 2, 2023"; None for any other cell.

    Within a day, it writes the last as a time alone: "May 1, 2023 9:00 AM → 10:00 AM".
    """
    first, arrow, last = map(str.strip, cell.partition("→"))
    if not arrow or not days_by_order(first):
        return None
    return first, last if days_by_order(last) else first


def infer_day_order(cells: Iterable[str]) -> tuple[DayOrder, int] | None:
    """Return the day order that a column uses, and the index of the first cell that shows it; None if no cell does, or two disagree."""
    first: dict[DayOrder, int] = {}
    for at, cell in enumerate(cells):
        days = days_by_order(cell)
        if len(days) == 1:
            first.setdefault(next(iter(days)), at)
    return next(iter(first.items())) if len(first) == 1 else None


def _strip_time(cell: str) -> str:
    """Return the cell without a time of day and a weekday in brackets behind the date: "2024/5/7（二） 下午 2:03"."""
    cell = cell.strip()
    if len(cell) > _MAX_LENGTH:
        return cell
    return _WEEKDAY_BEHIND.sub("", _TIME.sub("", _DIRECTION_MARKS.sub("", cell)))


def _parse_by_order(cell: str) -> dict[DayOrder, str]:
    """Return the ISO date for each valid order; if the order does not matter, the same for both."""
    if found := _NUMERIC.fullmatch(cell):
        first, second, third = int(found[1]), int(found[3]), int(found[4])
        if len(found[1]) == 4:
            orders = dict.fromkeys(DayOrder, (first, second, third))
        elif found[2] == ".":  # only countries that put the day first write dots
            orders = dict.fromkeys(DayOrder, (third, second, first))
        else:
            orders = {
                DayOrder.DAY_FIRST: (third, second, first),
                DayOrder.MONTH_FIRST: (third, first, second),
            }
    elif found := next(filter(None, (form.fullmatch(cell) for form in _MONTH_IN_WORDS)), None):
        month = month_number(found["month"])
        orders = dict.fromkeys(DayOrder, (int(found["year"]), month, int(found["day"])))
    elif parts := _parse_foreign_day(cell):
        orders = dict.fromkeys(DayOrder, parts)
    else:
        return {}
    return {order: day for order, parts in orders.items() if (day := _iso_date(*parts))}


def _parse_foreign_day(cell: str) -> tuple[int, int, int] | None:
    found = next(filter(None, (form.fullmatch(cell) for form in _FOREIGN_FORMS)), None)
    if not found or not is_before_day(found.groupdict().get("before") or "", found["month"]):
        return None
    told = found["month"]
    month = int(told) if told.isdecimal() else foreign_month_number(told)
    year = int(found["year"]) + _ERAS.get(found.groupdict().get("era") or "", 0)
    return (year, month, int(found["day"])) if month else None


def _iso_date(year: int, month: int, day: int) -> str | None:
    year = expand_two_digit_year(year) if year < 100 else year
    if year not in _YEARS:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
