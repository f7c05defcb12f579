"""Ids that are never reused: a link, a printed sheet and history refer to a row by its id, even after it is deleted.

Without AUTOINCREMENT, SQLite gives a new row the largest id plus one, so the id of a deleted last row is reused. No trigger can
choose an id, and AUTOINCREMENT can only be given to a new table.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import TYPE_CHECKING

from claimtrack.store.file import remaking, schema_files

if TYPE_CHECKING:
    import sqlite3

MAX_ID = 999_999_999_999_999
"""Largest id allowed. An earlier version let larger ones in: with AUTOINCREMENT a row with the largest possible id would be the last."""

_ID_COLUMN = re.compile(r"\bid\W*\s+integer\s+primary\s+key\b(?!\s+autoincrement)", re.IGNORECASE)


def enable_autoincrement(conn: sqlite3.Connection, migrations: Collection[str]) -> None:
    """If that migration is among these: rebuild with AUTOINCREMENT the tables whose ids occur in history.

    To be called in an open transaction, begun `without_foreign_keys`, with triggers and views dropped.
    """
    for table in schema_files.numbered_tables() if remaking.NUMBERS_MIGRATION in migrations else ():
        largest = conn.execute(f"select max(id) from {table}").fetchone()[0] or 0
        if _ID_COLUMN.search(remaking.table_sql(conn, table)) and largest <= MAX_ID:
            remaking.rebuild_table(
                conn, table, lambda body: _ID_COLUMN.sub(r"\g<0> autoincrement", body, count=1)
            )
            remaking.set_last_id(conn, table, max(largest, _largest_known_id(conn, table)))


def _largest_known_id(conn: sqlite3.Connection, table: str) -> int:
    """Return the largest id of the table in history, whose row may be deleted."""
    sql = "select max(row_id) from history where table_name = ? and row_id <= ?"
    return conn.execute(sql, [table, MAX_ID]).fetchone()[0] or 0
