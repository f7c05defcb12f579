"""The page "In doubt": what readers see, or saw, that is no longer sure, and what settles it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.core.desk.doubts import describe
from claimtrack.plugin import permissions
from claimtrack.plugin.visit import Page, Visit
from claimtrack.plugin.wording import page_sentence
from claimtrack.store import doubts

if TYPE_CHECKING:
    from sqlite_utils import Database

_MAX_SHOWN = 1_000


def in_words(
    db: Database, visit: Visit, limit: int | None = None, claim_id: int | None = None
) -> list[dict[str, Any]]:
    """The newest doubts of the desk, or those of a claim, with the `message` that a program or a page shows."""
    rows = doubts.current(db, claim_id=claim_id, limit=limit)
    word = str if visit.as_json else page_sentence
    return [{**row, "message": word(describe(row))} for row in rows]


def read(db: Database, visit: Visit) -> dict[str, Any]:
    """What is in doubt, the newest first, and whether there is `more`."""
    found = in_words(db, visit, _MAX_SHOWN + 1)
    return {"doubts": found[:_MAX_SHOWN], "more": len(found) > _MAX_SHOWN}


PAGE = Page(
    "doubts",
    "claimtrack_doubts.html",
    "What readers see, or saw, that is no longer sure: verdicts that are held or withdrawn, or rest on what was taken back",
    read,
    permissions.ANNOTATE,
)
