"""Checks a draft before publication: which of its sentences repeat a claim of the desk."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.extract import Options
from claimtrack.core.extract.page.sentences import paragraphs, sentences
from claimtrack.core.extract.words.reading import normalise
from claimtrack.core.model import Article, Kind
from claimtrack.core.texts.lines import Lines
from claimtrack.store import claimants
from claimtrack.store.index import derived
from claimtrack.workflow.articles.extracting import BUILT_IN
from claimtrack.workflow.draft_lookups import Part
from claimtrack.workflow.draft_repeats import SentenceCheck

if TYPE_CHECKING:
    from claimtrack.workflow.draft_repeats import Repeat, Span
    from claimtrack.workflow.draft_sharing import Helper

    SentenceRepeats = tuple[Span, list[Repeat]]


def check_draft(
    db: Database, draft: Article, *, written: str | None = None, helper: Helper | None = None
) -> Iterator[Repeat]:
    """Yield the sentences that repeat a known claim, in the order of the draft. Reads only.

    `written` is the file that the draft was read from, if its text differs: line numbers refer to it. A claim that
    somebody else repeats is the same claim. If a sentence repeats several claims, that of the speaker whom the draft names is reported,
    or the rated one. Of several conflicts with about the same score, each that differs in something else is reported. If the nearest claim
    is unrated, the nearest rated one is reported as well, if there is one. A `helper` checks some of the sentences. Raises NotExtracted.
    """
    return (
        one for _, repeats in check_sentences(db, draft, written=written, helper=helper) for one in repeats
    )


def check_sentences(
    db: Database, draft: Article, *, written: str | None = None, helper: Helper | None = None
) -> Iterator[SentenceRepeats]:
    """Yield each sentence's span and repeats, as `check_draft` does: a caller may stop when it takes too long."""
    text = draft.text or ""
    if helper:
        helper.begin(text)
    derived.refuse_damaged_index(db)
    lines = Lines(text if written is None else written, text)
    check = SentenceCheck(db, text)
    divided = list(_sentences(db, draft, text))
    found = helper.share(text, divided, check) if helper else (check(*one) for one in divided)
    for (sentence, _), repeats in zip(divided, found, strict=True):
        yield sentence, [replace(one, line=lines.of(one.start, one.end)) for one in repeats]


def _sentences(db: Database, draft: Article, text: str) -> Iterator[tuple[Span, list[Part]]]:
    """Yield each sentence with the parts to look up: the claims that `ingest` would extract, else the whole sentence."""
    reading = normalise(text)
    extracted = BUILT_IN.run(draft, Options())
    names = claimants.standing_names(db, {one.speaker for one in extracted if one.kind is not Kind.OUTLET})
    claimed = [Part(one.start, one.end, names.get(one.speaker)) for one in extracted]
    at = 0
    for block in paragraphs(reading):
        for start, end in sentences(reading, block):
            parts = []
            while at < len(claimed) and claimed[at].start < end:
                parts.append(claimed[at])
                at += 1
            if parts or end > start:
                yield (start, end), parts or [Part(start, end)]
    for part in claimed[at:]:
        yield part[:2], [part]
