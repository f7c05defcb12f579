"""The page for pasting or uploading an article; it also shows a preview, and recent imports."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.fetch import Hints
from claimtrack.fetch.kinds.recognition import is_known
from claimtrack.plugin import permissions
from claimtrack.plugin.visit import Page, Undo, Visit
from claimtrack.workflow.articles.uploading import MAX_BYTES, MAX_TEXT
from claimtrack.workflow.undoing import imports, parse_changes_name

if TYPE_CHECKING:
    from sqlite_utils import Database

_MAX_IMPORTS, _MAX_CHANGES = 20, 5_000
"""Recent imports to list, and the most changes of each: larger ones can be undone only on the command line."""
_DOCUMENTS = {"PDF": ".pdf", "Word": ".docx"}
"""Document formats that need optional packages."""


def read(db: Database, visit: Visit) -> dict[str, Any]:
    """The limits for an article, and the user's recent imports with a way to undo them."""
    return {
        "imports": [
            _with_undo(row, visit)
            for row in imports(db, limit=_MAX_IMPORTS, actor=visit.actor, most=_MAX_CHANGES)
        ],
        "max_megabytes": MAX_BYTES // 10**6,
        "max_characters": MAX_TEXT,
        "documents": supported_documents(),
    }


def _with_undo(row: dict[str, Any], visit: Visit) -> dict[str, Any]:
    """The import with what takes it back, as the answer to a deed has it: None where it stays."""
    written, mark = parse_changes_name(row["undo"])
    undo = None if row["why_kept"] else Undo.changes(written, "bring", mark=mark)
    return {**row, "undo": undo.as_request(visit) if undo else None}


def supported_documents() -> list[str]:
    """The document formats that can be read on this installation."""
    return [name for name, suffix in _DOCUMENTS.items() if is_known(Hints(f"a{suffix}"))]


PAGE = Page("bring", "claimtrack_bring.html", "Bring in an article", read, permissions.ANNOTATE)
