"""Articles: documents that claims are found in, stored as read."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import NotFound
from claimtrack.store.errors import translated

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.core.model import Article

_FIELDS = ("url", "title", "outlet", "author", "published_on", "language", "text")


def digest(text: str) -> str:
    """The SHA-256 of the text in UTF-8, in hex: what makes two readings the same reading."""
    return sha256(text.encode()).hexdigest()


def find(db: Database, article: Article, source: str | None = None) -> int | None:
    """The id of the article as it stands on the desk: same address and same text; else None."""
    if article.text is not None:
        sql = "select id from articles where coalesce(url, '') = ? and text_sha256 = ?"
        row = db.execute(sql, [article.url or "", digest(article.text)]).fetchone()
    else:
        sql = "select id from articles where text is null and coalesce(url, source) = ?"
        row = db.execute(sql, [article.url or source]).fetchone()
    return int(row[0]) if row else None


def find_previous(db: Database, article: Article) -> int | None:
    """The id of the newest reading of the same address with another text; else None."""
    if article.url is None or article.text is None:
        return None
    sql = "select max(id) from articles where url = ? and text is not null and text_sha256 <> ?"
    row = db.execute(sql, [article.url, digest(article.text)]).fetchone()
    return None if row[0] is None else int(row[0])


def find_same_file(db: Database, article: Article, source: str | None) -> int | None:
    """The id of the newest article without an address that was read from the same file; else None.

    The same file says nothing else of itself: same title and outlet, and no other day.
    """
    if article.url is not None or article.text is None or source in (None, "-"):
        return None
    sql = """
        select id from articles
        where url is null and source = :source and title is :title and outlet is :outlet
            and text is not null and text_sha256 <> :digest
            and coalesce(published_on = :published_on, true)
        order by id desc limit 1
    """
    facts = {name: getattr(article, name) for name in ("title", "outlet", "published_on")}
    row = db.execute(sql, facts | {"source": source, "digest": digest(article.text)}).fetchone()
    return None if row is None else int(row[0])


def add(db: Database, article: Article, *, source: str | None = None, previous_id: int | None = None) -> int:
    """Insert an article; the id. `source` is the file's name, or where it was heard, in words."""
    row = {name: getattr(article, name) for name in _FIELDS}
    row["text_sha256"] = None if article.text is None else digest(article.text)
    row |= {"source": source, "previous_id": previous_id}
    columns = ", ".join(row)
    marks = ", ".join(f":{name}" for name in row)
    with translated():
        added = db.execute(f"insert into articles ({columns}) values ({marks})", row)
    return int(added.lastrowid or 0)


def get_or_add(db: Database, article: Article, *, source: str | None = None) -> int:
    """The id of the article, added when the desk does not hold it yet."""
    return find(db, article, source) or add(db, article, source=source)


def get(db: Database, article_id: int) -> dict[str, Any]:
    """The article's row. Raises NotFound."""
    rows = list(db.query("select * from articles where id = ?", [article_id]))
    if not rows:
        raise NotFound(f"no article {article_id} on this desk")
    return rows[0]
