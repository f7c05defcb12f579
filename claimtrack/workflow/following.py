"""Follows what is done on a desk: the changes after the last one that a program has read, none left out and none twice.

Changes get their numbers in the order in which they are committed, since only one transaction writes at a time. A number alone would do
until a backup is put back: then it is given to another change. So a cursor is the number with a mark of the change.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import ChangedMeanwhile, InvalidValue
from claimtrack.core.steps import SEE_NEWEST_CURSOR
from claimtrack.store import history, history_ranges
from claimtrack.workflow.changes import describe_change, is_human_change

if TYPE_CHECKING:
    from sqlite_utils import Database

_MOST_CANDIDATES = 20_000


def last_read(db: Database, cursor: str) -> int:
    """The number of the change that a cursor names; 0 for "0", which is before the first. Raises InvalidValue, ChangedMeanwhile."""
    is_change = history_ranges.is_version_name(cursor) and not cursor.startswith("0")
    if cursor != "0" and not is_change:
        raise InvalidValue(
            f"{cursor[:40]!r} is no cursor: give that of the last change you have read, such as 204-3f9a2c, or 0 for all changes",
            cursor,
        )
    if cursor != "0" and not history_ranges.is_version(db, cursor):
        raise ChangedMeanwhile(
            f"change {cursor} is not in the history of this desk: the desk was put back from a backup, a name was erased from it, or it is "
            "another one. Read anew all that you keep of it, and go on from the cursor of its newest change: "
            + SEE_NEWEST_CURSOR
        )
    return int(cursor.partition("-")[0])


def follow(
    db: Database, chosen: history.Selection, cursor: str, *, most: int
) -> tuple[list[dict[str, Any]], str]:
    """Up to `most` of the chosen changes after the cursor, oldest first, and the cursor after which to go on. Raises InvalidValue, ChangedMeanwhile.

    There may be none before the end, too: it stops after many that are not shown, such as the matcher's suggestions. At the end, the cursor stays.
    """
    chosen = chosen._replace(after=max(chosen.after, last_read(db, cursor)), oldest_first=True)
    found: list[dict[str, Any]] = []
    seen = 0
    for ids, rows in history.of_desk(db, chosen):
        for change in filter(is_human_change, map(describe_change, rows)):
            found.append(change)
            if len(found) == most:
                return found, change["cursor"]
        cursor, seen = history_ranges.version_name(db, ids[-1]), seen + len(ids)
        if seen >= _MOST_CANDIDATES:
            break
    return found, cursor
