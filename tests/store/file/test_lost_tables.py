"""Dropped tables and indexes: `doctor` and `init` name them and the backup to restore; indexes are recreated."""

import sqlite3
from contextlib import closing

import pytest
from click.testing import CliRunner
from sqlite_utils import Database
from sqlite_utils.cli import cli as sqlite_utils

from claimtrack.core.errors import DatabaseError
from claimtrack.store.file import copying
from claimtrack.store.file.checks import examine
from claimtrack.store.file.database import create_or_migrate, open_desk, write_transaction
from claimtrack.store.file.errors import translate_errors
from claimtrack.store.file.schema_files import TEXT_INDEXES
from claimtrack.store.index import derived
from claimtrack.workflow.adding import NewClaim, add_claim

LOST_TABLES = [
    ("drop table tags", "the table tags is gone: rename it back if it was renamed, or"),
    # The search index reads it, so SQLite only says "SQL logic error".
    ("drop table notes", "the table notes is gone: rename it back if it was renamed, or"),
    # It has no triggers, so no trigger is missing.
    (
        "drop table status_transitions",
        "the table status_transitions is gone: rename it back if it was renamed, or",
    ),
    (
        "drop table tags; drop table notes",
        "the table notes, the table tags are gone: rename them back if they were renamed, or",
    ),
    (
        "drop index claims_assignee; alter table claims rename column assignee to who",
        "the column claims.assignee is gone: rename it back if it was renamed, or",
    ),
]

TRANSFORMED = "as happens when pandas (`to_sql`) or `sqlite-utils transform` rebuilds a table: change it back, or restore a backup"


@pytest.mark.parametrize(
    ("table", "changes", "detail"),
    [
        ("claims", {"types": {"due_on": int}}, "claims.due_on is no longer of type TEXT"),
        ("notes", {"pk": "claim_id"}, "notes.id is no longer in the primary key"),
        (
            "claims",
            {"drop_foreign_keys": ["claimant_id"]},
            "claims.claimant_id is no longer a reference to claimants",
        ),
    ],
)
def test_a_rebuilt_table_is_reported_if_its_columns_changed(desk, desk_path, table, changes, detail):
    """The triggers were restored, and `doctor` found nothing, but notes could no longer be filed."""
    desk.close()
    with closing(Database(desk_path)) as other:
        other.table(table).transform(**changes)
    with pytest.raises(DatabaseError) as refused:
        create_or_migrate(desk_path)
    assert str(refused.value) == f"{detail}, {TRANSFORMED}; nothing was changed"
    with closing(open_desk(desk_path)) as db:
        failing = [(finding.check, finding.detail) for finding in examine(db) if not finding.ok]
    assert failing == [("every table is there", f"{detail}, {TRANSFORMED}")]


def damage(path, script):
    conn = sqlite3.connect(path)
    conn.executescript(f"pragma legacy_alter_table = on; pragma writable_schema = on; {script}")
    conn.close()


@pytest.mark.parametrize(("script", "detail"), LOST_TABLES)
def test_lost_tables_and_columns_are_reported_with_a_remedy(desk_path, script, detail):
    damage(desk_path, script)
    db = open_desk(desk_path)
    failing = [finding for finding in examine(db) if not finding.ok]
    db.close()
    assert [finding.check for finding in failing] == ["every table is there"]
    assert failing[0].detail == f"{detail} restore a backup"
    with pytest.raises(DatabaseError, match=f"{detail} restore a backup; nothing was changed"):
        create_or_migrate(desk_path)


def test_the_newest_backup_that_has_the_lost_table_is_named(desk, desk_path, tmp_path):
    copying.backup(desk, tmp_path / "claims-monday.db")
    copying.backup(desk, tmp_path / "claims.db.before-0014_withdrawals")
    desk.close()
    damage(desk_path, "drop table tags")
    # Newer, but of no use: one lacks the table too, one is not a desk, one is a backup of another file.
    (tmp_path / "claims-tuesday.db").write_bytes((tmp_path / "claims.db").read_bytes())
    (tmp_path / "claims.csv").write_text("a,b\n")
    (tmp_path / "zoo.db").write_bytes((tmp_path / "claims-monday.db").read_bytes())
    db = open_desk(desk_path)
    [detail] = [finding.detail for finding in examine(db) if not finding.ok]
    db.close()
    assert detail.endswith(f"The newest beside the file is {tmp_path / 'claims.db.before-0014_withdrawals'}")
    assert not list(tmp_path.glob("*-shm"))


def test_an_error_about_a_lost_table_points_to_doctor(desk):
    with pytest.raises(DatabaseError, match="`claimtrack doctor`"), write_transaction(desk, "ada"):
        desk.execute("drop table tags")
        desk.execute("select * from tags")


def test_a_lost_table_that_repair_can_rebuild_needs_no_backup(desk):
    desk.execute("drop table match_terms")
    assert [finding.check for finding in examine(desk) if not finding.ok] == ["the match index is whole"]


@pytest.mark.parametrize("index", TEXT_INDEXES)
@pytest.mark.parametrize(
    "remains",
    [
        pytest.param("", id="`sqlite-utils disable-fts` leaves nothing"),
        pytest.param(
            "create table {0}_data (id integer primary key, block); create table {0}_config (k primary key, v);",
            id="a dump restored without virtual tables leaves their shadow tables",
        ),
    ],
)
def test_repair_rebuilds_a_lost_search_index(desk, desk_path, index, remains):
    add_claim(desk, NewClaim("Rents rose by 12 percent in Ness"), actor="ada")
    desk.close()
    damage(desk_path, f"drop table {index}; {remains.format(index)}")
    db = open_desk(desk_path)
    [failing] = [finding for finding in examine(db) if not finding.ok]
    assert (failing.check, "doctor --repair` rebuilds it" in failing.detail) == (f"{index} is complete", True)
    with pytest.raises(DatabaseError, match=f"no such table: {index}.*doctor --repair"), translate_errors():
        db.execute(f"select * from {index}")
    derived.rebuild(db)
    assert all(finding.ok for finding in examine(db))
    assert [row["text"] for row in db["claims"].search("rent")] == ["Rents rose by 12 percent in Ness"]
    db.close()


def test_doctor_names_a_search_index_that_sqlite_utils_made_anew_and_repair_makes_the_desks(desk, desk_path):
    add_claim(desk, NewClaim("Rents rose by 12 percent in Ness"), actor="ada")
    desk.close()
    made = ["enable-fts", str(desk_path), "claims", "text", "--create-triggers", "--replace"]
    assert CliRunner().invoke(sqlite_utils, made).exit_code == 0
    db = open_desk(desk_path)
    double, anew = [finding for finding in examine(db) if not finding.ok]
    assert "claims_ad into claims_fts and 2 more: `drop trigger" in double.detail
    assert anew.check == "claims_fts is complete"
    for name in ("ai", "ad", "au"):
        db.execute(f"drop trigger claims_{name}")
    derived.rebuild(db)
    assert all(finding.ok for finding in examine(db))
    assert [row["text"] for row in db["claims"].search("rent")] == ["Rents rose by 12 percent in Ness"]
    db.close()


def test_an_error_about_a_users_lost_search_index_does_not_suggest_repair(desk):
    desk.conn.executescript(
        "create virtual table my_fts using fts5 (body);"
        "create trigger t after insert on claims begin insert into my_fts values (new.text); end;"
        "drop table my_fts"
    )
    with pytest.raises(DatabaseError, match=r"my_fts: run `claimtrack doctor` to see"):
        add_claim(desk, NewClaim("Rents rose by 12 percent in Ness"), actor="ada")


@pytest.mark.parametrize("part", ["docsize", "config"])
def test_doctor_reports_a_search_index_that_cannot_be_read(desk, desk_path, part):
    desk.close()
    damage(desk_path, f"drop table notes_fts_{part}")
    db = open_desk(desk_path)
    failing = [finding for finding in examine(db) if not finding.ok]
    db.close()
    assert failing[-1].check == "every table can be read"
    assert "restore a backup" in failing[-1].detail


def test_a_dropped_unique_index_that_now_has_duplicates_is_reported_with_its_sql(desk_path):
    damage(
        desk_path,
        "drop index articles_once;"
        "insert into articles (source, text, text_sha256) values ('a', 'Rents rose.', printf('%064d', 1)), ('a', 'Rents rose.', printf('%064d', 1));",
    )
    with pytest.raises(DatabaseError, match=r"the index articles_once is missing .* \(CREATE UNIQUE INDEX"):
        create_or_migrate(desk_path)


LOST_INDEXES = ["articles_once", "publishers_one_desk"]


def test_doctor_names_dropped_indexes_and_init_recreates_them(desk_path):
    damage(desk_path, "".join(f"drop index {name};" for name in LOST_INDEXES))
    db = open_desk(desk_path)
    [failing] = [finding for finding in examine(db) if not finding.ok]
    db.close()
    assert (
        failing.detail
        == "missing or replaced: publishers_one_desk and 1 more: `claimtrack init` restores them"
    )
    db, _ = create_or_migrate(desk_path)
    assert all(finding.ok for finding in examine(db))
    assert set(LOST_INDEXES) <= {
        index.name for table in ("articles", "publishers") for index in db[table].indexes
    }
    db.close()


REPLACED = {
    # As with `sqlite-utils create-view --replace`; every list needs its columns.
    "claim_overview": "drop view claim_overview; create view claim_overview as select 1;",
    # As with `sqlite-utils create-trigger --replace`; nobody else signs a verdict then.
    "reviews_second_person": "drop trigger reviews_second_person;"
    "create trigger reviews_second_person before update on reviews begin select 1; end;",
}


@pytest.mark.parametrize("name", REPLACED)
def test_doctor_names_a_replaced_view_or_trigger_and_init_recreates_it(desk_path, name):
    damage(desk_path, REPLACED[name])
    db = open_desk(desk_path)
    details = [finding.detail for finding in examine(db) if not finding.ok]
    db.close()
    assert f"missing or replaced: {name}: `claimtrack init` restores them" in details
    db, _ = create_or_migrate(desk_path)
    assert all(finding.ok for finding in examine(db))
    db.close()
