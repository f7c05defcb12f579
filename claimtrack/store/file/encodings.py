"""Texts of other programs that are no UTF-8: SQLite stores the bytes that it is given."""

from __future__ import annotations

from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, NamedTuple

from sqlite_utils.db import quote_identifier

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

# What is made of other rows: the index, and the history, which nobody changes.
_DERIVED_PREFIXES = ("match", "history", "sqlite")

_TEXT_COLUMNS = """
    select tables.name, columns.name from sqlite_master as tables join pragma_table_info(tables.name) as columns
    where tables.type = 'table' and upper(columns.type) = 'TEXT'
        and exists (select 1 from pragma_table_info(tables.name) where name = 'id')
    order by tables.rowid, columns.cid
"""


class UndecodableValue(NamedTuple):
    """A value that is read with a sign in place of what it is no text in."""

    table: str
    row_id: int
    column: str


def find_undecodable(db: Database) -> Iterator[UndecodableValue]:
    """The texts of the desk that are no UTF-8. Reads all of them: a second or two for 100,000 claims."""
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
