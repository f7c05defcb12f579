"""Finds texts of other programs that are not UTF-8: SQLite stores whatever bytes it is given."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import NamedTuple

from sqlite_utils import Database
from sqlite_utils.db import quote_identifier

# Tables derived from others (the index) or never changed (history).
_DERIVED_PREFIXES = ("match", "history", "sqlite")

_TEXT_COLUMNS = """
    select tables.name, columns.name from sqlite_master as tables join pragma_table_info(tables.name) as columns
    where tables.type = 'table' and upper(columns.type) = 'TEXT'
        and exists (select 1 from pragma_table_info(tables.name) where name = 'id')
    order by tables.rowid, columns.cid
"""


class UndecodableValue(NamedTuple):
    """A value with bytes that are not UTF-8, which are shown as replacement characters."""

    table: str
    row_id: int
    column: str


def find_undecodable(db: Database) -> Iterator[UndecodableValue]:
    """Yield the texts of the desk that are not UTF-8. Reads all texts: a second or two for 100,000 claims."""
    for table, columns in groupby(db.execute(_TEXT_COLUMNS).fetchall(), itemgetter(0)):
        if table.startswith(_DERIVED_PREFIXES) or "_fts" in table:
            continue
        names = [name for _, name in columns]
        blobs = ", ".join(f"cast({quote_identifier(name)} as blob)" for name in names)
        for row_id, *values in db.execute(f"select id, {blobs} from {quote_identifier(table)} order by id"):
            for name, value in zip(names, values, strict=True):
                if value is not None and not _is_text(value):
                    yield UndecodableValue(table, row_id, name)


def _is_text(value: bytes) -> bool:
    try:
        value.decode()
    except UnicodeDecodeError:
        return False
    return True
