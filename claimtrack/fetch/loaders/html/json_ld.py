"""The JSON-LD of a page: the scripts themselves, the article's text and headline, and whether it is for subscribers only."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import suppress
from html import unescape
from itertools import chain
from typing import Any, NamedTuple

from claimtrack.core.errors import UnreadableSource
from claimtrack.core.expressions import expression
from claimtrack.fetch.decoding.jsonstream import json_value
from claimtrack.fetch.loaders.days import day

_KIND = "application/ld+json"
"""A script's type, which the encoding may follow."""
_STRING = r'"(?:[^"\\]|\\.)*"?'
"""A string of JSON, or an unclosed one up to the end: each is passed over once."""
_COMMENT = expression(
    rf"{_STRING}|(?://\s*)?(?:<!--|<!\[CDATA\[|\]\]>|-->)|/\*.*?(?:\*/|\Z)|//[^\n]*", re.DOTALL
)
_LAST_COMMA = expression(rf"{_STRING}|,(?=\s*[}}\]])", re.DOTALL)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")
_DEEPEST = 20


def json_ld_scripts(root: Any) -> Iterator[str]:
    """The text of each JSON-LD script of a page of lxml, which may be broken JSON."""
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower().startswith(_KIND):
            yield script.text or ""


def parse_json_ld(script: str) -> Any:
    """The value of a script of a page. Raises UnreadableSource if it is broken even without its comments."""
    try:
        return json_value(script)
    except UnreadableSource:
        with suppress(UnreadableSource):
            return json_value(without_comments(script))
        raise


def without_comments(script: str) -> str:
    """A script without what JSON does not have: comments, CDATA marks, a comma after the last member, a semicolon at the end."""
    bare = _COMMENT.sub(lambda found: found[0] if found[0].startswith('"') else " ", script)
    return _LAST_COMMA.sub(lambda found: found[0].rstrip(","), bare).strip().rstrip(";")


def article_body(root: Any) -> str | None:
    """The longest `articleBody` of a page of lxml, unchanged; None if there is none."""
    return max(_texts(_nodes(root), "articleBody"), key=len, default=None)


def article_days(root: Any) -> set[str]:
    """The days on which the articles of a page were published; not those of the comments and other articles in it."""
    articles = (node for node in _nodes(root) if _is_article(node))
    told = (day(moment) or "" for moment in _texts(articles, "datePublished"))
    return {one for one in told if _DAY.fullmatch(one)}


def _is_article(node: dict[str, Any]) -> bool:
    return str(node.get("@type")).strip("[]'\"").endswith(("Article", "BlogPosting"))


def live_posts(root: Any) -> str:
    """The texts of the posts of a live page, unchanged, a line each; empty if there are none."""
    posts = chain.from_iterable(_within(node.get("liveBlogUpdate"), 1) for node in _nodes(root))
    return "\n".join(_texts(posts, "articleBody"))


def is_for_subscribers(root: Any) -> bool:
    """Whether a page declares that its article is not freely accessible."""
    return any(str(node.get("isAccessibleForFree")).lower() == "false" for node in _nodes(root))


class LivePage(NamedTuple):
    """What a live page says about itself, empty where it says nothing; and who wrote its posts."""

    headline: str
    publisher: str
    authors: str
    authors_of_posts: frozenset[str]


def live_page(root: Any) -> LivePage | None:
    """The live page that a page of lxml declares to be; None for others."""
    page = next((node for node in _nodes(root) if "LiveBlogPosting" in str(node.get("@type"))), None)
    if page is None:
        return None
    posts = _within(page.get("liveBlogUpdate"), 1)
    of_posts = frozenset(name for post in posts for name in _names(post, "author"))
    headline = "".join(map(_line, _texts([page], "headline")))
    return LivePage(
        headline, "".join(_names(page, "publisher")[:1]), "; ".join(_names(page, "author")), of_posts
    )


def _names(node: dict[str, Any], key: str) -> list[str]:
    return [_line(name) for name in _texts(_within(node.get(key), 1), "name")]


def _line(told: str) -> str:
    return " ".join(unescape(told).split())


def _texts(nodes: Iterable[dict[str, Any]], key: str) -> list[str]:
    return [told for node in nodes if isinstance(told := node.get(key), str)]


def _nodes(root: Any) -> Iterator[dict[str, Any]]:
    for script in json_ld_scripts(root):
        with suppress(UnreadableSource):
            yield from _within(parse_json_ld(script), _DEEPEST)


def _within(told: object, depth: int) -> Iterator[dict[str, Any]]:
    for node in told if isinstance(told, list) else [told]:
        if isinstance(node, dict) and depth:
            yield node
            for holder in _HOLDERS:
                yield from _within(node.get(holder), depth - 1)
