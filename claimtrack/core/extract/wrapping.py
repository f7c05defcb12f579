"""Lines that a machine broke: which of them are one paragraph, and which are paragraphs of their own."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.extract.reading import Span, trimmed
from claimtrack.core.extract.transcripts import opens_with_label

if TYPE_CHECKING:
    from collections.abc import Iterator

_WIDEST = 120
"""Characters. No program wraps lines wider than this; longer ones are paragraphs."""
_FULL = 0.6
"""The share of the width from which on a line counts as full, where the text was not wrapped greedily."""
_LONGEST_WORD = 40
_BULLETS = ("- ", "* ", "• ", "· ", "▪ ", "● ")
_STOPS = tuple(".!?:…\"')")


class _Wrap(NamedTuple):
    """How a block was wrapped: its width in characters, and whether each line took all that fitted."""

    width: int
    greedy: bool


def unwrapped(text: str, block: Span) -> Iterator[Span]:
    """The paragraphs of a block without blank lines: wrapped lines joined, other lines each their own."""
    lines = [line for line in _lines(text, block) if text[line.start : line.end].strip()]
    if len(lines) < 2:
        yield from (trimmed(text, line) for line in lines)
        return
    wrap = _wrap(text, lines)
    start = lines[0].start
    for this, following in pairwise(lines):
        if not (_breaks_off(text, this, following) or (wrap and _joins(text, this, following, wrap))):
            yield trimmed(text, Span(start, this.end))
            start = following.start
    yield trimmed(text, Span(start, lines[-1].end))


def joined(text: str, paragraphs: list[Span]) -> str:
    """The text with a space for each line break inside a paragraph; as long as before."""
    parts: list[str] = []
    end = 0
    for paragraph in paragraphs:
        parts += text[end : paragraph.start], text[paragraph.start : paragraph.end].replace("\n", " ")
        end = paragraph.end
    return "".join([*parts, text[end:]])


def _wrap(text: str, lines: list[Span]) -> _Wrap | None:
    """How the lines were wrapped, told by those that end in mid-sentence; None where none was."""
    width = max(end - start for start, end in lines)
    pairs = list(pairwise(lines))
    broken = [pair for pair in pairs if _breaks_off(text, *pair)]
    greedy = all(_is_full(text, *pair, width) for pair in broken or pairs)
    return _Wrap(width, greedy) if width <= _WIDEST and (broken or greedy) else None


def _lines(text: str, block: Span) -> Iterator[Span]:
    start = block.start
    while text[start - 1 : start] == " ":
        start -= 1  # the first line's indent
    for line in text[start : block.end].split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def _joins(text: str, this: Span, following: Span, wrap: _Wrap) -> bool:
    """Whether the next line of wrapped text goes on with the paragraph of this one."""
    if _indent(text, following) > _indent(text, this) or _is_item(text, following):
        return False
    if _is_finished(text, this) and opens_with_label(text, following):
        return False
    if _is_full(text, this, following, wrap.width):
        return True
    return not wrap.greedy and not _is_finished(text, this) and this.end - this.start >= _FULL * wrap.width


def _is_item(text: str, line: Span) -> bool:
    """Whether the mark of a list begins the line."""
    return text[line.start : line.end].lstrip().startswith(_BULLETS)


def _breaks_off(text: str, this: Span, following: Span) -> bool:
    """Whether the line ends in mid-sentence: the next one begins with a small letter."""
    return not _is_finished(text, this) and text[following.start : following.end].lstrip()[:1].islower()


def _is_finished(text: str, line: Span) -> bool:
    return text[line.start : line.end].rstrip().endswith(_STOPS)


def _is_full(text: str, this: Span, following: Span, width: int) -> bool:
    """Whether the next line's first word did not fit on this one."""
    first = text[following.start : following.end].lstrip()[:_LONGEST_WORD].split(" ", 1)[0]
    return len(text[this.start : this.end].rstrip()) + 1 + len(first) > width


def _indent(text: str, line: Span) -> int:
    words = text[line.start : line.end]
    return len(words) - len(words.lstrip())
