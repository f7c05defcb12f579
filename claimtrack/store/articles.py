"""Articles: the documents in which claims are found, stored as read."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import sha256
from typing import Any

from sqlite_utils import Database

from claimtrack.core.desk.articlenames import HEAD_LENGTH, article_name
from claimtrack.core.errors import Refused
from claimtrack.core.model import Article
from claimtrack.core.steps import SEE_ARTICLES
from claimtrack.core.texts.addresses import find_stable_words, is_same_page, is_urn, unescaped_path
from claimtrack.core.texts.cleaning import normalise_line_ends
from claimtrack.store import labels, rows, statuses

METADATA = ("url", "title", "outlet", "author", "published_on", "language")
"""Columns that describe an article besides its text."""

# The date may differ: somebody who reads a file again may know it better, or give that of the correction.
_SAME_METADATA = """
    coalesce(url = :url, true) and coalesce(title = :title, true) and coalesce(outlet = :outlet, true)
"""

# Two items of news agencies are two articles, even with the same text. An address says more than a URN.
_SAME_ITEM = """
    (:url is not null or source = :source or not coalesce(lower(substr(source, 1, 4)) = 'urn:' and :is_urn, false))
"""

_IS_NEWEST = "not exists (select 1 from articles as newer where newer.previous_id = articles.id)"


def digest(text: str) -> str:
    """Return the SHA-256 of the text in UTF-8, in hex."""
    return sha256(text.encode()).hexdigest()


_SAME_TEXT = "text_sha256 in (:line_feeds, :both, :returns)"


def _digests_by_line_end(text: str) -> dict[str, str]:
    """Return the digests of the text with each kind of line ending: an older desk stored those of the file."""
    text = normalise_line_ends(text)
    ends = {"line_feeds": "\n", "both": "\r\n", "returns": "\r"}
    return {name: digest(text.replace("\n", end)) for name, end in ends.items()}


def with_known_names(db: Database, article: Article) -> Article:
    """Return the article with its outlet's current name, and the address under which the desk knows its page."""
    if article.outlet is not None:
        article = replace(article, outlet=labels.resolve(db, labels.OUTLET, article.outlet))
    return _with_known_url(db, article)


def _with_known_url(db: Database, article: Article) -> Article:
    """Return the article with the address under which the desk knows its page, since one page can have many addresses.

    If the desk has several (from older versions or another program), an exact match is kept, else the newest is used.
    """
    url = article.url
    if url is None or rows.fetch_number(db, "select exists (select 1 from articles where url = ?)", [url]):
        return article
    sql = """
        select url from article_pages
        where path = ? and not exists (select 1 from json_each(?) where instr(cast(lower(url) as blob), value) = 0) order by id desc
    """
    found = db.execute(sql, [unescaped_path(url), json.dumps(find_stable_words(url))])
    return replace(article, url=next((known for (known,) in found if is_same_page(known, url)), url))


def find(db: Database, article: Article, source: str | None = None) -> int | None:
    """Return the id of the article if the desk has it; else None.

    It has the same address and the same text, except for line endings; without an address, not under another URN. The same text from
    the same file is the same article, too, if only one of them has an address, and title and outlet do not differ. So is the same text
    if one of them was pasted or piped in, without a source of its own. Without a text, it is the newest version of whatever the desk
    has at the address.
    """
    if article.text is None:
        return _find_without_text(db, article.url, source)
    facts = _query_values(article, source)
    # A query for each: an index finds its row at once.
    places = [
        f"coalesce(url, '') = coalesce(:url, '') and {_SAME_ITEM}",
        f"source = :source and {_SAME_METADATA}",
        f"coalesce(url, '') = '' and coalesce(source, '-') = '-' and {_SAME_METADATA}",
    ]
    if source in (None, "-") and article.url is None:
        # Whatever its address. This condition, always true, makes SQLite scan the index instead of the texts.
        places.append(f"coalesce(url, '') >= '' and {_SAME_METADATA}")
    for where in places:
        sql = f"""
            select id from articles where text is not null and {_SAME_TEXT} and {where} order by id limit 1
        """
        if (found := rows.fetch_number(db, sql, facts)) is not None:
            return found
    return None


def _find_without_text(db: Database, url: str | None, source: str | None) -> int | None:
    sql = "select id from articles where text is null and coalesce(url, source) = ?"
    place = rows.fetch_number(db, sql, [url or source])
    if place is not None:
        return place
    return rows.fetch_number(db, f"select max(id) from articles where url = ? and {_IS_NEWEST}", [url])


def find_earlier_versions(db: Database, article: Article, source: str | None) -> list[dict[str, Any]]:
    """Return id, url, title and source of possible earlier versions of the article, only the last of each chain, newest first.

    These were read with another text at the same address or under the same URN, or from the same file if one of the two has no address.
    """
    if article.text is None:
        return []
    sql = f"""
        select id, url, title, source from articles
        where text is not null and not {_SAME_TEXT}
            and id in (
                select id from articles where url = :url
                union
                select id from articles where source = :source and {"true" if is_urn(source) else _SAME_METADATA}
            )
            and {_IS_NEWEST}
        order by id desc
    """
    return list(db.query(sql, _query_values(article, source if source != "-" else None)))


def _query_values(article: Article, source: str | None) -> dict[str, Any]:
    facts: dict[str, Any] = {name: getattr(article, name) for name in METADATA}
    return facts | _digests_by_line_end(article.text or "") | {"source": source, "is_urn": is_urn(source)}


def fill_in(db: Database, article_id: int, facts: Mapping[str, Any]) -> None:
    """Set columns of an article; its text can only be set once, and then only grow."""
    rows.update(db, "articles", article_id, facts)


def add(db: Database, article: Article, *, source: str | None = None, previous_id: int | None = None) -> int:
    """Insert an article and return its id. `source` is the file's name, or a description of where it was heard."""
    row = {name: getattr(article, name) for name in (*METADATA, "text")}
    row["text_sha256"] = None if article.text is None else digest(article.text)
    return rows.insert(db, "articles", row | {"source": source, "previous_id": previous_id})


def add_read(
    db: Database, article: Article, *, source: str | None = None, previous_id: int | None = None
) -> int:
    """Insert an article that was read, or add its text to the row that only had its address; return the id."""
    place = rows.fetch_number(db, "select id from articles where text is null and url = ?", [article.url])
    if place is None:
        return add(db, article, source=source, previous_id=previous_id)
    told = {name: value for name in METADATA if (value := getattr(article, name)) is not None}
    text = {"text": article.text, "text_sha256": digest(article.text or "")}
    fill_in(db, place, told | text | {"source": source, "previous_id": previous_id})
    return place


def grow(db: Database, article_id: int, text: str) -> None:
    """Replace an article's text by a longer one that begins with it (see `is_continued`). Raises Refused if it does not."""
    fill_in(db, article_id, {"text": text, "text_sha256": digest(text)})


def find_grown(db: Database, article: Article, source: str | None) -> int | None:
    """Return the article that has grown on the desk and begins with this text, whether or not it was read then; None if there is none.

    It may have grown from its previous version, too, of which this text is more.
    """
    there, text = [row["id"] for row in find_earlier_versions(db, article, source)], article.text or ""
    sql = """
        select articles.id
        from json_each(:there) cross join articles on articles.id = value
        left join articles as previous on previous.id = articles.previous_id
        where length(articles.text) > :length and substr(articles.text, 1, length(:begin)) = :begin
            and (
                exists (
                    select 1 from history
                    where table_name = 'articles' and row_id = articles.id and operation = 'update'
                        and old_row ->> 'text_sha256' <> new_row ->> 'text_sha256'
                )
                or substr(:begin, 1, length(rtrim(previous.text, char(10)))) = rtrim(previous.text, char(10))
            )
        order by articles.id desc limit 1
    """
    values = {"there": json.dumps(there), "length": len(text), "begin": text.removesuffix("\n")}
    return rows.fetch_number(db, sql, values)


def former_text(db: Database, article_id: int, text_sha256: str) -> str:
    """Return the text with this digest with which the text of now begins: what it was before it grew. Raises Refused if there is none."""
    hashed = sha256()
    text = get(db, article_id)["text"]
    for end, sign in enumerate(text):
        hashed.update(sign.encode())
        for ending in ("", "\n"):
            whole = hashed.copy()
            whole.update(ending.encode())
            if whole.hexdigest() == text_sha256:
                return str(text[: end + 1] + ending)
    raise Refused(f"the text of article {article_id} no longer begins with that of before")


def get_or_add(db: Database, article: Article, *, source: str | None = None) -> int:
    """Return the id of the article, added if the desk does not have it under any address of its page."""
    article = with_known_names(db, article)
    return find(db, article, source) or add(db, article, source=source)


def get(db: Database, article_id: int) -> dict[str, Any]:
    """Return the article's row. Raises NotFound."""
    return rows.get(db, "articles", article_id, "article", SEE_ARTICLES)


def names(db: Database, article_ids: Iterable[int]) -> dict[int, str]:
    """Return the names of these articles by id."""
    sql = """
        select id, title, substr(text, 1, ?) as head, outlet, published_on, url, source
        from articles where id in (select value from json_each(?))
    """
    found = db.query(sql, [HEAD_LENGTH, json.dumps(list(article_ids))])
    return {(key := row.pop("id")): article_name(**row, otherwise=f"article {key}") for row in found}


def newest_id(db: Database) -> int:
    """The highest id of an article on the desk; 0 where there is none."""
    return rows.fetch_number(db, "select max(id) from articles") or 0


def newest(db: Database, *, limit: int) -> list[dict[str, Any]]:
    """Return rows of article_overview, newest first, only the newest version of each article, with its name as `article`.

    `statuses` is the number of claims with each status.
    """
    return _overviews(db, f"{_IS_NEWEST} order by id desc limit ?", limit)


def overview(db: Database, article_id: int) -> dict[str, Any]:
    """Return an article as `newest` does."""
    return _overviews(db, "id = ?", article_id)[0]


def _overviews(db: Database, where: str, value: int) -> list[dict[str, Any]]:
    found = list(db.query(f"select * from article_overview as articles where {where}", [value]))
    ids = [row["id"] for row in found]
    called, counts = names(db, ids), statuses.of_articles(db, ids)
    return [
        {"id": row["id"], "article": called[row["id"]], **row, "statuses": counts.get(row["id"], {})}
        for row in found
    ]


def overview_columns(db: Database) -> list[str]:
    """Return the columns of the rows of `newest`."""
    first, *others = rows.columns(db, "article_overview")
    return [first, "article", *others]


def add_article_names(db: Database, found: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """Return rows that have an `article_id`, each with that article's name added as `article`."""
    found = list(found)
    called = names(db, {row["article_id"] for row in found})
    return [{**row, "article": called[row["article_id"]]} for row in found]


def next_versions(db: Database, article_id: int) -> list[int]:
    """Return the ids of the versions that directly follow this one: two if two people filed one at the same time."""
    return rows.fetch_numbers(db, "select id from articles where previous_id = ? order by id", [article_id])


def newest_version(db: Database, article_id: int) -> int:
    """Return the newest version of this article, itself if it is the newest; of two filed at the same time the later. Raises NotFound."""
    sql = f"""
        with recursive versions (id) as (
            values (:id) union
            select articles.id from versions join articles on articles.previous_id = versions.id
        )
        select max(articles.id) from versions join articles using (id) where {_IS_NEWEST}
    """
    return rows.fetch_number(db, sql, {"id": article_id}) or get(db, article_id)["id"]


def set_previous_version(db: Database, article_id: int, previous_id: int) -> None:
    """Make an article the successor of that version. If it was an earlier version of it, its own successor is linked to its predecessor."""
    ids = {"id": article_id, "previous_id": previous_id}
    if newest_version(db, article_id) == previous_id:
        earlier = "(select previous_id from articles where id = :id)"
        rows.execute(db, f"update articles set previous_id = {earlier} where previous_id = :id", ids)
    sql = "update articles set previous_id = :previous_id where id = :id and previous_id is not :previous_id"
    rows.execute(db, sql, ids)
