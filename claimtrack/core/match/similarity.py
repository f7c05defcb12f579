"""How alike two statements are but for what differs, and whether something plainly does: cheap, for thousands of pairs."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.conflict_thresholds import thresholds_for
from claimtrack.core.match.features import FEATURES, Pair
from claimtrack.core.match.guards.guards import GUARDS
from claimtrack.core.match.harmonisation.harmonise import harmonise
from claimtrack.core.match.reading.reading import read

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claimtrack.core.model import Statement


def alike(pair: Pair) -> dict[str, float]:
    """Every feature of a pair by name."""
    return {feature.__name__: feature(pair) for feature in FEATURES}


def logistic(values: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The score 0..1 of weighed values."""
    total = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in values.items())
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, total))))


WORTH_COMPARING = 0.35
"""From which score on two statements are looked at for what they mean, and for what differs: under it they are about two things."""


class Similarity(NamedTuple):
    """Two statements as they are meant, with every feature of the two and the score that these give."""

    one: Statement
    other: Statement
    pair: Pair
    values: dict[str, float]
    score: float


def measure_similarity(
    one: Statement,
    other: Statement,
    rarity: Callable[[str], float],
    weights: Mapping[str, float],
    least: float = WORTH_COMPARING,
) -> Similarity:
    """How alike two statements are as they are meant; as they are written where that scores less than `least`."""
    written = _likened(one, other, rarity, weights)
    if written.score < least or (meant := harmonise(one, other)) == (one, other):
        return written
    return _likened(*meant, rarity, weights)


def _likened(
    one: Statement, other: Statement, rarity: Callable[[str], float], weights: Mapping[str, float]
) -> Similarity:
    pair = Pair(read(one.text), read(other.text), rarity)
    values = alike(pair)
    return Similarity(one, other, pair, values, logistic(values, weights))


def similarity_score(
    one: Statement, other: Statement, rarity: Callable[[str], float], weights: Mapping[str, float]
) -> float:
    """The score of two statements in other words, had they no difference: what differs can only lower it."""
    return measure_similarity(one, other, rarity, weights).score


def has_plain_conflict(one: Statement, other: Statement, rarity: Callable[[str], float]) -> bool:
    """Whether some guard alone makes a conflict of the two. It stops at the first, where `compare` tells all that differs."""
    one, other = harmonise(one, other)
    a, b = read(one.text), read(other.text)
    pair, doubt = Pair(a, b, rarity), thresholds_for(a, b)
    return any(guard(a, b) and doubt(guard).is_over(pair) for guard in GUARDS)
