"""How worth checking a sentence is: the sum of its features' points, squeezed to 0..1.

The score orders sentences; it is no probability, and a threshold that fits debates does not fit news.
"""

from __future__ import annotations

import math
from collections.abc import Mapping

from claimtrack.core.extract.features import FEATURES
from claimtrack.core.extract.sentence import Sentence
from claimtrack.core.model import Kind

DEFAULT_THRESHOLD = 0.5
"""A row scoring this or more is marked check-worthy."""

_SCALE = 8.0
_OFFSET = 9.0


def score(
    text: str, points: Mapping[str, int] | None = None, *, kind: Kind = Kind.DIRECT
) -> tuple[float, tuple[str, ...]]:
    """The score 0..1 of a sentence and its reasons; `points` replaces those of the features it names."""
    sentence = Sentence(text, kind)
    total = 0
    reasons: list[str] = []
    for entry in FEATURES.values():
        worth = entry.points if points is None else points.get(entry.name, entry.points)
        if worth and entry.test(sentence):
            total += worth
            reasons.append(f"{entry.reason}: {worth:+d}")
    return round(1 / (1 + math.exp((_OFFSET - total) / _SCALE)), 4), tuple(reasons)
