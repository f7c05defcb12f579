"""Every page and every deed of a desk, and the routes that Datasette registers for them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.plugin import login, serving
from claimtrack.plugin.deeds import annotating, deciding, editing, reviewing
from claimtrack.plugin.pages import article, claim, duplicates, home, proposing, speaker, statistics, triage
from claimtrack.plugin.visit import Deed, Page, pattern

if TYPE_CHECKING:
    from collections.abc import Callable

PAGES: tuple[Page, ...] = (
    home.PAGE,
    claim.PAGE,
    article.PAGE,
    triage.PAGE,
    duplicates.PAGE,
    speaker.PAGE,
    statistics.PAGE,
    proposing.PAGE,
)
DEEDS: tuple[Deed, ...] = (*annotating.DEEDS, *editing.DEEDS, *deciding.DEEDS, *reviewing.DEEDS)


def registered() -> list[tuple[str, Callable[..., Any]]]:
    """The routes, each a pattern and a view."""
    pages = [(pattern(page.path, r"(?:\.json)?"), serving.page_view(page)) for page in PAGES]
    deeds = [(pattern(deed.path), serving.deed_view(deed)) for deed in DEEDS]
    return [*pages, *deeds, (pattern("login"), login.view)]
