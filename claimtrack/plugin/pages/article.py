"""The article page: the text as it was read, with each claim marked."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from claimtrack.core.model import Kind, Status
from claimtrack.plugin.highlight import article_pieces
from claimtrack.plugin.visit import Page, Visit
from claimtrack.plugin.wording import page_text
from claimtrack.store import appearances, archives, articles, clusters, views
from claimtrack.workflow.reviews import linting

if TYPE_CHECKING:
    from sqlite_utils import Database

_CLAIM_COLUMNS = ("appearances", "rating", "rated_by", "approved_rating", "approved_by", "held_on")


def read(db: Database, visit: Visit) -> dict[str, Any]:
    """The article with its appearances, and how often each claim was seen and how it was rated. Raises NotFound."""
    article = articles.get(db, visit.ids["article_id"])
    newest = articles.get(db, articles.newest_version(db, article["id"]))
    found = appearances.of_article(db, article["id"])
    standing = views.claims_by_id(
        db, list({row["claim_id"] for row in found}), ", ".join(("id", *_CLAIM_COLUMNS))
    )
    withdrawn = clusters.withdrawn_ratings(db, standing.values())
    pieces = article_pieces(article["text"], found) if article["text"] else []
    statuses = _count_statuses(found)
    piece = linting.lint_piece(db, article["id"])
    return {
        "article": {**article, "name": articles.names(db, [article["id"]])[article["id"]]},
        "newer_ids": articles.next_versions(db, article["id"]),
        "newest_id": newest["id"],
        "archived_url": archives.copy_of(db, article["url"]),
        "withdrawn_on": newest["withdrawn_on"],
        "withdrawn_note": newest["withdrawn_note"],
        "appearances": [
            {**row, **_claim_facts(standing[row["claim_id"]]), "withdrawn": withdrawn.get(row["claim_id"])}
            for row in found
        ],
        "pieces": pieces,
        "statuses": statuses,
        "kinds": list(Kind),
        "proposed": statuses.get(Status.PROPOSED, 0),
        "ready": piece.ready,
        "readiness": piece.told(),
        "lacking": _missing_facts(piece),
    }


def _missing_facts(piece: linting.Piece) -> list[dict[str, Any]]:
    """What each unready fact still lacks before the article can be handed over, in the order of the text."""
    by_claim: dict[int, list[str]] = {}
    for one in piece.found:
        if one.blocks:
            by_claim.setdefault(one.claim_id, []).append(page_text(one.message))
    return [{"claim_id": claim_id, "lacks": lacks} for claim_id, lacks in by_claim.items()]


def _count_statuses(found: list[dict[str, Any]]) -> dict[Status, int]:
    """The number of claims with each status, in the order of the workflow."""
    count = Counter({row["claim_id"]: row["status"] for row in found}.values())
    return {status: count[status] for status in Status if count[status]}


def _claim_facts(claim: dict[str, Any]) -> dict[str, Any]:
    return {key: claim[key] for key in _CLAIM_COLUMNS}


PAGE = Page(
    "article/{article_id}", "claimtrack_article.html", "An article with its claims marked in the text", read
)
