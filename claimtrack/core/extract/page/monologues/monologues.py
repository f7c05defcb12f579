"""Which paragraphs does one person speak or write as a whole, and who is it? Speeches and statements that a heading or a sentence announces, columns, letters."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence, Sized
from itertools import chain

from claimtrack.core.expressions import expression
from claimtrack.core.extract.page.monologues.letters import find_letters
from claimtrack.core.extract.page.monologues.monologue import Author, Part, find_stretch, uses_i, uses_we_or_i
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
    is_reply,
    may_announce,
    only_named_speaker,
    speaker_in_heading,
)
from claimtrack.core.extract.page.transcripts.interviews import outside_quotations
from claimtrack.core.extract.page.transcripts.lines import ends_sentence, is_person
from claimtrack.core.extract.words.reading import Span, name_pattern
from claimtrack.core.model import Article

_REPORTS = expression(r"\b(?:said|told|says|according to)\b")
_STOPS = '.!?"'
_FIRST_LINES, _FEWEST_PARAGRAPHS, _MANY_PARAGRAPHS = 6, 2, 3
_PARAGRAPHS_PER_SELF = 3  # one paragraph in so many says "I" or "we"
_BYLINE = name_pattern(
    r"(?:[Bb]y|BY) (?P<who>[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,4}(?: (?:and|AND) [A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,4})?)(?P<office>(?:, | is | \| | - )[^\n]{3,140})?\.?(?=\n|$)"
)
_BY = ("By ", "by ", "BY ")
_NAME = name_pattern(r"[A-Z][\w.'-]*(?: [A-Z][\w.'-]*){1,3}")
_STAFF = expression(
    r"\b(?:correspondent|editor|reporter|writer|journalist|staff|news|agency|bureau)\b", re.IGNORECASE
)
_LABEL = expression(
    r"(?:(?:analysis ?/ ?)?opinion|comment(?:ary)?|op-?ed|column|guest (?:essay|column|post|opinion|commentary|contributor|view(?:point)?)|viewpoint|voices|perspectives?|my view|first person|essay|editorial)\b(?: ?[:|-] ?|$)",
    re.IGNORECASE,
)
"""Labels above an opinion piece: "Opinion"."""
_IS = expression(r" (?:is|was|has been|serves as|represents|teaches|leads|chairs|runs|co-founded|founded) ")
_WRITER = expression(r"(?:the (?:writer|author) |[^\n.]{3,60}\bauthor of )", re.IGNORECASE)
_FIRST_PARAGRAPHS, _LAST_PARAGRAPHS = 5, 4
_PARAGRAPHS_PER_I = 6  # one paragraph in so many says "I"
_CROWD = expression(r"(?:AUDIENCE(?: MEMBERS?)?|CROWD|PROTESTERS?): +")
"""The audience heard within a speech: "AUDIENCE: Four more years!"."""


def find_announced(
    plain: str, paragraphs: Sequence[Span], title: str | None
) -> Iterator[tuple[Author, range]]:
    """Map paragraph numbers to the author of the text that a heading, or a sentence within a report, announces."""
    if head := _find_headed(plain, paragraphs, title):
        yield head
    else:
        yield from _find_led_up_to(plain, paragraphs)


def _find_led_up_to(plain: str, paragraphs: Sequence[Span]) -> Iterator[tuple[Author, range]]:
    """Map paragraph numbers to the author of the text that a line above leads up to."""
    leads = list(_find_announcements(plain, paragraphs))
    ends = [*(number for number, _, _ in leads), len(paragraphs)]
    for (number, author, is_whole), end in zip(leads, ends[1:], strict=True):
        name = "" if author.words in PRONOUNS else author.words
        answers = is_reply(plain[slice(*paragraphs[number])])
        found = find_stretch(plain, paragraphs, range(number + 1, end), name, to_end=answers)
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
            yield number, author, not colon or announces_whole_text(line) or is_reply(line)


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


def find_column(plain: str, paragraphs: Sequence[Span], article: Article) -> tuple[Author, range] | None:
    """Return the author in the byline of an opinion piece and its paragraphs; None if nothing marks it as one.

    A reporter's news has a byline, too: the page says "Opinion" above, or who the writer is below, or the byline does.
    """
    author, office, first = _find_byline(plain, paragraphs, article.author)
    if author is None or _STAFF.search(office):
        return None
    top = [article.title or "", *(plain[slice(*one)] for one in paragraphs[: _FIRST_PARAGRAPHS + 1])]
    is_opinion = office or any(_LABEL.match(line) for line in top)
    if not (is_opinion or _describes_author(plain, paragraphs[-_LAST_PARAGRAPHS:], author.words)):
        return None
    found = find_stretch(plain, paragraphs, range(first, len(paragraphs)), author.words, to_end=True)
    own = sum(uses_i(plain, paragraphs[number]) for number in found)
    prose = sum(ends_sentence(plain, paragraphs[number]) for number in found)
    is_most = prose * 2 > sum(ends_sentence(plain, one) for one in paragraphs[first:])
    return (author, found) if is_most and own and own * _PARAGRAPHS_PER_I >= prose else None


def _find_byline(
    plain: str, paragraphs: Sequence[Span], page_author: str | None
) -> tuple[Author | None, str, int]:
    """Find the author, the description in the byline, and the number of the paragraph after it; without a byline, the `page_author`."""
    is_labelled = False
    for number, paragraph in enumerate(paragraphs[:_FIRST_PARAGRAPHS]):
        line = plain[slice(*paragraph)]
        if is_labelled and _NAME.fullmatch(line) and is_person(line.split()):
            return Author(line, paragraph.start), "", number + 1
        is_labelled = is_labelled or _LABEL.fullmatch(line) is not None
        if plain.startswith(_BY, paragraph.start) and (byline := _BYLINE.match(plain, *paragraph)):
            return Author(byline["who"], byline.start("who")), byline["office"] or "", number + 1
    return (Author(page_author, 0) if page_author and _NAME.fullmatch(page_author) else None), "", 0


def _describes_author(plain: str, tail: Sequence[Span], name: str) -> bool:
    """Whether the end of a page describes its author, other than as a reporter: "Ada Moor is minister of ports."."""
    for one in tail:
        text = plain[slice(*one)].lstrip("*_([- ")
        if _WRITER.match(text) or (text.startswith(name) and _IS.match(text, len(name))):
            return _STAFF.search(_WRITER.sub("", text)) is None
    return False


def find_monologues(
    plain: str, paragraphs: Sequence[Span], article: Article, lines: Sized
) -> tuple[dict[int, Part], set[int]]:
    """Map paragraph numbers to the author of the whole text they belong to, and collect the paragraphs around it that nobody says.

    A transcript, with several labelled `lines`, has no such author.
    """
    found, unsaid = find_letters(plain, paragraphs, article.title)
    if not found and len(lines) <= 1:
        opinion = find_column(plain, paragraphs, article)  # somebody else quoted in it is not the author
        announced = find_announced(plain, paragraphs, article.title)
        if opinion:
            end = opinion[1].stop
            replies = (one for one in _find_led_up_to(plain, paragraphs) if one[1].start > end)
            announced = chain([opinion], replies)
        for author, numbers in announced:
            found |= {number: _build_part(plain, paragraphs[number], author) for number in numbers}
    return found, unsaid if found else set()


def _build_part(plain: str, paragraph: Span, author: Author) -> Part:
    """Return a paragraph of a speech, in which the audience may be heard."""
    crowd = _CROWD.match(plain, *paragraph)
    return (
        Part(Author("the audience", crowd.start()), crowd.end()) if crowd else Part(author, paragraph.start)
    )
