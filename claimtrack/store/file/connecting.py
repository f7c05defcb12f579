"""The connection to a desk's file, and its settings.

`prepare()` is the one place for connection settings: `open_desk()` and the Datasette plug-in both
call it, because sqlite-utils, Datasette and plain sqlite3 differ in their defaults.
"""

from __future__ import annotations

import logging
import re
import sqlite3
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlite_utils import Database

from claimtrack.core.desk.actors import one_name
from claimtrack.core.errors import DatabaseError, NotADesk
from claimtrack.core.texts.printable import shell_command
from claimtrack.store.file.desk_file import DeskFile
from claimtrack.store.file.errors import HALF_READ, translate_errors

OLDEST_SQLITE = (3, 38)
ANOTHER_FILE = "give another file with --db"
"""The remedy if the file is no desk."""

BUSY_TIMEOUT_MS = 15_000
_SILENT_WAIT_MS = 1_500
"""How long to wait for another program before a warning is logged."""

_WAL_TRIES = 30
"""Tries per `_SILENT_WAIT_MS` to switch on the write-ahead log, for which SQLite itself does not wait."""

MAX_VALUE_BYTES = 100_000_000
"""Largest value, and largest result, in bytes, of a user's own query: a file can have 20 million, each of which may take three bytes here."""

_PAGES_KIB, _LEAST_PAGES_KIB = 2**15, 2**11
"""Pages that a connection keeps: with SQLite's default, the second, a growing desk reads the same index pages again and again."""
_CONNECTION_BYTES = 5_000_000
"""What a connection takes: twice that of the schema of a desk, which it parses for itself, with the least pages."""

_logger = logging.getLogger(__name__)


def prepare(conn: sqlite3.Connection) -> None:
    """Give a connection the settings that the desk's rules rely on.

    Foreign keys are off by default everywhere, recursive triggers in plain connections: without
    these, a REPLACE deletes rows without firing the history triggers.
    """
    conn.text_factory = decode_leniently
    conn.execute("pragma foreign_keys = on")
    conn.execute("pragma recursive_triggers = on")
    conn.execute(f"pragma busy_timeout = {BUSY_TIMEOUT_MS}")
    # NORMAL is safe under WAL: a power cut may undo the last commits, but never harms the file.
    conn.execute("pragma synchronous = normal")
    limit_pages(conn, 1)
    # For our own queries only: in a view or trigger it would lock out every other program. SQLite's nocase only handles ASCII.
    conn.create_function("one_name", 1, one_name, deterministic=True)


def limit_pages(conn: sqlite3.Connection, files: int) -> None:
    """Keep about as many pages in memory in all: a connection to each of so many `files` gets its part, and pages are never shared with another."""
    conn.execute(f"pragma cache_size = -{max(_LEAST_PAGES_KIB, _PAGES_KIB // files)}")


def limit_memory(conn: sqlite3.Connection, *, connections: int) -> None:
    """Keep users' own queries from filling the memory: the time limit counts SQLite's steps, and `zeroblob(1e9)` is one step.

    The second limit applies to SQLite in the whole process; beyond it MemoryError is raised. It is needed for a row of many such values.
    What the process needs for its `connections`, all that it will have, comes on top: SQLite can lower the limit, but never raise it.
    """
    conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES)
    conn.execute(f"pragma hard_heap_limit = {10 * MAX_VALUE_BYTES + connections * _CONNECTION_BYTES}")


def file_of(db: Database | sqlite3.Connection) -> Path | None:
    """Return the file of an open desk; None if it is in memory."""
    [file] = db.execute("select file from pragma_database_list where name = 'main'").fetchone()
    return Path(file) if file else None


def command(path: str | Path, words: str) -> str:
    """Return a command for this desk, as typed in a shell."""
    return f"claimtrack --db {shell_command(str(path))} {words}"


def naming(path: str | Path, told: str) -> str:
    """Return a message with the desk's file added to each command in it that does not have it, or asks for help."""
    return re.sub("`claimtrack (?!--db |[^`]*--help`)", lambda _: f"`{command(path, '')}", told)


def decode_leniently(text: bytes) -> str:
    """Decode a text, replacing invalid UTF-8, which another program may have written: one such row would stop every command.

    `doctor` reports it. This costs a tenth of a microsecond for each value.
    """
    return text.decode("utf-8", "replace")


@contextmanager
def immediate_transaction(conn: sqlite3.Connection, *, end: str = "commit") -> Iterator[None]:
    """Context of a write transaction that takes the write lock before the first read; joins one that is already open.

    A deferred BEGIN that reads and then writes fails at once if another process commits in
    between, whatever the busy timeout (433 of 514 times under load). `end` may be "rollback". Raises sqlite3.OperationalError.
    """
    if conn.in_transaction:
        yield
        return
    _begin(conn)
    try:
        yield
        conn.execute(end)
    except BaseException:
        if conn.in_transaction:  # SQLite may have rolled back itself, as on a full disk
            conn.execute("rollback")
        raise


def _begin(conn: sqlite3.Connection) -> None:
    """Begin a write transaction. If another program is writing, wait for the busy timeout, and soon log a warning.

    Raises sqlite3.OperationalError if the other program does not finish in time, DatabaseError if a query of this connection is half read.
    """
    [timeout] = conn.execute("pragma busy_timeout").fetchone()
    if timeout > _SILENT_WAIT_MS:
        conn.execute(f"pragma busy_timeout = {_SILENT_WAIT_MS}")
        try:
            conn.execute("begin immediate")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode == sqlite3.SQLITE_BUSY_SNAPSHOT:  # waiting is of no use
                raise DatabaseError(HALF_READ) from error
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
        finally:
            conn.execute(f"pragma busy_timeout = {timeout}")
        _logger.warning(
            "Another program is writing to the desk: waiting for up to %d seconds", timeout // 1000
        )
    conn.execute("begin immediate")


def uses_wal(conn: sqlite3.Connection) -> bool:
    """Whether the file is in write-ahead log mode."""
    return bool(conn.execute("pragma journal_mode").fetchone()[0] == "wal")


def enable_wal(conn: sqlite3.Connection) -> None:
    """Switch on the write-ahead log. Raises sqlite3.OperationalError if another program does not stop writing.

    SQLite ignores the busy timeout here: when several processes created one new desk at the same time, some got "locked".
    """
    for _ in range(BUSY_TIMEOUT_MS // _SILENT_WAIT_MS * _WAL_TRIES):
        try:
            conn.execute("pragma journal_mode = wal")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            time.sleep(_SILENT_WAIT_MS / _WAL_TRIES / 1000)
    conn.execute("pragma journal_mode = wal")


class _Connection(sqlite3.Connection):
    """A connection to a file that may be damaged: SQLite's message about a damaged schema repeats its bytes, which Python cannot read."""

    def execute(self, *args: Any) -> sqlite3.Cursor:
        try:
            return super().execute(*args)
        except UnicodeDecodeError as error:
            raise sqlite3.DatabaseError("database disk image is malformed") from error


def connect(path: Path) -> sqlite3.Connection:
    """Return a prepared connection; creates the file if there is none. Raises NotADesk, DatabaseError."""
    if path.is_dir():
        raise NotADesk(f"{path} is a folder: give a file with --db")
    if str(path) == ":memory:":
        raise NotADesk(
            ":memory: is not a file, and a desk in memory would be lost at once: give a file with --db"
        )
    refuse_old_sqlite()
    file = DeskFile(path)
    file.refuse_foreign_log()
    with translate_errors():
        # isolation_level None: no implicit BEGIN, so write_transaction() alone decides. Python's
        # default would open a deferred transaction, in which read-then-write fails under load.
        conn = sqlite3.connect(
            file.uri(), uri=True, isolation_level=None, check_same_thread=False, factory=_Connection
        )
        try:
            _refuse_unreadable_file(conn, file)
            prepare(conn)
        except Exception:
            conn.close()
            raise
    return conn


def refuse_old_sqlite() -> None:
    """Raise DatabaseError if this Python's SQLite lacks the operator `->>`, with which views and triggers read history."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise DatabaseError(
            f"this Python has SQLite {sqlite3.sqlite_version}, and a desk needs {'.'.join(map(str, OLDEST_SQLITE))} or newer: "
            "install claimtrack in a Python that brings a newer one (docs/install.md lists some). Nothing was changed"
        )


def _refuse_unreadable_file(conn: sqlite3.Connection, file: DeskFile) -> None:
    try:
        conn.execute("select count(*) from sqlite_master").fetchone()
    except sqlite3.DatabaseError as error:
        if "not a database" in str(error):
            raise NotADesk(f"{file.path} is not an SQLite database: {ANOTHER_FILE}") from error
        if file.is_only_read() and file.has_log():
            raise DatabaseError(
                f"{file.path} cannot be written to here, and the latest changes are still in {file.log}: copy both files to a folder "
                "where you can write and use that copy, or run any claimtrack command where the desk is kept"
            ) from error
        raise


@contextmanager
def check_constraints_off(conn: sqlite3.Connection) -> Iterator[None]:
    """Context without CHECK constraints, so that an invalid row of another program does not stop a migration; `doctor` reports it."""
    conn.execute("pragma ignore_check_constraints = on")
    try:
        yield
    finally:
        conn.execute("pragma ignore_check_constraints = off")


_LARGE_CACHE_SETTINGS = {"cache_size": -64_000, "temp_store": 2, "wal_autocheckpoint": 10_000}


@contextmanager
def large_cache(db: Database) -> Iterator[None]:
    """Context for bulk writes: keeps more pages in memory and writes them to the file less often.

    Above all the statement journals: every insert that fires triggers needs one, by default in a file,
    which costs 130 writes per review and a third of the time.
    """
    with translate_errors():
        before = {name: db.execute(f"pragma {name}").fetchone()[0] for name in _LARGE_CACHE_SETTINGS}
        try:
            _set_pragmas(db, _LARGE_CACHE_SETTINGS)
            yield
        finally:
            _set_pragmas(db, before)


def _set_pragmas(db: Database, settings: Mapping[str, int]) -> None:
    for name, value in settings.items():
        db.execute(f"pragma {name} = {value}")
