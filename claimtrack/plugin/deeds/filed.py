"""What a deed filed is taken back whole, with the names and places that were new with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.plugin.visit import Undo
from claimtrack.workflow import undoing

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.plugin.visit import Visit


def undo_filed(db: Database, visit: Visit, after: int, until: int, back: str) -> Undo | None:
    """How the changes with history ids in (after, until] are taken back, and which page is shown then.

    None where there are none, and where somebody else wrote meanwhile.
    """
    changes = undoing.import_named(db, after, until, actor=visit.actor)
    if changes is None:
        return None
    mark = changes.rpartition("-")[2]
    return Undo("undo", {"after": str(after), "until": str(until), "mark": mark, "back": back})
