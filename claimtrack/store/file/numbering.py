"""Numbers that are never given out twice: a link, a printed sheet and history know a row by its number, also when it is gone.

SQLite gives a new row the largest number plus one, that of the last row again where it was deleted, but with AUTOINCREMENT. No trigger can
choose a number, and only a new table can be given the word: with `writable_schema` the old one could, but on a Mac it may be forbidden.
"""

from __future__ import annotations

import re
from contextlib import contextmanager
from itertools import count
from typing import TYPE_CHECKING

from sqlite_utils.db import quote_identifier

from claimtrack.store.file import schema_files

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator

LARGEST = 999_999_999_999_999
"""No row has a larger number, but one that an earlier version let in: with AUTOINCREMENT no other would ever get in after it."""

_MIGRATION = "0022_numbers.sql"
_ID = re.compile(r"\bid\W*\s+integer\s+primary\s+key\b(?!\s+autoincrement)", re.IGNORECASE)


def give_each_once(conn: sqlite3.Connection, migrations: Collection[str]) -> None:
    """Where that migration is among these: make the tables anew that would give out a number of a row that history knows.

    Within an open transaction, begun `without_foreign_keys`. Triggers and views must be taken off.
    """
    for table in schema_files.numbered() if _MIGRATION in migrations else ():
        [sql] = conn.execute(
            "select sql from sqlite_master where type = 'table' and name = ?", [table]
        ).fetchone()
        largest = conn.execute(f"select max(id) from {table}").fetchone()[0] or 0
        if _ID.search(sql) and largest <= LARGEST:
            _make_anew(conn, table, sql)
            _start_after(conn, table, largest)


def _make_anew(conn: sqlite3.Connection, table: str, sql: str) -> None:
    indexes = conn.execute(
        "select sql from sqlite_master where type = 'index' and tbl_name = ? and sql is not null order by rowid",
        [table],
    ).fetchall()
    columns = ", ".join(
        quote_identifier(row[0]) for row in conn.execute("select name from pragma_table_info(?)", [table])
    )
    has_figures = _has_figures(conn, table)
    body = _ID.sub(r"\g<0> autoincrement", sql[sql.index("(") :], count=1)
    new = _free_name(conn, table)
    conn.execute(f"create table {new} {body}")
    conn.execute(f"insert into {new} ({columns}) select {columns} from {table}")
    conn.execute(f"drop table {table}")
    conn.execute(f"alter table {new} rename to {table}")
    for (index,) in indexes:
        conn.execute(index)
    if has_figures:  # those of the old table went with it
        conn.execute(f"analyze {table}")


def _free_name(conn: sqlite3.Connection, table: str) -> str:
    taken = {row[0].lower() for row in conn.execute("select name from sqlite_master")}
    return next(
        name
        for number in count(1)
        if (name := f"numbered{number if number > 1 else ''}_{table}") not in taken
    )


def _has_figures(conn: sqlite3.Connection, table: str) -> bool:
    """Whether `analyze` of SQLite has told how the table's rows are spread, which queries are planned by."""
    if not conn.execute("select 1 from sqlite_master where name = 'sqlite_stat1'").fetchone():
        return False
    return conn.execute("select 1 from sqlite_stat1 where tbl = ?", [table]).fetchone() is not None


def _start_after(conn: sqlite3.Connection, table: str, largest: int) -> None:
    """After the largest number that history knows, too: its row may be gone."""
    [known] = conn.execute(
        "select max(row_id) from history where table_name = ? and row_id <= ?", [table, LARGEST]
    ).fetchone()
    conn.execute("delete from sqlite_sequence where name = ?", [table])
    conn.execute("insert into sqlite_sequence (name, seq) values (?, ?)", [table, max(largest, known or 0)])


@contextmanager
def without_foreign_keys(conn: sqlite3.Connection, migrations: Collection[str]) -> Iterator[None]:
    """Begun outside a transaction, for SQLite changes nothing of it within one: a table that others lead to may be dropped for that migration."""
    if _MIGRATION in migrations:
        conn.execute("pragma foreign_keys = off")
    try:
        yield
    finally:
        conn.execute("pragma foreign_keys = on")
