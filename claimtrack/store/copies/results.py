"""What became of the changes of a copy on the desk."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, NamedTuple


class Kept(NamedTuple):
    """A change that was not repeated: a column with another value here and `there`, or, without a `column`, the reason.

    `row_id` is the row here, None if it has none, and `name` what it is called in the copy; `actor` is who made the change.
    """

    table: str
    row_id: int | None
    claim_id: int | None
    actor: str | None
    column: str = ""
    here: Any = None
    there: Any = None
    reason: str = ""
    name: str | None = None


@dataclass
class Replayed:
    """What was repeated: how many changes were made, and how many were here already; what was not is in `kept`.

    `left_earlier` is what an earlier import of the copy did not repeat, and has named. `new_claims` and `same_claims` (filed here and
    there) give a claim's id in the copy by its id here.
    """

    new_claims: dict[int, int] = field(default_factory=dict)
    same_claims: dict[int, int] = field(default_factory=dict)
    changed_claims: set[int] = field(default_factory=set)
    made: int = 0
    known: int = 0
    left_out: set[str] = field(default_factory=set)
    kept: dict[tuple[Any, ...], Kept] = field(default_factory=dict)
    left_earlier: dict[tuple[Any, ...], Kept] = field(default_factory=dict)

    def keep(self, change: Kept, is_decided: bool, row_id: int, reason: str) -> None:
        """Add a change that was not repeated, of a row with this id in the copy; `is_decided` if an earlier import has named it.

        It replaces an earlier one for the same reason; there is none for the value of a column, and for a row that the copy deleted.
        """
        where = self.left_earlier if is_decided else self.kept
        where[change.table, row_id, change.column, reason] = change

    def agree_on(self, table: str, row_id: int, column: str = "") -> None:
        """Forget that a column has another value in the copy, or that a row was deleted there: a later change made both the same."""
        for where in (self.kept, self.left_earlier):
            where.pop((table, row_id, column, ""), None)
