"""How do drafts become the rows that a reader gets? They are scored, flagged, dated and tagged."""

from __future__ import annotations

from functools import partial
from itertools import takewhile
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.extract import checkworthy
from claimtrack.core.extract.checkworthy.sentence import Sentence
from claimtrack.core.extract.dates import find_day, may_hold_day, split_context
from claimtrack.core.extract.flags import collect_flags
from claimtrack.core.extract.full_names import expand_names
from claimtrack.core.extract.speakers.truecasing import truecase_name
from claimtrack.core.extract.tags import extract_tags
from claimtrack.core.extract.words.reading import Span
from claimtrack.core.model import CONTEXT, ClaimantKind, ExtractedClaim

if TYPE_CHECKING:
    from claimtrack.core.extract.attribution.draft import Draft
    from claimtrack.core.extract.context import Page
    from claimtrack.core.extract.options import Options
    from claimtrack.core.extract.speakers.cast.namesakes import Namesakes
    from claimtrack.core.extract.voices import Voice

_PERSON = ClaimantKind.PERSON

_MOST_BESIDE = 8  # rows of one sentence that are examined on either side of a row


class PendingRow(NamedTuple):
    """A row before it is built: its draft and speaker, the drafts of its paragraph, and its index among them."""

    draft: Draft
    voice: Voice
    found: list[Draft]
    number: int


def build_rows(
    page: Page, pending: list[PendingRow], namesakes: Namesakes, paragraphs: int, options: Options
) -> list[ExtractedClaim]:
    """Build the rows of an article, one step for all rows at a time, which is faster than row by row."""
    read = [
        Sentence(page.plain[slice(*one.draft.span)], one.draft.kind, one.voice.speaker.kind)
        for one in pending
    ]
    scores = checkworthy.score_together(options.track_progress(read, 2, paragraphs), options.points)
    people = {one.voice.speaker.name for one in pending if one.voice.speaker.kind is _PERSON}
    tags = expand_names([extract_tags(sentence) for sentence in read], people, page.plain)
    heard = options.track_progress(pending, 3, paragraphs)
    return list(map(partial(_build_row, page, namesakes, options), heard, read, scores, tags))


def _build_row(
    page: Page,
    namesakes: Namesakes,
    options: Options,
    pending: PendingRow,
    sentence: Sentence,
    worth: tuple[float, tuple[str, ...]],
    tags: tuple[str, ...],
) -> ExtractedClaim:
    """Build a row from its draft, speaker, score and tags."""
    draft, voice, found, number = pending
    start, end = draft.span
    score, reasons = worth
    return ExtractedClaim(
        text=page.text[start:end],
        start=start,
        end=end,
        speaker=truecase_name(voice.speaker, page.plain),
        speaker_as_written=voice.written.upper() if voice.written and page.shouted else voice.written,
        kind=draft.kind,
        score=score,
        checkworthy=score >= options.threshold,
        speaker_kind=voice.speaker.kind,
        kind_certain=draft.kind_certain,
        reasons=reasons,
        flags=collect_flags(page, namesakes, draft, voice, sentence),
        context_before=page.text[max(0, start - CONTEXT) : start],
        context_after=page.text[end : end + CONTEXT],
        claimed_on=_find_row_day(page, draft, found, number),
        tags=tags,
    )


def _find_row_day(page: Page, draft: Draft, found: list[Draft], number: int) -> str | None:
    """Find the day named around an attributed claim, next to its verb or else before that."""
    if draft.date_span is not None:
        return find_day(page.hidden[slice(*draft.date_span)], page.published_on)
    if draft.source is None or draft.sentence is None:
        return None
    if not may_hold_day(page.hidden, draft.sentence, draft.span, draft.source):
        return None
    before = takewhile(
        lambda one: one.sentence == draft.sentence, reversed(found[max(0, number - _MOST_BESIDE) : number])
    )
    after = takewhile(
        lambda one: one.sentence == draft.sentence, found[number + 1 : number + 1 + _MOST_BESIDE]
    )
    others = [_claim_and_source_spans(one, draft.source) for one in (*before, *after)]
    near, lead = split_context(page.hidden, draft.sentence, draft.span, draft.source, others)
    return find_day(near, page.published_on) or find_day(lead, page.published_on)


def _claim_and_source_spans(draft: Draft, source: Span) -> Span:
    """Return the span of a draft, and the span of the source where that is another."""
    if draft.source is None or draft.source == source:
        return draft.span
    return Span(min(draft.span.start, draft.source.start), draft.span.end)
