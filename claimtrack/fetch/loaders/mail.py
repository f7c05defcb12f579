"""Messages: a web page that a browser saved as one file (MHTML), and e-mails."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from email import message_from_bytes
from email.errors import HeaderParseError
from email.header import decode_header, make_header
from email.message import Message
from email.policy import Compat32
from email.utils import parseaddr
from typing import TYPE_CHECKING

from claimtrack.core.errors import UnreadableSource
from claimtrack.core.model import Article
from claimtrack.core.texts.cleaning import clean_line, is_url
from claimtrack.core.texts.printable import list_some
from claimtrack.fetch.decoding.encodings import decode
from claimtrack.fetch.loaded import Loaded
from claimtrack.fetch.loaders import html
from claimtrack.fetch.loaders.days import day
from claimtrack.fetch.loaders.html.text import fragment_text

if TYPE_CHECKING:
    from claimtrack.fetch.loaded import Hints

_PAGE_SUFFIXES = ("mhtml", "mht")
_SAVED_FROM = "Snapshot-Content-Location"
_QUOTED = re.compile(r"^(?!>\d)(?:> ?)+", re.MULTILINE)
"""What mail programs put before each line of the message that somebody answers; not ">50%". "Ada Moor wrote:" above it says whose it is."""
_LONGEST = 10_000
"""How many characters of a header field are read: email's parser takes time quadratic in its words."""


class _Brief(Compat32):
    def header_source_parse(self, sourcelines: list[str]) -> tuple[str, str]:
        name, value = super().header_source_parse(sourcelines)
        return name, value[:_LONGEST]


def load(data: bytes, hints: Hints) -> Iterator[Loaded]:
    """Yield the article of a saved page, or the text of an e-mail. Raises UnreadableSource if there is no text."""
    try:
        # Not policy.default, which fails on many damaged headers.
        message = message_from_bytes(data, policy=_Brief())
        is_page = _SAVED_FROM in message or hints.suffix in _PAGE_SUFFIXES
        yield from _page(message, hints) if is_page else _email(message, hints)
    except RecursionError as error:
        raise UnreadableSource(
            f"{hints.name} is a message whose parts are nested too deep: copy its text into a .txt file and use that"
        ) from error


def _page(message: Message, hints: Hints) -> Iterator[Loaded]:
    """Yield the article of a saved page. The message's date is the day of saving, not the article's."""
    part = _part(message, "html", "plain", hints)
    address = _field(message, _SAVED_FROM) or _field(part, "Content-Location") or ""
    told = replace(hints, url=address if is_url(address) else hints.url, charset=part.get_content_charset())
    for loaded in html.load(_bytes(part), told):
        title = loaded.article.title or _field(message, "Subject")
        yield replace(loaded, article=replace(loaded.article, title=title), written="")


def _email(message: Message, hints: Hints) -> Iterator[Loaded]:
    text, warnings = _fuller_text(message, hints)
    article = Article(
        text=text,
        url=hints.url,
        title=_field(message, "Subject"),
        author=parseaddr(_field(message, "From") or "")[0] or None,
        published_on=day(_field(message, "Date")),
    )
    yield Loaded(article, hints.source, warnings + _warn_of_attachments(message))


def _fuller_text(message: Message, hints: Hints) -> tuple[str, tuple[str, ...]]:
    """The plain text of an e-mail or, if this is only a line in its place, that of its HTML; also returns warnings."""
    part, other = _part(message, "plain", "html", hints), _part(message, "html", "plain", hints)
    text, warnings = _text(part, hints)
    if other is not part:
        fuller, others = _text(other, hints)
        if len("".join(text.split())) * 2 < len("".join(fuller.split())):
            return fuller, others
    return text, warnings


def _text(part: Message, hints: Hints) -> tuple[str, tuple[str, ...]]:
    text, warnings = decode(_bytes(part), replace(hints, charset=part.get_content_charset()))
    if part.get_content_subtype() == "html":
        return fragment_text(text), warnings
    return _QUOTED.sub("", text), warnings


def _warn_of_attachments(message: Message) -> tuple[str, ...]:
    """The warning that an e-mail has documents attached, by name; pictures and signatures do not count."""
    names = [_name(part) for part in _documents(message)]
    return (f"attachments are not read ({list_some(names)}): save them and use those",) if names else ()


def _documents(message: Message) -> Iterator[Message]:
    """Yield the attached parts; an attached e-mail is one part."""
    for part in _inner(message):
        kind, subtype = part.get_content_maintype(), part.get_content_subtype()
        is_ornament = kind == "image" or subtype.endswith("signature")
        is_attached = kind in ("application", "message") or part.get_content_disposition() == "attachment"
        if kind == "multipart":
            yield from _documents(part)
        elif is_attached and not is_ornament:
            yield part


def _name(part: Message) -> str:
    """A part's file name, an e-mail's subject, or else its type."""
    subjects = [_field(inner, "Subject") or "" for inner in _inner(part)]
    named = [clean_line(part.get_filename() or ""), *subjects]
    return next(filter(None, named), part.get_content_type())


def _inner(part: Message) -> list[Message]:
    payload = part.get_payload()
    return [one for one in payload if isinstance(one, Message)] if isinstance(payload, list) else []


def _part(message: Message, wanted: str, otherwise: str, hints: Hints) -> Message:
    """The first part of the `wanted` type, else of the type `otherwise`, that is no attachment."""
    parts = [
        part
        for part in message.walk()
        if part.get_content_maintype() == "text" and part.get_content_disposition() != "attachment"
    ]
    for kind in (wanted, otherwise):
        for part in parts:
            if part.get_content_subtype() == kind:
                return part
    raise UnreadableSource(f"{hints.name} is a message without text: save its attachments and use those")


def _bytes(part: Message) -> bytes:
    data = part.get_payload(decode=True)
    return data if isinstance(data, bytes) else b""


def _field(part: Message, name: str) -> str | None:
    """A header field on one line, decoded if its encoding is known."""
    written = part.get(name, "")
    try:
        return clean_line(str(make_header(decode_header(written)))) or None
    except (HeaderParseError, LookupError, ValueError):
        return clean_line(str(written)) or None
