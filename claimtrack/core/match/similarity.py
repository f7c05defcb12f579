"""How similar two statements are apart from what differs, and whether they share enough terms: cheap, for thousands of pairs."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.language.dangling import starts_with_dangling_pronoun
from claimtrack.core.match.features import FEATURES, Pair, default_rarity
from claimtrack.core.match.reading.reading import read
from claimtrack.core.model import Statement

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


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


EVEN = 0.5
"""The score from which two texts are more likely the same claim than not."""
_FEWEST, _ENOUGH = 2, 3
"""The fewest shared terms with which a person would want to see two texts together, and as many as are always enough."""


def share_enough_terms(a: str, b: str, *, but_for: int) -> bool:
    """Whether two texts share three terms, in the same or in other words, or both of two where they have no more.

    Texts that share less are at best on the same topic: "It was a mess" and "What a mess this is". Up to `but_for` terms of the longer
    text may be unshared, a changed fact: "Wages rose by 11%" and "Wages rose by 12%". If that leaves a single term, it must be the
    subject of both: "Crime has doubled" and "Crime has tripled".
    """
    pair = Pair(read(a), read(b), default_rarity)
    least = min(_ENOUGH, max(len(pair.a.terms), len(pair.b.terms)) - but_for)
    if least < _FEWEST and but_for:
        return pair.shared >= _FEWEST or _share_subject(pair.a, pair.b)
    return pair.shared >= max(_FEWEST, least)


def share_no_terms(a: str, b: str) -> bool:
    """Whether two texts that both have terms share none, in the same or in other words."""
    pair = Pair(read(a), read(b), default_rarity)
    return bool(pair.a.terms and pair.b.terms) and not pair.shared


def _share_subject(a: Reading, b: Reading) -> bool:
    """Whether two statements of two terms each have the same first term."""
    if {len(a.sequence), len(b.sequence)} != {2}:
        return False
    if starts_with_dangling_pronoun(a.text) or starts_with_dangling_pronoun(b.text):
        return False
    return a.sequence[0] == b.sequence[0]
