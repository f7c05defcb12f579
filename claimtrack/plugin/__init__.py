"""The desk as a Datasette plug-in. Each hook comes from the module it belongs to; those that involve several modules are here."""

# ruff: noqa: F401 - Datasette finds the hooks by their names here.

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any

from datasette import hookimpl

from claimtrack.plugin import closed_desks, downloads, hosts, login, request_users, site_pages, streaming
from claimtrack.plugin.audit import write_wrapper
from claimtrack.plugin.columns import register_column_types
from claimtrack.plugin.desks import prepare_connection, shutdown
from claimtrack.plugin.downloads import top_stored_query, top_table
from claimtrack.plugin.facets import refuse_many_facets
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
    from datasette import Request, Response
    from datasette.app import Datasette


@hookimpl
def asgi_wrapper(datasette: Datasette) -> Callable[[Any], Any]:
    """Wrap the application: refuse foreign host names if the desk is open only on this machine, closed desks, wrong periods and too many counts."""

    def wrap(app: Any) -> Any:
        app = refuse_many_facets(downloads.refuse_bad_periods(streaming.stream_csv(app)))
        app = closed_desks.block_closed_desks(datasette, app)
        return request_users.look_once(hosts.block_foreign_names(datasette, app))

    return wrap


@hookimpl
def handle_exception(
    datasette: Datasette, request: Request, exception: Exception
) -> Callable[[], Awaitable[Response | None]]:
    """Hide a closed desk's tables from strangers, and show everybody else an error page, also for queries that exceed a limit."""

    async def answer() -> Response | None:
        for one in (
            login.hide_tables,
            site_pages.missing_row_page,
            site_pages.query_limit_page,
            site_pages.wrong_facet_page,
            site_pages.long_pattern_page,
            site_pages.wrong_next_page,
        ):
            if response := await one(datasette, request, exception):
                return response
        return None

    return answer
