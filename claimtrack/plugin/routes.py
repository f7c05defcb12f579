"""Every page and every deed of a desk, and the routes that Datasette registers for them."""

from __future__ import annotations

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
    serving,
    site_pages,
)
from claimtrack.plugin.deeds import (
    annotating,
    bringing,
    changing_many,
    checking,
    deciding,
    editing,
    intervening,
    relabelling,
    reviewing,
)
from claimtrack.plugin.pages import (
    article,
    bring,
    check,
    claim,
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
from claimtrack.plugin.visit import Deed, Page, Visit, desk_path, pattern

if TYPE_CHECKING:
    from collections.abc import Callable

    from datasette import Request
    from datasette.app import Datasette
    from sqlite_utils import Database

PAGES: tuple[Page, ...] = (
    home.PAGE,
    claim.PAGE,
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
    marked.PAGE,
    labels.TAGS,
    labels.OUTLETS,
)
DEEDS: tuple[Deed, ...] = (
    *annotating.DEEDS,
    *changing_many.DEEDS,
    *editing.DEEDS,
    *bringing.DEEDS,
    *checking.DEEDS,
    *deciding.DEEDS,
    *intervening.DEEDS,
    *relabelling.DEEDS,
    *reviewing.DEEDS,
)


@hookimpl
def register_routes(datasette: Datasette) -> list[tuple[str, Callable[..., Any]]]:
    """The routes, each a pattern and a view."""
    pages = [(pattern(page.path, r"(?:\.json)?"), serving.page_view(page)) for page in PAGES]
    deeds = [(pattern(deed.path), serving.deed_view(deed)) for deed in DEEDS]
    others = [
        (pattern("login"), login.view),
        (pattern("password"), password.view),
        (pattern("feed.atom"), feed.view),
        (pattern("export.csv"), downloads.view),
        (pattern(_OPENAPI.path), serving.reading_view(_OPENAPI, _as_json)),
    ]
    # Last: what begins like an address of ours and is none.
    paths = [page.path for page in PAGES] + [deed.path for deed in DEEDS]
    words = "|".join(sorted({path.split("/")[0] for path in paths}))
    front = [(r"^/$", _front)] if permissions.config(datasette).get("opens_at_desk") is True else []
    nowhere = (pattern(rf"(?:{words})(?:/.*)?"), serving.nowhere)
    return [*pages, *deeds, *others, nowhere, *site_pages.routes(), *front]


async def _front(datasette: Datasette, request: Request) -> Response:
    """To the desk instead of Datasette's list of databases, which keeps an address of its own: of several to the first that is open to whoever asks."""
    served = await desks.desks(datasette)
    is_open = [name for name, one in served.items() if permissions.may_read(datasette, one, request.actor)]
    name = next(iter([*is_open, *served]), None)
    return Response.redirect(desk_path(datasette, name) if name else datasette.urls.path("/-/"))


def _document(db: Database, visit: Visit) -> dict[str, Any]:
    """What programs can do with the desk. It tells nothing that the desk keeps."""
    return openapi.document(PAGES, DEEDS, server=str(visit.datasette.urls.database(visit.database.name)))


async def _as_json(visit: Visit, document: dict[str, Any]) -> Response:
    return Response.json(document)


_OPENAPI = Page("openapi.json", "", "What programs can do with the desk", _document)
