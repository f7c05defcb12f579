"""An edited sheet comes back: what it changes, what stands against it, and then all of it or nothing.

Each row of an export carries the claim's `version`, its last change in history. So a cell is compared
with the claim as it stood then: what the editor left alone stays as the desk has it now, and a claim
that both sides changed is refused.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import ClaimtrackError, InvalidValue, NotFound, Refused
from claimtrack.core.sheetcells import read_cell
from claimtrack.core.sheets import EDITABLE
from claimtrack.core.text import clean_line
from claimtrack.store import edits, postings
from claimtrack.store.database import write_transaction
from claimtrack.store.imports import roomy

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database

    from claimtrack.importing.table import Table
    from claimtrack.store.edits import Editable


@dataclass(frozen=True, slots=True)
class Change:
    """What a row changes: field -> (before, after). For a new claim `claim_id` is None, before too."""

    line: int
    claim_id: int | None
    fields: dict[str, tuple[Any, Any]]
    url: str | None = None
    version: int = 0


@dataclass(slots=True)
class Plan:
    """What a file would do: the changes, the rows that change nothing, and the reasons to refuse it."""

    changes: list[Change] = field(default_factory=list)
    unchanged: int = 0
    problems: list[str] = field(default_factory=list)
    notices: list[str] = field(default_factory=list)

    @property
    def cells(self) -> int:
        """How many cells of claims that are there change."""
        return sum(len(change.fields) for change in self.changes if change.claim_id is not None)

    @property
    def new(self) -> int:
        """How many claims are new."""
        return sum(change.claim_id is None for change in self.changes)


def plan_import(db: Database, table: Table, columns: Mapping[int, str]) -> Plan:
    """Compare a table with the desk; changes nothing. `columns` is what `map_headers` made of the headers.

    A row is matched by its id, then by its text. Raises UnreadableSource for a table that breaks off.
    """
    plan = Plan()
    priorities = edits.priorities(db)
    seen: dict[object, int] = {}
    for line, row in table.rows:
        cells = {name: row[position] for position, name in columns.items()}
        try:
            change = _compare(db, line, cells, plan)
            _refuse_priority(change, priorities)
            _refuse_twice(change, seen)
        except ClaimtrackError as error:
            plan.problems.append(f"line {line}: {error}")
            continue
        if change.fields:
            plan.changes.append(change)
        else:
            plan.unchanged += 1
    return plan


def apply_plan(db: Database, plan: Plan, *, dry_run: bool = False, actor: str | None) -> None:
    """Write all that the plan changes, in one transaction; a dry run tries it and takes it back.

    Raises Refused for a plan with problems, or where the desk changed since it was made, and whatever
    a rule of the desk forbids, with the line of the row: then nothing is written.
    """
    if plan.problems:
        raise Refused(f"the file has {len(plan.problems)} problems; nothing was imported")
    with roomy(db):
        try:
            with write_transaction(db, actor):
                for change in plan.changes:
                    _apply(db, change)
                if dry_run:
                    raise _Undone
        except _Undone:
            return
        postings.index_pending(db.conn)


class _Undone(Exception):
    """Rolls a dry run back."""


def _apply(db: Database, change: Change) -> None:
    after = {name: value for name, (_, value) in change.fields.items()}
    try:
        if change.claim_id is None:
            edits.add(db, after, url=change.url)
            return
        found = edits.current(db, change.claim_id)
        if found is None or found[1] != change.version:
            raise Refused(f"claim {change.claim_id} changed while you looked: run the import again")
        edits.update(db, change.claim_id, after)
    except ClaimtrackError as error:
        raise type(error)(f"line {change.line}: {error}; nothing was imported") from error


# ── one row beside the desk ─────────────────────────────────────────────────────────────────────


def _compare(db: Database, line: int, cells: dict[str, str], plan: Plan) -> Change:
    claim_id = _match(db, line, cells, plan)
    if claim_id is None:
        return _new(line, cells)
    found = edits.current(db, claim_id)
    if found is None:
        raise NotFound(f"no claim {claim_id} on this desk")
    now, version = found
    base = now
    as_exported = _number(cells.get("version", ""), "version")
    if as_exported is not None and as_exported < version:
        base = edits.as_of(db, claim_id, now, as_exported)
    edited = {
        name: value
        for name in EDITABLE
        if name in cells
        and (value := read_cell(name, cells[name], getattr(base, name))) != getattr(base, name)
    }
    _refuse_both(claim_id, edited, base, now)
    fields = {
        name: (getattr(now, name), value) for name, value in edited.items() if value != getattr(now, name)
    }
    return Change(line, claim_id, fields, version=version)


def _refuse_both(claim_id: int, edited: dict[str, Any], base: Editable, now: Editable) -> None:
    """Raise Refused where the desk changed the claim too, in another way, since it was exported."""
    moved = [name for name in EDITABLE if getattr(base, name) != getattr(now, name)]
    if not edited or all(edited.get(name) == getattr(now, name) for name in moved):
        return
    theirs = "; ".join(
        f"{name}: {shown(getattr(base, name))} → {shown(getattr(now, name))}" for name in moved
    )
    ours = "; ".join(
        f"{name}: {shown(getattr(base, name))} → {shown(value)}" for name, value in edited.items()
    )
    raise Refused(f"claim {claim_id} was changed on both sides. Desk: {theirs}. File: {ours}. Export it anew")


def _match(db: Database, line: int, cells: dict[str, str], plan: Plan) -> int | None:
    """The claim that the row is about, by its id, then by its words; None for a new one."""
    claim_id = _number(cells.get("id", ""), "id")
    if claim_id is not None and edits.is_there(db, claim_id):
        return claim_id
    text = cells.get("text", "")
    if not text.strip():
        raise NotFound(f"no claim {claim_id} on this desk" if claim_id else "neither an id nor a text")
    claimant = clean_line(cells.get("claimant", "")).casefold()
    same = [
        found
        for found, speaker in edits.ids_with_text(db, text)
        if not claimant or not speaker or speaker.casefold() == claimant
    ]
    if len(same) > 1:
        raise InvalidValue(f"claims {', '.join(map(str, same))} have these words: say which with its id")
    if claim_id is not None:
        which = f"taken for claim {same[0]} by its words" if same else "filed as a new one"
        plan.notices.append(f"line {line}: no claim {claim_id} on this desk; {which}")
    return same[0] if same else None


def _number(cell: str, name: str) -> int | None:
    cell = cell.strip().removesuffix(".0")
    if not cell:
        return None
    if not cell.isascii() or not cell.isdigit():
        raise InvalidValue(f"{name} is no number: {cell!r}")
    return int(cell)


def _new(line: int, cells: dict[str, str]) -> Change:
    values = {name: read_cell(name, cells[name]) for name in EDITABLE if cells.get(name, "").strip()}
    url = read_cell("url", cells["url"]) if cells.get("url", "").strip() else None
    return Change(line, None, {name: (None, value) for name, value in values.items()}, url=url)


def _refuse_priority(change: Change, priorities: list[str]) -> None:
    _, after = change.fields.get("priority", (None, priorities[0]))
    if after not in priorities:
        raise InvalidValue(f"no priority {after!r}: {', '.join(priorities)}")


def _refuse_twice(change: Change, seen: dict[object, int]) -> None:
    """Raise InvalidValue for a second row about one claim: nobody could say which of the two counts."""
    words = (change.fields.get("text"), change.fields.get("claimant"))
    key: object = words if change.claim_id is None else change.claim_id
    if key in seen:
        raise InvalidValue(f"says something about the same claim as line {seen[key]}: keep one of them")
    seen[key] = change.line


def shown(value: Any) -> str:
    """A value as a person reads it in a diff."""
    if isinstance(value, tuple):
        value = ", ".join(value)
    return "nothing" if value in (None, "") else f"“{value}”"
