"""When does a day begin where this computer is?"""

from __future__ import annotations

from datetime import UTC, datetime


def local_midnight(day: str) -> datetime:
    """The moment in UTC at which an ISO date begins by the local clock.

    Raises ValueError, OverflowError or OSError at either end of the calendar, and on Windows before 1970.
    """
    # Not `astimezone(UTC)`: where the clocks go forward at midnight, that of Python 3.11 is an hour early.
    return datetime.fromtimestamp(datetime.fromisoformat(day).timestamp(), UTC)
