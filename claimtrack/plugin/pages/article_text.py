"""The page with the verdicts on a claim as text for an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from claimtrack.core.texts.addresses import is_private_address
from claimtrack.export import markdown, site
from claimtrack.plugin.visit import Page, Visit
from claimtrack.workflow.exporting import verdicts_for_articles, words_of

if TYPE_CHECKING:
    from sqlite_utils import Database


def read(_: Database, visit: Visit) -> dict[str, Any]:
    """The verdicts on the claim that are published, and not held, or approved, each as Markdown and as HTML. Raises NotFound if there is none."""
    claim_id = visit.ids["claim_id"]
    texts = []
    for review in verdicts_for_articles(visit.file, [claim_id], approved=True):
        words = words_of(review)
        texts.append(
            {
                "review_id": review["id"],
                "is_published": review["is_published"],
                "not_before": review.get("not_before"),
                "url": None if is_private_address(review["url"]) else review["url"],
                "language": words.language or review["language"],
                "direction": words.direction,
                "markdown": markdown.verdict(review, words),
                # Our own template escapes what people wrote.
                "html": Markup(site.article(review, words)),
            }
        )
    return {"claim_id": claim_id, "texts": texts}


PAGE = Page(
    "claim/{claim_id}/text",
    "claimtrack_article_text.html",
    "The published and approved verdicts on a claim as text for an article: Markdown and HTML",
    read,
)
