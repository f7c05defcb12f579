"""Marks of what was taken back: articles that their outlets withdrew, and evidence that its publisher retracted."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from sqlite_utils import Database

from claimtrack.store import rows

if TYPE_CHECKING:
    from typing import Any

    Row = dict[str, Any]


class Mark(NamedTuple):
    """What says that rows of a table were taken back: the columns with the day and with the reason."""

    table: str
    day: str
    note: str


WITHDRAWN = Mark("articles", "withdrawn_on", "withdrawn_note")
RETRACTED = Mark("evidence", "retracted_on", "retracted_note")


def put(db: Database, mark: Mark, row_ids: Iterable[int], day: str | None, note: str | None) -> None:
    """Mark rows as taken back on that day; None removes the mark."""
    for row_id in row_ids:
        rows.update(db, mark.table, row_id, {mark.day: day, mark.note: note})


def since(db: Database, mark: Mark, change_id: int) -> list[tuple[int, str | None, str | None]]:
    """Return the rows that got or lost the mark after a change, each with the day before and the day after, oldest first; none that are gone."""
    sql = """
        select row_id, old_row ->> :day, new_row ->> :day from history
        where id > :after and +table_name = :table and operation <> 'delete'
            and (old_row ->> :day is null) <> (new_row ->> :day is null)
            and not exists (
                select 1 from history as later
                where later.table_name = :table and later.row_id = history.row_id and later.id > history.id and later.operation = 'delete'
            )
        order by id
    """
    return list(db.execute(sql, {**mark._asdict(), "after": change_id}))


def due_days(db: Database, mark: Mark, row_ids: Iterable[int], claim_ids: Iterable[int]) -> dict[int, bool]:
    """Return which of these claims the last mark of these rows made due, and whether each still has that day, unchanged since.

    It set the days in its transaction, directly after the mark, on published claims without a day. Afterwards there are none of these
    among its claims, so nobody's own change continues the sequence.
    """
    sql = """
        with recursive mark (id) as (
            select max(id) from history
            where table_name = :table and row_id in (select value from json_each(:rows)) and operation = 'update'
                and old_row ->> :day is null and new_row ->> :day is not null
            group by row_id
        ),
        made_due (id) as (
            select id from mark
            union all
            select history.id from made_due cross join history on history.id = made_due.id + 1
            where table_name = 'claims' and operation = 'update' and new_row ->> 'status' = 'published'
                and old_row ->> 'due_on' is null and new_row ->> 'due_on' is not null
                and row_id in (select value from json_each(:claims))
        )
        select claim_id, not exists (
            select 1 from history as later
            where later.table_name = 'claims' and later.row_id = made.claim_id and later.id > made.id
                and later.old_row ->> 'due_on' is not later.new_row ->> 'due_on'
        )
        from made_due cross join history as made using (id) where table_name = 'claims'
    """
    found = db.execute(
        sql, {**mark._asdict(), "rows": json.dumps(list(row_ids)), "claims": json.dumps(list(claim_ids))}
    )
    return {claim_id: bool(is_unchanged) for claim_id, is_unchanged in found}
