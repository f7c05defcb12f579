"""The history of the whole desk, newest change first."""

import pytest

from claimtrack.store import history
from tests.tables import each_row

CHANGES = [
    ("2024-05-01T09:00:00Z", "note 1"),
    ("2024-05-03T09:00:00Z", "note 2"),
    ("2024-05-02T09:00:00Z", "note 3"),  # the clock was set back
    ("2024-05-04T09:00:00Z", "note 4"),
]


@pytest.fixture
def desk_with_changes(desk):
    sql = "insert into history (table_name, row_id, operation, new_row, happened_at) values ('notes', 1, 'insert', json_object('body', ?), ?)"
    desk.conn.executemany(sql, [(body, at) for at, body in CHANGES])
    return desk


def notes_in_history(db, since=None, until=None, limit=10):
    entries = history.of_desk(db, since=since, until=until, actor=None, limit=limit)
    return [row["new_row"].split('"')[3] for row in entries if row["happened_at"] < "2025"]


@each_row(
    ("since", "until", "expected"),
    [
        (None, "2025", ["note 4", "note 3", "note 2", "note 1"]),
        ("2024-05-02T09:00:00Z", "2025", ["note 4", "note 3", "note 2"]),  # includes the start
        ("2024-05-02T10:00:00Z", "2025", ["note 4", "note 2"]),  # by time, not by id
        (None, "2024-05-02T10:00:00Z", ["note 3", "note 1"]),
        ("2024-05-01T09:00:00Z", "2024-05-03T09:00:00Z", ["note 3", "note 1"]),  # excludes the end
        ("2024-06-01", "2024-07-01", []),
        (None, "2023-01-01", []),
    ],
)
def test_history_is_filtered_and_sorted_by_time(desk_with_changes, since, until, expected):
    assert notes_in_history(desk_with_changes, since, until) == expected


@pytest.mark.parametrize("bounds", [{}, {"since": "2020-01-01"}, {"until": "2999-01-01"}])
def test_the_newest_change_is_found_without_reading_all_others(desk_with_changes, bounds):
    """`claimtrack history` took four seconds on a desk of 100,000 claims when it first sorted 700,000 changes."""
    sql = """
        with recursive numbers (n) as (select 1 union all select n + 1 from numbers where n < 2000)
        insert into history (table_name, row_id, operation, new_row, happened_at)
        select 'notes', n, 'insert', json_object('body', 'note ' || n), '2024-06-01' from numbers
    """
    desk_with_changes.execute(sql)
    steps = []
    desk_with_changes.conn.set_progress_handler(lambda: steps.append(1) and None, 100)
    newest = notes_in_history(desk_with_changes, limit=1, **bounds)
    desk_with_changes.conn.set_progress_handler(None, 0)
    assert newest == ["note 2000"]
    assert len(steps) < 200
