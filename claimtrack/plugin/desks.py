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
from claimtrack.store.file import database as store
from claimtrack.store.file.connecting import (
    MAX_VALUE_BYTES,
    enable_wal,
    is_only_read,
    limit_memory,
    prepare,
    uses_wal,
)
from claimtrack.store.file.errors import translate_errors
from claimtrack.store.file.foreign_logs import has_foreign_log
from claimtrack.store.file.publication import is_public_copy
from claimtrack.store.file.schema_files import is_desk as is_desk_file
from claimtrack.store.file.tables import report_lost_parts

if TYPE_CHECKING:
    from collections.abc import Callable

    from datasette import Request
    from datasette.app import Datasette
    from datasette.database import Database

T = TypeVar("T")

_is_claimtrack: WeakKeyDictionary[Database, bool] = WeakKeyDictionary()
_problems: WeakKeyDictionary[Database, str | None] = WeakKeyDictionary()
_file_ids: WeakKeyDictionary[Database, tuple[int, int] | None] = WeakKeyDictionary()
"""Which file each is, as the file system counts them."""


@hookimpl
def prepare_connection(conn: sqlite3.Connection) -> None:
    """Datasette calls this for every database: ours get our settings and limits, public copies the limits, others stay as they are."""
    is_claimtrack_file = is_desk_file(conn)
    if is_claimtrack_file:
        prepare(conn)
    if is_claimtrack_file or is_public_copy(conn):
        limit_memory(conn)
        conn.row_factory = _limited_rows()


def _limited_rows() -> Callable[[sqlite3.Cursor, tuple[Any, ...]], sqlite3.Row]:
    """Rows as Datasette wants them, up to so much text of one query: it holds all of them at once, and the time limit counts steps of SQLite's, not what they make."""
    taken: WeakKeyDictionary[sqlite3.Cursor, int] = WeakKeyDictionary()

    def row(cursor: sqlite3.Cursor, values: tuple[Any, ...]) -> sqlite3.Row:
        size = sum(len(value) for value in values if isinstance(value, (str, bytes)))
        taken[cursor] = size = size + taken.get(cursor, 0)
        if size > MAX_VALUE_BYTES:
            raise sqlite3.OperationalError(
                f"the answer is longer than {MAX_VALUE_BYTES // 10**6} MB: ask for fewer rows or columns (of a table, with _size=10 in its address)"
            )
        return sqlite3.Row(cursor, values)

    return row


async def is_desk(database: Database) -> bool:
    """Whether the database is a desk that this version can serve."""
    return await find_problem(database) is None


def is_known_desk(database: Database) -> bool:
    """The same, of a database that somebody has asked about before."""
    return _problems.get(database, "unknown") is None


async def find_problem(database: Database) -> str | None:
    """Why the database cannot serve as a desk, in a sentence; None when it can."""
    found = _problems.get(database, "unknown")
    # One of another version is looked at each time: `claimtrack init` may bring it up to date meanwhile.
    if found == "unknown" or (found and await is_claimtrack_file(database)):
        found = _problems[database] = await database.execute_fn(_find_problem)
    return found


def _find_problem(conn: sqlite3.Connection) -> str | None:
    try:
        with translate_errors():  # a damaged one keeps those beside it from nobody
            _call_on_desk(conn, store.check_version)
    except ClaimtrackError as error:
        return str(error)
    return None


async def is_claimtrack_file(database: Database) -> bool:
    """Whether a claimtrack wrote the database, be it an older or a newer one."""
    if database not in _is_claimtrack:
        _is_claimtrack[database] = bool(await database.execute_fn(is_desk_file))
    return _is_claimtrack[database]


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
    return _file_ids.setdefault(database, now) != now or has_foreign_log(path)


async def desks(datasette: Datasette) -> dict[str, Database]:
    """The desks that Datasette has open, by name."""
    return {name: db for name, db in datasette.databases.items() if await is_desk(db)}


async def ensure_wal(database: Database) -> None:
    """Have the desk keep a write-ahead log, so that nobody who reads waits for who writes: a restored backup has none yet.

    Where another program goes on using it, the next start does it.
    """
    if database.is_mutable and not is_only_read(Path(database.path or "")):
        with suppress(sqlite3.OperationalError):
            # Asked first of the connection that reads: one that writes, opened for this alone, takes the whole schema in anew.
            if not await database.execute_fn(uses_wal):
                await database.execute_write_fn(enable_wal, transaction=False)


async def read(database: Database, function: Callable[[sqlite_utils.Database], T]) -> T:
    """What the function reads, off the event loop."""
    with translate_errors():
        result: T = await database.execute_fn(
            lambda conn: _call_on_desk(conn, _explaining_lost_columns(function))
        )
    return result


async def write(database: Database, function: Callable[[sqlite_utils.Database], T], request: Request) -> T:
    """What the function does, as one transaction under the name of the request's actor."""
    with translate_errors():
        result: T = await database.execute_write_fn(
            lambda conn: _call_on_desk(conn, _explaining_lost_columns(function)), request=request
        )
    return result


def _explaining_lost_columns(
    function: Callable[[sqlite_utils.Database], T],
) -> Callable[[sqlite_utils.Database], T]:
    """The function of a desk of this version, whose error tells of a column that is gone: one of an older version lacks some."""

    def told(db: sqlite_utils.Database) -> T:
        with report_lost_parts(db):
            return function(db)

    return told


def _call_on_desk(conn: sqlite3.Connection, function: Callable[[sqlite_utils.Database], T]) -> T:
    """What the function gives. It finds rows as tuples, as on a connection of our own: Datasette's equal none and have no order."""
    before, conn.row_factory = conn.row_factory, None
    try:
        return function(sqlite_utils.Database(conn, execute_plugins=False))
    finally:
        conn.row_factory = before


def actor_name(actor: dict[str, Any] | None) -> str | None:
    """The name that history keeps of an actor."""
    return None if actor is None or actor.get("id") is None else str(actor["id"])
