"""A desk's file and the log that SQLite keeps beside it, as they are on the disk; `opened_file.py` compares that with what was opened.

SQLite applies a write-ahead log to whatever file has its name, and would ruin a backup that was moved or copied over a desk in use. A log
without a file it deletes.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from claimtrack.core.errors import DatabaseError

if TYPE_CHECKING:
    from pathlib import Path, PurePath

_VERSIONS_OFFSET, _NO_WAL = 18, b"\x01\x01"
"""Offset in SQLite's header of the journal mode, and its value without a log. A file switches its header before it has a log."""
_MAX_HANDLES = 150
"""Some systems let a process have 256 open files."""
_handles: dict[tuple[int, int], tuple[int, Path]] = {}
"""Open handles, and the files that they were opened for, by device and inode.

Closing one would release SQLite's locks on the file in this process: another program would delete the log of a desk in use. So only those of
deleted files, which no other program can open, are closed.
"""


class DeskFile:
    """The file at a path, whether or not there is one; a link stands for what it leads to. Each question looks anew."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._real = path.resolve()
        self.log = self._real.with_name(f"{self._real.name}-wal")
        """Where SQLite puts its log: beside the file itself, not beside a link to it."""

    def has_log(self) -> bool:
        """Whether there is a log that is not empty."""
        try:
            return self.log.stat().st_size > 0
        except OSError:
            return False

    def is_in_log_mode(self) -> bool | None:
        """Whether the file is one that uses a log; None if that is unknown, as of a file too many.

        While a desk is open, nobody can change that but by copying another over it.
        """
        key = file_id(self._real)
        if key is None or sys.platform == "win32":  # where a file in use cannot be replaced
            return None
        try:
            handle = _open_handle(self._real, key)
            return None if handle is None else os.pread(handle, 2, _VERSIONS_OFFSET) != _NO_WAL
        except OSError:
            return None

    def refuse_foreign_log(self) -> None:
        """Raise DatabaseError if the log is another file's, or its file is gone; to be called before SQLite opens the file."""
        if not self.has_log():
            return
        if not self.path.exists() and not self._is_known_as_deleted():
            raise DatabaseError(
                f"{self.log} has the latest changes of a desk that was at {self.path}, and a new desk there would delete them. If the desk was "
                "moved, and not used since, move it back: it then has them, and can be moved once nobody uses it. If you do not need it any "
                f"more, delete {self.log}; nothing was changed"
            )
        if self.is_in_log_mode() is False:
            raise DatabaseError(
                f"{self.log} was written for another file, which {self.path} has replaced, and would ruin this one. Stop `claimtrack serve` and "
                f"every other program that uses the desk, move {self.log} and the file ending in -shm away, and try again; nothing was changed"
            )

    def _is_known_as_deleted(self) -> bool:
        """Whether this process has used a desk here that was deleted since, and not moved: a notebook that begins anew."""
        return any(of == self._real and _is_of_deleted_file(handle) for handle, of in _handles.values())

    def is_only_read(self) -> bool:
        """Whether the file exists and we cannot write it: the file, its folder or its disk is read-only.

        If only the file is read-only, it counts, too: the files that SQLite creates next to it would lock its owner out.
        """
        real = self._real
        return real.exists() and not (os.access(real, os.W_OK) and os.access(real.parent, os.W_OK))

    def is_read_without_locks(self) -> bool:
        """Whether SQLite is told that nobody writes the file. It keeps two more files next to a desk in use, even for reading.

        So if it cannot create these, the file is read without locks, provided that it is complete (no log is left): then nobody else has it open.
        """
        return self.is_only_read() and not self.has_log()

    def uri(self, mode: str = "rwc") -> str:
        """Return the URI with which SQLite opens the file (`uri=True`)."""
        how = "mode=ro&immutable=1" if self.is_read_without_locks() else f"mode={mode}"
        return f"{_file_uri(self._real)}?{how}"

    @contextmanager
    def refuse_concurrent_change(self) -> Iterator[None]:
        """Context for reading a desk. Raises DatabaseError if it was read without locks and another program wrote it meanwhile."""
        before = self.path.stat() if self.is_read_without_locks() else None
        yield
        if before is not None:
            after = self.path.stat()
            if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size):
                raise DatabaseError(
                    f"{self.path} was changed by another program while it was being read: run the command again"
                )


def file_id(path: Path) -> tuple[int, int] | None:
    """Return the device and inode numbers of the file at a path; None if there is none."""
    try:
        stamp = path.stat()
    except OSError:
        return None
    return stamp.st_dev, stamp.st_ino


def _file_uri(path: PurePath) -> str:
    """Return a file URI without a host, since SQLite refuses that of a Windows share."""
    return re.sub("^file://(?=[^/])", "file:////", path.as_uri())


def _open_handle(path: Path, key: tuple[int, int]) -> int | None:
    """Return the handle of the file, None if this process has too many."""
    if key not in _handles:
        if len(_handles) >= _MAX_HANDLES:
            for other, (handle, _) in list(_handles.items()):
                if _is_of_deleted_file(handle):
                    os.close(_handles.pop(other)[0])
        if len(_handles) >= _MAX_HANDLES:
            return None
        _handles[key] = os.open(path, os.O_RDONLY), path
    return _handles[key][0]


def _is_of_deleted_file(handle: int) -> bool:
    return not os.fstat(handle).st_nlink
