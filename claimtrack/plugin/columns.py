"""Column types for Datasette's tables: a select for each enum, validated links for addresses."""

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
    """One of a fixed set of words, shown as a select."""

    name = "claimtrack-choice"
    description = "A choice"
    sqlite_types = (SQLiteType.TEXT,)

    async def validate(self, value: Any, datasette: Datasette) -> str | None:
        """Return an error if the value is not one of the choices; whether it may be empty is up to the database."""
        choices = (self.config or {}).get("choices", [])
        if value is None or value in choices:
            return None
        return f"Choose one of {', '.join(choices)}"


@hookimpl
def register_column_types() -> list[type]:
    """Register the column type for enums, which the edit dialog shows as a select."""
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
    """Set the types of a desk's columns in one write: Datasette's own function reads and writes per column, a third of the start-up time."""
    types: list[tuple[str, str, str, str | None]] = [
        *((*place, Choice.name, json.dumps({"choices": list(words)})) for place, words in CHOICES.items()),
        *((*place, "url", None) for place in URLS),
        *((*place, "textarea", None) for place in MULTILINE),
    ]
    names = ("database_name", "resource_name", "column_name", "column_type", "config")
    rows = [dict(zip(names, (desk, *values), strict=True)) for values in types]

    def write(conn: sqlite3.Connection) -> None:
        Database(conn).table("column_types").upsert_all(rows, pk=names[:3])

    await datasette.get_internal_database().execute_write_fn(write)
