"""Groups the letters of a PDF, whose positions PDFium returns, into lines."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator
from ctypes import c_double
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from claimtrack.core.errors import UnreadableSource
from claimtrack.core.steps import install_step
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.fetch.decoding.binary import EXTRACT

HYPHEN = "\x02"
"""PDFium's character for a hyphen at the end of a line."""
_UP, _DOWN = "\ufdd0", "\ufdd1"
"""Marks around small raised digits, until it is known what they are: noncharacters, as "\\x0e" is a letter in some fonts."""
_RAISED = re.compile(f"{_UP}([^{_DOWN}]*){_DOWN}")
_POWER = re.compile(r"(?<![\d.,])10$")
_UNIT = re.compile(r"(?<![^\W_])[kcdm]?m$")
_BESIDE = ",-–*†‡"
"""Marks of a note that are not digits, or separate two."""
_LONGEST_NOTE = 3
_LEVEL = 0.1
"""The share of a line's height by which its letters may be higher or lower."""
_SMALL = 0.9
_LEAST = 0.1  # points, for letters to which PDFium gives no height


class _Letter(NamedTuple):
    """A letter with its position in reading direction: from the left, and up from the baseline, in points."""

    mark: str
    left: float
    right: float
    base: float
    height: float
    turned: int


@dataclass(slots=True)
class Line:
    """A line of a page with its height and position in points, from the left and from below, in reading direction.

    `frame` is its page and the page's rotation: lines of different frames are never next to each other. `level` is its position on the
    page, 0 (bottom) to 1.
    """

    frame: tuple[int, int]
    text: str = ""
    height: float = _LEAST
    left: float = math.inf
    right: float = -math.inf
    base: float = 0.0
    level: float = 0.5
    _letters: list[_Letter] = field(default_factory=list)

    def is_beside(self, other: Line) -> bool:
        """Whether both are in the same column."""
        return self.frame == other.frame and self.left < other.right and other.left < self.right

    def is_below(self, other: Line) -> bool:
        """Whether it is below the other in the same column."""
        return self.is_beside(other) and self.base < other.base

    def is_as_high(self, other: Line) -> bool:
        """Whether its letters have the other's size."""
        return abs(self.height - other.height) <= _LEVEL * other.height

    def add(self, letter: _Letter) -> None:
        """Append a letter to the line."""
        last = self._letters[-1] if self._letters else letter
        is_raised = letter.base > last.base + _LEVEL * last.height and letter.height < _SMALL * last.height
        if is_raised and (letter.mark.isdigit() or letter.mark in _BESIDE):
            self.text = self.text[:-1] if self.text.endswith(_DOWN) else self.text + _UP
            self.text += letter.mark + _DOWN
        else:
            self.text += letter.mark
            if not letter.mark.isspace():
                self._letters.append(letter)
        if not letter.mark.isspace():  # PDFium inserts spaces of its own, anywhere
            self.left, self.right = min(self.left, letter.left), max(self.right, letter.right)

    def goes_on_at(self, letter: _Letter) -> bool:
        """Whether a letter belongs to the line, even if PDFium ended it, as it does after a raised digit."""
        if not self._letters or letter.turned != self.frame[1]:
            return False
        last = self._letters[-1]
        is_level = abs(letter.base - last.base) < _LEVEL * last.height
        return is_level and -_LEVEL < (letter.left - self.right) / last.height < 1

    @property
    def has_letters(self) -> bool:
        """Whether it has anything but white space."""
        return bool(self._letters)

    def settle(self, foot: float, extent: float) -> Line:
        """Finish the line once it has all its letters; the page begins at `foot` and has the height `extent`."""
        middle = len(self._letters) // 2
        self.height = sorted(letter.height for letter in self._letters)[middle]
        self.base = sorted(letter.base for letter in self._letters)[middle]
        self.level = (self.base - foot) / max(extent, _LEAST)
        self.text = _RAISED.sub(_as_text, self.text)
        self._letters = []
        return self


def _as_text(raised: re.Match[str]) -> str:
    """The text of small raised digits: a power, or part of "m2"; the mark of a note is dropped."""
    figures, before = raised[1], raised.string[max(0, raised.start() - 8) : raised.start()].rstrip()
    if _POWER.search(before):
        return f"^{figures}"
    is_long = max(map(len, re.split(r"\D", figures))) > _LONGEST_NOTE
    return figures if _UNIT.search(before) or is_long else ""


class Pages(NamedTuple):
    """The lines of all pages in order, the number of pages, the pages that are pictures without text, and the PDF's title."""

    lines: list[Line]
    pages: int
    pictures: list[int]
    title: str


def pages_of(data: bytes, name: str) -> Pages:
    """Read the pages of a PDF.

    Raises UnreadableSource if it does not open, or if the PDF reader is not installed.
    """
    try:
        import pypdfium2
    except ImportError:
        raise UnreadableSource(f"{name} is a PDF: " + install_step("documents") + ", or " + EXTRACT) from None
    lines: list[Line] = []
    pictures: list[int] = []
    try:
        with pypdfium2.PdfDocument(data) as document:
            title = clean_line(document.get_metadata_dict().get("Title", ""))
            pages = len(document)
            for number, page in enumerate(document):
                found = list(_lines(page, number))
                lines += found
                if not found and any(page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])):
                    pictures.append(number + 1)
                page.close()
    except pypdfium2.PdfiumError as error:
        is_locked = "password" in str(error).lower()
        remedy = (
            "save it without its password" if is_locked else "it may be damaged: download or save it again"
        )
        raise UnreadableSource(f"{name} is a PDF that cannot be opened: {remedy}") from error
    return Pages(lines, pages, pictures, title)


def _lines(page: Any, number: int) -> Iterator[Line]:
    """Yield the finished lines of a page."""
    lines: list[Line] = []
    is_ended = True
    for letter in _upright(page):
        if letter.mark in "\r\n":
            is_ended = True
            continue
        is_turned = bool(lines) and not letter.mark.isspace() and letter.turned != lines[-1].frame[1]
        if not lines or is_turned or (is_ended and not lines[-1].goes_on_at(letter)):
            lines.append(Line((number, letter.turned)))
        lines[-1].add(letter)
        is_ended = letter.mark == HYPHEN
    width, height = page.get_size()
    if page.get_rotation() % 180:
        width, height = height, width  # before the rotation, as the letters' positions are
    for line in lines:
        if line.has_letters:
            extent = width if line.frame[1] % 2 else height
            yield line.settle(-extent if line.frame[1] in (1, 2) else 0.0, extent)


def _upright(page: Any) -> list[_Letter]:
    """The letters of a page, rotated so that most are upright: for text on its side PDFium may return the last line first."""
    letters = list(_letters(page.get_textpage()))
    turns = Counter(letter.turned for letter in letters if not letter.mark.isspace()).most_common(1)
    if turns and page.get_rotation() != turns[0][0] * 90:
        page.set_rotation(turns[0][0] * 90)
        letters = list(_letters(page.get_textpage()))
    return letters


def _letters(words: Any) -> Iterator[_Letter]:
    from pypdfium2.raw import FPDFText_GetCharAngle, FPDFText_GetCharOrigin, FPDFText_GetUnicode

    x, y = c_double(), c_double()
    for at in range(words.count_chars()):
        turned = -round(FPDFText_GetCharAngle(words, at) / (math.pi / 2)) % 4  # the angle is clockwise
        FPDFText_GetCharOrigin(words, at, x, y)
        left, bottom, right, top = words.get_charbox(at, loose=True)
        base = y.value
        if turned:
            _, base = _turned(x.value, y.value, turned)
            (left, bottom), (right, top) = sorted(
                (_turned(left, bottom, turned), _turned(right, top, turned))
            )
        height = max(abs(top - bottom), _LEAST)
        yield _Letter(chr(FPDFText_GetUnicode(words, at)), left, right, base, height, turned)


def _turned(x: float, y: float, quarters: int) -> tuple[float, float]:
    """Rotate a position back by so many quarter turns, so that text runs from left to right."""
    for _ in range(quarters):
        x, y = y, -x
    return x, y
