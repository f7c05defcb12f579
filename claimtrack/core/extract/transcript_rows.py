"""The rows of a transcript: what stands behind a label, and of whoever asks the figures alone."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.attribution.draft import Draft
from claimtrack.core.extract.attribution.drafting import draft_statements
from claimtrack.core.extract.page.quotes import touching
from claimtrack.core.extract.page.sentences import sentences
from claimtrack.core.extract.words import vocabulary
from claimtrack.core.extract.words.reading import Span
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.extract.context import Page
    from claimtrack.core.extract.page.transcripts.lines import Line

_FIGURE = expression(r"(?<![\d.,])(?!(?:19|20)\d\d(?![\d.,%]*\d|%))\d")  # A figure, not a mere year
_COUNTS = "|".join(sorted(vocabulary.NUMBER_WORDS | vocabulary.LARGE_NUMBERS | vocabulary.SHARES))
_IN_WORDS = expression(
    rf"\b(?:(?:{_COUNTS})(?= [a-z])|an? (?:{'|'.join(sorted(vocabulary.FRACTIONS))}) of\b)"
)
"""A figure in words, which counts in what others are told to have said: "a third of the catch", "three warnings"."""
_YOU_SAID = expression(
    r"\byou(?:'ve| have| had)? (?:said|told|wrote|called|claimed|argued|promised|tweeted)\b"
)
"""What is put to somebody as his own words."""
_DIRECTION = r"(?:[a-z][^)\]\n]{2,40}|[A-Z][A-Z -]{2,40}\.?|[A-Z][a-z]+(?: and [a-z]+)?\.?)"
_STAGE = expression(rf"(?:\({_DIRECTION}\)|\[{_DIRECTION}\])(?:\s+|$)")
_ARROWS = expression(r"(?:>{2,3}\s*)?")
_STOPS = tuple(".!?…\"'—-")


def spoken(page: Page, block: Span, line: Line) -> Iterator[Draft]:
    """The sentences of a labelled line."""
    for stretch in _between_stage_directions(page.plain, Span(line.start, block.end)):
        for sentence in sentences(page.plain, _without_marks(page, stretch)):
            yield Draft(sentence, Kind.DIRECT, line.name, labelled=True, dated=line.dated)


def unnamed(page: Page, block: Span) -> list[Draft]:
    """The sentences of a turn of captions that mark who else speaks and name nobody."""
    start = _ARROWS.match(page.plain, *block).end()  # type: ignore[union-attr]
    return [
        Draft(sentence, Kind.DIRECT, None, unsourced=True, labelled=True)
        for stretch in _between_stage_directions(page.plain, Span(start, block.end))
        for sentence in sentences(page.plain, stretch)
    ]


def _without_marks(page: Page, words: Span) -> Span:
    """The words of a turn without the marks around them, where all of it is one quotation."""
    at = bisect_left(page.quotes, words)
    is_quoted = at < len(page.quotes) and page.quotes[at] == words
    return Span(words.start + 1, words.end - 1) if is_quoted else words


def asked(page: Page, block: Span, line: Line) -> list[Draft]:
    """The figures that whoever asks puts to the other: "Rents rose 12 per cent. Will you act?"; of whom he tells them, theirs.

    Behind no question at all only those are rows that he tells of others: "The unions say 900 jobs have gone."
    """
    asks = page.plain[line.start : block.end].rstrip(" \"'").endswith("?")
    return [
        told
        for draft in spoken(page, block, line)
        if page.plain[draft.span.end - 1] != "?"
        and (_FIGURE.search(page.plain, *draft.span) or _IN_WORDS.search(page.plain, *draft.span))
        and not _YOU_SAID.search(page.plain, *draft.span)
        for told in _reported(page, draft, own=asks and bool(_FIGURE.search(page.plain, *draft.span)))
    ]


def _reported(page: Page, draft: Draft, *, own: bool) -> list[Draft]:
    """What others are told to have said in a sentence of whoever asks; where nobody else is named, the sentence if it may be his `own`."""
    before = max(0, bisect_left(page.quotes, draft.span) - 1)  # the last that may reach into the sentence
    near, _ = touching(page.quotes, draft.span, before)
    found = draft_statements(page.plain, page.hidden, draft.span, near, page.cuts)
    told = [replace(one, is_retold=True) for one in found if one.source and not one.is_lead_in]
    return told or ([draft] if own else [])


def _between_stage_directions(plain: str, turn: Span) -> Iterator[Span]:
    """The stretches of a turn that are spoken, without what the speaker does: "(laughing) No. (Applause.)"."""
    start = turn.start
    for direction in _STAGE.finditer(plain, *turn):
        at = direction.start()
        if at == turn.start or plain[max(start, at - 2) : at].rstrip().endswith(_STOPS):
            yield Span(start, at)
            start = direction.end()
    yield Span(start, turn.end)
