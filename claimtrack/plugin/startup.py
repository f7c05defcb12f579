"""Prepare each desk when Datasette starts: titles, canned queries and column types."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import yaml
from datasette import handle_exception, hookimpl
from datasette.url_builder import Urls
from datasette.utils import PrefixedUrlString
from sqlite_utils import Database

from claimtrack.plugin import columns, config_rules, desks, permissions, streaming, table_lists
from claimtrack.resources import resource

if TYPE_CHECKING:
    import sqlite3

    from datasette.app import Datasette

_METADATA_KEYS = ("title", "description")
_LINKS = "links"
"""The key in a canned query that maps its id columns to pages."""
_SORT_KEYS = frozenset(("sort", "sort_desc"))
"""A table may have only one of these."""
# The C loader if PyYAML has it: in Python, parsing the shipped metadata takes 0.2 s at each start.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@hookimpl(specname="startup")
async def prepare_desks(datasette: Datasette) -> None:
    """Prepare every desk, and report databases that look like a desk but cannot be served."""
    permissions.configured_roles(datasette)
    _write_prefix_once()
    table_lists.read_in_one_turn()
    config_rules.skip_tables_without_rules()
    streaming.tell_lack_of_memory()
    # If the package rich is installed, Datasette logs a full traceback with local variables for each missing page: two
    # seconds each, during which it answers nobody else.
    handle_exception.rich = None
    for name, database in datasette.databases.items():
        problem = await desks.find_problem(database)
        if problem is None:
            await desks.open_for_writing(database)
        if await desks.is_claimtrack_file(database):
            desks.find_loss(database)  # notes which file was opened, and its log
        if problem is None:
            await _prepare_desk(datasette, name)
        elif await desks.is_claimtrack_file(database):
            print(f"claimtrack: {name}: {problem}", file=sys.stderr)


@cache
def _write_prefix_once() -> None:
    """Mend a fault of Datasette: behind a `base_url`, links from a table to itself (next page, facets, sorts) had it twice.

    It adds the prefix to the address of the request, which has it already. A desk may have the name of the prefix: `/desk/notes` is then
    its table, and `/desk/desk/notes` has the prefix.
    """
    add_prefix = Urls.path

    def path(urls: Any, path: str, format: str | None = None) -> PrefixedUrlString:
        prefix = urls.ds.setting("base_url")
        within, databases = path.removeprefix(prefix), urls.ds.databases
        is_there = prefix.split("/")[1] not in databases or re.split(r"[/?.]", within)[0] in databases
        if prefix != "/" and within != path and is_there:
            path = PrefixedUrlString(path)
        return add_prefix(urls, path, format)

    Urls.path = path


async def _prepare_desk(datasette: Datasette, desk: str) -> None:
    await columns.assign_column_types(datasette, desk)
    for name, query in canned_queries().items():
        attributes = {key: value for key, value in query.items() if key != _LINKS}
        await datasette.add_query(desk, name, is_trusted=True, hide_sql=True, **attributes)
    await _add_metadata(datasette, desk)


@cache
def canned_queries() -> dict[str, dict[str, Any]]:
    """The canned queries in queries.yml: name, SQL, title, description and links."""
    text = (resources.files(__package__) / "queries.yml").read_text(encoding="utf-8")
    queries: dict[str, dict[str, Any]] = _parse_yaml(text)
    return queries


def query_column_page(query: str | None, column: str) -> str | None:
    """The page (claim, speaker) that ids in this column of a canned query belong to; None if they are no such ids."""
    page: str | None = canned_queries().get(query or "", {}).get(_LINKS, {}).get(column)
    return page


def _parse_yaml(text: str) -> Any:
    return yaml.load(text, Loader=_Loader)  # the safe loader


async def _add_metadata(datasette: Datasette, desk: str) -> None:
    """Add the shipped metadata to a desk, unless the metadata in use describes the same thing."""
    shipped = _shipped_metadata()
    words: dict[str, list[dict[str, str]]] = {}
    for place, row in _metadata_rows(desk, shipped):
        words.setdefault(place, []).append(row)

    def fill_in(conn: sqlite3.Connection) -> None:
        for place, rows in words.items():
            Database(conn).table(place).insert_all(rows, ignore=True)

    # Datasette's own functions would overwrite existing metadata.
    await datasette.get_internal_database().execute_write_fn(fill_in)
    _add_table_settings(datasette, desk, shipped["tables"])


def _metadata_rows(desk: str, shipped: dict[str, Any]) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield rows for Datasette's metadata tables, each with its table's name."""
    whole = {"database_name": desk}
    yield "metadata_databases", {**whole, "key": "description", "value": shipped["description"]}
    for table, metadata in shipped["tables"].items():
        of_table = {**whole, "resource_name": table}
        for key in _METADATA_KEYS:
            if key in metadata:
                yield "metadata_resources", {**of_table, "key": key, "value": metadata[key]}
        for column, words in metadata.get("columns", {}).items():
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
    """Add facets, sort orders and the like to Datasette's configuration, unless they are set."""
    configured = datasette.config.setdefault("databases", {}).setdefault(desk, {}).setdefault("tables", {})
    for table, settings in tables.items():
        own = configured.setdefault(table, {})
        is_sorted = not _SORT_KEYS.isdisjoint(own)
        for key, value in settings.items():
            if key not in (*_METADATA_KEYS, "columns") and not (is_sorted and key in _SORT_KEYS):
                own.setdefault(key, value)
