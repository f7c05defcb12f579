"""Pages of several posts, such as live blogs: marked up as an article each, but one page to its readers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from typing import Any
from urllib.parse import urlsplit

from claimtrack.core.texts.typography import CLOSING_QUOTES
from claimtrack.fetch.loaders.html.streams import filter_article_posts, is_stream

_MARKED_LIVE = ("LiveBlogPosting", "liveBlogUpdate")
"""The types of schema.org for a live page and its posts."""
_POSTS = "descendant::*[self::article or @itemprop='liveBlogUpdate']"
_NESTED = "ancestor::*[self::article or @itemprop='liveBlogUpdate']"
_HEADING_LINKS = "descendant::*[self::h1 or self::h2 or self::h3 or self::h4]/descendant-or-self::*/ancestor-or-self::a/@href"
_READ_ON = re.compile(r"\s*(?:read|continue|see|full|more)\b", re.IGNORECASE)
_CLOSING = f"\"'’{CLOSING_QUOTES}) \t\n\r\f\v\u00a0"
"""Characters that may follow the full stop of a sentence."""
_STOPS = (".", "!", "?", "…")
_FEWEST_WORDS = 4
"""How many words a sentence has at least: "Read it here." is only a link."""


def posts(root: Any, page: str, url: str | None) -> list[Any]:
    """The posts of a page of lxml in order; none if it is a single article with other things around it.

    `page` is its source, `url` its address.
    """
    is_live = any(mark in page for mark in _MARKED_LIVE)
    found = _posts(root, url, is_live=is_live)
    if len(found) > 1 or not (outer := root.xpath(f"{_POSTS}[{_POSTS}][not({_NESTED})]")):
        return found
    inner = _posts(outer[0], url, is_live=is_live)
    if len(inner) < 2 or sum(map(_length, inner)) * 2 < _length(outer[0]):
        return []  # social-media posts within an article
    around = _without_posts(outer[0])
    return [*([around] if _contains_sentence(around) else []), *inner]


def articles_besides(root: Any, text: str, url: str | None) -> int:
    """How many articles of the same format as its first a page has besides the `text` that was read."""
    words, at = "".join(text.split()), 0
    others = 0
    for post in _same_format_posts(root, url):
        read = sentences = 0
        for sentence in _sentences(post):
            # In the order of the page: to look from the beginning each time would take minutes for a long one.
            found = words.find(sentence, at)
            at = found if found >= 0 else at
            read += found >= 0 or sentence in words
            sentences += 1
        others += read * 2 <= sentences
    return others


def _posts(holder: Any, url: str | None, *, is_live: bool) -> list[Any]:
    """The posts of a page or an article; none if its parts are no posts."""
    # Parts around a single article have another format; a declared live page may have an introduction.
    found = _find_candidates(holder, url) if is_live else _same_format_posts(holder, url)
    return found if len(found) > 1 and (is_live or is_stream(holder, found)) else []


def _same_format_posts(holder: Any, url: str | None) -> list[Any]:
    """The candidates of `_found` that have the format of the first."""
    found = _find_candidates(holder, url)
    return [post for post in found if _format_key(post) & _format_key(found[0])]


def _find_candidates(holder: Any, url: str | None) -> list[Any]:
    """The outermost elements of a page or an article that may be posts."""
    within = holder.xpath(f"count({_NESTED} | self::article)")
    return [
        post
        for post in filter_article_posts(holder, holder.xpath(f"{_POSTS}[count({_NESTED}) = {int(within)}]"))
        if _contains_sentence(post) and not _leads_elsewhere(post, url)
    ]


def _contains_sentence(post: Any) -> bool:
    """Whether a paragraph of it is a sentence, and it is not just a list of links."""
    return any(_sentences(post))


def _sentences(post: Any) -> Iterator[str]:
    """Yield the paragraphs of a post that are sentences, without white space."""
    texts = ("".join(paragraph.itertext()) for paragraph in post.iter("p"))
    return ("".join(text.split()) for text in texts if _is_sentence(text))


def _is_sentence(text: str) -> bool:
    # Two checks instead of one expression, which would try each word of a long paragraph without a stop as the first.
    return text.rstrip(_CLOSING).endswith(_STOPS) and len(re.findall(r"\w+", text)) >= _FEWEST_WORDS


def _leads_elsewhere(post: Any, url: str | None) -> bool:
    """Whether its heading or its "read on" link leads to another page, so that it is a teaser."""
    own = _path(url or "").rstrip("/")
    on = [link.get("href") or "" for link in post.iter("a") if _READ_ON.match("".join(link.itertext()))]
    links = map(_path, [*post.xpath(_HEADING_LINKS), *on])
    return any(path and not (own and path.startswith(own)) for path in links)


def _path(address: str) -> str:
    try:
        return urlsplit(address).path
    except ValueError:  # "http://["
        return address


def _format_key(post: Any) -> frozenset[str]:
    """The format of a post: its classes without numbered ones, else its element."""
    classes = (post.get("class") or "").split()
    named = {name for name in classes if not any(map(str.isdigit, name))}
    return frozenset(named or {f"<{post.tag}>"})


def _length(element: Any) -> int:
    return len("".join(element.itertext()))


def _without_posts(article: Any) -> Any:
    """A copy of an article without the posts in it."""
    around = deepcopy(article)
    for post in around.xpath(_POSTS):
        if post.getparent() is not None:
            post.clear(keep_tail=True)
            post.tag = "span"
    return around
