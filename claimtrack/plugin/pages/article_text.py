"""The page with the verdicts on a claim as text for an article."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from claimtrack.core.texts.addresses import is_private_address
from claimtrack.export import markdown, site
from claimtrack.plugin.visit import Page, Visit
from claimtrack.workflow.exporting import reviews_for_readers, words_of

if TYPE_CHECKING:
    from sqlite_utils import Database


def read(_: Database, visit: Visit) -> dict[str, Any]:
    """The verdicts that readers get on the claim, each as Markdown and as HTML. Raises NotFound if there is none."""
    claim_id = visit.ids["claim_id"]
    texts = []
    for review in reviews_for_readers(visit.file, [claim_id]):
        words = words_of(review)
        texts.append(
            {
                "review_id": review["id"],
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
    "The published verdicts on a claim as text for an article: Markdown and HTML",
    read,
)
