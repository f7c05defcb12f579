"""Validates the days on which something was done: none may be in the future."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from claimtrack.core.errors import InvalidValue
from claimtrack.core.texts.cleaning import clean_date

_AHEAD = timedelta(days=1)
"""How far a day may be ahead of UTC: where the reporter is, tomorrow may have begun."""


def clean_past_date(text: str) -> str:
    """The day as an ISO date. Raises InvalidValue for anything but YYYY-MM-DD, and for a day in the future."""
    day = clean_date(text)
    if day > (datetime.now(UTC) + _AHEAD).date().isoformat():
        # Names today, because the clock may be wrong: a small computer that lost its power starts in 1970.
        today = datetime.now().astimezone().date()
        raise InvalidValue(f"{day} is in the future: give a date up to today, {today}", day)
    return day
