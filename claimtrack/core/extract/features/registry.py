"""What a feature is, and the list of all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from claimtrack.core.extract.sentence import Sentence

Test = Callable[[Sentence], bool]


@dataclass(frozen=True, slots=True)
class Feature:
    """A property of a sentence that speaks for checking it (points above 0) or against."""

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
