"""Rebuilds tables for migrations that no SQLite statement can do, keeping columns and indexes that users added.

`writable_schema` could change a table in place, but may be forbidden on a Mac.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING

from sqlite_utils.db import quote_identifier

if TYPE_CHECKING:
    import sqlite3

NUMBERS_MIGRATION = "0022_numbers.sql"
_SOURCES_MIGRATION = "0025_sources_in_words.sql"
_OLDER_SQLITE_MIGRATION = "0028_older_sqlite.sql"
_REQUIRED_ADDRESS = re.compile(r"\b(url\W*\s+text)\s+not\s+null\b", re.IGNORECASE)
_REQUIRED_JSON = re.compile(r"\bcheck\s*\(\s*json_valid\s*\(\s*(old_row|new_row)\s*\)\s*\)", re.IGNORECASE)


def make_evidence_url_optional(conn: sqlite3.Connection, migrations: Collection[str]) -> None:
    """If that migration is among these: make the address of evidence optional, for sources in words.

    To be called in an open transaction, begun `without_foreign_keys`, with triggers and views dropped.
    """
    if _SOURCES_MIGRATION in migrations:
        [last] = conn.execute("select max(seq) from sqlite_sequence where name = 'evidence'").fetchone()
        rebuild_table(conn, "evidence", lambda body: _REQUIRED_ADDRESS.sub(r"\1", body, count=1))
        if last is not None:  # a table with too large an id has no AUTOINCREMENT
            set_last_id(conn, "evidence", last)


def make_history_sides_optional(conn: sqlite3.Connection, migrations: Collection[str]) -> None:
    """If that migration is among these: allow a null old or new row in history in the checks of every SQLite version.

    To be called in an open transaction, begun `without_foreign_keys`, with triggers and views dropped.
    """
    if _OLDER_SQLITE_MIGRATION in migrations and _REQUIRED_JSON.search(table_sql(conn, "history")):
        rebuild_table(
            conn, "history", lambda body: _REQUIRED_JSON.sub(r"check (\1 is null or json_valid(\1))", body)
        )


def table_sql(conn: sqlite3.Connection, table: str) -> str:
    """Return the table's present CREATE statement."""
    sql = "select sql from sqlite_master where type = 'table' and name = ?"
    return str(conn.execute(sql, [table]).fetchone()[0])


def rebuild_table(conn: sqlite3.Connection, table: str, another: Callable[[str], str]) -> None:
    """Rebuild the table with the body that `another` makes of its present one, keeping rows and indexes but not the AUTOINCREMENT counter."""
    indexes = conn.execute(
        "select sql from sqlite_master where type = 'index' and tbl_name = ? and sql is not null order by rowid",
        [table],
    ).fetchall()
    columns = ", ".join(
        quote_identifier(row[0]) for row in conn.execute("select name from pragma_table_info(?)", [table])
    )
    has_figures = _has_statistics(conn, table)
    sql = table_sql(conn, table)
    body = another(sql[sql.index("(") :])
    if conn.execute(f"select exists (select 1 from {table})").fetchone()[0]:
        new = _free_name(conn, table)
        conn.execute(f"create table {new} {body}")
        conn.execute(f"insert into {new} ({columns}) select {columns} from {table}")
        conn.execute(f"drop table {table}")
        conn.execute(f"alter table {new} rename to {table}")
    else:  # as on a new desk: a rename scans the whole schema, which was a third of the time to create one
        conn.execute(f"drop table {table}")
        conn.execute(f"create table {quote_identifier(table)} {body}")  # quoted, as a renamed one is
    for (index,) in indexes:
        conn.execute(index)
    if has_figures:  # the statistics of the old table were dropped with it
        conn.execute(f"analyze {table}")


def set_last_id(conn: sqlite3.Connection, table: str, number: int) -> None:
    """Set the AUTOINCREMENT counter of the table, so that the next id is larger than this."""
    conn.execute("delete from sqlite_sequence where name = ?", [table])
    conn.execute("insert into sqlite_sequence (name, seq) values (?, ?)", [table, number])


def _free_name(conn: sqlite3.Connection, table: str) -> str:
    taken = {row[0].lower() for row in conn.execute("select name from sqlite_master")}
    return next(
        name for number in count(1) if (name := f"anew{number if number > 1 else ''}_{table}") not in taken
    )


def _has_statistics(conn: sqlite3.Connection, table: str) -> bool:
    """Whether the table has statistics of `analyze`, by which SQLite plans queries."""
    if not conn.execute("select 1 from sqlite_master where name = 'sqlite_stat1'").fetchone():
        return False
    return conn.execute("select 1 from sqlite_stat1 where tbl = ?", [table]).fetchone() is not None


@contextmanager
def without_foreign_keys(conn: sqlite3.Connection, migrations: Collection[str]) -> Iterator[None]:
    """Context without foreign keys if such a migration is among these, so that a referenced table can be dropped.

    To be entered before a transaction, within which SQLite ignores this setting.
    """
    if {NUMBERS_MIGRATION, _SOURCES_MIGRATION, _OLDER_SQLITE_MIGRATION} & set(migrations):
        conn.execute("pragma foreign_keys = off")
    try:
        yield
    finally:
        conn.execute("pragma foreign_keys = on")
