"""A desk file that is missing, foreign, locked, full or read-only: one line with the remedy."""

import shutil
import sqlite3

import pytest

from claimtrack.store.file import connecting
from tests.cli.conftest import assert_one_line, dump
from tests.desks import run_sql, write_unknown_priority
from tests.tables import each_row

pytestmark = pytest.mark.usefixtures("separate_connections")

EVERY_COMMAND = [
    ["list"], ["show", "1"], ["search", "prices"], ["history", "1"], ["match", "Prices fell."], ["doctor"],
    ["duplicates"], ["judge", "1", "2", "same"], ["undo"], ["status", "1", "open"], ["assign", "1", "ada"],
    ["link", "1", "https://a.example"], ["note", "1", "Asked."], ["tag", "1", "prices"], ["backup", "copy.db"],
    ["triage", "--list"], ["export", "csv"],
]  # fmt: skip
CREATING = [["add", "Prices fell."], ["ingest", "article.txt"], ["init"]]


def make_foreign(path, desk):
    with sqlite3.connect(path) as conn:
        conn.execute("create table invoices (id integer primary key)")
    conn.close()


def make_text(path, desk):
    path.write_text("Dear editor, " * 100)


def make_newer(path, desk):
    shutil.copy(desk, path)
    with sqlite3.connect(path) as conn:
        conn.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at) values ('claimtrack', '9999_next.sql', '')"
        )
    conn.close()


def make_truncated(path, desk):
    path.write_bytes(desk.read_bytes()[:50_000])


FILES = [
    # Another program's database must not get our tables.
    (make_foreign, "not a claimtrack desk"),
    (make_text, "not an SQLite database"),
    (make_newer, "install that version or a later one"),
    # An incomplete download.
    (make_truncated, "restore"),
]


@each_row(("make", "words"), FILES)
@each_row("command", [*EVERY_COMMAND, *CREATING])
def test_foreign_or_damaged_file_is_refused_by_every_command(
    run, tmp_path, new_desk_file, monkeypatch, make, words, command
):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "article.txt").write_text("Prices fell by 10 percent, Ada Miller said.")
    (tmp_path / "x.db").unlink(missing_ok=True)
    make(tmp_path / "x.db", new_desk_file)
    before = (tmp_path / "x.db").read_bytes()
    result = run(*command, db=tmp_path / "x.db")
    if make is make_truncated and command == ["doctor"]:
        assert (result.exit_code, "False" in result.stdout or "restore" in result.stderr) == (1, True)
    else:
        assert_one_line(result, 1, words)
    assert (tmp_path / "x.db").read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir() if "desk" not in path.name) == [
        "article.txt",
        "claims.db",
        "x.db",
    ]


def test_a_value_that_no_desk_has_is_told_as_damage(run, two_claims):
    """Here the pages of claims are those of history. It was a traceback: 'insert' is not a valid Status."""
    with sqlite3.connect(two_claims) as conn:
        conn.execute("pragma writable_schema = on")
        page = "(select rootpage from sqlite_schema where name = 'history')"
        conn.execute(f"update sqlite_schema set rootpage = {page} where name = 'claims'")
    conn.close()
    assert_one_line(
        run("note", "1", "Rang them", db=two_claims), 1, "is damaged: restore the file from a backup"
    )


def test_a_word_that_the_desk_does_not_know_is_told_with_what_names_it(run, two_claims):
    """Another program may drop the triggers for a while, and need not check references. It was a traceback: not a valid Priority."""
    write_unknown_priority(two_claims, 1)
    assert_one_line(run("show", "1", db=two_claims), 1, "doctor` says where, and what mends it")
    assert "update claims set priority = ... where id = 1" in run("doctor", db=two_claims).stdout


# A column of a table that lost STRICT | a value of another type | a command that ends because of it | what `doctor` says of it
MISTYPED = [
    ("claims.language", "x'fffe'", "list", "1 not: claims 1 (language takes text)"),
    ("claims.text", "x'6162'", None, "1 not: claims 1 (text takes text)"),
    (
        "match_totals.claims",
        "'many'",
        None,
        "1 not: match_totals 1 (claims takes integer). `claimtrack doctor --repair`",
    ),
]


@pytest.mark.parametrize(("column", "value", "ends", "told"), MISTYPED, ids=lambda value: None)
def test_a_value_of_another_type_in_a_rebuilt_table_is_told(run, two_claims, column, value, ends, told):
    table, _, name = column.partition(".")
    with sqlite3.connect(two_claims) as conn:
        conn.execute("pragma writable_schema = on")
        conn.execute("update sqlite_master set sql = rtrim(sql, ' strict') where name = ?", [table])
        conn.execute("pragma writable_schema = reset")
        triggers = conn.execute("select name from sqlite_master where type = 'trigger'").fetchall()
    drops = "".join(f"drop trigger {trigger};" for (trigger,) in triggers)  # their history could not hold it
    run_sql(two_claims, f"{drops} update {table} set {name} = {value} where rowid = 1")
    if ends:
        assert_one_line(run(ends, db=two_claims), 1, "doctor` says where, and what mends it")
    assert told in " ".join(run("doctor").stdout.split())


def test_an_export_about_an_article_that_is_gone_is_told_with_what_names_it(run, two_claims, tmp_path):
    """It was a traceback: exports open the desk themselves."""
    (tmp_path / "article.txt").write_text("Prices fell by 10 percent, Ada Miller said.")
    assert run("ingest", str(tmp_path / "article.txt"), db=two_claims).exit_code == 0
    run_sql(two_claims, "drop trigger articles_with_claims_stay; delete from articles")
    result = run("export", "csv", "log", db=two_claims)
    assert (result.exit_code, "doctor` says where, and what mends it" in result.stderr) == (1, True), result


@each_row("command", EVERY_COMMAND)
def test_missing_desk_is_not_created_by_a_command_that_needs_one(run, tmp_path, command):
    result = run(*command, db=tmp_path / "typo.db")
    assert_one_line(result, 1, "init")
    assert not (tmp_path / "typo.db").exists()


@each_row("command", [*EVERY_COMMAND, *CREATING])
def test_folder_given_as_the_desk_is_a_usage_error(run, tmp_path, command):
    assert_one_line(run(*command, db=tmp_path), 2, "is a directory")


@each_row("command", EVERY_COMMAND)
def test_empty_file_is_refused_and_init_is_suggested(run, tmp_path, command):
    (tmp_path / "my desk.db").touch()
    result = run(*command, db=tmp_path / "my desk.db")
    assert_one_line(result, 1, "create one with `claimtrack init`")
    assert (tmp_path / "my desk.db").read_bytes() == b""


@pytest.mark.parametrize("command", [["list"], ["add", "Prices fell."], ["init"]])
def test_desk_with_an_empty_name_is_a_usage_error(run, command):
    assert_one_line(run(*command, db=""), 2, "--db is empty")


@pytest.mark.parametrize("command", [["add", "Prices fell."], ["init"]])
def test_desk_in_memory_is_refused(run, command):
    assert_one_line(run(*command, db=":memory:"), 1, "give a file with --db")


def test_export_does_not_overwrite_the_desk(run, two_claims):
    before = two_claims.read_bytes()
    for command in (["csv"], ["xlsx"], ["jsonl"], ["claimreview"]):
        assert_one_line(run("export", *command, "-o", two_claims), 1, "name another file with -o")
    assert two_claims.read_bytes() == before


def test_desk_in_a_missing_folder_is_reported(run, tmp_path):
    for command in (["init"], ["add", "Prices fell."], ["demo"]):
        assert_one_line(run(*command, db=tmp_path / "nowhere" / "x.db"), 1, "does not exist: create it")


WRITING = [
    ["add", "Prices rose."], ["ingest", "-"], ["judge", "1", "2", "same"], ["status", "1", "checking"],
    ["assign", "1", "ada"], ["link", "1", "https://a.example"], ["note", "1", "Asked."], ["tag", "1", "prices"],
]  # fmt: skip
ARTICLE = "Exports rose by 10 percent in 2023, Ada Miller said."


@pytest.mark.parametrize("command", WRITING, ids=lambda command: command[0])
def test_desk_locked_by_another_program_is_reported(run, two_claims, monkeypatch, command):
    monkeypatch.setattr(connecting, "BUSY_TIMEOUT_MS", 20)
    before = dump(two_claims)
    other = sqlite3.connect(two_claims, isolation_level=None)
    other.execute("begin immediate")
    assert_one_line(run(*command, stdin=ARTICLE), 1, "another program is writing to it")
    other.close()
    assert dump(two_claims) == before


@pytest.mark.parametrize(
    "command", [["list"], ["show", "1"], ["match", "Prices fell."], ["backup", "copy.db"]]
)
def test_reading_does_not_wait_for_a_writer(run, two_claims, monkeypatch, tmp_path, command):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(connecting, "BUSY_TIMEOUT_MS", 20)
    other = sqlite3.connect(two_claims, isolation_level=None)
    other.execute("begin immediate")
    assert run(*command).exit_code == 0
    other.close()


@pytest.mark.parametrize("command", WRITING, ids=lambda command: command[0])
def test_read_only_desk_is_reported_by_every_writing_command(run, two_claims, monkeypatch, command):
    """Simulated, because CI runs as root, who may write anything."""
    before = dump(two_claims)
    make_read_only(monkeypatch)
    assert_one_line(
        run(*command, stdin=ARTICLE),
        1,
        "the desk is read-only: check that its file and folder can be written to",
    )
    assert dump(two_claims) == before


def make_read_only(monkeypatch):
    prepare = connecting.prepare

    def prepare_read_only(conn):
        prepare(conn)
        conn.execute("pragma query_only = on")

    monkeypatch.setattr(connecting, "prepare", prepare_read_only)


@pytest.mark.parametrize("command", WRITING, ids=lambda command: command[0])
def test_full_disk_is_reported_and_leaves_the_desk_unchanged(run, two_claims, monkeypatch, command):
    with sqlite3.connect(two_claims) as conn:
        conn.execute("create table filler (x)")
        pages = conn.execute("pragma page_count").fetchone()[0]
        free = conn.execute("pragma freelist_count").fetchone()[0]
    conn.close()
    assert free == 0
    before = dump(two_claims)
    prepare = connecting.prepare

    def prepare_on_a_full_disk(conn):
        prepare(conn)
        conn.execute(f"pragma max_page_count = {pages}")

    monkeypatch.setattr(connecting, "prepare", prepare_on_a_full_disk)
    big = "Exports rose by 10 percent in 2023, Ada Miller said. " * 400
    result = run(*[word if word != "Asked." else "Asked." * 9000 for word in command], stdin=big)
    if result.exit_code:  # a small change fits into the existing pages
        assert_one_line(result, 1, ": free some disk space and try again; nothing was lost")
        assert dump(two_claims) == before
    else:
        assert command[0] not in ("ingest", "note")


def test_a_column_of_ones_own_with_a_name_of_claimtrack_is_told(run, two_claims):
    run_sql(two_claims, "alter table reviews add column said text")
    assert_one_line(run("export", "claimreview", db=two_claims), 1, "Rename it")
