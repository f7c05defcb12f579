"""The base of the classes that make up `Desk`: the open file and the actor."""

from __future__ import annotations

from os import getpid
from threading import get_ident
from typing import TYPE_CHECKING, Self

from claimtrack.core.errors import DatabaseError
from claimtrack.store.file.connecting import file_of
from claimtrack.store.file.identity import file_id

if TYPE_CHECKING:
    from types import TracebackType

    from sqlite_utils import Database


class Opened:
    """An open desk, as its groups of methods see it."""

    def __init__(self, db: Database, actor: str | None) -> None:
        self._db: Database | None = db
        self._opener = _this_thread()
        self._file = file_of(db)
        self._file_id = self._file and file_id(self._file)
        self.actor = actor

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __repr__(self) -> str:
        file = "closed" if self._db is None else repr(str(self._file))
        return f"<claimtrack desk {file}, actor {self.actor!r}>"

    def close(self) -> None:
        """Close the file. Closing it twice is fine."""
        if self._db is not None:
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
        if self._file and file_id(self._file) != self._file_id:
            raise DatabaseError(
                f"{self._file} was deleted, moved or replaced after this desk was opened, and what is written here would be lost: "
                "close the desk, and open it again with claimtrack.open"
            )
        return self._db


def _this_thread() -> tuple[int, int]:
    return getpid(), get_ident()
