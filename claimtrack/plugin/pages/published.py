"""What the desk has published: a page for readers, and a feed of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.plugin.visit import Page, Visit
from claimtrack.store import queues
from claimtrack.store.reviews import publishers

if TYPE_CHECKING:
    from sqlite_utils import Database

_MAX_SHOWN = 50


def read(db: Database, visit: Visit) -> dict[str, Any]:
    """Our newest published reviews, with the addresses that a feed needs, and apart from them those of other publishers."""
    reviews = queues.recently_published(db, limit=_MAX_SHOWN)
    known = publishers.find_desk(db)
    return {
        "publisher": known.name if known else visit.database.name,
        "reviews": [{**row, "page": visit.absolute_path(f"claim/{row['claim_id']}")} for row in reviews],
        "others": queues.published_elsewhere(db, limit=_MAX_SHOWN),
        "updated": max((row["reviewed_on"] or "" for row in reviews), default="") or "1970-01-01",
        "page": visit.absolute_path("published"),
        "feed": visit.absolute_path("feed.atom"),
    }


PAGE = Page(
    "published", "claimtrack_published.html", "The newest published reviews of the desk, and of others", read
)
