"""The actor of each write, for history: our forms, Datasette's edit dialog and JSON API alike."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from datasette import hookimpl
from datasette.utils.asgi import BadRequest

from claimtrack.core.errors import UnsafeToWrite
from claimtrack.plugin.desks import actor_name
from claimtrack.store.file.database import acting_as
from claimtrack.store.file.errors import explain_constraint
from claimtrack.store.file.rules import refuse_unsafe_change
from claimtrack.store.file.schema_files import is_desk

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from datasette import Request


@hookimpl
def write_wrapper(
    request: Request | None, transaction: bool
) -> Callable[[sqlite3.Connection], Generator[None, Any, None]] | None:
    """What runs around a write of this request, inside its transaction: it leaves the actor's name in history."""
    if request is None or not transaction:
        return None
    name = actor_name(request.actor)

    def around(conn: sqlite3.Connection) -> Generator[None, Any, None]:
        if not is_desk(conn):
            yield
            return
        with _explaining_rules(), acting_as(conn, name):
            yield
            refuse_unsafe_change(conn)

    return around


class UnsafeWrite(sqlite3.DatabaseError, BadRequest):  # type: ignore[misc]  # Datasette is not typed
    """A write that would harm the desk: some of Datasette's pages answer an error of SQLite with its message, the others this status."""


@contextmanager
def _explaining_rules() -> Iterator[None]:
    """Within it, a broken rule of the desk is told in words: Datasette shows the message as it comes, in its dialog and its API."""
    try:
        yield
    except UnsafeToWrite as error:
        raise UnsafeWrite(str(error)) from error
    except sqlite3.IntegrityError as error:
        told = explain_constraint(str(error))
        if told is None:
            raise
        raise sqlite3.IntegrityError(told) from error
