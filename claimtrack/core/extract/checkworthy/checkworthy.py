"""How worth checking a sentence is: the sum of its features' points, squeezed to 0..1.

The score orders sentences; it is no probability, and a threshold that fits debates does not fit news.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import compress, repeat
from operator import and_
from typing import TYPE_CHECKING

from claimtrack.core.extract.checkworthy.features import FEATURES
from claimtrack.core.extract.checkworthy.sentence import Sentence

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.core.extract.checkworthy.features.registry import Test
    from claimtrack.core.model import Kind

DEFAULT_THRESHOLD = 0.5
"""A row scoring this or more is marked check-worthy."""

_SCALE = 8.0
_OFFSET = 14.0
_SHIPPED: frozenset[tuple[str, int]] = frozenset()


def score(sentence: Sentence | str, points: Mapping[str, int] | None = None) -> tuple[float, tuple[str, ...]]:
    """The score 0..1 of a sentence and its reasons; `points` replaces those of the features it names.

    A plain string is read as spoken words; `Sentence(text, kind)` tells how an article gives them.
    """
    if isinstance(sentence, str):
        sentence = Sentence(sentence)
    total = 0
    reasons: list[str] = []
    needs, shown = _worth(_SHIPPED if points is None else frozenset(points.items()), sentence.kind)
    for asks, worth, reason in compress(shown, map(and_, needs, repeat(sentence.mask))):
        if asks is None or asks(sentence):
            total += worth
            reasons.append(reason)
    return _squeezed(total), tuple(reasons)


@lru_cache(maxsize=256)
def _squeezed(total: int) -> float:
    """The score that so many points come to."""
    return round(1 / (1 + math.exp((_OFFSET - total) / _SCALE)), 4)


@lru_cache(maxsize=32)
def _worth(
    points: frozenset[tuple[str, int]], kind: Kind
) -> tuple[list[int], list[tuple[Test | None, int, str]]]:
    """What each feature of such sentences needs, and what it asks, its points and the reason to show, in order.

    Those of no points are left out.
    """
    given = dict(points)
    worth = [(one, given.get(one.name, one.points)) for one in FEATURES.values() if kind in one.kinds]
    worth = [(one, its) for one, its in worth if its]
    return [one.needs for one, _ in worth], [(one.asks, its, f"{one.reason}: {its:+d}") for one, its in worth]
