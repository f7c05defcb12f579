"""A desk on a disk that is mounted read-only: it can be read, by real processes under a real mount."""

import json
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from claimtrack.core.errors import DatabaseError
from claimtrack.core.model import Comparison, Suggestion
from claimtrack.store import matches
from claimtrack.store.file.connecting import is_read_without_locks, refuse_concurrent_change
from claimtrack.store.file.database import open_desk, write_transaction
from tests.desks import write_released

_MOUNTED = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'


def mounted(folder, *command, stdin=""):
    """Runs the command where the folder is mounted read-only, in a name space of its own."""
    whole = ["unshare", "--map-root-user", "--mount", "sh", "-c", _MOUNTED, str(folder), *map(str, command)]
    return subprocess.run(whole, capture_output=True, text=True, input=stdin)


@pytest.fixture
def shelf(tmp_path):
    """A folder for what will be mounted read-only. Skips where this machine lets nobody mount."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    if shutil.which("unshare") is None or mounted(folder, "true").returncode:
        pytest.skip("this machine lets nobody mount a folder of their own")
    return folder


@pytest.fixture
def reads(shelf, two_claims):
    """Runs a command on a desk of two claims that is mounted read-only."""
    shutil.copy(two_claims, shelf / "claims.db")
    return lambda *args, **given: mounted(
        shelf, sys.executable, "-m", "claimtrack", "--db", shelf / "claims.db", *args, **given
    )


# Runs commands one after the other, in one process: each start takes as long as all of them.
ALL = """
import json, sys
from click.testing import CliRunner
from claimtrack.cli import cli
desk, *commands = json.load(sys.stdin)
article = "Exports rose by 10 percent in 2023, Ada Miller said."
ended = [CliRunner().invoke(cli, ["--db", desk, *command], input=article) for command in commands]
print(json.dumps([[one.exit_code, one.stdout, one.stderr] for one in ended]))
"""


@pytest.fixture
def ended(shelf, two_claims):
    """How commands end on a desk of two claims that is mounted read-only: of each its exit code, data and messages."""
    shutil.copy(two_claims, shelf / "claims.db")

    def ended(commands):
        done = mounted(
            shelf, sys.executable, "-c", ALL, stdin=json.dumps([str(shelf / "claims.db"), *commands])
        )
        assert done.returncode == 0, done.stderr
        assert [file.name for file in shelf.iterdir()] == ["claims.db"]
        return zip(commands, json.loads(done.stdout), strict=True)

    return ended


READING = {
    ("match", "Prices fell.", "--format", "json"): '"claim_id": 1',
    ("list", "--format", "csv"): "Wages rose.",
    ("show", "2"): "Claim 2: Wages rose.",
    ("search", "wages"): "Wages rose.",
    ("history", "1"): "insert",
    ("stats",): "claims",
    ("export", "csv"): "Prices fell.",
    ("export", "jsonl"): "Wages rose.",
    ("doctor",): "not checked: this needs write access to the desk",
}


def test_whoever_may_not_write_the_desk_can_read_it(ended):
    for command, (code, data, talk) in ended(list(READING)):
        assert (code, READING[command] in data) == (0, True), (command, talk)
        assert "is read-only: the file, its folder or the disk cannot be written to." in talk


def test_a_draft_is_checked_against_a_desk_that_can_only_be_read(reads, tmp_path):
    draft = tmp_path / "draft.txt"
    draft.write_text("Prices fell. The council met on Monday.")
    assert json.loads(reads("check", draft, "--format", "json").stdout)[0]["claim_id"] == 1


def test_what_ingest_would_file_is_told_of_a_desk_that_can_only_be_read(reads):
    told = reads(
        "ingest", "-", "--dry-run", "--format", "json", stdin="Prices fell. Wages rose by 5 percent."
    )
    assert [(row["outcome"], row["claim_id"]) for row in json.loads(told.stdout)] == [
        ("repeats", 1), ("new", None),
    ], told.stderr  # fmt: skip


WRITING = [
    ["add", "New words"],
    ["judge", "1", "2", "same"],
    ["note", "1", "A note"],
    ["status", "1", "checking"],
    ["ingest", "-"],
    ["init"],
]


def test_writing_to_it_is_refused_in_one_line(ended):
    refused = "Error: the desk is read-only: check that its file and folder can be written to\n"
    for command, (code, data, talk) in ended(WRITING):
        assert (code, data, talk) == (1, "", refused), command


def test_to_upgrade_it_is_refused_in_the_same_line(reads, shelf):
    (shelf / "claims.db").unlink()
    write_released(shelf / "claims.db")
    told = reads("init").stderr
    assert told == "Error: the desk is read-only: check that its file and folder can be written to\n"


def test_the_pairs_that_were_found_before_are_shown(reads, shelf):
    desk = open_desk(shelf / "claims.db")
    with write_transaction(desk, "ada"):
        matches.record_suggestions(desk, [(1, 2, Comparison(0.71, Suggestion.RELATED))], scorer="test")
    desk.close()
    done = reads("duplicates", "--format", "json")
    assert [(row["left_id"], row["right_id"], row["score"]) for row in json.loads(done.stdout)] == [
        (1, 2, 0.71)
    ]
    assert "The desk is read-only, so nothing was" in done.stderr
    assert done.returncode == 0


def test_a_copy_that_lacks_what_was_written_last_is_not_read_as_if_it_were_whole(reads, shelf, two_claims):
    """The log holds the newest rows; without the third file beside it SQLite cannot read it there."""
    desk = open_desk(two_claims)
    with write_transaction(desk, "ada"):
        desk.execute("insert into claims (text) values ('Rents doubled.')")
    for name in ("claims.db", "claims.db-wal"):
        shutil.copy(Path(two_claims).with_name(name), shelf / name)
    desk.close()
    done = reads("list")
    assert (done.returncode, done.stdout) == (1, "")
    assert "copy both files to a folder where you can write" in done.stderr


def test_what_a_desk_in_use_holds_is_read_with_its_locks(reads, shelf):
    desk = open_desk(shelf / "claims.db")
    with write_transaction(desk, "ada"):
        desk.execute("insert into claims (text) values ('Rents doubled.')")
    assert "Rents doubled." in reads("list").stdout
    desk.close()


def test_a_desk_that_is_written_while_it_is_read_without_locks_is_read_again(desk_path, monkeypatch):
    monkeypatch.setattr("claimtrack.store.file.connecting.is_only_read", lambda path: True)

    path = Path(desk_path)
    assert is_read_without_locks(path)
    with pytest.raises(DatabaseError, match="run the command again"), refuse_concurrent_change(path):
        sqlite3.connect(path).execute("pragma user_version = 1").connection.close()
