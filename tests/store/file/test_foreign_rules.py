"""Triggers and views that people made in a desk: an upgrade keeps them, and those that kill SQLite are told of."""

import re
import shlex
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlite_utils import Database
from sqlite_utils.cli import cli as sqlite_utils

from claimtrack.core.errors import DatabaseError, Refused, UnsafeToWrite
from claimtrack.store import claims, notes
from claimtrack.store.file import rules, schema_files
from claimtrack.store.file.checks import examine
from claimtrack.store.file.database import create_or_migrate, open_desk, write_transaction
from claimtrack.store.index import derived
from tests.desks import RELEASED, run_sql, write_released


@pytest.fixture
def old(tmp_path):
    """A desk of 0.1.0."""
    return write_released(tmp_path / "old.db")


def made(path):
    """What stands in the file that is not of the schema."""
    with sqlite3.connect(path) as conn:
        rows = conn.execute("select name, sql from sqlite_master where sql is not null").fetchall()
    conn.close()
    return dict(rows)


MINE = {
    # What a data journalist has: a view, one on it, and one whose name has to be quoted.
    "to_print": "create view to_print as select id, text from claims where status = 'open'",
    # It was made before the view it reads is there again.
    "a_printed": "create view a_printed as select count(*) as n from to_print",
    "two words": 'create view "two words" as select 1',
    "arrivals": "create table arrivals (text text)",
    "note_arrivals": "create trigger note_arrivals after insert on claims begin insert into arrivals values (new.text); end",
    # On a view of the desk's own, which is dropped at each upgrade.
    "no_deletes": "create trigger no_deletes instead of delete on claim_overview begin select 1; end",
    "by_desk": "create index by_desk on claims (assignee, status)",
    # It needs a function that another program brings, and did not work here before either.
    "sounds_like": "create view sounds_like as select soundex_of(text) from claims",
}


def test_an_upgrade_keeps_what_people_made(old, caplog):
    run_sql(old, ";\n".join(MINE.values()) + "; alter table claims add column colour text default 'red';")
    create_or_migrate(old)[0].close()
    kept = made(old)
    assert {name: kept.get(name, "").lower() for name in MINE} == {
        name: sql.lower() for name, sql in MINE.items()
    }
    assert caplog.messages == []
    db = open_desk(old)
    with write_transaction(db, "ada"):
        claims.add(db, "The harbour froze for 12 days")
    assert db.execute("select text from arrivals").fetchall() == [("The harbour froze for 12 days",)]
    assert set(db.execute("select colour from claims").fetchall()) == {("red",)}
    db.close()


IN_THE_WAY = [
    # What `sqlite-utils enable-fts claims.db notes body` makes: 0.1.0 had no search of notes.
    ('create virtual table notes_fts using fts5(body, content="notes")', "the table notes_fts"),
    # ... with the triggers that write into it: `sqlite-utils enable-fts claims.db notes body --create-triggers`.
    (
        'create virtual table notes_fts using fts5(body, content="notes"); create trigger notes_au after update on notes '
        "begin insert into notes_fts (notes_fts, rowid, body) values ('delete', old.rowid, old.body); end",
        "the table notes_fts",
    ),
    # The same as SQLite's own documentation writes it, beside another search of the notes, which stays.
    (
        "create virtual table notes_search using fts5(body, content=notes, content_rowid=id); "
        "create virtual table notes_fts using fts5(body, content='notes', content_rowid='id'); "
        'create trigger "after a note" after insert on notes begin insert into Notes_FTS (rowid, body) values (new.id, new.body); end',
        "the table notes_fts",
    ),
    # It holds texts that are nowhere else.
    (
        "create virtual table notes_fts using fts5(body); insert into notes_fts values ('Mine.')",
        "the table notes_fts",
    ),
    # To SQLite large and small letters are the same; tables, indexes and views share their names.
    (
        "create table Match_Clusters (id integer); create table own_match_clusters (a text)",
        "the table match_clusters",
    ),
    ("create table repeats_by_speaker (a text)", "the table repeats_by_speaker"),
    ("create index match_clusters on articles (outlet)", "the index match_clusters"),
    ("alter table reviews add column withdrawn_on text", "the column reviews.withdrawn_on"),
    ("create index articles_source on articles (outlet)", "the index articles_source"),
    ("create table signed_verdicts (id integer, withdrawn_on text)", "the table signed_verdicts"),
]


@pytest.mark.parametrize(("script", "name"), IN_THE_WAY)
def test_what_has_a_name_that_the_upgrade_needs_is_told_with_commands_that_make_room(old, script, name):
    run_sql(old, script)
    before = Path(old).read_bytes()
    with pytest.raises(DatabaseError, match=f"this version adds {name}, .* Nothing was changed") as refused:
        create_or_migrate(old)
    assert Path(old).read_bytes() == before
    assert not list(Path(old).parent.glob("*before*"))
    for command in re.findall("`(.*?)`", str(refused.value)):
        program, *arguments = shlex.split(command)
        assert program == "sqlite-utils"
        assert (done := CliRunner().invoke(sqlite_utils, arguments)).exit_code == 0, done.output
    db, _ = create_or_migrate(old)
    assert all(one.ok for one in examine(db))
    assert ("notes_search" in script) == ("notes_search" in db.table_names())
    assert ("Mine." in script) == ("own_notes_fts" in db.table_names())
    with write_transaction(db, "ada"):
        db.execute("insert into notes (claim_id, body) select min(id), 'The port was asked.' from claims")
        db.execute("update notes set body = 'The port answered.' where body = 'The port was asked.'")
    assert all(one.ok for one in examine(db))
    db.close()


def test_an_upgrade_drops_triggers_that_sqlite_dies_of_and_says_so(old, caplog):
    db = Database(old)
    db.enable_counts()
    db.close()
    create_or_migrate(old)[0].close()
    assert "Removed the triggers on the search indexes: claims_fts_data_counts_" in caplog.text
    db = open_desk(old)
    with write_transaction(db, "ada"):
        claims.add(db, "The zoo has 40 lions")
    assert all(one.ok for one in examine(db))
    db.close()


BROKEN = [
    ("create view speakers as select id, role from claimants", "no such column: role"),
    # On a view that falls with the column.
    ("create view roles as select role from claimants; create view loud as select role from roles", "role"),
    (
        "create trigger keep_role after update on claimants begin select new.role; end",
        "no such column: new.role",
    ),
    # The new version has a table of this name.
    ("create view moods as select 1 as name", "already"),
]


@pytest.mark.parametrize(("script", "fault"), BROKEN)
def test_what_an_upgrade_breaks_is_told_with_its_sql_and_its_copy(
    desk_path, schema, monkeypatch, caplog, script, fault
):
    run_sql(desk_path, f"{script}; create view whole as select id from claims;")
    (schema / "0999_next.sql").write_text(
        "alter table claimants drop column role;\ncreate table moods (name text primary key) strict;"
    )
    monkeypatch.setattr(schema_files, "_FORMER_RULES", schema_files.rules())
    # The desk's own rules that name the column go with it in that version.
    for path in [*schema.glob("views*.sql"), *schema.glob("triggers*.sql"), *schema.glob("fill*.sql")]:
        path.unlink()
    (schema / "views.sql").write_text("create view claim_overview as select id, text from claims;")
    create_or_migrate(desk_path)[0].close()
    names = re.findall(r"create (?:view|trigger) (\w+)", script)
    assert len(caplog.messages) == len(names)
    for told, name in zip(sorted(caplog.messages), sorted(names), strict=True):
        assert f" {name} " in told
        assert "before-0999_next" in told
    said = caplog.text.lower()
    assert all(statement in said for statement in re.split(r"; (?=create)", script))
    assert fault in caplog.text
    assert "whole" in made(desk_path)
    assert names[0] not in made(desk_path) or names[0] == "moods"


def test_the_desk_knows_its_own_rules_of_every_released_version():
    """Else an upgrade would take an old one for somebody else's, and keep it."""
    for dump in RELEASED:
        names = re.findall(
            r"^create (?:trigger|view) (\w+)", dump.read_text(encoding="utf-8"), re.MULTILINE | re.IGNORECASE
        )
        assert len(names) > 100
        assert set(names) <= schema_files.own_rules()


def test_an_old_rule_whose_name_is_gone_goes_too(desk_path):
    name = schema_files._FORMER_RULES[0]
    run_sql(
        desk_path,
        f"create trigger {name} before update on reviews begin select 1; end; pragma user_version = 1;",
    )
    create_or_migrate(desk_path)[0].close()
    assert name not in made(desk_path)


# ── triggers that SQLite dies of ────────────────────────────────────────────────────────────────


@pytest.fixture
def counted(desk, desk_path):
    """A desk after `sqlite-utils enable-counts`: every write of a claim would end the program with a segmentation fault."""
    with write_transaction(desk, "ada"):
        claims.add(desk, "The dam holds 12 million litres")
    for table in desk.tables:
        if not (table.virtual_table_using or table.name.startswith("sqlite_")):  # at these the command stops
            table.enable_counts()
    return desk


def test_a_desk_that_counts_its_search_indexes_refuses_writes_and_says_why(counted, desk_path):
    with (
        pytest.raises(DatabaseError, match=f"`claimtrack --db {desk_path} doctor --repair` removes them"),
        write_transaction(counted, "ada"),
    ):
        claims.add(counted, "The zoo has 40 lions")


def test_doctor_names_such_triggers_and_repair_drops_no_others(counted, caplog):
    found = {one.check: one for one in examine(counted)}["no trigger stands on a search index"]
    assert not found.ok
    # A table in the terminal cuts a cell at 160 letters.
    assert "`claimtrack doctor --repair`" in found.detail[:159]
    derived.rebuild(counted)
    assert "claims_fts_data_counts_insert" in caplog.text
    assert all(one.ok for one in examine(counted))
    with write_transaction(counted, "ada"):
        claims.add(counted, "The zoo has 40 lions")
    counts = dict(counted.execute('select "table", count from _counts').fetchall())
    assert counts["claims"] == 2


def test_triggers_on_tables_of_like_names_are_let_be(desk):
    desk.execute("create table my_fts_data (text text)")
    desk.execute("create trigger mine after insert on my_fts_data begin select 1; end")
    assert rules.find_fatal_triggers(desk.conn) == []


# ── triggers that write into the desk ───────────────────────────────────────────────────────────

MEDDLING = [
    ("create trigger t after insert on notes begin update claims set assignee = 'mallory'; end", "claims", "a hostile file"),
    ("create trigger t after update on claims begin delete from \"notes\" where id = 1; end", "notes", "a quoted name"),
    ("create trigger t instead of insert on claim_overview begin insert into tags (name) values ('x'); end", "tags", "on a view"),
    ("create trigger t after update of body on notes begin insert or replace into history (table_name, row_id, operation) "
     "values ('notes', 1, 'insert'); end", "history", "one column of many"),
    ("create table mine (a); create trigger t after insert on mine begin insert into tags (name) values (new.a); end", "tags",
     "on a table of somebody's"),
    ("create table mine (a); create trigger t after insert on notes begin insert into mine values ('update claims set'); end", None,
     "it only writes into a table of theirs"),
    ("create trigger t after insert on notes when (select count(*) from claims) > 9 begin select id from claims; end", None, "it only reads"),
    ("create trigger t after insert on notes begin select gone from claims; end", None, "it does not work, so it does nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "table", "reason"), MEDDLING)
def test_doctor_names_triggers_of_others_that_write_into_the_desks_own_tables(desk, sql, table, reason):
    desk.conn.executescript(sql)
    found = {one.check: one for one in examine(desk)}["only the desk's own triggers write into its tables"]
    assert found.ok == (table is None), reason
    assert ('`drop trigger "t"`' in found.detail[:159], f"t into {table}" in found.detail) == (
        bool(table),
    ) * 2


def test_the_triggers_of_sqlite_utils_are_fine(desk, desk_path):
    desk.close()
    for words in (
        ["enable-fts", str(desk_path), "tags", "name", "--create-triggers"],
        ["enable-counts", str(desk_path), "tags"],
    ):
        assert CliRunner().invoke(sqlite_utils, words).exit_code == 0
    db = open_desk(desk_path)
    assert rules.find_meddling_triggers(db) == {}
    assert {"tags_ai", "tags_counts_insert"} <= set(made(desk_path))
    db.close()


BROKEN = [
    ("create trigger t after insert on notes begin insert into nowhere values (1); end",
     "a trigger of yours on notes does not (no such table: main.nowhere)", "with it no note can be written"),
    ("create view v as select body from gone", "the view v does not (no such table: main.gone)", "its table was dropped"),
    ("alter table claims add column year text generated always as (substr(claimed_on, 1, 4));"
     "create trigger t after update on claims begin select new.year; end;"
     "create view v as select year from claims", None, "both work, beside a column that nobody can set"),
    ("create view v as select body from notes; create trigger t instead of insert on v begin select new.body; end",
     None, "one cannot delete from it, and need not"),
    ("create view v as select regexp_match('a', body) from notes; create view w as select body collate german from notes;"
     "create table mine (a); create trigger t after insert on mine begin select regexp_match('a', new.a); end",
     None, "Datasette has the function where datasette-rure is installed, and no command asks these"),
    ("create trigger t after insert on notes begin select regexp_match('a', new.body); end",
     "a trigger of yours on notes does not (no such function: regexp_match)", "no command has it: no note can be written"),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "told", "reason"), BROKEN)
def test_doctor_names_what_people_made_and_sqlite_cannot_run(desk, sql, told, reason):
    desk.conn.executescript(sql)
    found = {one.check: one for one in examine(desk)}["views and triggers of your own work"]
    assert (found.ok, (told or "") in found.detail) == (told is None, True), reason


def test_a_table_of_ones_own_that_names_what_is_to_be_deleted_is_told(desk):
    desk.conn.executescript(
        "create table story (id integer primary key, note_id integer references notes (id));"
        "create table aside (id integer primary key, story_id integer references story (id))"
    )
    with write_transaction(desk, "ada"):
        note = notes.add(desk, claims.add(desk, "The zoo has 40 lions"), "Ring them", author="ada")
        desk.execute("insert into story (note_id) values (?)", [note])
    with (
        pytest.raises(Refused, match=r"your own tables \(story\).*delete or change"),
        write_transaction(desk, "ada"),
    ):
        notes.remove(desk, note)
    with write_transaction(desk, "ada"):
        desk.execute("delete from story")
        notes.remove(desk, note)
    assert desk["notes"].count == 0


# ── triggers that are gone ──────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("table", ["claims", "notes", "evidence"])
def test_a_table_that_was_made_anew_without_its_triggers_is_written_to_once_init_put_them_back(
    desk, desk_path, table
):
    """After `sqlite-utils transform` claims were filed of which history knew nothing."""
    CliRunner().invoke(sqlite_utils, ["transform", str(desk_path), table, "--not-null", "created_at"])
    with (
        pytest.raises(
            DatabaseError,
            match=rf"are gone \(trigger {table}_\w+ on {table} and .*`claimtrack --db {desk_path} init`",
        ),
        write_transaction(desk, "ada"),
    ):
        claims.add(desk, "The zoo has 40 lions")
    create_or_migrate(desk_path)[0].close()
    with write_transaction(desk, "ada"):
        claim_id = claims.add(desk, "The zoo has 40 lions")
    known = "select actor from history where claim_id = ? and operation = 'insert'"
    assert desk.execute(known, [claim_id]).fetchall() == [("ada",)]


TAKEN = [
    (lambda db: db["evidence"].transform(keep_table="evidence_old"), "evidence", "they stay with the old table"),
    (lambda db: db["history"].transform(), "history", "what keeps it from being changed"),
]  # fmt: skip


@pytest.mark.parametrize(("take", "table", "why"), TAKEN)
def test_a_desk_without_a_trigger_that_keeps_history_is_not_written_to_until_it_stands_on_its_table_again(
    desk, desk_path, take, table, why
):
    take(desk)
    with pytest.raises(UnsafeToWrite, match=f" on {table}"), write_transaction(desk, "ada"):
        pass
    [finding] = [one for one in examine(desk) if not one.ok]
    assert finding.check == "every rule of the desk is in place", why
    create_or_migrate(desk_path)[0].close()
    with write_transaction(desk, "ada"):
        claims.add(desk, "The zoo has 40 lions")
    assert all(one.ok for one in examine(desk))


def test_where_another_rule_is_gone_the_desk_is_written_to_and_doctor_tells(desk):
    desk.execute("drop trigger claims_status_step")
    with write_transaction(desk, "ada"):
        claims.add(desk, "The zoo has 40 lions")
    assert [one.check for one in examine(desk) if not one.ok] == ["every rule of the desk is in place"]


def test_the_triggers_are_read_out_of_the_schema_as_sqlite_made_them(desk):
    made = desk.execute("select name, tbl_name from sqlite_master where type = 'trigger'").fetchall()
    assert schema_files.triggers() == dict(made)


def test_a_desk_of_another_version_has_triggers_of_its_own_and_is_not_refused_for_them(old):
    db = Database(old)
    rules.refuse_unsafe(db.conn)
    refused = pytest.raises(UnsafeToWrite, match=r"different versions .* `claimtrack --db .*old\.db init`")
    with refused, write_transaction(db, "ada"):
        claims.add(db, "The zoo has 40 lions")
    db.close()
