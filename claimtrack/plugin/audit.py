"""The actor of each write, for history: our forms, Datasette's edit dialog and JSON API alike."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.plugin.desks import actor_name
from claimtrack.store.database import is_desk, signed

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Generator

    from datasette import Request


def wrapper(request: Request | None) -> Callable[[sqlite3.Connection], Generator[None, Any, None]] | None:
    """What runs around a write of this request, inside its transaction."""
    if request is None:
        return None
    name = actor_name(request.actor)

    def around(conn: sqlite3.Connection) -> Generator[None, Any, None]:
        if not is_desk(conn):
            yield
            return
        with signed(conn, name):
            yield

    return around
