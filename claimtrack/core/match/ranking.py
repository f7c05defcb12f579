"""The order of candidates: a ranking score, which is not the chance of being the same claim.

A look-up is asked "which claims is this about", often with a text longer than the claim; whether the two
say the same is the business of score.py. The features here are cheap, for dozens of candidates a look-up.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.reading import Reading, read

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence


class Retrieved(NamedTuple):
    """A candidate as ranking sees it: its wordings (text, then review headlines) and where retrieval put it."""

    wordings: Sequence[str]
    retrieval_score: float
    claimant: str | None = None


def rank(
    query: str, counts: Mapping[str, float], candidates: Sequence[Retrieved], rarity: Callable[[str], float]
) -> list[float]:
    """The ranking score of each candidate; only its order within this look-up means anything.

    `counts` are the query's terms with what each counts, as `query_terms` gives them.
    """
    return [
        sum(w * v for w, v in zip(WEIGHTS.values(), row, strict=True))
        for row in rows(query, counts, candidates, rarity)
    ]


def rows(
    query: str, counts: Mapping[str, float], candidates: Sequence[Retrieved], rarity: Callable[[str], float]
) -> list[list[float]]:
    """The ranking features of each candidate, in the order of WEIGHTS."""
    if not candidates:
        return []
    asked = _Asked(read(query), counts, rarity)
    best = max(c.retrieval_score for c in candidates) or 1.0
    support = _support(candidates)
    found = []
    for candidate in candidates:
        wordings = [_wording(asked, read(text), rarity) for text in candidate.wordings]
        lexical = max(wordings, key=lambda row: row[0])
        shared = [
            math.log1p(candidate.retrieval_score),
            candidate.retrieval_score / best,
            support.get(candidate.claimant, 0.0),
        ]
        found.append([*lexical, *shared])
    return found


def _support(candidates: Sequence[Retrieved]) -> dict[str | None, float]:
    """Each claimant's part of all retrieval scores: a look-up that meets many claims of one speaker is likely theirs."""
    total = sum(c.retrieval_score for c in candidates) or 1.0
    part: dict[str | None, float] = {}
    for c in candidates:
        if c.claimant:
            part[c.claimant] = part.get(c.claimant, 0.0) + c.retrieval_score / total
    return part


class _Asked:
    """The query's side of the features, worked out once."""

    def __init__(self, reading: Reading, counts: Mapping[str, float], rarity: Callable[[str], float]) -> None:
        self.counts = counts
        self.sequence = reading.sequence
        self.joined = " ".join(reading.words)
        self.pairs = set(zip(self.sequence, self.sequence[1:], strict=False))
        self.heads = {t[:4] for t in counts if len(t) >= 4}
        self.squared = sum((count * rarity(t)) ** 2 for t, count in counts.items()) or 1.0
        self.total = sum(count * rarity(t) for t, count in counts.items()) or 1.0


def _wording(asked: _Asked, wording: Reading, rarity: Callable[[str], float]) -> list[float]:
    from rapidfuzz import fuzz
    from rapidfuzz.distance import LCSseq

    weights = {t: rarity(t) for t in wording.terms}
    total = sum(weights.values()) or 1.0
    shared = [t for t in weights if t in asked.counts]
    counted = sum(asked.counts[t] * weights[t] for t in shared)
    squared = sum((asked.counts[t] * weights[t]) ** 2 for t in shared)
    length = sum(w * w for w in weights.values()) or 1.0
    sequence = wording.sequence
    beside = list(zip(sequence, sequence[1:], strict=False))
    pairs = sum(pair in asked.pairs for pair in beside) / max(len(beside), 1)
    kin = sum(w for t, w in weights.items() if t not in asked.counts and t[:4] in asked.heads)
    joined = " ".join(wording.words)
    return [
        squared / math.sqrt(asked.squared * length),
        counted / total,
        counted / asked.total,
        max((asked.counts[t] * weights[t] for t in shared), default=0.0) / 10,
        pairs,
        LCSseq.similarity(asked.sequence, sequence) / max(len(sequence), 1),
        kin / total,
        math.log1p(len(shared)),
        fuzz.token_set_ratio(asked.joined, joined) / 100,
        fuzz.partial_ratio(asked.joined, joined) / 100,
        fuzz.token_sort_ratio(asked.joined, joined) / 100,
    ]


WEIGHTS: Mapping[str, float] = {
    "cosine": 1.0,
    "candidate covered": 0.0,
    "query covered": 0.0,
    "rarest shared": 0.0,
    "neighbours shared": 0.0,
    "order": 0.0,
    "kin": 0.0,
    "shared": 0.0,
    "token set": 0.0,
    "partial": 0.0,
    "token sort": 0.0,
    "log retrieval": 1.0,
    "retrieval": 1.0,
    "support": 0.0,
}
