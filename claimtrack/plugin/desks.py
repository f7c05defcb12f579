"""Find the desks among Datasette's databases, and run the pages' reads and writes on them."""

from __future__ import annotations

import sqlite3
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from weakref import WeakKeyDictionary

import sqlite_utils
from datasette import hookimpl

from claimtrack.core.errors import READING_ERRORS, ClaimtrackError
from claimtrack.plugin import request_users
from claimtrack.store.file import database as store
from claimtrack.store.file.connecting import (
    MAX_VALUE_BYTES,
    enable_wal,
    limit_memory,
    limit_pages,
    prepare,
    uses_wal,
)
from claimtrack.store.file.copying import empty_log
from claimtrack.store.file.desk_file import DeskFile
from claimtrack.store.file.errors import translate_errors
from claimtrack.store.file.opened_file import Loss, OpenedFile
from claimtrack.store.file.publication import is_public_copy
from claimtrack.store.file.quick_functions import replace_slow_functions
from claimtrack.store.file.schema_files import is_desk as is_desk_file
from claimtrack.store.file.tables import report_lost_parts

if TYPE_CHECKING:
    from datasette import Request
    from datasette.app import Datasette
    from datasette.database import Database

T = TypeVar("T")

_is_claimtrack: WeakKeyDictionary[Database, bool] = WeakKeyDictionary()
_problems: WeakKeyDictionary[Database, str | None] = WeakKeyDictionary()
_SHORT_ROW = 100
"""A row with no more text, in characters, is not counted: even a million of them fit. Some pages of Datasette read ten thousand."""
_files: WeakKeyDictionary[Database, OpenedFile] = WeakKeyDictionary()
"""The file that each database was opened from."""


@hookimpl
def prepare_connection(conn: sqlite3.Connection, database: str, datasette: Datasette) -> None:
    """Prepare each connection that Datasette opens: desks get our settings and limits, public copies only the limits. None runs foreign code, or a
    function without end.

    Each thread that reads has a connection to each database, and so have the one that writes, and Datasette itself.

    Raises sqlite3.DatabaseError, with the name of the database, if the file cannot be read at all, for instance because it is cut off.
    """
    _replace_tokenizers(conn)
    try:
        is_claimtrack = is_desk_file(conn)
    except sqlite3.OperationalError:
        raise
    except sqlite3.DatabaseError as error:
        raise sqlite3.DatabaseError(f"{database}: {error}") from error
    if not (is_claimtrack and _is_for_writing(conn)):
        replace_slow_functions(conn)
    files = len(datasette.databases)
    if is_claimtrack:
        prepare(conn)
        limit_pages(conn, files)
    if is_claimtrack or is_public_copy(conn):
        limit_memory(conn, connections=files * (datasette.setting("num_sql_threads") + 2))
        conn.row_factory = _limited_rows()


def _is_for_writing(conn: sqlite3.Connection) -> bool:
    """Whether it is Datasette's connection that writes, on which only the desk's own statements run: roles do not give `execute-write-sql`."""
    return conn.isolation_level == "IMMEDIATE"


def _replace_tokenizers(conn: sqlite3.Connection) -> None:
    """Replace the functions of SQLite that take a value for the address of code: with them, whoever may query a database runs the server, or ends it.

    Some builds, as Debian's, have them on, and each does for the parameters of a query, such as `:p`. Full-text search works without them.
    SQLite's own switch (SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER) leaves the latter on. As with that, the result is null.
    """
    for count in (1, 2):
        conn.create_function("fts3_tokenizer", count, lambda *_: None)


def _limited_rows() -> Callable[[sqlite3.Cursor, tuple[Any, ...]], sqlite3.Row]:
    """A row factory like Datasette's, with a limit on the text of one query.

    Datasette holds all rows in memory, and its time limit counts SQLite's steps, not the size of the result.
    """
    taken: WeakKeyDictionary[sqlite3.Cursor, int] = WeakKeyDictionary()

    def row(cursor: sqlite3.Cursor, values: tuple[Any, ...]) -> sqlite3.Row:
        size = 0
        for value in values:
            if isinstance(value, (str, bytes)):
                size += len(value)
        if size > _SHORT_ROW:
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
    """The same, without a query, for a database that has been checked before."""
    return _problems.get(database, "unknown") is None


async def find_problem(database: Database) -> str | None:
    """Why the database cannot serve as a desk, as a sentence; None if it can."""
    found = _problems.get(database, "unknown")
    # Check a desk of another version every time: `claimtrack init` may have upgraded it meanwhile.
    if found == "unknown" or (found and await is_claimtrack_file(database)):
        found = await database.execute_fn(_find_problem)
        if found is None and database.path is None:
            found = "this is a copy of a desk in memory, in which no work would be kept: open the desk itself"
        _problems[database] = found
    return found


def _find_problem(conn: sqlite3.Connection) -> str | None:
    try:
        with translate_errors():  # a damaged database must not affect the others
            _call_on_desk(conn, store.check_version)
    except ClaimtrackError as error:
        return str(error)
    return None


async def is_claimtrack_file(database: Database) -> bool:
    """Whether any version of claimtrack created the database, or it is an empty file with users, whose desk may yet be copied into it."""
    if database not in _is_claimtrack:
        _is_claimtrack[database] = bool(await database.execute_fn(is_desk_file))
    return _is_claimtrack[database] or request_users.requires_login(database)


def find_loss(database: Database) -> Loss | None:
    """What a database that Datasette may write has lost of its file since the first call; None if nothing."""
    if database.path is None or not database.is_mutable:
        return None
    if database not in _files:
        _files[database] = OpenedFile(Path(database.path))
    return _files[database].find_loss()


async def desks(datasette: Datasette) -> dict[str, Database]:
    """The desks that Datasette has open, by name."""
    return {name: db for name, db in datasette.databases.items() if await is_desk(db)}


async def open_for_writing(database: Database) -> None:
    """Open the connection that writes, in log mode, so that readers do not wait for writers: a restored backup has no log.

    Without this, the first write would open it, and if that failed, as when a network drive is away for a moment, Datasette would
    answer every later write with the same error. If another program is using the desk, the next start switches the log on.
    """
    if database.is_mutable and not DeskFile(Path(database.path or "")).is_only_read():
        await database.execute_write_fn(_enable_wal, transaction=False)


def _enable_wal(conn: sqlite3.Connection) -> None:
    with suppress(sqlite3.OperationalError):
        if not uses_wal(conn):
            enable_wal(conn)


@hookimpl
def shutdown(datasette: Datasette) -> Callable[[], Awaitable[None]]:
    """Move the latest changes from the log of each desk to its file, for those who copy only that once the server is stopped.

    SQLite does so when the last connection is closed, but Datasette closes those last that can only read.
    """

    async def empty_logs() -> None:
        for database in datasette.databases.values():
            if database.is_mutable and is_known_desk(database) and find_loss(database) is None:
                await database.execute_write_fn(empty_log, transaction=False)

    return empty_logs


async def read(database: Database, function: Callable[[sqlite_utils.Database], T]) -> T:
    """Run a function that reads, off the event loop, and return its result."""
    with translate_errors():
        result: T = await database.execute_fn(
            lambda conn: _call_on_desk(conn, _explaining_lost_columns(function))
        )
    return result


@asynccontextmanager
async def explaining_errors(database: Database) -> AsyncIterator[None]:
    """Context for showing what was read: a value that no desk has may only be noticed by a template. Raises as `report_lost_parts` does."""
    try:
        yield
    except READING_ERRORS as error:
        cause = error

        def fail(db: sqlite_utils.Database) -> None:
            raise cause

        await read(database, fail)


async def write(database: Database, function: Callable[[sqlite_utils.Database], T], request: Request) -> T:
    """Run a function that writes, in one transaction recorded under the request's actor, and return its result."""
    with translate_errors():
        result: T = await database.execute_write_fn(
            lambda conn: _call_on_desk(conn, _explaining_lost_columns(function)), request=request
        )
    return result


def _explaining_lost_columns(
    function: Callable[[sqlite_utils.Database], T],
) -> Callable[[sqlite_utils.Database], T]:
    """Wrap a function on a desk of this version so that an error about a missing column says it was lost; older desks rightly lack some."""

    def call(db: sqlite_utils.Database) -> T:
        with report_lost_parts(db):
            return function(db)

    return call


def _call_on_desk(conn: sqlite3.Connection, function: Callable[[sqlite_utils.Database], T]) -> T:
    """Call the function with a sqlite-utils database whose rows are plain tuples: Datasette's rows cannot be compared or sorted."""
    before, conn.row_factory = conn.row_factory, None
    try:
        # `prepare` has switched recursive triggers on. Doing it again would make SQLite compile every query anew: 0.02 s for a claim.
        return function(sqlite_utils.Database(conn, recursive_triggers=False, execute_plugins=False))
    finally:
        conn.row_factory = before


def actor_name(actor: dict[str, Any] | None) -> str | None:
    """The name under which history records the actor."""
    return None if actor is None or actor.get("id") is None else str(actor["id"])
