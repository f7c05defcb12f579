"""Finds the claims that a statement may repeat: rarest terms first, then the newest claims as they stand."""

from __future__ import annotations

import json
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
from claimtrack.store.index.vocabulary import Vocabulary

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Mapping

    import numpy as np

POSTINGS_BUDGET = 60_000
"""Postings of the rarest terms that may bring in a claim; the commoner terms only add to its score."""


class Candidate(NamedTuple):
    """A claim that shares terms with a statement. The score only orders candidates of one look-up.

    `headlines` are those of its reviews, `quotes` the words that it was read in where it was reworded.
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
        """What the matcher compares of it."""
        return Statement(*self[1:5])

    @property
    def wordings(self) -> tuple[str, ...]:
        """All words that it is found by, its own first."""
        return self.text, *self.headlines, *self.quotes


def find_candidates(
    conn: sqlite3.Connection,
    statement: Statement,
    limit: int = 50,
    exclude: Collection[int] = (),
    vocabulary: Vocabulary | None = None,
    *,
    own: dict[str, float] | None = None,
) -> list[Candidate]:
    """The claims that share the rarest terms with a statement, best first.

    `own` are the statement's terms as `query_expansion.weighed` gives them: with them it is also looked up by words
    akin to its own and, where no claim has a word, by those that it may be a misprint of.
    """
    vocabulary = vocabulary or Vocabulary(conn)
    counts = query_terms(statement)
    if own is not None:
        counts = (
            find_related_terms(conn, vocabulary, own)
            | correct_spelling(conn, vocabulary, statement.text, own)
            | own
        )
    sought = SearchText(statement.text, vocabulary.weighed(counts))
    scores = _best_scores(conn, vocabulary, sought, pending_to_read(conn, statement.text), limit, exclude)
    return load_candidates(conn, scores)


class SearchText(NamedTuple):
    """A text to find claims for, by its terms with what each weighs; those count that have a retrieval score of `at_least`."""

    text: str
    weights: Mapping[str, float]
    at_least: float = 0.0


def find_candidates_for_each(
    conn: sqlite3.Connection, vocabulary: Vocabulary, sought: Iterable[SearchText], limit: int
) -> list[list[Candidate]]:
    """The same for each of many texts: what is found is read once for all."""
    few = list_pending_if_few(conn)
    scored = [
        _best_scores(
            conn, vocabulary, one, find_similar_pending(conn, one.text) if few is None else few, limit
        )
        for one in sought
    ]
    found = _read(conn, set().union(*scored))
    return [_with_scores(found, scores) for scores in scored]


def _best_scores(
    conn: sqlite3.Connection,
    vocabulary: Vocabulary,
    sought: SearchText,
    pending: list[int],
    limit: int,
    exclude: Collection[int] = (),
) -> dict[int, float]:
    """The claims with the highest retrieval scores, the best first; the `pending` ones from their texts."""
    scores = _indexed_scores(vocabulary, sought.weights, limit + len(exclude), sought.at_least)
    for claim_id in pending:
        scores.pop(claim_id, None)
    scores.update(_pending_scores(conn, vocabulary, sought.weights, pending))
    for claim_id in exclude:
        scores.pop(claim_id, None)
    best = sorted(scores, key=lambda claim_id: (-scores[claim_id], claim_id))[:limit]
    return {claim_id: scores[claim_id] for claim_id in best if scores[claim_id] >= sought.at_least}


def _indexed_scores(
    vocabulary: Vocabulary, weights: Mapping[str, float], limit: int, at_least: float
) -> dict[int, float]:
    """BM25 over the index: the best claims that one of the rarest terms brings in."""
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
    """The claims with the highest scores, from `at_least` on, and some of the next; none for most sentences of an article."""
    import numpy as np

    claims, scores = np.empty(0, dtype=np.intp), np.empty(0, dtype=np.float32)
    # A claim is found once per shared term: keep enough of them, then the distinct ones.
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


def _pending_scores(
    conn: sqlite3.Connection, vocabulary: Vocabulary, weights: Mapping[str, float], ids: list[int]
) -> dict[int, float]:
    """The same BM25 for claims that the index has not taken in, from their texts as they stand."""
    scores: dict[int, float] = {}
    average = vocabulary.average or 10.0
    for one in _read(conn, ids).values():
        counts = claim_terms(one.text, (*one.headlines, *one.quotes))
        shared = counts.keys() & weights.keys()
        if shared:
            weighs = bm25_weights(counts, average)
            scores[one.claim_id] = sum(weights[term] * weighs[term] for term in shared)
    return scores


def load_candidates(conn: sqlite3.Connection, scores: Mapping[int, float]) -> list[Candidate]:
    """The claims with these ids and scores, as they stand; ids that are gone are left out."""
    return _with_scores(_read(conn, scores), scores)


def _read(conn: sqlite3.Connection, ids: Collection[int]) -> dict[int, Candidate]:
    """The claims by their ids, without a score; ids that are gone are left out."""
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
