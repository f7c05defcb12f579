"""Validates the days and times that people type: nothing was done in the future, and a time is one moment, wherever the reader is."""

from __future__ import annotations

import re
from datetime import MAXYEAR, UTC, date, datetime, timedelta

from claimtrack.core.errors import InvalidValue
from claimtrack.core.midnight import local_midnight
from claimtrack.core.texts.cleaning import clean_date

_AHEAD = timedelta(hours=14)
"""How far the clocks of Earth may be ahead of UTC: where the reporter is, tomorrow may have begun."""
DAYS = {"yesterday": -1, "today": 0, "tomorrow": 1}
_DATE = r"[1-9]\d{3}-\d\d-\d\d"
_DATE_AND_TIME = rf"{_DATE}[T ]+\d\d:\d\d(:\d\d(\.\d+)?)? *(Z|[+-]\d\d:?\d\d)?"


def clean_past_date(text: str) -> str:
    """The day as an ISO date. Raises InvalidValue for anything but YYYY-MM-DD, and for a day in the future."""
    day = clean_date(text)
    if day > (last := last_begun()):
        # Names today, because the clock may be wrong: a small computer that lost its power starts in 1970.
        here = today()
        elsewhere = f", or {last} where that day has begun" if last > here else ""
        raise InvalidValue(f"{day} is in the future: give a date up to today, {here}{elsewhere}", day)
    return day


def last_begun() -> str:
    """The last day that has begun anywhere on Earth, as an ISO date: later ones are in the future."""
    return (datetime.now(UTC) + _AHEAD).date().isoformat()


def clean_time(text: str, *, earliest: bool = False) -> str:
    """The moment in UTC, in the desk's format, rounded up to the minute; without an offset, the text is local time.

    A local time that occurs twice, because the clocks go back, is the later one. With `earliest`, it is the earlier one, rounded down.
    Raises InvalidValue for one that does not occur, because they go forward, and for anything but a date and a time.
    """
    text = text.strip()
    remedy = "Write date and time, as in 2024-04-22 18:00, with an offset for another time zone, as in 2024-04-22 18:00+02:00"
    if re.fullmatch(_DATE, text, re.ASCII):
        raise InvalidValue(
            f"{text} has no hour: add it, as in {text} 00:00 for the beginning of that day", text
        )
    if not re.fullmatch(_DATE_AND_TIME, text, re.ASCII):
        raise InvalidValue(f"not a time: {text[:40]!r}. {remedy}", text)
    try:
        given = datetime.fromisoformat("T".join(text.split(maxsplit=1)).replace(" ", ""))
        moment = given.astimezone(UTC)
        if given.tzinfo is None:
            first, last = sorted((moment, given.replace(fold=1).astimezone(UTC)))
            local = last.astimezone()
            if local.replace(tzinfo=None) != given:
                raise InvalidValue(
                    f"{text} does not occur, because the clocks go forward then: {local:%H:%M} takes its place",
                    text,
                )
            moment = first if earliest else last
        past_the_minute = timedelta(seconds=moment.second, microseconds=moment.microsecond)
        moment += -past_the_minute if earliest else -past_the_minute % timedelta(minutes=1)
        if moment.year == MAXYEAR:  # elsewhere on Earth the calendar may be at its end then
            raise OverflowError
        return stamp(moment)
    except (ValueError, OverflowError, OSError):  # no such day or hour; the ends of the calendar
        raise InvalidValue(f"not a time of the calendar: {text[:40]}. {remedy}", text) from None


def clean_beginning(text: str) -> str:
    """The moment in UTC, in the desk's format, at which a day begins by the local clock, or the earliest of a date and a time.

    The day may be "yesterday", "today" or "tomorrow". Raises InvalidValue.
    """
    text = _dated(text)
    return clean_time(text, earliest=True) if ":" in text else start_of_day(clean_date(text))


def clean_end(text: str) -> str | None:
    """The moment at which a day ends, exclusive, or the latest of a date and a time, as in `clean_beginning`; None after the last day."""
    text = _dated(text)
    return clean_time(text) if ":" in text else start_of_day_after(clean_date(text))


def _dated(text: str) -> str:
    """The text with the ISO date in the place of "yesterday", "today" or "tomorrow". Raises InvalidValue for another word."""
    day, *time = text.strip().split(maxsplit=1) or [""]
    if day.isalpha() and day.casefold() not in DAYS:
        raise InvalidValue(
            f"not a date: {text[:40]!r}. Write it as YYYY-MM-DD, as in 2024-04-22, or as yesterday, today or tomorrow, with a time if you like: "
            "yesterday 22:00",
            text,
        )
    return " ".join((name_day(day), *time))


def name_day(text: str) -> str:
    """The ISO date of "yesterday", "today" or "tomorrow" by the local clock; any other text is returned as it is."""
    away = DAYS.get(text.casefold())
    return text if away is None else (date.today() + timedelta(days=away)).isoformat()


def start_of_day(day: str) -> str:
    """The moment in UTC at which a day begins by the local clock."""
    try:
        return stamp(local_midnight(day))
    except (OSError, OverflowError, ValueError):  # at either end of the calendar, and on Windows before 1970
        return day


def start_of_day_after(day: str) -> str | None:
    """The moment in UTC at which a day ends by the local clock; None for the last day of the calendar."""
    if day >= date.max.isoformat():
        return None
    return start_of_day((date.fromisoformat(day) + timedelta(days=1)).isoformat())


def stamp(moment: datetime) -> str:
    """A moment in UTC in the desk's format, to the millisecond."""
    return f"{moment.replace(tzinfo=None).isoformat(timespec='milliseconds')}Z"


def today() -> str:
    """The day by the local clock, as an ISO date."""
    return date.today().isoformat()


def now() -> str:
    """The present moment in the desk's format."""
    return stamp(datetime.now(UTC))


def describe_time(moment: str) -> str:
    """A moment of the desk as local time with its offset: "Tue 2024-04-23 18:00 UTC+02:00"."""
    local = datetime.fromisoformat(moment).astimezone()
    offset = local.isoformat()[-len("+02:00") :] if local.utcoffset() else ""
    return f"{local:%a %Y-%m-%d %H:%M} UTC{offset}"


def format_moment(moment: str) -> str:
    """A moment of the desk as local time with its offset, "2024-04-23 18:00 UTC+02:00"; any other text is returned as it is."""
    try:
        return describe_time(moment).partition(" ")[2]
    except (ValueError, OverflowError):
        return moment


def format_clock(moment: str) -> str:
    """A moment of the desk as the hour and minute by the local clock, "18:00"; any other text is returned as it is."""
    return _by_local_clock(moment, "%H:%M")


def local_time(moment: str) -> str:
    """A moment of the desk as local time without its offset, "2024-04-23 18:00"; any other text is returned as it is."""
    return _by_local_clock(moment, "%Y-%m-%d %H:%M")


def local_day(moment: str) -> str:
    """The day of a moment by the local clock, as people read it, "Tuesday, 2024-04-23"; any other text is returned as it is."""
    return _by_local_clock(moment, "%A, %Y-%m-%d")


def _by_local_clock(moment: str, form: str) -> str:
    try:
        return datetime.fromisoformat(moment).astimezone().strftime(form)
    except (ValueError, OverflowError):  # at either end of the calendar
        return moment


def describe_wait(not_before: str | None) -> str:
    """Until when nobody publishes a review, or when that time came, to follow its description; empty without such a time."""
    if not not_before:
        return ""
    verb = "waits until" if not_before > now() else "its time came"
    return f", {verb} {describe_time(not_before)}"
