"""Opens a desk, upgrades it, and wraps every write in one transaction with its actor."""

from __future__ import annotations

import sqlite3
from contextlib import ExitStack, closing, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from sqlite_utils import Database

from claimtrack.core.errors import (
    DatabaseError,
    MigrationFailed,
    NeedsMigration,
    NotADesk,
    NotFound,
    TooNew,
)
from claimtrack.store.file import numbering, remaking, rules, schema_files, tables
from claimtrack.store.file.connecting import (
    command,
    connect,
    file_of,
    keep_log,
    refuse_old_sqlite,
    without_checks,
    writing,
)
from claimtrack.store.file.copying import keep_before
from claimtrack.store.file.errors import translated

if TYPE_CHECKING:
    from collections.abc import Iterator

_MIGRATION_SET = "claimtrack"


# ── opening ─────────────────────────────────────────────────────────────────────────────────────


def open_desk(path: str | Path) -> Database:
    """Open an existing, up-to-date desk.

    Raises NotFound where there is none yet, NotADesk, TooNew or NeedsMigration where the file cannot serve.
    """
    path = Path(path)
    missing = NotFound(
        f"there is no desk at {path}: create one with `{command(path, 'init')}`, or give another file with --db"
    )
    if not path.exists():
        raise missing
    db = _connected(path)
    try:
        with translated():
            if _is_blank(db):
                raise missing
        check_version(db, path)
    except Exception:
        db.close()
        raise
    return db


def is_unmade(path: str | Path) -> bool:
    """Whether a desk can be made here: no file, or one with nothing in it.

    Such a file is left by `touch`, by an `init` that was cut off, and for a moment by one under way.
    """
    path = Path(path)
    if not path.exists():
        return True
    with closing(_connected(path)) as db, translated():
        return _is_blank(db)


class Upgrade(NamedTuple):
    """What was done to the file: the migrations that ran, the copy of it as it was before, if it was a desk, and the triggers put back.

    `named` is what the desk was called and is called, where it was given a name.
    """

    migrations: list[str]
    copy: Path | None = None
    put_back: tuple[str, ...] = ()
    named: tuple[str | None, str] | None = None


def create_or_migrate(path: str | Path) -> tuple[Database, Upgrade]:
    """Open a desk, creating the file or bringing it up to date; also return what was done.

    All or nothing: when a step fails the file is as it was. Before an upgrade of the tables a copy of it is
    kept beside it. Raises DatabaseError where there is no such folder, a table is gone or a new one has no room, NotADesk for somebody
    else's database, TooNew for a newer desk, MigrationFailed for a step that fails.
    """
    path = Path(path)
    if not path.parent.is_dir():
        raise DatabaseError(
            f"the folder {path.parent} does not exist: create it first, or give another file with --db"
        )
    db = _connected(path)
    try:
        if not _is_blank(db):
            _check_is_desk(db, path)
            _check_not_newer(db)
            _check_whole(db, path)
            _check_room(db, path)
        upgrade = migrate(db)
    except Exception:
        db.close()
        raise
    return db, upgrade


def _connected(path: Path) -> Database:
    # Plug-ins of sqlite-utils are for its users: to look which are installed takes as long as to open ten desks.
    return Database(connect(path), execute_plugins=False)


def _is_blank(db: Database) -> bool:
    return not db.execute("select exists (select 1 from sqlite_master)").fetchone()[0]


def check_version(db: Database, path: str | Path | None = None) -> None:
    """Raise NotADesk, TooNew or NeedsMigration unless this code and this file fit together, DatabaseError for an old SQLite."""
    refuse_old_sqlite()
    _check_is_desk(db, path)
    _check_not_newer(db)
    if pending(db) or not _has_current_digest(db):
        init = "claimtrack init" if path is None else command(path, "init")
        raise NeedsMigration(
            f"this desk was made with an older claimtrack: run `{init}` once to upgrade it (nothing is lost)"
        )


def _check_is_desk(db: Database, path: str | Path | None) -> None:
    if not schema_files.is_desk(db.conn):
        raise NotADesk(
            f"{path or 'this database'} is not a claimtrack desk: give another file with --db; nothing was changed"
        )


def _check_not_newer(db: Database) -> None:
    unknown = sorted(_recorded(db) - set(schema_files.migrations()))
    if unknown:
        raise TooNew(
            f"this desk was made with a newer claimtrack ({unknown[-1]} is unknown here): install that version or a later one"
        )


def _check_whole(db: Database, path: Path) -> None:
    with translated():
        gone = tables.lost(db.conn, _recorded(db))
    if gone:
        raise DatabaseError(f"{tables.told_lost(gone, path)}; nothing was changed")


def _check_room(db: Database, path: Path) -> None:
    try:
        taken = tables.in_the_way(db.conn, _recorded(db), path) if pending(db) else {}
    except sqlite3.Error:  # a migration that fails anyway, and tells of it then
        return
    if taken:
        raise DatabaseError(f"{tables.told_in_the_way(taken)}. Nothing was changed")


# ── migrations ──────────────────────────────────────────────────────────────────────────────────


def migrate(db: Database) -> Upgrade:
    """Bring the schema up to date in one transaction; return what was done.

    Triggers and views that people made stay; one that the new tables have no room for is left out and told.
    WAL is set first: it cannot be set inside a transaction. Raises MigrationFailed for a step that fails; then the file is as it was.
    """
    with translated():
        keep_log(db.conn)
    if _is_current(db):
        return Upgrade([])
    with ExitStack() as failing:
        with translated(), remaking.without_foreign_keys(db.conn, pending(db)), writing(db.conn):
            if _is_current(db):  # by now: another process did it while we waited for the lock
                return Upgrade([])
            names = pending(db)
            gone = rules.gone(db.conn)
            copy = _copy_before(db, names)
            if copy:  # a full disk may refuse the commit, too
                failing.callback(copy.unlink, missing_ok=True)
            _apply(db, names, copy)
        failing.pop_all()
    return Upgrade(names, copy, tuple(gone))


def put_rules_back(db: Database) -> None:
    """Put back the desk's triggers and views that are gone, and say so. Raises DatabaseError where their table is."""
    if names := rules.missing(db):
        _check_whole(db, Path(file_of(db) or ""))
        migrate(db)
        rules.tell_put_back(names)


def _copy_before(db: Database, names: list[str]) -> Path | None:
    """A copy of a desk whose tables are about to change. Nobody else can write: the transaction has begun."""
    path = file_of(db)
    return keep_before(Path(path), names[0]) if names and path and _recorded(db) else None


def _apply(db: Database, names: list[str], copy: Path | None) -> None:
    foreign = rules.take_off(db)
    try:
        _make_lost_indexes(db)
        with without_checks(db.conn):
            schema_files.as_migrations(_MIGRATION_SET).apply(db)
            numbering.give_each_once(db.conn, names)
            remaking.let_address_be_missing(db.conn, names)
            remaking.let_a_side_of_history_be_missing(db.conn, names)
        _apply_repeatable(db)
        rules.put_back(db, foreign, copy)
    except (sqlite3.Error, ValueError) as error:
        if "disk is full" in str(error):  # nothing to report: the caller says what helps
            raise
        raise MigrationFailed(
            f"the upgrade failed ({error}), and the file is unchanged. Please report this"
        ) from error


def _make_lost_indexes(db: Database) -> None:
    for name, sql in tables.lost_indexes(db.conn, _recorded(db)).items():
        try:
            db.execute(sql)
        except sqlite3.IntegrityError as error:
            raise DatabaseError(
                f"the index {name} is missing and cannot be rebuilt, because some rows are duplicates ({sql}). Change or delete "
                "one of each and try again; nothing was changed"
            ) from error


def _is_current(db: Database) -> bool:
    return (
        not pending(db)
        and _has_current_digest(db)
        and not rules.missing(db)
        and not tables.lost_indexes(db.conn, _recorded(db))
    )


def _has_current_digest(db: Database) -> bool:
    return bool(db.execute("pragma user_version").fetchone()[0] == schema_files.digest())


def pending(db: Database) -> list[str]:
    """The names of the migrations that this file has not had, in order."""
    recorded = _recorded(db)
    return [name for name in schema_files.migrations() if name not in recorded]


def _recorded(db: Database) -> set[str]:
    if not db.execute("select 1 from sqlite_master where name = '_sqlite_migrations'").fetchone():
        return set()
    rows = db.execute("select name from _sqlite_migrations where migration_set = ?", [_MIGRATION_SET])
    return {row[0] for row in rows}


def _apply_repeatable(db: Database) -> None:
    for script in schema_files.repeatable():
        for statement in schema_files.statements(script):
            db.execute(statement)
    db.execute(f"pragma user_version = {schema_files.digest()}")


# ── writing ─────────────────────────────────────────────────────────────────────────────────────


@contextmanager
def write_transaction(db: Database, actor: str | None, *, dry_run: bool = False) -> Iterator[Database]:
    """One change of the desk: all of it or nothing, under one actor's name in history; of a dry run nothing.

    Inside another write transaction it joins that one, whose actor stands. Raises DatabaseLocked
    when another program holds the file for longer than the busy timeout.
    """
    if db.conn.in_transaction:
        with translated():
            yield db
        return
    end = "rollback" if dry_run else "commit"
    with translated(), writing(db.conn, end=end), signed(db.conn, actor):
        yield db


@contextmanager
def signed(conn: sqlite3.Connection, actor: str | None) -> Iterator[None]:
    """Within an open write transaction: history names this actor.

    An error needs no clearing up here: the transaction is rolled back, and the name with it.
    Raises UnsafeToWrite where history would not have the next write, or another program's triggers would kill this one.
    """
    rules.refuse_unsafe(conn)
    conn.execute("update audit_context set actor = ? where id = 1", [actor])
    yield
    conn.execute("update audit_context set actor = null where id = 1")
