"""robots.txt: which addresses a search engine has use for. Filters, sorts and facets of tables have no end, each in several formats."""

from __future__ import annotations

from typing import TYPE_CHECKING

from datasette import Response, hookimpl
from datasette.resources import DatabaseResource

from claimtrack.plugin import desks
from claimtrack.plugin.visit import desk_path

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any

    from datasette import Request
    from datasette.app import Datasette

_PAGES = ("desk$", "published$", "statistics$", "claim/", "article/", "speaker/")
"""What readers look for. The other pages are for work, and each has a log-in page that comes back to it."""
_CRAWL_DELAY = "Crawl-delay: 1"
"""Seconds between two pages, for those that heed it: each keeps the desk busy for as long as a page of an editor's."""


# After those of other plug-ins: whoever has one for this, as datasette-block-robots, wants its own.
@hookimpl(specname="register_routes", trylast=True)
def robots_route() -> list[tuple[str, Callable[..., Any]]]:
    """The one route."""
    return [(r"^/robots\.txt$", _view)]


async def _view(datasette: Datasette, request: Request) -> Response:
    """What strangers may read. Nothing else is named: the name of a closed desk is told to nobody."""
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
    """The pages, and the list of all claims by which they are found: page for page, in one order."""
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
    """A database that is no desk, as without us."""
    address = datasette.urls.database(name)
    yield f"Allow: {address}$"
    yield f"Allow: {address}/"
