"""Numbers that are never given out twice: a link, a printed sheet and history know a row by its number, also when it is gone.

SQLite gives a new row the largest number plus one, that of the last row again where it was deleted, but with AUTOINCREMENT. No trigger can
choose a number, and only a new table can be given the word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.store.file import remaking, schema_files

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection

MAX_ID = 999_999_999_999_999
"""No row has a larger number, but one that an earlier version let in: with AUTOINCREMENT no other would ever get in after it."""

_ID_COLUMN = re.compile(r"\bid\W*\s+integer\s+primary\s+key\b(?!\s+autoincrement)", re.IGNORECASE)


def enable_autoincrement(conn: sqlite3.Connection, migrations: Collection[str]) -> None:
    """Where that migration is among these: make the tables anew that would give out a number of a row that history knows.

    Within an open transaction, begun `without_foreign_keys`. Triggers and views must be taken off.
    """
    for table in schema_files.numbered_tables() if remaking.NUMBERS_MIGRATION in migrations else ():
        largest = conn.execute(f"select max(id) from {table}").fetchone()[0] or 0
        if _ID_COLUMN.search(remaking.table_sql(conn, table)) and largest <= MAX_ID:
            remaking.rebuild_table(
                conn, table, lambda body: _ID_COLUMN.sub(r"\g<0> autoincrement", body, count=1)
            )
            remaking.set_last_id(conn, table, max(largest, _largest_known_id(conn, table)))


def _largest_known_id(conn: sqlite3.Connection, table: str) -> int:
    """The largest number that history knows: its row may be gone."""
    sql = "select max(row_id) from history where table_name = ? and row_id <= ?"
    return conn.execute(sql, [table, MAX_ID]).fetchone()[0] or 0
