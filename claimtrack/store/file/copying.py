"""Consistent copies of a desk: backups by a user, those made before an upgrade, and copies to try things on."""

from __future__ import annotations

import glob
import os
import sqlite3
import stat
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from itertools import count
from pathlib import Path
from secrets import token_hex

from sqlite_utils import Database

from claimtrack.core.errors import DatabaseError
from claimtrack.store.file.connecting import connect, file_of, prepare
from claimtrack.store.file.desk_file import DeskFile
from claimtrack.store.file.errors import READ_ONLY, translate_errors
from claimtrack.store.file.leftovers import delete_unfinished_copies


def backup(db: Database, target: str | Path, *, like: Path | None = None) -> None:
    """Write a complete, compact copy, safely while others write. Never overwrites a file or leaves an incomplete one.

    The copy has the permissions of the desk's file, or of the one that it is to be `like`. Raises DatabaseError if the target exists or cannot be written, or
    the disk is full.
    """
    target = Path(target)
    half = target.with_name(f"{target.name}.{token_hex(4)}.unfinished")  # two may write one copy at once
    try:
        if target.exists():
            raise _exists_error(target)
        delete_unfinished_copies(target.parent)
        half.touch(mode=0o600, exist_ok=False)  # VACUUM INTO takes an empty file
    except FileNotFoundError as error:
        raise DatabaseError(f"the folder {target.parent} does not exist: create it first") from error
    except OSError as error:
        raise DatabaseError(f"cannot write {target}: {error.strerror}. Choose another place") from error
    try:
        with translate_errors(writing=target):
            db.execute("vacuum into ?", [str(half)])
        with half.open("rb+") as file:
            os.fsync(file.fileno())
        _copy_permissions(like or file_of(db), half)  # only now: that may be read-only
        _move_into_place(half, target)
        _write_out(target.parent)
    finally:
        half.unlink(missing_ok=True)


def backup_before_migration(path: Path, migration: str) -> Path:
    """Copy the desk before this migration to a file next to it: claims.db.before-0003_reviews, with -2 if that exists.

    Raises DatabaseError if nothing can be written there.
    """
    if DeskFile(path).is_only_read():
        raise DatabaseError(READ_ONLY)
    plain = f"{path}.before-{Path(migration).stem}"
    names = (Path(f"{plain}-{number}" if number > 1 else plain) for number in count(1))
    # lexists, because a dangling link takes the name, too.
    target = next(name for name in names if not os.path.lexists(name))
    # Left by a power cut, since nobody else upgrades this desk now.
    for half in path.parent.glob(f"{glob.escape(target.name)}.*unfinished*"):
        half.unlink()
    with closing(Database(connect(path))) as db:
        backup(db, target)
    return target


def scratch_copy(db: Database) -> Database:
    """A copy of the desk to try things on, which no other connection can open; it is gone once it is closed, or if we are killed.

    SQLite keeps it in its cache, and what has no room there in a file without a name. Raises DatabaseError where the disk is full or
    another program keeps the desk locked.
    """
    conn = sqlite3.connect("", isolation_level=None, check_same_thread=False)
    try:
        with translate_errors(), _reading(db.conn):
            db.conn.backup(conn)
            prepare(conn)
            conn.execute("pragma journal_mode = memory")
    except Exception:
        conn.close()
        raise
    return Database(conn, execute_plugins=False)


@contextmanager
def _reading(conn: sqlite3.Connection) -> Iterator[None]:
    """Within it the desk may be read: Python's `backup` would wait for whoever locks it without end, and deaf to Ctrl-C."""
    if conn.in_transaction:
        yield
        return
    conn.execute("begin")
    try:
        conn.execute("select 1 from sqlite_master").fetchone()
        yield
    finally:
        conn.execute("rollback")


def empty_log(conn: sqlite3.Connection) -> None:
    """Move the latest changes from the log to the desk's file, so that a copy of the file alone has them; not while another program is at work.

    On a full disk they stay in the log.
    """
    with suppress(sqlite3.Error):
        conn.execute("pragma busy_timeout = 0")
        conn.execute("pragma wal_checkpoint(truncate)")


def _exists_error(target: Path) -> DatabaseError:
    return DatabaseError(f"{target} already exists: give another file, since a backup never overwrites one")


def _copy_permissions(path: Path | None, copy: Path) -> None:
    if path is not None:
        with suppress(OSError):  # a file system without permissions
            copy.chmod(stat.S_IMODE(path.stat().st_mode))


def _write_out(folder: Path) -> None:
    """Write the names in a folder to the disk: a stick that is unplugged next has the backup. Not where folders cannot be opened, as on Windows."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _move_into_place(half: Path, target: Path) -> None:
    """Give the finished copy its final name."""
    try:
        os.link(half, target)  # unlike a rename, it never overwrites a file made meanwhile
    except FileExistsError as error:
        raise _exists_error(target) from error
    except OSError:  # a file system without hard links
        half.rename(target)
