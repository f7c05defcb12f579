"""PDF files: the paragraphs of their pages. `pip install 'claimtrack[documents]'` brings the reader, PDFium.

A PDF has only positions of letters; the ends of paragraphs are inferred from the distances between lines, and from their words.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.errors import UnreadableSource
from claimtrack.core.extract.page.transcripts.records import blank_line_numbers
from claimtrack.core.model import Article
from claimtrack.core.steps import terminal_only
from claimtrack.core.texts.printable import list_some
from claimtrack.core.texts.typography import CLOSING_QUOTES
from claimtrack.fetch.loaded import Loaded
from claimtrack.fetch.loaders.pdf.lines import HYPHEN, Line, pages_of

if TYPE_CHECKING:
    from claimtrack.fetch.loaded import Hints

_MARGIN = 0.1
"""The share of a page's height, at top and bottom, in which lines that recur on many pages are no text."""
_PAGE_NUMBER = re.compile(r"(?:page )?#(?: ?(?:of|/|\|) ?#)?|[-–—] ?# ?[-–—]", re.IGNORECASE)
_NOTE = re.compile(r"\W?\d{1,3}\W?\s*[^\W\d]|[*†‡§]")
_SMALLER = 0.93
"""The relative height of lines below which they may be notes at the foot of a page or column."""
_BULLET = re.compile(r"[•▪◦‣·■●]")
_MAY_BE_BULLET = re.compile(r"[-–—*] |\(?\w{1,2}[.)] ")
"""Also begins an item, unless it continues the line before: "by | J. Doe", "more than ever | – and so on"."""
_SENTENCE_END = re.compile(rf"[.!?:;][\"'’{CLOSING_QUOTES})\]]*$")
_FARTHER, _CLOSE = 1.3, 1.2
"""A line so many times farther below the last than usual begins a paragraph; the usual distance if none can be measured."""
_INDENT = 0.8
"""A line indented by this share of its height may begin a paragraph."""
_SHORT, _HALF = 0.2, 0.5
"""The free share of a column's width after a paragraph's last line: if it ends a sentence, and otherwise."""
_NEAR = 4
"""How many neighbouring lines are used to measure a column's width."""
_OWN_HYPHEN = frozenset({"self", "well", "long", "ex", "non"})
_PARTED = re.compile(r"(?P<before>\w*)-\w*")
_FEWEST_LETTERS = 20


def load(data: bytes, hints: Hints) -> Iterator[Loaded]:
    """Yield the text of the pages as one article; notes only if `hints` ask for the whole.

    Raises UnreadableSource for scanned pages and for files that do not open.
    """
    lines, pages, pictures, title = pages_of(data, hints.name)
    lines = _join_drop_caps(_drop_page_furniture(lines, pages))
    text = _without_numbers(lines) or "\n\n".join(
        _paragraphs(lines if hints.whole else list(_without_notes(lines)))
    )
    # PDFium returns an emoji in two halves.
    text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    if sum(map(str.isalpha, text)) < _FEWEST_LETTERS:
        raise UnreadableSource(
            f"{hints.name} is a PDF without text, perhaps a scan: run text recognition on it"
            + terminal_only(", for example with ", "ocrmypdf")
            + ", and use the result"
        )
    # Many programs write "Microsoft Word - draft7.docx" as the title.
    is_told = title and title.casefold() in " ".join(text.split()).casefold()
    article = Article(text=text, url=hints.url, title=title if is_told else None)
    yield Loaded(article, hints.source, tuple(_warn_of_pictures(pictures)))


def _warn_of_pictures(pages: Sequence[int]) -> Iterator[str]:
    """Yield the warning that pages of a PDF have a picture and no letters, as scanned ones do."""
    if pages:
        several = "pages" if len(pages) > 1 else "page"
        yield (
            f"no text on {several} {list_some(pages)}, perhaps scanned: run text recognition on it"
            + terminal_only(", for example with ", "ocrmypdf --skip-text")
            + ", and use the result"
        )


# ── what is no text ─────────────────────────────────────────────────────────────────────────────


def _drop_page_furniture(lines: Sequence[Line], pages: int) -> list[Line]:
    """The lines without running heads and page numbers."""

    def marginal(line: Line) -> str | None:
        return None if _MARGIN < line.level < 1 - _MARGIN else re.sub(r"\d+", "#", line.text.strip())

    told = {(line.frame, words) for line in lines if (words := marginal(line))}
    times = Counter(words for _, words in told)
    many = max(2, pages / 2)
    return [
        line
        for line in lines
        if not (words := marginal(line)) or not (times[words] >= many or _PAGE_NUMBER.fullmatch(words))
    ]


def _without_numbers(lines: Sequence[Line]) -> str:
    """The frames whose lines are numbered, as in court records; empty if there are none."""
    numbered = "\n".join(line.text.rstrip() for line in lines)
    read = blank_line_numbers(numbered)
    turns = (" ".join(turn.split()) for turn in read.split("\n") if turn.strip())
    return "\n\n".join(turns).replace(HYPHEN, "-") if read != numbered else ""


def _without_notes(lines: Sequence[Line]) -> Iterator[Line]:
    """Yield the lines without notes at the foot of a page or column: smaller lines, after a number."""
    sizes: Counter[float] = Counter()
    for line in lines:
        sizes[round(line.height, 1)] += len(line.text)
    small = _SMALLER * max(sizes, key=sizes.__getitem__, default=0.0)
    for column in _columns(lines):
        foot = len(column)
        while foot and column[foot - 1].height < small:
            foot -= 1
        notes = (at for at in range(foot, len(column)) if _NOTE.match(column[at].text.lstrip()))
        yield from column[: next(notes, len(column)) if foot else len(column)]


def _join_drop_caps(lines: Sequence[Line]) -> list[Line]:
    """The lines joined with their drop caps: "T" and "he mayor said" are one."""
    found: list[Line] = []
    for line in lines:
        initial = found[-1] if found else line
        letter = initial.text.strip()
        if len(letter) == 1 and letter.isupper() and line.text[:1].islower() and initial.frame == line.frame:
            found.pop()
            line.text = letter + line.text
        found.append(line)
    return found


def _columns(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the runs of lines that are below each other in a column."""
    column = list(lines[:1])
    for before, line in pairwise(lines):
        if not line.is_below(before):
            yield column
            column = []
        column.append(line)
    yield column


# ── from lines to paragraphs ────────────────────────────────────────────────────────────────────


def _paragraphs(lines: Sequence[Line]) -> Iterator[str]:
    """Yield the paragraphs: lines joined, and hyphenated words, too."""
    hyphenated = {word.lower() for line in lines for word in re.findall(r"\w+-\w+", line.text)}
    for several in _in_paragraphs(lines):
        text = ""
        for line in several:
            text = _join_line(text, " ".join(line.text.split()), hyphenated)
        yield text.replace(HYPHEN, "-")


def _join_line(text: str, line: str, hyphenated: set[str]) -> str:
    """Append a line to the text: "govern-" and "ment" are one word; "long-" and "term" keep their hyphen."""
    if text[-2:-1].isdigit() and text.endswith("-"):
        return text + line  # "18-" and "year-old"
    if not text.endswith(HYPHEN):
        return f"{text} {line}" if text else line
    text = text.removesuffix(HYPHEN)
    parted = _PARTED.match(f"{text.rpartition(' ')[2]}-{line.partition(' ')[0]}")
    keeps = parted and (parted["before"].lower() in _OWN_HYPHEN or parted[0].lower() in hyphenated)
    return f"{text}-{line}" if keeps or not line[:1].islower() else text + line


def _in_paragraphs(lines: Sequence[Line]) -> Iterator[list[Line]]:
    spacing = _line_spacing(lines)
    several = list(lines[:1])
    for at, line in enumerate(lines[1:], start=1):
        if _begins_paragraph(line, several, spacing, _free_share(lines, at - 1)):
            yield several
            several = []
        several.append(line)
    if several:
        yield several


def _begins_paragraph(line: Line, several: list[Line], spacing: float, free: tuple[float, float]) -> bool:
    """Whether a line begins a new paragraph after the lines `several`, of which the last leaves the share `free` of its column."""
    before = several[-1]
    if before.text.endswith(HYPHEN):
        return False
    if not line.is_as_high(before) or _BULLET.match(line.text):
        return True
    is_ended = _SENTENCE_END.search(before.text.rstrip()) is not None
    if not line.is_below(before):
        return is_ended  # in the next column, or on the next page
    if before.base - line.base > _FARTHER * spacing * before.height or free[0] > _HALF:
        return True
    is_item = _MAY_BE_BULLET.match(several[0].text) is not None
    is_indented = line.left > before.left + _INDENT * line.height and not is_item
    may_begin = is_indented or _MAY_BE_BULLET.match(line.text) or max(free) > _SHORT
    return bool(may_begin) and (is_ended or (is_item and _MAY_BE_BULLET.match(line.text) is not None))


def _free_share(lines: Sequence[Line], at: int) -> tuple[float, float]:
    """The share of the column's width that a line leaves free, measured by the next lines, and by those before it."""
    line = lines[at]

    def free(near: Sequence[Line]) -> float:
        edge = max((one.right for one in near if one.is_beside(line)), default=line.right)
        return (edge - line.right) / max(edge - line.left, 1)

    return free(lines[at + 1 : at + 1 + _NEAR]), free(lines[max(0, at - _NEAR) : at])


def _line_spacing(lines: Sequence[Line]) -> float:
    """The line spacing within paragraphs, relative to the height, measured at lines across which a sentence continues."""
    steps = sorted(
        (before.base - line.base) / before.height
        for before, line in pairwise(lines)
        if line.is_below(before)
        and line.is_as_high(before)
        and not _SENTENCE_END.search(before.text.rstrip())
    )
    return steps[len(steps) // 2] if steps else _CLOSE
