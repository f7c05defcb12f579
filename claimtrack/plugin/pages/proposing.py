"""The form for a claim from anywhere; the bookmarklet fills it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.plugin import permissions
from claimtrack.plugin.visit import Page, Visit

if TYPE_CHECKING:
    from sqlite_utils import Database


def read(db: Database, visit: Visit) -> dict[str, Any]:
    """What the address gives: the selected words and the page they stand on."""
    form = visit.absolute_path("propose")
    return {"given": {name: visit.arg(name) or "" for name in ("text", "source")}, "form": form}


PAGE = Page("propose", "claimtrack_propose.html", "File a claim", read, permissions.ANNOTATE)
