"""Making a desk, and bringing an older one up to date with a copy kept."""

import shutil
import sqlite3

import pytest

from claimtrack.core.errors import InvalidValue, MigrationFailed
from claimtrack.resources import resource
from claimtrack.store.file import schema_files
from claimtrack.store.file.database import copy_before, open_desk, write_transaction
from claimtrack.store.reviews import publishers
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.setup import init_desk, name_desk


@pytest.fixture
def next_version(tmp_path, monkeypatch):
    """Makes a new migration known to the code."""

    def add(script):
        folder = shutil.copytree(resource("schema"), tmp_path / "schema", dirs_exist_ok=True)
        (folder / "0999_next.sql").write_text(script)
        monkeypatch.setattr(schema_files, "resource", lambda name: {"schema": folder}[name])

    return add


@pytest.fixture
def used(desk_path):
    with sqlite3.connect(desk_path) as conn:
        conn.execute("insert into claims (text) values ('Prices fell.')")
    conn.close()
    return desk_path


def test_before_an_upgrade_a_copy_is_kept_that_the_older_code_opens(used, next_version, monkeypatch):
    next_version("alter table claims add column fresh text")
    assert init_desk(used, actor="ada") == ["0999_next.sql"]
    monkeypatch.undo()
    kept = open_desk(copy_before(used, ["0999_next.sql"]))
    assert [row["text"] for row in kept["claims"].rows] == ["Prices fell."]
    kept.close()


def test_an_upgrade_that_fails_and_is_tried_again_keeps_the_first_copy(used, next_version):
    next_version("create table claims (id integer)")
    for _ in range(2):
        with pytest.raises(MigrationFailed):
            init_desk(used, actor="ada")
    assert copy_before(used, ["0999_next.sql"]).name == "claims.db.before-0999_next"
    assert copy_before(used, ["0999_next.sql"]).exists()


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
    assert publishers.desk(other)[1] == "The Courier"
    assert [(row["name"], row["is_desk"]) for row in other["publishers"].rows] == [
        ("Other", 0),
        ("The Courier", 1),
    ]


def test_a_desk_with_reviews_of_its_own_becomes_no_other_publisher(other):
    add_claim(other, NewClaim("Prices fell by 4 percent in the last year"), actor="ada")
    with write_transaction(other, "ada"):
        own = publishers.desk(other)[0]
        other.execute("insert into reviews (claim_id, publisher_id) values (1, ?)", [own])
    with pytest.raises(InvalidValue, match="choose another name"):
        name_desk(other, "The Courier", actor="ada")
    assert publishers.desk(other)[1] == "Other"
