"""The search page: claims by their words or by what belongs to them, as `claimtrack search` finds them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.plugin.visit import Field, Page, Visit
from claimtrack.store.searching import search

if TYPE_CHECKING:
    from sqlite_utils import Database

_SHOWN = 100


def read(db: Database, visit: Visit) -> dict[str, Any]:
    """The best claims for the words that were typed, and whether there are more."""
    query = visit.arg("q")
    found = search(db, query, limit=_SHOWN + 1) if query else []
    return {"query": query, "claims": found[:_SHOWN], "more": len(found) > _SHOWN}


PAGE = Page(
    "search",
    "claimtrack_search.html",
    "Claims by their words, speaker, tags, places or notes, best first",
    read,
    query=(
        Field(
            "q",
            "words of the claim, its claimant's name, a tag, a place or a note; words in double quotes are a phrase",
        ),
    ),
)
