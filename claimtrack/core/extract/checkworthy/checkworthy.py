"""How worth checking a sentence is: the sum of its features' points, squeezed to 0..1.

The score orders sentences; it is no probability, and a threshold that fits debates does not fit news.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import compress
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
_FIRST = min(one.needs for one in FEATURES.values()).bit_length() - 1
"""The place of the first feature's bit."""
_FLAGS = bytes.maketrans(b"01", b"\0\1")


def score(sentence: Sentence | str, points: Mapping[str, int] | None = None) -> tuple[float, tuple[str, ...]]:
    """The score 0..1 of a sentence and its reasons; `points` replaces those of the features it names.

    A plain string is read as spoken words; `Sentence(text, kind)` tells how an article gives them.
    """
    if isinstance(sentence, str):
        sentence = Sentence(sentence)
    total = 0
    reasons: list[str] = []
    bits, shown = _worth(_SHIPPED if points is None else frozenset(points.items()), sentence.kind)
    for asks, worth, reason in compress(shown, _as_flags((sentence.mask & bits) >> _FIRST)):
        if asks is None or asks(sentence):
            total += worth
            reasons.append(reason)
    return _squeezed(total), tuple(reasons)


def _as_flags(bits: int) -> bytes:
    """The bits of a number, the last one first, as a 0 or a 1 each."""
    return format(bits, "b")[::-1].encode().translate(_FLAGS)


@lru_cache(maxsize=256)
def _squeezed(total: int) -> float:
    """The score that so many points come to."""
    return round(1 / (1 + math.exp((_OFFSET - total) / _SCALE)), 4)


@lru_cache(maxsize=32)
def _worth(points: frozenset[tuple[str, int]], kind: Kind) -> tuple[int, list[tuple[Test | None, int, str]]]:
    """The bits of the features that count for such sentences, and what each feature asks, its points and its reason, in order.

    Those of no points do not count.
    """
    given = dict(points)
    worth = [(one, given.get(one.name, one.points)) for one in FEATURES.values()]
    bits = sum(one.needs for one, its in worth if its and kind in one.kinds)
    return bits, [(one.asks, its, f"{one.reason}: {its:+d}") for one, its in worth]
