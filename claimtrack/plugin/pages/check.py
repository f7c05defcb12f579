"""The page for checking a draft; it also shows which sentences repeat a claim, as `claimtrack check` does."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.plugin.pages.bring import supported_documents
from claimtrack.plugin.visit import Page, Visit
from claimtrack.workflow.drafts import MAX_TEXT, max_bytes

if TYPE_CHECKING:
    from sqlite_utils import Database


def read(db: Database, visit: Visit) -> dict[str, Any]:
    """The limits for a draft."""
    return {
        "max_megabytes": max_bytes(is_stranger=visit.is_stranger) // 10**6,
        "max_characters": MAX_TEXT,
        "documents": supported_documents(),
    }


PAGE = Page("check", "claimtrack_check.html", "Check a draft", read)
