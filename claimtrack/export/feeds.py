"""Writes feeds and the sitemap: Atom, JSON Feed 1.1, sitemaps.org."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from claimtrack.core.midnight import local_midnight

# Characters that XML cannot represent at all.
_NOT_IN_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_HAS_OFFSET = re.compile(r"T\d\d:00:00[+-](?!00:00)\d\d:\d\d$")


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of a feed: its address, title and text, its ISO date, and its language if that is not the feed's.

    `first_day` is the date on which it was published first, if `day` is that of a change.
    """

    identity: str
    url: str | None
    title: str
    text: str
    day: str
    language: str | None = None
    first_day: str | None = None


@dataclass(frozen=True, slots=True)
class Feed:
    """The title, identity and author of a feed.

    If there is a `page` with the same contents, `identity` is the feed's own address. `language` is that of its words.
    """

    title: str
    identity: str
    author: str
    page: str | None = None
    language: str | None = None


def atom(about: Feed, entries: Sequence[Entry]) -> str:
    """The entries, given newest first, as an Atom feed."""
    feed = ElementTree.Element("feed", xmlns="http://www.w3.org/2005/Atom")
    if about.language:
        feed.set("xml:lang", about.language)
    _child(feed, "title", about.title)
    _child(feed, "id", about.identity)
    _child(feed, "updated", _moment(max((entry.day for entry in entries), default="1970-01-01")))
    if about.page:
        _child(feed, "link", rel="self", type="application/atom+xml", href=about.identity)
        _child(feed, "link", rel="alternate", type="text/html", href=about.page)
    _child(_child(feed, "author"), "name", about.author)
    for entry in entries:
        item = _child(feed, "entry", **{"xml:lang": entry.language} if entry.language else {})
        _child(item, "title", entry.title)
        _child(item, "id", entry.identity)
        if entry.first_day:
            _child(item, "published", _moment(entry.first_day))
        _child(item, "updated", _moment(entry.day))
        if entry.url:
            _child(item, "link", href=entry.url)
        _child(item, "summary", entry.text)
    return _document(feed)


def json_feed(about: Feed, entries: Iterable[Entry]) -> str:
    """The entries, given newest first, as a JSON Feed."""
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": about.title,
        **({"home_page_url": about.page, "feed_url": about.identity} if about.page else {}),
        **({"language": about.language} if about.language else {}),
        "authors": [{"name": about.author}],
        "items": [
            {
                "id": entry.identity,
                "title": entry.title,
                "content_text": entry.text,
                "date_published": _moment(entry.first_day or entry.day),
                **({"date_modified": _moment(entry.day)} if entry.first_day not in (None, entry.day) else {}),
                **({"url": entry.url} if entry.url else {}),
                **({"language": entry.language} if entry.language else {}),
            }
            for entry in entries
        ],
    }
    return json.dumps(feed, ensure_ascii=False, indent=2) + "\n"


def sitemap(pages: Iterable[tuple[str, str | None]]) -> str:
    """The sitemap of pages, each an address and the day of its last change."""
    listing = ElementTree.Element("urlset", xmlns="http://www.sitemaps.org/schemas/sitemap/0.9")
    for url, day in pages:
        page = _child(listing, "url")
        _child(page, "loc", url)
        if day:
            _child(page, "lastmod", day)
    return _document(listing)


def _child(
    parent: ElementTree.Element, tag: str, text: str | None = None, **attributes: str
) -> ElementTree.Element:
    child = ElementTree.SubElement(parent, tag, attributes)
    child.text = None if text is None else _NOT_IN_XML.sub("\ufffd", text)
    return child


def _moment(day: str) -> str:
    """The beginning of a day by the clock of this computer: midnight in UTC is the day before in America, and in New Zealand still to come."""
    try:
        told = local_midnight(day[:10]).astimezone().isoformat()
    except (ValueError, OverflowError, OSError):  # at either end of the calendar, and on Windows before 1970
        told = ""
    # Before time zones, an offset has seconds, which feeds cannot have.
    return told if _HAS_OFFSET.search(told) else f"{day[:10]}T00:00:00Z"


def _document(root: ElementTree.Element) -> str:
    ElementTree.indent(root)
    return '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(root, encoding="unicode") + "\n"
