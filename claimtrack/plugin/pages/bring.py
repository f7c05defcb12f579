"""The form for an article that somebody pastes or has as a file; it shows what would be filed, and what came in lately, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.fetch import Hints
from claimtrack.fetch.kinds import is_known
from claimtrack.plugin import permissions
from claimtrack.plugin.visit import Page, Undo, Visit
from claimtrack.workflow.articles.uploading import MAX_BYTES, MAX_TEXT
from claimtrack.workflow.undoing import imports, parse_changes_name

if TYPE_CHECKING:
    from sqlite_utils import Database

_MAX_IMPORTS, _MAX_CHANGES = 20, 5_000
"""How many of the last that one brought in are told, and how many changes each may have made: more are taken back in a terminal."""
_DOCUMENTS = {"PDF": ".pdf", "Word": ".docx"}
"""What is read where the packages for it are installed."""


def read(db: Database, visit: Visit) -> dict[str, Any]:
    """What is read, and how much of it; and what the person brought in lately, with the way to take it back."""
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
    written, mark = parse_changes_name(row["changes"])
    undo = None if row["why_kept"] else Undo.changes(written, "bring", mark=mark)
    return {**row, "undo": undo.as_request(visit) if undo else None}


def supported_documents() -> list[str]:
    """The kinds of document that are read here."""
    return [name for name, suffix in _DOCUMENTS.items() if is_known(Hints(f"a{suffix}"))]


PAGE = Page("bring", "claimtrack_bring.html", "Bring in an article", read, permissions.ANNOTATE)
