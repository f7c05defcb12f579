"""robots.txt: the addresses useful to a search engine. The filters, sort orders and facets of tables are endless, and come in several formats."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from datasette import Response, hookimpl
from datasette.resources import DatabaseResource

from claimtrack.plugin import desks
from claimtrack.plugin.visit import desk_path

if TYPE_CHECKING:
    from typing import Any

    from datasette import Request
    from datasette.app import Datasette

_PAGES = ("desk$", "published$", "statistics$", "claim/", "article/", "speaker/")
"""Pages for readers. The others are for work, and each has its own log-in address that leads back to it."""
_CRAWL_DELAY = "Crawl-delay: 1"
"""Seconds between two requests, for crawlers that respect it: each request costs as much as an editor's."""


# Registered last, so that another plug-in for this, such as datasette-block-robots, takes precedence.
@hookimpl(specname="register_routes", trylast=True)
def robots_route() -> list[tuple[str, Callable[..., Any]]]:
    """The route of robots.txt."""
    return [(r"^/robots\.txt$", _view)]


async def _view(datasette: Datasette, request: Request) -> Response:
    """List what strangers may read, and nothing else: a closed desk must not be named."""
    lines = [
        "User-agent: *",
        _CRAWL_DELAY,
        f"Allow: {datasette.urls.path('/')}$",
        f"Allow: {datasette.urls.path('/-/static')}",
    ]
    for name, database in datasette.databases.items():
        if await datasette.allowed(action="view-database", resource=DatabaseResource(name), actor=None):
            is_ours = await desks.is_claimtrack_file(database)
            lines += _desk_lines(datasette, name) if is_ours else _database_lines(datasette, name)
    return Response.text("\n".join([*lines, "Disallow: /", ""]))


def _desk_lines(datasette: Datasette, name: str) -> Iterator[str]:
    """The pages of a desk, and the list of claims that leads to them, page by page in one order."""
    for page in _PAGES:
        address = desk_path(datasette, name, page)
        yield f"Allow: {address}"
        if page.endswith("/"):
            yield f"Disallow: {address}*.json"
    claims = datasette.urls.table(name, "claim_overview")
    yield f"Allow: {datasette.urls.database(name)}$"
    yield f"Allow: {claims}$"
    yield f"Allow: {claims}?_next="
    yield f"Disallow: {claims}?_next=*&"


def _database_lines(datasette: Datasette, name: str) -> Iterator[str]:
    """Allow all of a database that is not a desk, as without this plug-in."""
    address = datasette.urls.database(name)
    yield f"Allow: {address}$"
    yield f"Allow: {address}/"
