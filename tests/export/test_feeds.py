"""Feeds have moments, and a verdict a day."""

import json
from datetime import date, datetime
from xml.etree import ElementTree

from claimtrack.export.feeds import Entry, Feed, atom, json_feed
from tests.tables import each_row


@each_row(
    ("zone", "day", "moment", "reason"),
    [
        ("UTC0", "2026-12-02", "2026-12-02T00:00:00Z", "most servers are in UTC"),
        ("Pacific/Auckland", "2026-12-02", "2026-12-02T00:00:00+13:00", "in UTC it would be still to come"),
        ("America/New_York", "2026-12-02", "2026-12-02T00:00:00-05:00", "in UTC it would be the day before"),
        ("America/New_York", "2026-07-01", "2026-07-01T00:00:00-04:00", "summer time"),
        ("Asia/Kathmandu", "2026-12-02", "2026-12-02T00:00:00+05:45", "an offset with minutes"),
        ("America/Santiago", "2024-09-08", "2024-09-08T01:00:00-03:00", "a day that begins at one o'clock"),
        ("America/New_York", "1880-01-01", "1880-01-01T00:00:00Z", "its offset then had seconds"),
        ("Pacific/Auckland", "0001-01-01", "0001-01-01T00:00:00Z", "the first day of the calendar"),
    ],
)
def test_a_day_begins_by_the_local_clock(set_time_zone, zone, day, moment):
    set_time_zone(zone)
    entry = Entry("urn:1", None, "Bread", "It rose.", day)
    about = Feed("Checks", "urn:feed", "The Fact Desk")
    [item] = json.loads(json_feed(about, [entry]))["items"]
    told = {one.text for one in ElementTree.fromstring(atom(about, [entry])).iter() if "updated" in one.tag}
    assert {item["date_published"]} == told == {moment}
    assert datetime.fromisoformat(moment).date() == date.fromisoformat(day)
