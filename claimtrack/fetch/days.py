"""Days as publishers and mail programs write them."""

from __future__ import annotations

from datetime import datetime
from email.utils import parsedate_to_datetime


def day(*moments: str | None) -> str | None:
    """The day of the first moment that can be read, else the words of the first: who checks it tells of them.

    It is the day on the publisher's own calendar: late in the evening it is the next day in UTC.
    """
    told = [moment.strip() for moment in moments if moment]
    for moment in told:
        for parse in (datetime.fromisoformat, parsedate_to_datetime):
            try:
                return parse(moment).date().isoformat()
            except (ValueError, OverflowError):
                continue
    return next(iter(told), None)
