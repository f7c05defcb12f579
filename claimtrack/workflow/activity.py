"""What happened on the desk, step by step: changes that one person made at once are one step, such as an article that was read."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.store import history
from claimtrack.store.history_ranges import ImportPart, parts_between
from claimtrack.workflow.changes import describe_change, is_human_change
from claimtrack.workflow.deeds import count_deeds

if TYPE_CHECKING:
    from claimtrack.store.history import Selection

Row = dict[str, Any]

_AT_ONCE = timedelta(seconds=1)
"""Changes by one person with less time between them are one step: no hand is as quick."""
_MAX_CANDIDATES = 20_000
_MAX_CHANGES = 1_000
"""How many changes to look through for one page, and how many to count: more than 0.2 seconds would be slow."""
_MAX_COUNTED = 1_000
"""How many changes of one import are counted; the rest of it is passed over."""


@dataclass
class Step:
    """Changes that one person made at once, newest first. `changes` has the first of them, `counts` all, by table and operation.

    `updates` counts those of each row, by table and id, until its insertion is found. `first_id` is the oldest of them.
    """

    part: ImportPart | None
    changes: list[Row] = field(default_factory=list)
    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    updates: Counter[tuple[str, int]] = field(default_factory=Counter)
    of_new_rows: Counter[tuple[str, str]] = field(default_factory=Counter)
    concerns: set[tuple[str, int]] = field(default_factory=set)
    first_id: int = 0
    begins_at: str = ""
    is_counted: bool = True
    """Whether all changes were counted; if not, there are more."""

    def add(self, change: Row, keep: int) -> None:
        """Add an older change, and keep it if there is room."""
        if len(self.changes) < keep:
            self.changes.append(change)
        table, operation, row = (
            change["table_name"],
            change["operation"],
            (change["table_name"], change["row_id"]),
        )
        self.counts[table, operation] += 1
        if operation == "update":
            self.updates[row] += 1
        elif operation == "insert":
            self.of_new_rows[table, "update"] += self.updates.pop(row, 0)
        self.concerns.update(change["summary"].concerns)
        self.first_id, self.begins_at = change["id"], change["happened_at"]

    def includes(self, change: Row, part: ImportPart | None) -> bool:
        """Whether an older change is of the same step: of the same import or, without one, by the same person within a second."""
        if self.part and part:
            # What was undone, and what undid it, have the same run below 0.
            return self.part == part or 0 < self.part.run == part.run
        if self.part or part or change["actor"] != self.changes[0]["actor"]:
            return False
        try:
            later, earlier = (datetime.fromisoformat(at) for at in (self.begins_at, change["happened_at"]))
            return abs(later - earlier) <= _AT_ONCE
        except (ValueError, TypeError):  # another program wrote it: `doctor` names such times
            return False

    @property
    def count(self) -> int:
        """The number of changes that were counted."""
        return self.counts.total()

    @property
    def about(self) -> list[tuple[str, int]]:
        """The article of all changes, if it is only one; otherwise the claim, otherwise the speaker."""
        for page in ("article", "claim", "speaker"):
            found = [one for one in self.concerns if one[0] == page]
            if len(found) == 1:
                return found
        return []

    @property
    def told(self) -> str:
        """What was done in all: "added 2 claims and 1 note; changed 3 claims". What was added is not also changed: it took several steps."""
        return count_deeds(self.counts - self.of_new_rows)


def recent_steps(
    db: Database, chosen: Selection, *, most: int, keep: int = 1, fold: bool = True
) -> tuple[list[Step], int | None]:
    """The newest of these changes in at most `most` steps, each with up to `keep` changes, and the id before which to go on; None at the end.

    Without `fold`, each change is a step. There may be fewer steps, even none, before the end: the search stops after many changes that are
    not shown, such as the matcher's suggestions.
    """
    steps: list[Step] = []
    seen, before = 0, chosen.before
    while True:
        for ids, rows in history.of_desk(db, chosen._replace(before=before)):
            parts = parts_between(db, ids[-1], ids[0]) if fold else []
            for change in filter(is_human_change, map(describe_change, rows)):
                part = next((one for one in parts if one.first <= change["id"] <= one.last), None)
                if not (fold and steps and steps[-1].includes(change, part)):
                    if len(steps) == most:
                        return steps, steps[-1].first_id
                    steps.append(Step(part))
                steps[-1].add(change, keep)
            seen, before = seen + len(ids), ids[-1]
            if (rest := _uncounted(steps, before)) is not None:
                before = rest
                break
            if seen >= _MAX_CANDIDATES or sum(step.count for step in steps) >= _MAX_CHANGES:
                return steps, before
        else:
            return steps, None


def _uncounted(steps: list[Step], before: int) -> int | None:
    """The first change of the last step's import, if enough of its changes were counted; None otherwise."""
    part = steps[-1].part if steps and steps[-1].count >= _MAX_COUNTED else None
    if part is None or part.first >= before:
        return None
    steps[-1].is_counted, steps[-1].first_id = False, part.first
    return part.first
