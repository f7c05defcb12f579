"""Scratch copies of a desk: what is written to them never reaches the desk. And backups, which a power cut does not take away."""

import os
import sqlite3
import stat
from contextlib import closing
from threading import Timer

import pytest

from claimtrack.core.errors import DatabaseLocked
from claimtrack.store import claims
from claimtrack.store.file.copying import backup, scratch_copy
from claimtrack.store.file.database import open_desk, write_transaction


def test_writing_to_a_scratch_copy_leaves_the_desk_unchanged(desk):
    claims.add(desk, "Prices fell.")
    with closing(scratch_copy(desk).conn) as conn:
        conn.execute("delete from claims")
        assert conn.execute("select count(*) from claims").fetchone() == (0,)
    assert claims.get(desk, 1).text == "Prices fell."


def test_a_scratch_copy_has_the_triggers_and_records_history(desk):
    with closing(scratch_copy(desk).conn) as conn:
        conn.execute("insert into claims (text) values ('Wages rose.')")
        entries = conn.execute("select table_name, operation from history").fetchall()
    assert entries == [("claims", "insert")]


def test_a_scratch_copy_can_be_made_while_another_program_writes(desk, desk_path):
    with closing(open_desk(desk_path)) as other, write_transaction(other, "bo"):
        claims.add(other, "Rents rose.")
        copy = scratch_copy(desk)
        with write_transaction(copy, "ada"):
            assert claims.add(copy, "Wages rose.") == 1  # the uncommitted claim is not in the copy
        copy.close()
    assert claims.get(desk, 1).text == "Rents rose."


def test_copying_a_locked_desk_gives_up_after_the_timeout(desk, desk_path):
    """A restored backup is not in WAL mode, so a large write locks readers out."""
    desk.execute("pragma journal_mode = delete")
    desk.execute("pragma busy_timeout = 100")
    with closing(sqlite3.connect(desk_path, isolation_level=None, check_same_thread=False)) as other:
        other.execute("begin exclusive")
        unlock = Timer(3, other.execute, ["rollback"])
        unlock.start()
        with pytest.raises(DatabaseLocked):
            scratch_copy(desk)
        assert unlock.is_alive()
        unlock.cancel()
        other.execute("rollback")
    assert not desk.conn.in_transaction
    scratch_copy(desk).close()
    assert not desk.conn.in_transaction


@pytest.mark.skipif(os.name == "nt", reason="Windows opens no folders")
def test_a_backup_and_its_name_are_on_the_disk_before_it_is_reported(desk, tmp_path, monkeypatch):
    written = []
    fsync = os.fsync
    monkeypatch.setattr(
        os,
        "fsync",
        lambda handle: written.append(stat.S_ISDIR(os.fstat(handle).st_mode)) or fsync(handle),
    )
    backup(desk, tmp_path / "backup.db")
    assert written == [False, True]
