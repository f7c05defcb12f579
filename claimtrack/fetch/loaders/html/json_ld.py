"""The JSON-LD of a page: the scripts themselves, the article's text and headline, and whether it is for subscribers only."""

from __future__ import annotations

import json
from html import unescape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_KIND = "application/ld+json"
"""A script's type, which the encoding may follow."""
_HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage", "hasPart")
_DEEPEST = 20


def json_ld_scripts(root: Any) -> Iterator[str]:
    """The text of each JSON-LD script of a page of lxml, which may be broken JSON."""
    for script in root.iter("script"):
        if (script.get("type") or "").strip().lower().startswith(_KIND):
            yield script.text or ""


def article_body(root: Any) -> str | None:
    """The longest `articleBody` of a page of lxml, unchanged; None if there is none."""
    bodies = [node["articleBody"] for node in _nodes(root) if isinstance(node.get("articleBody"), str)]
    return max(bodies, key=len, default=None)


def is_for_subscribers(root: Any) -> bool:
    """Whether a page declares that its article is not freely accessible."""
    return any(str(node.get("isAccessibleForFree")).lower() == "false" for node in _nodes(root))


def live_page_headline(root: Any) -> tuple[str | None, str | None]:
    """The headline and the publisher of a live page itself, not of its posts; None for a missing one."""
    page = next((node for node in _nodes(root) if "LiveBlogPosting" in str(node.get("@type"))), {})
    publisher = page.get("publisher")
    name = publisher.get("name") if isinstance(publisher, dict) else None
    headline, outlet = (
        " ".join(unescape(told).split()) if isinstance(told, str) else ""
        for told in (page.get("headline"), name)
    )
    return headline or None, outlet or None


def _nodes(root: Any) -> Iterator[dict[str, Any]]:
    for script in json_ld_scripts(root):
        try:
            # Many pages have raw line ends in their strings.
            told = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        yield from _within(told, _DEEPEST)


def _within(told: object, depth: int) -> Iterator[dict[str, Any]]:
    for node in told if isinstance(told, list) else [told]:
        if isinstance(node, dict) and depth:
            yield node
            for holder in _HOLDERS:
                yield from _within(node.get(holder), depth - 1)
