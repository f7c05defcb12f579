"""The history of the whole desk, newest change first."""

from itertools import chain, islice

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


@pytest.fixture
def desk_with_people(desk):
    sql = "insert into history (id, table_name, row_id, claim_id, operation, actor) values (?, ?, 7, ?, 'insert', ?)"
    rows = [(1_000, "notes", 7, "Ada Moor"), (1_001, "tags", None, "ada moor"), (1_002, "claims", 7, "ben")]
    desk.conn.executemany(sql, rows)
    return desk


def notes_in_history(db, since=None, until=None, limit=10):
    entries = changes(db, since=since, until=until)
    return [row["new_row"].split('"')[3] for row in islice(entries, limit) if row["happened_at"] < "2025"]


def changes(db, **chosen):
    """The chosen changes, newest first, each read only when needed."""
    return chain.from_iterable(rows for _, rows in history.of_desk(db, history.Selection(**chosen)))


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
    assert len(steps) < 500  # their ids are read, in an index; all else took thousands


def test_each_choice_of_changes_uses_an_index(desk_with_changes):
    """Of half a million changes each page reads some: with two lower bounds for the id, SQLite used the one that bounded nothing."""
    db = desk_with_changes
    db.execute(
        "insert into history (table_name, row_id, operation, actor) values ('tags', 1, 'insert', 'Ada')"
    )
    since, until = "2024-05-02T10:00:00Z", "2024-05-04T10:00:00Z"
    choices = (
        {}, {"since": since}, {"until": until}, {"actor": "ada"}, {"tables": ("tags",)}, {"claim_id": 1}, {"article_id": 1},
        {"since": since, "until": until, "actor": "ada", "tables": ("tags", "notes"), "after": 1, "before": 99},
    )  # fmt: skip
    for chosen in choices:
        asked = []
        db.conn.set_trace_callback(asked.append)
        list(changes(db, **chosen))
        db.conn.set_trace_callback(None)
        plans = [row[3] for sql in asked for row in db.execute(f"explain query plan {sql}")]
        assert asked, chosen
        assert [step for step in plans if step.startswith("SCAN history")] == [], chosen


def test_the_changes_of_a_name_with_two_spellings_are_not_sorted(desk_with_people):
    """Of a hundred thousand changes, all would be read before the first is shown."""
    asked = []
    desk_with_people.conn.set_trace_callback(asked.append)
    assert len([row for row in changes(desk_with_people, actor="ada moor") if row["id"] >= 1_000]) == 2
    desk_with_people.conn.set_trace_callback(None)
    [candidates] = {
        sql for sql in asked if sql.startswith("select id from history where id >") and "9223" in sql
    }
    plan = [row[3] for row in desk_with_people.execute(f"explain query plan {candidates}")]
    assert "MERGE (UNION ALL)" in plan
    assert not any("TEMP B-TREE" in step for step in plan)


@each_row(
    ("chosen", "expected"),
    [
        ({"actor": "ADA  Moor"}, [("tags", "ada moor"), ("notes", "Ada Moor")]),  # in any spelling
        ({"actor": "nobody"}, []),
        ({"tables": ("tags", "claims")}, [("claims", "ben"), ("tags", "ada moor")]),
        ({"tables": ("tags",), "actor": "ben"}, []),
        ({"claim_id": 7}, [("claims", "ben"), ("notes", "Ada Moor")]),
        ({"claim_id": 7, "tables": ("notes",)}, [("notes", "Ada Moor")]),
        ({"after": 1_000, "before": 1_002}, [("tags", "ada moor")]),
    ],
)
def test_history_is_filtered_by_person_table_claim_and_id(desk_with_people, chosen, expected):
    found = [row for row in changes(desk_with_people, **chosen) if row["id"] >= 1_000]
    assert [(row["table_name"], row["actor"]) for row in found] == expected


def test_the_last_change_of_a_person_is_found_in_any_spelling(desk):
    sql = "insert into history (table_name, row_id, operation, actor, happened_at) values ('notes', 1, 'insert', ?, ?)"
    desk.conn.executemany(
        sql, [("Ada Moor", "2024-05-01"), ("ada moor", "2024-05-03"), ("Ada Moor", "2024-05-04")]
    )
    desk.execute(sql, ["ben", "2024-05-03T10"])
    assert history.last_change_by(desk, "ADA MOOR", before="2024-05-04") == "2024-05-03"
    assert history.last_change_by(desk, "ada moor", before="2024-05-01") is None


def test_numbers_are_equal_as_far_as_history_prints_them_and_differ_from_nothing():
    assert history.is_equal(0.1 + 0.2, 0.3)
    assert not history.is_equal(0.3, 0.31)
    assert not history.is_equal(None, 0.3)
    assert not history.is_equal(0.3, None)
