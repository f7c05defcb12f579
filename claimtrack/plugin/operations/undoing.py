"""What a deed did is taken back: on the next page, or by a command where it is too much for a page."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.core.texts.printable import shell_command
from claimtrack.plugin.visit import Result, Undo
from claimtrack.store.stretches import join_ranges, mark
from claimtrack.workflow import undoing

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

    from claimtrack.plugin.visit import Visit
    from claimtrack.store.stretches import HistoryRange


def undo_filed(db: Database, written: Iterable[HistoryRange], back: str) -> Undo | None:
    """Take back what was filed in one transaction, with the names and places that were new with it; None where nothing was."""
    return next((Undo.changes(one, back, mark=mark(db, one)) for one in join_ranges(written)), None)


def undoable(
    db: Database, visit: Visit, message: str, goto: str, data: dict[str, Any], written: HistoryRange
) -> Result:
    """What was done, with its Undo; of more changes than a page takes back, with the command that does, as the person who made them."""
    if undoing.is_short(written):
        return Result(message, goto, Undo.changes(written, goto), data)
    actor = f"{shell_command('--actor', visit.actor)} " if visit.actor else ""
    changes = undoing.changes_name(db, [written])
    told = f"{message} To undo so many: “claimtrack {actor}undo --changes {changes}” in a terminal."
    return Result(told, goto, data=data)
