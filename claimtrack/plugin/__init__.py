"""The desk in Datasette. The hooks below only wire; what they do stands in the modules they name."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from datasette import hookimpl

from claimtrack.plugin import (
    audit,
    closed,
    columns,
    desks,
    downloads,
    hosts,
    links,
    login,
    permissions,
    routes,
    showing,
    site_pages,
    startup,
    tokens,
)

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Awaitable, Callable, Generator

    from datasette import Request, Response
    from datasette.app import Datasette
    from datasette.permissions import Action, PermissionSQL
    from jinja2 import Environment


@hookimpl
def prepare_connection(conn: sqlite3.Connection, database: str) -> None:
    """Give a desk's connections the settings that its rules rely on."""
    desks.prepare_connection(conn)


@hookimpl
def prepare_jinja2_environment(env: Environment, datasette: Datasette) -> None:
    """Where templates have the addresses of our static files from."""
    env.globals["static_of_ours"] = partial(showing.static_file, datasette)


@hookimpl(specname="startup")
def start(datasette: Datasette) -> Callable[[], Awaitable[None]]:
    """Dress each desk: titles, canned queries, column types."""
    return lambda: startup.dress_desks(datasette)


@hookimpl
def asgi_wrapper(datasette: Datasette) -> Callable[[Any], Any]:
    """Answer by this machine's own names alone, where the desk is open to whoever sits at it; not at all where nobody can tell whose it is."""
    return lambda app: hosts.guarded(datasette, closed.guarded(datasette, app))


@hookimpl
def write_wrapper(
    datasette: Datasette, database: str, request: Request | None, transaction: bool
) -> Callable[[sqlite3.Connection], Generator[None, Any, None]] | None:
    """Leave the actor's name in history, whichever page or API the write came from."""
    return audit.wrapper(request) if transaction else None


@hookimpl
def register_actions(datasette: Datasette) -> list[Action]:
    """What a person may be allowed to do on a desk."""
    return permissions.actions()


@hookimpl
def permission_resources_sql(
    datasette: Datasette, actor: dict[str, Any] | None, action: str
) -> Callable[[], Awaitable[PermissionSQL | None]]:
    """Who may do what, by role."""
    return lambda: permissions.rules(datasette, actor, action)


@hookimpl(tryfirst=True)
def register_token_handler(datasette: Datasette) -> tokens.KeyedTokens:
    """API tokens that end with a new password, and with their person. Before Datasette's own, which they stand for."""
    return tokens.KeyedTokens()


@hookimpl
def register_routes(datasette: Datasette) -> list[tuple[str, Callable[..., Any]]]:
    """The desk's own pages and forms."""
    return routes.registered(datasette)


@hookimpl
def register_column_types(datasette: Datasette) -> list[type]:
    """A choice among the rows of a lookup table, as a real select in the edit dialog."""
    return [columns.Choice]


@hookimpl
def render_cell(
    row: Any,
    value: Any,
    column: str,
    table: str | None,
    database: str,
    datasette: Datasette,
    request: Request | None,
) -> Callable[[], Awaitable[str | None]] | None:
    """Link the number and the words of a claim, an article or a speaker to its page, and name an article without a title."""
    if value is None and (table, column) == links.TITLE:
        return links.article_name(datasette, database, row)
    return links.cell(datasette, database, table, row, column, value, request)


@hookimpl
def row_actions(
    datasette: Datasette, actor: dict[str, Any] | None, database: str, table: str, row: Any
) -> Callable[[], Awaitable[list[dict[str, str]]]]:
    """The way from Datasette's row page to ours, in the menu."""
    return lambda: links.row_actions(datasette, actor, database, table, row)


@hookimpl
def top_row(
    datasette: Datasette, request: Request, database: str, table: str, row: Any
) -> Callable[[], Awaitable[str | None]]:
    """The way from Datasette's row page to ours, at its top."""
    return lambda: links.top_row(datasette, request, database, table, row)


@hookimpl
def top_database(
    datasette: Datasette, request: Request, database: str
) -> Callable[[], Awaitable[str | None]]:
    """The way from Datasette's page of a desk to ours, at its top."""
    return lambda: links.top_database(datasette, request, database)


@hookimpl
def top_table(
    datasette: Datasette, request: Request, database: str, table: str
) -> Callable[[], Awaitable[str | None]]:
    """The desk's own CSV, at the top of Datasette's pages of its tables."""
    return lambda: downloads.top_table(datasette, request, database, table)


@hookimpl
def top_stored_query(
    datasette: Datasette, request: Request, database: str, query_name: str
) -> Callable[[], Awaitable[str | None]]:
    """The same at the top of the canned queries."""
    return lambda: downloads.top_table(datasette, request, database, query=query_name)


@hookimpl
def extra_css_urls(database: str | None, datasette: Datasette) -> Callable[[], Awaitable[list[str]]]:
    """The dark of the desk's pages, for Datasette's pages of a desk and around it."""
    return lambda: links.style_sheets(datasette, database)


@hookimpl
def extra_js_urls(
    template: str, database: str | None, datasette: Datasette, view_name: str | None
) -> list[dict[str, Any]]:
    """The select of the edit dialog, and names for the fields of filters, on Datasette's table and row pages."""
    if view_name not in ("table", "row"):
        return []
    # A module runs once the page is there.
    scripts = {"claimtrack_choice.js": False, "claimtrack_names.js": True}
    return [
        {"url": showing.static_file(datasette, name), "module": is_module}
        for name, is_module in scripts.items()
    ]


@hookimpl
def menu_links(
    datasette: Datasette, actor: dict[str, Any] | None
) -> Callable[[], Awaitable[list[dict[str, str]]]]:
    """The desks a person may see, and the way in."""
    return lambda: links.menu(datasette, actor)


@hookimpl
def forbidden(datasette: Datasette, request: Request) -> Response | None:
    """Lead a stranger to the log-in page of the desk."""
    return login.forbidden(datasette, request)


@hookimpl
def handle_exception(
    datasette: Datasette, request: Request, exception: Exception
) -> Callable[[], Awaitable[Response | None]]:
    """Keep from a stranger which tables a closed desk has, and lead everybody else on, also from what takes too long or too much memory."""

    async def answer() -> Response | None:
        for one in (login.not_found, site_pages.lost, site_pages.too_much):
            if response := await one(datasette, request, exception):
                return response
        return None

    return answer
