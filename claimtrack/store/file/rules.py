"""The triggers and views in a desk's file: those of the schema, recreated at each upgrade, and those that users added."""

from __future__ import annotations

import logging
import re
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from functools import cache, lru_cache
from typing import TYPE_CHECKING, NamedTuple

from sqlite_utils import Database
from sqlite_utils.db import quote_identifier

from claimtrack.core.errors import UnsafeToWrite
from claimtrack.core.texts.printable import list_some, printable
from claimtrack.store.file import schema_files
from claimtrack.store.file.connecting import command, file_of, immediate_transaction, naming

if TYPE_CHECKING:
    from pathlib import Path


_logger = logging.getLogger(__name__)

# The tables of an FTS5 index. SQLite crashes if one has a trigger and the index is written.
FTS_SHADOW_SUFFIXES = ("data", "idx", "content", "docsize", "config")
_FTS_SHADOW_TABLES = tuple(
    f"{index}_{part}" for index in schema_files.TEXT_INDEXES for part in FTS_SHADOW_SUFFIXES
)
# Errors to ignore where no command of ours is affected: functions that only Datasette with a plug-in has, or writes that a view does not take.
_HARMLESS_FAULT = re.compile(r"^no such (?:function|collation sequence|module)|because it is a view$")
# Run before each change of the desk: the pattern comes first, because three hundred triggers are on other tables.
_FATAL_TRIGGERS = f"""
    select name from sqlite_master
    where type = 'trigger' and tbl_name glob '*_fts_*' and tbl_name in {_FTS_SHADOW_TABLES} order by name
"""

# Run before each change, too: one value, because fetching three hundred rows takes four times as long.
_TRIGGERS = "select group_concat(name || char(1) || sql, char(0)) from sqlite_master where type = 'trigger'"

_WRITE_ACTIONS = (sqlite3.SQLITE_INSERT, sqlite3.SQLITE_UPDATE, sqlite3.SQLITE_DELETE)

_HISTORY_TRIGGER = re.compile(
    r"trigger (?:\w+_(?:history_\w+|keeps_its_id|is_not_replaced)|history_is_not_\w+|audit_context_stays) on "
)


class ForeignRule(NamedTuple):
    """A trigger or view that is not the desk's own, and SQLite's errors about it before the upgrade."""

    kind: str
    name: str
    table: str
    sql: str
    faults: frozenset[str]


def find_missing_rules(db: Database) -> list[str]:
    """Return the views and triggers of the schema that are missing from the file, say otherwise there, or are on another table."""
    there = {(name, table) for _, name, table, sql in _list_rules(db) if schema_files.is_rule(name, sql)}
    return [name for name, table in schema_files.rules().items() if (name, table) not in there]


def drop_all_rules(db: Database) -> list[ForeignRule]:
    """Drop all triggers and views, and return those that are not the desk's own, to be restored.

    An old trigger would record a migration's own changes in history, and a view prevents its columns from being renamed.
    """
    standing, own = _list_rules(db), schema_files.own_rules()
    foreign = [
        ForeignRule(kind, name, table, sql, _find_faults(db, kind, table))
        for kind, name, table, sql in standing
        if name not in own
    ]
    for kind, name, _, _ in standing:
        db.execute(f"drop {kind} if exists {quote_identifier(name)}")
    return foreign


def restore_foreign_rules(db: Database, foreign: list[ForeignRule], copy: Path | None) -> None:
    """Recreate the users' triggers and views. One that the upgrade broke is left out with a warning, its SQL and the copy that has it.

    So is a trigger that would crash SQLite.
    """
    waiting = [one for one in foreign if one.table not in _FTS_SHADOW_TABLES]
    _warn_dropped([one.name for one in foreign if one.table in _FTS_SHADOW_TABLES])
    while waiting:  # one may depend on another that comes later
        broken = [(one, fault) for one in waiting if (fault := _create_or_explain(db, one))]
        if len(broken) == len(waiting):
            _warn_left_out(broken, copy)
            return
        waiting = [one for one, _ in broken]


def find_fatal_triggers(db: sqlite3.Connection) -> list[str]:
    """Return the triggers on tables of the search indexes, which crash the program when a claim, an article or a note is written."""
    return [row[0] for row in db.execute(_FATAL_TRIGGERS)]


def find_meddling_triggers(db: Database) -> dict[str, str]:
    """Return foreign triggers that write into the desk's tables, each with one such table. Uses SQLite's authorizer; nothing is run."""
    own, kept = schema_files.own_rules(), {*schema_files.triggers().values(), *schema_files.TEXT_INDEXES}
    found: dict[str, str] = {}

    def told(action: int, table: str | None, _: str | None, __: str | None, trigger: str | None) -> int:
        if action in _WRITE_ACTIONS and table in kept and trigger and trigger not in own:
            found.setdefault(trigger, table)
        return sqlite3.SQLITE_OK

    standing = _list_rules(db)
    db.conn.set_authorizer(told)
    try:
        for table in {table for kind, name, table, _ in standing if kind == "trigger" and name not in own}:
            _find_faults(db, "trigger", table)
    finally:
        db.conn.set_authorizer(None)
    return dict(sorted(found.items()))


def find_faulty_rules(db: Database) -> dict[str, str]:
    """Return foreign views, and tables with foreign triggers, that SQLite cannot run, each with SQLite's error."""
    own, kept = schema_files.own_rules(), set(schema_files.triggers().values())
    places = {(kind, table) for kind, name, table, _ in _list_rules(db) if name not in own}
    found = {}
    for kind, table in sorted(places):
        faults = {
            one for one in _find_faults(db, kind, table) if table in kept or not _HARMLESS_FAULT.search(one)
        }
        if faults:
            told = f"the view {table}" if kind == "view" else f"a trigger of yours on {table}"
            found[told] = min(faults)
    return found


def drop_fatal_triggers(db: Database) -> None:
    """Drop the triggers that would crash SQLite, and log a warning."""
    with immediate_transaction(db.conn):
        names = find_fatal_triggers(db.conn)
        for name in names:
            db.execute(f"drop trigger {quote_identifier(name)}")
    _warn_dropped(names)


def find_missing_triggers(conn: sqlite3.Connection) -> list[str]:
    """Return the triggers of the schema that are missing from the file or say otherwise there; empty for a file of another version, which has its own."""
    if not schema_files.has_current_digest(conn):
        return []
    return list(_triggers_not_among(conn.execute(_TRIGGERS).fetchone()[0] or ""))


@lru_cache(maxsize=4)
def _triggers_not_among(standing: str) -> tuple[str, ...]:
    """Return the triggers of the schema that are not among these. Cached, because they are the same at almost every write."""
    there = dict(one.split("\1", 1) for one in standing.split("\0") if one)
    return tuple(
        f"trigger {name} on {table}"
        for name, table in schema_files.triggers().items()
        if not schema_files.is_rule(name, there.get(name, ""))
    )


def find_lost_rules(db: Database) -> list[str]:
    """Return `find_missing_rules`, each with its kind and table, for people; empty for a file of another version, which has its own."""
    if not schema_files.has_current_digest(db.conn):
        return []
    tables = schema_files.triggers()
    return [
        f"trigger {name} on {tables[name]}" if name in tables else f"view {name}"
        for name in find_missing_rules(db)
    ]


def _history_triggers_among(names: Iterable[str]) -> list[str]:
    """Return those of these triggers without which history is incomplete."""
    return [one for one in names if _HISTORY_TRIGGER.match(one)]


def refuse_unsafe(conn: sqlite3.Connection) -> None:
    """Raise UnsafeToWrite if the next write would crash SQLite, and the server with it, or be missing from history.

    If another rule is missing, a warning is logged.
    """
    if names := find_fatal_triggers(conn):
        raise UnsafeToWrite(
            f"nothing can be written: {naming(file_of(conn) or '', explain_fatal_triggers(names))}"
        )
    missed = find_missing_triggers(conn)
    if names := _history_triggers_among(missed):
        raise UnsafeToWrite(
            f"nothing can be written: the triggers that keep the desk's rules and history are gone or replaced ({list_some(names, 1)}), as happens "
            f"when `sqlite-utils transform` rebuilds a table. `{command(file_of(conn) or '', 'init')}` restores them"
        )
    if missed:
        _warn_missing_once(file_of(conn) or "", tuple(missed))


@cache
def _warn_missing_once(path: str, names: tuple[str, ...]) -> None:
    """Log, once, that rules are missing while the desk is written."""
    _logger.warning(
        "%s",
        printable(
            f"The desk does not keep all of its rules, because triggers are gone or replaced ({list_some(names, 1)}), as happens when "
            f"`sqlite-utils transform` rebuilds a table. `{command(path, 'doctor --repair')}` restores them"
        ),
    )


def refuse_unsafe_change(conn: sqlite3.Connection) -> None:
    """Raise UnsafeToWrite if this transaction leaves the desk unsafe for further writes."""
    if names := _history_triggers_among(find_missing_triggers(conn)):
        raise UnsafeToWrite(
            "this is not possible, and nothing was changed: it would remove or replace the triggers that keep the desk's rules and "
            f"history ({list_some(names, 1)}), as rebuilding, renaming or dropping a table does"
        )
    if names := find_fatal_triggers(conn):
        raise UnsafeToWrite(
            "this is not possible, and nothing was changed: SQLite fails when it writes a search index that has triggers "
            f"({list_some(names, 1)})"
        )


def explain_fatal_triggers(names: list[str]) -> str:
    """Return a message about triggers that would crash SQLite, with the remedy."""
    return (
        "SQLite fails when it writes a search index that has triggers: `claimtrack doctor --repair` removes them "
        f"({list_some(names, 1)}). `sqlite-utils enable-counts` adds such triggers"
    )


def warn_restored(names: Sequence[str]) -> None:
    """Log that missing triggers or views were restored."""
    _logger.warning(
        "%s", printable(f"Restored {list_some(names, 1)}, which the desk needs to keep its rules")
    )


def _warn_dropped(names: list[str]) -> None:
    if names:
        _logger.warning("%s", printable(f"Removed the triggers on the search indexes: {', '.join(names)}"))


def _list_rules(db: Database) -> list[tuple[str, str, str, str]]:
    """Return kind, name, table and SQL of each trigger and view in the file, views first, since a trigger may be on one."""
    sql = "select type, name, tbl_name, sql from sqlite_master where type in ('trigger', 'view') order by type desc, rowid"
    return db.execute(sql).fetchall()


def _create_or_explain(db: Database, one: ForeignRule) -> str | None:
    """Create a foreign trigger or view. If that fails, or it no longer works although it did before, drop it and return the error."""
    try:
        db.execute(one.sql)
    except sqlite3.Error as error:
        return str(error)
    if new := _find_faults(db, one.kind, one.table) - one.faults:
        db.execute(f"drop {one.kind} {quote_identifier(one.name)}")
        return min(new)
    return None


def _find_faults(db: Database, kind: str, table: str) -> frozenset[str]:
    """Return SQLite's errors about reading the view, or about each statement that would fire the trigger. Nothing is run."""
    faults = set()
    for sql in (
        [f"select * from {quote_identifier(table)}"] if kind == "view" else _write_statements(db, table)
    ):
        try:
            db.execute(f"explain {sql}")
        except sqlite3.Error as error:
            faults.add(str(error))
    return frozenset(faults)


def _write_statements(db: Database, table: str) -> Iterator[str]:
    try:
        names = [
            quote_identifier(row[0]) for row in db.execute("select name from pragma_table_info(?)", [table])
        ]
    except sqlite3.Error:  # the table is a broken view
        names = []
    name = quote_identifier(table)
    yield f"insert into {name} default values"
    yield f"delete from {name}"
    if names:
        yield f"update {name} set {', '.join(f'{column} = {column}' for column in names)}"


def _warn_left_out(broken: Iterable[tuple[ForeignRule, str]], copy: Path | None) -> None:
    kept = f" A copy of it is in {copy}." if copy else ""
    for one, fault in broken:
        _logger.warning(
            "%s",
            printable(
                f"The {one.kind} {one.name} was added by someone to this desk and no longer works ({fault}), so it was left out.{kept} Its SQL:\n{one.sql};"
            ),
        )
