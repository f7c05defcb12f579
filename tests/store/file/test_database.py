"""Opening, creating and upgrading a desk; writing to it together; copying it."""

import os
import re
import sqlite3
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from claimtrack.core.errors import (
    ClaimtrackError,
    DatabaseError,
    DatabaseLocked,
    MigrationFailed,
    NeedsMigration,
    NotADesk,
    NotFound,
    TooNew,
)
from claimtrack.store import claims
from claimtrack.store.file import connecting, copying
from claimtrack.store.file.database import create_or_migrate, open_desk, write_transaction
from claimtrack.store.file.errors import translate_error, translate_errors
from claimtrack.store.index import derived
from claimtrack.store.index.postings import index_pending, pending_count
from claimtrack.store.sheets import open_read_only
from tests.desks import run_sql


def dump(path):
    """Everything in the file, as SQL."""
    conn = sqlite3.connect(path)
    lines = list(conn.iterdump())
    conn.close()
    return lines


# ── what cannot be opened ───────────────────────────────────────────────────────────────────────


def missing(path):
    pass


def folder(path):
    path.mkdir()


def text_file(path):
    path.write_text("Dear editor, " * 100)


def empty_file(path):
    path.touch()


def cut_off(path):
    """What is left of a desk when `init` is killed before its tables are there."""
    run_sql(path, "pragma journal_mode = wal")


def foreign_database(path):
    run_sql(path, "create table invoices (id integer primary key)")


def newer_desk(path):
    create_or_migrate(path)[0].close()
    run_sql(
        path,
        "insert into _sqlite_migrations (migration_set, name, applied_at) values ('claimtrack', '9999_next.sql', '')",
    )


def damaged_desk(path):
    """SQLite names what it cannot read, in bytes that are no UTF-8."""
    create_or_migrate(path)[0].close()
    run_sql(
        path,
        "pragma writable_schema = on; update sqlite_master set name = cast(x'6e90' as text), sql = 'create nonsense' where name = 'notes'",
    )


def with_migrations_of_its_own(path):
    run_sql(path, "create table _sqlite_migrations (done text)")


def desk_with_stale_views(path):
    create_or_migrate(path)[0].close()
    run_sql(path, "drop view claim_overview; pragma user_version = 1")


def desk_read_back_from_text(path):
    """`.dump` of the sqlite3 shell leaves the two numbers out that SQLite keeps for programs."""
    create_or_migrate(path)[0].close()
    run_sql(path, "pragma application_id = 0; pragma user_version = 0")


REFUSED_BY_OPEN = [
    # Nothing is created behind the back of somebody who mistyped a name.
    (missing, NotFound, "init"),
    (folder, NotADesk, "is a folder"),
    (text_file, NotADesk, "not an SQLite database"),
    # An empty file is a valid SQLite database, but no desk before `init`; so is one where `init` was cut off.
    (empty_file, NotFound, "init"),
    (cut_off, NotFound, "init"),
    (foreign_database, NotADesk, "not a claimtrack desk"),
    (with_migrations_of_its_own, NotADesk, "not a claimtrack desk"),
    (desk_read_back_from_text, NotADesk, "has the tables of a desk, but not the mark"),
    (newer_desk, TooNew, "9999_next.sql"),
    (damaged_desk, NotADesk, "restore the file from a backup"),
    # Views are part of the schema: an old file with new code must not half work.
    (desk_with_stale_views, NeedsMigration, "claimtrack --db .*x.db init`"),
]

REFUSED_BY_CREATE = [
    (folder, NotADesk, "is a folder"),
    (text_file, NotADesk, "not an SQLite database"),
    # `init --db invoices.db` must not put our tables into somebody else's file.
    (foreign_database, NotADesk, "not a claimtrack desk"),
    (with_migrations_of_its_own, NotADesk, "not a claimtrack desk"),
    (desk_read_back_from_text, NotADesk, "has the tables of a desk, but not the mark"),
    (newer_desk, TooNew, "install that version"),
    (damaged_desk, NotADesk, "restore the file from a backup"),
]


def case_name(case):
    return case.__name__ if callable(case) else ""


@pytest.mark.parametrize(("make", "error", "words"), REFUSED_BY_OPEN, ids=case_name)
def test_open_refuses_with_a_remedy_and_changes_nothing(tmp_path, make, error, words):
    assert_refused_unchanged(open_desk, tmp_path / "x.db", make, error, words)


@pytest.mark.parametrize(("make", "error", "words"), REFUSED_BY_CREATE, ids=case_name)
def test_create_refuses_with_a_remedy_and_changes_nothing(tmp_path, make, error, words):
    assert_refused_unchanged(create_or_migrate, tmp_path / "x.db", make, error, words)


def assert_refused_unchanged(function, path, make, error, words):
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(error, match=words):
        function(path)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_create_refuses_a_missing_folder(tmp_path):
    with pytest.raises(DatabaseError, match="does not exist: create it first"):
        create_or_migrate(tmp_path / "nowhere" / "x.db")
    assert list(tmp_path.iterdir()) == []


# ── creating and upgrading ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("make", [missing, empty_file, cut_off])
def test_create_makes_a_desk_that_opens(tmp_path, make):
    make(tmp_path / "x.db")
    db, (applied, *_) = create_or_migrate(tmp_path / "x.db")
    db.close()
    assert applied[0] == "0001_core.sql"
    open_desk(tmp_path / "x.db").close()


def test_create_on_a_current_desk_changes_nothing(desk_path):
    before = Path(desk_path).read_bytes()
    db, (applied, *_) = create_or_migrate(desk_path)
    db.close()
    assert applied == []
    assert Path(desk_path).read_bytes() == before


def test_create_renews_stale_views(tmp_path):
    desk_with_stale_views(tmp_path / "x.db")
    create_or_migrate(tmp_path / "x.db")[0].close()
    db = open_desk(tmp_path / "x.db")
    assert list(db.query("select * from claim_overview")) == []
    db.close()


def test_upgrade_runs_the_new_migration_and_keeps_the_rows(desk_path, schema):
    run_sql(desk_path, "insert into claims (text) values ('Prices fell.')")
    (schema / "0999_next.sql").write_text("alter table claims add column fresh text default 'yes';")
    with pytest.raises(NeedsMigration):
        open_desk(desk_path)
    db, (applied, *_) = create_or_migrate(desk_path)
    assert applied == ["0999_next.sql"]
    assert list(db.query("select text, fresh from claims")) == [{"text": "Prices fell.", "fresh": "yes"}]
    db.close()


FAILING_STEPS = [
    # The first statement works: it must be undone too.
    ("0999_next.sql", "create table leftover (id integer);\ncreate table claims (id integer);"),
    # Data that breaks a rule, after the schema has changed; a check is none that stops it.
    ("0999_next.sql", "alter table claims add column fresh text;\ninsert into claims (text) values (null);"),
    # A row that points nowhere.
    ("0999_next.sql", "insert into notes (claim_id, body) values (404, 'lost');"),
    # Views and triggers come after the migrations, in the same transaction.
    ("views_next.sql", "create view broken as select * from nowhere;\nselect * from broken;"),
    ("triggers_next.sql", "create trigger broken after insert on nowhere begin select 1; end;"),
]


@pytest.mark.parametrize(("name", "script"), FAILING_STEPS)
def test_a_failing_upgrade_leaves_the_file_as_it_was(desk_path, schema, name, script):
    run_sql(desk_path, "insert into claims (text) values ('Prices fell.')")
    before = Path(desk_path).read_bytes()
    (schema / name).write_text(script)
    with pytest.raises(MigrationFailed, match="and the file is unchanged"):
        create_or_migrate(desk_path)
    assert Path(desk_path).read_bytes() == before
    (schema / name).unlink()
    db = open_desk(desk_path)
    assert [row["text"] for row in db.query("select text from claim_overview")] == ["Prices fell."]
    db.close()


def test_an_upgrade_for_which_the_disk_has_no_room_asks_for_room_and_not_for_a_report(
    desk_path, schema, monkeypatch
):
    (schema / "0099_more.sql").write_text("create table more as select zeroblob(999999) as x;")
    before = dump(desk_path)
    prepare = connecting.prepare

    def prepare_on_a_full_disk(conn):
        prepare(conn)
        conn.execute("pragma max_page_count = 1")  # SQLite takes as many as there are

    monkeypatch.setattr(connecting, "prepare", prepare_on_a_full_disk)
    with pytest.raises(DatabaseError, match=r"free some disk space .*TMPDIR") as told:
        create_or_migrate(desk_path)
    assert not isinstance(told.value, MigrationFailed)
    assert dump(desk_path) == before


def test_a_failing_first_migration_can_be_tried_again(tmp_path, schema):
    bad = schema / "0002_bad.sql"
    bad.write_text("create table claims (id integer);")
    with pytest.raises(MigrationFailed):
        create_or_migrate(tmp_path / "x.db")
    bad.unlink()
    db, (applied, *_) = create_or_migrate(tmp_path / "x.db")
    db.close()
    assert applied[0] == "0001_core.sql"


# ── settings ────────────────────────────────────────────────────────────────────────────────────

SETTINGS = [
    # Off by default: rows would point nowhere.
    ("foreign_keys", 1),
    # Off in plain connections: REPLACE would then delete rows unseen by history.
    ("recursive_triggers", 1),
    ("busy_timeout", connecting.BUSY_TIMEOUT_MS),
    ("synchronous", 1),
    # Readers and one writer do not wait for each other.
    ("journal_mode", "wal"),
]


@pytest.mark.parametrize(("pragma", "value"), SETTINGS)
def test_every_connection_has_the_settings_the_rules_rely_on(desk, pragma, value):
    assert desk.execute(f"pragma {pragma}").fetchone()[0] == value


# ── writing ─────────────────────────────────────────────────────────────────────────────────────


def count(db, table):
    return db.execute(f"select count(*) from {table}").fetchone()[0]


def test_a_transaction_that_fails_leaves_nothing(desk):
    with pytest.raises(RuntimeError), write_transaction(desk, "ana"):
        desk.execute("insert into claims (text) values ('Prices fell.')")
        raise RuntimeError
    assert count(desk, "claims") == 0
    assert count(desk, "history") == 0


def taken_in(desk):
    with translate_errors():
        index_pending(desk.conn)


def written(desk):
    with write_transaction(desk, "ada"):
        desk.execute("update match_totals set claims = 7")


@pytest.mark.parametrize("write", [taken_in, written])
def test_what_made_sqlite_roll_back_by_itself_is_told(desk, write):
    """As a disk does that is full at the commit: then there is no transaction left to roll back."""
    with write_transaction(desk, None):
        claims.add(desk, "Rents rose by 4 percent")
    desk.execute(
        "create trigger full before update on match_totals begin select raise(rollback, 'no room left'); end"
    )
    with pytest.raises(ClaimtrackError, match="no room left"):
        write(desk)
    assert pending_count(desk.conn) == count(desk, "claims") == 1


def test_what_is_built_anew_is_written_under_the_write_lock_like_all_else(desk):
    with write_transaction(desk, None):
        claims.add(desk, "Rents rose by 4 percent")
        desk.execute("drop table match_endings")
    outside = []

    def note(sql):
        if not desk.conn.in_transaction and re.match(r"\s*(insert|update|delete|create)\b", sql):
            outside.append(sql)

    desk.conn.set_trace_callback(note)
    assert derived.rebuild(desk) == 1
    desk.conn.set_trace_callback(None)
    assert outside == []


def test_an_inner_transaction_is_part_of_the_outer_one(desk):
    with pytest.raises(RuntimeError), write_transaction(desk, "ana"):
        with write_transaction(desk, "ben"):
            desk.execute("insert into claims (text) values ('Prices fell.')")
        raise RuntimeError
    assert count(desk, "claims") == 0


WRITER = """
import sys
from claimtrack.store.file.database import open_desk, write_transaction

db = open_desk(sys.argv[1])
for _ in range(100):
    with write_transaction(db, sys.argv[2]):
        # Reads, then writes what it read: under a deferred BEGIN two writers lose or fail here.
        number = db.execute("select count(*) from claims").fetchone()[0]
        db.execute("insert into claims (text) values (?)", [f"claim {number}"])
"""


def test_two_programs_write_at_once_and_no_write_is_lost(desk, desk_path):
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, desk_path, name], stderr=subprocess.PIPE, text=True)
        for name in ("ana", "ben")
    ]
    for writer in writers:
        told = writer.communicate()[1].splitlines()
        assert [line for line in told if not line.startswith("Another program is writing")] == []
        assert writer.returncode == 0
    texts = [row["text"] for row in desk.query("select text from claims order by id")]
    assert texts == [f"claim {number}" for number in range(200)]
    by_actor = desk.query("select actor, count(*) as n from history group by actor order by actor")
    assert list(by_actor) == [{"actor": "ana", "n": 100}, {"actor": "ben", "n": 100}]


def test_a_locked_desk_is_said_so(desk_path, monkeypatch):
    monkeypatch.setattr(connecting, "BUSY_TIMEOUT_MS", 20)
    other = sqlite3.connect(desk_path, isolation_level=None)
    other.execute("begin immediate")
    db = open_desk(desk_path)
    with pytest.raises(DatabaseLocked, match="another program is writing"), write_transaction(db, "ana"):
        pass
    other.close()
    with write_transaction(db, "ana"):
        db.execute("insert into claims (text) values ('Prices fell.')")
    assert count(db, "claims") == 1
    db.close()


def test_who_waits_for_another_program_soon_says_so_and_goes_on(desk_path, monkeypatch):
    monkeypatch.setattr(connecting, "_SILENT_WAIT_MS", 20)
    other = sqlite3.connect(desk_path, isolation_level=None)
    other.execute("begin immediate")
    db = open_desk(desk_path)
    said = []

    def hear(message, *values):
        """Take what is said, and let go of the desk: not after a time, which a busy machine sleeps through."""
        said.append(message % values)
        other.execute("rollback")

    monkeypatch.setattr(connecting._logger, "warning", hear)
    with write_transaction(db, "ana"):
        db.execute("insert into claims (text) values ('Prices fell.')")
    assert said == ["Another program is writing to the desk: waiting for up to 15 seconds"]
    assert db.execute("pragma busy_timeout").fetchone()[0] == connecting.BUSY_TIMEOUT_MS
    with write_transaction(db, "ana"):
        db.execute("insert into claims (text) values ('Prices rose.')")
    assert len(said) == 1
    db.close()
    other.close()


# ── reading beside writers, copying ─────────────────────────────────────────────────────────────


def test_what_is_being_read_does_not_change_by_what_is_written_meanwhile(desk, desk_path):
    with write_transaction(desk, "ana"):
        desk.conn.executemany("insert into claims (text) values (?)", [(f"Claim {n}",) for n in range(3)])
    with open_read_only(Path(desk_path)) as conn:
        rows = conn.execute("select text from claims order by id")
        assert rows.fetchone() == ("Claim 0",)
        with write_transaction(desk, "ana"):
            desk.execute("update claims set text = 'Prices fell.'")
        assert rows.fetchall() == [("Claim 1",), ("Claim 2",)]


# Characters that mean something in a file: address, which is how SQLite opens a file read-only.
@pytest.mark.parametrize("name", ["what?.db", "no#1.db", "100%25.db", "my desk.db"])
def test_a_file_of_any_name_is_read_and_not_written(desk_path, tmp_path, name):
    path = Path(desk_path).rename(tmp_path / name)
    with open_read_only(path) as conn:
        assert conn.execute("select count(*) from claims").fetchone() == (0,)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            conn.execute("insert into claims (text) values ('Prices fell.')")


def test_a_backup_has_every_row_though_the_file_is_in_use(desk, tmp_path):
    with write_transaction(desk, "ana"):
        desk.execute("insert into claims (text) values ('Prices fell.')")
    # The row lies in the write-ahead log: copying the one file would lose it.
    copying.backup(desk, tmp_path / "copy.db")
    copy = open_desk(tmp_path / "copy.db")
    assert count(copy, "claims") == 1
    assert count(copy, "history") == 1
    copy.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_a_backup_of_a_file_that_is_read_only_is_read_only_too(desk, desk_path, tmp_path):
    """To whom is not root it is closed from then on: all that is to be done to the copy is done before."""
    Path(desk_path).chmod(0o444)
    copying.backup(desk, tmp_path / "copy.db")
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o444


def test_a_backup_never_overwrites(desk, tmp_path):
    target = tmp_path / "copy.db"
    target.write_text("something dear")
    with pytest.raises(
        DatabaseError, match="already exists: give another file, since a backup never overwrites one"
    ):
        copying.backup(desk, target)
    assert target.read_text() == "something dear"


def test_of_two_backups_to_one_file_at_once_the_first_stays_and_the_second_is_told(
    desk, tmp_path, monkeypatch
):
    target = tmp_path / "copies" / "copy.db"
    target.parent.mkdir()

    def meanwhile(*_):
        monkeypatch.undo()
        copying.backup(desk, target)

    monkeypatch.setattr(copying, "_copy_permissions", meanwhile)
    with pytest.raises(
        DatabaseError, match="already exists: give another file, since a backup never overwrites one"
    ):
        copying.backup(desk, target)
    assert list(target.parent.iterdir()) == [target]
    open_desk(target).close()


def test_a_backup_into_a_missing_folder_says_so(desk, tmp_path):
    with pytest.raises(DatabaseError, match="does not exist: create it first"):
        copying.backup(desk, tmp_path / "nowhere" / "copy.db")


def test_a_failing_disk_is_no_full_one():
    told = str(translate_error(sqlite3.OperationalError("disk I/O error")))
    assert ": free some disk space and try again; nothing was lost" not in told
    assert ": the desk cannot be read or written to." in told
    assert "the folder of temporary files can be written to (TMPDIR names another)" in told
