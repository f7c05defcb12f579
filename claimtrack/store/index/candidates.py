"""Retrieves candidates: the claims that a statement may repeat, by its rarest terms from the index, and from claims not yet indexed."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Mapping
from itertools import accumulate
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.reading.indexing import query_terms
from claimtrack.core.model import Statement
from claimtrack.store.claims import statement_sql
from claimtrack.store.index.posting_lists import sum_by_block
from claimtrack.store.index.postings import (
    OTHER_WORDINGS_SQL,
    WEIGHT_UNIT,
    bm25_weights,
    claim_terms,
    parse_other_wordings,
)
from claimtrack.store.index.query_expansion import find_related_terms
from claimtrack.store.index.spelling import correct_spelling
from claimtrack.store.index.unindexed import find_similar_pending, list_pending_if_few, pending_to_read

if TYPE_CHECKING:
    import sqlite3

    import numpy as np

    from claimtrack.store.index.vocabulary import Vocabulary

POSTINGS_BUDGET = 60_000
"""Postings of the rarest terms that can add a candidate; commoner terms only add to scores."""


class Candidate(NamedTuple):
    """A claim that shares terms with a statement. Scores are only comparable within one look-up.

    `headlines` are those of its reviews, `quotes` its original wordings if it was reworded.
    """

    claim_id: int
    text: str
    claimant: str | None
    claimed_on: str | None
    seen_on: str | None
    headlines: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    retrieval_score: float = 0.0

    @property
    def statement(self) -> Statement:
        """The claim as the statement that the matcher compares."""
        return Statement(*self[1:5])

    @property
    def wordings(self) -> tuple[str, ...]:
        """All texts by which it is found, its own first."""
        return self.text, *self.headlines, *self.quotes


def find_candidates(
    vocabulary: Vocabulary,
    statement: Statement,
    limit: int,
    exclude: Collection[int] = (),
    *,
    own: dict[str, float] | None = None,
) -> list[Candidate]:
    """Return the claims that share the rarest terms with a statement, best first.

    With `own`, the statement's terms as weighted by `query_expansion.weigh_terms`, it is also looked up by related words
    and, if no claim has a word, by words of which it may be a misspelling.
    """
    counts = query_terms(statement)
    if own is not None:
        counts = find_related_terms(vocabulary, own) | correct_spelling(vocabulary, statement.text, own) | own
    sought = SearchText(statement.text, vocabulary.weighed(counts))
    pending = pending_to_read(vocabulary.conn, statement.text)
    return load_candidates(vocabulary.conn, _best_scores(vocabulary, sought, pending, limit, exclude))


class SearchText(NamedTuple):
    """A text to look up, the weights of its terms, and the retrieval score that a claim must have."""

    text: str
    weights: Mapping[str, float]
    at_least: float = 0.0


def find_candidates_for_each(
    vocabulary: Vocabulary, sought: Iterable[SearchText], limit: int
) -> list[list[Candidate]]:
    """Return the candidates for each of many texts; every claim found is read only once."""
    conn = vocabulary.conn
    few = list_pending_if_few(conn)
    scored = [
        _best_scores(vocabulary, one, find_similar_pending(conn, one.text) if few is None else few, limit)
        for one in sought
    ]
    found = _read(conn, set().union(*scored))
    return [_with_scores(found, scores) for scores in scored]


def _best_scores(
    vocabulary: Vocabulary,
    sought: SearchText,
    pending: list[int],
    limit: int,
    exclude: Collection[int] = (),
) -> dict[int, float]:
    """Return the claims with the highest retrieval scores, best first; `pending` claims are scored from their texts."""
    scores = _indexed_scores(vocabulary, sought.weights, limit + len(exclude), sought.at_least)
    for claim_id in pending:
        scores.pop(claim_id, None)
    scores.update(_pending_scores(vocabulary, sought.weights, pending))
    for claim_id in exclude:
        scores.pop(claim_id, None)
    best = sorted(scores, key=lambda claim_id: (-scores[claim_id], claim_id))[:limit]
    return {claim_id: scores[claim_id] for claim_id in best if scores[claim_id] >= sought.at_least}


def _indexed_scores(
    vocabulary: Vocabulary, weights: Mapping[str, float], limit: int, at_least: float
) -> dict[int, float]:
    """Return the BM25 scores of the best indexed claims that have one of the rarest terms."""
    claims = {t: vocabulary.claims(t) for t in weights}
    rarest_first = sorted((t for t, number in claims.items() if number), key=claims.__getitem__)
    if not rarest_first:
        return {}
    factors = {vocabulary.term_id(t): weights[t] * WEIGHT_UNIT for t in rarest_first}
    rarer = accumulate((claims[t] for t in rarest_first), initial=0)
    entering = {i for i, begin in zip(factors, rarer, strict=False) if begin < POSTINGS_BUDGET}
    posted, room = vocabulary.postings(factors), vocabulary.room_for_totals()
    return _best(sum_by_block(posted, factors, entering, room), limit, at_least)


def _best(found: Iterable[tuple[np.ndarray, np.ndarray]], limit: int, at_least: float) -> dict[int, float]:
    """Return the claims with the highest scores, at least `at_least`, and a few more; none for most sentences of an article."""
    import numpy as np

    claims, scores = np.empty(0, dtype=np.intp), np.empty(0, dtype=np.float32)
    # A claim is found once per shared term: keep enough entries, then make them distinct.
    enough, least = limit * 12, at_least
    for more, scored in found:
        if least > 0:
            passing = scored >= least
            more, scored = more[passing], scored[passing]
        claims, scores = np.concatenate((claims, more)), np.concatenate((scores, scored))
        if len(scores) > enough:
            least = max(least, np.partition(scores, -enough)[-enough])
            passing = scores >= least
            claims, scores = claims[passing], scores[passing]
    return dict(zip(claims.tolist(), scores.tolist(), strict=True))


def _pending_scores(vocabulary: Vocabulary, weights: Mapping[str, float], ids: list[int]) -> dict[int, float]:
    """Return the BM25 scores of claims not yet indexed, from their present texts."""
    scores: dict[int, float] = {}
    average = vocabulary.average or 10.0
    for one in _read(vocabulary.conn, ids).values():
        counts = claim_terms(one.text, (*one.headlines, *one.quotes))
        shared = counts.keys() & weights.keys()
        if shared:
            weighs = bm25_weights(counts, average)
            scores[one.claim_id] = sum(weights[term] * weighs[term] for term in shared)
    return scores


def load_candidates(conn: sqlite3.Connection, scores: Mapping[int, float]) -> list[Candidate]:
    """Return the claims with these ids and scores; deleted ones are left out."""
    return _with_scores(_read(conn, scores), scores)


def _read(conn: sqlite3.Connection, ids: Collection[int]) -> dict[int, Candidate]:
    """Return the claims by id, without a score; deleted ones are left out."""
    if not ids:
        return {}
    sql = f"select c.id, {statement_sql('c')}, {OTHER_WORDINGS_SQL} from json_each(?) j join claims c on c.id = j.value"
    rows = conn.execute(sql, [json.dumps(list(ids))])
    return {
        claim_id: Candidate(
            claim_id, text, claimant, claimed_on, seen_on, *parse_other_wordings(text, *others)
        )
        for claim_id, text, claimant, claimed_on, seen_on, *others in rows
    }


def _with_scores(found: Mapping[int, Candidate], scores: Mapping[int, float]) -> list[Candidate]:
    return [found[one]._replace(retrieval_score=score) for one, score in scores.items() if one in found]
