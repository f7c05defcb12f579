"""Which lines were wrapped by a program and form one paragraph, and which are paragraphs of their own?"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.boilerplate.numbering import LONE_NUMBER
from claimtrack.core.extract.page.boilerplate.talk import opens_roll
from claimtrack.core.extract.page.transcripts.labels import opens_with_label
from claimtrack.core.extract.page.transcripts.nameplates import is_name_alone, is_plate, is_stamp
from claimtrack.core.extract.page.transcripts.posts import is_around_post
from claimtrack.core.extract.words import lexicon
from claimtrack.core.extract.words.reading import Span, trimmed, words_of

_WIDEST = 120  # characters; no program wraps lines wider than this, so longer ones are paragraphs
_NARROW = 40
"""Characters. Only newspaper columns are narrower; other lines as short are a name with a constituency, or a question with its answer."""
_FULL = 0.6
"""The share of the width from which a line counts as full, if the text was not wrapped greedily."""
_LONGEST_WORD = 40  # characters
_ITEM = expression(r"\s*(?:[-*•·▪●] |(?:\d{1,2}\.|\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})\)) (?=[A-Z\"]))")
_SECTION = expression(r"\d{1,2}(?:\.\d{1,2}){1,2}\.? +[A-Z\"']")
_REPLY = expression(r"(?:I|We)(?:'[a-z]+)? |(?:Yes|No)\b")
_STOPS = tuple(".!?:…\"')")
_ENDS_QUOTATION = (',"', ",'", ', "')
_TIME_STAMP_OPENERS = frozenset("[0123456789")
"""Time stamps: a chat line with one before the name is always its own paragraph: "[12/03/24, 09:14:02] Ada Moor: "."""
_NEVER_SENTENCE_FINAL = words_of(
    "the a an his their its our your every of at to from by with for about against into among between during "
    "within until than as and or nor but that"
)
"""Words that no sentence ends with."""
_OPENS_SENTENCE = expression(r"(?:An?|It|He|She|They|We|There|This|These|When|But) [a-z]")
_VERSE_OPENERS = lexicon.BEFORE_NOUN | lexicon.CONJUNCTIONS | (lexicon.CLAUSE_OPENERS - {"i"})
"""Words capitalised after a comma only where each line of a poem is, or at the start of a letter: "Dear Ann, ..."."""
_AMOUNT = expression(r"[$£€¥₹]?\d[\d.,]*(?: ?%| [a-z])")
"""A number with what it counts: "12 percent", not a house or item number."""


class _Wrap(NamedTuple):
    """How a block was wrapped: its width in characters, and whether each line was filled as far as possible."""

    width: int
    greedy: bool


def split_wrapped(text: str, block: Span) -> Iterator[Span]:
    """Split a block without blank lines into paragraphs: wrapped lines are joined, others are paragraphs of their own."""
    if text.find("\n", *block) < 0:
        yield from [trimmed(text, block)] if text[slice(*block)].strip() else []
        return
    lines = [line for line in _split_lines(text, block) if text[line.start : line.end].strip()]
    if len(lines) < 2:
        yield from (trimmed(text, line) for line in lines)
        return
    wrap = _detect_wrap(text, lines)
    start = lines[0].start
    for this, following in pairwise(lines):
        if following is lines[-1] and _may_be_signature(text, Span(start, this.end), following):
            parts = True
        elif (
            is_stamp(text, this) or is_plate(text, this) or (this is lines[0] and _is_short_turn(text, lines))
        ):
            parts = True  # the speaker, above the words
        elif opens_roll(text, trimmed(text, following)):
            parts = True
        else:
            parts = not (
                _is_broken_off(text, this, following)
                or (wrap and _continues_paragraph(text, this, following, wrap))
            )
        if parts:
            yield trimmed(text, Span(start, this.end))
            start = following.start
    yield trimmed(text, Span(start, lines[-1].end))


def join_line_breaks(text: str, paragraphs: list[Span]) -> str:
    """Replace each line break inside a paragraph by a space, keeping the length."""
    parts: list[str] = []
    end = 0
    for paragraph in paragraphs:
        parts += text[end : paragraph.start], text[paragraph.start : paragraph.end].replace("\n", " ")
        end = paragraph.end
    return "".join([*parts, text[end:]])


def _detect_wrap(text: str, lines: list[Span]) -> _Wrap | None:
    """Determine how the lines were wrapped, judged by those that break off in mid-sentence; None if they were not."""
    width = max(end - start for start, end in lines)
    pairs = list(pairwise(lines))
    broken = [pair for pair in pairs if _is_broken_off(text, *pair)]
    greedy = all(_is_full(text, *pair, width) for pair in broken or pairs)
    is_wrapped = broken or (greedy and (width >= _NARROW or _is_one_sentence(text, lines)))
    return _Wrap(width, greedy) if width <= _WIDEST and is_wrapped else None


def _is_one_sentence(text: str, lines: list[Span]) -> bool:
    """Whether only the last line ends a sentence, and not in a party's brackets."""
    finished = [line for line in lines if _is_finished(text, line)]
    return finished == lines[-1:] and text[slice(*lines[-1])].rstrip()[-1] != ")"


def _split_lines(text: str, block: Span) -> Iterator[Span]:
    """Yield the lines of a block, including the first line's indentation."""
    start = block.start
    while text[start - 1 : start] == " ":
        start -= 1  # the indentation of the first line
    for line in text[start : block.end].split("\n"):
        yield Span(start, start + len(line))
        start += len(line) + 1


def _continues_paragraph(text: str, this: Span, following: Span, wrap: _Wrap) -> bool:
    """Whether the next line of wrapped text continues this line's paragraph."""
    if _indent(text, following) > _indent(text, this) or _is_item(text, following):
        return False
    if is_around_post(text, this) or (_is_finished(text, this) and _opens_item(text, following)):
        return False
    is_parted = _is_finished(text, this) or text[following.start] in _TIME_STAMP_OPENERS
    if is_parted and opens_with_label(text, following):
        return False
    if _is_full(text, this, following, wrap.width):
        return True
    return not wrap.greedy and not _is_finished(text, this) and this.end - this.start >= _FULL * wrap.width


def _opens_item(text: str, line: Span) -> bool:
    """Whether a line begins with the number of an item of minutes."""
    return (_SECTION.match(text, *line) or LONE_NUMBER.match(text, *line)) is not None


def _may_be_signature(text: str, quotation: Span, last: Span) -> bool:
    """Whether the last line of a block, without a stop, may sign the quotation that all lines above form."""
    words, line = text[slice(*trimmed(text, quotation))], text[slice(*trimmed(text, last))]
    is_whole = words[0] == '"' == words[-1] and '"' not in words[1:-1]
    return is_whole and is_finished(words) and not (is_finished(line.rstrip("*_)")) or line[0].islower())


def _is_short_turn(text: str, lines: list[Span]) -> bool:
    """Whether a block is a name and one line in the first person or a one-word answer: "Ada Moor", "I will."."""
    name, *words = lines
    return (
        len(words) == 1
        and is_name_alone(text, trimmed(text, name))
        and _REPLY.match(text, *words[0]) is not None
    )


def _is_item(text: str, line: Span) -> bool:
    """Whether the line begins with a bullet or an item number."""
    return _ITEM.match(text, *line) is not None


def _is_broken_off(text: str, this: Span, following: Span) -> bool:
    """Whether a line breaks off in mid-sentence."""
    return is_continued(text[this.start : this.end].strip(), text[following.start : following.end].lstrip())


def is_continued(line: str, following: str) -> bool:
    """Whether a line breaks off in mid-sentence: the next one begins with a lower-case letter or a number, or no sentence ends so.

    A quotation that ends with a comma continues with its attribution.
    """
    if not (line and following) or is_finished(line):
        return False
    if following[0].islower() or line.endswith(_ENDS_QUOTATION):
        return True
    if line.endswith(","):
        return _continues_sentence(following)
    last = line.rpartition(" ")[2]
    if last.lower() in _NEVER_SENTENCE_FINAL and last != line:
        return not _OPENS_SENTENCE.match(following)  # "Where the money comes from" is a heading
    return last.islower() and last != line and not line[0].isdigit() and _AMOUNT.match(following) is not None


def _continues_sentence(line: str) -> bool:
    """Whether a line after a comma continues a sentence rather than an address, a list, a poem or a debate."""
    first, *others = line.split(" ")
    is_verse = first.istitle() and first.lower() in _VERSE_OPENERS and "".join(others)[:1].islower()
    is_name = not any(word[:1].islower() for word in others) and not is_finished(line)
    whole = Span(0, len(line))
    return not (is_verse or is_name or _is_item(line, whole) or opens_with_label(line, whole))


def is_finished(line: str) -> bool:
    """Whether a sentence may end with the line; after a comma in a quotation it continues."""
    return line.endswith(_STOPS) and not line.endswith(_ENDS_QUOTATION)


def _is_finished(text: str, line: Span) -> bool:
    """Whether a sentence may end with the line."""
    return is_finished(text[line.start : line.end].rstrip())


def _is_full(text: str, this: Span, following: Span, width: int) -> bool:
    """Whether the next line's first word did not fit on this line."""
    first = text[following.start : following.end].lstrip()[:_LONGEST_WORD].split(" ", 1)[0]
    return len(text[this.start : this.end].rstrip()) + 1 + len(first) > width


def _indent(text: str, line: Span) -> int:
    """Return the number of blanks that indent a line."""
    words = text[line.start : line.end]
    return len(words) - len(words.lstrip())
