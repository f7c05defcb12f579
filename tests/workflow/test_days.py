"""Dates of past events cannot be in the future, though tomorrow may have begun in the reporter's time zone."""

from datetime import UTC, datetime, timedelta

import pytest

from claimtrack.core.errors import InvalidValue
from claimtrack.workflow.days import clean_past_date
from tests.tables import each_row


def from_today(days):
    return (datetime.now(UTC) + timedelta(days=days)).date().isoformat()


@each_row("days", [-400, -1, 0, 1])
def test_a_day_that_has_begun_somewhere_is_accepted(days):
    day = from_today(days)
    assert clean_past_date(day) == day


@each_row("days", [3, 30, 400])  # not 2: midnight may pass while the test runs
def test_a_day_in_the_future_is_refused_naming_today(days):
    with pytest.raises(InvalidValue, match=r"is in the future: give a date up to today, 20\d\d-\d\d-\d\d$"):
        clean_past_date(from_today(days))
