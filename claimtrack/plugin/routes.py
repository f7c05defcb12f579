"""All pages and operations of a desk, and their routes."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from datasette import Response, hookimpl

from claimtrack.plugin import (
    desks,
    downloads,
    feed,
    login,
    openapi,
    password,
    permissions,
    site_pages,
    views,
)
from claimtrack.plugin.operations import (
    annotating,
    articles,
    bringing,
    changing_many,
    checking,
    deciding,
    editing,
    intervening,
    naming,
    relabelling,
    reviewing,
    taking_back,
)
from claimtrack.plugin.pages import (
    article,
    article_text,
    bring,
    changes,
    check,
    claim,
    doubts,
    duplicates,
    home,
    labels,
    marked,
    proposing,
    published,
    search,
    speaker,
    statistics,
    triage,
)
from claimtrack.plugin.visit import Operation, Page, Visit, desk_path, route_pattern

if TYPE_CHECKING:
    from datasette import Request
    from datasette.app import Datasette
    from sqlite_utils import Database

PAGES: tuple[Page, ...] = (
    home.PAGE,
    claim.PAGE,
    article_text.PAGE,
    article.PAGE,
    triage.PAGE,
    duplicates.PAGE,
    speaker.PAGE,
    search.PAGE,
    check.PAGE,
    statistics.PAGE,
    proposing.PAGE,
    bring.PAGE,
    published.PAGE,
    changes.PAGE,
    doubts.PAGE,
    marked.PAGE,
    labels.TAGS,
    labels.OUTLETS,
)
OPERATIONS: tuple[Operation, ...] = (
    *annotating.OPERATIONS,
    *changing_many.OPERATIONS,
    *editing.OPERATIONS,
    *bringing.OPERATIONS,
    *checking.OPERATIONS,
    *deciding.OPERATIONS,
    *intervening.OPERATIONS,
    *naming.OPERATIONS,
    *relabelling.OPERATIONS,
    *reviewing.OPERATIONS,
    *articles.OPERATIONS,
    *taking_back.OPERATIONS,
)


@hookimpl
def register_routes(datasette: Datasette) -> list[tuple[str, Callable[..., Any]]]:
    """The routes, each a pattern and a view."""
    pages = [(route_pattern(page.path, r"(?:\.json)?"), views.page_view(page)) for page in PAGES]
    operations = [
        (route_pattern(operation.path), views.operation_view(operation)) for operation in OPERATIONS
    ]
    others = [
        (route_pattern("login"), login.view),
        (route_pattern("password"), password.view),
        (route_pattern("feed.atom"), feed.view),
        (route_pattern("export.csv"), downloads.view),
        (route_pattern(_OPENAPI.path), views.read_view(_OPENAPI, _json_response)),
    ]
    # Last: addresses that begin like one of ours but do not exist.
    paths = [page.path for page in PAGES] + [operation.path for operation in OPERATIONS]
    words = "|".join(sorted({path.split("/")[0] for path in paths}))
    front = (
        [(r"^/$", _redirect_front_page)] if permissions.config(datasette).get("opens_at_desk") is True else []
    )
    nowhere = (route_pattern(rf"(?:{words})(?:/.*)?"), views.not_found_view)
    return [*pages, *operations, *others, nowhere, *site_pages.routes(), *front]


async def _redirect_front_page(datasette: Datasette, request: Request) -> Response:
    """Redirect to the first desk that the visitor may read; Datasette's list of databases has an address of its own."""
    served = await desks.desks(datasette)
    is_open = [name for name, one in served.items() if permissions.may_read(datasette, one, request.actor)]
    name = next(iter([*is_open, *served]), None)
    return Response.redirect(desk_path(datasette, name) if name else datasette.urls.path("/-/"))


def _openapi_document(db: Database, visit: Visit) -> dict[str, Any]:
    """The OpenAPI document, which contains nothing of the desk's content."""
    return openapi.build_document(
        PAGES, OPERATIONS, server=str(visit.datasette.urls.database(visit.database.name))
    )


async def _json_response(visit: Visit, document: dict[str, Any]) -> Response:
    return Response.json(document)


_OPENAPI = Page("openapi.json", "", "What programs can do with the desk", _openapi_document)
