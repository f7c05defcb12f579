"""Parses days as publishers and mail programs write them."""

from __future__ import annotations

from datetime import datetime
from email.utils import parsedate_to_datetime


def day(*moments: str | None) -> str | None:
    """The day of the first valid moment, else the text of the first, for which the caller warns.

    It is the day in the publisher's time zone: late in the evening UTC has the next day.
    """
    told = [moment.strip() for moment in moments if moment]
    for moment in told:
        for parse in (datetime.fromisoformat, parsedate_to_datetime):
            try:
                return parse(moment).date().isoformat()
            except (ValueError, OverflowError):
                continue
    return next(iter(told), None)
