"""Words of an article that a person marks: as a claim that the extraction missed, or as the quote of an appearance."""

from __future__ import annotations

from functools import partial
from typing import Any

from sqlite_utils import Database

from claimtrack.core.errors import InvalidSpan, InvalidValue
from claimtrack.core.model import ExtractedClaim, Kind, Statement, Status
from claimtrack.core.steps import Worded
from claimtrack.core.texts.anchor import nearest
from claimtrack.core.texts.cleaning import clean_claim, clean_line, clean_speaker
from claimtrack.store import appearances, articles, claimants, claims, speakers
from claimtrack.store.file.database import write_transaction
from claimtrack.store.history_ranges import write_step
from claimtrack.workflow.articles.proposing import Filed
from claimtrack.workflow.matching import matching
from claimtrack.workflow.matching.concurrent_additions import find_exact_repeat
from claimtrack.workflow.matching.repeating import mark_other_speakers

BY_HAND = "by hand"
"""The extractor of an appearance that a person marked."""


def move_appearance(db: Database, appearance_id: int, quote: str, *, actor: str | None) -> int:
    """Move an appearance to other words of its article; return the claim's id.

    If the words occur several times, the place nearest to the present span is taken. Raises NotFound, InvalidValue if the desk does not
    have the article's text, InvalidSpan if the text does not contain the words or they are a claim already.
    """
    with write_transaction(db, actor):
        row = appearances.get(db, appearance_id)
        move(db, row, quote)
    return int(row["claim_id"])


def move(db: Database, appearance: dict[str, Any], quote: str) -> None:
    """`move_appearance` for an appearance's row, within a write transaction."""
    article_id, was = appearance["article_id"], (appearance["span_start"], appearance["span_end"])
    start, end = _find(db, article_id, quote, was[0] or 0)
    if (start, end) != was:
        _refuse_marked(db, article_id, (start, end))
        held = articles.get(db, article_id)["text"][start:end]
        appearances.set_span(db, appearance["id"], span=(start, end), quote=held)


def mark(
    db: Database,
    article_id: int,
    quote: str,
    *,
    near: int = 0,
    text: str | None = None,
    speaker: str | None = None,
    kind: Kind | None = None,
    actor: str | None,
) -> Filed:
    """File a claim that the extraction missed, as proposed, or as another appearance of the claim that it repeats.

    `near` is the approximate position of the words (code points): if they occur several times, the nearest place is taken. As in
    `add_claim`, the look-up runs before the write lock is taken, and claims filed meanwhile are checked within it. Raises NotFound,
    InvalidValue, InvalidSpan if the article does not contain the words or they are a claim already.
    """
    newest = claims.newest_id(db)
    article = articles.get(db, article_id)
    span = _find(db, article_id, quote, near)
    held = article["text"][slice(*span)]
    name = clean_speaker(speaker or "") or None
    words = clean_claim(text or held)
    is_own_voice = name is None and kind in (None, Kind.OUTLET)
    statement = Statement(words, name, seen_on=article["published_on"], own_voice=is_own_voice)
    said = matching.with_main_name(db, statement)
    met = matching.look_up(db, said)
    elsewhere = partial(speakers.claims_only_elsewhere, db, here=[article_id])
    with write_step(db, actor) as written:
        _refuse_marked(db, article_id, span)
        known = find_exact_repeat(db, said, met, newest=newest, elsewhere=elsewhere)
        if known is not None:
            _refuse_overlap(db, article_id, span, known)
        claimant_id = claimants.get_or_add(db, name) if name else None
        claim_id = known or claims.add(db, words, claimant_id=claimant_id, status=Status.PROPOSED)
        found = _marked(held, span, name, kind, actor)
        appearances.add_extracted(
            db, found, claim_id=claim_id, article_id=article_id, claimant_id=claimant_id, extractor=BY_HAND
        )
        if known is None:
            met = list(mark_other_speakers(said, met))
            matching.suggest(db, claim_id, met)
        changes = written()
    matching.update_index(db)
    others = (match for match in matching.filter_worth_showing(db, met) if match.claim_id != claim_id)
    return Filed(found, claim_id, known is None, tuple(others), changes)


def _marked(
    held: str, span: tuple[int, int], speaker: str | None, kind: Kind | None, actor: str | None
) -> ExtractedClaim:
    """The words that a person marked, as an extracted claim."""
    return ExtractedClaim(
        text=held,
        start=span[0],
        end=span[1],
        speaker=speaker or "",
        speaker_as_written=None,
        kind=kind or Kind.OUTLET,
        kind_certain=kind is not None,
        score=1.0,
        checkworthy=True,
        reasons=(f"marked by {actor}",) if actor else (),
    )


def _find(db: Database, article_id: int, quote: str, near: int) -> tuple[int, int]:
    text = articles.get(db, article_id)["text"]
    if text is None:
        raise InvalidValue(f"the desk has no text of article {article_id}, only its address")
    span = nearest(text, quote, near)
    if span is None:
        raise InvalidSpan(
            f"the article does not contain these words: {clean_line(quote)[:80]!r}. Copy them from the article"
            + Worded("", " itself, not from a translation of the page by your browser"),
            quote,
        )
    return span


def _refuse_marked(db: Database, article_id: int, span: tuple[int, int]) -> None:
    there = appearances.find_at_span(db, article_id, span)
    if there is not None:
        claim_id = appearances.get(db, there)["claim_id"]
        raise InvalidSpan(
            f"these words are already marked as claim {claim_id}: if they contain another claim, mark only its words"
        )


def _refuse_overlap(db: Database, article_id: int, span: tuple[int, int], claim_id: int) -> None:
    """Raise InvalidSpan if the words overlap a quote of the same claim, which would count it twice."""
    for row in appearances.of_article(db, article_id):
        if (
            row["claim_id"] == claim_id
            and row["quote"]
            and row["span_start"] < span[1]
            and row["span_end"] > span[0]
        ):
            raise InvalidSpan(
                f"these words are already marked as claim {claim_id}: change the ends of its quote on its page"
            )
