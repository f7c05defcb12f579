"""Refuse foreign host names for a desk that is open only on this machine.

Such a desk listens on a loopback address. But a page of a malicious site, in a browser on this machine, can reach it
under a name of its own that resolves to 127.0.0.1 (DNS rebinding), and could read every response.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datasette import Response

from claimtrack.plugin import permissions

if TYPE_CHECKING:
    from datasette.app import Datasette

_LOCAL_NAMES = ("", "127.0.0.1", "::1", "localhost")
"""A request without a host name comes from a program: browsers always send one."""
_REFUSED = (
    "This desk has no users, so it is open only on this computer, at http://127.0.0.1 or http://localhost.\nTo "
    "reach it as {name!r}, add users (claimtrack --db FILE user add NAME --role ROLE) and start claimtrack serve again, or "
    "let anyone read it, notes and drafts too: claimtrack serve --public-read.\n"
)


def block_foreign_names(datasette: Datasette, app: Any) -> Any:
    """Wrap the application to refuse host names other than this machine's, if the configuration says so."""
    if not permissions.is_local(datasette):
        return app

    async def wrapper(scope: dict[str, Any], receive: Any, send: Any) -> None:
        name = _host_name(scope)
        if name in _LOCAL_NAMES or name.endswith(".localhost"):
            await app(scope, receive, send)
        else:
            await Response.text(_REFUSED.format(name=name[:100]), status=403).asgi_send(send)

    return wrapper


def _host_name(scope: dict[str, Any]) -> str:
    """The host name of the request, in lower case and without a port; "" if there is none."""
    host: str = dict(scope.get("headers", ())).get(b"host", b"").decode("latin-1").strip().lower()
    name = host[1:].partition("]")[0] if host.startswith("[") else host.partition(":")[0]
    return name.rstrip(".") or host
