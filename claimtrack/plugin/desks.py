"""Which of Datasette's databases are desks, and how the pages read and write them."""

from __future__ import annotations

import sqlite3
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakKeyDictionary

import sqlite_utils
from datasette import hookimpl

from claimtrack.core.errors import ClaimtrackError
from claimtrack.store import users
from claimtrack.store.file import database as store
from claimtrack.store.file.connecting import LONGEST, is_only_read, keep_log, keeps_log, limit_memory, prepare
from claimtrack.store.file.errors import translated
from claimtrack.store.file.foreign_logs import has_log_of_another
from claimtrack.store.file.publication import is_public_copy
from claimtrack.store.file.schema_files import is_desk as is_desk_file
from claimtrack.store.file.tables import telling_lost

if TYPE_CHECKING:
    from collections.abc import Callable

    from datasette import Request
    from datasette.app import Datasette
    from datasette.database import Database

T = TypeVar("T")

_ours: WeakKeyDictionary[Database, bool] = WeakKeyDictionary()
_known: WeakKeyDictionary[Database, str | None] = WeakKeyDictionary()
_opened: WeakKeyDictionary[Database, tuple[int, int] | None] = WeakKeyDictionary()
"""Which file each is, as the file system counts them."""


@hookimpl
def prepare_connection(conn: sqlite3.Connection, database: str) -> None:
    """Datasette calls this for every database: ours get our settings and limits, public copies the limits, others stay as they are.

    It starts with none that cannot be read at all, as one that is cut off: the error names which.
    """
    try:
        is_ours = is_desk_file(conn)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        raise sqlite3.DatabaseError(f"{database}: {error}") from error
    if is_ours:
        prepare(conn)
    if is_ours or is_public_copy(conn):
        limit_memory(conn)
        conn.row_factory = _counted()


def _counted() -> Callable[[sqlite3.Cursor, tuple[Any, ...]], sqlite3.Row]:
    """Rows as Datasette wants them, up to so much text of one query: it holds all of them at once, and the time limit counts steps of SQLite's, not what they make."""
    taken: WeakKeyDictionary[sqlite3.Cursor, int] = WeakKeyDictionary()

    def row(cursor: sqlite3.Cursor, values: tuple[Any, ...]) -> sqlite3.Row:
        size = sum(len(value) for value in values if isinstance(value, (str, bytes)))
        taken[cursor] = size = size + taken.get(cursor, 0)
        if size > LONGEST:
            raise sqlite3.OperationalError(
                f"the answer is longer than {LONGEST // 10**6} MB: ask for fewer rows or columns (of a table, with _size=10 in its address)"
            )
        return sqlite3.Row(cursor, values)

    return row


async def is_desk(database: Database) -> bool:
    """Whether the database is a desk that this version can serve."""
    return await problem(database) is None


def is_known(database: Database) -> bool:
    """The same, of a database that somebody has asked about before."""
    return _known.get(database, "unknown") is None


async def problem(database: Database) -> str | None:
    """Why the database cannot serve as a desk, in a sentence; None when it can."""
    found = _known.get(database, "unknown")
    # One of another version is looked at each time: `claimtrack init` may bring it up to date meanwhile.
    if found == "unknown" or (found and await is_ours(database)):
        found = _known[database] = await database.execute_fn(_problem)
    return found


def _problem(conn: sqlite3.Connection) -> str | None:
    try:
        with translated():  # a damaged one keeps those beside it from nobody
            _on_desk(conn, store.check_version)
    except ClaimtrackError as error:
        return str(error)
    return None


async def is_ours(database: Database) -> bool:
    """Whether a claimtrack wrote the database, be it an older or a newer one, or it has a desk's users: an empty file may yet be filled with their desk."""
    if database not in _ours:
        _ours[database] = bool(await database.execute_fn(is_desk_file))
    return _ours[database] or users.is_closed(database.path)


def is_replaced(database: Database) -> bool:
    """Whether another file, or none, has the name by which the database was opened when this was first asked, or was copied into it.

    SQLite goes on with the file it has, which nobody can open any more: what is written there is lost.
    """
    path = Path(database.path or "")
    try:
        stamp = path.stat()
        now = (stamp.st_dev, stamp.st_ino)
    except OSError:
        now = None
    return _opened.setdefault(database, now) != now or has_log_of_another(path)


async def desks(datasette: Datasette) -> dict[str, Database]:
    """The desks that Datasette has open, by name."""
    return {name: db for name, db in datasette.databases.items() if await is_desk(db)}


async def have_log(database: Database) -> None:
    """Have the desk keep a write-ahead log, so that nobody who reads waits for who writes: a restored backup has none yet.

    Where another program goes on using it, the next start does it.
    """
    if database.is_mutable and not is_only_read(Path(database.path or "")):
        with suppress(sqlite3.OperationalError):
            # Asked first of the connection that reads: one that writes, opened for this alone, takes the whole schema in anew.
            if not await database.execute_fn(keeps_log):
                await database.execute_write_fn(keep_log, transaction=False)


async def read(database: Database, function: Callable[[sqlite_utils.Database], T]) -> T:
    """What the function reads, off the event loop."""
    with translated():
        result: T = await database.execute_fn(lambda conn: _on_desk(conn, _telling(function)))
    return result


async def write(database: Database, function: Callable[[sqlite_utils.Database], T], request: Request) -> T:
    """What the function does, as one transaction under the name of the request's actor."""
    with translated():
        result: T = await database.execute_write_fn(
            lambda conn: _on_desk(conn, _telling(function)), request=request
        )
    return result


def _telling(function: Callable[[sqlite_utils.Database], T]) -> Callable[[sqlite_utils.Database], T]:
    """The function of a desk of this version, whose error tells of a column that is gone: one of an older version lacks some."""

    def told(db: sqlite_utils.Database) -> T:
        with telling_lost(db):
            return function(db)

    return told


def _on_desk(conn: sqlite3.Connection, function: Callable[[sqlite_utils.Database], T]) -> T:
    """What the function gives. It finds rows as tuples, as on a connection of our own: Datasette's equal none and have no order."""
    before, conn.row_factory = conn.row_factory, None
    try:
        return function(sqlite_utils.Database(conn, execute_plugins=False))
    finally:
        conn.row_factory = before


def actor_name(actor: dict[str, Any] | None) -> str | None:
    """The name that history keeps of an actor."""
    return None if actor is None or actor.get("id") is None else str(actor["id"])
