"""The connection to a desk's file."""

import sqlite3
import threading

import pytest

from claimtrack.store.file.connecting import connect, keep_log


@pytest.mark.parametrize("lock", ["begin immediate", "begin exclusive"])
def test_a_new_file_gets_its_log_when_whoever_writes_is_done(tmp_path, lock):
    ours = connect(tmp_path / "new.db")
    theirs = sqlite3.connect(tmp_path / "new.db", isolation_level=None, check_same_thread=False)
    theirs.execute(lock)
    threading.Timer(0.2, theirs.execute, ["commit"]).start()
    keep_log(ours)
    assert ours.execute("pragma journal_mode").fetchone()[0] == "wal"
    theirs.close()
    ours.close()
