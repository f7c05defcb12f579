"""Reading an article again: its claims are extracted only if that may come to anything else than the last time."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import astuple, replace
from hashlib import sha256
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.model import Article, ExtractedClaim
from claimtrack.core.texts.cleaning import clean_line
from claimtrack.store import appearances, readings
from claimtrack.store.readings import Reading
from claimtrack.workflow.articles import proposing
from claimtrack.workflow.articles.recognising import recognise

if TYPE_CHECKING:
    from claimtrack.core.extract import Options
    from claimtrack.fetch import Loaded
    from claimtrack.workflow.articles.extracting import Extractor
    from claimtrack.workflow.articles.recognising import Recognised


def find(db: Database, recognised: Recognised, options: Options, extractor: Extractor) -> Reading | None:
    """What the article's last reading came to, if another one would file nothing and count the same; else None. Reads only."""
    article_id = recognised.article_id
    changes_something = recognised.previous_id or recognised.filled or recognised.withdrawn_on
    if article_id is None or changes_something:
        return None
    return readings.find(db, article_id, _basis(db, article_id, recognised.article, options, extractor))


def is_read(db: Database, loaded: Loaded, options: Options, extractor: Extractor) -> bool:
    """Whether reading the article again would file nothing. Reads only."""
    recognised = recognise(db, loaded.article, clean_line(loaded.source) or None)
    return find(db, recognised, options, extractor) is not None


def record(
    db: Database,
    article_id: int,
    recognised: Recognised,
    found: Sequence[ExtractedClaim],
    options: Options,
    extractor: Extractor,
) -> None:
    """Record that all that was found in the article is filed, as far as it is wanted; not for a plug-in, which may find more the next time.

    Call it within the write transaction.
    """
    if not extractor.identity:
        return
    taken = proposing.covered_spans(db, article_id)
    known = sum(taken.overlap(one.start, one.end) for one in found)
    basis = _basis(db, article_id, recognised.article, options, extractor)
    readings.record(db, Reading(article_id, known, len(found) - known), basis)


def _basis(db: Database, article_id: int, article: Article, options: Options, extractor: Extractor) -> str:
    """A digest of all that decides what a reading of the article finds, and what of it is filed already.

    The threshold is none of it: it only marks claims, and those that are filed keep their marks. Nor is the language, which our rules read
    off the text.
    """
    points = None if options.points is None else sorted(options.points.items())
    spans = sorted(appearances.spans(db, article_id))
    basis = (
        extractor.identity,
        options.min_score,
        options.speaker,
        points,
        astuple(replace(article, language=None)),
        spans,
    )
    return sha256(json.dumps(basis).encode()).hexdigest()
