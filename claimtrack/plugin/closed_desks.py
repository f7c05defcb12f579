"""A desk of which nothing is shown, and why: its users cannot be read, so nobody can tell who may see it, or its file is no longer the one that was opened.

Where the users cannot be read the permissions keep it closed, too.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from datasette import Request, Response
from datasette.utils import tilde_decode

from claimtrack.core.errors import DatabaseError
from claimtrack.plugin import desks, permissions, views
from claimtrack.plugin.visit import wants_json
from claimtrack.store import users

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.database import Database

_USERS = (
    "The desk {desk} is closed, because the file with its users, {file}, cannot be read.\nWhoever runs it must let the "
    "server's account read the file or, if it is damaged, restore that file from a copy. Without a copy: stop the server, delete the "
    "file, add the users again (claimtrack user add NAME --role ROLE) and start the server again.\n"
)
_REPLACED = (
    "The desk {desk} is closed, because its file, {file}, was replaced or moved while this server ran.\nWhoever runs it must "
    "see that the right file is there, and then start the server again. What you have sent just now is not saved: reload this page "
    "after that, and it is sent again.\n"
)
"""Both are told to strangers, too: no folder, and nothing of what is in the file."""


def block_closed_desks(datasette: Datasette, app: Any) -> Any:
    """The ASGI application, which answers with the remedy whoever asks for such a desk."""

    async def asked(scope: dict[str, Any], receive: Any, send: Any) -> None:
        told = await _find_reason(datasette, scope["path"]) if scope["type"] == "http" else None
        if told is None:
            await app(scope, receive, send)
        elif wants_json(Request(scope, receive)):
            await views.json_error(told.strip(), DatabaseError.__name__, 503).asgi_send(send)
        else:
            await Response.text(told, status=503).asgi_send(send)

    return asked


async def _find_reason(datasette: Datasette, path: str) -> str | None:
    served = {name: database for name, database in datasette.databases.items() if database.path}
    closed = {name: told for name, database in served.items() if (told := await _explain_closed(database))}
    asked = _database_in_path(datasette, path)
    if asked not in closed and closed and len(closed) == len(served):
        asked = next(iter(closed))  # nor has the front page anything to show
    return closed.get(asked)


async def _explain_closed(database: Database) -> str | None:
    if not await desks.is_claimtrack_file(database):
        return None
    file = Path(database.path or "")
    if database.is_mutable and desks.is_replaced(database):
        return _REPLACED.format(desk=database.name, file=file.name)
    if permissions.users_of(database) is None:
        return _USERS.format(desk=database.name, file=users.users_path(file).name)
    return None


def _database_in_path(datasette: Datasette, path: str) -> str:
    """The database that an address begins with, as in /claims/-/desk and /claims.json."""
    within = path.removeprefix(datasette.setting("base_url")).strip("/")
    return tilde_decode(within.partition("/")[0].partition(".")[0])
