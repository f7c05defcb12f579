"""Taking back what one did oneself, whole, as long as nobody has built upon it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.actors import same_actor
from claimtrack.core.errors import Refused
from claimtrack.store import history, rewinding
from claimtrack.store.file.database import write_transaction

if TYPE_CHECKING:
    from sqlite_utils import Database

_MOST = 200


def take_back(db: Database, after: int, until: int, *, actor: str | None) -> None:
    """Undo the changes with history ids in (after, until], which must all be this actor's.

    Raises Refused where they are somebody else's, or somebody has changed the same things since.
    """
    if not 0 < until - after <= _MOST:
        raise Refused("there is nothing to undo")
    with write_transaction(db, actor):
        whose = history.actors_between(db, after, until)
        if not whose or not all(same_actor(one, actor) for one in whose):
            raise Refused("only who made a change takes it back this way")
        rewinding.rewind(db, after, until)
