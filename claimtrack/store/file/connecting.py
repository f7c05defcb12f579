"""The connection to a desk's file: its settings, and how a desk that cannot be written here is read.

`prepare()` is the one place for connection settings: `open_desk()` and the Datasette plug-in both
call it, because sqlite-utils, Datasette and plain sqlite3 differ in their defaults.
"""

from __future__ import annotations

import logging
import os
import re
import sqlite3
import time
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from claimtrack.core.desk.actors import one_name
from claimtrack.core.errors import DatabaseError, NotADesk
from claimtrack.core.texts.printable import shell_command
from claimtrack.store.file.errors import translate_errors
from claimtrack.store.file.foreign_logs import refuse_foreign_log

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import PurePath

    from sqlite_utils import Database

OLDEST_SQLITE = (3, 38)
BUSY_TIMEOUT_MS = 15_000
_SILENT_WAIT_MS = 1_500
"""So long one waits for another program without a word."""

_WAL_TRIES = 30
"""How often in that time one asks again where SQLite itself does not wait."""

MAX_VALUE_BYTES = 100_000_000
"""Bytes of a value, or of all rows, that a query of somebody's gives: the largest file that can be filed has 20 million, of which one may be three here."""

_logger = logging.getLogger(__name__)


def prepare(conn: sqlite3.Connection) -> None:
    """Give a connection the settings that the desk's rules rely on.

    Foreign keys are off by default everywhere, recursive triggers in plain connections: without the
    second a REPLACE deletes rows that no history trigger sees.
    """
    conn.text_factory = decode_leniently
    conn.execute("pragma foreign_keys = on")
    conn.execute("pragma recursive_triggers = on")
    conn.execute(f"pragma busy_timeout = {BUSY_TIMEOUT_MS}")
    # NORMAL is safe under WAL: a power cut may undo the last commits, but never harms the file.
    conn.execute("pragma synchronous = normal")
    # 32 MiB of pages: at SQLite's 2 MiB a growing desk reads the same index pages from the file again and again.
    conn.execute("pragma cache_size = -32768")
    # For queries of ours alone: in a view or a trigger it would keep every other program out. SQLite's nocase knows ASCII only.
    conn.create_function("one_name", 1, one_name, deterministic=True)


def limit_memory(conn: sqlite3.Connection) -> None:
    """Keep queries of others than us from filling the memory: their time limit counts steps of SQLite's, and `zeroblob(1e9)` is one.

    The second limit is for all of SQLite in this process. Beyond it MemoryError is raised: a row of many such values is made at once.
    """
    conn.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, MAX_VALUE_BYTES)
    conn.execute(f"pragma hard_heap_limit = {10 * MAX_VALUE_BYTES}")


def file_of(db: Database | sqlite3.Connection) -> Path | None:
    """The file of an open desk; None where it is in memory."""
    [file] = db.execute("select file from pragma_database_list where name = 'main'").fetchone()
    return Path(file) if file else None


def command(path: str | Path, words: str) -> str:
    """The command on this desk, as it is typed."""
    return f"claimtrack --db {shell_command(str(path))} {words}"


def naming(path: str | Path, told: str) -> str:
    """These words, with the file in each command that they name."""
    return told.replace("`claimtrack ", f"`{command(path, '')}")


def decode_leniently(text: bytes) -> str:
    """The text, if not all of it: another program may write bytes that are no UTF-8, and one such row would stop every command.

    `doctor` names it. A value takes a tenth of a microsecond longer.
    """
    return text.decode("utf-8", "replace")


@contextmanager
def immediate_transaction(conn: sqlite3.Connection, *, end: str = "commit") -> Iterator[None]:
    """A write transaction, which takes the write lock before the first read, or part of the one that is open.

    A deferred BEGIN that reads and then writes fails at once when another process commits in
    between, whatever the busy timeout (433 of 514 times under load). `end` may be a rollback, too. Raises sqlite3.OperationalError.
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
    """Begin to write. Where another program writes, wait for it as long as the connection does, and soon say so.

    Raises sqlite3.OperationalError where it goes on writing.
    """
    [timeout] = conn.execute("pragma busy_timeout").fetchone()
    if timeout > _SILENT_WAIT_MS:
        conn.execute(f"pragma busy_timeout = {_SILENT_WAIT_MS}")
        try:
            conn.execute("begin immediate")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
        finally:
            conn.execute(f"pragma busy_timeout = {timeout}")
        _logger.warning(
            "Another program is writing to the desk: waiting for up to %d seconds", timeout // 1000
        )
    conn.execute("begin immediate")


def uses_wal(conn: sqlite3.Connection) -> bool:
    """Whether the file keeps a write-ahead log."""
    return bool(conn.execute("pragma journal_mode").fetchone()[0] == "wal")


def enable_wal(conn: sqlite3.Connection) -> None:
    """Have the file keep a write-ahead log. Raises sqlite3.OperationalError where another program goes on writing.

    SQLite waits for nobody here, although the connection would: of several that make one new desk at once, some met "locked".
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


def connect(path: Path) -> sqlite3.Connection:
    """A prepared connection, which makes the file where there is none. Raises NotADesk, DatabaseError."""
    if path.is_dir():
        raise NotADesk(f"{path} is a folder: give a file with --db")
    if str(path) == ":memory:":
        raise NotADesk(
            ":memory: is not a file, and a desk in memory would be lost at once: give a file with --db"
        )
    refuse_old_sqlite()
    refuse_foreign_log(path)
    with translate_errors():
        # isolation_level None: no implicit BEGIN, so write_transaction() alone decides. Python's
        # default would open a deferred transaction, in which read-then-write fails under load.
        conn = sqlite3.connect(sqlite_uri(path), uri=True, isolation_level=None, check_same_thread=False)
        try:
            _refuse_unreadable_file(conn, path)
            prepare(conn)
        except Exception:
            conn.close()
            raise
    return conn


def refuse_old_sqlite() -> None:
    """Raise DatabaseError where this Python has an SQLite without the arrow `->>`, with which views and triggers read history."""
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise DatabaseError(
            f"this Python has SQLite {sqlite3.sqlite_version}, and a desk needs {'.'.join(map(str, OLDEST_SQLITE))} or newer: "
            "install claimtrack in a Python that brings a newer one (docs/install.md lists some). Nothing was changed"
        )


def _refuse_unreadable_file(conn: sqlite3.Connection, path: Path) -> None:
    try:
        conn.execute("select count(*) from sqlite_master").fetchone()
    except UnicodeDecodeError as error:  # what SQLite says of a damaged schema repeats its bytes
        raise NotADesk(
            f"{path} is damaged: restore the file from a backup, or give another with --db"
        ) from error
    except sqlite3.DatabaseError as error:
        if "not a database" in str(error):
            raise NotADesk(f"{path} is not an SQLite database: give another file with --db") from error
        if is_only_read(path) and _wal_size(path):
            raise DatabaseError(
                f"{path} cannot be written to here, and the latest changes are still in {path}-wal: copy both files to a folder "
                "where you can write and use that copy, or run any claimtrack command where the desk is kept"
            ) from error
        raise


def sqlite_uri(path: Path, mode: str = "rwc") -> str:
    """The file as SQLite is given it, to be opened with `uri=True`.

    Beside a desk in use stand two more files, which SQLite makes even to read it. Where it cannot, the file is read
    without locks, as long as all that was written is in it: nobody has it open then.
    """
    how = "mode=ro&immutable=1" if is_read_without_locks(path) else f"mode={mode}"
    return f"{_file_uri(path.resolve())}?{how}"


def _file_uri(path: PurePath) -> str:
    """The file as an address in which SQLite finds no host: it refuses that of a Windows share."""
    return re.sub("^file://(?=[^/])", "file:////", path.as_uri())


def is_only_read(path: Path) -> bool:
    """Whether the file is there and cannot be written by us: it is read-only itself, or its folder or disk is.

    A file alone that is read-only counts, too: what SQLite made beside it would keep its owner out.
    """
    real = path.resolve()
    return real.exists() and not (os.access(real, os.W_OK) and os.access(real.parent, os.W_OK))


def is_read_without_locks(path: Path) -> bool:
    """Whether the desk is read without locks."""
    return is_only_read(path) and not _wal_size(path)


def _wal_size(path: Path) -> int:
    """How many bytes of writing are kept beside the file, or were since it was last opened."""
    try:
        return path.resolve().with_name(f"{path.resolve().name}-wal").stat().st_size
    except FileNotFoundError:
        return 0


@contextmanager
def refuse_concurrent_change(path: Path) -> Iterator[None]:
    """Within it a desk is read. Raises DatabaseError where that was without locks and another wrote it meanwhile."""
    before = path.stat() if is_read_without_locks(path) else None
    yield
    if before is not None:
        after = path.stat()
        if (before.st_mtime_ns, before.st_size) != (after.st_mtime_ns, after.st_size):
            raise DatabaseError(
                f"{path} was changed by another program while it was being read: run the command again"
            )


@contextmanager
def check_constraints_off(conn: sqlite3.Connection) -> Iterator[None]:
    """Within it, a row that another program got in past a check stays as it is, and stops no migration: `doctor` tells it."""
    conn.execute("pragma ignore_check_constraints = on")
    try:
        yield
    finally:
        conn.execute("pragma ignore_check_constraints = off")


_LARGE_CACHE_SETTINGS = {"cache_size": -64_000, "temp_store": 2, "wal_autocheckpoint": 10_000}


@contextmanager
def large_cache(db: Database) -> Iterator[None]:
    """Within it, writing much keeps more pages in memory and writes them back to the file less often.

    Above all the journals that let one statement be undone: every insert that fires triggers keeps one,
    by default in a file, which costs 130 writes a review and a third of the time.
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
