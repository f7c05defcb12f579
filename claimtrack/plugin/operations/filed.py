"""What a deed filed is taken back whole, with the names and places that were new with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.plugin.visit import Undo
from claimtrack.store.stretches import join, mark

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

    from claimtrack.store.stretches import Stretch


def undo_filed(db: Database, written: Iterable[Stretch], back: str) -> Undo | None:
    """How what was written in the one transaction of a deed is taken back, and which page is shown then.

    None where nothing was.
    """
    for after, until in join(written):
        return Undo.changes(after, until, back, mark=mark(db, (after, until)))
    return None
