"""The triage queue: one proposed claim at a time, with what it takes to decide."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from claimtrack.core.model import Status
from claimtrack.plugin.fields import SKIP, Field, Kind
from claimtrack.plugin.visit import Page, Visit
from claimtrack.store import articles, queues
from claimtrack.workflow import triage

if TYPE_CHECKING:
    from sqlite_utils import Database


def read(db: Database, visit: Visit) -> dict[str, Any]:
    """The claim that is next after the skipped ones, of one article or all; no claim when the queue ends. Raises NotFound."""
    article_id = visit.number("article") or None
    if article_id:
        # Of a transcript that is read while it is written there is a newer version each minute.
        article_id = articles.newest_version(db, articles.get(db, article_id)["id"])
        waiting = queues.count_in_article(db, article_id, Status.PROPOSED)
    else:
        waiting = queues.count_by_status(db)[Status.PROPOSED]
    skipped = min(visit.number("skip"), waiting)
    # After a refusal the same claim is shown again: what was typed about it is not for the next one.
    refused = visit.ids.get("claim_id")
    ids = (
        [refused]
        if refused is not None
        else queues.proposed(db, limit=1, offset=skipped, article_id=article_id)
    )
    case = triage.case(db, ids[0]) if ids else None
    return {
        "waiting": waiting,
        "skip": skipped,
        "case": asdict(case) if case else None,
        "article_id": article_id,
        "article": articles.names(db, [article_id])[article_id] if article_id else None,
    }


ARTICLE = Field("article", "only claims from this article", Kind.INTEGER)

PAGE = Page(
    "triage", "claimtrack_triage.html", "The proposed claims, one at a time", read, query=(SKIP, ARTICLE)
)
