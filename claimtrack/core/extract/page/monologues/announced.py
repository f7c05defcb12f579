"""Which speeches, statements and letters does a heading or a sentence announce, and where do they end?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.monologues.monologue import Author, speaks_of_itself, stretch
from claimtrack.core.extract.page.monologues.wordings import (
    LONGEST,
    PRONOUNS,
    Line,
    announces_text,
    greets,
    headed_by,
    leads_up_to,
    may_announce,
    named_alone,
    named_beside,
    named_with_text,
    tells_whole,
)
from claimtrack.core.extract.page.transcripts.interviews import unmarked
from claimtrack.core.extract.page.transcripts.lines import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.core.extract.words.reading import Span

_REPORTS = expression(r"\b(?:said|told|says|according to)\b")
_STOPS = '.!?"'
_FIRST_LINES, _FEWEST, _MANY, _NEAR = 6, 2, 3, 3


def announced(plain: str, paragraphs: Sequence[Span], title: str | None) -> Iterator[tuple[Author, range]]:
    """Map paragraph numbers to the author of the text that a heading, or a sentence within a report, announces."""
    if head := _headed(plain, paragraphs, title):
        yield head
        return
    leads = list(_leads(plain, paragraphs))
    ends = [*(number for number, _, _ in leads), len(paragraphs)]
    for (number, author, is_whole), end in zip(leads, ends[1:], strict=True):
        name = "" if author.words in PRONOUNS else author.words
        found = stretch(plain, paragraphs, range(number + 1, end), name, to_end=False)
        if not is_whole:
            found = _as_long_as_own(plain, paragraphs, found)
        said = [paragraphs[at] for at in found if ends_sentence(plain, paragraphs[at])]
        if any(speaks_of_itself(plain, one) for one in said[:_FEWEST]):
            yield author, found


def _leads(plain: str, paragraphs: Sequence[Span]) -> Iterator[tuple[int, Author, bool]]:
    """Yield each paragraph that announces a text: its number, the author, and whether it says that the text is complete."""
    for number, paragraph in enumerate(paragraphs[:-1]):
        if plain[paragraph.end - 1] in _STOPS or paragraph.end - paragraph.start > LONGEST:
            continue
        line = plain[slice(*paragraph)]
        colon = line.endswith(":")
        if not (colon or may_announce(line)):
            continue
        if author := (leads_up_to(line, paragraph.start) if colon else headed_by(line, paragraph.start)):
            yield number, author, not colon or tells_whole(line)


def _as_long_as_own(plain: str, paragraphs: Sequence[Span], numbers: range) -> range:
    """Return the leading paragraphs in the first person: nothing else marks where the author's text ends."""
    other = (n for n in numbers if not speaks_of_itself(plain, paragraphs[n]))
    return range(numbers.start, next(other, numbers.stop))


def _headed(plain: str, paragraphs: Sequence[Span], title: str | None) -> tuple[Author, range] | None:
    """Return the same for a heading or first sentence that announces everything that follows."""
    begins = _begins(plain, paragraphs)
    top = (Line(plain[slice(*one)], one.start, number) for number, one in enumerate(paragraphs[:begins]))
    lines = [line for line in (Line(title or "", 0, -1), *top) if 0 < len(line.text) <= LONGEST]
    if not any(may_announce(line.text) for line in lines):
        return None
    opening = "".join(plain[slice(*one)] for one in paragraphs[begins : begins + 1])
    sure = list(named_with_text(lines, opening)) or list(named_beside(lines))
    for author, number in sure or named_alone(lines):
        numbers = range(max(begins, number + 1), len(paragraphs))
        found = stretch(plain, paragraphs, numbers, author.words, to_end=True)
        is_most = len(found) * 2 > len(
            numbers
        )  # else a report starts before it names the author of the speech
        if is_most and _is_speech(plain, [paragraphs[n] for n in found], sure=bool(sure)):
            return author, found
    return None


def _begins(plain: str, paragraphs: Sequence[Span]) -> int:
    """Return the number of the first paragraph after the heading and any announcing sentence."""
    said = (n for n, one in enumerate(paragraphs[:_FIRST_LINES]) if _is_said(plain, one))
    return next(said, _FIRST_LINES)


def _is_said(plain: str, paragraph: Span) -> bool:
    """Whether a paragraph is content rather than part of the heading: a sentence that announces nothing, or a form of address."""
    line = plain[slice(*paragraph)]
    if greets(line):
        return True
    ends = line.endswith(":") or ends_sentence(plain, paragraph)
    return ends and not (len(line) <= LONGEST and may_announce(line) and announces_text(line))


def _is_speech(plain: str, said: list[Span], *, sure: bool) -> bool:
    """Whether the paragraphs use the first person often enough, and do not begin like a report."""
    if sum(_REPORTS.search(unmarked(plain, one)) is not None for one in said) * 2 > len(said):
        return False
    if said and plain[said[0].start] == '"':
        return False  # the quotation marks show where it ends
    own = sum(speaks_of_itself(plain, one) for one in said)
    if not sure:
        return len(said) >= _MANY and own * 2 > len(said)
    return (len(said) >= _FEWEST or own == len(said) == 1) and own * _NEAR >= len(said) and own > 0
