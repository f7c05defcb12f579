"""Undo an operation: on the next page or, if it made too many changes for a page, by a command."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.core.texts.printable import shell_command
from claimtrack.plugin.visit import Undo
from claimtrack.store.history_ranges import join_ranges, mark
from claimtrack.workflow import undoing

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.plugin.visit import Result, Visit
    from claimtrack.store.history_ranges import HistoryRange


def undo_filed(db: Database, written: Iterable[HistoryRange], back: str) -> Undo | None:
    """An Undo for what was filed in one transaction, with the names and places that were new with it; None if nothing was."""
    return next((Undo.changes(one, back, mark=mark(db, one)) for one in join_ranges(written)), None)


def undoable(db: Database, visit: Visit, done: Result, written: HistoryRange) -> Result:
    """The result with the Undo of these changes or, if they are more than a page can undo, with the command to run as the person who made them.

    Without either if nothing was changed.
    """
    if undoing.is_short(written):
        return replace(done, undo=Undo.changes(written, done.goto))
    changes = undoing.changes_name(db, [written])
    if changes is None:
        return done
    actor = f"{shell_command('--actor', visit.actor)} " if visit.actor else ""
    how = f"To undo so many: “claimtrack {actor}undo --changes {changes}” in a terminal."
    return replace(done, message=f"{done.message} {how}")
