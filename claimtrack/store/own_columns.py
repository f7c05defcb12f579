"""The columns of a desk's own, as the view claim_columns reads them from tags such as "Platform: Facebook"."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import InvalidValue, NotFound
from claimtrack.core.sheets.own_columns import field_of, fold
from claimtrack.core.sheets.sheets import recognise_columns
from claimtrack.core.steps import Worded
from claimtrack.core.texts.printable import list_some

if TYPE_CHECKING:
    import sqlite3

    from sqlite_utils import Database


def names(db: Database | sqlite3.Connection) -> list[str]:
    """Return the names of the desk's own columns, in alphabetical order: "Platform" if a claim has the tag "Platform: Facebook"."""
    sql = "select distinct name from claim_columns order by name collate nocase, name"
    return [name for (name,) in db.execute(sql)]


@dataclass(frozen=True, slots=True)
class OwnColumn:
    """A column of the desk's own in a sheet: its header, and the names that it has in tags, which may differ in capitals."""

    header: str
    names: tuple[str, ...]


def find(db: Database | sqlite3.Connection, wanted: Iterable[str]) -> tuple[OwnColumn, ...]:
    """Return these columns of the desk's own. Raises InvalidValue for a name that no column can have, NotFound if no claim has a value in it."""
    asked = [field_of(name).removesuffix(":") for name in wanted]
    there = names(db) if asked else []
    found = [OwnColumn(name, tuple(one for one in there if fold(one) == fold(name))) for name in asked]
    for one in found:
        if not one.names:
            have = f"The desk's own columns: {list_some(there)}" if there else "The desk has none"
            raise NotFound(f"no claim has a tag such as '{one.header}: ...'. {have}")
    return tuple(found)


def refuse_clash(columns: Iterable[OwnColumn], beside: Iterable[str]) -> None:
    """Raise InvalidValue for a column that a sheet would have twice, as one of the others `beside` it, or that an import would read as another field."""
    taken = {fold(name) for name in beside}
    for one in columns:
        if fold(one.header) in taken:
            raise InvalidValue(f"the sheet would have two columns {one.header!r}")
        if read := recognise_columns([one.header]):
            raise InvalidValue(
                f"an import would read a column {one.header!r} as the field {read[0]}: give its tags another name before the colon"
                + Worded(", with `claimtrack tags rename`", " on the page “Tags”")
            )
        taken.add(fold(one.header))


def select_sql(columns: Sequence[OwnColumn], claim_id: str) -> tuple[str, dict[str, Any]]:
    """Return the SQL of these columns for a SELECT (with a comma before each), and its parameters: JSON arrays of the values of a claim."""
    values = """, (
        select json_group_array(value) from (
            select distinct value from claim_columns
            where claim_columns.claim_id = {claim_id} and name in (select value from json_each(:own_{at})) order by value
        )
    ) as own_{at}"""
    sql = "".join(values.format(claim_id=claim_id, at=at) for at, _ in enumerate(columns))
    return sql, {f"own_{at}": json.dumps(one.names) for at, one in enumerate(columns)}
