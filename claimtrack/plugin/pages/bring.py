"""The form for an article that somebody pastes or has as a file; it shows what would be filed, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.fetch import Hints
from claimtrack.fetch.kinds import is_known
from claimtrack.plugin import permissions
from claimtrack.plugin.visit import Page, Visit
from claimtrack.workflow.articles.bringing import MAX_BYTES, MAX_TEXT

if TYPE_CHECKING:
    from sqlite_utils import Database

_DOCUMENTS = {"PDF": ".pdf", "Word": ".docx"}
"""What is read where the packages for it are installed."""


def read(db: Database, visit: Visit) -> dict[str, Any]:
    """What is read, and how much of it."""
    return {
        "max_megabytes": MAX_BYTES // 10**6,
        "max_characters": MAX_TEXT,
        "documents": documents(),
    }


def documents() -> list[str]:
    """The kinds of document that are read here."""
    return [name for name, suffix in _DOCUMENTS.items() if is_known(Hints(f"a{suffix}"))]


PAGE = Page("bring", "claimtrack_bring.html", "Bring in an article", read, permissions.ANNOTATE)
