"""A number that a row had is given to no other, whoever writes, also after an upgrade."""

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
def released(tmp_path):
    """The file of a desk of 0.2.0, whose last claims a plain client deleted."""
    path = write_released(tmp_path / "released.db", "0.2.0")
    with closing(connect_ignoring_checks(path)) as conn:
        conn.execute("insert into claims (id, text) values (500, 'Prices fell.')")
        conn.execute("delete from claims where id = 500")
        conn.commit()
    return path


def next_number(db, table, row):
    """What a row gets that is inserted without a number once the last one is deleted, three times over."""
    numbers = []
    for _ in range(3):
        db.table(table).insert(row)
        [[number]] = db.execute(f"select max(id) from {table}")
        db.execute(f"delete from {table} where id = ?", [number])
        numbers.append(number)
    return numbers


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
def test_the_number_of_a_deleted_row_is_not_given_again_whoever_writes(desk, desk_path, table, row):
    with write_transaction(desk, "ada"):
        claims.add(desk, "The zoo has 40 lions.")
    plain = Database(desk_path)
    first, *others = next_number(plain, table, row)
    assert others == [first + 1, first + 2]
    plain.close()


@pytest.mark.parametrize(
    "sql",
    [
        "insert into claims (id, text) values (?, 'Prices fell.')",
        "insert into tags (id, name) values (?, 'a')",
    ],
)
def test_a_number_after_which_sqlite_would_find_no_next_one_is_refused(desk, sql):
    for number in (LARGEST, 10**14):
        with pytest.raises(InvalidValue, match="up to 99,999,999,999,999"), write_transaction(desk, "ada"):
            desk.execute(sql, [number])
    with write_transaction(desk, "ada"):
        desk.execute(sql, [10**14 - 1])
    with write_transaction(desk, "ada"):
        tags.get_or_add(desk, ["b"])
        assert claims.add(desk, "Rents fell.") in (1, 10**14)


def test_a_number_that_was_given_out_comes_back_however_large(desk):
    with write_transaction(desk, "ada"):
        desk.execute("insert into claims (id, text) values (?, 'Prices fell.')", [10**14 - 1])
        last = claims.add(desk, "Rents fell.")
        desk.execute("delete from claims where id = ?", [last])
        desk.execute("insert into claims (id, text) values (?, 'Rents fell.')", [last])
        assert claims.add(desk, "Wages rose.") == last + 1 == 10**14 + 1
    with pytest.raises(Refused, match="there is already a row with this id"), write_transaction(desk, "ada"):
        desk.execute("insert into claims (id, text) values (?, 'Rents fell.')", [last])


def test_every_table_that_history_knows_gives_its_numbers_once(desk):
    known = {trigger.table for trigger in desk.triggers if trigger.name.endswith("_history_delete")}
    assert set(schema_files.numbered_tables()) == known
    assert {table for table in known if "primary key autoincrement" in desk.table(table).schema} == known


def test_a_number_that_history_knows_of_a_released_desk_is_not_given_again(released):
    db, _ = create_or_migrate(released)
    with write_transaction(db, "ada"):
        assert claims.add(db, "The zoo has 40 lions.") == 501
    assert claims.newest_id(db) == 501
    db.close()


def test_an_upgrade_keeps_all_rows_and_what_people_added_to_the_tables(released):
    with closing(sqlite3.connect(released)) as conn:
        conn.executescript("""
            alter table claims add column beat text default 'city';
            alter table claims add column letters integer as (length(text));
            create index own_beats on claims (beat);
            create table stories (id integer primary key, claim_id integer references claims (id));
            insert into stories (claim_id) select max(id) from claims;
            update claims set beat = 'courts' where id = 1;
        """)
        kept = {
            table: conn.execute(f"select * from {table} order by id").fetchall()
            for table in ("articles", "notes", "reviews", "stories", "history")
        }
        worded = conn.execute("select id, text, beat, letters from claims").fetchall()
    db, _ = create_or_migrate(released)
    assert {table: db.execute(f"select * from {table} order by id").fetchall() for table in kept} == kept
    assert db.execute("select id, text, beat, letters from claims").fetchall() == worded
    assert "own_beats" in [index.name for index in db.table("claims").indexes]
    with pytest.raises(sqlite3.IntegrityError, match="FOREIGN KEY"):
        db.execute("insert into stories (claim_id) values (12345)")
    assert all(one.ok for one in examine(db))
    db.close()


@pytest.mark.parametrize("version", ["0.1.0", "0.2.0"])
@pytest.mark.parametrize(
    ("table", "column", "value"), [("evidence", "is_primary", 7), ("claims", "score", 1.5)]
)
def test_a_row_that_another_program_got_in_past_a_check_is_kept_and_told(
    tmp_path, version, table, column, value
):
    released = write_released(tmp_path / "released.db", version)
    with closing(sqlite3.connect(released)) as conn:
        conn.execute("pragma ignore_check_constraints = on")
        conn.execute(f"update {table} set {column} = ? where id = 1", [value])
        conn.commit()
    db, _ = create_or_migrate(released)
    assert db.table(table).get(1)[column] == value
    with pytest.raises(sqlite3.IntegrityError, match="CHECK"):
        db.execute(f"update {table} set {column} = ? where id = 2", [value])
    [whole] = [one for one in examine(db) if one.check == "the file is whole"]
    assert (whole.ok, f"CHECK constraint failed in {table}" in whole.detail) == (False, True)
    db.close()


def test_the_figures_by_which_queries_are_planned_are_kept_where_there_were_any(released):
    with closing(sqlite3.connect(released)) as conn:
        conn.execute("analyze claims")
        conn.commit()
    db, _ = create_or_migrate(released)
    assert db.execute("select distinct tbl from sqlite_stat1").fetchall() == [("claims",)]
    db.close()


def test_a_table_of_ones_own_under_any_name_stands_not_in_the_way(released):
    with closing(sqlite3.connect(released)) as conn:
        conn.executescript("create table Numbered_claims (a); create table numbered2_claims (a);")
    db, _ = create_or_migrate(released)
    assert {"Numbered_claims", "numbered2_claims"} <= set(db.table_names())
    assert "numbered3_claims" not in db.table_names()
    db.close()


def test_a_table_in_which_sqlite_would_find_no_next_number_stays_as_it_is(released):
    """An earlier version let such a row in; SQLite draws the others at random."""
    with closing(connect_ignoring_checks(released)) as conn:
        conn.execute("insert into tags (id, name) values (?, 'last')", [LARGEST])
        conn.commit()
    db, _ = create_or_migrate(released)
    db.table("tags").insert({"name": "prices"})
    assert db.execute("select count(*) from tags where name in ('last', 'prices')").fetchone()[0] == 2
    db.close()
