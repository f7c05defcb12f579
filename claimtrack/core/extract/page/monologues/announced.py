"""Which speeches, statements and letters does a heading or a sentence announce, and where do they end?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.monologues.monologue import Author, find_stretch, uses_we_or_i
from claimtrack.core.extract.page.monologues.wordings import (
    LONGEST,
    PRONOUNS,
    Line,
    announces_text,
    announces_whole_text,
    author_in_heading,
    author_in_lead,
    author_of_announced_text,
    is_greeting,
    may_announce,
    only_named_speaker,
    speaker_in_heading,
)
from claimtrack.core.extract.page.transcripts.interviews import outside_quotations
from claimtrack.core.extract.page.transcripts.lines import ends_sentence

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.core.extract.words.reading import Span

_REPORTS = expression(r"\b(?:said|told|says|according to)\b")
_STOPS = '.!?"'
_FIRST_LINES, _FEWEST_PARAGRAPHS, _MANY_PARAGRAPHS = 6, 2, 3
_PARAGRAPHS_PER_SELF = 3  # one paragraph in so many says "I" or "we"


def find_announced(
    plain: str, paragraphs: Sequence[Span], title: str | None
) -> Iterator[tuple[Author, range]]:
    """Map paragraph numbers to the author of the text that a heading, or a sentence within a report, announces."""
    if head := _find_headed(plain, paragraphs, title):
        yield head
        return
    leads = list(_find_announcements(plain, paragraphs))
    ends = [*(number for number, _, _ in leads), len(paragraphs)]
    for (number, author, is_whole), end in zip(leads, ends[1:], strict=True):
        name = "" if author.words in PRONOUNS else author.words
        found = find_stretch(plain, paragraphs, range(number + 1, end), name, to_end=False)
        if not is_whole:
            found = _take_first_person(plain, paragraphs, found)
        content = [paragraphs[at] for at in found if ends_sentence(plain, paragraphs[at])]
        if any(uses_we_or_i(plain, one) for one in content[:_FEWEST_PARAGRAPHS]):
            yield author, found


def _find_announcements(plain: str, paragraphs: Sequence[Span]) -> Iterator[tuple[int, Author, bool]]:
    """Yield each paragraph that announces a text: its number, the author, and whether it says that the text is complete."""
    for number, paragraph in enumerate(paragraphs[:-1]):
        if plain[paragraph.end - 1] in _STOPS or paragraph.end - paragraph.start > LONGEST:
            continue
        line = plain[slice(*paragraph)]
        colon = line.endswith(":")
        if not (colon or may_announce(line)):
            continue
        if author := (
            author_in_lead(line, paragraph.start) if colon else author_in_heading(line, paragraph.start)
        ):
            yield number, author, not colon or announces_whole_text(line)


def _take_first_person(plain: str, paragraphs: Sequence[Span], numbers: range) -> range:
    """Return the leading paragraphs in the first person: nothing else marks where the author's text ends."""
    other = (n for n in numbers if not uses_we_or_i(plain, paragraphs[n]))
    return range(numbers.start, next(other, numbers.stop))


def _find_headed(plain: str, paragraphs: Sequence[Span], title: str | None) -> tuple[Author, range] | None:
    """Return the same for a heading or first sentence that announces everything that follows."""
    begins = _skip_heading(plain, paragraphs)
    top = (Line(plain[slice(*one)], one.start, number) for number, one in enumerate(paragraphs[:begins]))
    lines = [line for line in (Line(title or "", 0, -1), *top) if 0 < len(line.text) <= LONGEST]
    if not any(may_announce(line.text) for line in lines):
        return None
    opening = "".join(plain[slice(*one)] for one in paragraphs[begins : begins + 1])
    sure = list(author_of_announced_text(lines, opening)) or list(only_named_speaker(lines))
    for author, number in sure or speaker_in_heading(lines):
        numbers = range(max(begins, number + 1), len(paragraphs))
        found = find_stretch(plain, paragraphs, numbers, author.words, to_end=True)
        is_most = len(found) * 2 > len(
            numbers
        )  # else a report starts before it names the author of the speech
        if is_most and _is_speech(plain, [paragraphs[n] for n in found], sure=bool(sure)):
            return author, found
    return None


def _skip_heading(plain: str, paragraphs: Sequence[Span]) -> int:
    """Return the number of the first paragraph after the heading and any announcing sentence."""
    content = (n for n, one in enumerate(paragraphs[:_FIRST_LINES]) if _is_content(plain, one))
    return next(content, _FIRST_LINES)


def _is_content(plain: str, paragraph: Span) -> bool:
    """Whether a paragraph is content rather than part of the heading: a sentence that announces nothing, or a form of address."""
    line = plain[slice(*paragraph)]
    if is_greeting(line):
        return True
    ends = line.endswith(":") or ends_sentence(plain, paragraph)
    return ends and not (len(line) <= LONGEST and may_announce(line) and announces_text(line))


def _is_speech(plain: str, content: list[Span], *, sure: bool) -> bool:
    """Whether the paragraphs use the first person often enough, and do not begin like a report."""
    if sum(_REPORTS.search(outside_quotations(plain, one)) is not None for one in content) * 2 > len(content):
        return False
    if content and plain[content[0].start] == '"':
        return False  # the quotation marks show where it ends
    own = sum(uses_we_or_i(plain, one) for one in content)
    if not sure:
        return len(content) >= _MANY_PARAGRAPHS and own * 2 > len(content)
    return (
        (len(content) >= _FEWEST_PARAGRAPHS or own == len(content) == 1)
        and own * _PARAGRAPHS_PER_SELF >= len(content)
        and own > 0
    )
