"""A desk whose users cannot be read: nobody can tell who may see it, so nothing that is served here is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datasette import Request, Response

from claimtrack.core.errors import DatabaseError
from claimtrack.plugin import desks, serving
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
    """The ASGI application, which answers with the remedy as long as the users of a desk cannot be read."""

    async def asked(scope: dict[str, Any], receive: Any, send: Any) -> None:
        told = await _told(datasette) if scope["type"] == "http" else None
        if told is None:
            await app(scope, receive, send)
        elif wants_json(Request(scope, receive)):
            await serving.json_problem(told.strip(), DatabaseError.__name__, 503).asgi_send(send)
        else:
            await Response.text(told, status=503).asgi_send(send)

    return asked


async def _told(datasette: Datasette) -> str | None:
    for name, database in datasette.databases.items():
        if database.path is not None and await desks.is_ours(database):
            try:
                users.load(database.path)
            except DatabaseError:
                return _TOLD.format(desk=name, file=users.path_of(database.path).name)
    return None
