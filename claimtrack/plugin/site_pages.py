"""Datasette's pages of the whole site that it shows to everybody, closed where all that it serves is closed.

They hold nothing of a closed desk; but a stranger to it meets its log-in page and nothing more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datasette.resources import DatabaseResource
from datasette.utils import tilde_decode
from datasette.views.special import AllowDebugView, InstanceSchemaView
from datasette.views.stored_queries import GlobalQueryListView, QueryListView

from claimtrack.plugin import permissions

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from datasette import Request, Response
    from datasette.app import Datasette

    View = Callable[[Datasette, Request], Awaitable[Response]]


def routes() -> list[tuple[str, View]]:
    """Their routes, each a pattern and a view."""
    return [
        (r"^/-/allow-debug$", _closed(AllowDebugView)),
        (r"^/-/schema(\.(?P<format>json|md))?$", _closed(InstanceSchemaView)),
        (r"^/-/queries(\.(?P<format>json))?$", _closed(GlobalQueryListView)),
        (r"^/(?P<database>[^/.]+)/-/queries(\.(?P<format>json))?$", _closed(QueryListView)),
    ]


def _closed(page: Any) -> View:
    """Datasette's own view, for who may see the site, and the database where it is of one. Raises Forbidden."""

    async def view(datasette: Datasette, request: Request) -> Response:
        await datasette.ensure_permission(action=permissions.SITE, actor=request.actor)
        if name := request.url_vars.get("database"):
            resource = DatabaseResource(tilde_decode(name))
            await datasette.ensure_permission(action="view-database", resource=resource, actor=request.actor)
        return await page(datasette).dispatch_request(request)

    return view
