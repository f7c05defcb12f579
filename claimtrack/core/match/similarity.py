"""How similar two statements are apart from what differs, and whether they plainly conflict: cheap, for thousands of pairs."""

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


def compute_features(pair: Pair) -> dict[str, float]:
    """Every feature of a pair by name."""
    return {feature.__name__: feature(pair) for feature in FEATURES}


def logistic(values: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """The score, 0 to 1, of weighed feature values."""
    total = weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in values.items())
    return 1 / (1 + math.exp(-max(-50.0, min(50.0, total))))


WORTH_COMPARING = 0.35
"""The score from which two statements are harmonised and compared in detail; below it they are about two things."""


class Similarity(NamedTuple):
    """Two statements as harmonised, their features and the score from these."""

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
    """The similarity of two statements as harmonised; as written where that scores less than `least`."""
    written = _measure(one, other, rarity, weights)
    if written.score < least or (meant := harmonise(one, other)) == (one, other):
        return written
    return _measure(*meant, rarity, weights)


def _measure(
    one: Statement, other: Statement, rarity: Callable[[str], float], weights: Mapping[str, float]
) -> Similarity:
    """The similarity of two statements as given."""
    pair = Pair(read(one.text), read(other.text), rarity)
    values = compute_features(pair)
    return Similarity(one, other, pair, values, logistic(values, weights))


def similarity_score(
    one: Statement, other: Statement, rarity: Callable[[str], float], weights: Mapping[str, float]
) -> float:
    """The score of two statements in other words, before any difference, which can only lower it."""
    return measure_similarity(one, other, rarity, weights).score


def has_plain_conflict(one: Statement, other: Statement, rarity: Callable[[str], float]) -> bool:
    """Whether some guard alone makes the two a conflict. Stops at the first, where `compare` collects all differences."""
    one, other = harmonise(one, other)
    a, b = read(one.text), read(other.text)
    pair, doubt = Pair(a, b, rarity), thresholds_for(a, b)
    return any(guard(a, b) and doubt(guard).is_met_by(pair) for guard in GUARDS)
