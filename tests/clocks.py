"""Clocks: the time zone of this machine, and what a desk holds whose computer had a wrong clock."""

import time
from datetime import UTC, datetime

import pytest

from claimtrack.store.file.database import write_transaction


@pytest.fixture
def set_time_zone(monkeypatch):
    """Sets the time zone of this machine."""

    def set_time_zone(zone):
        monkeypatch.setenv("TZ", zone)
        time.tzset()

    yield set_time_zone
    monkeypatch.undo()
    time.tzset()


@pytest.fixture
def on_another_day(set_time_zone):
    """Sets a time zone in which it is another day than in UTC."""
    set_time_zone("EAST-14" if datetime.now(UTC).hour >= 11 else "WEST+12")


def date_changes(db, table, moment):
    """Give all changes of a table this time."""
    [[rule]] = db.execute("select sql from sqlite_master where name = 'history_is_not_updated'")
    with write_transaction(db, None):
        db.execute("drop trigger history_is_not_updated")
        db.execute("update history set happened_at = ? where table_name = ?", [moment, table])
        db.execute(rule)


def date_last_change(db, table, moment):
    """Give the last change of a table this time, as a wrong clock would."""
    [[rule]] = db.execute("select sql from sqlite_master where name = 'history_is_not_updated'")
    last = "(select max(id) from history where table_name = ?)"
    with write_transaction(db, None):
        db.execute("drop trigger history_is_not_updated")
        db.execute(f"update history set happened_at = ? where id = {last}", [moment, table])
        if table == "notes":
            db.execute("update notes set created_at = ? where id = (select max(id) from notes)", [moment])
        db.execute(rule)
