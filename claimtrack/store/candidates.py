"""Finds the claims that a statement may repeat: rarest terms first, then the newest claims as they stand."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.core.errors import DatabaseError
from claimtrack.core.match import DEFAULT_THRESHOLDS, Thresholds, compare
from claimtrack.core.match.meaning import in_order, with_meaning
from claimtrack.core.match.ranking import Retrieved, rank
from claimtrack.core.match.reading import query_terms, read
from claimtrack.core.model import Statement
from claimtrack.store.errors import REPAIR
from claimtrack.store.postings import BLOCK, WEIGHT_UNIT, claim_terms, share
from claimtrack.store.spelling import meant
from claimtrack.store.vocabulary import Vocabulary

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterable, Mapping, Sequence

    import numpy as np

    from claimtrack.core.model import Comparison
    from claimtrack.store.nearness import Nearness

BUDGET = 60_000
"""Postings of the rarest terms that may bring in a claim; the commoner terms only add to its score."""
RANKED = 20
"""Candidates that are ranked at least, and three for each hit asked for; the hits are compared in full."""
_FEW = 5
_NEAR = 0.4
"""Of the score that the statement's own words would reach: below it nothing is taken for a repeat."""
TAIL = 500
"""Waiting claims that are read one by one; of more than that, full-text search picks some."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A claim that shares terms with a statement. The score only orders candidates of one look-up."""

    claim_id: int
    text: str
    claimant: str | None
    claimed_on: str | None
    retrieval_score: float
    headlines: tuple[str, ...] = ()


def find_candidates(
    conn: sqlite3.Connection,
    statement: Statement,
    limit: int = 50,
    exclude: Collection[int] = (),
    vocabulary: Vocabulary | None = None,
    *,
    misprints: bool = True,
) -> list[Candidate]:
    """The claims that share the rarest terms with a statement, best first.

    With `misprints`, a term that no claim has is also looked up as the terms it may be a misprint of.
    """
    vocabulary = vocabulary or Vocabulary(conn)
    counts = query_terms(statement)
    if misprints:
        counts |= meant(conn, vocabulary, statement.text, counts)
    vocabulary.learn(counts)
    weights = {term: count * vocabulary.rarity(term) for term, count in counts.items()}
    scores = _indexed_scores(conn, vocabulary, weights, limit + len(exclude))
    pending = _pending_ids(conn, weights)
    for claim_id in pending:
        scores.pop(claim_id, None)
    scores.update(_tail_scores(conn, vocabulary, weights, pending))
    for claim_id in exclude:
        scores.pop(claim_id, None)
    best = sorted(scores, key=lambda claim_id: (-scores[claim_id], claim_id))[:limit]
    return _load(conn, best, scores)


def _indexed_scores(
    conn: sqlite3.Connection, vocabulary: Vocabulary, weights: dict[str, float], limit: int
) -> dict[int, float]:
    """BM25 over the index: the best claims that one of the rarest terms brings in."""
    import numpy as np

    known = sorted((t for t in weights if vocabulary.term_id(t)), key=vocabulary.claims)
    if not known:
        return {}
    postings = [_postings(conn, vocabulary.term_id(term)) for term in known]
    blocks = sorted({block for rows in postings for block, _, _ in rows})
    place = {block: at * BLOCK for at, block in enumerate(blocks)}
    totals = np.zeros(len(blocks) * BLOCK, dtype=np.float32)
    entered: list[np.ndarray] = []
    seen = 0
    for term, rows in zip(known, postings, strict=True):
        factor = np.float32(weights[term] * WEIGHT_UNIT)
        for block, offsets, shares in rows:
            at = np.frombuffer(offsets, dtype="<u2").astype(np.int64) + place[block]
            # A claim indexed twice stands twice here; this adds one of the two, which is enough.
            totals[at] += np.frombuffer(shares, dtype=np.uint8) * factor
            if seen < BUDGET or not entered:
                entered.append(at)
        seen += vocabulary.claims(term)
    return _best(totals, np.concatenate(entered), blocks, limit)


def _postings(conn: sqlite3.Connection, term_id: int) -> list[tuple[int, bytes, bytes]]:
    rows = conn.execute(
        "select block, offsets, weights from match_postings where term_id = ?", [term_id]
    ).fetchall()
    if not rows or any(len(offsets) != 2 * len(weights) for _, offsets, weights in rows):
        raise DatabaseError(f"the match index is damaged: {REPAIR}")
    return rows


def _best(totals: np.ndarray, entered: np.ndarray, blocks: Sequence[int], limit: int) -> dict[int, float]:
    """The highest totals among the places entered, by claim id."""
    import numpy as np

    scores = totals[entered]
    # A claim is entered once per shared term: take enough places, then keep distinct ones.
    enough = limit * 12
    if len(scores) > enough:
        entered = entered[np.argpartition(-scores, enough)[:enough]]
    places = np.unique(entered)
    scores = totals[places]
    order = np.argsort(-scores, kind="stable")[:limit]
    return {
        blocks[place // BLOCK] * BLOCK + place % BLOCK: score
        for place, score in zip(places[order].tolist(), scores[order].tolist(), strict=True)
    }


def _pending_ids(conn: sqlite3.Connection, terms: Iterable[str]) -> list[int]:
    """The changed claims to read: all, or where too many wait, those that full-text search puts first."""
    ids = [row[0] for row in conn.execute("select claim_id from match_pending limit ?", [TAIL + 1])]
    if len(ids) <= TAIL:
        return ids
    words = " OR ".join(f'"{term}"' for term in terms if term.isalnum())
    if not words:
        return ids[:TAIL]
    rows = conn.execute(
        "select f.rowid from claims_fts f where claims_fts match ?"
        " and f.rowid in (select claim_id from match_pending) order by rank limit ?",
        [words, TAIL],
    )
    return [row[0] for row in rows]


def _tail_scores(
    conn: sqlite3.Connection, vocabulary: Vocabulary, weights: dict[str, float], ids: list[int]
) -> dict[int, float]:
    """The same BM25 for claims that the index has not taken in, from their texts as they stand."""
    scores: dict[int, float] = {}
    average = vocabulary.average or 10.0
    for claim_id, text, _, _, headlines in _rows(conn, ids):
        counts = claim_terms(text, headlines)
        shared = counts.keys() & weights.keys()
        if shared:
            length = counts.total()
            scores[claim_id] = sum(weights[t] * share(counts[t], length, average) for t in shared)
    return scores


def _rows(
    conn: sqlite3.Connection, ids: Sequence[int]
) -> Iterable[tuple[int, str, str | None, str | None, tuple[str, ...]]]:
    """Text, claimant, date and review headlines of claims; ids that are gone are left out."""
    rows = conn.execute(
        "select c.id, c.text, p.name, c.claimed_on,"
        " (select json_group_array(r.headline) from reviews r where r.claim_id = c.id and r.headline is not null)"
        " from json_each(?) j join claims c on c.id = j.value left join claimants p on p.id = c.claimant_id",
        [json.dumps(list(ids))],
    )
    for claim_id, text, claimant, claimed_on, headlines in rows:
        yield claim_id, text, claimant, claimed_on, tuple(json.loads(headlines))


def _load(conn: sqlite3.Connection, ids: Sequence[int], scores: dict[int, float]) -> list[Candidate]:
    rows = {row[0]: row for row in _rows(conn, ids)}
    return [
        Candidate(i, text, claimant, claimed_on, scores[i], headlines)
        for i in ids
        if i in rows
        for _, text, claimant, claimed_on, headlines in [rows[i]]
    ]


def lookup(
    conn: sqlite3.Connection,
    statement: Statement,
    limit: int = 5,
    exclude: Collection[int] = (),
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
    weights: Mapping[str, float] | None = None,
    vocabulary: Vocabulary | None = None,
    nearness: Nearness | None = None,
) -> list[tuple[int, Comparison]]:
    """The claims a statement may repeat, best first, each with its comparison.

    The order is the ranking's, not the score's: a conflict keeps its place. Exact repeats come first.
    With `nearness`, claims near in meaning are found as well and help to order.
    Pass one `Vocabulary` to many look-ups on the same state of the desk to save reading it again.
    """
    vocabulary = vocabulary or Vocabulary(conn)
    found = find_candidates(conn, statement, max(3 * limit, RANKED), exclude, vocabulary)
    cosines = nearness.to(statement.text, [c.claim_id for c in found], RANKED, exclude) if nearness else {}
    ranked = _ranked(statement, _with_nearest(conn, found, cosines), vocabulary)
    if cosines:
        places = {c.claim_id: c for c in ranked}
        ranked = [places[one] for one in in_order(list(places), cosines) if one in places]
    hits = [(c, _compared(statement, c, vocabulary, thresholds, weights)) for c in ranked[:limit]]
    if nearness and cosines:
        hits = [
            (c, with_meaning(one, cosines.get(c.claim_id, 0.0), nearness.near, thresholds.related))
            for c, one in hits
        ]
    hits.sort(key=lambda hit: hit[1].score < 1)
    return [(c.claim_id, comparison) for c, comparison in hits]


def likely_repeats(
    conn: sqlite3.Connection,
    statement: Statement,
    vocabulary: Vocabulary,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
    weights: Mapping[str, float] | None = None,
) -> list[tuple[int, Comparison]]:
    """The few claims that share most of the statement's rare words, each with its comparison.

    For reading in thousands of sentences, most of which repeat nothing: four times as fast as
    `lookup`, because only what could be the same claim is ranked and compared. A rewording that
    shares few words is not found here.
    """
    found = find_candidates(conn, statement, _FEW, vocabulary=vocabulary, misprints=False)
    own = _own_score(statement, vocabulary)
    near = [one for one in found if one.retrieval_score >= _NEAR * own]
    return [(one.claim_id, _compared(statement, one, vocabulary, thresholds, weights)) for one in near]


def _own_score(statement: Statement, vocabulary: Vocabulary) -> float:
    """What a claim in the statement's very words would score."""
    counts = claim_terms(statement.text)
    average = vocabulary.average or 10.0
    return sum(
        vocabulary.rarity(term) * share(count, counts.total(), average) for term, count in counts.items()
    )


def _ranked(statement: Statement, found: list[Candidate], vocabulary: Vocabulary) -> list[Candidate]:
    wordings = [(c.text, *c.headlines) for c in found]
    vocabulary.learn(term for texts in wordings for text in texts for term in read(text).terms)
    retrieved = [
        Retrieved(texts, c.retrieval_score, c.claimant, c.claimed_on)
        for texts, c in zip(wordings, found, strict=True)
    ]
    scores = rank(statement, query_terms(statement), retrieved, vocabulary.rarity)
    order = sorted(range(len(found)), key=lambda at: -scores[at])
    return [found[at] for at in order]


def _with_nearest(
    conn: sqlite3.Connection, found: list[Candidate], cosines: Mapping[int, float]
) -> list[Candidate]:
    """The candidates that words found, and those near in meaning that they did not."""
    others = list(cosines.keys() - {c.claim_id for c in found})
    return [*found, *_load(conn, others, dict.fromkeys(others, 0.0))] if others else found


def _compared(
    statement: Statement,
    candidate: Candidate,
    vocabulary: Vocabulary,
    thresholds: Thresholds,
    weights: Mapping[str, float] | None,
) -> Comparison:
    claim = Statement(candidate.text, candidate.claimant, candidate.claimed_on)
    return compare(statement, claim, vocabulary.rarity, thresholds, weights)
