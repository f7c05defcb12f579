"""Making a desk, and bringing an older one up to date with a copy kept."""

import os
import shutil
import sqlite3
import stat
from pathlib import Path

import pytest

from claimtrack.core.errors import InvalidValue, MigrationFailed
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.store.reviews import publishers
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.setup import init_desk, name_desk


@pytest.fixture
def next_version(schema):
    """Makes a new migration known to the code."""
    return lambda script: (schema / "0999_next.sql").write_text(script)


@pytest.fixture
def used(desk_path):
    with sqlite3.connect(desk_path) as conn:
        conn.execute("insert into claims (text) values ('Prices fell.')")
    conn.close()
    return desk_path


def texts_of(path):
    db = open_desk(path)
    texts = [row["text"] for row in db["claims"].rows]
    db.close()
    return texts


def test_before_an_upgrade_a_copy_is_kept_that_the_older_code_opens(used, next_version, monkeypatch):
    next_version("alter table claims add column fresh text")
    upgrade = init_desk(used, actor="ada")
    assert upgrade.migrations == ["0999_next.sql"]
    assert upgrade.copy.name == "claims.db.before-0999_next"
    monkeypatch.undo()
    assert texts_of(upgrade.copy) == ["Prices fell."]


def test_who_gave_the_copy_back_and_worked_on_gets_another_copy_at_the_next_upgrade(
    used, next_version, monkeypatch
):
    next_version("alter table claims add column fresh text")
    first = init_desk(used, actor="ada").copy
    shutil.copy(first, used)
    with sqlite3.connect(used) as conn:
        conn.execute("insert into claims (text) values ('Wages rose.')")
    conn.close()
    second = init_desk(used, actor="ada").copy
    assert second.name == "claims.db.before-0999_next-2"
    monkeypatch.undo()
    assert texts_of(first) == ["Prices fell."]
    assert texts_of(second) == ["Prices fell.", "Wages rose."]


def test_half_a_copy_that_a_power_cut_left_is_not_taken_for_one(used, next_version, monkeypatch):
    halves = [Path(f"{used}.before-0999_next.0a1b2c3d.unfinished{end}") for end in ("", "-journal")]
    for half in halves:
        half.write_bytes(b"SQLite")
    next_version("alter table claims add column fresh text")
    copy = init_desk(used, actor="ada").copy
    assert not any(half.exists() for half in halves)
    monkeypatch.undo()
    assert texts_of(copy) == ["Prices fell."]


FAILING = [
    "insert into claims (text) values (null)",
    # Found out only when all is to be written, as a full disk may be.
    "create table late (id integer references claims (id) deferrable initially deferred);\ninsert into late values (999);",
]


@pytest.mark.parametrize("script", FAILING)
def test_an_upgrade_that_fails_leaves_no_copy_behind(used, next_version, tmp_path, script):
    next_version(script)
    with pytest.raises((MigrationFailed, InvalidValue)):
        init_desk(used, actor="ada")
    assert not list(tmp_path.glob("*before*"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has other rights")
def test_who_may_not_read_the_desk_may_not_read_its_copy(used, next_version):
    Path(used).chmod(0o640)
    next_version("alter table claims add column fresh text")
    assert stat.S_IMODE(init_desk(used, actor="ada").copy.stat().st_mode) == 0o640


def test_no_copy_is_made_where_nothing_is_upgraded(used, tmp_path):
    init_desk(used, actor="ada")
    init_desk(tmp_path / "new.db", actor="ada")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["claims.db", "new.db"]


@pytest.fixture
def other(desk):
    """A desk called "Other" that holds the publisher of reviews that were imported."""
    name_desk(desk, "Other", actor="ada")
    publishers.get_or_add(desk, "The Courier")
    return desk


def test_a_desk_becomes_the_publisher_whose_reviews_it_holds(other):
    name_desk(other, "the courier", actor="ada")
    name_desk(other, "The Courier", actor="ada")
    assert publishers.find_desk(other)[1] == "The Courier"
    assert [(row["name"], row["is_desk"]) for row in other["publishers"].rows] == [
        ("Other", 0),
        ("The Courier", 1),
    ]


def test_a_desk_with_reviews_of_its_own_becomes_no_other_publisher(other):
    add_claim(other, NewClaim("Prices fell by 4 percent in the last year"), actor="ada")
    with write_transaction(other, "ada"):
        own = publishers.find_desk(other)[0]
        other.execute("insert into reviews (claim_id, publisher_id) values (1, ?)", [own])
    with pytest.raises(InvalidValue, match="choose another name"):
        name_desk(other, "The Courier", actor="ada")
    assert publishers.find_desk(other)[1] == "Other"
