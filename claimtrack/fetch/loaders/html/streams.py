"""Distinguishes the posts of a live page from comments, teasers and the like."""

from __future__ import annotations

import re
from itertools import chain
from typing import Any

_BESIDE = frozenset({"aside", "footer", "nav"})
_BESIDE_NAMED = re.compile(
    r"comment|disqus|(?<![^\W_])(?:readers?|letters?|responses?|repl(?:y|ies)|discussions?|forum|related|recommend\w*"
    r"|most[-_]?(?:read|popular|viewed)|popular|trending|promos?|teasers?|sidebar|more)(?![^\W_])",
    re.IGNORECASE,
)
"""Class names of parts outside the article, such as readers' comments."""
_BESIDE_HEADED = re.compile(
    r"\W*(?:\d+ )?(?:(?:reader|your|user|all|join the|leave a|latest|top|popular|editor'?s) )*"
    r"(?:comments?|letters?|responses?|repl(?:y|ies)|discussion|conversation|debate|reactions|picks|most (?:read|popular|viewed|shared)"
    r"|related|recommended|trending|popular|more(?! than\b)|read (?:more|next|also)|see also"
    r"|you (?:may|might)|have your say|what (?:you|readers) (?:say|think|said)|sponsored|advertisement)\b",
    re.IGNORECASE,
)
"""Beginnings of the heading above such a part."""
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_LIVE_TITLE = re.compile(
    r"\blive\s*(?:$|[|:–—])|(?:^|[|:–—-])\s*live\s+-|\blive[ -]?(?:blog|update|ticker|coverage|text|report)",
    re.IGNORECASE,
)
_LIVE_NAMED = re.compile(r"(?<![^\W_])live(?:blog)?(?![^\W_])", re.IGNORECASE)
_CLOCK = re.compile(r"\b\d{1,2}(?:[:.]\d\d|\s*[ap]\.?m\b)", re.IGNORECASE)


def filter_article_posts(holder: Any, found: list[Any]) -> list[Any]:
    """The posts of `holder` that are not in a part outside the article, nor below the heading of one.

    A first-level heading above all of them is the page's own, whatever it begins with: "More than 40 homes are flooded".
    """
    kept: list[Any] = []
    inside = set(found)
    for element in holder.iter(*_HEADINGS, *{post.tag for post in found}):
        if element in inside:
            kept.append(element)
        elif (
            (kept or element.tag != "h1")
            and _BESIDE_HEADED.match(_text(element))
            and not _is_within(element, inside)
        ):
            break
    return [post for post in kept if not _is_outside_article(post)]


def is_stream(holder: Any, found: list[Any]) -> bool:
    """Whether the posts are consecutive in one part of a live page, recognised by its title, its classes or the posts' times."""
    return len({*map(_container, found)}) == 1 and _are_consecutive(holder, found) and _is_live(found)


def _is_outside_article(post: Any) -> bool:
    return any(
        part.tag in _BESIDE or (part.tag != "body" and _BESIDE_NAMED.search(_names(part)))
        for part in chain([post], post.iterancestors())
    )


def _is_within(element: Any, found: set[Any]) -> bool:
    return any(part in found for part in element.iterancestors())


def _container(post: Any) -> Any:
    """The nearest ancestor of a post, which is one of several, with other content; ancestors without are only wrappers."""
    part = post.getparent()
    while len(part) == 1:
        part = part.getparent()
    return part


def _are_consecutive(holder: Any, found: list[Any]) -> bool:
    """Whether there is no heading between the posts, and none directly above other than the page's: it would begin a separate part."""
    inside = set(found)
    parts = [
        element
        for element in holder.iter(*_HEADINGS, *{post.tag for post in found})
        if element in inside or (element.tag in _HEADINGS and not _is_within(element, inside))
    ]
    first, last = parts.index(found[0]), parts.index(found[-1])
    return last - first == len(found) - 1 and (not first or parts[first - 1].tag == "h1")


def _is_live(found: list[Any]) -> bool:
    root = found[0].getroottree().getroot()
    titles = [_text(one) for one in root.iter("title", "h1") if one.getparent().tag != "svg"]
    return (
        any(map(_LIVE_TITLE.search, titles))
        or any(_LIVE_NAMED.search(_names(part)) for part in chain(found[:1], found[0].iterancestors()))
        or all(any(_CLOCK.search(_text(time)) for time in post.iter("time")) for post in found)
    )


def _names(part: Any) -> str:
    return f"{part.get('class') or ''} {part.get('id') or ''}"


def _text(element: Any) -> str:
    return "".join(element.itertext())
