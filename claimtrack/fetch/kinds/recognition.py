"""Recognises the kind of some bytes, which is the name of its module or package in `loaders`."""

from __future__ import annotations

import mimetypes
import re
from importlib.util import find_spec
from typing import TYPE_CHECKING

from claimtrack import plugins
from claimtrack.core.errors import UnreadableSource
from claimtrack.core.texts.cleaning import normalise_line_ends
from claimtrack.fetch.decoding.binary import is_pdf, is_word

if TYPE_CHECKING:
    from claimtrack.fetch.loaded import Hints

READ = "text, HTML, MHTML, Markdown, subtitles (.srt, .vtt), e-mails, feeds and, with claimtrack[documents], PDF and Word files"
"""The kinds that are read without a plug-in, in the words of messages."""


def _kinds(**listings: str) -> dict[str, str]:
    """Map each suffix or media type of the listings to its kind."""
    return {name: kind for kind, listing in listings.items() for name in listing.split()}


_SUFFIXES = _kinds(
    text="txt text",
    html="htm html xhtml",
    mail="mhtml mht eml",
    markdown="md markdown",
    captions="srt vtt",
    feed="rss atom rdf json",
)
_DOCUMENTS = {"pdf": "pypdfium2", "docx": "mammoth"}
"""Suffixes of binary documents, each with the package of an extra that reads it; the kind is recognised by the bytes."""
MEDIA_TYPES = _kinds(
    html="text/html application/xhtml+xml",
    mail="multipart/related message/rfc822",
    markdown="text/markdown",
    captions="text/vtt application/x-subrip",
    feed="application/rss+xml application/atom+xml application/rdf+xml application/feed+json application/json",
)
_OTHER_WELCOME = frozenset(
    # Sent by servers that do not know better, so that the name or the bytes decide.
    "application/xml application/octet-stream binary/octet-stream"
    " application/pdf application/vnd.openxmlformats-officedocument.wordprocessingml.document".split()
)
_NO_PROSE = ("text/css", "text/javascript", "text/csv", "text/calendar")

_XML_START = rb"(?>(?:\s|<\?[^>]*>|<!--.*?-->)*)"
_HTML = re.compile(_XML_START + rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE | re.DOTALL)
_FEED = re.compile(_XML_START + rb"<(?:rss|rdf:RDF|feed|atom:feed)\b", re.DOTALL)
_JSON_FEED = re.compile(rb"\s*\{.*jsonfeed\.org/version", re.DOTALL)
_MESSAGE = re.compile(rb"[!-9;-~]+:(?:(?!\r?\n\r?\n).)*?\nMIME-Version:[ \t]*1\.0", re.IGNORECASE | re.DOTALL)
_MAILBOX = re.compile(rb"(?m)^From [^\r\n]+ \d\d:\d\d:\d\d [^\r\n]*\d{4}\r?\n[!-9;-~]+:")
_CAPTIONS = re.compile(rb"\s*(?:WEBVTT\b|(?:\d+\s*\n)?[\d:.,]{7,13}[ \t]*-->[ \t]*\d)")
_OTHER_CAPTIONS = re.compile(
    rb"\s*(?:\[Script Info\]|Scenarist_SCC|\d{3}STL\d\d\.\d\d|start\s+end\s+text\b)|"
    + _XML_START
    + rb"<(?:\w+:)?tt\b",
    re.DOTALL,
)
"""Caption formats that are not read: SubStation Alpha, Scenarist, teletext, Whisper's tables, and TTML."""
_OTHER_CAPTION_NAMES = frozenset({"ass", "ssa", "scc", "stl", "ttml", "dfxp", "smi", "sub"})
_MARKDOWN = re.compile(
    rb"\A\s*---[ \t]*\r?\n\w+:[ \t]|^ {0,3}#{1,6}[ \t]+\w"
    rb"|^[*_]{1,3}[^\s*_][^*_\r\n]{0,100}[^\s*_][*_]{1,3}(?!\w)|\[[^\[\]\r\n]{1,200}\]\(https?://",
    re.MULTILINE,
)
"""Signs of Markdown: front matter, headings, a paragraph that begins with emphasis, links."""
_COMMENT = re.compile(rb"\s*(?:[#;!]|//)")
"""How a line begins that is only a comment, in most programs and settings; in Markdown it is a heading."""
_HEAD = 16_384  # bytes: a mail server's notes may fill most of them

# Without the operating system's files, so that every machine knows the same types.
_TYPES = mimetypes.MimeTypes()


def is_known(hints: Hints) -> bool:
    """Whether the name alone shows that there is a loader: a folder's files are chosen so."""
    package = _DOCUMENTS.get(hints.suffix)
    is_document = package is not None and find_spec(package) is not None
    return hints.suffix in ("", "xml", *_SUFFIXES) or is_document or plugin_name(hints) is not None


def is_welcome(hints: Hints) -> bool:
    """Whether a web server's media type can be that of an article or feed; called before the download."""
    kind = hints.media_type or "text/"
    is_text = kind.startswith("text/") and kind not in _NO_PROSE
    return is_text or kind in _OTHER_WELCOME or kind in MEDIA_TYPES or plugin_name(hints) is not None


def is_captions(data: bytes) -> bool:
    """Whether the bytes are subtitles, whatever the file's name."""
    return _CAPTIONS.match(_head(data)) is not None


def plugin_name(hints: Hints) -> str | None:
    """The name of the plug-in for a media type or suffix; None if there is none."""
    guessed = _TYPES.guess_extension(hints.media_type or "") or ""
    names = plugins.names(plugins.LOADERS)
    return next((name for name in (guessed.removeprefix("."), hints.suffix) if name in names), None)


def is_code(data: bytes) -> bool:
    """Whether the bytes are a program or settings: they begin as a script does, or most of their lines are comments."""
    head = _head(data)
    lines = [line for line in head.splitlines() if line.strip()]
    return head.startswith(b"#!") or 2 * sum(map(bool, map(_COMMENT.match, lines))) > len(lines)


def document_kind(data: bytes) -> str | None:
    """The kind of a binary document by its bytes alone, whatever the file's name; None for others."""
    if is_pdf(data):
        return "pdf"
    return "word" if is_word(data) else None


def text_kind(data: bytes, hints: Hints) -> str:
    """The kind of a text. Raises UnreadableSource for a mailbox."""
    head = _head(data)
    if hints.media_type and _FEED.match(head):
        return "feed"  # many servers send a feed as text/html
    # No running text begins like these, whatever the file's name.
    if _CAPTIONS.match(head):
        return "captions"
    if _MESSAGE.match(head):
        return "mail"
    named = MEDIA_TYPES.get(hints.media_type or "") or _SUFFIXES.get(hints.suffix)
    if named != "mail" and _MAILBOX.match(head):
        if len(_MAILBOX.findall(data)) > 1:
            raise UnreadableSource(
                f"{hints.name} is a mailbox of several e-mails: save each as .eml and use those"
            )
        return "mail"
    kind = named or _sniff(head, is_xml=hints.suffix == "xml")
    return "captions" if kind == "text" and _is_copied_transcript(head) else kind


def refuse_captions(data: bytes, hints: Hints) -> None:
    """Raise UnreadableSource for subtitles whose times, styles or tags would be read as text."""
    is_called_so = hints.suffix in _OTHER_CAPTION_NAMES and not is_captions(data)
    if is_called_so or _OTHER_CAPTIONS.match(_head(data)):
        raise UnreadableSource(
            f"{hints.name} has subtitles in a format that claimtrack does not read: save them as .srt or .vtt, in the program that made them or in a free one "
            "such as Subtitle Edit, and use those"
        )


def _sniff(head: bytes, *, is_xml: bool) -> str:
    if _HTML.match(head):
        return "html"
    if _FEED.match(head) or _JSON_FEED.match(head) or is_xml:
        return "feed"
    return "markdown" if _MARKDOWN.search(head) else "text"


def _is_copied_transcript(head: bytes) -> bool:
    """Whether the whole lines of the first bytes are a transcript that was copied from a page of YouTube's."""
    from claimtrack.fetch.loaders.captions.copied import is_copied  # with it the extractor is loaded

    text = normalise_line_ends(head.decode("ascii", "replace"))
    return is_copied(text if len(head) < _HEAD else text.rpartition("\n")[0])


def _head(data: bytes) -> bytes:
    """The first bytes as ASCII, which UTF-16 is, too, without its mark and NULs."""
    return data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
