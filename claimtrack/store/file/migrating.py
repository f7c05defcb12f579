"""Upgrades the schema of a desk: all steps or none, with a copy of the file before its tables change."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from typing import TYPE_CHECKING, NamedTuple

from sqlite_utils import Database

from claimtrack.core.errors import DatabaseError, MigrationFailed
from claimtrack.store.file import numbering, remaking, rules, schema_files, tables
from claimtrack.store.file.connecting import check_constraints_off, enable_wal, file_of, immediate_transaction
from claimtrack.store.file.copying import backup_before_migration
from claimtrack.store.file.errors import translate_errors

if TYPE_CHECKING:
    from pathlib import Path


_MIGRATION_SET = "claimtrack"


class Upgrade(NamedTuple):
    """What was done to the file: the migrations applied, the copy made before, if it was a desk, and the triggers and views restored.

    `named` is the desk's former and new name, if it was named.
    """

    migrations: list[str]
    copy: Path | None = None
    put_back: tuple[str, ...] = ()
    named: tuple[str | None, str] | None = None


def migrate(db: Database) -> Upgrade:
    """Upgrade the schema in one transaction; return what was done.

    Triggers and views made by users are kept; one that does not work with the new tables is left out with a warning.
    WAL is set first, because it cannot be set inside a transaction. Raises MigrationFailed for a failed step; then the file is unchanged.
    """
    with translate_errors():
        enable_wal(db.conn)
    if _is_current(db):
        return Upgrade([])
    with ExitStack() as failing:
        with (
            translate_errors(),
            remaking.without_foreign_keys(db.conn, pending_migrations(db)),
            immediate_transaction(db.conn),
        ):
            if _is_current(db):  # another process upgraded it while we waited for the lock
                return Upgrade([])
            names = pending_migrations(db)
            gone = rules.find_lost_rules(db)
            copy = _backup_before(db, names)
            if copy:  # a full disk may refuse the commit, too
                failing.callback(copy.unlink, missing_ok=True)
            _apply(db, names, copy)
        failing.pop_all()
    return Upgrade(names, copy, tuple(gone))


def _backup_before(db: Database, names: list[str]) -> Path | None:
    """Return a copy of a desk whose tables are about to change. Nobody else can write, since the transaction has begun."""
    path = file_of(db)
    return backup_before_migration(path, names[0]) if names and path and applied_migrations(db) else None


def _apply(db: Database, names: list[str], copy: Path | None) -> None:
    foreign = rules.drop_all_rules(db)
    try:
        _make_lost_indexes(db)
        with check_constraints_off(db.conn):
            schema_files.migration_set(_MIGRATION_SET).apply(db)
            numbering.enable_autoincrement(db.conn, names)
            remaking.make_evidence_url_optional(db.conn, names)
            remaking.make_history_sides_optional(db.conn, names)
        _apply_repeatable(db)
        rules.restore_foreign_rules(db, foreign, copy)
    except (sqlite3.Error, ValueError) as error:
        if re.search("disk is full|disk I/O", str(error)):  # no bug: the caller's message has the remedy
            raise
        raise MigrationFailed(
            f"the upgrade failed ({error}), and the file is unchanged. Please report this"
        ) from error


@contextmanager
def without_rules(db: Database) -> Iterator[None]:
    """Within it the file has no triggers and views, so that history does not record what is written, and nothing is refused."""
    foreign = rules.drop_all_rules(db)
    yield
    _apply_repeatable(db)
    rules.restore_foreign_rules(db, foreign, None)


def _make_lost_indexes(db: Database) -> None:
    for name, sql in tables.find_lost_indexes(db.conn, applied_migrations(db)).items():
        try:
            db.execute(sql)
        except sqlite3.IntegrityError as error:
            raise DatabaseError(
                f"the index {name} is missing and cannot be rebuilt, because some rows are duplicates ({sql}). Change or delete "
                "one of each and try again; nothing was changed"
            ) from error


def _is_current(db: Database) -> bool:
    return (
        not pending_migrations(db)
        and schema_files.has_current_digest(db.conn)
        and not rules.find_missing_rules(db)
        and not tables.find_lost_indexes(db.conn, applied_migrations(db))
    )


def pending_migrations(db: Database) -> list[str]:
    """Return the names of the migrations still to be applied, in order."""
    had = applied_migrations(db)
    return [name for name in schema_files.migrations() if name not in had]


def applied_migrations(db: Database | sqlite3.Connection) -> set[str]:
    """Return the names of the migrations already applied."""
    # In another program's file a table of that name may have other columns, and a view may be read without end.
    asked = """
        select count(*) = 2 from sqlite_master as made join pragma_table_info(made.name) as columns
        where made.name = '_sqlite_migrations' and made.type = 'table' and rootpage > 0 and columns.name in ('migration_set', 'name')
    """
    if not db.execute(asked).fetchone()[0]:
        return set()
    rows = db.execute("select name from _sqlite_migrations where migration_set = ?", [_MIGRATION_SET])
    return {row[0] for row in rows}


def _apply_repeatable(db: Database) -> None:
    for script in schema_files.repeatable_scripts():
        for statement in schema_files.statements(script):
            db.execute(statement)
    db.execute(f"pragma user_version = {schema_files.digest()}")
