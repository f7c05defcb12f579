"""The page of published reviews for readers, and the data of its feed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.plugin.visit import Page, Visit
from claimtrack.store import queues
from claimtrack.store.reviews import publishers

if TYPE_CHECKING:
    from sqlite_utils import Database

_MAX_SHOWN = 50


def read(db: Database, visit: Visit) -> dict[str, Any]:
    """The desk's newest published reviews, with the addresses for a feed, and separately those of other publishers."""
    reviews = queues.recently_published(db, limit=_MAX_SHOWN + 1)
    others = queues.published_elsewhere(db, limit=_MAX_SHOWN + 1)
    known = publishers.find_desk(db)
    return {
        "publisher": known.name if known else visit.database.name,
        "reviews": [
            {**row, "page": visit.absolute_path(f"claim/{row['claim_id']}")} for row in reviews[:_MAX_SHOWN]
        ],
        "others": others[:_MAX_SHOWN],
        "more": len(reviews) > _MAX_SHOWN,
        "more_others": len(others) > _MAX_SHOWN,
        "page": visit.absolute_path("published"),
        "feed": visit.absolute_path("feed.atom"),
    }


PAGE = Page(
    "published", "claimtrack_published.html", "The newest published reviews of the desk, and of others", read
)
