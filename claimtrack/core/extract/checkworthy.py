"""How worth checking a sentence is: the sum of its features' points, squeezed to 0..1.

The score orders sentences; it is no probability, and a threshold that fits debates does not fit news.
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from claimtrack.core.extract.features import FEATURES
from claimtrack.core.extract.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

DEFAULT_THRESHOLD = 0.5
"""A row scoring this or more is marked check-worthy."""

_SCALE = 8.0
_OFFSET = 12.0


def score(sentence: Sentence | str, points: Mapping[str, int] | None = None) -> tuple[float, tuple[str, ...]]:
    """The score 0..1 of a sentence and its reasons; `points` replaces those of the features it names.

    A plain string is read as spoken words; `Sentence(text, kind)` tells how an article gives them.
    """
    if isinstance(sentence, str):
        sentence = Sentence(sentence)
    total = 0
    reasons: list[str] = []
    for entry in FEATURES.values():
        worth = entry.points if points is None else points.get(entry.name, entry.points)
        if worth and entry.test(sentence):
            total += worth
            reasons.append(f"{entry.reason}: {worth:+d}")
    return round(1 / (1 + math.exp((_OFFSET - total) / _SCALE)), 4), tuple(reasons)
