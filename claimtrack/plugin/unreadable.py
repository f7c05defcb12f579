"""A desk whose users cannot be read: nobody can tell who may see it, so nothing of it is shown. The permissions keep it closed; here is told why."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datasette import Request, Response
from datasette.utils import tilde_decode

from claimtrack.core.errors import DatabaseError
from claimtrack.plugin import desks, permissions, serving
from claimtrack.plugin.visit import wants_json
from claimtrack.store import users

if TYPE_CHECKING:
    from datasette.app import Datasette

_TOLD = (
    "The desk {desk} is closed, because the file with its users, {file}, cannot be read.\nWhoever runs it must restore that "
    "file from a copy. Without a copy: stop the server, delete the file, add the users again (claimtrack user add NAME "
    "--role ROLE) and start the server again.\n"
)
"""Told to strangers, too: no folder, and nothing of what is in the file."""


def guarded(datasette: Datasette, app: Any) -> Any:
    """The ASGI application, which answers with the remedy whoever asks for a desk whose users cannot be read."""

    async def asked(scope: dict[str, Any], receive: Any, send: Any) -> None:
        told = await _told(datasette, scope["path"]) if scope["type"] == "http" else None
        if told is None:
            await app(scope, receive, send)
        elif wants_json(Request(scope, receive)):
            await serving.json_problem(told.strip(), DatabaseError.__name__, 503).asgi_send(send)
        else:
            await Response.text(told, status=503).asgi_send(send)

    return asked


async def _told(datasette: Datasette, path: str) -> str | None:
    served = {name: database for name, database in datasette.databases.items() if database.path}
    closed = [
        name
        for name, database in served.items()
        if await desks.is_ours(database) and permissions.users_of(database) is None
    ]
    asked = _database(datasette, path)
    if asked not in closed and closed and len(closed) == len(served):
        asked = closed[0]  # nor has the front page anything to show
    if asked not in closed:
        return None
    return _TOLD.format(desk=asked, file=users.path_of(served[asked].path or "").name)


def _database(datasette: Datasette, path: str) -> str:
    """The database that an address begins with, as in /claims/-/desk and /claims.json."""
    within = path.removeprefix(datasette.setting("base_url")).strip("/")
    return tilde_decode(within.partition("/")[0].partition(".")[0])
