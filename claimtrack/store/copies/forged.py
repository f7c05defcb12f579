"""Another file, which anybody may have written: what no desk has, in its parts and its history, is refused before it comes in."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

from sqlite_utils import Database

from claimtrack.core.errors import InvalidValue
from claimtrack.store.file import schema_files
from claimtrack.store.file.rules import find_missing_rules

FORGED = "the history of that file was not written by claimtrack, so nothing of it comes in: give a backup from before somebody changed it"


def replaced_parts(db: Database, copy: Database) -> list[str]:
    """Return the tables that are none in the copy, but views or virtual tables, and the views of claimtrack that were changed there.

    To read them could take without end, and neither Ctrl-C nor a full disk would stop it in time.
    """
    stored = {
        row[0]
        for row in db.execute("select lower(name) from sqlite_master where type = 'table' and rootpage > 0")
    }
    sql = "select lower(name) from sqlite_master where type in ('table', 'view') and rootpage = 0"
    changed = set(find_missing_rules(copy)) - schema_files.triggers().keys()
    return sorted(stored & {row[0] for row in copy.execute(sql)} | changed)


def parse_row(row: str | None) -> dict[str, Any]:
    """Return the columns of a row in history. Raises InvalidValue for anything else."""
    try:
        columns = json.loads(row or "{}")
        json.dumps(columns, ensure_ascii=False).encode()  # half a character cannot be stored
    except (ValueError, RecursionError) as error:
        raise InvalidValue(FORGED) from error
    if not isinstance(columns, dict) or any(isinstance(value, dict | list) for value in columns.values()):
        raise InvalidValue(FORGED)
    return columns


def check_change(
    happened_at: str, actor: str | None, row_id: int, operation: str, new: dict[str, Any]
) -> None:
    """Raise InvalidValue for a change at no time, as which pages here could not show it, by nobody with a name, of no row or no kind, or that adds nothing."""
    try:
        datetime.fromisoformat(happened_at).astimezone()
    except (TypeError, ValueError, OverflowError) as error:
        raise InvalidValue(FORGED) from error
    is_named = isinstance(actor, str | None) and isinstance(row_id, int)
    if not is_named or operation not in {"insert", "update", "delete"} or (operation == "insert" and not new):
        raise InvalidValue(FORGED)
