"""Feeds: RSS, Atom and JSON Feed. Each entry is an article."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import datetime
from email.utils import parsedate_to_datetime
from io import BytesIO
from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import UnreadableSource
from claimtrack.core.model import Article
from claimtrack.fetch.encoding import decode
from claimtrack.fetch.html import fragment_text
from claimtrack.fetch.loaded import Loaded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.fetch.loaded import Hints


def load(data: bytes, hints: Hints) -> Iterator[Loaded]:
    """An article for each entry, in the feed's order; an entry without a body gives its summary.

    Raises UnreadableSource when this is no feed.
    """
    return load_json(data, hints) if data.lstrip()[:1] in (b"{", b"[") else load_xml(data, hints)


def load_xml(data: bytes, hints: Hints) -> Iterator[Loaded]:
    """The entries of an RSS or Atom feed."""
    import feedparser

    headers = {"content-location": hints.url or ""}
    if hints.charset:
        headers["content-type"] = f"application/xml; charset={hints.charset}"
    # Never hand feedparser a string: it takes one for an address and goes to the network.
    feed = feedparser.parse(BytesIO(data), response_headers=headers)
    warnings = _damage(feed)
    if not feed.entries and (not feed.version or warnings):
        raise UnreadableSource(f"{hints.name} is XML, but no feed: give an RSS or Atom feed, or a web page")
    for entry in feed.entries:
        yield Loaded(_xml_entry(entry, feed.feed), hints.source, warnings)


def _damage(feed: Any) -> tuple[str, ...]:
    # feedparser also calls a feed broken whose encoding or media type it had to correct.
    if not feed.bozo or type(feed.bozo_exception).__name__ in (
        "CharacterEncodingOverride",
        "NonXMLContentType",
    ):
        return ()
    return (f"the feed is damaged, entries may be missing: {feed.bozo_exception}",)


def _xml_entry(entry: Any, feed: Any) -> Article:
    bodies = [_part_text(part) for part in entry.get("content", ())]
    return Article(
        text=max(bodies, key=len, default="") or _part_text(entry.get("summary_detail")),
        url=entry.get("link"),
        title=_part_text(entry.get("title_detail")),
        # An aggregator's entry names the outlet it took the article from.
        outlet=entry.get("source", {}).get("title") or feed.get("title"),
        author=entry.get("author"),
        published_on=_day(entry.get("published"), entry.get("updated")),
        language=feed.get("language"),
    )


def _part_text(part: Any) -> str:
    if not part or not part.get("value"):
        return ""
    return str(part.value) if part.get("type") == "text/plain" else fragment_text(part.value)


def load_json(data: bytes, hints: Hints) -> Iterator[Loaded]:
    """The entries of a JSON Feed, version 1.0 or 1.1."""
    text, warnings = decode(data, replace(hints, charset="utf-8"))
    try:
        feed = json.loads(text)
        items = [item for item in feed["items"] if isinstance(item, dict)]
    except json.JSONDecodeError as error:
        raise UnreadableSource(
            f"{hints.name} is broken JSON ({error.msg}, line {error.lineno}): it may be cut off; get it anew"
        ) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableSource(
            f"{hints.name} is JSON, but no JSON Feed: give a feed, a web page or a text file"
        ) from error
    for item in items:
        yield Loaded(_json_entry(item, feed), hints.source, warnings)


def _json_entry(item: dict[str, Any], feed: dict[str, Any]) -> Article:
    html = fragment_text(_word(item, "content_html") or "")
    authors = item.get("authors") or [item.get("author")]
    names = [_word(author, "name") for author in authors if isinstance(author, dict)]
    return Article(
        text=_word(item, "content_text") or html or _word(item, "summary"),
        url=_word(item, "url") or _word(item, "external_url"),
        title=_word(item, "title"),
        outlet=_word(feed, "title"),
        author="; ".join(filter(None, names)) or None,
        published_on=_day(_word(item, "date_published"), _word(item, "date_modified")),
        language=_word(item, "language") or _word(feed, "language"),
    )


def _word(values: dict[str, Any], key: str) -> str | None:
    value = values.get(key)
    return value if isinstance(value, str) and value.strip() else None


def _day(*moments: str | None) -> str | None:
    """The day of the first moment that can be read, else the words of the first: who checks it tells of them.

    It is the day on the publisher's own calendar: late in the evening it is the next day in UTC.
    """
    told = [moment.strip() for moment in moments if moment]
    for moment in told:
        for parse in (datetime.fromisoformat, parsedate_to_datetime):
            try:
                return parse(moment).date().isoformat()
            except (ValueError, OverflowError):
                continue
    return next(iter(told), None)
