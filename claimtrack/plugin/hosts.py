"""The names by which a browser may ask for a desk that is open to whoever sits at this machine, and to nobody else.

Such a desk listens at a loopback address. But a page of a stranger's site in a browser of this machine reaches it by a name
of its own that was made to lead to 127.0.0.1 (DNS rebinding), and could read every answer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datasette import Response

from claimtrack.plugin import permissions

if TYPE_CHECKING:
    from datasette.app import Datasette

_LOCAL_NAMES = ("", "127.0.0.1", "::1", "localhost")
"""No name at all is a program's: browsers always tell one."""
_REFUSED = (
    "This desk has no users, so it is open only on this computer, at http://127.0.0.1 or http://localhost.\nTo "
    "reach it as {name!r}, add users (claimtrack user add NAME --role ROLE) and start claimtrack serve again, or "
    "let anyone read it, notes and drafts too: claimtrack serve --public-read.\n"
)


def block_foreign_names(datasette: Datasette, app: Any) -> Any:
    """The ASGI application, which refuses other names than this machine's where the configuration asks for that."""
    if not permissions.is_local(datasette):
        return app

    async def asked(scope: dict[str, Any], receive: Any, send: Any) -> None:
        name = _host_name(scope)
        if scope["type"] != "http" or name in _LOCAL_NAMES or name.endswith(".localhost"):
            await app(scope, receive, send)
        else:
            await Response.text(_REFUSED.format(name=name[:100]), status=403).asgi_send(send)

    return asked


def _host_name(scope: dict[str, Any]) -> str:
    """The name of the server that a request asks for, in small letters and without its port; "" where it tells none."""
    told: str = dict(scope.get("headers", ())).get(b"host", b"").decode("latin-1").strip().lower()
    name = told[1:].partition("]")[0] if told.startswith("[") else told.partition(":")[0]
    return name.rstrip(".") or told
