"""The base of the classes that make up `Desk`: the open file and the actor."""

from __future__ import annotations

from os import getpid
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING, NoReturn, Self
from weakref import WeakSet

from claimtrack.core.errors import DatabaseError
from claimtrack.store.file.connecting import file_of, uses_wal
from claimtrack.store.file.foreign_logs import keep_log, log_of
from claimtrack.store.file.identity import file_id
from claimtrack.store.file.opened_file import OpenedFile

if TYPE_CHECKING:
    from types import TracebackType

    from sqlite_utils import Database


_OPEN_AGAIN = "close the desk, and open it again with claimtrack.open"


class Opened:
    """An open desk, as its groups of methods see it."""

    def __init__(self, db: Database, actor: str | None) -> None:
        self._db: Database | None = db
        self._opener = _this_thread()
        file = file_of(db)
        self._file = file and OpenedFile(file)
        self._log = file and log_of(file)
        self._log_id = self._log and file_id(self._log)
        self.actor = actor
        _opened.add(self)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        file = "closed" if self._db is None else repr(str(self._file and self._file.path))
        return f"<claimtrack desk {file}, actor {self.actor!r}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            "a desk cannot be copied or sent to another process: open one there with claimtrack.open"
        )

    def close(self) -> None:
        """Close the file. Closing it twice is fine."""
        if self._db is not None:
            if self._is_overwritten():
                keep_log(self._db.conn)
            self._db.close()
        self._db = None

    @property
    def db(self) -> Database:
        """The sqlite-utils Database of this desk.

        Raises DatabaseError once the desk is closed or its file is gone, and in another thread or process.
        """
        if self._db is None:
            raise DatabaseError("the desk is closed: open it again with claimtrack.open")
        # In one transaction, a thread was told the number of another's claim. A fork has none of SQLite's locks.
        if self._opener != _this_thread():
            raise DatabaseError(
                "the desk was opened in another thread or process: open one in each with claimtrack.open"
            )
        if self._file and (self._file.is_replaced() or self._is_overwritten()):
            raise DatabaseError(
                f"{self._file.path} was deleted, moved or replaced after this desk was opened, and what is written here would be lost. If it was "
                f"moved, move it back and go on, since {self._log} may have its latest changes. Otherwise "
                + _OPEN_AGAIN
            )
        # Closing a file ends all locks of this process on it, SQLite's, too. Then the next program that is done with it deletes the log.
        if (
            self._file
            and self._log
            and self._log_id
            and file_id(self._log) != self._log_id
            and self._uses_log()
        ):
            raise DatabaseError(
                f"something else in this program has read {self._file.path}, such as shutil.copy or DuckDB, which ends SQLite's lock on it. Another "
                "program has removed the log of this desk since, so what is written here could be lost: "
                + _OPEN_AGAIN
            )
        return self._db

    def _is_overwritten(self) -> bool:
        return bool(self._file and self._log_id and self._file.is_overwritten() and self._uses_log())

    def _uses_log(self) -> bool:
        """Whether SQLite still uses the log; not after `desk.db.disable_wal()`, which is no reason to refuse anything."""
        if self._db is not None and not uses_wal(self._db.conn):
            self._log_id = None
        return self._log_id is not None


_opened: WeakSet[Opened] = WeakSet()
"""The desks that this process has opened, or the one that it was forked from."""


def refuse_in_fork(path: str) -> None:
    """Raise DatabaseError if this process was forked while its parent had the desk open.

    A fork inherits what SQLite knows of its locks, but not the locks. So the parent, when it closes its desk, deletes the log
    into which the fork is writing, with all that was written.
    """
    file = file_id(Path(path))
    for desk in list(_opened):
        if (
            file
            and desk._file
            and desk._file.id == file
            and desk._db is not None
            and desk._opener[0] != getpid()
        ):
            raise DatabaseError(
                "this process was forked while its parent had the desk open, and what it writes could be lost: close the desk before "
                'you start other processes, or start them with multiprocessing.get_context("spawn")'
            )


def _this_thread() -> tuple[int, int]:
    return getpid(), get_ident()
