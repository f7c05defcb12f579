"""Making a desk, and bringing an older one up to date with a copy kept."""

import shutil
import sqlite3

import pytest

from claimtrack.core.errors import MigrationFailed
from claimtrack.resources import resource
from claimtrack.store import schema_files
from claimtrack.store.database import copy_before, open_desk
from claimtrack.workflow.setup import init_desk


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
