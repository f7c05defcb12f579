"""How worth checking a sentence is: small named features with integer points.

The docstring of a feature is the reason a reporter reads. The score is the logistic of the points, so
that it orders sentences; it is no probability.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

DEFAULT_THRESHOLD = 0.5
"""A row scoring this or more is marked check-worthy."""

_SCALE = 4.0
_OFFSET = 4.0

Test = Callable[[str], bool]


@dataclass(frozen=True, slots=True)
class Feature:
    """A property of a sentence that speaks for (points above 0) or against checking it."""

    name: str
    points: int
    reason: str
    test: Test


FEATURES: dict[str, Feature] = {}
"""All features by name, in the order in which their reasons are shown."""


def feature(points: int) -> Callable[[Test], Test]:
    """Register a function as a feature worth so many points; its docstring is the reason shown."""

    def register(test: Test) -> Test:
        reason = (test.__doc__ or "").strip().split("\n")[0].rstrip(".")
        FEATURES[test.__name__] = Feature(test.__name__, points, reason, test)
        return test

    return register


def score(sentence: str, points: Mapping[str, int] | None = None, *, kind: str = "direct") -> tuple[float, tuple[str, ...]]:
    """The score 0..1 of a sentence and its reasons; `points` replaces those of the features it names."""
    total = 0
    reasons: list[str] = []
    lower = sentence.lower()
    for entry in FEATURES.values():
        worth = entry.points if points is None else points.get(entry.name, entry.points)
        if worth and entry.test(lower):
            total += worth
            reasons.append(f"{entry.reason}: {worth:+d}")
    return round(1 / (1 + math.exp((_OFFSET - total) / _SCALE)), 4), tuple(reasons)


@feature(6)
def number(sentence: str) -> bool:
    """A number."""
    return any(c.isdigit() for c in sentence)


@feature(-5)
def future(sentence: str) -> bool:
    """A plan or a prediction."""
    return bool(re.search(r"\b(?:will|won't|shall|expected to|going to|plans? to)\b", sentence))


@feature(4)
def length(sentence: str) -> bool:
    """A full sentence."""
    return len(sentence) > 60
