"""The tags of the desk, and the outlets of its articles: a page each, with a form that makes several spellings one."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from claimtrack.plugin.fields import Field
from claimtrack.plugin.visit import Page, Visit
from claimtrack.store import labels

if TYPE_CHECKING:
    from sqlite_utils import Database

MAX_LABELS = 500
"""Words on a page: of more a part is asked for by its letters."""


def _read(db: Database, visit: Visit, *, label: labels.LabelKind) -> dict[str, Any]:
    """Those that have the letters that were asked for, and how many claims or articles have each."""
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
