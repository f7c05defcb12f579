"""The record of what was brought back from copies: which changes of a copy were gone through, and which ids its rows got here."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from claimtrack.store import rows
from claimtrack.store.copies.work import SAME_CHANGE
from claimtrack.store.history_ranges import HistoryRange

if TYPE_CHECKING:
    from sqlite_utils import Database

    Ids = dict[tuple[str, int], int]
    """Ids of rows here, by their table and their id in the copy."""

_WHICH_CHANGE = f"select json_array({SAME_CHANGE}) from history where id = ?"


@dataclass
class Earlier:
    """What earlier imports of a copy did: they went through its changes up to `until`, and its new rows have these ids here."""

    until: int = 0
    ids: Ids = field(default_factory=dict)


def find_earlier(db: Database, copy: Database) -> Earlier:
    """Return what was brought back from this copy before, and was not undone."""
    found = Earlier()
    sql = "select id, copy_change, copy_change_is from copy_imports where undone_first is null order by id"
    for number, change, identity in db.execute(sql).fetchall():
        if copy.execute(_WHICH_CHANGE, [change]).fetchone() == (identity,):
            found.until = max(found.until, change)
            ids = "select table_name, id_in_copy, row_id from copied_rows where copy_import_id = ?"
            found.ids |= {(table, there): here for table, there, here in db.execute(ids, [number])}
    return found


def record(
    db: Database, copy: Database, until: int, *, file: str, actor: str | None, made: HistoryRange, ids: Ids
) -> None:
    """Record an import that went through the copy's changes up to `until` and made these changes here."""
    [identity] = copy.execute(_WHICH_CHANGE, [until]).fetchone()
    row = {"file": file, "actor": actor, "copy_change": until, "copy_change_is": identity}
    if not made.is_empty:
        row |= {"first_change": made.after + 1, "last_change": made.until}
    number = rows.insert(db, "copy_imports", row)
    db.conn.executemany(
        "insert into copied_rows (copy_import_id, table_name, id_in_copy, row_id) values (?, ?, ?, ?)",
        ((number, *key, row_id) for key, row_id in ids.items()),
    )


def without_effect(db: Database) -> list[HistoryRange]:
    """Return the changes of imports that were undone, and of those who undid them."""
    sql = """
        select first_change - 1, last_change from copy_imports where undone_first is not null
        union all
        select undone_first - 1, undone_last from copy_imports where undone_first is not null
    """
    return [HistoryRange(*found) for found in db.execute(sql)]
