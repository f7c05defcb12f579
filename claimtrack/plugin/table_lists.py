"""Mend a fault of Datasette: it lists all tables of a desk for each page of a query, and reads them in 270 turns of its threads.

Each turn waits behind the requests of everybody else: with thirty people at work, the page of a query took half a minute.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from inspect import signature
from typing import TYPE_CHECKING, Any

from datasette import utils
from datasette.views import database as views

from claimtrack.plugin import desks

if TYPE_CHECKING:
    from datasette import Request
    from datasette.app import Datasette
    from datasette.database import Database
    from sqlite_utils import Database as Desk


@dataclass(frozen=True)
class _TablesRead:
    """A database whose tables were read in one turn: their columns, their keys and their search index. It is asked for everything else."""

    database: Database
    tables: dict[str, tuple[list[str], list[str], str | None]]

    def __getattr__(self, name: str) -> Any:
        return getattr(self.database, name)

    async def table_columns(self, table: str) -> list[str]:
        return self.tables[table][0]

    async def primary_keys(self, table: str) -> list[str]:
        return self.tables[table][1]

    async def fts_table(self, table: str) -> str | None:
        return self.tables[table][2]


_READERS = ("table_columns", "detect_primary_keys", "detect_fts")
_KNOWN = ("datasette", "request", "db", "allowed_dict")
"""What the function of Datasette takes that is replaced."""


def _read_tables(db: Desk) -> dict[str, tuple[list[str], list[str], str | None]]:
    conn = db.conn
    return {
        table: (
            utils.table_columns(conn, table),
            utils.detect_primary_keys(conn, table),
            utils.detect_fts(conn, table),
        )
        for table in db.table_names()
    }


@cache
def read_in_one_turn() -> None:
    """Let Datasette read the tables of a desk in one turn, and not at all for a query, whose page does not show them.

    A Datasette that lists them in another way is left as it is.
    """
    list_tables = getattr(views, "get_tables", None)
    if list_tables is None or not all(hasattr(utils, name) for name in _READERS):
        return
    if tuple(signature(list_tables).parameters) != _KNOWN:
        return

    async def get_tables(datasette: Datasette, request: Request, db: Database, allowed_dict: Any) -> Any:
        if not desks.is_known_desk(db):
            return await list_tables(datasette, request, db, allowed_dict)
        if request.url_vars.get("table") or request.args.get("sql"):
            return []
        tables = _TablesRead(db, await desks.read(db, _read_tables))
        return await list_tables(datasette, request, tables, allowed_dict)

    views.get_tables = get_tables
