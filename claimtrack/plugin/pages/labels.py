"""The tags of the desk, and the outlets of its articles: a page each, with a form that makes several spellings one."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.plugin.fields import Field
from claimtrack.plugin.visit import Page, Visit
from claimtrack.store import labels

if TYPE_CHECKING:
    from sqlite_utils import Database

MOST = 500
"""Words on a page: of more a part is asked for by its letters."""


def _read(db: Database, visit: Visit, label: labels.Label) -> dict[str, Any]:
    query = visit.arg("q") or ""
    found = labels.listed(db, label, query)
    return {
        "noun": label.noun,
        "bearers": f"{label.bearer}s",
        "q": query,
        "found": len(found),
        "words": found[:MOST],
    }


def _of_tags(db: Database, visit: Visit) -> dict[str, Any]:
    """The tags that have the letters that were asked for, and how many claims have each."""
    return _read(db, visit, labels.TAG)


def _of_outlets(db: Database, visit: Visit) -> dict[str, Any]:
    """The outlets that have the letters that were asked for, and how many articles each has."""
    return _read(db, visit, labels.OUTLET)


_QUERY = (Field("q", "words, or parts of words, that they have"),)
TAGS = Page("tags", "claimtrack_labels.html", "Tags, with how many claims have each", _of_tags, query=_QUERY)
OUTLETS = Page(
    "outlets", "claimtrack_labels.html", "Outlets, with how many articles each has", _of_outlets, query=_QUERY
)
