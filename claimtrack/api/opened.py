"""The base of the classes that make up `Desk`: the open file, who opened it, and the actor."""

from __future__ import annotations

from os import getpid
from pathlib import Path
from threading import get_ident
from typing import TYPE_CHECKING, NoReturn, Self
from weakref import WeakSet

from claimtrack.core.errors import DatabaseError
from claimtrack.store.file.connecting import file_of
from claimtrack.store.file.desk_file import file_id
from claimtrack.store.file.opened_file import Loss, OpenedFile

if TYPE_CHECKING:
    from types import TracebackType

    from sqlite_utils import Database


_OPEN_AGAIN = "close the desk, and open it again with claimtrack.open"
_LOST = {
    Loss.FILE: "{file} was deleted, moved or replaced after this desk was opened, and what is written here would be lost. If it was moved, move it "
    f"back and go on, since {{log}} may have its latest changes. Otherwise {_OPEN_AGAIN}",
    Loss.LOG: "something else in this program has read {file}, such as shutil.copy or DuckDB, which ends SQLite's lock on it. Another program has "
    f"removed the log of this desk since, so what is written here could be lost: {_OPEN_AGAIN}",
}


class Opened:
    """An open desk, as its groups of methods see it."""

    def __init__(self, db: Database, actor: str | None) -> None:
        self._db: Database | None = db
        self._opener = _this_thread()
        self._file = OpenedFile(file_of(db) or Path(), db.conn)  # a desk in memory is not opened
        self.actor = actor
        _opened.add(self)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        file = "closed" if self._db is None else repr(str(self._file.path))
        return f"<claimtrack desk {file}, actor {self.actor!r}>"

    def __reduce__(self) -> NoReturn:
        raise TypeError(
            "a desk cannot be copied or sent to another process: open one there with claimtrack.open"
        )

    def close(self) -> None:
        """Close the file. Closing it twice is fine."""
        if self._db is not None:
            self._file.keep_log()
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
        if (loss := self._file.find_loss()) is not None:
            raise DatabaseError(_LOST[loss].format(file=self._file.path, log=self._file.log))
        return self._db


_opened: WeakSet[Opened] = WeakSet()
"""The desks that this process has opened, or the one that it was forked from."""


def refuse_in_fork(path: str) -> None:
    """Raise DatabaseError if this process was forked while its parent had the desk open.

    A fork inherits what SQLite knows of its locks, but not the locks. So the parent, when it closes its desk, deletes the log
    into which the fork is writing, with all that was written.
    """
    file = file_id(Path(path))
    for desk in list(_opened):
        if file and desk._file.id == file and desk._db is not None and desk._opener[0] != getpid():
            raise DatabaseError(
                "this process was forked while its parent had the desk open, and what it writes could be lost: close the desk before "
                'you start other processes, or start them with multiprocessing.get_context("spawn")'
            )


def _this_thread() -> tuple[int, int]:
    return getpid(), get_ident()
