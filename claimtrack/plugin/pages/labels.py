"""The pages of the desk's tags and of its articles' outlets, with a form to merge spellings."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from claimtrack.plugin.fields import Field
from claimtrack.plugin.visit import Page, Visit
from claimtrack.store import labels

if TYPE_CHECKING:
    from sqlite_utils import Database

MAX_LABELS = 500
"""Labels on a page; further ones are found by their letters."""


def _read(db: Database, visit: Visit, *, label: labels.LabelKind) -> dict[str, Any]:
    """The labels that match the query, and how many claims or articles have each."""
    query = visit.arg("q") or ""
    found = labels.listed(db, label, query)
    return {
        "noun": label.noun,
        "bearers": f"{label.bearer}s",
        "q": query,
        "found": len(found),
        "words": found[:MAX_LABELS],
    }


def _make_page(label: labels.LabelKind, summary: str) -> Page:
    letters = Field("q", "words, or parts of words, that they have")
    read = partial(_read, label=label)
    return Page(f"{label.noun}s", "claimtrack_labels.html", summary, read, query=(letters,))


TAGS = _make_page(labels.TAG, "Tags, with how many claims have each")
OUTLETS = _make_page(labels.OUTLET, "Outlets, with how many articles each has")
