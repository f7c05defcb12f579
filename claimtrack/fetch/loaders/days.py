"""Parses days as publishers and mail programs write them."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime
from email.utils import parsedate_to_datetime

from claimtrack.core.errors import InvalidValue

_ZERO = "1970-01-01"
"""What programs write for no date at all."""


def day(*moments: str | None) -> str | None:
    """The day of the first valid moment, else the text of the first, for which the caller warns.

    It is the day in the publisher's time zone: late in the evening UTC has the next day.
    """
    told = [moment.strip() for moment in moments if moment]
    found = (_read(moment) for moment in told)
    return next(filter(None, found), next(iter(told), None))


def _read(moment: str) -> str | None:
    for parse in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            found = parse(moment).date().isoformat()
        except (ValueError, OverflowError):
            continue
        return None if found == _ZERO else found
    from claimtrack.core.sheets.days import parse_day  # slow, and hardly any date needs it

    with suppress(InvalidValue):
        return parse_day(moment)
    return None
