"""Block a desk whose user file cannot be read, or whose file or log is no longer the one that the server uses.

In the first case nobody can say who may see the desk, and the permissions deny everything, too. In the second, what is
written would be lost.
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
from claimtrack.store.file.connecting import command
from claimtrack.store.file.opened_file import Loss

if TYPE_CHECKING:
    from datasette.app import Datasette
    from datasette.database import Database

_USERS = (
    "The desk {desk} is closed, because the file with its users, {file}, cannot be read.\nWhoever runs it must let the "
    "server's account read the file or, if it is damaged, restore that file from a copy. Without a copy: stop the server, delete the "
    "file, add the users again ({command}) and start the server again.\n"
)
_NOT_SAVED = "What you have just sent is not saved: reload this page after that to send it again.\n"
_LOST = {
    Loss.FILE: "The desk {desk} is closed, because its file, {file}, was replaced or moved while this server ran.\nWhoever runs it must "
    f"see that the right file is there, and then start the server again. {_NOT_SAVED}",
    Loss.LOG: "The desk {desk} is closed, because another program has removed the log of its file, {file}, while this server ran.\nWhoever "
    "runs it must start the server again. If it happens again: a plug-in of the server reads the file and so ends SQLite's lock on it, or the "
    f"drive cannot lock files, and the desk has to be on a disk of the server. {_NOT_SAVED}",
}
"""Strangers see all of these messages, so they name no folder and nothing in the file."""


def block_closed_desks(datasette: Datasette, app: Any) -> Any:
    """Wrap the application to answer every request for a closed desk with the reason and the remedy."""

    async def wrapper(scope: dict[str, Any], receive: Any, send: Any) -> None:
        reason = await _find_reason(datasette, scope["path"]) if scope["type"] == "http" else None
        if reason is None:
            await app(scope, receive, send)
        elif wants_json(Request(scope, receive)):
            await views.json_error(reason.strip(), DatabaseError.__name__, 503).asgi_send(send)
        else:
            await Response.text(reason, status=503).asgi_send(send)

    return wrapper


async def _find_reason(datasette: Datasette, path: str) -> str | None:
    named = datasette.databases.get(_database_in_path(datasette, path))
    # If every desk is closed, the front page has nothing to show either.
    asked = permissions.files(datasette) if named is None or named.name == permissions.IN_MEMORY else [named]
    first = None
    for database in asked:
        if (reason := await _explain_closed(database)) is None:
            return None
        first = first or reason
    return first


async def _explain_closed(database: Database) -> str | None:
    if not await desks.is_claimtrack_file(database):
        return None
    file = Path(database.path or "")
    if (loss := desks.find_loss(database)) is not None:
        return _LOST[loss].format(desk=database.name, file=file.name)
    if permissions.users_of(database) is None:
        return _USERS.format(
            desk=database.name,
            file=users.users_path(file).name,
            command=command(file.name, "user add NAME --role ROLE"),
        )
    return None


def _database_in_path(datasette: Datasette, path: str) -> str:
    """The database named first in the path, as in /claims/-/desk and /claims.json."""
    within = path.removeprefix(datasette.setting("base_url")).strip("/")
    return tilde_decode(within.partition("/")[0].partition(".")[0])
