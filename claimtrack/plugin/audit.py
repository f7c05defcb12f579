"""Record the actor of each write in history, whether it comes from our forms, Datasette's edit dialog or its JSON API."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Generator, Iterator
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
    from datasette import Request


@hookimpl
def write_wrapper(
    request: Request | None, transaction: bool
) -> Callable[[sqlite3.Connection], Generator[None, Any, None]] | None:
    """Wrap each write of a request, inside its transaction, so that history records the actor."""
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
    """A write that would harm the desk. Some pages of Datasette show the message of a database error, others only the status of a bad request."""


@contextmanager
def _explaining_rules() -> Iterator[None]:
    """Within the context, replace the message of a violated constraint by an explanation: Datasette shows the message as it is."""
    try:
        yield
    except UnsafeToWrite as error:
        raise UnsafeWrite(str(error)) from error
    except sqlite3.IntegrityError as error:
        message = explain_constraint(str(error))
        if message is None:
            raise
        raise sqlite3.IntegrityError(message) from error
