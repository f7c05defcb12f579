"""Finds tables, columns and indexes that a desk has lost, a backup that still has them, and names that clash with new ones."""

from __future__ import annotations

import glob
import re
import sqlite3
from collections.abc import Collection, Iterator, Mapping
from contextlib import closing, contextmanager
from functools import cache
from itertools import count
from typing import TYPE_CHECKING, NamedTuple

from sqlite_utils import Database
from sqlite_utils.db import quote_identifier

from claimtrack.core.errors import READING_ERRORS, DatabaseError, NeedsMigration, UnsafeToWrite
from claimtrack.core.texts.printable import list_some, shell_command
from claimtrack.store.file import rules, schema_files
from claimtrack.store.file.connecting import file_of
from claimtrack.store.file.desk_file import DeskFile
from claimtrack.store.file.mistyped import INDEX_PREFIX
from claimtrack.store.file.wrong_values import refuse_wrong_values

if TYPE_CHECKING:
    from pathlib import Path


# Not from pragma_table_list, which compiles each view: that would take 0.02 s whenever a desk is opened.
_COLUMNS = """
    select made.name, columns.name, columns.type, columns.pk
    from sqlite_master as made join pragma_table_info(made.name) as columns where made.type = 'table'
"""
_REFERENCES = """
    select made.name, keys."from", keys."table"
    from sqlite_master as made join pragma_foreign_key_list(made.name) as keys where made.type = 'table'
"""
_EXTERNAL_CONTENT_FTS = re.compile(
    r"using fts\d.*[(,]\s*content\s*=\s*[\"'\[`]?\w", re.IGNORECASE | re.DOTALL
)
_MAX_LISTED = 3
_REBUILDERS = "pandas (`to_sql`) or `sqlite-utils transform` rebuilds"

_Names = dict[str, tuple[str, str, str]]


class Part(NamedTuple):
    """A table, a column of one, or what such a column is, such as "in the primary key"."""

    table: str
    column: str = ""
    trait: str = ""

    def __str__(self) -> str:
        if self.trait:
            return f"{self.table}.{self.column} is no longer {self.trait}"
        return f"the column {self.table}.{self.column}" if self.column else f"the table {self.table}"


class _Schema(NamedTuple):
    """What migrations create."""

    names: _Names
    parts: set[Part]


def find_lost_parts(conn: sqlite3.Connection, migrations: Collection[str]) -> list[Part]:
    """Return what these migrations created and is missing: tables, columns of existing tables, traits of existing columns."""
    gone = sorted(_schema_after(frozenset(migrations)).parts - _parts(conn))
    # A pending migration may need a search index of an earlier one, which can then not be recreated.
    made_again = schema_files.TEXT_INDEXES if schema_files.migrations().keys() <= set(migrations) else ()
    return [
        part
        for part in gone
        if not part.table.startswith(INDEX_PREFIX)
        and part.table not in made_again
        and (not part.column or Part(part.table) not in gone)
        and (not part.trait or Part(part.table, part.column) not in gone)
    ]


def refuse_lost_parts(db: Database) -> None:
    """Raise DatabaseError if a table or column of this version's desk is missing."""
    if gone := find_lost_parts(db.conn, schema_files.migrations()):
        raise DatabaseError(explain_lost_parts(gone, file_of(db)))


@contextmanager
def report_lost_parts(db: Database) -> Iterator[None]:
    """Context for using a desk: after an error, raise DatabaseError instead if a table, column or view is missing, or a view replaced.

    Raises NeedsMigration if the desk was upgraded while it was open: then nothing is lost; Damaged or DatabaseError for values that no desk has.
    """
    try:
        yield
    except (*READING_ERRORS, sqlite3.OperationalError, DatabaseError) as error:
        if not isinstance(error, UnsafeToWrite) and not schema_files.has_current_digest(db.conn):
            raise NeedsMigration(f"{schema_files.ANOTHER_VERSION}`claimtrack init`") from error
        refuse_lost_parts(db)
        refuse_lost_views(db)
        if isinstance(error, READING_ERRORS):
            try:
                refuse_wrong_values(db)
            except DatabaseError as told:
                raise told from error
        raise


def refuse_lost_views(db: Database) -> None:
    """Raise DatabaseError if a view of the desk is missing or replaced."""
    views = [one for one in rules.find_lost_rules(db) if one.startswith("view ")]
    if not views:
        return
    path = file_of(db)
    if path and (taken := find_name_clashes(db.conn, schema_files.migrations(), path)):
        restored = "Then `claimtrack init` restores what the desk needs"
        raise DatabaseError(f"{explain_name_clashes(taken)}. {restored}") from None
    raise DatabaseError(
        f"gone or replaced: {list_some(views, _MAX_LISTED)}. `claimtrack init` restores what the desk needs"
    ) from None


def find_dependent_tables(conn: sqlite3.Connection) -> list[str]:
    """Return the users' own tables with foreign keys to the desk's tables."""
    ours = _schema_after(frozenset(schema_files.migrations())).names.keys()
    rows = conn.execute(
        'select distinct made.name, keys."table" from sqlite_master as made join pragma_foreign_key_list(made.name) as keys'
        " where made.type = 'table' order by 1"
    )
    return list(
        dict.fromkeys(name for name, target in rows if name.lower() not in ours and target.lower() in ours)
    )


def find_other_tables(conn: sqlite3.Connection) -> list[str]:
    """Return the users' own tables, without those in which their search indexes keep data."""
    known = {
        *_schema_after(frozenset(schema_files.migrations())).names,
        "_sqlite_migrations",
        *_shadows(conn),
    }
    return [
        written for name, (kind, written, _) in _names(conn).items() if kind == "table" and name not in known
    ]


def find_lost_indexes(conn: sqlite3.Connection, migrations: Collection[str]) -> dict[str, str]:
    """Return the missing indexes of these migrations, with the SQL that creates them."""
    there, made = _indexes(_names(conn)), _indexes(_schema_after(frozenset(migrations)).names)
    return {name: sql for name, sql in made.items() if name not in there}


def find_lost_searches(conn: sqlite3.Connection) -> list[str]:
    """Return the search indexes that are missing, or that another program made anew: in its own way, search misses forms of a word."""
    there, made = _names(conn), _schema_after(frozenset(schema_files.migrations())).names
    return [name for name in schema_files.TEXT_INDEXES if there.get(name) != made[name]]


def find_name_clashes(
    conn: sqlite3.Connection, migrations: Collection[str], path: Path
) -> dict[str, list[str]]:
    """Return users' tables, indexes and columns whose names a later migration or a view needs, with the commands that free the name."""
    old, new = _schema_after(frozenset(migrations)), _schema_after(frozenset(schema_files.migrations()))
    names = new.names.keys() - old.names.keys() | set(schema_files.rules())
    columns = {
        part for part in new.parts - old.parts if part.column and not part.trait and part.table not in names
    }
    standing = _names(conn)
    taken = {
        f"the {standing[name][0]} {name}": _freeing_statements(conn, standing, name)
        for name in sorted((names & standing.keys()) - _shadows(conn))  # those go with their search index
    }
    for part in sorted(_parts(conn)):
        if part._replace(column=part.column.lower()) in columns:
            taken[str(part)] = [f"alter table {part.table} rename column {part.column} to own_{part.column}"]
    return {
        told: [shell_command("sqlite-utils", "query", str(path), sql) for sql in room]
        for told, room in taken.items()
    }


def _names(conn: sqlite3.Connection) -> _Names:
    """Return kind, name and SQL of the tables and indexes by lower-case name, since SQLite ignores case."""
    rows = conn.execute(
        "select type, name, sql from sqlite_master"
        " where type in ('table', 'index') and sql is not null and name not glob 'sqlite_*'"
    )
    return {row[1].lower(): row for row in rows}


def _freeing_statements(conn: sqlite3.Connection, standing: _Names, name: str) -> list[str]:
    """Return the statements that free the name."""
    kind, written, sql = standing[name]
    if kind == "index":
        return [f"drop index {written}"]
    if _EXTERNAL_CONTENT_FTS.search(sql):
        # It stores no text of its own. Its triggers must go, too, because they would write into the new one.
        triggers = conn.execute("select name, sql from sqlite_master where type = 'trigger' order by name")
        return [
            *(
                f"drop trigger {quote_identifier(row[0])}"
                for row in triggers
                if re.search(rf"\b{name}\b", row[1], re.IGNORECASE)
            ),
            f"drop table {written}",
        ]
    free = next(
        new for number in count(1) if (new := f"own{number if number > 1 else ''}_{name}") not in standing
    )
    views = conn.execute("select sql from sqlite_master where type = 'view'")
    if any(re.search(rf"\b{name}\b", row[0], re.IGNORECASE) for row in views):
        # SQLite would rename it in the views, too, and refuses if they do not fit it.
        return [f"create table {free} as select * from {written}", f"drop table {written}"]
    return [f"alter table {written} rename to {free}"]


def explain_name_clashes(taken: Mapping[str, list[str]]) -> str:
    """Return a message about name clashes, with the remedy."""
    return (
        f"this desk has {', '.join(taken)}, and this version needs the name for a part of its own. Make room for it and try again: "
        + "; ".join(f"`{command}`" for commands in taken.values() for command in commands)
    )


def explain_lost_parts(gone: list[Part], path: Path | None) -> str:
    """Return a message about missing tables and columns, or about changed columns, with the remedy."""
    if all(part.trait for part in gone):
        listed = list_some(gone, _MAX_LISTED)
        return f"{listed}, as happens when {_REBUILDERS} a table: change it back, or {suggest_backup(path, gone)}"
    gone = [part for part in gone if not part.trait]
    told = (
        "is gone: rename it back if it was renamed"
        if len(gone) == 1
        else "are gone: rename them back if they were renamed"
    )
    return f"{list_some(gone, _MAX_LISTED)} {told}, or {suggest_backup(path, gone)}"


def suggest_backup(path: Path | None, gone: Collection[Part] = ()) -> str:
    """Return advice to restore a backup, naming the newest copy next to the file that has the missing parts."""
    copy = None if path is None else _newest_copy(path, gone)
    return f"restore a backup. The newest beside the file is {copy}" if copy else "restore a backup"


@cache
def _schema_after(migrations: frozenset[str]) -> _Schema:
    """Return what these migrations create, by applying them to a database in memory."""
    with closing(sqlite3.connect(":memory:")) as made:
        for name, path in schema_files.migrations().items():
            if name in migrations:
                made.executescript(path.read_text(encoding="utf-8"))
        shadows = _shadows(made)
        return _Schema(_names(made), {part for part in _parts(made) if part.table not in shadows})


def _indexes(names: _Names) -> dict[str, str]:
    return {name: sql for kind, name, sql in names.values() if kind == "index"}


def _parts(conn: sqlite3.Connection) -> set[Part]:
    parts = {
        Part(table, column, f"a reference to {other}") for table, column, other in conn.execute(_REFERENCES)
    }
    for table, column, kind, is_key in conn.execute(_COLUMNS):
        parts |= {Part(table), Part(table, column), Part(table, column, f"of type {kind.upper()}")}
        if is_key:
            parts.add(Part(table, column, "in the primary key"))
    return {part for part in parts if not part.table.startswith("sqlite_")}


def _shadows(conn: sqlite3.Connection) -> set[str]:
    """Return the lower-case names of the tables in which search indexes keep their data."""
    rows = conn.execute("select name from pragma_table_list where type = 'shadow'")
    return {name.lower() for (name,) in rows}


def _newest_copy(path: Path, gone: Collection[Part]) -> Path | None:
    """Return the latest copy: for claims.db, claims-2024-04-22.db, claims.db.before-0014_withdrawals or others with that prefix."""
    beside = [one for one in path.parent.glob(f"{glob.escape(path.stem)}*") if one.is_file() and one != path]
    for copy in sorted(beside, key=lambda one: one.stat().st_mtime, reverse=True):
        try:
            # Without locks, which would leave two more files next to it.
            with closing(sqlite3.connect(f"{DeskFile(copy).uri('ro')}&immutable=1", uri=True)) as conn:
                if schema_files.is_desk(conn) and _parts(conn).issuperset(gone):
                    return copy
        except sqlite3.Error:
            continue
    return None
