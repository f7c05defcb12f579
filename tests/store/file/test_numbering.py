"""Ids of deleted rows are never reused, whichever program writes, even after an upgrade."""

import sqlite3
from contextlib import closing

import pytest
from sqlite_utils import Database

from claimtrack.core.errors import InvalidValue, Refused
from claimtrack.store import claims, tags
from claimtrack.store.file import schema_files
from claimtrack.store.file.checks import examine
from claimtrack.store.file.database import create_or_migrate, write_transaction
from tests.desks import connect_ignoring_checks, write_released

LARGEST = 2**63 - 1


@pytest.fixture
def released_desk(tmp_path):
    """The file of a 0.2.0 desk whose newest claim a plain SQL client deleted."""
    path = write_released(tmp_path / "released.db", "0.2.0")
    with closing(connect_ignoring_checks(path)) as conn:
        conn.execute("insert into claims (id, text) values (500, 'Prices fell.')")
        conn.execute("delete from claims where id = 500")
        conn.commit()
    return path


def insert_and_delete_thrice(db, table, row):
    """The ids that a row gets when it is inserted and deleted three times in a row."""
    ids = []
    for _ in range(3):
        db.table(table).insert(row)
        [[new_id]] = db.execute(f"select max(id) from {table}")
        db.execute(f"delete from {table} where id = ?", [new_id])
        ids.append(new_id)
    return ids


@pytest.mark.parametrize(
    ("table", "row"),
    [
        ("claims", {"text": "Prices fell."}),
        ("claimants", {"name": "Zed Orr"}),
        ("articles", {"source": "Radio 4"}),
        ("evidence", {"claim_id": 1, "url": "https://stats.example/"}),
        ("notes", {"claim_id": 1, "body": "Asked."}),
        ("tags", {"name": "prices"}),
    ],
)
def test_a_plain_sql_client_does_not_reuse_the_id_of_a_deleted_row(desk, desk_path, table, row):
    with write_transaction(desk, "ada"):
        claims.add(desk, "The zoo has 40 lions.")
    plain = Database(desk_path)
    first, *later = insert_and_delete_thrice(plain, table, row)
    assert later == [first + 1, first + 2]
    plain.close()


@pytest.mark.parametrize(
    "sql",
    [
        "insert into claims (id, text) values (?, 'Prices fell.')",
        "insert into tags (id, name) values (?, 'a')",
    ],
)
def test_ids_too_large_to_be_followed_by_another_are_refused(desk, sql):
    for too_large in (LARGEST, 10**14):
        with pytest.raises(InvalidValue, match="up to 99,999,999,999,999"), write_transaction(desk, "ada"):
            desk.execute(sql, [too_large])
    with write_transaction(desk, "ada"):
        desk.execute(sql, [10**14 - 1])
    with write_transaction(desk, "ada"):
        tags.get_or_add(desk, ["b"])
        assert claims.add(desk, "Rents fell.") in (1, 10**14)


def test_a_deleted_row_can_be_restored_under_its_own_large_id(desk):
    with write_transaction(desk, "ada"):
        desk.execute("insert into claims (id, text) values (?, 'Prices fell.')", [10**14 - 1])
        last = claims.add(desk, "Rents fell.")
        desk.execute("delete from claims where id = ?", [last])
        desk.execute("insert into claims (id, text) values (?, 'Rents fell.')", [last])
        assert claims.add(desk, "Wages rose.") == last + 1 == 10**14 + 1
    with pytest.raises(Refused, match="there is already a row with this id"), write_transaction(desk, "ada"):
        desk.execute("insert into claims (id, text) values (?, 'Rents fell.')", [last])


def test_every_table_with_history_never_reuses_ids(desk):
    with_history = {trigger.table for trigger in desk.triggers if trigger.name.endswith("_history_delete")}
    assert set(schema_files.numbered_tables()) == with_history
    assert {
        table for table in with_history if "primary key autoincrement" in desk.table(table).schema
    } == with_history


def test_an_upgraded_desk_does_not_reuse_ids_found_in_history(released_desk):
    db, _ = create_or_migrate(released_desk)
    with write_transaction(db, "ada"):
        assert claims.add(db, "The zoo has 40 lions.") == 501
    assert claims.newest_id(db) == 501
    db.close()


def test_an_upgrade_keeps_all_rows_and_users_columns_indexes_and_tables(released_desk):
    with closing(sqlite3.connect(released_desk)) as conn:
        conn.executescript("""
            alter table claims add column beat text default 'city';
            alter table claims add column letters integer as (length(text));
            create index own_beats on claims (beat);
            create table stories (id integer primary key, claim_id integer references claims (id));
            insert into stories (claim_id) select max(id) from claims;
            update claims set beat = 'courts' where id = 1;
        """)
        tables = ("articles", "notes", "reviews", "stories", "history")
        # Its own columns: later versions add some.
        columns = {
            table: ", ".join(column for _, column, *_ in conn.execute(f"pragma table_info({table})"))
            for table in tables
        }
        kept = {
            table: conn.execute(f"select {columns[table]} from {table} order by id").fetchall()
            for table in tables
        }
        claims_before = conn.execute("select id, text, beat, letters from claims").fetchall()
    db, _ = create_or_migrate(released_desk)
    assert kept == {
        table: db.execute(f"select {columns[table]} from {table} order by id").fetchall() for table in kept
    }
    assert db.execute("select id, text, beat, letters from claims").fetchall() == claims_before
    assert "own_beats" in [index.name for index in db.table("claims").indexes]
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        db.execute("insert into stories (claim_id) values (12345)")
    assert all(finding.ok for finding in examine(db))
    db.close()


@pytest.mark.parametrize("version", ["0.1.0", "0.2.0"])
@pytest.mark.parametrize(
    ("table", "column", "value"), [("evidence", "is_primary", 7), ("claims", "score", 1.5)]
)
def test_an_upgrade_keeps_and_reports_rows_that_violate_a_check(tmp_path, version, table, column, value):
    path = write_released(tmp_path / "released.db", version)
    with closing(sqlite3.connect(path)) as conn:
        conn.execute("pragma ignore_check_constraints = on")
        conn.execute(f"update {table} set {column} = ? where id = 1", [value])
        conn.commit()
    db, _ = create_or_migrate(path)
    assert db.table(table).get(1)[column] == value
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        db.execute(f"update {table} set {column} = ? where id = 2", [value])
    [whole] = [finding for finding in examine(db) if finding.check == "the file is whole"]
    assert (whole.ok, f"CHECK constraint failed in {table}" in whole.detail) == (False, True)
    db.close()


def test_an_upgrade_keeps_the_query_planner_statistics(released_desk):
    with closing(sqlite3.connect(released_desk)) as conn:
        conn.execute("analyze claims")
        conn.commit()
    db, _ = create_or_migrate(released_desk)
    assert db.execute("select distinct tbl from sqlite_stat1").fetchall() == [("claims",)]
    db.close()


def test_an_upgrade_works_around_user_tables_named_like_its_temporary_ones(released_desk):
    with closing(sqlite3.connect(released_desk)) as conn:
        conn.executescript("create table Numbered_claims (a); create table numbered2_claims (a);")
    db, _ = create_or_migrate(released_desk)
    assert {"Numbered_claims", "numbered2_claims"} <= set(db.table_names())
    assert "numbered3_claims" not in db.table_names()
    db.close()


def test_an_upgrade_leaves_a_table_that_already_has_the_largest_id_unchanged(released_desk):
    """Earlier versions accepted such a row; SQLite then picks ids at random."""
    with closing(connect_ignoring_checks(released_desk)) as conn:
        conn.execute("insert into tags (id, name) values (?, 'last')", [LARGEST])
        conn.commit()
    db, _ = create_or_migrate(released_desk)
    db.table("tags").insert({"name": "prices"})
    assert db.execute("select count(*) from tags where name in ('last', 'prices')").fetchone()[0] == 2
    db.close()
