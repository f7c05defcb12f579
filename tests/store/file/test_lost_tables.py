"""A table that somebody dropped: `doctor` and `init` say which, and which copy has it. A dropped index is made anew."""

import sqlite3

import pytest

from claimtrack.core.errors import DatabaseError
from claimtrack.store.file import copying
from claimtrack.store.file.checks import examine
from claimtrack.store.file.database import create_or_migrate, open_desk, write_transaction
from claimtrack.store.file.errors import translate_errors
from claimtrack.store.file.schema_files import TEXT_INDEXES
from claimtrack.store.index import derived
from claimtrack.workflow.adding import NewClaim, add_claim

LOST = [
    ("drop table tags", "the table tags is gone: rename it back if it was renamed, or"),
    # The search index reads it: SQLite said "SQL logic error".
    ("drop table notes", "the table notes is gone: rename it back if it was renamed, or"),
    # No trigger stands on it, so every rule is in place.
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


def lose(path, script):
    conn = sqlite3.connect(path)
    conn.executescript(f"pragma legacy_alter_table = on; pragma writable_schema = on; {script}")
    conn.close()


@pytest.mark.parametrize(("script", "told"), LOST)
def test_what_is_gone_is_told_with_the_remedy(desk_path, script, told):
    lose(desk_path, script)
    db = open_desk(desk_path)
    failing = [one for one in examine(db) if not one.ok]
    db.close()
    assert [one.check for one in failing] == ["every table is there"]
    assert failing[0].detail == f"{told} restore a backup"
    with pytest.raises(DatabaseError, match=f"{told} restore a backup; nothing was changed"):
        create_or_migrate(desk_path)


def test_the_newest_copy_that_has_it_is_named(desk, desk_path, tmp_path):
    copying.backup(desk, tmp_path / "claims-monday.db")
    copying.backup(desk, tmp_path / "claims.db.before-0014_withdrawals")
    desk.close()
    lose(desk_path, "drop table tags")
    # Newer, but no remedy: one lacks the table too, the others are no desk, or another's.
    (tmp_path / "claims-tuesday.db").write_bytes((tmp_path / "claims.db").read_bytes())
    (tmp_path / "claims.csv").write_text("a,b\n")
    (tmp_path / "zoo.db").write_bytes((tmp_path / "claims-monday.db").read_bytes())
    db = open_desk(desk_path)
    [told] = [one.detail for one in examine(db) if not one.ok]
    db.close()
    assert told.endswith(f"The newest beside the file is {tmp_path / 'claims.db.before-0014_withdrawals'}")
    assert not list(tmp_path.glob("*-shm"))


def test_other_commands_point_to_doctor(desk):
    with pytest.raises(DatabaseError, match="`claimtrack doctor`"), write_transaction(desk, "ada"):
        desk.execute("drop table tags")
        desk.execute("select * from tags")


def test_a_table_that_repair_makes_is_no_reason_to_restore(desk):
    desk.execute("drop table match_terms")
    assert [one.check for one in examine(desk) if not one.ok] == ["the match index is whole"]


@pytest.mark.parametrize("index", TEXT_INDEXES)
@pytest.mark.parametrize(
    "left",
    [
        pytest.param("", id="`sqlite-utils disable-fts` leaves nothing of it"),
        pytest.param(
            "create table {0}_data (id integer primary key, block); create table {0}_config (k primary key, v);",
            id="a text read back without virtual tables leaves where it was kept",
        ),
    ],
)
def test_a_search_index_that_is_gone_is_made_anew(desk, desk_path, index, left):
    add_claim(desk, NewClaim("Rents rose by 12 percent in Ness"), actor="ada")
    desk.close()
    lose(desk_path, f"drop table {index}; {left.format(index)}")
    db = open_desk(desk_path)
    [failing] = [one for one in examine(db) if not one.ok]
    assert (failing.check, "doctor --repair` rebuilds it" in failing.detail) == (f"{index} is complete", True)
    with pytest.raises(DatabaseError, match=f"no such table: {index}.*doctor --repair"), translate_errors():
        db.execute(f"select * from {index}")
    derived.rebuild(db)
    assert all(one.ok for one in examine(db))
    assert [row["text"] for row in db["claims"].search("rent")] == ["Rents rose by 12 percent in Ness"]
    db.close()


def test_a_search_index_of_ones_own_that_is_gone_is_not_told_to_be_made_anew(desk):
    desk.conn.executescript(
        "create virtual table my_fts using fts5 (body);"
        "create trigger t after insert on claims begin insert into my_fts values (new.text); end;"
        "drop table my_fts"
    )
    with pytest.raises(DatabaseError, match=r"my_fts: run `claimtrack doctor` to see"):
        add_claim(desk, NewClaim("Rents rose by 12 percent in Ness"), actor="ada")


@pytest.mark.parametrize("part", ["docsize", "config"])
def test_doctor_ends_well_where_a_search_index_cannot_be_read(desk, desk_path, part):
    desk.close()
    lose(desk_path, f"drop table notes_fts_{part}")
    db = open_desk(desk_path)
    failing = [one for one in examine(db) if not one.ok]
    db.close()
    assert failing[-1].check == "every table can be read"
    assert "restore a backup" in failing[-1].detail


def test_a_dropped_index_whose_rows_stand_twice_by_now_is_told_with_what_it_keeps_apart(desk_path):
    lose(
        desk_path,
        "drop index articles_once;"
        "insert into articles (source, text, text_sha256) values ('a', 'Rents rose.', printf('%064d', 1)), ('a', 'Rents rose.', printf('%064d', 1));",
    )
    with pytest.raises(DatabaseError, match=r"the index articles_once is missing .* \(CREATE UNIQUE INDEX"):
        create_or_migrate(desk_path)


LOST_INDEXES = ["articles_once", "publishers_one_desk"]


def test_doctor_names_a_dropped_index_and_init_makes_it_anew(desk_path):
    lose(desk_path, "".join(f"drop index {name};" for name in LOST_INDEXES))
    db = open_desk(desk_path)
    [failing] = [one for one in examine(db) if not one.ok]
    db.close()
    assert failing.detail == "missing: publishers_one_desk and 1 more: `claimtrack init` restores them"
    db, _ = create_or_migrate(desk_path)
    assert all(one.ok for one in examine(db))
    assert set(LOST_INDEXES) <= {
        index.name for table in ("articles", "publishers") for index in db[table].indexes
    }
    db.close()
