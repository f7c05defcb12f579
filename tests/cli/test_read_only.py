"""A desk on a read-only disk can be read: separate processes under a real read-only mount."""

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
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.store.file.desk_file import DeskFile
from tests.desks import write_released

_MOUNTED = 'mount --bind "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'


def run_mounted(folder, *command, stdin=""):
    """Runs a command with the folder mounted read-only, in a namespace of its own."""
    whole = ["unshare", "--map-root-user", "--mount", "sh", "-c", _MOUNTED, str(folder), *map(str, command)]
    return subprocess.run(whole, capture_output=True, text=True, input=stdin)


@pytest.fixture
def shelf(tmp_path):
    """A folder to be mounted read-only; skips the test on machines that do not allow that."""
    folder = tmp_path / "shelf"
    folder.mkdir()
    if shutil.which("unshare") is None or run_mounted(folder, "true").returncode:
        pytest.skip("this machine does not let users mount a folder")
    return folder


@pytest.fixture
def run_on_desk(shelf, two_claims):
    """Runs a command on a desk of two claims that is mounted read-only."""
    shutil.copy(two_claims, shelf / "claims.db")
    return lambda *args, **kwargs: run_mounted(
        shelf, sys.executable, "-m", "claimtrack", "--db", shelf / "claims.db", *args, **kwargs
    )


# Runs the commands one after the other in a single process: starting it takes as long as all of them.
ALL = """
import json, sys
from click.testing import CliRunner
from claimtrack.cli import cli
desk, *commands = json.load(sys.stdin)
article = "Prices fell. Exports rose by 10 percent in 2023, Ada Miller said."
results = [CliRunner().invoke(cli, ["--db", desk, *command], input=article) for command in commands]
print(json.dumps([[result.exit_code, result.stdout, result.stderr] for result in results]))
"""


@pytest.fixture
def run_all(shelf, two_claims):
    """Runs commands on a desk of two claims that is mounted read-only; the exit code, data and messages of each."""
    shutil.copy(two_claims, shelf / "claims.db")

    def run_all(commands):
        result = run_mounted(
            shelf, sys.executable, "-c", ALL, stdin=json.dumps([str(shelf / "claims.db"), *commands])
        )
        assert result.returncode == 0, result.stderr
        assert [file.name for file in shelf.iterdir()] == ["claims.db"]
        return zip(commands, json.loads(result.stdout), strict=True)

    return run_all


READING = {
    ("match", "Prices fell.", "--format", "json"): '"claim_id": 1',
    ("list", "--format", "csv"): "Wages rose.",
    ("show", "2"): "Claim 2: Wages rose.",
    ("search", "wages"): "Wages rose.",
    ("history", "1"): "filed the claim",
    ("stats",): "claims",
    ("export", "csv"): "Prices fell.",
    ("export", "jsonl"): "Wages rose.",
    ("check", "-", "--format", "json"): '"claim_id": 1',
    ("ingest", "-", "--dry-run", "--format", "ndjson"): '"outcome": "repeats"',
    ("doctor",): "not checked: this needs write access to the desk",
}


def test_read_only_desk_can_be_read(run_all):
    for command, (code, data, talk) in run_all(list(READING)):
        assert (code, READING[command] in data) == (0, True), (command, talk)
        assert "is read-only: the file, its folder or the disk cannot be written to." in talk


WRITING = [
    ["add", "New words"],
    ["judge", "1", "2", "same"],
    ["note", "1", "A note"],
    ["status", "1", "checking"],
    ["ingest", "-"],
    ["init"],
]


def test_writing_to_a_read_only_desk_is_refused_in_one_line(run_all):
    refused = "Error: the desk is read-only: check that its file and folder can be written to\n"
    for command, (code, data, talk) in run_all(WRITING):
        assert (code, data, talk) == (1, "", refused), command


def test_upgrading_a_read_only_desk_is_refused_in_the_same_line(run_on_desk, shelf):
    (shelf / "claims.db").unlink()
    write_released(shelf / "claims.db")
    stderr = run_on_desk("init").stderr
    assert stderr == "Error: the desk is read-only: check that its file and folder can be written to\n"


def test_an_older_desk_on_a_disk_of_the_archive_is_to_be_copied(run_on_desk, shelf):
    """`init` there, which other desks need, only says that the desk is read-only."""
    (shelf / "claims.db").unlink()
    write_released(shelf / "claims.db")
    result = run_on_desk("list")
    assert result.returncode == 1
    assert (
        "older claimtrack and cannot be written to here: copy it to a folder where you can write"
        in result.stderr
    )
    assert "`claimtrack --db COPY init` on the copy" in result.stderr


def test_duplicates_shows_pairs_found_earlier_on_a_read_only_desk(run_on_desk, shelf):
    desk = open_desk(shelf / "claims.db")
    with write_transaction(desk, "ada"):
        matches.record_suggestions(desk, [(1, 2, Comparison(0.71, Suggestion.RELATED))], scorer="test")
    desk.close()
    result = run_on_desk("duplicates", "--format", "json")
    assert [(row["left_id"], row["right_id"], row["score"]) for row in json.loads(result.stdout)] == [
        (1, 2, 0.71)
    ]
    assert "The desk is read-only, so nothing was" in result.stderr
    assert result.returncode == 0


def test_copy_without_the_newest_changes_is_refused(shelf, two_claims, tmp_path):
    """The write-ahead log has the newest rows, and SQLite cannot read it there without its third file."""
    desk = open_desk(two_claims)
    with write_transaction(desk, "ada"):
        desk.execute("insert into claims (text) values ('Rents doubled.')")
    for name in ("claims.db", "claims.db-wal"):
        shutil.copy(Path(two_claims).with_name(name), shelf / name)
    desk.close()
    link = tmp_path / "link.db"  # its log is beside the file, not beside the link
    link.symlink_to(shelf / "claims.db")
    result = run_mounted(shelf, sys.executable, "-m", "claimtrack", "--db", link, "list")
    assert (result.returncode, result.stdout) == (1, "")
    assert (
        f"still in {shelf / 'claims.db-wal'}: copy both files to a folder where you can write"
        in result.stderr
    )


def test_desk_in_use_is_read_with_its_locks(run_on_desk, shelf):
    desk = open_desk(shelf / "claims.db")
    with write_transaction(desk, "ada"):
        desk.execute("insert into claims (text) values ('Rents doubled.')")
    assert "Rents doubled." in run_on_desk("list").stdout
    desk.close()


def test_desk_written_while_it_is_read_without_locks_must_be_read_again(desk_path, monkeypatch):
    monkeypatch.setattr(DeskFile, "is_only_read", lambda file: True)

    path = Path(desk_path)
    assert DeskFile(path).is_read_without_locks()
    with (
        pytest.raises(DatabaseError, match="run the command again"),
        DeskFile(path).refuse_concurrent_change(),
    ):
        sqlite3.connect(path).execute("pragma user_version = 1").connection.close()
