"""Chooses the loader for some bytes: a plug-in, or one of our own."""

from __future__ import annotations

import csv
import mimetypes
import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, replace
from importlib import import_module
from importlib.util import find_spec

from claimtrack import plugins
from claimtrack.core.errors import ClaimtrackError, PluginError, UnreadableSource
from claimtrack.core.model import Article
from claimtrack.core.sheets.sheets import has_claim_column
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.core.texts.printable import describe_error
from claimtrack.fetch.binary import WORKBOOKS, is_pdf, is_word, refuse_binary
from claimtrack.fetch.loaded import Hints, Loaded

Loader = Callable[[bytes, Hints], Iterable[Article | Loaded]]

READ = "text, HTML, MHTML, Markdown, subtitles (.srt, .vtt), e-mails, feeds and, with claimtrack[documents], PDF and Word files"
"""The kinds that are read without a plug-in, in the words of messages."""

# Each kind has the name of the module of this package that loads it.
_SUFFIXES = {
    "txt": "text",
    "text": "text",
    "htm": "html",
    "html": "html",
    "xhtml": "html",
    "mhtml": "mail",
    "mht": "mail",
    "eml": "mail",
    "md": "markdown",
    "markdown": "markdown",
    "srt": "captions",
    "vtt": "captions",
    "rss": "feed",
    "atom": "feed",
    "rdf": "feed",
    "json": "feed",
}
_DOCUMENTS = {"pdf": "pypdfium2", "docx": "mammoth"}
"""Suffixes of binary documents, each with the package of an extra that reads it; the kind is recognised by the bytes."""
_SHEETS = frozenset({"csv", "tsv", "tab", "xls", "xlsx", "xlsm", "ods"})
"""Suffixes of spreadsheets, which have rows and no running text."""
_MEDIA_TYPES = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "multipart/related": "mail",
    "message/rfc822": "mail",
    "text/markdown": "markdown",
    "text/vtt": "captions",
    "application/x-subrip": "captions",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
    "application/feed+json": "feed",
    "application/json": "feed",
}
# Sent by servers that do not know better: the name or the bytes decide.
_VAGUE = ("application/xml", "application/octet-stream", "binary/octet-stream")
_DOCUMENT_TYPES = (
    "application/pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
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
_HEAD = 16_384  # bytes: a mail server's notes may fill most of them

# Without the operating system's files, so that every machine knows the same types.
_TYPES = mimetypes.MimeTypes()


def is_known(hints: Hints) -> bool:
    """Whether the name alone shows that there is a loader: a folder's files are chosen so."""
    package = _DOCUMENTS.get(hints.suffix)
    is_document = package is not None and find_spec(package) is not None
    return hints.suffix in ("", "xml", *_SUFFIXES) or is_document or _plugin_name(hints) is not None


def is_welcome(hints: Hints) -> bool:
    """Whether a web server's media type can be that of an article or feed; called before the download."""
    kind = hints.media_type or "text/"
    is_text = kind.startswith("text/") and kind not in _NO_PROSE
    return is_text or kind in (*_VAGUE, *_MEDIA_TYPES, *_DOCUMENT_TYPES) or _plugin_name(hints) is not None


def load(data: bytes, hints: Hints) -> Iterator[Loaded]:
    """The articles in some bytes, as the loader for their kind finds them.

    Raises UnreadableSource for a binary file, a spreadsheet (only text is read, and only with `hints.whole`), a mailbox, or if the loader
    finds nothing to read; also if a plug-in does not load or returns anything but articles, so that other sources are still read.
    """
    name = _plugin_name(hints)
    return load_built_in(data, hints) if name is None else _through_plugin(name, data, hints)


def load_built_in(data: bytes, hints: Hints) -> Iterator[Loaded]:
    """The same without plug-ins: for a plug-in whose suffix other files have, too. Raises UnreadableSource."""
    kind = _document(data)
    if kind is None:
        _refuse_captions(data, hints)
        _refuse_sheet(data, hints)
        refuse_binary(data, hints.name)
        kind = _choose(data, hints)
    return (_warn_of_rows(one, hints) for one in _through_ours(kind, data, hints))


def is_captions(data: bytes) -> bool:
    """Whether the bytes are subtitles, whatever the file's name."""
    return _CAPTIONS.match(_head(data)) is not None


def _refuse_captions(data: bytes, hints: Hints) -> None:
    """Raise UnreadableSource for subtitles whose times, styles or tags would be read as text."""
    is_called_so = hints.suffix in _OTHER_CAPTION_NAMES and not is_captions(data)
    if is_called_so or _OTHER_CAPTIONS.match(_head(data)):
        raise UnreadableSource(
            f"{hints.name} has subtitles in a format that claimtrack does not read: save them as .srt or .vtt, in the program that made them or in a free one "
            "such as Subtitle Edit, and use those"
        )


def _head(data: bytes) -> bytes:
    """The first bytes as ASCII, which UTF-16 is, too, without its mark and NULs."""
    return data[:_HEAD].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")


def _refuse_sheet(data: bytes, hints: Hints) -> None:
    """Raise UnreadableSource for a file named as a spreadsheet, unless its cells are wanted as text or the server's media type differs."""
    if not _is_called_sheet(hints):
        return
    if not hints.whole:
        raise UnreadableSource(
            f"{hints.name} is a spreadsheet, not an article: to import its rows as claims, use `claimtrack import csv`"
        )
    if data.startswith(WORKBOOKS):
        raise UnreadableSource(
            f"{hints.name} is a workbook: to look its rows up, use `claimtrack match --file`, or save the sheet as CSV"
        )


def _is_called_sheet(hints: Hints) -> bool:
    return hints.suffix in _SHEETS and hints.media_type not in _MEDIA_TYPES


def _warn_of_rows(one: Loaded, hints: Hints) -> Loaded:
    """Add a warning if an article is the rows of a sheet: ids and commas in its sentences prevent matches."""
    is_unnamed = hints.whole and hints.suffix in ("", "txt")
    if not (_is_called_sheet(hints) or (is_unnamed and _has_rows(one.written))):
        return one
    warning = "a spreadsheet is read as one text here, and what its rows repeat may be missed: use `claimtrack match --file`, which looks up each"
    return replace(one, warnings=(*one.warnings, warning))


def _has_rows(text: str) -> bool:
    """Whether a text without a sheet's name begins with headers of claims, followed by a row of as many cells."""
    lines = text.lstrip("\ufeff\r\n").splitlines(keepends=True)
    sign = next((one for one in "\t;|," if lines and one in lines[0]), "")
    if not sign or lines[0].rstrip().endswith((".", "!", "?", ":")):
        return False
    rows = csv.reader(lines, delimiter=sign)
    try:
        cells, row = next(rows, []), next(rows, [])
    except csv.Error:  # for instance an endless line
        return False
    return has_claim_column([one.strip() for one in cells]) and len(cells) == len(row)


def _document(data: bytes) -> str | None:
    """The kind of a binary document by its bytes alone, whatever the file's name; None for others."""
    if is_pdf(data):
        return "pdf"
    return "word" if is_word(data) else None


def _choose(data: bytes, hints: Hints) -> str:
    head = _head(data)
    if hints.media_type and _FEED.match(head):
        return "feed"  # many servers send a feed as text/html
    # No running text begins like these, whatever the file's name.
    if _CAPTIONS.match(head):
        return "captions"
    if _MESSAGE.match(head):
        return "mail"
    named = _MEDIA_TYPES.get(hints.media_type or "") or _SUFFIXES.get(hints.suffix)
    if named != "mail" and _MAILBOX.match(head):
        if len(_MAILBOX.findall(data)) > 1:
            raise UnreadableSource(
                f"{hints.name} is a mailbox of several e-mails: save each as .eml and use those"
            )
        return "mail"
    return named or _sniff(head, is_xml=hints.suffix == "xml")


def _sniff(head: bytes, *, is_xml: bool) -> str:
    if _HTML.match(head):
        return "html"
    if _FEED.match(head) or _JSON_FEED.match(head) or is_xml:
        return "feed"
    return "markdown" if _MARKDOWN.search(head) else "text"


def _plugin_name(hints: Hints) -> str | None:
    guessed = _TYPES.guess_extension(hints.media_type or "") or ""
    names = plugins.names(plugins.LOADERS)
    return next((name for name in (guessed.removeprefix("."), hints.suffix) if name in names), None)


def _through_ours(kind: str, data: bytes, hints: Hints) -> Iterator[Loaded]:
    # Imported only now: a plain text needs none of the other modules.
    loader: Loader = import_module(f"claimtrack.fetch.{kind}").load
    try:
        yield from (_as_loaded(item, hints) for item in loader(data, hints))
    except (ClaimtrackError, MemoryError):
        raise
    except Exception as error:  # any kind: it is a bug of ours
        raise UnreadableSource(
            f"{hints.name}: claimtrack itself failed to read this, with {describe_error(error)}. Please report this line along with the source, and "
            "leave it out for now"
        ) from error


def _through_plugin(name: str, data: bytes, hints: Hints) -> Iterator[Loaded]:
    try:
        loader: Loader = plugins.load(plugins.LOADERS, name)
        with plugins.printing_aside():
            given = list(loader(data, hints))
        yield from (_as_loaded(item, hints) for item in given)
    except UnreadableSource as error:
        raise UnreadableSource(clean_line(str(error))) from error
    except PluginError as error:
        raise UnreadableSource(f"{hints.name}: {clean_line(str(error))}") from error
    except (Exception, SystemExit) as error:  # a plug-in can fail in any way
        raise UnreadableSource(
            f"{hints.name}: the plug-in {name!r} failed on this with {describe_error(error)}. Report it to the makers of the plug-in, or leave the "
            "source out"
        ) from error


def _as_loaded(item: object, hints: Hints) -> Loaded:
    loaded = Loaded(item, hints.source) if isinstance(item, Article) else item
    if not (isinstance(loaded, Loaded) and isinstance(loaded.article, Article)):
        raise PluginError(f"a plug-in for {hints.suffix!r} gave a {type(item).__name__}, not an Article")
    facts = asdict(loaded.article)
    del facts["is_withdrawn"]
    given = {f"an Article whose {name}": value for name, value in facts.items()}
    beside = {f"a Loaded whose {name}": getattr(loaded, name) for name in ("source", "written")}
    for what, value in (given | beside).items():
        if not (isinstance(value, str) or (value is None and what in given)):
            raise PluginError(
                f"a plug-in for {hints.suffix!r} gave {what} is a {type(value).__name__}, not text"
            )
    if not (
        isinstance(loaded.warnings, (tuple, list)) and all(isinstance(one, str) for one in loaded.warnings)
    ):
        raise PluginError(
            f"a plug-in for {hints.suffix!r} gave a Loaded whose warnings are {loaded.warnings!r}, not a tuple of strings"
        )
    return loaded
