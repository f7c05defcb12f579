"""Detects a write-ahead log that belongs to a former file with the same name: SQLite would apply it to this file and ruin it.

This happens if a backup is moved or copied over a desk in use. Without a file, SQLite would delete the log.
"""

from __future__ import annotations

import os
import sqlite3
import sys
from typing import TYPE_CHECKING

from claimtrack.core.errors import DatabaseError
from claimtrack.store.file.identity import file_id

if TYPE_CHECKING:
    from pathlib import Path

_VERSIONS_OFFSET, _NO_WAL = 18, b"\x01\x01"
"""Offset in SQLite's header of the journal mode, and its value without a log. A file switches its header before it has a log."""
_MAX_HANDLES = 150
"""Some systems let a process have 256 open files."""
_handles: dict[tuple[int, int], tuple[int, Path]] = {}
"""Open handles, and the paths that they were opened for, by device and inode.

Closing one would release SQLite's locks on the file in this process: another program would delete the log of a desk in use. So only those of
deleted files, which no other program can open, are closed.
"""


def has_foreign_log(path: Path) -> bool:
    """Whether there is a log next to a file that does not use one, such as a backup."""
    return has_log(path) and is_in_log_mode(path) is False


def log_of(path: Path) -> Path:
    """Return where SQLite puts the log of the file: beside the file itself, not beside a link to it."""
    real = path.resolve()
    return real.with_name(f"{real.name}-wal")


def has_log(path: Path) -> bool:
    """Whether there is a log that is not empty next to the file."""
    try:
        return log_of(path).stat().st_size > 0
    except OSError:
        return False


def is_in_log_mode(path: Path) -> bool | None:
    """Whether the file is one that uses a log; None if that is unknown, as of a file too many.

    While a desk is open, nobody can change that but by copying another over it.
    """
    key = file_id(path)
    if key is None or sys.platform == "win32":  # where a file in use cannot be replaced
        return None
    try:
        handle = _open_handle(path, key)
        return None if handle is None else os.pread(handle, 2, _VERSIONS_OFFSET) != _NO_WAL
    except OSError:
        return None


def refuse_foreign_log(path: Path) -> None:
    """Raise DatabaseError if there is such a log, or one whose file is gone, before SQLite opens the file."""
    log = log_of(path)
    if has_log(path) and not path.exists() and not _is_known_as_deleted(path):
        raise DatabaseError(
            f"{log} has the latest changes of a desk that was at {path}, and a new desk there would delete them. If the desk was moved, and "
            f"not used since, move it back: it then has them, and can be moved once nobody uses it. If you do not need it any more, delete {log}; "
            "nothing was changed"
        )
    if has_foreign_log(path):
        raise DatabaseError(
            f"{log} was written for another file, which {path} has replaced, and would ruin this one. Stop `claimtrack serve` and every "
            f"other program that uses the desk, move {log} and the file ending in -shm away, and try again; nothing was changed"
        )


def keep_log(conn: sqlite3.Connection) -> None:
    """Have the connection leave its log alone when it is closed, and not move it into a file that was copied over its own."""
    if sys.version_info >= (3, 12):
        conn.setconfig(sqlite3.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE)


def _is_known_as_deleted(path: Path) -> bool:
    """Whether this process has used a desk at the path that was deleted since, and not moved: a notebook that begins anew."""
    real = path.resolve()
    return any(of == real and _is_of_deleted_file(handle) for handle, of in _handles.values())


def _is_of_deleted_file(handle: int) -> bool:
    return not os.fstat(handle).st_nlink


def _open_handle(path: Path, key: tuple[int, int]) -> int | None:
    """Return the handle of the file, None if this process has too many."""
    if key not in _handles:
        if len(_handles) >= _MAX_HANDLES:
            for other, (handle, _) in list(_handles.items()):
                if _is_of_deleted_file(handle):
                    os.close(_handles.pop(other)[0])
        if len(_handles) >= _MAX_HANDLES:
            return None
        _handles[key] = os.open(path, os.O_RDONLY), path.resolve()
    return _handles[key][0]
