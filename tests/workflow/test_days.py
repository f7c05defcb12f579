"""Dates of past events cannot be in the future, though tomorrow may have begun in the reporter's time zone; a time is one moment."""

import re
from datetime import date, datetime, timedelta, timezone

import pytest

from claimtrack.core.errors import InvalidValue
from claimtrack.workflow.days import (
    clean_beginning,
    clean_end,
    clean_past_date,
    clean_time,
    describe_time,
    format_clock,
    format_moment,
    local_day,
    local_time,
)
from tests.tables import each_row


def from_today(days):
    """A day from today where it is latest on Earth."""
    return (datetime.now(timezone(timedelta(hours=14))) + timedelta(days=days)).date().isoformat()


@each_row("days", [-400, -1, 0])
def test_a_day_that_has_begun_somewhere_is_accepted(days):
    day = from_today(days)
    assert clean_past_date(day) == day


@each_row(
    ("now", "last", "reason"),
    [
        ("2026-12-01T09:59+00:00", "2026-12-01", "it is 23:59 on Kiritimati"),
        ("2026-12-01T10:00+00:00", "2026-12-02", "where the next day begins first"),
        ("2026-12-31T23:00-10:00", "2027-01-01", "in Honolulu it is still the old year"),
        ("2028-02-28T11:00+00:00", "2028-02-29", "a leap year"),
    ],
)
def test_tomorrow_is_refused_until_it_has_begun_somewhere(monkeypatch, now, last):
    class Clock(datetime):
        @classmethod
        def now(cls, tz=None):
            return datetime.fromisoformat(now).astimezone(tz)

    monkeypatch.setattr("claimtrack.workflow.days.datetime", Clock)
    assert clean_past_date(last) == last
    with pytest.raises(InvalidValue, match="is in the future"):
        clean_past_date((date.fromisoformat(last) + timedelta(days=1)).isoformat())


@each_row("days", [3, 30, 400])  # not 2: midnight may pass while the test runs
def test_a_day_in_the_future_is_refused_naming_the_last_that_is_accepted(days):
    with pytest.raises(InvalidValue, match="is in the future: give a date up to today, 20") as refused:
        clean_past_date(from_today(days))
    last = max(re.findall(r"20\d\d-\d\d-\d\d", str(refused.value).partition("today")[2]))
    assert clean_past_date(last) == last
    with pytest.raises(InvalidValue):
        clean_past_date((date.fromisoformat(last) + timedelta(days=2)).isoformat())


@pytest.fixture
def in_berlin(set_time_zone):
    set_time_zone("Europe/Berlin")


@each_row(
    ("written", "moment"),
    [
        ("2024-04-22 18:00", "2024-04-22T16:00:00.000Z"),  # local time
        ("2024-12-22T18:00", "2024-12-22T17:00:00.000Z"),  # as a form sends it
        ("2024-04-22 18:00Z", "2024-04-22T18:00:00.000Z"),
        ("2024-04-22 18:00 +0530", "2024-04-22T12:30:00.000Z"),
        ("2024-10-27 02:30", "2024-10-27T01:30:00.000Z"),  # twice: the later one
        ("2024-10-27 02:30+02:00", "2024-10-27T00:30:00.000Z"),  # the earlier one
        ("1000-01-01 00:00", "0999-12-31T23:07:00.000Z"),
        ("2024-04-22 18:00:00.5Z", "2024-04-22T18:01:00.000Z"),  # never before it
    ],
)
def test_a_time_is_one_moment(in_berlin, written, moment):
    assert clean_time(written) == moment


def test_a_moment_is_told_by_the_local_clock_and_what_is_none_as_it_is(in_berlin, set_time_zone):
    """Another program may have written anything: its last letters passed for a time."""
    told = [format_clock, local_day, local_time]
    assert [tell("2024-04-22T22:30:00.000Z") for tell in told] == [
        "00:30",
        "Tuesday, 2024-04-23",
        "2024-04-23 00:30",
    ]
    assert {tell("last Monday") for tell in told} == {"last Monday"}
    ends = {"0001-01-01T00:00:00.000Z": "HST10", "9999-12-31T23:59:59.000Z": "NZST-12"}
    for moment, zone in ends.items():
        set_time_zone(zone)
        assert {tell(moment) for tell in [*told, format_moment]} == {moment}


@each_row(
    ("written", "begins", "ends"),
    [
        (
            "2024-10-27 02:30",
            "2024-10-27T00:30:00.000Z",
            "2024-10-27T01:30:00.000Z",
        ),  # twice, and both are within
        ("2024-04-22 18:00:30", "2024-04-22T16:00:00.000Z", "2024-04-22T16:01:00.000Z"),
        ("2024-10-27", "2024-10-26T22:00:00.000Z", "2024-10-27T23:00:00.000Z"),  # a day of 25 hours
        ("9999-12-31", "9999-12-30T23:00:00.000Z", None),
    ],
)
def test_a_period_leaves_out_nothing_that_may_belong_to_it(in_berlin, written, begins, ends):
    assert (clean_beginning(written), clean_end(written)) == (begins, ends)


@each_row(
    ("written", "told"),
    [
        ("2024-03-31 02:30", "does not occur, because the clocks go forward then: 03:30 takes its place"),
        ("2024-04-22", "2024-04-22 has no hour: add it, as in 2024-04-22 00:00"),
        ("18:00", "not a time: '18:00'"),
        ("2024-04-31 18:00", "not a time of the calendar"),
        ("2024-04-22 25:00", "not a time of the calendar"),
        ("0001-01-01 00:00", "not a time"),
        ("9999-12-31 23:59-10:00", "not a time of the calendar"),
        ("9999-12-31 23:59Z", "not a time of the calendar"),  # it is 10000 in Berlin by then
        ("٢٠٢٤-04-22 18:00", "not a time"),
        ("2024-04-22 18:00" + "0" * 9_000, "not a time"),
    ],
)
def test_what_is_no_moment_is_refused(in_berlin, written, told):
    with pytest.raises(InvalidValue, match=told):
        clean_time(written)


def test_a_time_is_shown_with_its_offset(in_berlin):
    assert describe_time("2024-04-22T16:00:00.000Z") == "Mon 2024-04-22 18:00 UTC+02:00"


def test_a_day_without_a_midnight_begins_an_hour_later(set_time_zone):
    """In Chile the clocks go forward then. Python 3.11 takes such a midnight for one of summer time, an hour too early."""
    set_time_zone("America/Santiago")
    assert clean_beginning("2024-09-08") == clean_end("2024-09-07") == "2024-09-08T04:00:00.000Z"
