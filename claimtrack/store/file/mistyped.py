"""Finds values that are not of their column's type: where another program has rebuilt a table without STRICT, SQLite takes whatever it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlite_utils.db import quote_identifier

from claimtrack.store.file import schema_files

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

INDEX_PREFIX = "match_"
"""Prefix of the tables that `doctor --repair` recreates. It recreates this version's search indexes, too."""

_COLUMNS = """
    select tables.name as "table", columns.name as "column", lower(columns.type) as type,
        coalesce((select name from pragma_table_info(tables.name) where name = 'id'), iif(wr, 'null', 'rowid')) as id
    from pragma_table_list as tables join pragma_table_info(tables.name) as columns
    where tables.schema = 'main' and tables.type = 'table' and not tables.strict
        and lower(columns.type) in ('integer', 'real', 'text', 'blob')
    order by tables.name, columns.cid
"""


class MistypedValue(NamedTuple):
    """A value, the type that its column takes, and the column that says which row it is."""

    table: str
    id_column: str
    row_id: int | None
    column: str
    type: str


def find_mistyped(db: Database) -> Iterator[MistypedValue]:
    """Yield the values of the desk's tables that are not of their column's type. Costs nothing as long as the tables are STRICT."""
    own = {*schema_files.triggers().values()}
    for table, column, type_, id_column in db.execute(_COLUMNS).fetchall():
        if table in own or table.startswith(INDEX_PREFIX):
            name = quote_identifier(column)
            sql = f"select {id_column} from {quote_identifier(table)} where typeof({name}) not in ('null', ?)"
            for (row_id,) in db.execute(sql, [type_]):
                yield MistypedValue(table, id_column, row_id, column, type_)
