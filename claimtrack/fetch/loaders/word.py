"""Word files (.docx): their paragraphs with all tracked changes accepted. `claimtrack[documents]` installs the reader."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING

from claimtrack.core.errors import UnreadableSource
from claimtrack.core.model import Article
from claimtrack.core.steps import install_step
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.fetch.decoding.binary import refuse_bomb
from claimtrack.fetch.loaded import Loaded
from claimtrack.fetch.loaders.annotations import counts
from claimtrack.fetch.loaders.annotations.citations import cite_in_word, read_annotations
from claimtrack.fetch.loaders.html.text import fragment_text

if TYPE_CHECKING:
    from claimtrack.fetch.loaded import Hints

_MOST = 100_000_000
"""The largest uncompressed size in bytes: a file of 20 MB with more in it is no document."""
_MOST_MARKUP = 500_000
"""The most elements and attributes: enough for 100,000 words in which every third has a format of its own. The reader takes a kilobyte for each."""
_MOST_TEXT = 10_000_000
"""The most bytes without an element between them: the reader copies them once for each 8 kB of them, which takes minutes for 60 MB."""
_BEFORE_MARKUP = b" \t\r\n\xef\xbb\xbf\xff\xfe"
"""Spaces and byte order marks, in any encoding of XML."""
_TITLE = re.compile(r'<h1 class="title">(.*?)</h1>', re.DOTALL)
_NOTE_MARK = re.compile(r'<sup><a href="#(?:foot|end)note-[^>]*>\[\d+\]</a></sup>')
_NOTES = re.compile(r'<ol><li id="(?:foot|end)note-.*', re.DOTALL)
_STYLES = (
    "p[style-name='Title'] => h1.title:fresh\np[style-name='Subtitle'] => h2:fresh\nbr[type='page'] => br"
)


def load(data: bytes, hints: Hints) -> Iterator[Loaded]:
    """Yield the text as one article; notes only if `hints` ask for the whole. Raises UnreadableSource if it does not open."""
    page, comments = _as_html(data, hints.name)
    title = _TITLE.search(page)
    text = _text(page if hints.whole else _NOTES.sub("", page))
    cited, left = read_annotations(
        hints,
        hints.url,
        counts.count_in_word(page, comments),
        lambda: cite_in_word(page, lambda part: _text(_NOTES.sub("", part)), text),
    )
    if not text.strip():
        raise UnreadableSource(
            f"{hints.name} is a Word file without text: if its pictures contain text, save that as a .txt file and use it"
        )
    heading = clean_line(fragment_text(title[1])) if title else None
    article = Article(text=text, url=hints.url, title=heading)
    yield Loaded(article, hints.source, left, cited=cited)


def _text(page: str) -> str:
    return fragment_text(_NOTE_MARK.sub("", page))


def _as_html(data: bytes, name: str) -> tuple[str, int]:
    """The file converted to HTML, and the number of its comments."""
    try:
        import mammoth
    except ImportError:
        raise UnreadableSource(
            f"{name} is a Word file: " + install_step("documents") + ", or save it as plain text or HTML"
        ) from None
    with zipfile.ZipFile(BytesIO(data)) as parts:
        refuse_bomb(parts, name, _MOST)
        _refuse_too_much_markup(parts, name)
        comments = _comments(parts)
    try:
        found = mammoth.convert_to_html(BytesIO(data), style_map=_STYLES, convert_image=lambda image: [])
    except Exception as error:  # a damaged file can fail in any way: zip, XML, what a part refers to
        raise UnreadableSource(
            f"{name} is a Word file that cannot be opened: open it in a word processor and save it again"
        ) from error
    return str(found.value), comments


def _refuse_too_much_markup(parts: zipfile.ZipFile, name: str) -> None:
    """Raise UnreadableSource for a file whose XML would take gigabytes in memory, or minutes, although it is small in itself."""
    found = 0
    for part in parts.infolist():
        data = _xml(parts, part)
        # One entity may stand for thousands of elements, however often it is repeated.
        if b"<!ENTITY" in data:
            raise UnreadableSource(
                f"{name} has entities of its own, which Word files do not have: save it as plain text"
            )
        found += data.count(b"<") - data.count(b"</") + data.count(b"=")
        if found > _MOST_MARKUP:
            raise UnreadableSource(
                f"{name} has more than {_MOST_MARKUP:,} elements and attributes: save it in parts, or as plain text"
            )
        if max(map(len, data.split(b"<"))) > _MOST_TEXT:
            raise UnreadableSource(
                f"{name} has more than {_MOST_TEXT:,} letters in one piece: save it as plain text"
            )


def _xml(parts: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    """A part in an encoding in which markup is ASCII; nothing if it is no XML, such as a picture."""
    try:
        data = parts.read(part).replace(b"\0", b"")  # UTF-16 has one beside each letter
    except Exception:  # a damaged part, which the reader cannot open either
        return b""
    return data if data.lstrip(_BEFORE_MARKUP).startswith(b"<") else b""


def _comments(parts: zipfile.ZipFile) -> int:
    try:
        return len(counts.WORD_COMMENT.findall(parts.read("word/comments.xml")))
    except Exception:  # there are none, or the file is damaged, which opening it reports
        return 0
