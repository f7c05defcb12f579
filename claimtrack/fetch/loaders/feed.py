"""Feeds: RSS, Atom and JSON Feed. Each entry is an article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from html import unescape
from io import BytesIO
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from claimtrack.core.errors import NothingYet, UnreadableSource
from claimtrack.core.model import Article
from claimtrack.core.texts.cleaning import is_url
from claimtrack.fetch.decoding.encodings import decode
from claimtrack.fetch.loaded import Loaded
from claimtrack.fetch.loaders.days import day
from claimtrack.fetch.loaders.html.text import fragment_text

_TAG = re.compile(r"</(?:p|a|b|i|div|em|strong|ul|li|span)>|<br ?/?>")
_BLANKS = re.compile(rb"\A(?:\xef\xbb\xbf)?\s+(?=<\?xml)")
"""White space that a program wrote before the declaration, which must come first."""
_ENTITY = re.compile(r"&(?:[a-zA-Z]{2,8}\d{0,2}|#\d{2,5}|#[xX][0-9a-fA-F]{2,5});")

_LONGEST_DOMAIN = 4  # letters of a top-level domain, for feedparser
_REST_OF_DOMAIN = re.compile(r"^[a-z.-]+(?: \(|$)")

if TYPE_CHECKING:
    from claimtrack.fetch.loaded import Hints


def load(data: bytes, hints: Hints) -> Iterator[Loaded]:
    """Yield an article for each entry, in the feed's order; an entry without a body has its summary as text.

    Raises UnreadableSource if this is no feed, NothingYet if it has no entry.
    """
    return load_json(data, hints) if data.lstrip()[:1] in (b"{", b"[") else load_xml(data, hints)


def load_xml(data: bytes, hints: Hints) -> Iterator[Loaded]:
    """The entries of an RSS or Atom feed. Raises UnreadableSource for XML of another kind."""
    import feedparser

    headers = {"content-type": f"application/xml; charset={hints.charset}"} if hints.charset else {}
    # Never pass feedparser a string: it would take it for an address and fetch it.
    feed = feedparser.parse(BytesIO(_BLANKS.sub(b"", data)), response_headers=headers)
    warnings = _damage(feed)
    if not feed.entries and (not feed.version or warnings):
        raise UnreadableSource(
            f"{hints.name} is XML, but not a feed: give an RSS or Atom feed, or a web page; for the files of a news agency (NITF, NewsML-G2), install a plug-in"
        )
    if not feed.entries:
        raise _without_entries(hints)
    base = hints.url or _own_address(feed.feed)
    # The author of an Atom feed is that of each entry that names none; an RSS feed has only an editor.
    everyone = feed.feed.get("authors", []) if feed.version.startswith("atom") else []
    for entry in feed.entries:
        yield Loaded(_xml_entry(entry, feed.feed, base, everyone), hints.source, warnings)


def _without_entries(hints: Hints) -> NothingYet:
    return NothingYet(f"{hints.name} is a feed without entries: there is nothing to read in it yet")


def _own_address(feed: Any) -> str:
    """The feed's own address, else its site's: the relative addresses of a saved feed are resolved against it."""
    own = next((link.get("href") for link in feed.get("links", ()) if link.get("rel") == "self"), None)
    return str(own or feed.get("link") or "")


def _entry_address(entry: Any, base: str) -> str | None:
    # feedparser drops a slash of "file:///etc", but the warning must show the address as written.
    link = re.sub(r"^file://(?=[^/])", "file:///", entry.get("link") or "") or None
    if any(one.get("rel") == "alternate" for one in entry.get("links", ())):
        return _resolved(base, link)
    # feedparser also uses the entry's id (guid) as its address, but that may be any word.
    return link if is_url(link or "") else None


def _resolved(base: str, address: str | None) -> str | None:
    try:
        return urljoin(base, address) if address else None
    except ValueError:  # "http://[": the caller warns of it
        return address


def _damage(feed: Any) -> tuple[str, ...]:
    # feedparser also flags a feed as broken if it had to correct the encoding or media type.
    if not feed.bozo or type(feed.bozo_exception).__name__ in (
        "CharacterEncodingOverride",
        "NonXMLContentType",
    ):
        return ()
    return (f"the feed is damaged, so entries may be missing: {feed.bozo_exception}",)


def _xml_entry(entry: Any, feed: Any, base: str, everyone: list[Any]) -> Article:
    bodies = [_part_text(part) for part in entry.get("content", ())]
    return Article(
        text=max(bodies, key=len, default="") or _part_text(entry.get("summary_detail")),
        url=_entry_address(entry, base),
        title=_part_text(entry.get("title_detail")),
        # An aggregator's entry names the outlet of the article.
        outlet=_unescaped(entry.get("source", {}).get("title") or feed.get("title") or ""),
        author=_names(entry.get("authors", ())) or _names(everyone),
        # Not `get`: without `updated` feedparser still gives `published` for it, with a warning.
        published_on=day(*(entry[key] for key in ("published", "updated") if key in entry)),
        language=feed.get("language"),
    )


def _names(authors: Iterable[object]) -> str:
    """The names of authors, without their e-mail addresses."""
    found = (_name(author) for author in authors if isinstance(author, dict))
    return "; ".join(dict.fromkeys(filter(None, found)))


def _name(author: dict[str, Any]) -> str:
    name = _word(author, "name") or ""
    # Of "desk@news.example (The Desk)", feedparser gives "ple (The Desk" and an address in ".exam": it knows no domain that long.
    is_cut = len((_word(author, "email") or "").rpartition(".")[2]) == _LONGEST_DOMAIN
    return _REST_OF_DOMAIN.sub("", name) if is_cut else name


def _part_text(part: Any) -> str:
    if not part or not part.get("value"):
        return ""
    if part.get("type") == "text/plain":
        return str(part.value)
    return _unescaped(fragment_text(part.value))


def _unescaped(text: str) -> str:
    """The text without entities and tags: many feeds escape text twice."""
    text = fragment_text(text.replace("\n\n", "<p>")) if _TAG.search(text) else text
    return unescape(text) if _ENTITY.search(text) else text


def load_json(data: bytes, hints: Hints) -> Iterator[Loaded]:
    """The entries of a JSON Feed, version 1.0 or 1.1. Raises UnreadableSource for broken JSON, and for JSON of another kind."""
    text, warnings = decode(data, replace(hints, charset="utf-8"))
    try:
        feed = json.loads(text)
        items = [item for item in feed["items"] if isinstance(item, dict)]
    except json.JSONDecodeError as error:
        raise UnreadableSource(
            f"{hints.name} is broken JSON ({error.msg}, line {error.lineno}), perhaps cut off: download it again"
        ) from error
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise UnreadableSource(
            f"{hints.name} is JSON, but not a JSON Feed: give a feed, a web page or a text file; save a transcript as .srt, .vtt or .txt; for the files of a news agency (ninjs), install a plug-in"
        ) from error
    if not feed["items"] and _word(feed, "version"):
        raise _without_entries(hints)
    base = hints.url or _word(feed, "feed_url") or _word(feed, "home_page_url") or ""
    for item in items:
        yield Loaded(_json_entry(item, feed, base), hints.source, warnings)


def _json_entry(item: dict[str, Any], feed: dict[str, Any], base: str) -> Article:
    html = fragment_text(_word(item, "content_html") or "")
    return Article(
        text=max(_word(item, "content_text") or "", html, key=len) or _word(item, "summary"),
        url=_resolved(base, _word(item, "url") or _word(item, "external_url")),
        title=_unescaped(_word(item, "title") or ""),
        outlet=_word(feed, "title"),
        author=_json_authors(item) or _json_authors(feed),
        published_on=day(_word(item, "date_published"), _word(item, "date_modified")),
        language=_word(item, "language") or _word(feed, "language"),
    )


def _json_authors(values: dict[str, Any]) -> str:
    """The names of an entry's authors, or of a feed's, which are those of entries that name none."""
    told = values.get("authors") or [values.get("author")]
    return _names(told) if isinstance(told, list) else ""


def _word(values: dict[str, Any], key: str) -> str | None:
    value = values.get(key)
    return value if isinstance(value, str) and value.strip() else None
