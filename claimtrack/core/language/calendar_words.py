"""How do English texts and spreadsheets write months, weekdays and years? Each caller decides for itself what counts as a date."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

MONTH_NAMES = tuple(
    "January February March April May June July August September October November December".split()
)
RELATIVE_DAYS = frozenset("yesterday today tonight tomorrow".split())
TIME_UNITS = frozenset("minute minutes hour hours day days week weeks month months year years".split())
"""Units of time: "hours after the vote"."""
WEEKDAY_NAMES = tuple("Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split())

SHORT_MONTHS: Mapping[str, int] = MappingProxyType(
    {name[:3].lower(): at for at, name in enumerate(MONTH_NAMES, 1)} | {"sept": 9}
)
"""An abbreviated month, in lower case without its stop -> its number, from 1."""
SHORT_WEEKDAYS: Mapping[str, int] = MappingProxyType(
    {name[:3].lower(): at for at, name in enumerate(WEEKDAY_NAMES, 1)} | {"tues": 2, "thur": 4, "thurs": 4}
)
"""An abbreviated weekday, in lower case without its stop -> its number, from 1 for Monday."""
MONTHS: Mapping[str, int] = MappingProxyType(
    {**{name.lower(): at for at, name in enumerate(MONTH_NAMES, 1)}, **SHORT_MONTHS}
)
"""A month in lower case, in full or abbreviated -> its number, from 1."""
WEEKDAYS: Mapping[str, int] = MappingProxyType({name.lower(): at for at, name in enumerate(WEEKDAY_NAMES, 1)})
"""A full weekday in lower case -> its number, from 1 for Monday."""

MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\b\.?"
"""An expression for a month in lower case, in full or abbreviated, with its stop."""


def month_number(month: str) -> int:
    """Return the number, from 1, of a month that `MONTH` matches, however it is written: "Sept." -> 9."""
    return MONTHS[month.lower().removesuffix(".")]


_LAST_TO_COME = 30
"""The last two-digit year that belongs to this century: "30" is 2030, "31" is 1931."""


def expand_two_digit_year(year: int) -> int:
    """Return the year that a two-digit year means: 25 -> 2025, 85 -> 1985."""
    return year + (2000 if year <= _LAST_TO_COME else 1900)
