"""Recognises files that are not text, and explains what to do with them."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO

from claimtrack.core.errors import UnreadableSource
from claimtrack.core.steps import Worded, terminal_only
from claimtrack.fetch.decoding.encodings import detect_wide, has_many_nuls

WORKBOOKS = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
"""The first bytes of workbooks: present ones are ZIP archives, unreadable ones old Office files."""
_LOCKED = "EncryptedPackage".encode("utf-16-le")
"""What an old Office file has in it that is the wrapping of a present one with a password."""
_PDF = re.compile(rb"(?:^|\xef\xbb\xbf)%PDF-\d", re.MULTILINE)
_BEFORE_PDF = 1_024  # bytes of anything may stand before it
_AS_TEXT = "save it as plain text or HTML and use that"
_A_DESK = Worded(
    "to open a desk, give it as --db; to bring back a copy of one, use `claimtrack import copy`",
    "choose a text instead",
)
_IN_WORDS = "use its text" + Worded(
    ", or file what it is said to show with `claimtrack add`",
    ", or use “File a claim” for what it is said to show",
)
EXTRACT = "extract its text" + terminal_only(", for example with ", "pdftotext")
_KINDS = (
    (b"%PDF-", "a PDF", EXTRACT + ", and use that"),
    (WORKBOOKS[1], "an old Word or Excel file, or an Outlook message", _AS_TEXT),
    (b"{\\rtf", "an RTF document", _AS_TEXT),
    (b"\x1f\x8b", "a gzip file", "unpack it first"),
    (b"\x89PNG", "an image", _IN_WORDS),
    (b"\xff\xd8\xff", "an image", _IN_WORDS),
    (b"GIF8", "an image", _IN_WORDS),
    (b"RIFF", "an image, sound or video", "use its transcript"),
    (b"ID3", "a sound file", "use its transcript"),
    (b"OggS", "a sound file", "use its transcript"),  # voice messages of WhatsApp and Telegram
    (b"\x1aE\xdf\xa3", "a video or sound file", "use its transcript"),
    (b"SQLite format 3\0", "a database", _A_DESK),
    (b"bplist00", "a web archive of Safari", "save the page as Page Source and use that"),
    (b"[InternetShortcut]", "a shortcut to a web page", "give its address"),
)
_TYPES = "[Content_Types].xml"
_MAIN = b"wordprocessingml.document.main+xml"
"""The content type of the main text in a Word file's list of parts, whatever the part's name."""
_LONGEST_LIST = 1_000_000
_OF_APPLE = b".iwa"
"""The suffix of the parts of a document of Numbers, Pages or Keynote, which declares no type."""
_UNDECLARED = b"(none)"
_ZIPPED = (
    (b"application/epub+zip", "an EPUB book", _AS_TEXT),
    (b"opendocument.text", "an OpenDocument document", _AS_TEXT),
    (b"opendocument.spreadsheet", "an OpenDocument spreadsheet", _AS_TEXT),
    (b"opendocument.presentation", "an OpenDocument presentation", _AS_TEXT),
    (b"presentationml.presentation.main", "a PowerPoint presentation", _AS_TEXT),
    (b"spreadsheetml.sheet.main", "an Excel workbook", _AS_TEXT),
    (b"ms-excel.sheet.", "an Excel workbook", _AS_TEXT),
    (b"ms-word.document.", "a Word document", _AS_TEXT),
    (_MAIN, "a Word document", _AS_TEXT),
    (_OF_APPLE, "a document of Numbers, Pages or Keynote", "export it as Word, Excel or text and use that"),
    (_UNDECLARED, "a zip file", "unpack it first, and use what is in it"),
    (b"", "a damaged Word, OpenDocument or other zip file", _AS_TEXT),
)
"""The declared type of a ZIP file -> its name in messages, and the remedy."""
_SHEETS = re.compile(rb"spreadsheetml\.sheet\.main|ms-excel\.sheet\.macro")
_AS_SHEET = "save it as XLSX or CSV and use that"


def is_pdf(data: bytes) -> bool:
    """Whether the bytes are a PDF file, whatever the file's name."""
    return _PDF.search(data[:_BEFORE_PDF]) is not None


def is_word(data: bytes) -> bool:
    """Whether the bytes are a .docx file, whatever the file's name."""
    return _MAIN in _declared(data)


def _declared(data: bytes) -> bytes:
    """The type that a ZIP file declares: an Office file in its list of parts, others in a part of its own; empty if it is damaged."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as parts:
            names = parts.namelist()
            if telling := [name for name in (_TYPES, "mimetype") if name in names]:
                return parts.open(telling[0]).read(_LONGEST_LIST)
            return _OF_APPLE if any(name.endswith(".iwa") for name in names) else _UNDECLARED
    except Exception:  # a damaged file can fail in any way, and each decompressor has errors of its own
        return b""


def _describe_zipped(declared: bytes) -> tuple[str, str]:
    """What a ZIP file of that declared type is called in messages, and the remedy."""
    return next((kind, remedy) for mark, kind, remedy in _ZIPPED if mark in declared)


def refuse_other_archive(data: bytes, name: str) -> None:
    """Raise UnreadableSource, with the remedy, for a ZIP file that is no workbook of Excel; a damaged one is left to its reader."""
    declared = _declared(data)
    if not declared or _SHEETS.search(declared):
        return
    kind, _ = _describe_zipped(declared)
    remedy = "unpack it first, and use the sheet in it" if declared == _UNDECLARED else _AS_SHEET
    raise UnreadableSource(f"{name} is {kind}, not a sheet that can be read: {remedy}")


def refuse_binary(data: bytes, source: str) -> None:
    """Raise UnreadableSource, with the remedy, if the bytes are no text; a stray NUL is allowed."""
    if data.startswith(WORKBOOKS[1]) and _LOCKED in data:
        raise UnreadableSource(f"{source} is protected by a password: save it without one and use that")
    for signature, kind, remedy in _KINDS:
        if data.startswith(signature):
            raise UnreadableSource(f"{source} is {kind}, not text: " + remedy)
    if data.startswith(WORKBOOKS[0]):
        kind, remedy = _describe_zipped(_declared(data))
        raise UnreadableSource(f"{source} is {kind}, not text: {remedy}")
    if data[4:8] == b"ftyp":
        raise UnreadableSource(f"{source} is a video, sound or image, not text: use its transcript")
    if has_many_nuls(data) and not detect_wide(data):
        raise UnreadableSource(f"{source} is a binary file, not text: {_AS_TEXT}, in UTF-8")


def refuse_bomb(parts: zipfile.ZipFile, name: str, most: int) -> None:
    """Raise UnreadableSource for a zip file that unpacks to more than `most` bytes, before anything of it is unpacked.

    The sizes in its directory can be relied on: no part is unpacked beyond its size there.
    """
    if sum(part.file_size for part in parts.infolist()) > most:
        raise UnreadableSource(f"{name} unpacks to more than {most // 1_000_000} MB: save it in parts")
