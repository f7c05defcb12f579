"""Which rows does a transcript yield? All sentences behind a label, but of an interviewer only the figures."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.attribution.draft import Draft
from claimtrack.core.extract.attribution.drafting import draft_statements
from claimtrack.core.extract.page.quotes import find_overlapping
from claimtrack.core.extract.page.sentences import sentences
from claimtrack.core.extract.words import vocabulary
from claimtrack.core.extract.words.reading import Span
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.context import Page
    from claimtrack.core.extract.page.transcripts.lines import Line

_FIGURE = expression(r"(?<![\d.,])(?!(?:19|20)\d\d(?![\d.,%]*\d|%))\d")  # A number that is not a bare year
_COUNTS = "|".join(sorted(vocabulary.NUMBER_WORDS | vocabulary.LARGE_NUMBERS | vocabulary.SHARES))
_IN_WORDS = expression(
    rf"\b(?:(?:{_COUNTS})(?= [a-z])|an? (?:{'|'.join(sorted(vocabulary.FRACTIONS))}) of\b)"
)
"""A quantity in words, which counts in reported statements: "a third of the catch", "three warnings"."""
_YOU_SAID = expression(
    r"\byou(?:'ve| have| had)? (?:said|told|wrote|called|claimed|argued|promised|tweeted)\b"
)
"""Words that attribute a statement to the addressee: "you said"."""
_DIRECTION = r"(?:[a-z][^)\]\n]{2,40}|[A-Z][A-Z -]{2,40}\.?|[A-Z][a-z]+(?: and [a-z]+)?\.?)"
_STAGE = expression(rf"(?:\({_DIRECTION}\)|\[{_DIRECTION}\])(?:\s+|$)")
_ARROWS = expression(r"(?:>{2,3}\s*)?")
_STOPS = tuple(".!?…\"'—-")
_WIDEST_GAP = 4  # characters: a stop, and the spaces before a stage direction


def draft_spoken(page: Page, block: Span, line: Line) -> Iterator[Draft]:
    """Draft the sentences of a labelled line."""
    for stretch in _between_stage_directions(page.plain, Span(line.start, block.end)):
        for sentence in sentences(page.plain, _without_marks(page, stretch)):
            yield Draft(sentence, Kind.DIRECT, line.name, is_labelled=True, date_span=line.date_span)


def draft_unnamed(page: Page, block: Span) -> list[Draft]:
    """Draft the sentences of a caption turn that is marked as another speaker's but names nobody."""
    start = _ARROWS.match(page.plain, *block).end()  # type: ignore[union-attr]
    return [
        Draft(sentence, Kind.DIRECT, None, is_unsourced=True, is_labelled=True)
        for stretch in _between_stage_directions(page.plain, Span(start, block.end))
        for sentence in sentences(page.plain, stretch)
    ]


def _without_marks(page: Page, words: Span) -> Span:
    """Strip the quotation marks from a turn that is one quotation as a whole."""
    at = bisect_left(page.quotes, words)
    is_quoted = at < len(page.quotes) and page.quotes[at] == words
    return Span(words.start + 1, words.end - 1) if is_quoted else words


def draft_questions(page: Page, block: Span, line: Line) -> list[Draft]:
    """Draft the figures that an interviewer puts to the guest, attributed to the source he gives: "Rents rose 12 per cent. Will you act?"

    Without any question, only what he attributes to others is a row: "The unions say 900 jobs have gone."
    """
    asks = page.plain[line.start : block.end].rstrip(" \"'").endswith("?")
    return [
        reported
        for draft in draft_spoken(page, block, line)
        if page.plain[draft.span.end - 1] != "?"
        and (_FIGURE.search(page.plain, *draft.span) or _IN_WORDS.search(page.plain, *draft.span))
        and not _YOU_SAID.search(page.plain, *draft.span)
        for reported in _draft_reported(
            page, draft, own=asks and bool(_FIGURE.search(page.plain, *draft.span))
        )
    ]


def _draft_reported(page: Page, draft: Draft, *, own: bool) -> list[Draft]:
    """Draft what a sentence of the interviewer reports of others; if it names no source, the sentence itself if it may be his `own`."""
    before = max(0, bisect_left(page.quotes, draft.span) - 1)  # the last one that may overlap the sentence
    near, _ = find_overlapping(page.quotes, draft.span, before)
    found = draft_statements(page.plain, page.hidden, draft.span, near, page.cuts)
    reported = [replace(one, is_retold=True) for one in found if one.source and not one.is_lead_in]
    return reported or ([draft] if own else [])


def _between_stage_directions(plain: str, turn: Span) -> Iterator[Span]:
    """Split a turn into its spoken stretches, without stage directions: "(laughing) No. (Applause.)"."""
    start = turn.start
    for direction in _STAGE.finditer(plain, *turn):
        at = direction.start()
        if at == turn.start or plain[max(start, at - _WIDEST_GAP) : at].rstrip().endswith(_STOPS):
            yield Span(start, at)
            start = direction.end()
    yield Span(start, turn.end)
