"""Creating a desk, upgrading an older one with a backup, and naming it."""

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
def add_migration(schema):
    """Adds a migration to the schema."""
    return lambda script: (schema / "0999_next.sql").write_text(script)


@pytest.fixture
def desk_with_claim(desk_path):
    with sqlite3.connect(desk_path) as conn:
        conn.execute("insert into claims (text) values ('Prices fell.')")
    conn.close()
    return desk_path


def texts_of(path):
    db = open_desk(path)
    texts = [row["text"] for row in db["claims"].rows]
    db.close()
    return texts


def test_an_upgrade_keeps_a_backup_that_older_code_can_open(desk_with_claim, add_migration, monkeypatch):
    add_migration("alter table claims add column fresh text")
    upgrade = init_desk(desk_with_claim, actor="ada")
    assert upgrade.migrations == ["0999_next.sql"]
    assert upgrade.copy.name == "claims.db.before-0999_next"
    monkeypatch.undo()
    assert texts_of(upgrade.copy) == ["Prices fell."]


def test_upgrading_a_restored_and_edited_backup_keeps_a_second_backup(
    desk_with_claim, add_migration, monkeypatch
):
    add_migration("alter table claims add column fresh text")
    first = init_desk(desk_with_claim, actor="ada").copy
    shutil.copy(first, desk_with_claim)
    with sqlite3.connect(desk_with_claim) as conn:
        conn.execute("insert into claims (text) values ('Wages rose.')")
    conn.close()
    second = init_desk(desk_with_claim, actor="ada").copy
    assert second.name == "claims.db.before-0999_next-2"
    monkeypatch.undo()
    assert texts_of(first) == ["Prices fell."]
    assert texts_of(second) == ["Prices fell.", "Wages rose."]


def test_an_unfinished_backup_is_removed_rather_than_kept(desk_with_claim, add_migration, monkeypatch):
    unfinished = [
        Path(f"{desk_with_claim}.before-0999_next.0a1b2c3d.unfinished{end}") for end in ("", "-journal")
    ]
    for path in unfinished:
        path.write_bytes(b"SQLite")
    add_migration("alter table claims add column fresh text")
    copy = init_desk(desk_with_claim, actor="ada").copy
    assert not any(path.exists() for path in unfinished)
    monkeypatch.undo()
    assert texts_of(copy) == ["Prices fell."]


FAILING_MIGRATIONS = [
    "insert into claims (text) values (null)",
    # Fails only at commit, as a full disk may.
    "create table late (id integer references claims (id) deferrable initially deferred);\ninsert into late values (999);",
]


@pytest.mark.parametrize("script", FAILING_MIGRATIONS)
def test_a_failing_upgrade_leaves_no_backup(desk_with_claim, add_migration, tmp_path, script):
    add_migration(script)
    with pytest.raises((MigrationFailed, InvalidValue)):
        init_desk(desk_with_claim, actor="ada")
    assert not list(tmp_path.glob("*before*"))


@pytest.mark.skipif(os.name == "nt", reason="Windows has other file permissions")
def test_a_backup_has_the_permissions_of_the_desk(desk_with_claim, add_migration):
    Path(desk_with_claim).chmod(0o640)
    add_migration("alter table claims add column fresh text")
    assert stat.S_IMODE(init_desk(desk_with_claim, actor="ada").copy.stat().st_mode) == 0o640


def test_no_backup_is_made_without_an_upgrade(desk_with_claim, tmp_path):
    init_desk(desk_with_claim, actor="ada")
    init_desk(tmp_path / "new.db", actor="ada")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["claims.db", "new.db"]


@pytest.fixture
def desk_with_publisher(desk):
    """A desk called "Other" that also has the publisher of imported reviews."""
    name_desk(desk, "Other", actor="ada")
    publishers.get_or_add(desk, "The Courier")
    return desk


def test_a_desk_can_take_the_name_of_a_publisher_it_imported(desk_with_publisher):
    name_desk(desk_with_publisher, "the courier", actor="ada")
    name_desk(desk_with_publisher, "The Courier", actor="ada")
    assert publishers.find_desk(desk_with_publisher)[1] == "The Courier"
    assert [(row["name"], row["is_desk"]) for row in desk_with_publisher["publishers"].rows] == [
        ("Other", 0),
        ("The Courier", 1),
    ]


def test_a_desk_with_its_own_reviews_cannot_take_another_publishers_name(desk_with_publisher):
    add_claim(desk_with_publisher, NewClaim("Prices fell by 4 percent in the last year"), actor="ada")
    with write_transaction(desk_with_publisher, "ada"):
        own_id = publishers.find_desk(desk_with_publisher)[0]
        desk_with_publisher.execute("insert into reviews (claim_id, publisher_id) values (1, ?)", [own_id])
    with pytest.raises(InvalidValue, match="choose another name"):
        name_desk(desk_with_publisher, "The Courier", actor="ada")
    assert publishers.find_desk(desk_with_publisher)[1] == "Other"
