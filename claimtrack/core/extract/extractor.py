"""From an article to its rows: read, find who says what, resolve, score."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.core.extract import checkworthy
from claimtrack.core.extract.drafts import Draft, drafts, touching
from claimtrack.core.extract.headings import is_heading
from claimtrack.core.extract.language import looks_english
from claimtrack.core.extract.quotes import masked, quotations
from claimtrack.core.extract.reading import Span, plain
from claimtrack.core.extract.sentences import paragraphs, sentences
from claimtrack.core.extract.speakers import OUTLET, Cast, Speaker, cast_of
from claimtrack.core.model import Article, ExtractedClaim, Flag, Kind

if TYPE_CHECKING:
    from collections.abc import Mapping

EXTRACTOR = "rules-1"
"""Name and version of this extractor, to be kept with each row it proposes."""

_CONTEXT = 200
"""Characters of context kept on either side of a row."""


@dataclass(frozen=True, slots=True)
class Options:
    """How to extract. `min_score` 0..1 leaves out rows below it; `threshold` 0..1 marks check-worthy rows.

    `points` replaces the points of the features it names, so that a desk can refit them.
    """

    min_score: float = 0.0
    threshold: float = checkworthy.DEFAULT_THRESHOLD
    points: Mapping[str, int] | None = None


def extract(article: Article, options: Options = Options()) -> list[ExtractedClaim]:
    """Every claim of the article in the order of its text; pure and deterministic."""
    text = article.text or ""
    if not text.strip():
        return []
    rows = _rows(article, text, options)
    return [row for row in rows if row.score >= options.min_score]


def _rows(article: Article, text: str, options: Options) -> list[ExtractedClaim]:
    reading = plain(text)
    blocks = paragraphs(reading)
    quotes = quotations(text, reading, blocks)
    hidden = masked(reading, quotes)
    cast = cast_of(reading)
    english = looks_english(text)
    rows: list[ExtractedClaim] = []
    at = 0
    for number, block in enumerate(blocks):
        if is_heading(reading, block, title=article.title, first=number == 0):
            continue
        found: list[Draft] = []
        for sentence in sentences(reading, block):
            near, at = touching(quotes, sentence, at)
            found += drafts(text, hidden, sentence, near)
        rows += _resolved(text, found, cast, english, options)
    return rows


def _resolved(
    text: str, found: list[Draft], cast: Cast, english: bool, options: Options
) -> list[ExtractedClaim]:
    rows: list[ExtractedClaim] = []
    for number, draft in enumerate(found):
        if draft.span.end <= draft.span.start:
            continue
        if draft.kind is Kind.DIRECT and draft.source is None:
            draft.source = (
                next((d.source for d in found[number:] if d.source), None)
                if not any(d.source for d in found[:number])
                else None
            )
        written = text[draft.source.start : draft.source.end] if draft.source else None
        speaker = _speaker(draft, written, cast)
        rows.append(_row(text, draft, speaker, written, english, options))
    return rows


def _speaker(draft: Draft, written: str | None, cast: Cast) -> Speaker:
    if draft.kind is Kind.OUTLET:
        return OUTLET
    if written:
        return cast.resolve(written)
    return cast.last or OUTLET


def _row(
    text: str, draft: Draft, speaker: Speaker, written: str | None, english: bool, options: Options
) -> ExtractedClaim:
    start, end = draft.span
    score, reasons = checkworthy.score(text[start:end], options.points)
    return ExtractedClaim(
        text=text[start:end],
        start=start,
        end=end,
        speaker=speaker.name,
        speaker_as_written=written,
        kind=draft.kind,
        score=score,
        checkworthy=score >= options.threshold,
        speaker_kind=speaker.kind,
        kind_certain=draft.certain,
        reasons=reasons,
        flags=() if english else (Flag.NON_ENGLISH,),
        context_before=text[max(0, start - _CONTEXT) : start],
        context_after=text[end : end + _CONTEXT],
    )


__all__ = ["EXTRACTOR", "Options", "Span", "extract"]
