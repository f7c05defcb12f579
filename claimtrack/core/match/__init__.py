"""Recognising a repeated claim: terms, guards, features, score."""

from claimtrack.core.match.contradicting import contains_negation, contradicts, is_bare_answer
from claimtrack.core.match.score import (
    DEFAULT_THRESHOLDS,
    SCORER,
    Matcher,
    MatchTuning,
    Thresholds,
    compare,
    is_own_scorer,
)
from claimtrack.core.match.similarity import EVEN, share_enough_terms, share_no_terms
from claimtrack.core.match.words.exact_repeats import (
    canonical_spelling,
    fold_text,
    have_same_spelling,
    is_exact_repeat,
)

__all__ = [
    "DEFAULT_THRESHOLDS",
    "EVEN",
    "SCORER",
    "MatchTuning",
    "Matcher",
    "Thresholds",
    "canonical_spelling",
    "compare",
    "contains_negation",
    "contradicts",
    "fold_text",
    "have_same_spelling",
    "is_bare_answer",
    "is_exact_repeat",
    "is_own_scorer",
    "share_enough_terms",
    "share_no_terms",
]
