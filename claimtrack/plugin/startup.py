"""What happens once at the start: each desk gets its titles, canned queries and column types."""

from __future__ import annotations

import sys
from functools import cache
from importlib import resources
from typing import TYPE_CHECKING, Any

import yaml

from claimtrack.plugin import columns, desks, permissions
from claimtrack.resources import resource

if TYPE_CHECKING:
    from datasette.app import Datasette

_TABLE_METADATA = ("title", "description")
# In C where PyYAML was built with it: in Python the shipped metadata alone takes 0.2 s at each start.
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


async def dress_desks(datasette: Datasette) -> None:
    """Dress every desk; say which database looks like one and cannot serve."""
    permissions.configured_roles(datasette)
    for name, database in datasette.databases.items():
        problem = await desks.problem(database)
        if problem is None:
            await _dress(datasette, name)
        elif await desks.is_ours(database):
            print(f"claimtrack: {name}: {problem}", file=sys.stderr)


async def _dress(datasette: Datasette, desk: str) -> None:
    await columns.assign(datasette, desk)
    for name, query in canned_queries().items():
        await datasette.add_query(desk, name, is_trusted=True, **query)
    if not await datasette.get_database_metadata(desk):
        await _describe(datasette, desk)


@cache
def canned_queries() -> dict[str, dict[str, Any]]:
    """The canned queries: name, sql, title, description. Kept as data in queries.yml."""
    text = (resources.files(__package__) / "queries.yml").read_text(encoding="utf-8")
    queries: dict[str, dict[str, Any]] = _read(text)
    return queries


def _read(text: str) -> Any:
    return yaml.load(text, Loader=_Loader)  # the safe one


async def _describe(datasette: Datasette, desk: str) -> None:
    """Apply the shipped metadata.yml to a desk that the metadata in use does not speak of."""
    shipped = _read(resource("metadata.yml").read_text(encoding="utf-8"))["databases"]["claims"]
    await datasette.set_database_metadata(desk, "description", shipped["description"])
    for table, told in shipped["tables"].items():
        for key in _TABLE_METADATA:
            if key in told:
                await datasette.set_resource_metadata(desk, table, key, told[key])
        for column, description in told.get("columns", {}).items():
            await datasette.set_column_metadata(desk, table, column, "description", description)
    _configure(datasette, desk, shipped["tables"])


def _configure(datasette: Datasette, desk: str, tables: dict[str, dict[str, Any]]) -> None:
    """Facets, sort orders and the like: Datasette takes them from its configuration."""
    configured = datasette.config.setdefault("databases", {}).setdefault(desk, {}).setdefault("tables", {})
    for table, told in tables.items():
        rest = {key: value for key, value in told.items() if key not in (*_TABLE_METADATA, "columns")}
        configured.setdefault(table, rest)
