"""Recognising a recurring claim: terms, guards, features, score."""

from claimtrack.core.match.contradicting import contradicts, is_denied, says_nothing
from claimtrack.core.match.score import (
    DEFAULT_THRESHOLDS,
    SCORER,
    Thresholds,
    compare,
    much_in_common,
    nothing_in_common,
)
from claimtrack.core.match.words.exact_repeats import exact_repeat, normalise, spelt, spelt_alike

__all__ = [
    "DEFAULT_THRESHOLDS",
    "SCORER",
    "Thresholds",
    "compare",
    "contradicts",
    "exact_repeat",
    "is_denied",
    "much_in_common",
    "normalise",
    "nothing_in_common",
    "says_nothing",
    "spelt",
    "spelt_alike",
]
