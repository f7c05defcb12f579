"""A draft before it goes out: which of its sentences repeat a claim that the desk knows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.core.extract import extract
from claimtrack.core.extract.reading import plain
from claimtrack.core.extract.sentences import paragraphs, sentences
from claimtrack.core.model import Statement, Suggestion
from claimtrack.store import candidates, claims, clusters, tuning
from claimtrack.store.vocabulary import Vocabulary
from claimtrack.workflow.ledger import ledger

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from sqlite_utils import Database

    from claimtrack.core.model import Article, Comparison, Status

    Span = tuple[int, int]

# Labels of scales without numbers (other publishers', mostly) that say false in so many words.
_FALSE_NAMES = frozenset({"false", "mostly false", "fake", "incorrect", "pants on fire", "untrue", "wrong"})


@dataclass(frozen=True, slots=True)
class Repeat:
    """A sentence of a draft and the claim that it repeats, or (a conflict) repeats with a fact changed.

    `sentence` stands at `start` to `end` (code points) in line `line` of the draft, counted from 1.
    `rating` is the published verdict on the claim or on one judged the same, `rated_false` whether that
    lies below the middle of its scale. `times`, `first_seen` and `last_seen` count over all claims judged
    the same.
    """

    line: int
    start: int
    end: int
    sentence: str
    claim_id: int
    text: str
    score: float
    suggestion: Suggestion
    reasons: tuple[str, ...]
    differences: tuple[str, ...]
    status: Status
    rating: str | None
    rated_false: bool
    times: int
    first_seen: str | None
    last_seen: str | None

    @property
    def is_false_claim_again(self) -> bool:
        """Whether the sentence repeats, without a fact changed, a claim that was rated false."""
        return self.rated_false and self.suggestion is Suggestion.DUPLICATE


def check_draft(db: Database, draft: Article) -> Iterator[Repeat]:
    """The sentences that repeat a known claim, in the order of the draft. Reads only.

    Who is speaking does not count: a claim that somebody else makes again is the same claim.
    """
    text = draft.text or ""
    vocabulary, tuned = Vocabulary(db.conn), tuning.matching(db)
    for start, end in _spans(draft, text):
        found = candidates.lookup(
            db.conn,
            Statement(text[start:end]),
            thresholds=tuned.thresholds,
            weights=tuned.weights,
            vocabulary=vocabulary,
        )
        known = _best(found, tuned.thresholds.related)
        if known:
            yield _repeat(db, text, (start, end), *known)


def is_false(review: dict[str, Any] | None) -> bool:
    """Whether a review's rating lies below the middle of its scale, or says false where it has no number."""
    if review is None:
        return False
    value, worst, best = review["rating_value"], review["worst"], review["best"]
    if None in (value, worst, best):
        return review["rating"].casefold() in _FALSE_NAMES
    return bool((value - worst) / (best - worst) < 0.5)


def _spans(draft: Article, text: str) -> list[Span]:
    """What to look up: each claim that `ingest` would find, and each sentence in which it finds none."""
    spans = [(found.start, found.end) for found in extract(draft)]
    reading = plain(text)
    for block in paragraphs(reading):
        for start, end in sentences(reading, block):
            if end > start and not any(s < end and start < e for s, e in spans):
                spans.append((start, end))
    return sorted(spans)


def _best(found: list[tuple[int, Comparison]], least: float) -> tuple[int, Comparison] | None:
    """The claim repeated; else the one repeated with a fact changed; None where there is neither."""
    telling = [
        (claim_id, comparison)
        for claim_id, comparison in found
        if comparison.suggestion is not Suggestion.RELATED and comparison.score >= least
    ]
    return max(telling, key=_rank, default=None)


def _rank(known: tuple[int, Comparison]) -> tuple[bool, float]:
    return known[1].suggestion is Suggestion.DUPLICATE, known[1].score


def _repeat(db: Database, text: str, span: Span, claim_id: int, comparison: Comparison) -> Repeat:
    claim, seen = claims.get(db, claim_id), ledger(db, claim_id)
    review = clusters.verdict(db, seen["claims"])
    start, end = span
    return Repeat(
        line=text.count("\n", 0, start) + 1,
        start=start,
        end=end,
        sentence=text[start:end],
        claim_id=claim_id,
        text=claim.text,
        score=comparison.score,
        suggestion=comparison.suggestion,
        reasons=comparison.reasons,
        differences=comparison.differences,
        status=claim.status,
        rating=review["rating"] if review else None,
        rated_false=is_false(review),
        times=seen["times"],
        first_seen=seen["first_seen"],
        last_seen=seen["last_seen"],
    )
