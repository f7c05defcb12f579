"""Undoes what one transaction did, from its rows of history."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.core.errors import Refused
from claimtrack.core.model import Judgement
from claimtrack.store import articles, rows
from claimtrack.store.file.errors import translate_errors
from claimtrack.store.history import is_equal, last_actor
from claimtrack.store.undoable import FILED_CLAIMS, IN_RANGE, RESTORED_TABLES

if TYPE_CHECKING:
    from claimtrack.store.history_ranges import HistoryRange

# SQL for rows that are of no use once nothing refers to them.
_UNUSED = {
    "articles": """
        text is null and not exists (select 1 from appearances where article_id = articles.id)
            and not exists (select 1 from articles as newer where newer.previous_id = articles.id)
    """,
    "claimants": """
        name_of_id is null and not exists (select 1 from claimants as other where other.name_of_id = claimants.id)
            and not exists (select 1 from claims where claimant_id = claimants.id)
            and not exists (select 1 from appearances where claimant_id = claimants.id)
    """,
    "tags": "not exists (select 1 from claim_tags where tag_id = tags.id)",
    "ratings": "not exists (select 1 from reviews where rating_id = ratings.id)",
    "rating_scales": "not exists (select 1 from ratings where scale_id = rating_scales.id)",
    "publishers": """
        is_desk = 0 and not exists (select 1 from reviews where publisher_id = publishers.id)
            and not exists (select 1 from rating_scales where publisher_id = publishers.id)
    """,
}
# Rows that others may have come to use are not deleted, only their changes undone, except articles that were read; of reviews only imported ones.
_IS_RESTORED = """
    case table_name
        when 'claimants' then operation = 'update' and old_row ->> 'name' <> new_row ->> 'name'
        when 'articles' then operation = 'update' or new_row ->> 'text_sha256' is not null
        when 'reviews' then coalesce(new_row, old_row) ->> 'origin' = 'imported'
        when 'tags' then operation = 'update'
        when 'ratings' then operation = 'update'
        when 'rating_scales' then operation = 'update'
        when 'publishers' then operation = 'update'
        else true
    end
"""
# Of what was done in a copy everything is restored but added names.
_IS_RESTORED_OF_COPY = f"""
    operation <> 'insert' or table_name not in ({", ".join(f"'{name}'" for name in _UNUSED)})
        or table_name = 'articles' and new_row ->> 'text_sha256' is not null
"""


@dataclass
class _Change:
    """Everything that happened to one row: which columns changed, from what to what."""

    table: str
    row_id: int
    inserted: bool = False
    deleted: bool = False
    before: dict[str, Any] = field(default_factory=dict)
    after: dict[str, Any] = field(default_factory=dict)


def rewind(db: Database, done: HistoryRange) -> None:
    """Restore rows to their state before these changes.

    Only columns changed then are touched, and only if they still have the value written then; a deleted row
    gets its id back. Raises Refused if somebody has changed them since; the desk's rules apply as to any change.
    """
    with translate_errors():
        _restore_rows(db, _take_back(db, done))


def _take_back(db: Database, done: HistoryRange, *, of_copy: bool = False) -> list[_Change]:
    """Take back these changes, and return the deleted rows that are still to be restored.

    They come last: a trigger deletes the suggestions of a claim whose text changes, even back. Only names come first, because others
    refer to them, unless another row has such a name now.
    """
    changes = list(_collect_changes(db, done, of_copy=of_copy))[::-1]
    # While a review is approved, its claim and sources stay.
    changes.sort(key=lambda change: change.table != "reviews")
    deleted = [change for change in changes if change.deleted]
    names = [change for table in reversed(_UNUSED) for change in deleted if change.table == table]
    names.sort(key=lambda change: bool(change.before.get("name_of_id")))  # main names before others
    restored = [change for change in names if _restore_row(db, change)]
    for change in changes:
        _refuse_changed_row(db, change)
        if of_copy and "archived_url" in change.before and _is_signed_source(db, change):
            del change.before["archived_url"]  # such an address can only be added
        _undo_change(db, change)
    return [change for change in deleted if change not in restored]


def refuse_if_edited_since(db: Database, done: HistoryRange, *, of_copy: bool) -> None:
    """Raise Refused if somebody has since changed the same values again, or an article that was read, as `rewind` will."""
    such = "(operation <> 'insert' or table_name = 'articles') and table_name <> 'matches'"
    for change in _collect_changes(db, done, such, of_copy=of_copy):
        _refuse_changed_row(db, change)


def rewind_import(db: Database, done: HistoryRange, *, of_copy: bool) -> None:
    """Undo an import, including the suggestions made since for the claims that it filed or reworded.

    `of_copy` restores more tables, for what was brought back from a copy. Names, places and tags that the import added are deleted if
    nothing else refers to them. Raises Refused as `rewind` does.
    """
    told = done._asdict()
    suggested = """
        select matches.id from history join matches on matches.id = row_id
        where history.id > :after and history.id <= :until and +table_name = 'matches' and operation = 'insert'
            and (left_id, right_id) = (new_row ->> 'left_id', new_row ->> 'right_id')
    """
    with translate_errors():
        db.execute(f"""
            delete from matches where judgement = 'unjudged'
                and (left_id in ({FILED_CLAIMS}) or right_id in ({FILED_CLAIMS}) or id in ({suggested}))
        """, told)  # fmt: skip
        deleted = _take_back(db, done, of_copy=of_copy)
        for table, is_unused in _UNUSED.items():
            new = f"select row_id from history where {IN_RANGE} and +table_name = '{table}' and operation = 'insert'"
            db.execute(f"delete from {table} where id in ({new}) and {is_unused}", told)
        _restore_rows(db, deleted)


def _undo_change(db: Database, change: _Change) -> None:
    if change.inserted:
        rows.delete(db, change.table, change.row_id)
    elif change.before and not change.deleted:
        _take_middle_steps(db, change)
        if change.table == "articles" and "text_sha256" in change.before:
            former = change.before["text_sha256"]  # null if the desk had only its address
            change.before["text"] = former and articles.former_text(db, change.row_id, former)
        # One statement for all columns, so that a trigger that fills in a signature sees one given.
        rows.update(db, change.table, change.row_id, change.before)


def _is_signed_source(db: Database, change: _Change) -> bool:
    sql = "select 1 from signed_rows where table_name = ? and row_id = ?"
    return bool(rows.fetch_number(db, sql, [change.table, change.row_id]))


def _restore_rows(db: Database, deleted: Iterable[_Change]) -> None:
    for change in deleted:
        if not _restore_row(db, change):
            raise Refused("it was restored meanwhile")


def _restore_row(db: Database, change: _Change) -> bool:
    """Restore a deleted row with its id; return False if another row has its place."""
    columns, marks = ", ".join(change.before), ", ".join("?" * len(change.before))
    added = db.execute(
        f"insert into {change.table} ({columns}) values ({marks}) on conflict do nothing",
        [*change.before.values()],
    )
    return bool(added.rowcount)


def _take_middle_steps(db: Database, change: _Change) -> None:
    """Move a claim or review through intermediate statuses if no step leads directly from its status back to the former one."""
    if change.table not in ("claims", "reviews") or "status" not in change.before:
        return
    words = "review_" if change.table == "reviews" else ""
    sql = f"""
        with recursive steps (status, taken) as (
            select status, '[]' from {change.table} where id = :id
            union all
            select to_status, json_insert(taken, '$[#]', to_status) from steps
            join {words}status_transitions on from_status = steps.status
            where steps.status <> :before and to_status not in (select value from json_each(taken))
        )
        select taken from steps join {words}statuses on name = taken ->> '$[0]'
        where steps.status = :before order by json_array_length(taken), position limit 1
    """
    found = db.execute(sql, {"before": change.before["status"], "id": change.row_id}).fetchone()
    for status in json.loads(found[0])[:-1] if found else ():
        rows.update(db, change.table, change.row_id, {"status": status})


def _collect_changes(
    db: Database, done: HistoryRange, such: str = "true", *, of_copy: bool
) -> Iterable[_Change]:
    """Return the rows with changes that meet the SQL condition `such`, in the order of their first change."""
    is_restored = _IS_RESTORED_OF_COPY if of_copy else _IS_RESTORED
    sql = f"""
        select table_name, row_id, operation, old_row, new_row from history
        where id > ? and id <= ? and +table_name in (select value from json_each(?)) and ({is_restored}) and {such} order by id
    """
    found: dict[tuple[str, int], _Change] = {}
    tables = (*RESTORED_TABLES, "archives") if of_copy else RESTORED_TABLES
    for table, row_id, operation, *sides in db.execute(sql, [*done, json.dumps(tables)]):
        old, new = (json.loads(side or "{}") for side in sides)
        change = found.setdefault((table, row_id), _Change(table, row_id))
        if operation == "insert":
            change.inserted, change.deleted, change.after = not change.deleted, False, new
        elif operation == "update":
            for name in new:
                if old[name] != new[name]:
                    change.before.setdefault(name, old[name])
                    change.after[name] = new[name]
        elif change.inserted:
            del found[table, row_id]
        else:
            change.deleted, change.before, change.after = True, old | change.before, {}
    return found.values()


def _refuse_changed_row(db: Database, change: _Change) -> None:
    row = next(iter(db.query(f"select * from {change.table} where id = ?", [change.row_id])), {})
    is_suggestion = (
        change.table == "matches" and change.after.get("judgement", Judgement.UNJUDGED) == Judgement.UNJUDGED
    )
    if is_suggestion and not row:
        return  # deleted when the other claim was reworded
    if changed := [name for name, value in change.after.items() if not is_equal(row.get(name), value)]:
        who = last_actor(db, change.table, change.row_id, changed) or "someone"
        told = f"{change.table} {change.row_id}"
        raise Refused(f"{who} has changed it since, or undone it ({told}): undo that by hand")
