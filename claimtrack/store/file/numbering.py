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

LARGEST = 999_999_999_999_999
"""No row has a larger number, but one that an earlier version let in: with AUTOINCREMENT no other would ever get in after it."""

_ID = re.compile(r"\bid\W*\s+integer\s+primary\s+key\b(?!\s+autoincrement)", re.IGNORECASE)


def give_each_once(conn: sqlite3.Connection, migrations: Collection[str]) -> None:
    """Where that migration is among these: make the tables anew that would give out a number of a row that history knows.

    Within an open transaction, begun `without_foreign_keys`. Triggers and views must be taken off.
    """
    for table in schema_files.numbered() if remaking.NUMBERS in migrations else ():
        largest = conn.execute(f"select max(id) from {table}").fetchone()[0] or 0
        if _ID.search(remaking.made_as(conn, table)) and largest <= LARGEST:
            remaking.make_anew(conn, table, lambda body: _ID.sub(r"\g<0> autoincrement", body, count=1))
            remaking.start_after(conn, table, max(largest, _known(conn, table)))


def _known(conn: sqlite3.Connection, table: str) -> int:
    """The largest number that history knows: its row may be gone."""
    sql = "select max(row_id) from history where table_name = ? and row_id <= ?"
    return conn.execute(sql, [table, LARGEST]).fetchone()[0] or 0
