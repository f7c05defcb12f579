"""The page for filing a claim from any source; the bookmarklet fills it in."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.plugin import permissions
from claimtrack.plugin.fields import Field
from claimtrack.plugin.visit import Page, Visit
from claimtrack.store import names
from claimtrack.store.reviews import publishers

if TYPE_CHECKING:
    from sqlite_utils import Database

_MAX_SPEAKERS = 500
"""Names of speakers to suggest: a desk may have fifty thousand."""

_GIVEN = (
    Field("text", "the words that were selected on a page"),
    Field("source", "the address of that page"),
)


def read(db: Database, visit: Visit) -> dict[str, Any]:
    """The selected words and their page, from the address, and the name of the bookmarklet."""
    form = visit.absolute_path("propose")
    own = publishers.find_desk(db)
    given = {one.name: visit.arg(one.name) or "" for one in _GIVEN}
    speakers = names.newest(db, _MAX_SPEAKERS)
    return {"given": given, "form": form, "name": own.name if own else "our desk", "speakers": speakers}


PAGE = Page("propose", "claimtrack_propose.html", "File a claim", read, permissions.ANNOTATE, query=_GIVEN)
