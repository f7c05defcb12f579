"""Parses days as publishers and mail programs write them."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from email.utils import parsedate_to_datetime

from claimtrack.core.errors import InvalidValue

_ZERO = "1970-01-01"
"""What programs write for no date at all."""


def day(*moments: str | None) -> str | None:
    """The day of the first valid moment, else the text of the first, for which the caller warns; None if there is none.

    It is the day in the publisher's time zone: late in the evening UTC has the next day.
    """
    told = [moment.strip() for moment in moments if moment]
    found = {moment: day for moment in told if (day := _read(moment)) != _ZERO}
    return next(filter(None, found.values()), next(iter(found), None))


def _read(moment: str) -> str | None:
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            return parse(moment).date().isoformat()
        except (ValueError, OverflowError):
            continue
    from claimtrack.core.sheets.days import parse_day  # slow, and hardly any date needs it

    with suppress(InvalidValue):
        return parse_day(moment)
    return None
