"""What a desk's file was when SQLite opened it: SQLite goes on with that, even if it was replaced since, and what it writes then is lost."""

from __future__ import annotations

import sqlite3
import sys
from contextlib import suppress
from enum import Enum, auto
from typing import TYPE_CHECKING

from claimtrack.store.file.connecting import uses_wal
from claimtrack.store.file.desk_file import DeskFile, file_id

if TYPE_CHECKING:
    from pathlib import Path


class Loss(Enum):
    """What a desk that is open has lost: nothing may be written to it any more."""

    FILE = auto()
    """The file was deleted or moved, or another is in its place or was copied over it."""
    LOG = auto()
    """Another program has removed the log, because this process's locks are gone: a handle of the file was closed in it, or its drive keeps none."""


class OpenedFile(DeskFile):
    """The file of a desk that is open: by `conn`, which may switch its log off, or by several connections of a server, which keep it on.

    Make it after the desk was opened, and ask it from time to time: it learns from each look whether the file uses a log.
    """

    def __init__(self, path: Path, conn: sqlite3.Connection | None = None) -> None:
        super().__init__(path)
        self.id = file_id(path)
        self._conn = conn
        self._log_id = file_id(self.log)
        self._was_logged = bool(self.is_in_log_mode())

    def find_loss(self) -> Loss | None:
        """Return what was lost; None if the file and its log are those that SQLite uses."""
        if file_id(self.path) != self.id or self._is_overwritten():
            return Loss.FILE
        return Loss.LOG if self._has_lost_log() else None

    def _is_overwritten(self) -> bool:
        """Whether another file, which uses no log, was copied over this one, such as a backup. One whose log was empty is noticed only by that."""
        is_log_there = self.has_log()  # first: a file switches its header before it has a log
        is_logged = self.is_in_log_mode()
        self._was_logged = self._was_logged or bool(is_logged)
        return is_logged is False and (self._was_logged or is_log_there) and self._uses_log()

    def _has_lost_log(self) -> bool:
        return self._log_id is not None and file_id(self.log) != self._log_id and self._uses_log()

    def _uses_log(self) -> bool:
        """Whether SQLite still uses the log; not after `desk.db.disable_wal()`, which loses nothing."""
        if self._conn is not None and not uses_wal(self._conn):
            self._log_id, self._was_logged = None, False
            return False
        return True

    def keep_log(self) -> None:
        """Have the connection, which is about to be closed, not move its log into a file that was copied over its own."""
        with suppress(sqlite3.ProgrammingError):  # it is closed already, as after `with desk.db as db`
            if self._conn is not None and sys.version_info >= (3, 12) and self.find_loss() is Loss.FILE:
                self._conn.setconfig(sqlite3.SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE)
