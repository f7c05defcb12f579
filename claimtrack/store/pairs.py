"""Finds pairs of claims on the desk that may be the same, over the whole database at once.

Comparing all pairs of 100,000 claims takes minutes to hours. Two claims that say the same share two of
their rarest terms nearly always, so only claims with such a pair of terms in common are compared.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match import DEFAULT_THRESHOLDS, Thresholds, compare
from claimtrack.core.match.reading import index_terms
from claimtrack.core.model import Statement, Suggestion
from claimtrack.store.vocabulary import Vocabulary

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator, Mapping

    from claimtrack.core.model import Comparison

PREFIX = 5
"""The rarest terms of a claim that make its keys: more finds more and takes longer."""
CROWD = 60
"""Earlier claims under one key that are compared; a key with more says too little, and the newest go first."""
SHARED = 0.5
"""The part of the smaller claim's terms that two claims must share before they are compared in full."""


class FoundPair(NamedTuple):
    """Two claims, the lower id first, and what the matcher makes of them."""

    left_id: int
    right_id: int
    comparison: Comparison


def find_pairs(
    conn: sqlite3.Connection,
    min_score: float = DEFAULT_THRESHOLDS.duplicate,
    after: int = 0,
    thresholds: Thresholds = DEFAULT_THRESHOLDS,
    weights: Mapping[str, float] | None = None,
    progress: Callable[[int], object] | None = None,
) -> Iterator[FoundPair]:
    """Pairs of claims that score `min_score` or more, or are in conflict, in the order of the higher id.

    To go on after a break, pass the highest id that was done as `after`: pairs among lower ids are not
    given again. `progress` is called with each claim's id when its pairs are given.
    """
    vocabulary = Vocabulary(conn)
    texts: dict[int, Statement] = {}
    terms: dict[int, frozenset[str]] = {}
    keyed: defaultdict[tuple[str, str], list[int]] = defaultdict(list)
    rows = conn.execute(
        "select c.id, c.text, p.name, c.claimed_on from claims c left join claimants p on p.id = c.claimant_id order by c.id"
    )
    for claim_id, text, claimant, claimed_on in rows:
        texts[claim_id] = Statement(text, claimant, claimed_on)
        terms[claim_id] = frozenset(index_terms(text))
        keys = _keys(terms[claim_id], vocabulary)
        if claim_id > after:
            for other in _others(claim_id, keys, keyed, terms):
                found = compare(texts[other], texts[claim_id], vocabulary.rarity, thresholds, weights)
                if found.score >= min_score or found.suggestion is Suggestion.CONFLICT:
                    yield FoundPair(other, claim_id, found)
            if progress:
                progress(claim_id)
        for key in keys:
            keyed[key].append(claim_id)


def _keys(terms: frozenset[str], vocabulary: Vocabulary) -> list[tuple[str, str]]:
    """Each pair of a claim's rarest terms; its one term twice, where it has no other."""
    rarest = sorted(terms, key=lambda term: (-vocabulary.rarity(term), term))[:PREFIX]
    if len(rarest) == 1:
        return [(rarest[0], rarest[0])]
    return [(min(pair), max(pair)) for pair in combinations(rarest, 2)]


def _others(
    claim_id: int,
    keys: list[tuple[str, str]],
    keyed: Mapping[tuple[str, str], list[int]],
    terms: Mapping[int, frozenset[str]],
) -> list[int]:
    """The earlier claims with a key and enough terms in common."""
    ours = terms[claim_id]
    near = {other for key in keys if key in keyed for other in keyed[key][-CROWD:]}
    return sorted(o for o in near if len(ours & terms[o]) >= SHARED * min(len(ours), len(terms[o])))
