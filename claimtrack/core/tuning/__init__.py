"""Fits the matcher and the extractor to a desk's decisions: measure, refit, and keep what is better."""

from claimtrack.core.tuning.extraction import ExtractReport, TriagedSentence, examine_sentences
from claimtrack.core.tuning.fitting import LEAST_DECISIONS, LEAST_OF_EACH
from claimtrack.core.tuning.matching import JudgedPair, MatchReport, examine_pairs

__all__ = [
    "LEAST_DECISIONS",
    "LEAST_OF_EACH",
    "ExtractReport",
    "JudgedPair",
    "MatchReport",
    "TriagedSentence",
    "examine_pairs",
    "examine_sentences",
]
