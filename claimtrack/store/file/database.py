"""Opens, creates and upgrades desks, and wraps every write in one transaction with its actor."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlite_utils import Database

from claimtrack.core.errors import (
    Damaged,
    DatabaseError,
    InvalidValue,
    NeedsMigration,
    NotADesk,
    NotFound,
    Refused,
    TooNew,
    UnsafeToWrite,
)
from claimtrack.core.texts.printable import list_some, shell_command
from claimtrack.store.file import rules, schema_files, tables
from claimtrack.store.file.connecting import (
    ANOTHER_FILE,
    command,
    connect,
    file_of,
    immediate_transaction,
    large_cache,
    refuse_old_sqlite,
)
from claimtrack.store.file.copying import scratch_copy
from claimtrack.store.file.desk_file import DeskFile
from claimtrack.store.file.errors import translate_errors
from claimtrack.store.file.migrating import Upgrade, applied_migrations, migrate, pending_migrations

# ── opening ─────────────────────────────────────────────────────────────────────────────────────


def open_desk(path: str | Path) -> Database:
    """Open an existing, up-to-date desk.

    Raises NotFound if there is none yet, NotADesk, TooNew or NeedsMigration if the file cannot be used.
    """
    path = Path(path)
    place = "" if path.is_absolute() else f" in {Path.cwd()}"
    missing = NotFound(
        f"there is no desk at {path}{place}: give the file of yours with --db, or create one with `{command(path, 'init')}`"
    )
    if not path.exists():
        raise missing
    db = _connect(path)
    try:
        with translate_errors():
            if _is_blank(db):
                raise missing
        check_version(db, path)
    except Exception:
        db.close()
        raise
    return db


def open_upgraded(path: Path) -> Database:
    """Open an older desk as a copy that is upgraded, and gone once it is closed: the file stays as it is.

    Raises NotADesk, TooNew, DatabaseError if a table is missing, MigrationFailed for a failed step.
    """
    with closing(_connect(path)) as db:
        _check_is_desk(db, path)
        _check_not_newer(db)
        _check_nothing_lost(db, path)
        _check_no_name_clash(db, path)
        upgraded = scratch_copy(db)
    try:
        migrate(upgraded)
    except Exception:
        upgraded.close()
        raise
    return upgraded


def create_or_migrate(path: str | Path) -> tuple[Database, Upgrade]:
    """Open a desk, creating or upgrading its file if needed; also return what was done.

    All or nothing: if a step fails, the file is unchanged. Before tables are changed, a copy is kept next to the
    file. Raises DatabaseError if the folder does not exist, a table is missing or the name of a new one is taken, NotADesk for
    another program's database, TooNew for a newer desk, MigrationFailed for a failed step.
    """
    path = Path(path)
    if not path.parent.is_dir():
        raise DatabaseError(
            f"the folder {path.parent} does not exist: create it first, or give another file with --db"
        )
    db = _connect(path)
    try:
        if not _is_blank(db):
            _check_is_desk(db, path)
            _check_not_newer(db)
            _check_nothing_lost(db, path)
            _check_no_name_clash(db, path)
        upgrade = migrate(db)
    except Exception:
        db.close()
        raise
    return db, upgrade


def _connect(path: Path) -> Database:
    # Plug-ins of sqlite-utils are for its own users, and finding them takes as long as opening ten desks.
    return Database(connect(path), execute_plugins=False)


def _is_blank(db: Database) -> bool:
    return not db.execute("select exists (select 1 from sqlite_master)").fetchone()[0]


def check_version(db: Database, path: str | Path | None = None) -> None:
    """Raise NotADesk, TooNew or NeedsMigration unless this code and this file match, DatabaseError if SQLite is too old."""
    refuse_old_sqlite()
    _check_is_desk(db, path)
    _check_not_newer(db)
    if pending_migrations(db) or not schema_files.has_current_digest(db.conn):
        if path is not None and DeskFile(Path(path)).is_only_read():
            raise NeedsMigration(
                f"{path} was made with an older claimtrack and cannot be written to here: copy it to a folder where you can "
                f"write, and run `{command('COPY', 'init')}` on the copy, which this version then opens"
            )
        init = "claimtrack init" if path is None else command(path, "init")
        raise NeedsMigration(
            f"this desk was made with an older claimtrack: run `{init}` once to upgrade it (nothing is lost)"
        )


def _check_is_desk(db: Database, path: str | Path | None) -> None:
    name, has_record = path or "this database", bool(applied_migrations(db))
    if schema_files.is_desk(db.conn):
        if not has_record:
            gone = "the table _sqlite_migrations, which says what version the desk is of, is gone or something else"
            raise Damaged(f"{name} is damaged: {gone}. Restore the file from a backup; nothing was changed")
        return
    from claimtrack.store.file.publication import is_public_copy

    if path is not None and has_record:
        mark = shell_command(
            "sqlite-utils", "query", str(path), f"pragma application_id = {schema_files.APPLICATION_ID}"
        )
        raise NotADesk(
            f"{name} has the tables of a desk, but not the mark of one, which is lost with `.dump`, `.clone` and the like: "
            f"if it is one, run `{mark}`, then `{command(path, 'init')}`"
        )
    public = "a public copy, with what readers may see, and not the desk that made it"
    what = public if is_public_copy(db.conn) else "not a claimtrack desk"
    raise NotADesk(f"{name} is {what}: {ANOTHER_FILE}; nothing was changed")


def _check_not_newer(db: Database) -> None:
    unknown = sorted(applied_migrations(db) - set(schema_files.migrations()))
    if unknown:
        raise TooNew(
            f"this desk was made with a newer claimtrack ({unknown[-1]} is unknown here): install that version or a later one"
        )


def _check_nothing_lost(db: Database, path: Path | None) -> None:
    with translate_errors():
        gone = tables.find_lost_parts(db.conn, applied_migrations(db))
    if gone:
        raise DatabaseError(f"{tables.explain_lost_parts(gone, path)}; nothing was changed")


def _check_no_name_clash(db: Database, path: Path) -> None:
    try:
        taken = tables.find_name_clashes(db.conn, applied_migrations(db), path)
    except sqlite3.Error:  # the migration will fail and report it
        return
    if taken:
        raise DatabaseError(f"{tables.explain_name_clashes(taken)}. Nothing was changed")


def restore_rules(db: Database) -> None:
    """Restore missing triggers and views of the desk, and log it. Raises DatabaseError if a table is missing."""
    if names := rules.find_missing_rules(db):
        _check_nothing_lost(db, file_of(db))
        migrate(db)
        rules.warn_restored(names)


# ── writing ─────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def write_transaction(db: Database, actor: str | None, *, dry_run: bool = False) -> Iterator[Database]:
    """Context of one change: all or nothing, under one actor's name in history; a dry run is rolled back.

    Inside another write transaction it joins that one, with its actor. Raises DatabaseLocked
    if another program holds the file for longer than the busy timeout.
    """
    if db.conn.in_transaction:
        with _name_blocking_tables(db), translate_errors():
            yield db
        return
    end = "rollback" if dry_run else "commit"
    with (
        _name_blocking_tables(db),
        translate_errors(),
        immediate_transaction(db.conn, end=end),
        acting_as(db.conn, actor),
    ):
        yield db


SHORT = 1_000
"""How many records or rows a trial may write on the desk itself: as many as an import of reviews writes in one transaction."""


@contextmanager
def trial(db: Database, actor: str | None, *, size: int) -> Iterator[Database]:
    """Context with a desk on which to try so many changes, of which none stays.

    It is a copy, since a transaction on the desk would keep everybody else from writing until it is rolled back. Only a `SHORT` trial is
    such a transaction: to copy a desk of a million claims takes ten seconds.
    """
    if size <= SHORT:
        with large_cache(db), write_transaction(db, actor, dry_run=True):
            yield db
    else:
        with closing(scratch_copy(db)) as copy, large_cache(copy):
            yield copy


@contextmanager
def _name_blocking_tables(db: Database) -> Iterator[None]:
    """Context: if a foreign key fails, raise an error that names the user's own tables whose rows may be the cause."""
    try:
        yield
    except InvalidValue as error:
        is_key = isinstance(error.__cause__, sqlite3.IntegrityError) and "FOREIGN KEY" in str(error.__cause__)
        if is_key and (own := tables.find_dependent_tables(db.conn)):
            raise Refused(
                f"rows of your own tables ({list_some(own, 3)}) seem to name what would be deleted: delete or change these rows first"
            ) from error
        raise


@contextmanager
def acting_as(conn: sqlite3.Connection, actor: str | None) -> Iterator[None]:
    """Context within a write transaction in which history records this actor.

    After an error the rollback also removes the name.
    Raises UnsafeToWrite if the desk has another version, history would miss the next write, or another program's
    triggers would crash this one.
    """
    _refuse_another_version(conn)
    rules.refuse_unsafe(conn)
    conn.execute("update audit_context set actor = ? where id = 1", [actor])
    yield
    conn.execute("update audit_context set actor = null where id = 1")


def record_as(db: Database, actor: str | None) -> None:
    """From here to the end of the write transaction, record changes under another actor's name: for one who repeats others' changes."""
    db.execute("update audit_context set actor = ? where id = 1", [actor])


@contextmanager
def snapshot(db: Database) -> Iterator[None]:
    """Context in which several queries read the desk as it was at the first of them, whoever writes meanwhile."""
    db.execute("begin")
    try:
        yield
    finally:
        db.execute("rollback")


@contextmanager
def savepoint(db: Database) -> Iterator[None]:
    """Context within a write transaction: if it fails, only what was written in it is rolled back."""
    with translate_errors():
        db.execute("savepoint part")
        try:
            yield
        except BaseException:
            db.execute("rollback to part")
            raise
        finally:
            db.execute("release part")


def _refuse_another_version(conn: sqlite3.Connection) -> None:
    """Raise UnsafeToWrite if the desk was upgraded while this program, such as a server, had it open."""
    if not schema_files.has_current_digest(conn) or applied_migrations(conn) != set(
        schema_files.migrations()
    ):
        raise UnsafeToWrite(
            f"nothing was written: {schema_files.ANOTHER_VERSION}`{command(file_of(conn) or '', 'init')}`"
        )
