"""A desk's file and its log on the disk: no file is opened with the log of another, and to look at one ends no locks."""

import shutil
import sqlite3
import sys
from contextlib import ExitStack, closing
from pathlib import PurePosixPath, PureWindowsPath

import pytest

from claimtrack.core.errors import DatabaseError
from claimtrack.store import claims
from claimtrack.store.file import desk_file
from claimtrack.store.file.connecting import connect
from claimtrack.store.file.copying import backup
from claimtrack.store.file.database import create_or_migrate, open_desk, write_transaction
from claimtrack.store.file.desk_file import DeskFile
from claimtrack.store.file.desk_file import _file_uri as file_uri
from tests.desks import use_elsewhere
from tests.tables import each_row


@pytest.mark.parametrize("replace", [shutil.move, shutil.copy], ids=["moved over it", "copied into it"])
def test_a_backup_that_replaces_a_desk_in_use_opens_once_the_old_log_is_gone(
    desk, desk_path, tmp_path, replace
):
    with write_transaction(desk, None):
        claims.add(desk, "Rents rose")
    backup(desk, tmp_path / "backup.db")
    content = (tmp_path / "backup.db").read_bytes()
    with write_transaction(desk, None):
        claims.add(desk, "Rents fell")
    replace(tmp_path / "backup.db", desk_path)
    with pytest.raises(DatabaseError, match=r"claims\.db-wal was written for another file"):
        open_desk(desk_path)
    assert desk_path.read_bytes() == content
    for end in ("-wal", "-shm"):
        desk_path.with_name(desk_path.name + end).rename(tmp_path / f"aside.db{end}")
    with closing(open_desk(desk_path)) as db:
        assert [row["text"] for row in db.table("claims").rows] == ["Rents rose"]


@each_row("sql", ["vacuum", "pragma wal_checkpoint(full)", "pragma wal_checkpoint(truncate)"])
def test_a_desk_in_use_still_opens_after_vacuum_or_checkpoint(desk, desk_path, sql):
    with closing(sqlite3.connect(desk_path, isolation_level=None)) as conn:
        conn.execute(sql)
    open_desk(desk_path).close()


def test_a_backup_restored_through_sqlite_opens(desk, desk_path, tmp_path):
    backup(desk, tmp_path / "backup.db")
    with closing(sqlite3.connect(tmp_path / "backup.db")) as old, closing(sqlite3.connect(desk_path)) as conn:
        old.backup(conn)
    assert desk_path.with_name(f"{desk_path.name}-wal").stat().st_size
    open_desk(desk_path).close()


@pytest.mark.skipif(sys.platform == "win32", reason="links need a right there")
def test_a_link_has_the_log_of_the_desk_that_it_leads_to(desk, desk_path, tmp_path):
    (tmp_path / "folder").mkdir()
    link = tmp_path / "folder/link.db"
    link.symlink_to(desk_path)
    with write_transaction(desk, None):
        claims.add(desk, "Rents rose")
    log = DeskFile(desk_path).log
    assert DeskFile(link).log == log
    assert DeskFile(link).has_log()
    desk.close()
    log.write_bytes(b"of another file")  # left behind by a desk that was moved
    desk_path.rename(tmp_path / "elsewhere.db")
    with pytest.raises(DatabaseError, match="has the latest changes of a desk"):
        DeskFile(link).refuse_foreign_log()


@pytest.mark.skipif(sys.platform == "win32", reason="the log is not inspected on Windows")
def test_inspecting_a_file_keeps_the_locks_on_it(desk, desk_path):
    """Otherwise another program would think it is the last one and remove the log of a desk in use."""
    with write_transaction(desk, None):
        claims.add(desk, "Rents rose")
    connect(desk_path).close()
    use_elsewhere(desk_path)
    assert desk_path.with_name(f"{desk_path.name}-wal").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="the log is not inspected on Windows")
def test_inspecting_many_files_keeps_the_locks_on_each(tmp_path, monkeypatch):
    """With 64 handles in use, that of the oldest desk was closed, and the next command beside the server deleted that desk's log."""
    monkeypatch.setattr(desk_file, "_handles", {})
    monkeypatch.setattr(desk_file, "_MAX_HANDLES", 2)
    with ExitStack() as desks:
        for path in [tmp_path / f"{number}.db" for number in range(4)]:
            db = desks.enter_context(closing(create_or_migrate(path)[0]))
            with write_transaction(db, None):
                claims.add(db, "Rents rose")
            DeskFile(path).is_in_log_mode()
        for path in sorted(tmp_path.glob("*.db")):
            use_elsewhere(path)
            assert path.with_name(f"{path.name}-wal").exists()


@pytest.mark.skipif(sys.platform == "win32", reason="the log is not inspected on Windows")
def test_only_a_few_file_handles_stay_open(tmp_path, monkeypatch):
    monkeypatch.setattr(desk_file, "_handles", {})
    monkeypatch.setattr(desk_file, "_MAX_HANDLES", 2)
    for number in range(4):
        for end in ("", "-wal"):
            (tmp_path / f"{number}.db{end}").write_bytes(bytes(18) + b"\x01\x01")
        assert DeskFile(tmp_path / f"{number}.db").is_in_log_mode() is (False if number < 2 else None)
    assert len(desk_file._handles) == 2
    for number in (0, 1):
        (tmp_path / f"{number}.db").unlink()
    assert DeskFile(tmp_path / "3.db").is_in_log_mode() is False
    assert len(desk_file._handles) == 1


@each_row(
    "path, uri",
    [
        (PurePosixPath("/home/ada/a b.db"), "file:///home/ada/a%20b.db"),
        (PureWindowsPath(r"C:\desks\a#b.db"), "file:///C:/desks/a%23b.db"),
        (PureWindowsPath(r"\\server\news\claims.db"), "file:////server/news/claims.db"),
    ],
)
def test_the_file_uri_has_no_host(path, uri):
    assert file_uri(path) == uri
    with pytest.raises(sqlite3.OperationalError, match="unable to open"):  # and not: invalid uri authority
        sqlite3.connect(f"{uri}/nowhere?mode=ro", uri=True)
