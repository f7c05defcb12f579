"""PDF files: the paragraphs of their pages. `pip install 'claimtrack[documents]'` brings the reader, PDFium.

A PDF has places of letters; where a paragraph ends is told by the distances between its lines.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import UnreadableSource
from claimtrack.core.model import Article
from claimtrack.core.text import clean_line
from claimtrack.fetch.loaded import Loaded

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.fetch.loaded import Hints

_HYPHEN = "\x02"
"""What PDFium gives for a hyphen at the end of a line, in place of that end."""
_MARGIN = 0.1
"""The part of a page's height, above and below, in which what stands on many pages is no text."""
_PAGE_NUMBER = re.compile(r"(?:page )?#(?: ?(?:of|/|\|) ?#)?|[-–—] ?# ?[-–—]", re.IGNORECASE)
_BULLET = re.compile(r"[•▪◦‣·■●]|[-–—*] |\(?\w{1,2}[.)] ")
_SENTENCE_END = re.compile(r"[.!?:;][\"'”’»)\]]*$")
_NOTED = re.compile(r"[.,;:!?”\"'’)]$|[^\W\d_]{4}$")
"""Behind what a small raised number marks a note; behind "m" or "10" it is a power."""
_BEFORE = 8
"""Characters in which what a small raised number stands behind is looked for."""
_FARTHER = 1.3
"""A line that stands so many times farther below the last than lines do begins a paragraph."""
_OTHER_SIZE, _SLANT = 0.1, 0.1
"""Parts of a line's height by which letters of one size, and letters of one line, may differ."""
_INDENT = 0.8
"""A line that is so much of its height further in than the last begins a paragraph."""
_SHORT, _HALF = 0.2, 0.5
"""What a line leaves free of its column's width where it ends a paragraph: if it ends a sentence, and whatever it says."""
_NEAR = 4
"""Lines that tell how wide their column is."""
_LEAST = 0.1  # points: letters may be given no height at all
_FEWEST_LETTERS = 20


@dataclass(slots=True)
class _Line:
    """A line of a page, its height and place in points, from the left and from below."""

    page: int
    text: str
    height: float
    left: float
    right: float
    base: float

    def is_beside(self, other: _Line) -> bool:
        """Whether both are of one column."""
        return self.page == other.page and self.left < other.right and other.left < self.right

    def is_below(self, other: _Line) -> bool:
        """Whether it stands below the other in the same column."""
        return self.is_beside(other) and self.base < other.base

    def goes_on_at(self, left: float, base: float) -> bool:
        """Whether a letter there is of the line, also where PDFium ends it, as it does behind a raised number."""
        is_level = abs(base - self.base) < _SLANT * self.height
        return is_level and -_SLANT < (left - self.right) / self.height < 1

    def has_above(self, base: float, top: float) -> bool:
        """Whether a letter between those heights is small and raised."""
        return top - base < 0.9 * self.height and base > self.base + _SLANT * self.height

    def is_as_high(self, other: _Line) -> bool:
        """Whether its letters are of the other's size."""
        return abs(self.height - other.height) <= _OTHER_SIZE * other.height


def load(data: bytes, hints: Hints) -> Iterator[Loaded]:
    """The text of the pages as one article. Raises UnreadableSource for pictures of pages and what does not open."""
    lines, heights, title = _read(data, hints.name)
    text = "\n\n".join(_paragraphs(_without_furniture(lines, heights)))
    # PDFium gives an emoji in two halves.
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if sum(map(str.isalpha, text)) < _FEWEST_LETTERS:
        raise UnreadableSource(
            f"{hints.name} is a PDF without text, perhaps scanned: have its letters read, as with `ocrmypdf`, and ingest that"
        )
    # Many a maker writes "Microsoft Word - draft7.docx" for a title.
    is_told = title and title.casefold() in " ".join(text.split()).casefold()
    yield Loaded(Article(text=text, url=hints.url, title=title if is_told else None), hints.source)


# ── from pages to lines ─────────────────────────────────────────────────────────────────────────


def _read(data: bytes, name: str) -> tuple[list[_Line], list[float], str]:
    """The lines of all pages in their order, the height of each page, and the title that the PDF's maker gave it."""
    try:
        import pypdfium2
    except ImportError:
        raise UnreadableSource(
            f"{name} is a PDF: `pip install 'claimtrack[documents]'` to read it, or take its text out, as with `pdftotext`"
        ) from None
    lines: list[_Line] = []
    heights: list[float] = []
    try:
        with pypdfium2.PdfDocument(data) as document:
            title = clean_line(document.get_metadata_dict().get("Title", ""))
            for number, page in enumerate(document):
                heights.append(max(page.get_height(), _LEAST))
                lines += _lines(page.get_textpage(), number)
                page.close()
    except pypdfium2.PdfiumError as error:
        is_locked = "password" in str(error).lower()
        remedy = "save it without its password" if is_locked else "it may be damaged: fetch or save it anew"
        raise UnreadableSource(f"{name} is a PDF that does not open: {remedy}") from error
    return lines, heights, title


def _lines(words: Any, page: int) -> list[_Line]:
    """The lines of PDFium's text of a page, without the marks of notes."""
    from pypdfium2.raw import FPDFText_GetUnicode

    lines: list[_Line] = []
    is_ended = True
    for at in range(words.count_chars()):
        letter = chr(FPDFText_GetUnicode(words, at))
        if letter in "\r\n":
            is_ended = True
            continue
        left, base, right, top = words.get_charbox(at, loose=True)
        if is_ended and not (lines and lines[-1].goes_on_at(left, base)):
            lines.append(_Line(page, "", max(top - base, _LEAST), left, right, base))
        line = lines[-1]
        is_ended = letter == _HYPHEN
        if not (
            letter.isdigit() and line.has_above(base, top) and _NOTED.search(line.text[-_BEFORE:].rstrip())
        ):
            line.text += letter
            line.right = max(line.right, right)
    return [line for line in lines if line.text.strip()]


def _without_furniture(lines: Sequence[_Line], heights: Sequence[float]) -> list[_Line]:
    """The lines without running heads, and without the numbers of pages."""

    def marginal(line: _Line) -> str | None:
        is_text = _MARGIN < line.base / heights[line.page] < 1 - _MARGIN
        return None if is_text else re.sub(r"\d+", "#", line.text.strip())

    told = {(line.page, words) for line in lines if (words := marginal(line))}
    pages = Counter(words for _, words in told)
    many = max(2, len(heights) / 2)
    return [
        line
        for line in lines
        if not (words := marginal(line)) or not (pages[words] >= many or _PAGE_NUMBER.fullmatch(words))
    ]


# ── from lines to paragraphs ────────────────────────────────────────────────────────────────────


def _paragraphs(lines: Sequence[_Line]) -> Iterator[str]:
    """The lines put together, and words that a line's end parted."""
    hyphenated = {word.lower() for line in lines for word in re.findall(r"\w+-\w+", line.text)}
    for several in _in_paragraphs(lines):
        text = ""
        for line in several:
            text = _joined(text, " ".join(line.text.split()), hyphenated)
        yield text.replace(_HYPHEN, "-")


def _joined(text: str, line: str, hyphenated: set[str]) -> str:
    """The text with the next line: "govern-" and "ment" are one word, "long-" and "term" keep the hyphen where it stands elsewhere."""
    if not text.endswith(_HYPHEN):
        return f"{text} {line}" if text else line
    text = text.removesuffix(_HYPHEN)
    parted = f"{text.rpartition(' ')[2]}-{line.partition(' ')[0]}"
    word = re.match(r"\w*-\w*", parted)
    keeps = not line[:1].islower() or (word and word[0].lower() in hyphenated)
    return f"{text}-{line}" if keeps else text + line


def _in_paragraphs(lines: Sequence[_Line]) -> Iterator[list[_Line]]:
    spacing = _spacing(lines)
    several = list(lines[:1])
    for at, line in enumerate(lines[1:], start=1):
        if _begins(line, several, spacing, _free(lines, at - 1)):
            yield several
            several = []
        several.append(line)
    if several:
        yield several


def _free(lines: Sequence[_Line], at: int) -> float:
    """The part of its column's width that a line leaves free: the next lines tell it, or those before the last of a column."""
    line = lines[at]
    edges = [one.right for one in lines[at + 1 : at + 1 + _NEAR] if one.is_beside(line)]
    edges = edges or [one.right for one in lines[max(0, at - _NEAR) : at] if one.is_beside(line)]
    edge = max(edges, default=line.right)
    return (edge - line.right) / max(edge - line.left, 1)


def _begins(line: _Line, several: list[_Line], spacing: float, free: float) -> bool:
    """Whether a line begins a paragraph behind `several` of one, of which the last leaves so much of its column free."""
    before = several[-1]
    if before.text.endswith(_HYPHEN):
        return False
    if not line.is_as_high(before) or _BULLET.match(line.text):
        return True
    is_ended = _SENTENCE_END.search(before.text.rstrip()) is not None
    if not line.is_below(before):
        return is_ended  # in the next column, or on the next page
    if before.base - line.base > _FARTHER * spacing * before.height:
        return True
    is_indented = line.left > before.left + _INDENT * line.height
    is_indented = is_indented and not _BULLET.match(several[0].text)
    return is_indented or free > (_SHORT if is_ended else _HALF)


def _spacing(lines: Sequence[_Line]) -> float:
    """How far below each other lines stand in this document, by their height."""
    steps = sorted(
        (before.base - line.base) / before.height
        for before, line in pairwise(lines)
        if line.is_below(before) and line.is_as_high(before)
    )
    return steps[(len(steps) - 1) // 2] if steps else 1.0
