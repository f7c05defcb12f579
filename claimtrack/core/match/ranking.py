"""The order of candidates: a ranking score, which is not the probability of being the same claim.

A look-up asks "which claims is this about", often with a text longer than the claim; whether the two are the same is decided in
score.py. The features here are cheap, for dozens of candidates per look-up.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.passages import passage_overlap, shorter_first
from claimtrack.core.match.reading.reading import read
from claimtrack.core.match.words.hypernyms import RELATED_STEMS
from claimtrack.core.match.words.synonyms import senses, stems_in_group
from claimtrack.core.model import Statement

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


class Retrieved(NamedTuple):
    """A candidate for ranking: its wordings (text, then review headlines) and its retrieval score."""

    wordings: Sequence[str]
    retrieval_score: float
    claimant: str | None = None
    claimed_on: str | None = None


def rank(
    query: Statement,
    counts: Mapping[str, float],
    candidates: Sequence[Retrieved],
    rarity: Callable[[str], float],
) -> list[float]:
    """The ranking score of each candidate; only its order within this look-up means anything.

    `counts` are the query's terms with their weights, as `query_terms` gives them.
    """
    if not candidates:
        return []
    rows = _feature_rows(_Query(query, counts, rarity), candidates)
    return [sum(w * v for w, v in zip(WEIGHTS.values(), row, strict=True)) for row in rows]


def _feature_rows(asked: _Query, candidates: Sequence[Retrieved]) -> list[list[float]]:
    """The ranking features of each candidate, in the order of WEIGHTS."""
    best = max(c.retrieval_score for c in candidates) or 1.0
    support = _support(candidates)
    found = []
    for candidate in candidates:
        wordings = [_lexical_features(asked, read(text)) for text in candidate.wordings]
        lexical = max(wordings, key=lambda row: row[0])
        nonlexical = [
            math.log1p(candidate.retrieval_score),
            candidate.retrieval_score / best,
            support.get(candidate.claimant, 0.0),
            same_claimant(asked.claimant, candidate.claimant),
            date_closeness(asked.claimed_on, candidate.claimed_on),
        ]
        found.append([*lexical, *nonlexical])
    return found


def _support(candidates: Sequence[Retrieved]) -> dict[str | None, float]:
    """Each claimant's share of all retrieval scores: a look-up with many claims by one speaker is probably theirs."""
    total = sum(c.retrieval_score for c in candidates) or 1.0
    part: dict[str | None, float] = {}
    for c in candidates:
        if c.claimant:
            part[c.claimant] = part.get(c.claimant, 0.0) + c.retrieval_score / total
    return part


def same_claimant(a: str | None, b: str | None) -> float:
    """1 where two names may be one person's, because they share their last word, else 0."""
    if not a or not b:
        return 0.0
    ours, theirs = read(a).sequence, read(b).sequence
    return float(bool(ours and theirs) and (ours[-1] in theirs or theirs[-1] in ours))


def date_closeness(a: str | None, b: str | None) -> float:
    """How close two ISO dates are: 1 on the same day, 0 from ten years on or where one is unknown."""
    if not a or not b:
        return 0.0
    try:
        days = abs((date.fromisoformat(a) - date.fromisoformat(b)).days)
    except ValueError:
        return 0.0
    return max(0.0, 1 - math.log1p(days) / math.log1p(3650))


class _Query:
    """The query's side of the features, computed once."""

    def __init__(self, query: Statement, counts: Mapping[str, float], rarity: Callable[[str], float]) -> None:
        reading = read(query.text)
        self.counts, self.rarity = counts, rarity
        self.claimant = query.claimant or reading.signed_by
        self.claimed_on = query.claimed_on or reading.signed_on
        self.sequence = reading.sequence
        self.joined = " ".join(reading.words)
        self.pairs = set(pairwise(self.sequence))
        groups = frozenset().union(*map(senses, counts))
        # Asked so, and not what each term of a candidate may mean: a query has fewer terms than all candidates.
        self.akin = frozenset().union(
            *(RELATED_STEMS.get(term, ()) for term in counts), *map(stems_in_group, groups)
        )
        self.prefixes = {t[:4] for t in counts if len(t) >= 4}
        self.total = sum(count * rarity(t) for t, count in counts.items()) or 1.0


def _lexical_features(asked: _Query, wording: Reading) -> list[float]:
    """The features of one wording of a candidate that compare its words with the query's."""
    from rapidfuzz import fuzz

    counts, rarity, prefixes, akin_terms = asked.counts, asked.rarity, asked.prefixes, asked.akin
    weights: list[float] = []
    shared: list[float] = []
    kin: list[float] = []
    akin: list[float] = []
    for term in wording.terms:
        weight = rarity(term)
        weights.append(weight)
        if term in counts:
            shared.append(counts[term] * weight)
            continue
        # What the query does not have itself, but may have in another form or word.
        if term[:4] in prefixes:
            kin.append(weight)
        if term in akin_terms:
            akin.append(weight)
    total = math.fsum(weights) or 1.0  # fsum: the same in whatever order a set gives its terms
    adjacent = list(pairwise(wording.sequence))
    pairs = sum(map(asked.pairs.__contains__, adjacent)) / max(len(adjacent), 1)
    joined = " ".join(wording.words)
    return [
        math.fsum(shared) / asked.total,
        max(shared, default=0.0) / 10,
        pairs,
        math.fsum(kin) / total,
        math.log1p(len(shared)),
        fuzz.token_set_ratio(asked.joined, joined) / 100,
        passage_overlap(*shorter_first(asked.joined, joined)),
        fuzz.token_sort_ratio(asked.joined, joined) / 100,
        math.fsum(akin) / total,
    ]


WEIGHTS: Mapping[str, float] = {
    "query covered": -3.6, "rarest shared": 3.5, "neighbours shared": -3.8, "kin": 7.0, "shared": 0.9, "token set": 3.5,
    "partial": 6.5, "token sort": 3.6, "akin": 7.9, "log retrieval": 3.1, "retrieval": 5.7, "support": 9.4,
    "same claimant": 3.0, "closeness": 5.8,
}  # fmt: skip
"""Fitted to put the repeated claim first for quoted tweets and debate sentences; see docs/matching.md."""
