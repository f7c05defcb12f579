"""References to rows that are gone, and how to repair them."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from claimtrack.core.texts.printable import list_some
from claimtrack.store.file.errors import InSql

if TYPE_CHECKING:
    from sqlite_utils import Database


def explain_broken_references(db: Database) -> str:
    """Return which references lead nowhere, with what repairs them; "" if all lead somewhere."""
    broken = db.execute("""
        select broken."table", columns.name, columns."notnull", keys."table",
            coalesce(keys."to", (select name from pragma_table_info(keys."table") where pk)), json_group_array(broken.rowid)
        from pragma_foreign_key_check as broken
        join pragma_foreign_key_list(broken."table") as keys on keys.id = broken.fkid
        join pragma_table_info(broken."table") as columns on columns.name = keys."from"
        group by 1, 2 order by count(*) desc, 1, 2
    """).fetchall()
    if not broken:
        return ""
    count, told, has_sql = 0, [], False
    for table, column, is_required, parent, key, found in broken:
        row_ids = json.loads(found)
        count += len(row_ids)
        existing = f"select {key} from {parent}"
        remedy = _suggest_repair(table, column, row_ids, is_required=is_required, existing=existing)
        has_sql |= isinstance(remedy, InSql)
        told.append(f"{remedy} fixes {table} {list_some(row_ids, 3)} ({column})")
    all_told = f"{count:,} do not: {'; '.join(told)}"
    return InSql(all_told) if has_sql else all_told


def _suggest_repair(table: str, column: str, row_ids: list[int], *, is_required: bool, existing: str) -> str:
    """Return the command or the SQL that repairs the broken references of a column.

    Many rows about a row that is gone are removed. One may be made to name another, except where a rule of the desk forbids that.
    """
    is_one, is_about = len(row_ids) == 1, is_required and column.endswith("_id")
    if is_one and (table, column) == ("claims", "claimant_id"):
        return f"`claimtrack edit {row_ids[0]} --claimant NAME`"
    where = f"where id = {row_ids[0]}" if is_one else f"where {column} not in ({existing})"
    delete = InSql(f"`delete from {table} {where}`")
    never_changes = table == "matches" or (table, column) == ("reviews", "claim_id")
    if is_about and (never_changes or not is_one):
        return delete
    value = "..." if is_required else "null"
    return InSql(f"`update {table} set {column} = {value} {where}`" + (f" (or {delete})" if is_about else ""))
