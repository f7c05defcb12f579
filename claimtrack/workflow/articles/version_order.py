"""Which of two texts of an article is the newer one: what they say of their dates, or else where they were read."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from claimtrack.core.model import Article
from claimtrack.core.steps import Worded
from claimtrack.core.texts.addresses import is_same_page, is_urn
from claimtrack.core.texts.cleaning import is_url

if TYPE_CHECKING:
    from claimtrack.workflow.articles.ingesting import Ingested


def is_older(source: str | None, article: Article, newest: dict[str, Any]) -> bool:
    """Whether a text is from a day before that of the newest version, as whoever gives it or the text itself says.

    The page itself has the newest text, whatever its date.
    """
    is_before = (article.published_on or newest["published_on"] or "") < (newest["published_on"] or "")
    return is_before and not is_page(source or "", article.url)


def is_old_copy(source: str | None, article: Article, older: dict[str, Any], newest: dict[str, Any]) -> bool:
    """Whether a text of the desk is still old: by its date, or because its file or feed is the same, and the newest text came from elsewhere.

    An unchanged file says nothing about the page, unless it is given with a date after those of both versions. A page, or a file that
    has held the newest text meanwhile, did go back to the older one. Another item of a news agency says nothing about this one.
    """
    told_on = article.published_on
    if is_older(source, article, newest):
        return True
    if is_urn(source):
        return bool(source != newest["source"])
    days = [day for day in (older["published_on"], newest["published_on"]) if day is not None]
    is_of_later = told_on is not None and bool(days) and told_on > max(days)
    tells_of_page = source in (None, "-") or is_page(source or "", older["url"])
    return not tells_of_page and source == older["source"] != newest["source"] and not is_of_later


def is_page(source: str, url: str | None) -> bool:
    """Whether the source is the page itself, not a feed or another page with some of its words."""
    return is_url(source) and (url is None or is_same_page(source, url))


def reverted_notice(article: Ingested, stands: str) -> str:
    """The notice that an article went back to an older text, and how to undo that."""
    return (
        f"Article {article.article_id} is already on the desk and {stands}current again, in place of its newer version, article {article.previous_id}. If this was an "
        "old copy, " + Worded("ingest", "bring in") + " the newer text again."
    )


def old_copy_notices(article: Ingested, named: str, would: str) -> Iterator[str]:
    """Yield that an older text changes nothing in the newest version, and what to do if it is the newer one."""
    if article.newer_id == article.article_id:
        yield (
            f"Article {article.article_id} has more text on the desk: this is an older copy of it, which changes nothing. If the article did go "
            "back to this text, "
            + Worded(
                f"ingest it again with --version-of {article.article_id}",
                f"bring it in again as a new version of article {article.article_id} (the last field)",
            )
            + "."
        )
    elif article.newer_id is not None and article.is_new_article:
        yield (
            f"{named} {would or 'is '}an earlier version of article {article.newer_id}, by its date: the newest version stays current, and what only "
            "this one says is no longer in the article. If it is the newest, "
            + Worded("ingest it with a --date after that version's", "bring it in with a later date")
            + "."
        )
    elif article.newer_id is not None:
        yield (
            f"Article {article.article_id} is already on the desk, and so is a newer version of it, article {article.newer_id}, which stays current. If "
            "the article did go back to this text, "
            + Worded(
                "ingest it with a --date after the newer version's, or without one from standard input",
                "bring it in with a date after the newer version's",
            )
            + "."
        )
