"""The record of what was brought back from copies: which changes of a copy were gone through, and which ids its rows got here."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.store import rows
from claimtrack.store.copies.work import SAME_CHANGE
from claimtrack.store.history import last_change_id
from claimtrack.store.history_ranges import HistoryRange

if TYPE_CHECKING:
    Ids = dict[tuple[str, int], int]
    """Ids of rows here, by their table and their id in the copy."""

_IS_UNDONE = "exists (select 1 from imports where run = -copy_imports.first_change)"
_WHICH_CHANGE = f"select json_array({SAME_CHANGE}) from history where id = ?"
_IS_ADDED = "select 1 from history where table_name = ? and row_id = ? and operation = 'insert' and id <= ?"


@dataclass
class Earlier:
    """What earlier imports of a copy did: they went through its changes up to `until`, and its new rows have these ids here."""

    imports: list[int] = field(default_factory=list)
    until: int = 0
    ids: Ids = field(default_factory=dict)


def rows_added(db: Database, earlier: Earlier) -> set[tuple[str, int]]:
    """Return the rows that these imports have added here."""
    sql = """
        select table_name, row_id from copy_imports join history on history.id between first_change and last_change
        where operation = 'insert' and copy_imports.id in (select value from json_each(?))
    """
    return set(db.execute(sql, [json.dumps(earlier.imports)]))


def find_last_value(
    db: Database, earlier: Earlier, before: int, row: tuple[str, int], column: str
) -> tuple[str, str | int | float | None] | None:
    """Return by what kind of change up to `before` a row here got its value in a column, and this; the changes of `earlier` imports do not count,
    nor those that were undone.
    """
    sql = """
        select operation, new_row ->> :column from history
        where table_name = :table and row_id = :id and id <= :before and (operation = 'insert' or old_row ->> :column is not new_row ->> :column)
            and not exists (
                select 1 from copy_imports
                where id in (select value from json_each(:imports)) and history.id between first_change and last_change
            )
            and not exists (
                select 1 from imports
                where run in (select -first_change from copy_imports) and history.id between first_change and last_change
            )
        order by id desc limit 1
    """
    table, row_id = row
    which = {"table": table, "id": row_id, "before": before, "column": column}
    found = db.execute(sql, {**which, "imports": json.dumps(earlier.imports)}).fetchone()
    return (found[0], found[1]) if found else None


def find_earlier(db: Database, copy: Database) -> Earlier:
    """Return what was brought back from this copy before, and was not undone."""
    found = Earlier()
    sql = f"select id, copy_change, copy_change_is from copy_imports where not {_IS_UNDONE} order by id"
    for number, change, identity in db.execute(sql).fetchall():
        if copy.execute(_WHICH_CHANGE, [change]).fetchone() != (identity,):
            continue
        sql = "select table_name, id_in_copy, row_id from copied_rows where copy_import_id = ?"
        ids = {(table, there): here for table, there, here in db.execute(sql, [number])}
        # Two parts of a divided desk may have the same change at the same place.
        if all(copy.execute(_IS_ADDED, [*row, change]).fetchone() for row in ids):
            found.imports.append(number)
            found.until = max(found.until, change)
            found.ids |= ids
    return found


def earlier_people(db: Database, copy: Database) -> dict[str, str]:
    """Return the names that earlier imports of this desk, or of another part of it, gave to its users here; the latest counts."""
    sql = f"select copy_change, copy_change_is, people from copy_imports where people is not null and not {_IS_UNDONE} order by id"
    found: dict[str, str] = {}
    for change, identity, people in db.execute(sql).fetchall():
        if copy.execute(_WHICH_CHANGE, [change]).fetchone() == (identity,):
            found |= json.loads(people)
    return found


def actors_here(db: Database) -> list[str]:
    """Return the names of all who changed anything on this desk itself."""
    sql = """
        select distinct actor from history where actor is not null and not exists (
            select 1 from copy_imports where is_desk and history.id between first_change and last_change
        )
    """
    return [name for (name,) in db.execute(sql)]


@dataclass
class Import:
    """An import of a copy, or of a desk that never was one: the name of its file, who brought it in, up to which of its changes, and whether
    this was undone. `people` are names of the desk's users under which they are known here.
    """

    file: str
    actor: str | None
    until: int
    is_undone: bool = False
    is_desk: bool = False
    people: Mapping[str, str] = field(default_factory=dict)


def record(
    db: Database, copy: Database, done: Import, earlier: Earlier, *, made: HistoryRange, ids: Ids
) -> None:
    """Record an import that made these changes here, and gave these ids to rows of the copy that `earlier` imports did not know."""
    [identity] = copy.execute(_WHICH_CHANGE, [done.until]).fetchone()
    row = {
        "file": done.file,
        "actor": done.actor,
        "is_desk": done.is_desk,
        "continues": earlier.imports[-1] if earlier.imports else None,
        "copy_change": done.until,
        "copy_change_is": identity,
        "people": json.dumps(dict(done.people), ensure_ascii=False) if done.people else None,
    }
    if not made.is_empty:
        row |= {"first_change": made.after + 1, "last_change": made.until}
    number = rows.insert(db, "copy_imports", row)
    db.conn.executemany(
        "insert into copied_rows (copy_import_id, table_name, id_in_copy, row_id) values (?, ?, ?, ?)",
        ((number, *key, row_id) for key, row_id in ids.items()),
    )


def without_effect(db: Database) -> list[HistoryRange]:
    """Return the changes of imports that were undone, and of those who undid them: together they have changed nothing."""
    sql = "select first_change - 1, last_change from imports where run in (select -first_change from copy_imports)"
    return [HistoryRange(*found) for found in db.execute(sql)]


def find(db: Database, made: HistoryRange) -> Import | None:
    """Return the import of a copy that made exactly these changes, if one did."""
    sql = f"select file, actor, copy_change, {_IS_UNDONE}, is_desk from copy_imports where first_change = ? and last_change = ?"
    found = db.execute(sql, [made.after + 1, made.until]).fetchone()
    return Import(*found) if found else None


class Dates:
    """Records when the changes that an import repeats were made in the other file: here, history has the time of the import."""

    def __init__(self, db: Database, after: int) -> None:
        self._db = db
        self._last = after

    def note(self, happened_at: str) -> None:
        """Give all changes since the last call this time."""
        sql = "insert into copied_changes (change_id, happened_at) select id, ? from history where id > ?"
        if self._db.execute(sql, [happened_at, self._last]).rowcount:
            self._last = last_change_id(self._db)


_LATER = """
    with recursive later (id) as (
        select id from copy_imports where first_change = ?
        union
        select copy_imports.id from later join copy_imports on copy_imports.continues = later.id
    )
"""


def is_continued(db: Database, made: HistoryRange) -> bool:
    """Whether a later import of the same copy has changed something, too."""
    sql = f"{_LATER} select count(*) from later join copy_imports using (id) where not {_IS_UNDONE} and first_change > ?"
    return bool(rows.fetch_number(db, sql, [made.after + 1, made.until]))


def forget(db: Database, made: HistoryRange) -> None:
    """Forget what the import that made these changes, and later ones that changed nothing, decided: the copy can be brought back anew.

    So can other copies that had the same rows.
    """
    of_import = [made.after + 1]
    sql = f"""
        {_LATER} delete from copied_rows where copy_import_id in later or (table_name, row_id) in (
            select table_name, row_id from history where id > ? and id <= ? and operation = 'insert'
        )
    """
    db.execute(sql, [*of_import, *made])
    db.execute(f"{_LATER} delete from copy_imports where id in later and first_change is null", of_import)
    db.execute("update copy_imports set continues = null where first_change = ?", of_import)
