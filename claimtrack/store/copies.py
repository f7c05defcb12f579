"""A copy of a desk in which somebody went on working: the last change that both files have, and what each has done since."""

from __future__ import annotations

import json
from collections import defaultdict
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.store import rows

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from sqlite_utils import Database

_ROWS_PER_READ = 1_000
_SAME_CHANGE = "happened_at, table_name, row_id, operation"
"""What identifies a change with an id, even if a name was erased from its rows."""
_SIGNED_COLUMNS = {"text", "claimant_id", "claimed_on"}
"""Columns of a claim that are part of a signed verdict."""


class Step(NamedTuple):
    """A change in history, with the columns of the row before and after it; empty if there was or is no row."""

    id: int
    actor: str | None
    table: str
    row_id: int
    claim_id: int | None
    operation: str
    old: dict[str, Any]
    new: dict[str, Any]

    @property
    def changed(self) -> dict[str, tuple[Any, Any]]:
        """The columns that an update changed: (old, new). Empty for other operations."""
        if self.operation != "update":
            return {}
        return {
            name: (self.old.get(name), new) for name, new in self.new.items() if self.old.get(name) != new
        }


def last_common_change(db: Database, copy: Database) -> int | None:
    """Return the id of the newest change that both files have, after which they went separate ways; None if they have none in common."""
    changes = copy.execute(f"select id, {_SAME_CHANGE} from history order by id desc")
    while some := changes.fetchmany(_ROWS_PER_READ):
        span = [some[-1][0], some[0][0]]
        here = set(db.execute(f"select id, {_SAME_CHANGE} from history where id between ? and ?", span))
        if common := next((row[0] for row in some if row in here), None):
            return int(common)
    return None


def happened_at(db: Database, change_id: int) -> str:
    """Return when a change was made."""
    [moment] = db.execute("select happened_at from history where id = ?", [change_id]).fetchone()
    return str(moment)


def steps_since(db: Database, change_id: int) -> Iterator[Step]:
    """Yield the changes after this one, oldest first."""
    sql = """
        select id, actor, table_name, row_id, claim_id, operation, old_row, new_row
        from history where id > ? order by id
    """
    for *columns, old, new in db.execute(sql, [change_id]):
        yield Step._make([*columns, json.loads(old or "{}"), json.loads(new or "{}")])


def count_since(db: Database, change_id: int) -> int:
    """Return how many changes were made after this one."""
    return rows.fetch_number(db, "select count(*) from history where id > ?", [change_id]) or 0


def first_claim_since(db: Database, change_id: int) -> int | None:
    """Return the lowest id of the claims added after this change; None if there are none."""
    sql = "select min(row_id) from history where id > ? and table_name = 'claims' and operation = 'insert'"
    return rows.fetch_number(db, sql, [change_id])


@contextmanager
def snapshot(copy: Database) -> Iterator[None]:
    """Context in which the copy is read as it is now, whoever writes to it meanwhile."""
    copy.execute("begin")
    try:
        yield
    finally:
        copy.execute("rollback")


class WorkHere:
    """What was done on the desk since it was copied, to recognise what was brought back earlier and what somebody here has changed."""

    def __init__(self, db: Database, fork: int) -> None:
        self._inserted: dict[tuple[str, str], list[Step]] = defaultdict(list)
        self._updated: dict[tuple[Any, ...], Step] = {}
        self._by_row: dict[tuple[str, int], set[int]] = defaultdict(set)
        self._by_claim: dict[int, set[int]] = defaultdict(set)
        for step in steps_since(db, fork):
            self._by_row[step.table, step.row_id].add(step.id)
            if step.table in ("evidence", "appearances") or (
                step.table == "claims" and _SIGNED_COLUMNS & step.changed.keys()
            ):
                self._by_claim[step.claim_id or 0].add(step.id)
            if step.operation == "insert":
                self._inserted[step.table, _content(step.new)].append(step)
            for name, values in step.changed.items():
                self._updated[step.table, step.row_id, name, *map(_plain, values)] = step

    def find_inserted(self, table: str, row: Mapping[str, Any]) -> int | None:
        """Return the id that a row with these values got here; each is found once."""
        same = self._inserted.get((table, _content(row)))
        return self._recognise(same.pop(0)) if same else None

    def has_updated(self, table: str, row_id: int, column: str, old: Any, new: Any) -> bool:
        """Whether this very change of a column was made here."""
        made = self._updated.get((table, row_id, column, _plain(old), _plain(new)))
        return made is not None and bool(self._recognise(made))

    def is_touched(self, table: str, row_id: int | None) -> bool:
        """Whether somebody here has added or changed this row."""
        return bool(row_id and self._by_row.get((table, row_id)))

    def is_verdict_touched(self, claim_id: int) -> bool:
        """Whether somebody here has changed what a verdict on this claim is about: its words, its sources or where it was said."""
        return bool(self._by_claim.get(claim_id))

    def _recognise(self, step: Step) -> int:
        """Count a change as one of the copy's, and return its row."""
        self._by_row[step.table, step.row_id].discard(step.id)
        self._by_claim[step.claim_id or 0].discard(step.id)
        return step.row_id


class WorkThere:
    """What was done in the copy: `final` is the last value that it gave to each column, `gone` are rows that it added and deleted again."""

    def __init__(self, copy: Database, fork: int) -> None:
        self.final: dict[tuple[str, int, str], Any] = {}
        self.gone: set[tuple[str, int]] = set()
        added: set[tuple[str, int]] = set()
        for step in steps_since(copy, fork):
            key = step.table, step.row_id
            if step.operation == "delete":
                self.gone |= added & {key}
            elif step.operation == "insert":
                added.add(key)
                self.gone.discard(key)
            for name in step.new if step.operation == "insert" else step.changed:
                self.final[*key, name] = step.new[name]


def _content(row: Mapping[str, Any]) -> str:
    """Return the values of a row without its id, to compare it with another file's; an article's text may have grown since."""
    return json.dumps(
        {name: _plain(value) for name, value in sorted(row.items()) if name not in ("id", "text_sha256")}
    )


def _plain(value: Any) -> Any:
    return float(f"{value:.12g}") if isinstance(value, float) else value  # history prints 15 digits
