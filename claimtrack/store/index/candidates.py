"""Finds the claims that a statement may repeat: rarest terms first, then the newest claims as they stand."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.reading.indexing import query_terms
from claimtrack.store.claims import seen_on
from claimtrack.store.index.postings import BLOCK, OTHER_WORDS, WEIGHT_UNIT, claim_terms, other_words, shares
from claimtrack.store.index.query_expansion import akin
from claimtrack.store.index.spelling import meant
from claimtrack.store.index.unindexed import few_waiting, most_alike, to_read
from claimtrack.store.index.vocabulary import Vocabulary

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Mapping, Sequence

    import numpy as np

    from claimtrack.core.model import Statement

    _Row = tuple[int, str, str | None, str | None, str | None, tuple[str, ...], tuple[str, ...]]

BUDGET = 60_000
"""Postings of the rarest terms that may bring in a claim; the commoner terms only add to its score."""
_RAREST = 4_000
"""Postings of the rarest terms that tell what a total must reach to be among the best."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that shares terms with a statement. The score only orders candidates of one look-up.

    `headlines` are those of its reviews, `quotes` the words that it was read in where it was reworded.
    """

    claim_id: int
    text: str
    claimant: str | None
    claimed_on: str | None
    seen_on: str | None
    retrieval_score: float
    headlines: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()

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
        counts = akin(conn, vocabulary, own) | meant(conn, vocabulary, statement.text, own) | own
    sought = Sought(statement.text, vocabulary.weighed(counts))
    scores = _best_scores(conn, vocabulary, sought, to_read(conn, statement.text), limit, exclude)
    return load(conn, scores)


class Sought(NamedTuple):
    """A text to find claims for, by its terms with what each weighs; those count that have a retrieval score of `at_least`."""

    text: str
    weights: Mapping[str, float]
    at_least: float = 0.0


def candidates_of_each(
    conn: sqlite3.Connection, vocabulary: Vocabulary, sought: Iterable[Sought], limit: int
) -> list[list[Candidate]]:
    """The same for each of many texts: what is found is read once for all."""
    few = few_waiting(conn)
    scored = [
        _best_scores(conn, vocabulary, one, most_alike(conn, one.text) if few is None else few, limit)
        for one in sought
    ]
    rows = _rows_by_id(conn, set().union(*scored))
    return [_candidates(rows, scores) for scores in scored]


def _best_scores(
    conn: sqlite3.Connection,
    vocabulary: Vocabulary,
    sought: Sought,
    pending: list[int],
    limit: int,
    exclude: Collection[int] = (),
) -> dict[int, float]:
    """The claims with the highest retrieval scores, the best first; the `pending` ones from their texts."""
    scores = _indexed_scores(vocabulary, sought.weights, limit + len(exclude), sought.at_least)
    for claim_id in pending:
        scores.pop(claim_id, None)
    scores.update(_tail_scores(conn, vocabulary, sought.weights, pending))
    for claim_id in exclude:
        scores.pop(claim_id, None)
    best = sorted(scores, key=lambda claim_id: (-scores[claim_id], claim_id))[:limit]
    return {claim_id: scores[claim_id] for claim_id in best if scores[claim_id] >= sought.at_least}


def _indexed_scores(
    vocabulary: Vocabulary, weights: Mapping[str, float], limit: int, at_least: float
) -> dict[int, float]:
    """BM25 over the index: the best claims that one of the rarest terms brings in."""
    import numpy as np

    claims = {t: vocabulary.claims(t) for t in weights}
    rarest_first = sorted((t for t, number in claims.items() if number), key=claims.__getitem__)
    if not rarest_first:
        return {}
    term_ids = [vocabulary.term_id(t) for t in rarest_first]
    index = vocabulary.postings(term_ids)
    totals = vocabulary.room_for_totals(len(index.blocks) * BLOCK)
    entered, begin = [], 0
    for term, term_id in zip(rarest_first, term_ids, strict=True):
        places, weighs = index.by_term[term_id]
        # A claim indexed twice stands twice here; this adds one of the two, which is enough.
        totals[places] += weighs * np.float32(weights[term] * WEIGHT_UNIT)
        if begin < BUDGET:
            entered.append(places)
        begin += len(places)
    return _best(totals, np.concatenate(entered), index.blocks, limit, at_least)


def _best(
    totals: np.ndarray, entered: np.ndarray, blocks: Sequence[int], limit: int, at_least: float
) -> dict[int, float]:
    """The highest totals among the places entered, from `at_least` on, by claim id."""
    import numpy as np

    scores = totals[entered]
    if at_least > 0:
        entered = entered[scores >= at_least]
        if not len(entered):
            return {}  # most sentences of an article
        scores = totals[entered]
    # A claim is entered once per shared term: keep enough places, then the distinct ones. How much is enough
    # is told by the rarest terms, which bring in most of the best: cheaper than to part them all.
    enough = limit * 12
    if len(scores) > enough:
        of_rarest = scores[: max(enough, _RAREST)]
        entered = entered[scores >= np.partition(of_rarest, -enough)[-enough]]
    places = np.sort(entered)  # not np.unique, which takes the numpy.ma of a tenth of a second to import
    is_first = np.ones(len(places), dtype=bool)
    np.not_equal(places[1:], places[:-1], out=is_first[1:])
    places = places[is_first]
    scores = totals[places]
    order = np.argsort(-scores, kind="stable")[:limit]
    return {
        blocks[place // BLOCK] * BLOCK + place % BLOCK: score
        for place, score in zip(places[order].tolist(), scores[order].tolist(), strict=True)
    }


def _tail_scores(
    conn: sqlite3.Connection, vocabulary: Vocabulary, weights: Mapping[str, float], ids: list[int]
) -> dict[int, float]:
    """The same BM25 for claims that the index has not taken in, from their texts as they stand."""
    scores: dict[int, float] = {}
    average = vocabulary.average or 10.0
    for claim_id, text, _, _, _, headlines, quotes in _rows(conn, ids) if ids else ():
        counts = claim_terms(text, (*headlines, *quotes))
        shared = counts.keys() & weights.keys()
        if shared:
            weighs = shares(counts, average)
            scores[claim_id] = sum(weights[term] * weighs[term] for term in shared)
    return scores


def _rows(conn: sqlite3.Connection, ids: Iterable[int]) -> Iterable[_Row]:
    """Text, claimant, dates, review headlines and quotes of claims; ids that are gone are left out."""
    rows = conn.execute(
        "select c.id, c.text, (select name from standing_claimants where id = c.claimant_id), c.claimed_on,"
        f" {seen_on('c')}, {OTHER_WORDS} from json_each(?) j join claims c on c.id = j.value",
        [json.dumps(list(ids))],
    )
    for claim_id, text, claimant, claimed_on, seen, *others in rows:
        yield claim_id, text, claimant, claimed_on, seen, *other_words(text, *others)


def load(conn: sqlite3.Connection, scores: Mapping[int, float]) -> list[Candidate]:
    """The claims with these ids and scores, as they stand; ids that are gone are left out."""
    return _candidates(_rows_by_id(conn, scores), scores)


def _rows_by_id(conn: sqlite3.Connection, ids: Collection[int]) -> dict[int, _Row]:
    return {row[0]: row for row in _rows(conn, ids)} if ids else {}


def _candidates(rows: Mapping[int, _Row], scores: Mapping[int, float]) -> list[Candidate]:
    return [
        Candidate(i, text, claimant, claimed_on, seen, score, headlines, quotes)
        for i, score in scores.items()
        if i in rows
        for _, text, claimant, claimed_on, seen, headlines, quotes in [rows[i]]
    ]
