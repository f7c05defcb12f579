"""The texts of a copy's articles, which history does not keep and which may have grown since they were filed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from sqlite_utils import Database

from claimtrack.core.errors import Refused
from claimtrack.core.model import Article
from claimtrack.core.texts.anchor import is_continued
from claimtrack.store import articles


def article_text(copy: Database, article_id: int) -> dict[str, str | None]:
    """Return the text that an article has today and its digest, as columns."""
    sql = "select text, text_sha256 from articles where id = ?"
    return next(iter(copy.query(sql, [article_id])), {"text": None, "text_sha256": None})


def find_article(db: Database, row: Mapping[str, Any], may_continue: Callable[[int], bool]) -> int | None:
    """Return the article here that would be found if this one were read here, or one at the same address whose text continues this or is continued.

    Only an article that `may_continue` is taken for the same as one with more text. Of the others, the copy has this one as another version.
    """
    text = row["text"]
    if text is not None:
        facts: dict[str, Any] = {name: row.get(name) for name in articles.METADATA}
        if (found := articles.find(db, Article(text, **facts), row.get("source"))) is not None:
            return found
    sql = "select id, text from articles where coalesce(url, source) is ? and (text is null) = ? order by id desc"
    same = db.execute(sql, [row.get("url") or row.get("source"), text is None])
    return next(
        (
            found
            for found, here in same
            if here == text or (may_continue(found) and (_is_part(here, text) or _is_part(text, here)))
        ),
        None,
    )


def extend_text(db: Database, row: Mapping[str, Any], there: str | None) -> bool:
    """Give an article here the text that it has in the copy, if that only continues its own; return whether it did.

    Raises Refused if neither text continues the other.
    """
    if there is not None and _is_part(row["text"], there):
        articles.grow(db, row["id"], there)
        return True
    if row["text"] != there and not _is_part(there, row["text"]):
        raise Refused("its text was changed here and in the copy: read the article here again")
    return False


def _is_part(text: str | None, longer: str | None) -> bool:
    """Whether a text only continues the other one; any text continues none."""
    return longer is not None and (text is None or is_continued(text, longer))
