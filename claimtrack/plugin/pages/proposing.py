"""The form for a claim from anywhere; the bookmarklet fills it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.plugin import permissions
from claimtrack.plugin.visit import Page, Visit
from claimtrack.store import names
from claimtrack.store.reviews import publishers

if TYPE_CHECKING:
    from sqlite_utils import Database

_MAX_SPEAKERS = 500
"""Names of speakers that the form offers: a desk may have fifty thousand."""


def read(db: Database, visit: Visit) -> dict[str, Any]:
    """What the address gives: the selected words and the page they stand on; and what the bookmark is called."""
    form = visit.absolute_path("propose")
    own = publishers.find_desk(db)
    given = {name: visit.arg(name) or "" for name in ("text", "source")}
    speakers = names.newest(db, _MAX_SPEAKERS)
    return {"given": given, "form": form, "name": own.name if own else "our desk", "speakers": speakers}


PAGE = Page("propose", "claimtrack_propose.html", "File a claim", read, permissions.ANNOTATE)
