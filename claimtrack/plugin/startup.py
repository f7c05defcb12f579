"""What happens once at the start: each desk gets its titles, canned queries and column types."""

from __future__ import annotations

import sys
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import yaml
from datasette import handle_exception, hookimpl
from sqlite_utils import Database

from claimtrack.plugin import columns, desks, permissions
from claimtrack.resources import resource

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator

    from datasette.app import Datasette

_METADATA_KEYS = ("title", "description")
_LINKS = "links"
"""Of a canned query: columns with numbers -> the pages that these lead to."""
_SORT_KEYS = frozenset(("sort", "sort_desc"))
"""Of a table only one may be set."""
# In C where PyYAML was built with it: in Python the shipped metadata alone takes 0.2 s at each start.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@hookimpl(specname="startup")
async def prepare_desks(datasette: Datasette) -> None:
    """Dress every desk; say which database looks like one and cannot serve."""
    permissions.configured_roles(datasette)
    # Where the package rich is there, Datasette paints each page that is not found, with all that its code holds, into the log: two
    # seconds each, in which nobody else is answered.
    handle_exception.rich = None
    for name, database in datasette.databases.items():
        problem = await desks.find_problem(database)
        desks.is_replaced(database)  # it keeps which file was opened
        if problem is None:
            await desks.ensure_wal(database)
            await _prepare_desk(datasette, name)
        elif await desks.is_claimtrack_file(database):
            print(f"claimtrack: {name}: {problem}", file=sys.stderr)


async def _prepare_desk(datasette: Datasette, desk: str) -> None:
    await columns.assign_column_types(datasette, desk)
    for name, query in canned_queries().items():
        told = {key: value for key, value in query.items() if key != _LINKS}
        await datasette.add_query(desk, name, is_trusted=True, hide_sql=True, **told)
    await _add_metadata(datasette, desk)


@cache
def canned_queries() -> dict[str, dict[str, Any]]:
    """The canned queries: name, sql, title, description, and `links`. Kept as data in queries.yml."""
    text = (resources.files(__package__) / "queries.yml").read_text(encoding="utf-8")
    queries: dict[str, dict[str, Any]] = _parse_yaml(text)
    return queries


def query_column_page(query: str | None, column: str) -> str | None:
    """The page (claim, speaker) that the numbers in this column of a canned query lead to; None where they are no such numbers."""
    page: str | None = canned_queries().get(query or "", {}).get(_LINKS, {}).get(column)
    return page


def _parse_yaml(text: str) -> Any:
    return yaml.load(text, Loader=_Loader)  # the safe one


async def _add_metadata(datasette: Datasette, desk: str) -> None:
    """Apply the shipped metadata.yml to a desk, as far as the metadata in use says nothing else of the same thing."""
    shipped = _shipped_metadata()
    words: dict[str, list[dict[str, str]]] = {}
    for place, row in _metadata_rows(desk, shipped):
        words.setdefault(place, []).append(row)

    def fill_in(conn: sqlite3.Connection) -> None:
        for place, rows in words.items():
            Database(conn).table(place).insert_all(rows, ignore=True)

    # Datasette's own functions overwrite what is there.
    await datasette.get_internal_database().execute_write_fn(fill_in)
    _add_table_settings(datasette, desk, shipped["tables"])


def _metadata_rows(desk: str, shipped: dict[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    """Rows of the tables in which Datasette keeps its metadata, each with its table."""
    whole = {"database_name": desk}
    yield "metadata_databases", {**whole, "key": "description", "value": shipped["description"]}
    for table, told in shipped["tables"].items():
        of_table = {**whole, "resource_name": table}
        for key in _METADATA_KEYS:
            if key in told:
                yield "metadata_resources", {**of_table, "key": key, "value": told[key]}
        for column, words in told.get("columns", {}).items():
            yield (
                "metadata_columns",
                {**of_table, "column_name": column, "key": "description", "value": words},
            )


@cache
def _shipped_metadata() -> dict[str, Any]:
    words: dict[str, Any] = _parse_yaml(resource("metadata.yml").read_text(encoding="utf-8"))["databases"][
        "claims"
    ]
    return words


def _add_table_settings(datasette: Datasette, desk: str, tables: dict[str, dict[str, Any]]) -> None:
    """Facets, sort orders and the like: Datasette takes them from its configuration."""
    configured = datasette.config.setdefault("databases", {}).setdefault(desk, {}).setdefault("tables", {})
    for table, told in tables.items():
        own = configured.setdefault(table, {})
        is_sorted = not _SORT_KEYS.isdisjoint(own)
        for key, value in told.items():
            if key not in (*_METADATA_KEYS, "columns") and not (is_sorted and key in _SORT_KEYS):
                own.setdefault(key, value)
