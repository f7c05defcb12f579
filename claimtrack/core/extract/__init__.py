"""From an article's text to its claims: pure functions, the standard library only."""

from claimtrack.core.extract.checkworthy import DEFAULT_THRESHOLD, score
from claimtrack.core.extract.checkworthy.features import FEATURES, Feature
from claimtrack.core.extract.checkworthy.sentence import Sentence
from claimtrack.core.extract.extractor import EXTRACTOR, Options, extract
from claimtrack.core.extract.page.language import looks_english
from claimtrack.core.extract.verbatim import is_verbatim, keep_verbatim

__all__ = [
    "DEFAULT_THRESHOLD",
    "EXTRACTOR",
    "FEATURES",
    "Feature",
    "Options",
    "Sentence",
    "extract",
    "is_verbatim",
    "keep_verbatim",
    "looks_english",
    "score",
]
