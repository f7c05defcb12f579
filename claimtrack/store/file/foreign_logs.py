"""Whether the write-ahead log beside a file was written for another, which had its name before: SQLite lays it over this one, and ruins it.

So it is after a backup was moved or copied to the place of a desk in use.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from claimtrack.core.errors import DatabaseError

if TYPE_CHECKING:
    from pathlib import Path

_VERSIONS_OFFSET, _NO_WAL = 18, b"\x01\x01"
"""Where SQLite's header says whether the file keeps a log, and what a file says that keeps none. One that does says so before it has it."""
_MAX_HANDLES = 64
_handles: dict[tuple[int, int], int] = {}
"""Of the files that were looked at: to close one takes away the locks that SQLite has on the file in this process."""


def has_foreign_log(path: Path) -> bool:
    """Whether a file that keeps no log, as a backup, has one beside it."""
    if sys.platform == "win32":  # where nobody replaces a file that is in use
        return False
    real = path.resolve()
    try:
        if not real.with_name(f"{real.name}-wal").stat().st_size:
            return False
        return os.pread(_open_handle(real), 2, _VERSIONS_OFFSET) == _NO_WAL
    except OSError:
        return False


def refuse_foreign_log(path: Path) -> None:
    """Raise DatabaseError for such a file, before SQLite opens it."""
    if has_foreign_log(path):
        log = f"{path.resolve()}-wal"
        raise DatabaseError(
            f"{log} was written for another file, which {path} has replaced, and would ruin this one. Stop `claimtrack serve` and every "
            f"other program that uses the desk, move {log} and the file ending in -shm away, and try again; nothing was changed"
        )


def _open_handle(path: Path) -> int:
    stamp = path.stat()
    key = (stamp.st_dev, stamp.st_ino)
    if key not in _handles:
        if len(_handles) >= _MAX_HANDLES:
            os.close(_handles.pop(next(iter(_handles))))
        _handles[key] = os.open(path, os.O_RDONLY)
    return _handles[key]
