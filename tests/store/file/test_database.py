"""Opening, creating, upgrading and backing up a desk, and several programs writing to it at once."""

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
    Damaged,
    DatabaseError,
    DatabaseLocked,
    InvalidValue,
    MigrationFailed,
    NeedsMigration,
    NotADesk,
    NotFound,
    TooNew,
)
from claimtrack.store import claims
from claimtrack.store.file import connecting, copying, publication
from claimtrack.store.file.database import create_or_migrate, open_desk, write_transaction
from claimtrack.store.file.errors import translate_error, translate_errors
from claimtrack.store.index import derived
from claimtrack.store.index.postings import index_pending, pending_count
from claimtrack.store.sheets import open_read_only
from tests.desks import run_sql
from tests.tables import each_row


def dump(path):
    """The whole file as SQL."""
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


def interrupted_init(path):
    """What `init` leaves behind if it is killed before it creates the tables."""
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
    """A desk for which SQLite's error message is not valid UTF-8."""
    create_or_migrate(path)[0].close()
    run_sql(
        path,
        "pragma writable_schema = on; update sqlite_master set name = cast(x'6e90' as text), sql = 'create nonsense' where name = 'notes'",
    )


def foreign_database_with_migrations(path):
    run_sql(path, "create table _sqlite_migrations (done text)")


def desk_with_stale_views(path):
    create_or_migrate(path)[0].close()
    run_sql(path, "drop view claim_overview; pragma user_version = 1")


def desk_restored_from_dump(path):
    """`.dump` of the sqlite3 shell omits application_id and user_version."""
    create_or_migrate(path)[0].close()
    run_sql(path, "pragma application_id = 0; pragma user_version = 0")


REFUSED_BY_OPEN = [
    # A mistyped name must not create a file.
    (missing, NotFound, "init"),
    (folder, NotADesk, "is a folder"),
    (text_file, NotADesk, "not an SQLite database"),
    # An empty file is a valid SQLite database, but not a desk before `init`; the same holds after an interrupted `init`.
    (empty_file, NotFound, "init"),
    (interrupted_init, NotFound, "init"),
    (foreign_database, NotADesk, "not a claimtrack desk"),
    (foreign_database_with_migrations, NotADesk, "not a claimtrack desk"),
    (desk_restored_from_dump, NotADesk, "has the tables of a desk, but not the mark"),
    (newer_desk, TooNew, "9999_next.sql"),
    (damaged_desk, NotADesk, "restore the file from a backup"),
    # Views are part of the schema: new code must not work with half of an old file.
    (desk_with_stale_views, NeedsMigration, "claimtrack --db .*x.db init`"),
]

REFUSED_BY_CREATE = [
    (folder, NotADesk, "is a folder"),
    (text_file, NotADesk, "not an SQLite database"),
    # `init --db invoices.db` must not put our tables into somebody else's file.
    (foreign_database, NotADesk, "not a claimtrack desk"),
    (foreign_database_with_migrations, NotADesk, "not a claimtrack desk"),
    (desk_restored_from_dump, NotADesk, "has the tables of a desk, but not the mark"),
    (newer_desk, TooNew, "install that version"),
    (damaged_desk, NotADesk, "restore the file from a backup"),
]


def function_name(case):
    return case.__name__ if callable(case) else ""


@pytest.mark.parametrize(("make", "error", "words"), REFUSED_BY_OPEN, ids=function_name)
def test_open_refuses_what_is_not_a_current_desk_and_changes_nothing(tmp_path, make, error, words):
    assert_refused_unchanged(open_desk, tmp_path / "x.db", make, error, words)


@pytest.mark.parametrize(("make", "error", "words"), REFUSED_BY_CREATE, ids=function_name)
def test_create_refuses_what_is_not_a_desk_and_changes_nothing(tmp_path, make, error, words):
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


@pytest.mark.parametrize("make", [missing, empty_file, interrupted_init])
def test_create_makes_a_desk_that_can_be_opened(tmp_path, make):
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


def test_create_replaces_stale_views(tmp_path):
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
    # The first statement succeeds and must be undone, too.
    ("0999_next.sql", "create table leftover (id integer);\ncreate table claims (id integer);"),
    # Data that violates a constraint, after the schema has changed; check constraints are off during an upgrade.
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


def test_an_upgrade_on_a_full_disk_asks_for_disk_space_not_a_bug_report(desk_path, schema, monkeypatch):
    (schema / "0099_more.sql").write_text("create table more as select zeroblob(999999) as x;")
    before = dump(desk_path)
    prepare = connecting.prepare

    def prepare_on_a_full_disk(conn):
        prepare(conn)
        conn.execute("pragma max_page_count = 1")  # SQLite raises this to the current number of pages

    monkeypatch.setattr(connecting, "prepare", prepare_on_a_full_disk)
    with pytest.raises(DatabaseError, match=r"free some disk space .*TMPDIR") as refused:
        create_or_migrate(desk_path)
    assert not isinstance(refused.value, MigrationFailed)
    assert dump(desk_path) == before


def test_create_can_be_retried_after_a_failing_first_migration(tmp_path, schema):
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
    # Off by default, which would allow dangling references.
    ("foreign_keys", 1),
    # Off by default: REPLACE would delete rows without a history entry.
    ("recursive_triggers", 1),
    ("busy_timeout", connecting.BUSY_TIMEOUT_MS),
    ("synchronous", 1),
    # Readers and the one writer do not block each other.
    ("journal_mode", "wal"),
]


@pytest.mark.parametrize(("pragma", "value"), SETTINGS)
def test_every_connection_has_the_pragmas_that_triggers_rely_on(desk, pragma, value):
    assert desk.execute(f"pragma {pragma}").fetchone()[0] == value


# ── writing ─────────────────────────────────────────────────────────────────────────────────────


def test_a_failing_transaction_leaves_no_claim_and_no_history(desk):
    with pytest.raises(RuntimeError), write_transaction(desk, "ana"):
        desk.execute("insert into claims (text) values ('Prices fell.')")
        raise RuntimeError
    assert desk.table("claims").count == 0
    assert desk.table("history").count == 0


def write_to_index(desk):
    with translate_errors():
        index_pending(desk.conn)


def write_in_transaction(desk):
    with write_transaction(desk, "ada"):
        desk.execute("update match_totals set claims = 7")


@pytest.mark.parametrize("write", [write_to_index, write_in_transaction])
def test_an_automatic_rollback_by_sqlite_is_reported_with_its_cause(desk, write):
    """A disk that is full at commit causes one, too: then there is no transaction left to roll back."""
    with write_transaction(desk, None):
        claims.add(desk, "Rents rose by 4 percent")
    desk.execute(
        "create trigger full before update on match_totals begin select raise(rollback, 'no room left'); end"
    )
    with pytest.raises(ClaimtrackError, match="no room left"):
        write(desk)
    assert pending_count(desk.conn) == desk.table("claims").count == 1


def test_rebuilding_the_index_writes_only_inside_transactions(desk):
    with write_transaction(desk, None):
        claims.add(desk, "Rents rose by 4 percent")
        desk.execute("drop table match_endings")
    unprotected = []

    def record(sql):
        if not desk.conn.in_transaction and re.match(r"\s*(insert|update|delete|create)\b", sql):
            unprotected.append(sql)

    desk.conn.set_trace_callback(record)
    assert derived.rebuild(desk) == 1
    desk.conn.set_trace_callback(None)
    assert unprotected == []


def test_an_inner_transaction_is_part_of_the_outer_one(desk):
    with pytest.raises(RuntimeError), write_transaction(desk, "ana"):
        with write_transaction(desk, "ben"):
            desk.execute("insert into claims (text) values ('Prices fell.')")
        raise RuntimeError
    assert desk.table("claims").count == 0


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


def test_no_write_is_lost_when_two_programs_write_at_once(desk, desk_path):
    writers = [
        subprocess.Popen([sys.executable, "-c", WRITER, desk_path, name], stderr=subprocess.PIPE, text=True)
        for name in ("ana", "ben")
    ]
    for writer in writers:
        lines = writer.communicate()[1].splitlines()
        assert [line for line in lines if not line.startswith("Another program is writing")] == []
        assert writer.returncode == 0
    texts = [row["text"] for row in desk.query("select text from claims order by id")]
    assert texts == [f"claim {number}" for number in range(200)]
    by_actor = desk.query("select actor, count(*) as n from history group by actor order by actor")
    assert list(by_actor) == [{"actor": "ana", "n": 100}, {"actor": "ben", "n": 100}]


def test_writing_to_a_locked_desk_reports_the_lock(desk_path, monkeypatch):
    monkeypatch.setattr(connecting, "BUSY_TIMEOUT_MS", 20)
    writer = sqlite3.connect(desk_path, isolation_level=None)
    writer.execute("begin immediate")
    db = open_desk(desk_path)
    with pytest.raises(DatabaseLocked, match="another program is writing"), write_transaction(db, "ana"):
        pass
    writer.close()
    with write_transaction(db, "ana"):
        db.execute("insert into claims (text) values ('Prices fell.')")
    assert db.table("claims").count == 1
    db.close()


def test_waiting_for_another_writer_is_announced_once_and_then_succeeds(desk_path, monkeypatch):
    monkeypatch.setattr(connecting, "_SILENT_WAIT_MS", 20)
    writer = sqlite3.connect(desk_path, isolation_level=None)
    writer.execute("begin immediate")
    db = open_desk(desk_path)
    messages = []

    def record_and_release(message, *values):
        """Release the desk on the warning rather than after a delay, which a busy machine would miss."""
        messages.append(message % values)
        writer.execute("rollback")

    monkeypatch.setattr(connecting._logger, "warning", record_and_release)
    with write_transaction(db, "ana"):
        db.execute("insert into claims (text) values ('Prices fell.')")
    assert messages == ["Another program is writing to the desk: waiting for up to 15 seconds"]
    assert db.execute("pragma busy_timeout").fetchone()[0] == connecting.BUSY_TIMEOUT_MS
    with write_transaction(db, "ana"):
        db.execute("insert into claims (text) values ('Prices rose.')")
    assert len(messages) == 1
    db.close()
    writer.close()


# ── concurrent reading, backups ─────────────────────────────────────────────────────────────────


def test_a_read_in_progress_does_not_see_later_writes(desk, desk_path):
    with write_transaction(desk, "ana"):
        desk.conn.executemany("insert into claims (text) values (?)", [(f"Claim {n}",) for n in range(3)])
    with open_read_only(Path(desk_path)) as conn:
        rows = conn.execute("select text from claims order by id")
        assert rows.fetchone() == ("Claim 0",)
        with write_transaction(desk, "ana"):
            desk.execute("update claims set text = 'Prices fell.'")
        assert rows.fetchall() == [("Claim 1",), ("Claim 2",)]


# Characters with a meaning in a file: URI, by which SQLite opens a file read-only.
@pytest.mark.parametrize("name", ["what?.db", "no#1.db", "100%25.db", "my desk.db"])
def test_a_file_with_special_characters_in_its_name_opens_read_only(desk_path, tmp_path, name):
    path = Path(desk_path).rename(tmp_path / name)
    with open_read_only(path) as conn:
        assert conn.execute("select count(*) from claims").fetchone() == (0,)
        with pytest.raises(sqlite3.OperationalError, match="readonly"):
            conn.execute("insert into claims (text) values ('Prices fell.')")


def test_a_backup_of_a_desk_in_use_has_every_row(desk, tmp_path):
    with write_transaction(desk, "ana"):
        desk.execute("insert into claims (text) values ('Prices fell.')")
    # The row is still in the write-ahead log: copying only the main file would lose it.
    copying.backup(desk, tmp_path / "copy.db")
    copy = open_desk(tmp_path / "copy.db")
    assert copy.table("claims").count == 1
    assert copy.table("history").count == 1
    copy.close()


@pytest.mark.skipif(os.name == "nt", reason="Windows has other file permissions")
def test_a_backup_of_a_read_only_file_is_read_only(desk, desk_path, tmp_path):
    """Only root can change it afterwards, so the copy must be finished before its permissions are set."""
    Path(desk_path).chmod(0o444)
    copying.backup(desk, tmp_path / "copy.db")
    assert stat.S_IMODE((tmp_path / "copy.db").stat().st_mode) == 0o444


def test_a_backup_never_overwrites_a_file(desk, tmp_path):
    target = tmp_path / "copy.db"
    target.write_text("something dear")
    with pytest.raises(
        DatabaseError, match="already exists: give another file, since a backup never overwrites one"
    ):
        copying.backup(desk, target)
    assert target.read_text() == "something dear"


def test_the_second_of_two_simultaneous_backups_to_one_file_is_refused(desk, tmp_path, monkeypatch):
    target = tmp_path / "copies" / "copy.db"
    target.parent.mkdir()

    def finish_another_backup(*_):
        monkeypatch.undo()
        copying.backup(desk, target)

    monkeypatch.setattr(copying, "_copy_permissions", finish_another_backup)
    with pytest.raises(
        DatabaseError, match="already exists: give another file, since a backup never overwrites one"
    ):
        copying.backup(desk, target)
    assert list(target.parent.iterdir()) == [target]
    open_desk(target).close()


def test_a_backup_into_a_missing_folder_is_refused(desk, tmp_path):
    with pytest.raises(DatabaseError, match="does not exist: create it first"):
        copying.backup(desk, tmp_path / "nowhere" / "copy.db")


def test_a_disk_error_is_not_reported_as_a_full_disk():
    message = str(translate_error(sqlite3.OperationalError("disk I/O error")))
    assert ": free some disk space and try again; nothing was lost" not in message
    assert ": the desk cannot be read or written to." in message
    assert "the folder of temporary files can be written to (TMPDIR names another)" in message


def test_a_drive_that_is_away_does_not_make_people_restore_an_older_desk():
    """SQLite calls a file malformed if the system cannot read from the drive."""
    message = str(translate_error(sqlite3.DatabaseError("database disk image is malformed")))
    is_drive, is_restored = message.index("network drive is connected"), message.index("restore the file")
    assert is_drive < is_restored


def test_a_full_disk_is_named_also_if_sqlite_only_says_that_it_cannot_read(desk_path):
    resource = pytest.importorskip("resource", reason="no such limit on Windows")
    create_or_migrate(desk_path)[0].close()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, limits[1]))  # as on a full disk, no file can grow
    try:
        with pytest.raises(DatabaseError, match="disk is full: free some disk space and try again"):
            open_desk(desk_path)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


@each_row(
    "folders, name",
    [
        # SQLite itself takes no longer path.
        (6, "claims.db"),
        # The file could be made, but not the one that ends in -journal beside it.
        (0, f"{'b' * 248}.db"),
    ],
)
def test_a_path_too_long_for_sqlite_is_refused_with_what_is_wrong(tmp_path, folders, name):
    path = tmp_path.joinpath(*["a" * 90] * folders, name)
    path.parent.mkdir(parents=True, exist_ok=True)
    with pytest.raises(DatabaseError, match="fewer than 500 characters, the last part of it fewer than 240"):
        create_or_migrate(path)


@pytest.mark.parametrize("kind", ["backup", "public copy"])
def test_a_copy_on_another_full_disk_names_that_disk(desk, desk_path, tmp_path, kind):
    resource = pytest.importorskip("resource", reason="no such limit on Windows")
    (tmp_path / "drive").mkdir()
    target = tmp_path / "drive" / "copy.db"
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, limits[1]))
    try:
        with pytest.raises(DatabaseError, match=f"^could not write {re.escape(str(target))}: d"):
            copying.backup(desk, target) if kind == "backup" else publication.build(desk_path, target)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert list(target.parent.iterdir()) == []


def test_a_copy_of_a_damaged_desk_does_not_blame_the_place_of_the_copy(desk, tmp_path):
    desk.execute("pragma writable_schema = on")
    desk.execute("update sqlite_schema set rootpage = 999999 where name = 'claims'")
    desk.execute("pragma writable_schema = reset")
    with pytest.raises(Damaged, match=r"^(database disk image is )?malformed"):
        copying.backup(desk, tmp_path / "copy.db")


def test_a_damaged_name_in_a_view_is_told_in_one_line(desk, desk_path):
    """SQLite's message has the bytes of the name, which Python cannot read: it was a traceback."""
    [(sql,)] = desk.execute("select sql from sqlite_schema where name = 'claim_overview'").fetchall()
    desk.execute("pragma writable_schema = on")
    broken = sql.encode().replace(b"claims.text", b"claims.te\xadt", 1)
    desk.execute("update sqlite_schema set sql = cast(? as text) where name = 'claim_overview'", [broken])
    desk.close()
    db = open_desk(desk_path)
    with pytest.raises(sqlite3.DatabaseError) as told:
        db.execute("select * from claim_overview")
    db.close()
    assert isinstance(translate_error(told.value), Damaged)


def test_what_sqlite_says_on_some_network_drives_names_the_remedy():
    for error in ("disk I/O error", "locking protocol"):
        message = str(translate_error(sqlite3.OperationalError(error)))
        assert message.startswith(f"{error}: ")
        assert message.lower().endswith("keep the desk on a disk of this computer")


def test_a_copy_that_breaks_the_rules_of_the_desk_leads_to_doctor(desk, tmp_path):
    told = pytest.raises(InvalidValue, match=r"could not write .*copy\.db: .*run `claimtrack doctor`")
    with told, translate_errors(writing=tmp_path / "copy.db"):
        desk.execute("insert into evidence (claim_id, url) values (null, null)")
