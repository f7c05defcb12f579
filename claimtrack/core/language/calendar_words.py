"""Months, weekdays and years as English texts and spreadsheets write them. Each reader decides for itself what it takes for a day."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

MONTH_NAMES = tuple(
    "January February March April May June July August September October November December".split()
)
WEEKDAY_NAMES = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())

SHORT_MONTHS: Mapping[str, int] = MappingProxyType(
    {name[:3].lower(): at for at, name in enumerate(MONTH_NAMES, 1)} | {"sept": 9}
)
"""A month cut short, in lower case and without its stop -> its number, from 1."""
SHORT_WEEKDAYS: Mapping[str, int] = MappingProxyType(
    {name[:3].lower(): at for at, name in enumerate(WEEKDAY_NAMES, 1)} | {"tues": 2, "thur": 4, "thurs": 4}
)
"""A weekday cut short, in lower case and without its stop -> its number, from 1 for Monday."""
MONTHS: Mapping[str, int] = MappingProxyType(
    {**{name.lower(): at for at, name in enumerate(MONTH_NAMES, 1)}, **SHORT_MONTHS}
)
"""A month in lower case, whole or cut short -> its number, from 1."""
WEEKDAYS: Mapping[str, int] = MappingProxyType({name.lower(): at for at, name in enumerate(WEEKDAY_NAMES, 1)})
"""A whole weekday in lower case -> its number, from 1 for Monday."""

MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
"""An expression for a month in lower case, whole or cut short, with its stop."""


def month_number(month: str) -> int:
    """The number, from 1, of a month that `MONTH` matches, however it is written: "Sept." is 9."""
    return MONTHS[month.lower().removesuffix(".")]


_LAST_TO_COME = 30
"""Up to which two figures are of this century: "30" is 2030, "31" is 1931."""


def expand_two_digit_year(year: int) -> int:
    """The year that 0 to 99 mean: 25 -> 2025, 85 -> 1985."""
    return year + (2000 if year <= _LAST_TO_COME else 1900)
