"""A desk as of one moment: a snapshot to read from, a backup to keep."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.core.errors import DatabaseError
from claimtrack.store.file.connecting import address, prepare
from claimtrack.store.file.errors import translated

if TYPE_CHECKING:
    from sqlite_utils import Database


def read_snapshot(path: str | Path) -> sqlite3.Connection:
    """A connection that only reads, for long reads beside writers: an export, a report.

    Not with mode=ro: such a connection, when it is the last one, leaves a -wal and a -shm file behind.
    """
    conn = sqlite3.connect(address(Path(path), "rw"), uri=True, isolation_level=None)
    prepare(conn)
    conn.execute("pragma query_only = on")
    return conn


def backup(db: Database, target: str | Path) -> None:
    """Write a complete, compact copy, safely while others write. Never over an existing file.

    Raises DatabaseError where there is one, where the place cannot be written to, and where the disk is full.
    """
    target = Path(target)
    try:
        target.touch(exist_ok=False)  # VACUUM INTO takes an empty file, and now the name is ours
    except FileExistsError as error:
        raise DatabaseError(
            f"{target} exists already: name another file; a backup never overwrites one"
        ) from error
    except FileNotFoundError as error:
        raise DatabaseError(f"no folder {target.parent}: create it first") from error
    except OSError as error:
        raise DatabaseError(f"cannot write {target}: {error.strerror}. Name another place") from error
    try:
        with translated():
            db.execute("vacuum into ?", [str(target)])
    except BaseException:
        target.unlink(missing_ok=True)  # half a copy, on a disk that is full
        raise
