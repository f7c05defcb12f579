"""Connecting to a desk's file: journal mode and SQLite version."""

import sqlite3
import subprocess
import sys
import threading

import pytest

from claimtrack.core.errors import DatabaseError
from claimtrack.store.file.connecting import connect, enable_wal
from claimtrack.store.file.database import create_or_migrate


@pytest.mark.parametrize("lock", ["begin immediate", "begin exclusive"])
def test_enabling_wal_waits_for_another_writer_to_finish(tmp_path, lock):
    ours = connect(tmp_path / "new.db")
    theirs = sqlite3.connect(tmp_path / "new.db", isolation_level=None, check_same_thread=False)
    theirs.execute(lock)
    threading.Timer(0.2, theirs.execute, ["commit"]).start()
    enable_wal(ours)
    assert ours.execute("pragma journal_mode").fetchone()[0] == "wal"
    theirs.close()
    ours.close()


@pytest.mark.parametrize("version", [(3, 34, 1), (3, 37, 2)], ids=["RHEL 9", "Ubuntu 22.04"])
def test_no_desk_is_created_with_a_sqlite_that_is_too_old(tmp_path, monkeypatch, version):
    monkeypatch.setattr(sqlite3, "sqlite_version_info", version)
    monkeypatch.setattr(sqlite3, "sqlite_version", ".".join(map(str, version)))
    with pytest.raises(
        DatabaseError, match=rf"has SQLite {sqlite3.sqlite_version}, and a desk needs 3\.38 or newer"
    ):
        create_or_migrate(tmp_path / "claims.db")
    assert list(tmp_path.iterdir()) == []


ROW_OF_LONG_VALUES = """
import sqlite3, sys
from claimtrack.store.file import connecting
connecting.MAX_VALUE_BYTES = 1_000_000  # a hundredth, so that the test is quick
conn = sqlite3.connect(":memory:")
connecting.limit_memory(conn, connections=0)
try:
    conn.execute("select " + ", ".join(f"zeroblob({1_000_000 - number})" for number in range(12))).fetchone()
except MemoryError:
    sys.exit(7)
"""


def test_a_row_of_many_long_values_is_refused_before_it_fills_the_memory():
    assert subprocess.run([sys.executable, "-c", ROW_OF_LONG_VALUES], check=False).returncode == 7


MANY_CONNECTIONS = """
import sqlite3
from claimtrack.store.file import connecting
conn = sqlite3.connect(":memory:")
connecting.limit_memory(conn, connections=800)
print(conn.execute("pragma hard_heap_limit").fetchone()[0])
"""


def test_what_many_connections_need_is_not_taken_from_the_queries():
    """A class of 160 students on one server: SQLite parsed 800 schemas, of more than 2 MB each, and the server did not start."""
    limit = subprocess.check_output([sys.executable, "-c", MANY_CONNECTIONS])
    assert int(limit) == 1_000_000_000 + 800 * 5_000_000
