"""Rows that were added on a desk and in a copy of it, and are the same thing: a claim, an article, a name."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.store import rows
from claimtrack.store.copies.texts import find_article

if TYPE_CHECKING:
    from claimtrack.store.copies.id_map import IdMap
    from claimtrack.store.copies.work import Step, WorkHere, WorkThere

    FindRepeat = Callable[[dict[str, Any]], int | None]
    """Given the row of a new claim, with its id there, returns the id of a claim here that it repeats exactly."""

_KEYS = {
    "ratings": "scale_id = :scale_id and name = :name",
    "former_names": "kind = :kind and name = :name",
    "claim_tags": "claim_id = :claim_id and tag_id = :tag_id",
    "evidence": "claim_id = :claim_id and url is :url and source is :source",
    "matches": "left_id = :left_id and right_id = :right_id",
    "appearances": """
        article_id = :article_id and span_start is :span_start and span_end is :span_end
            and (span_start is not null or claim_id = :claim_id and claimant_id is :claimant_id and said_on is :said_on)
    """,
    "reviews": "origin = 'imported' and :origin = 'imported' and (publisher_id, url, claim_id) = (:publisher_id, :url, :claim_id)",
}
"""SQL for the row here that stands for a new row of the copy, because both files got it."""
FILLED_IN = {
    "claims": ("claimant_id", "claimed_on", "priority", "assignee", "due_on", "language"),
    "claimants": ("kind", "role", "url"),
    "evidence": ("title", "stance", "quote", "is_primary", "archived_url", "retracted_on", "retracted_note"),
    "publishers": ("url",),
}
"""Columns that a row takes from the copy if the same is here with nothing, or the default value, there."""
NAMED = {"claimants", "publishers", "rating_scales", "tags"}
"""Tables whose rows are found by name, and shown by it; so are ratings."""


class Twins:
    """Finds the row here that stands for a new row of the copy, because somebody here has added it, too."""

    def __init__(
        self, db: Database, here: WorkHere, there: WorkThere, ids: IdMap, find_repeat: FindRepeat
    ) -> None:
        self._db = db
        self._here = here
        self._there = there
        self._ids = ids
        self._find_repeat = find_repeat
        self._taken: set[int] = set()

    def take(self, table: str, row_id: int) -> None:
        """Take note that a row here stands for one of the copy: no other claim is taken for the same."""
        if table == "claims":
            self._taken.add(row_id)

    def release(self, table: str, row_id: int | None) -> None:
        """Take note that the copy has deleted the row for which one here stands: a later one may be the same."""
        if table == "claims" and row_id:
            self._taken.discard(row_id)

    def find(self, step: Step, row: dict[str, Any], removed: int | None) -> int | None:
        """Return the row here that stands for this new one of the copy; None if there is none.

        `removed` is the id here of a row that the copy had removed and now restores: a row that is gone stands for nothing.
        """
        found = self._find(step, row)
        if not removed:
            return found
        here = f"select id from {step.table} where id in (?, ?) order by id = ? desc"
        return rows.fetch_number(self._db, here, [removed, found, removed])

    def _find(self, step: Step, row: dict[str, Any]) -> int | None:
        table = step.table
        if table == "claims":
            twin = self._find_quoted(step) or self._find_repeat(row | {"id": step.row_id})
            return None if twin in self._taken else twin
        if table in NAMED:
            found = rows.find_by_name(self._db, table, row.get("name") or "", "id, name")
            return found[0] if found else None
        if table == "articles":
            return find_article(self._db, row, self._may_continue)
        key = _KEYS.get(table, "false")
        values = dict.fromkeys(re.findall(r":(\w+)", key)) | row  # an older version may lack columns
        here = rows.fetch_number(self._db, f"select id from {table} where {key}", values)
        if here:
            return here
        gone = self._here.find_added(table, row)
        # What came in from the copy, and was removed there since, was added there once more.
        return None if gone and self._ids.has_here(table, gone) else gone

    def _may_continue(self, article_id: int) -> bool:
        """Whether an article here may be one of the copy with more text, or less: somebody here has added it, and it is no other one of the copy."""
        return article_id in self._here.added_articles and not self._ids.has_here("articles", article_id)

    def _find_quoted(self, step: Step) -> int | None:
        """Return the claim here that quotes what a new claim of the copy quotes, because both have read the article."""
        for quote in self._there.quotes.get(step.row_id, ()):
            place = {**quote, "article_id": self._ids["articles", quote["article_id"]]}
            sql = "select claim_id from appearances where (article_id, span_start, span_end) = (:article_id, :span_start, :span_end)"
            if found := rows.fetch_number(self._db, sql, place):
                return found
        return None

    def find_pair(self, table: str, row: dict[str, Any]) -> dict[str, Any]:
        """Return the row of a pair of claims that was suggested here anew."""
        if table != "matches":
            return {}
        sql = "select * from matches where (left_id, right_id) = (:left_id, :right_id)"
        return next(iter(self._db.query(sql, row)), {})
