"""The desk in Datasette: each hook of ours, from the module that does what it is for. Here are those that ask several modules."""

# ruff: noqa: F401 - Datasette finds the hooks by their names here.

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from datasette import hookimpl

from claimtrack.plugin import closed_desks, hosts, login, site_pages
from claimtrack.plugin.audit import write_wrapper
from claimtrack.plugin.columns import register_column_types
from claimtrack.plugin.desks import prepare_connection
from claimtrack.plugin.downloads import top_stored_query, top_table
from claimtrack.plugin.links import (
    extra_css_urls,
    extra_js_urls,
    menu_links,
    render_cell,
    row_actions,
    top_database,
    top_row,
)
from claimtrack.plugin.login import forbidden
from claimtrack.plugin.permissions import permission_resources_sql, register_actions
from claimtrack.plugin.rendering import prepare_jinja2_environment
from claimtrack.plugin.robots import robots_route
from claimtrack.plugin.routes import register_routes
from claimtrack.plugin.startup import prepare_desks
from claimtrack.plugin.tokens import register_token_handler

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from datasette import Request, Response
    from datasette.app import Datasette


@hookimpl
def asgi_wrapper(datasette: Datasette) -> Callable[[Any], Any]:
    """Answer by this machine's own names alone, where the desk is open to whoever sits at it; not at all where nobody can tell whose it is."""
    return lambda app: hosts.block_foreign_names(datasette, closed_desks.block_closed_desks(datasette, app))


@hookimpl
def handle_exception(
    datasette: Datasette, request: Request, exception: Exception
) -> Callable[[], Awaitable[Response | None]]:
    """Keep from a stranger which tables a closed desk has, and lead everybody else on, also from what takes too long or too much memory."""

    async def answer() -> Response | None:
        for one in (login.hide_tables, site_pages.missing_row_page, site_pages.query_limit_page):
            if response := await one(datasette, request, exception):
                return response
        return None

    return answer
