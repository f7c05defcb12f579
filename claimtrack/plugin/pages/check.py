"""The form for a draft that is to go out; it shows which of its sentences repeat a claim, too, as `claimtrack check` tells it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.plugin.pages.bring import supported_documents
from claimtrack.plugin.visit import Page, Visit
from claimtrack.workflow.drafts import MAX_BYTES, MAX_TEXT

if TYPE_CHECKING:
    from sqlite_utils import Database


def read(db: Database, visit: Visit) -> dict[str, Any]:
    """What is read, and how much of it."""
    return {
        "max_megabytes": MAX_BYTES // 10**6,
        "max_characters": MAX_TEXT,
        "documents": supported_documents(),
    }


PAGE = Page("check", "claimtrack_check.html", "Check a draft", read)
