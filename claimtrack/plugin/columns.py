"""Column types for Datasette's own tables: a real select for each enum, checked links for addresses."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from datasette import hookimpl
from datasette.column_types import ColumnType, SQLiteType
from sqlite_utils import Database

from claimtrack.core import model

if TYPE_CHECKING:
    import sqlite3
    from enum import StrEnum

    from datasette.app import Datasette


class Choice(ColumnType):  # type: ignore[misc]  # Datasette is not typed
    """One of a fixed set of words, in a select."""

    name = "claimtrack-choice"
    description = "A choice"
    sqlite_types = (SQLiteType.TEXT,)

    async def validate(self, value: Any, datasette: Datasette) -> str | None:
        """Whether the value is one of the choices; an empty one is the database's to judge."""
        choices = (self.config or {}).get("choices", [])
        if value is None or value in choices:
            return None
        return f"Choose one of {', '.join(choices)}"


@hookimpl
def register_column_types() -> list[type]:
    """A choice among the rows of a lookup table, as a real select in the edit dialog."""
    return [Choice]


CHOICES: dict[tuple[str, str], type[StrEnum]] = {
    ("claims", "status"): model.Status,
    ("claim_overview", "status"): model.Status,
    ("claimants", "kind"): model.ClaimantKind,
    ("appearances", "kind"): model.Kind,
    ("evidence", "stance"): model.Stance,
    ("matches", "judgement"): model.Judgement,
    ("matches", "suggestion"): model.Suggestion,
    ("reviews", "status"): model.ReviewStatus,
}

URLS = (
    ("articles", "url"),
    ("claimants", "url"),
    ("evidence", "url"),
    ("evidence", "archived_url"),
    ("publishers", "url"),
    ("reviews", "url"),
    ("claim_overview", "url"),
    ("appearance_overview", "url"),
    ("article_overview", "url"),
    ("review_overview", "url"),
)

MULTILINE = (("notes", "body"), ("reviews", "summary"), ("claims", "text"))


async def assign_column_types(datasette: Datasette, desk: str) -> None:
    """Give the columns of a desk their types, all at once: Datasette's own function asks and writes for each, a third of a start."""
    types: list[tuple[str, str, str, str | None]] = [
        *((*place, Choice.name, json.dumps({"choices": list(words)})) for place, words in CHOICES.items()),
        *((*place, "url", None) for place in URLS),
        *((*place, "textarea", None) for place in MULTILINE),
    ]
    names = ("database_name", "resource_name", "column_name", "column_type", "config")
    rows = [dict(zip(names, (desk, *told), strict=True)) for told in types]

    def write(conn: sqlite3.Connection) -> None:
        Database(conn).table("column_types").upsert_all(rows, pk=names[:3])

    await datasette.get_internal_database().execute_write_fn(write)
