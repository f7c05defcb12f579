"""Users' own triggers and views: upgrades keep them, and those that crash SQLite or change the desk are reported."""

import re
import shlex
import sqlite3
from pathlib import Path

import pytest
from click.testing import CliRunner
from sqlite_utils import Database
from sqlite_utils.cli import cli as sqlite_utils

from claimtrack.core.errors import DatabaseError, Refused, UnsafeToWrite
from claimtrack.core.model import Status
from claimtrack.store import claims, notes
from claimtrack.store.file import rules, schema_files
from claimtrack.store.file.checks import examine
from claimtrack.store.file.database import create_or_migrate, open_desk, write_transaction
from claimtrack.store.index import derived
from tests.desks import RELEASED, run_sql, write_released


@pytest.fixture
def old_desk(tmp_path):
    """A desk of 0.1.0."""
    return write_released(tmp_path / "old.db")


def schema_objects(path):
    """The SQL of each table, index, view and trigger in the file, by its name."""
    with sqlite3.connect(path) as conn:
        rows = conn.execute("select name, sql from sqlite_master where sql is not null").fetchall()
    conn.close()
    return dict(rows)


USER_OBJECTS = {
    # What a data journalist has: a view, a view on that view, and one whose name must be quoted.
    "to_print": "create view to_print as select id, text from claims where status = 'open'",
    # Sorts before the view it reads, which is therefore not restored yet.
    "a_printed": "create view a_printed as select count(*) as n from to_print",
    "two words": 'create view "two words" as select 1',
    "arrivals": "create table arrivals (text text)",
    "note_arrivals": "create trigger note_arrivals after insert on claims begin insert into arrivals values (new.text); end",
    # On one of the desk's views, which every upgrade drops.
    "no_deletes": "create trigger no_deletes instead of delete on claim_overview begin select 1; end",
    "by_desk": "create index by_desk on claims (assignee, status)",
    # Needs a function that only another program has: it did not work here before the upgrade either.
    "sounds_like": "create view sounds_like as select soundex_of(text) from claims",
}


def test_an_upgrade_keeps_users_views_triggers_tables_and_columns(old_desk, caplog):
    run_sql(
        old_desk,
        ";\n".join(USER_OBJECTS.values()) + "; alter table claims add column colour text default 'red';",
    )
    create_or_migrate(old_desk)[0].close()
    kept = schema_objects(old_desk)
    assert {name: kept.get(name, "").lower() for name in USER_OBJECTS} == {
        name: sql.lower() for name, sql in USER_OBJECTS.items()
    }
    assert caplog.messages == []
    db = open_desk(old_desk)
    with write_transaction(db, "ada"):
        claims.add(db, "The harbour froze for 12 days")
    assert db.execute("select text from arrivals").fetchall() == [("The harbour froze for 12 days",)]
    assert set(db.execute("select colour from claims").fetchall()) == {("red",)}
    db.close()


NAME_CONFLICTS = [
    # What `sqlite-utils enable-fts claims.db notes body` creates: 0.1.0 could not search notes.
    ('create virtual table notes_fts using fts5(body, content="notes")', "the table notes_fts"),
    # ... with the triggers that write into it: `sqlite-utils enable-fts claims.db notes body --create-triggers`.
    (
        'create virtual table notes_fts using fts5(body, content="notes"); create trigger notes_au after update on notes '
        "begin insert into notes_fts (notes_fts, rowid, body) values ('delete', old.rowid, old.body); end",
        "the table notes_fts",
    ),
    # The same in the style of SQLite's documentation, next to another notes index, which is kept.
    (
        "create virtual table notes_search using fts5(body, content=notes, content_rowid=id); "
        "create virtual table notes_fts using fts5(body, content='notes', content_rowid='id'); "
        'create trigger "after a note" after insert on notes begin insert into Notes_FTS (rowid, body) values (new.id, new.body); end',
        "the table notes_fts",
    ),
    # Holds texts that are stored nowhere else.
    (
        "create virtual table notes_fts using fts5(body); insert into notes_fts values ('Mine.')",
        "the table notes_fts",
    ),
    # SQLite's names are case-insensitive; tables, indexes and views share one namespace.
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


@pytest.mark.parametrize(("script", "name"), NAME_CONFLICTS)
def test_an_upgrade_blocked_by_a_users_name_gives_commands_that_unblock_it(old_desk, script, name):
    run_sql(old_desk, script)
    before = Path(old_desk).read_bytes()
    with pytest.raises(DatabaseError, match=f"this desk has {name}, .* Nothing was changed") as refused:
        create_or_migrate(old_desk)
    assert Path(old_desk).read_bytes() == before
    assert not list(Path(old_desk).parent.glob("*before*"))
    for command in re.findall("`(.*?)`", str(refused.value)):
        program, *arguments = shlex.split(command)
        assert program == "sqlite-utils"
        assert (result := CliRunner().invoke(sqlite_utils, arguments)).exit_code == 0, result.output
    db, _ = create_or_migrate(old_desk)
    assert all(finding.ok for finding in examine(db))
    assert ("notes_search" in script) == ("notes_search" in db.table_names())
    assert ("Mine." in script) == ("own_notes_fts" in db.table_names())
    with write_transaction(db, "ada"):
        db.execute("insert into notes (claim_id, body) select min(id), 'The port was asked.' from claims")
        db.execute("update notes set body = 'The port answered.' where body = 'The port was asked.'")
    assert all(finding.ok for finding in examine(db))
    db.close()


def test_an_upgrade_drops_and_reports_triggers_that_crash_sqlite(old_desk, caplog):
    db = Database(old_desk)
    db.enable_counts()
    db.close()
    create_or_migrate(old_desk)[0].close()
    assert "Removed the triggers on the search indexes: claims_fts_data_counts_" in caplog.text
    db = open_desk(old_desk)
    with write_transaction(db, "ada"):
        claims.add(db, "The zoo has 40 lions")
    assert all(finding.ok for finding in examine(db))
    db.close()


BROKEN_BY_UPGRADE = [
    ("create view speakers as select id, role from claimants", "no such column: role"),
    # On a view that is dropped with the column.
    ("create view roles as select role from claimants; create view loud as select role from roles", "role"),
    (
        "create trigger keep_role after update on claimants begin select new.role; end",
        "no such column: new.role",
    ),
    # The new version has a table of this name.
    ("create view moods as select 1 as name", "already"),
]


@pytest.mark.parametrize(("script", "fault"), BROKEN_BY_UPGRADE)
def test_views_and_triggers_broken_by_an_upgrade_are_reported_with_their_sql(
    desk_path, schema, monkeypatch, caplog, script, fault
):
    run_sql(desk_path, f"{script}; create view whole as select id from claims;")
    (schema / "0999_next.sql").write_text(
        "alter table claimants drop column role;\ncreate table moods (name text primary key) strict;"
    )
    monkeypatch.setattr(schema_files, "_FORMER_RULES", schema_files.rules())
    # In that version, the desk's own triggers and views that name the column are gone, too.
    for path in [*schema.glob("views*.sql"), *schema.glob("triggers*.sql"), *schema.glob("fill*.sql")]:
        path.unlink()
    (schema / "views.sql").write_text("create view claim_overview as select id, text from claims;")
    create_or_migrate(desk_path)[0].close()
    names = re.findall(r"create (?:view|trigger) (\w+)", script)
    assert len(caplog.messages) == len(names)
    for message, name in zip(sorted(caplog.messages), sorted(names), strict=True):
        assert f" {name} " in message
        assert "before-0999_next" in message
    log = caplog.text.lower()
    assert all(statement in log for statement in re.split(r"; (?=create)", script))
    assert fault in caplog.text
    assert "whole" in schema_objects(desk_path)
    assert names[0] not in schema_objects(desk_path) or names[0] == "moods"


def test_the_triggers_and_views_of_every_released_version_count_as_the_desks_own():
    """Otherwise an upgrade would take an old one for a user's and keep it."""
    for dump in RELEASED:
        names = re.findall(
            r"^create (?:trigger|view) (\w+)", dump.read_text(encoding="utf-8"), re.MULTILINE | re.IGNORECASE
        )
        assert len(names) > 100
        assert set(names) <= schema_files.own_rules()


def test_an_upgrade_drops_a_trigger_that_no_longer_exists(desk_path):
    name = schema_files._FORMER_RULES[0]
    run_sql(
        desk_path,
        f"create trigger {name} before update on reviews begin select 1; end; pragma user_version = 1;",
    )
    create_or_migrate(desk_path)[0].close()
    assert name not in schema_objects(desk_path)


# ── triggers that crash SQLite ──────────────────────────────────────────────────────────────────


@pytest.fixture
def desk_with_counts(desk):
    """A desk after `sqlite-utils enable-counts`: writing any claim would end in a segmentation fault."""
    with write_transaction(desk, "ada"):
        claims.add(desk, "The dam holds 12 million litres")
    for table in desk.tables:
        if not (table.virtual_table_using or table.name.startswith("sqlite_")):  # the command skips these
            table.enable_counts()
    return desk


def test_a_desk_with_count_triggers_on_search_indexes_refuses_writes(desk_with_counts, desk_path):
    with (
        pytest.raises(DatabaseError, match=f"`claimtrack --db {desk_path} doctor --repair` removes them"),
        write_transaction(desk_with_counts, "ada"),
    ):
        claims.add(desk_with_counts, "The zoo has 40 lions")


def test_repair_drops_only_the_count_triggers_on_search_indexes(desk_with_counts, caplog):
    fatal = {finding.check: finding for finding in examine(desk_with_counts)}[
        "no trigger stands on a search index"
    ]
    assert not fatal.ok
    # Tables in the terminal cut cells at 160 characters.
    assert "`claimtrack doctor --repair`" in fatal.detail[:159]
    derived.rebuild(desk_with_counts)
    assert "claims_fts_data_counts_insert" in caplog.text
    assert all(finding.ok for finding in examine(desk_with_counts))
    with write_transaction(desk_with_counts, "ada"):
        claims.add(desk_with_counts, "The zoo has 40 lions")
    counts = dict(desk_with_counts.execute('select "table", count from _counts').fetchall())
    assert counts["claims"] == 2


def test_triggers_on_tables_with_similar_names_are_not_fatal(desk):
    desk.execute("create table my_fts_data (text text)")
    desk.execute("create trigger mine after insert on my_fts_data begin select 1; end")
    assert rules.find_fatal_triggers(desk.conn) == []


# ── triggers that write into the desk ───────────────────────────────────────────────────────────

MEDDLING = [
    ("create trigger t after insert on notes begin update claims set assignee = 'mallory'; end", "claims", "as in a hostile file"),
    ("create trigger t after update on claims begin delete from \"notes\" where id = 1; end", "notes", "a quoted name"),
    ("create trigger t instead of insert on claim_overview begin insert into tags (name) values ('x'); end", "tags", "on a view"),
    ("create trigger t after update of body on notes begin insert or replace into history (table_name, row_id, operation) "
     "values ('notes', 1, 'insert'); end", "history", "one column of many"),
    ("create table mine (a); create trigger t after insert on mine begin insert into tags (name) values (new.a); end", "tags",
     "on a user's table"),
    ("create table mine (a); create trigger t after insert on notes begin insert into mine values ('update claims set'); end", None,
     "it only writes into the user's own table"),
    ("create trigger t after insert on notes when (select count(*) from claims) > 9 begin select id from claims; end", None, "it only reads"),
    ("create trigger t after insert on notes begin select gone from claims; end", None, "it fails, so it changes nothing"),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "table", "reason"), MEDDLING)
def test_doctor_names_user_triggers_that_write_into_the_desks_tables(desk, sql, table, reason):
    desk.conn.executescript(sql)
    writing = {finding.check: finding for finding in examine(desk)}[
        "only the desk's own triggers write into its tables"
    ]
    assert writing.ok == (table is None), reason
    assert not table or "`sqlite-utils triggers " in writing.detail
    assert ('`drop trigger "t"`' in writing.detail[:159], f"t into {table}" in writing.detail) == (
        bool(table),
    ) * 2


def test_the_triggers_that_sqlite_utils_creates_are_not_reported(desk, desk_path):
    desk.close()
    for arguments in (
        ["enable-fts", str(desk_path), "tags", "name", "--create-triggers"],
        ["enable-counts", str(desk_path), "tags"],
    ):
        assert CliRunner().invoke(sqlite_utils, arguments).exit_code == 0
    db = open_desk(desk_path)
    assert rules.find_meddling_triggers(db) == {}
    assert {"tags_ai", "tags_counts_insert"} <= set(schema_objects(desk_path))
    db.close()


BROKEN = [
    ("create trigger t after insert on notes begin insert into nowhere values (1); end",
     "a trigger of yours on notes does not (no such table: main.nowhere)", "no note can be written while it exists"),
    ("create view v as select body from gone", "the view v does not (no such table: main.gone)", "its table was dropped"),
    ("alter table claims add column year text generated always as (substr(claimed_on, 1, 4));"
     "create trigger t after update on claims begin select new.year; end;"
     "create view v as select year from claims", None, "both work, and so does the generated column"),
    ("create view v as select body from notes; create trigger t instead of insert on v begin select new.body; end",
     None, "deleting from the view fails, but nobody needs that"),
    ("create view v as select regexp_match('a', body) from notes; create view w as select body collate german from notes;"
     "create table mine (a); create trigger t after insert on mine begin select regexp_match('a', new.a); end",
     None, "with datasette-rure installed, Datasette has the function, and no command uses these views"),
    ("create trigger t after insert on notes begin select regexp_match('a', new.body); end",
     "a trigger of yours on notes does not (no such function: regexp_match)", "no command has the function, so no note can be written"),
]  # fmt: skip


@pytest.mark.parametrize(("sql", "detail", "reason"), BROKEN)
def test_doctor_names_user_views_and_triggers_that_fail(desk, sql, detail, reason):
    desk.conn.executescript(sql)
    own = {finding.check: finding for finding in examine(desk)}["views and triggers of your own work"]
    assert (own.ok, (detail or "") in own.detail) == (detail is None, True), reason


def test_deleting_a_row_that_a_users_table_references_is_refused(desk):
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


# ── missing triggers ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("table", ["claims", "notes", "evidence"])
def test_a_table_recreated_without_its_triggers_is_not_writable_until_init_restores_them(
    desk, desk_path, table
):
    """After `sqlite-utils transform`, claims used to be filed without a history entry."""
    CliRunner().invoke(sqlite_utils, ["transform", str(desk_path), table, "--not-null", "created_at"])
    with (
        pytest.raises(
            DatabaseError,
            match=rf"are gone or replaced \(trigger {table}_\w+ on {table} and .*`claimtrack --db {desk_path} init`",
        ),
        write_transaction(desk, "ada"),
    ):
        claims.add(desk, "The zoo has 40 lions")
    create_or_migrate(desk_path)[0].close()
    with write_transaction(desk, "ada"):
        claim_id = claims.add(desk, "The zoo has 40 lions")
    authors = "select actor from history where claim_id = ? and operation = 'insert'"
    assert desk.execute(authors, [claim_id]).fetchall() == [("ada",)]


LOST_TRIGGERS = [
    (lambda db: db["evidence"].transform(keep_table="evidence_old"), "evidence", "its triggers stay with the old table"),
    (lambda db: db["history"].transform(), "history", "the triggers that make history immutable are gone"),
]  # fmt: skip


@pytest.mark.parametrize(("transform", "table", "reason"), LOST_TRIGGERS)
def test_a_desk_that_lost_a_history_trigger_is_not_writable_until_init_restores_it(
    desk, desk_path, transform, table, reason
):
    transform(desk)
    with pytest.raises(UnsafeToWrite, match=f" on {table}"), write_transaction(desk, "ada"):
        pass
    [finding] = [finding for finding in examine(desk) if not finding.ok]
    assert finding.check == "every rule of the desk is in place", reason
    create_or_migrate(desk_path)[0].close()
    with write_transaction(desk, "ada"):
        claims.add(desk, "The zoo has 40 lions")
    assert all(finding.ok for finding in examine(desk))


def test_a_desk_that_lost_another_trigger_stays_writable_and_doctor_reports_it(desk):
    desk.execute("drop trigger claims_status_step")
    with write_transaction(desk, "ada"):
        claims.add(desk, "The zoo has 40 lions")
    assert [finding.check for finding in examine(desk) if not finding.ok] == [
        "every rule of the desk is in place"
    ]


def test_a_desk_whose_history_trigger_was_replaced_is_not_writable_until_init_restores_it(desk, desk_path):
    """One of the same name on the same table, which records nothing, used to go unnoticed except by doctor."""
    with write_transaction(desk, "ada"):
        claim_id = claims.add(desk, "The zoo has 40 lions")
    asked = "select sql from sqlite_master where name = 'claims_history_update'"
    sql = desk.execute(asked).fetchone()
    desk.executescript(
        "drop trigger claims_history_update; create trigger claims_history_update after update on claims begin select 1; end"
    )
    with (
        pytest.raises(UnsafeToWrite, match=r"gone or replaced \(trigger claims_history_update on claims\)"),
        write_transaction(desk, "ada"),
    ):
        pass
    create_or_migrate(desk_path)[0].close()
    assert desk.execute(asked).fetchone() == sql
    with write_transaction(desk, "ada"):
        claims.set_status(desk, claim_id, Status.PARKED)
    desk.execute("drop trigger claims_history_update")  # what was found sound is not believed after a change
    with pytest.raises(UnsafeToWrite), write_transaction(desk, "ada"):
        pass


def test_a_history_trigger_whose_name_another_program_put_in_quotes_is_sound(desk):
    """Writing was refused, and so was `init`, which was to restore it."""
    [sql] = desk.execute("select sql from sqlite_master where name = 'claims_history_update'").fetchone()
    quoted = sql.replace("claims_history_update", '"claims_history_update"', 1)
    desk.executescript(f"drop trigger claims_history_update; {quoted}")
    with write_transaction(desk, "ada"):
        claims.add(desk, "The zoo has 40 lions")


def test_triggers_read_from_the_schema_files_match_those_in_sqlite(desk):
    in_sqlite = desk.execute("select name, tbl_name from sqlite_master where type = 'trigger'").fetchall()
    assert schema_files.triggers() == dict(in_sqlite)


def test_a_desk_of_an_older_version_is_refused_for_its_version_not_its_triggers(old_desk):
    db = Database(old_desk)
    rules.refuse_unsafe(db.conn)
    refused = pytest.raises(UnsafeToWrite, match=r"different versions .* `claimtrack --db .*old\.db init`")
    with refused, write_transaction(db, "ada"):
        claims.add(db, "The zoo has 40 lions")
    db.close()
