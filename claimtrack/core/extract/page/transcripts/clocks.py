"""The times that programs set beside a name: "[00:01:09]", "12/03/2024, 9:14 AM", "00:00:03.120 --> 00:00:07.900", "1 minute 3 seconds"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.expressions import expression

if TYPE_CHECKING:
    import re

_DAY = r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}"
_HOUR = r"(?:\d{1,2}:)?\d{1,2}:\d{2}(?:[.,:]\d{1,3})?(?: ?[AaPp]\.?[Mm]\b\.?)?"
CLOCK = rf"[\[(]?(?:{_DAY},? )?{_HOUR}(?:, {_DAY})?(?: ?--> ?{_HOUR}| - \d{{1,2}}:\d{{2}}:\d{{2}}(?:[.,:]\d{{1,3}})?)?[\])]?"
"""A time, with its day or until when, in brackets or not."""
DATED_CLOCK = rf"[\[(]?(?:{_DAY},? {_HOUR}|{_HOUR}, {_DAY})[\])]?"
BRACKETED = r"[\[(]\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?[\])]"
TO_THE_SECOND = r"\[\d{1,2}:\d{2}:\d{2}(?:[.,]\d{1,3})?\]"
IN_WORDS = r"(?:\d{1,2} (?:hour|minute|second)s? ?){1,3}"
_TOLD_DAY = expression(_DAY)
_TOLD_HOUR = expression(r"(\d{1,2}):(\d{1,2})(?::(\d{2}))?(?:[.,:]\d{1,3})?(?: ?([AaPp])\.?[Mm])?")
_TOLD_UNIT = expression(r"(\d{1,2}) (hour|minute|second)")
_UNITS = {"hour": 3600, "minute": 60, "second": 1}
_NOON = 12


class Moment(NamedTuple):
    """When a line was spoken: the day as it is written, if any, and the seconds, of the day or since the beginning."""

    day: str
    seconds: int
    of_day: bool
    """Whether it is the time of a day and none since a recording began."""
    exact: bool = False
    """Whether it tells hours, minutes and seconds."""


def moment(clock: str) -> Moment:
    """The time that words tell."""
    day = _TOLD_DAY.search(clock)
    hour = _TOLD_HOUR.search(clock)
    if hour is None:
        seconds = sum(int(count) * _UNITS[unit] for count, unit in _TOLD_UNIT.findall(clock))
        return Moment("", seconds, of_day=False)
    return Moment(
        day[0] if day else "", _seconds(hour), of_day=bool(day or hour[4]), exact=hour[3] is not None
    )


def _seconds(hour: re.Match[str]) -> int:
    """Two numbers are minutes and seconds or hours and minutes: among their like they follow each other in either reading."""
    first, second, third = int(hour[1]), int(hour[2]), hour[3]
    if hour[4]:
        first = first % _NOON + _NOON * (hour[4].lower() == "p")
    passed = 60 * first + second
    return 60 * passed + int(third) if third else passed


def is_of_machine(clock: str) -> bool:
    """Whether a program set the time: in brackets, to the second or with its day; "10:15 Norbridge:" may open an entry of a live page."""
    return clock[:1] in {"[", "("} or clock.count(":") > 1 or _TOLD_DAY.search(clock) is not None
