"""Datasette's own pages: those of the whole site, closed if every desk is; missing rows; and queries that exceed a limit.

Except for the configuration, the site pages show nothing of a closed desk; but a stranger should see only its log-in
page.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from datasette import Response
from datasette.database import QueryInterrupted
from datasette.resources import DatabaseResource
from datasette.utils.asgi import NotFound
from datasette.views.special import AllowDebugView, InstanceSchemaView, JsonDataView, MessagesDebugView
from datasette.views.stored_queries import GlobalQueryListView, QueryListView

from claimtrack.core.texts.printable import brief, printable
from claimtrack.plugin import permissions, tokens, views
from claimtrack.plugin.visit import requested_desk, wants_json
from claimtrack.store.file.connecting import MAX_VALUE_BYTES

if TYPE_CHECKING:
    from datasette import Request
    from datasette.app import Datasette

    View = Callable[[Datasette, Request], Awaitable[Response]]
    Told = dict[str, Any]


def routes() -> list[tuple[str, View]]:
    """The routes of the site pages, each a pattern and a view."""
    return [
        (r"^/-/config(\.(?P<format>json))?$", _json_view("config.json", _visible_configuration)),
        (r"^/-/databases(\.(?P<format>json))?$", _json_view("databases.json", _visible_databases)),
        (r"^/-/create-token$", tokens.view),
        (r"^/-/allow-debug$", _restricted_view(AllowDebugView)),
        # A stranger's form would be parsed, which takes seconds if it has many fields.
        (r"^/-/messages$", _restricted_view(MessagesDebugView, "debug-menu")),
        (r"^/-/schema(\.(?P<format>json|md))?$", _restricted_view(InstanceSchemaView)),
        (r"^/-/queries(\.(?P<format>json))?$", _restricted_view(GlobalQueryListView)),
        (r"^/(?P<database>[^/.]+)/-/queries(\.(?P<format>json))?$", _restricted_view(QueryListView)),
    ]


async def missing_row_page(datasette: Datasette, request: Request, exception: Exception) -> Response | None:
    """A page with the desk's navigation for a table or row that does not exist; None for programs, and if there is no desk."""
    is_page = request.method == "GET" and not wants_json(request) and not request.path.endswith(".csv")
    if not isinstance(exception, NotFound) or not is_page or "database" not in request.url_vars:
        return None
    if not await views.navigation_context(datasette, request):
        return None
    return await views.error_page(datasette, request, f"{exception}.", 404)


async def query_limit_page(datasette: Datasette, request: Request, exception: Exception) -> Response | None:
    """Explain that a query took too long or too much memory; Datasette reports that as a server error without a remedy."""
    seconds = datasette.setting("sql_time_limit_ms") / 1000
    if isinstance(exception, QueryInterrupted):
        kind = "TookTooLong"
        message = (
            f"That took longer than {seconds:g} seconds and was stopped. Filter the rows, or sort them by another column; whoever "
            "serves the desk can allow more with the setting sql_time_limit_ms."
        )
    elif isinstance(exception, (MemoryError, sqlite3.DataError)):
        kind = "TookTooMuch"
        message = f"That takes too much memory and was stopped. Ask for fewer rows or columns, and for no text above {MAX_VALUE_BYTES // 10**6} MB."
    else:
        return None
    return await _refuse(datasette, request, message, kind)


async def wrong_facet_page(datasette: Datasette, request: Request, exception: Exception) -> Response | None:
    """Explain that a list cannot be counted by the column in its address, as in a bookmark of an older version; Datasette reports a server error."""
    facets = [one for name in request.args if name.startswith("_facet") for one in request.args.getlist(name)]
    lacking = str(exception).partition("no such column: ")[2].removeprefix("inner.")
    is_wrong = str(exception) == "malformed JSON" or lacking in facets
    if not (isinstance(exception, sqlite3.OperationalError) and facets and is_wrong):
        return None
    message = (
        f"The rows cannot be counted by {' or '.join(facets)}: {exception}. Take _facet out of the address."
    )
    return await _refuse(datasette, request, message, "InvalidValue")


async def wrong_next_page(datasette: Datasette, request: Request, exception: Exception) -> Response | None:
    """Explain that a list of a view does not go on at what is in its address; Datasette reports a server error."""
    place = request.args.get("_next")
    told = str(exception)  # Python repeats the start of a long value, and reads no number of 5,000 digits
    is_wrong = isinstance(exception, ValueError) and (
        told.endswith(f"int() with base 10: {place!r:.200}") or "integer string conversion" in told
    )
    is_too_large = isinstance(exception, sqlite3.IntegrityError) and told == "datatype mismatch"
    if place is None or not (is_wrong or is_too_large):
        return None
    message = f"There is no page of the list at {brief(printable(place), 60)}. Take _next out of the address."
    return await _refuse(datasette, request, message, "InvalidValue")


async def long_pattern_page(datasette: Datasette, request: Request, exception: Exception) -> Response | None:
    """Explain that what somebody looks for is too long for SQLite; Datasette reports a server error."""
    if str(exception) != "LIKE or GLOB pattern too complex":
        return None
    message = "That is too long to look for: take fewer words."
    if request.path == "/-/jump.json":  # of the whole site, so there is no desk whose page could say so
        return views.json_error(message, "InvalidValue", 400)
    return await _refuse(datasette, request, message, "InvalidValue")


async def _refuse(datasette: Datasette, request: Request, message: str, kind: str) -> Response | None:
    """The answer to a wrong request, as it wants it; None if there is no desk."""
    if not await views.navigation_context(datasette, request):
        return None
    if request.path.endswith(".csv"):
        return Response.text(message, status=400)
    if wants_json(request):
        return views.json_error(message, kind, 400)
    return await views.error_page(datasette, request, message, 400)


async def _visible_configuration(datasette: Datasette, request: Request) -> Told:
    """The configuration, without the databases that the user may not see.

    Datasette's own view shows the tables and queries of all databases to everybody who may see the front page.
    """
    configuration = datasette._config()
    seen = {
        name: settings
        for name, settings in (configuration.get("databases") or {}).items()
        if await datasette.allowed(
            action="view-database", resource=DatabaseResource(name), actor=request.actor
        )
    }
    return {**configuration, "databases": seen}


async def _visible_databases(datasette: Datasette, request: Request) -> Told:
    """The databases that the user may see, without their folders, which reveal whose computer it is."""
    shown = (await datasette._databases_data(request))["databases"]
    return {"databases": [{**one, "path": one["path"] and Path(one["path"]).name} for one in shown]}


def _json_view(file_name: str, build: Callable[[Datasette, Request], Awaitable[Told]]) -> View:
    """Datasette's JSON view with our data, for users who may see the site."""

    async def view(datasette: Datasette, request: Request) -> Response:
        page = JsonDataView(datasette, file_name, partial(build, datasette), needs_request=True)
        return await page.dispatch_request(request)

    return view


def _restricted_view(page: Any, action: str = permissions.SITE) -> View:
    """Datasette's view, for users who may see the site, or have another permission, and, if it concerns one, the database. Raises Forbidden."""

    async def view(datasette: Datasette, request: Request) -> Response:
        await datasette.ensure_permission(action=action, actor=request.actor)
        if name := requested_desk(request):
            resource = DatabaseResource(name)
            await datasette.ensure_permission(action="view-database", resource=resource, actor=request.actor)
        return await page(datasette).dispatch_request(request)

    return view
