"""The ids that the rows of a copy have on the desk."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlite_utils import Database

from claimtrack.core.texts.differing import swap_sides
from claimtrack.core.texts.text_lists import parse_text_list
from claimtrack.store import rows
from claimtrack.store.copies.twins import NAMED


class IdMap:
    """For each row of a copy its id on the desk: the same, unless the copy added the row; None if it is not on the desk.

    `known` are ids of rows that came in earlier. If the other file `is_copy`, a row that it did not add has the same id here; a desk that
    never was one has only rows of its own.
    """

    def __init__(self, db: Database, known: Mapping[tuple[str, int], int], *, is_copy: bool) -> None:
        self._is_copy = is_copy
        self._db = db
        self._ids: dict[tuple[str, int], int | None] = {**known}
        self._stands_for = Counter((table, row_id) for (table, _), row_id in known.items())
        self._parents: dict[str, dict[str, str]] = {}
        self._defaults: dict[str, dict[str, Any]] = {}

    def __setitem__(self, key: tuple[str, int], row_id: int | None) -> None:
        for one, more in ((self._ids.get(key), -1), (row_id, 1)):
            if one is not None:
                self._stands_for[key[0], one] += more
        self._ids[key] = row_id

    def __getitem__(self, key: tuple[str, int]) -> int | None:
        return self._ids.get(key, key[1] if self._is_copy else None)

    def known(self) -> dict[tuple[str, int], int]:
        """Return the ids of the copy's rows that are on the desk and have been looked up so far."""
        return {key: row_id for key, row_id in self._ids.items() if row_id is not None}

    def has_here(self, table: str, row_id: int) -> bool:
        """Whether a row of the desk stands for one of the copy that has been looked up so far."""
        return self._stands_for[table, row_id] > 0

    def parents_of(self, table: str) -> dict[str, str]:
        """Return the columns of a table that refer to rows by id, with the table of these."""
        if table not in self._parents:
            sql = f"""select "from", "table" from pragma_foreign_key_list('{table}') where "to" = 'id'"""
            self._parents[table] = dict(self._db.execute(sql))
        return self._parents[table]

    def default_values(self, table: str) -> dict[str, Any]:
        """Return the columns of a table, each with its default value."""
        if table not in self._defaults:
            listed = self._db.execute(f"select name, dflt_value from pragma_table_info('{table}')")
            self._defaults[table] = {name: value and value.strip("'") for name, value in listed}
        return self._defaults[table]

    def title(self, table: str, row: dict[str, Any]) -> Any:
        """Return what a row of the copy is called: its name, or that of its tag or page."""
        if "tag_id" in row:
            return self.name_of(table, "tag_id", self["tags", row["tag_id"]])
        return row.get("url" if table == "archives" else "name")

    def name_of(self, table: str, column: str, value: Any) -> Any:
        """Return the name of the row of the desk to which a column refers, if it has one, instead of its id."""
        parent = self.parents_of(table).get(column)
        if not value or parent not in NAMED | {"ratings"}:
            return value
        return rows.fetch_text(self._db, f"select name from {parent} where id = ?", [value]) or value

    def translate(self, table: str, row: dict[str, Any]) -> dict[str, Any]:
        """Return a row of the copy with the ids that it refers to as they are on the desk."""
        parents = self.parents_of(table)
        here = {**row, **{name: self[parents[name], row[name]] for name in parents if row.get(name)}}
        left, right = here.get("left_id"), here.get("right_id")
        if left and right and left > right:
            swapped = rows.as_json(swap_sides(parse_text_list(row.get("differences") or "[]")))
            here |= {"left_id": right, "right_id": left, "differences": swapped}
        return here
