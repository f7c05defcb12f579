"""Whether a word compares: "higher", but not "another"."""

from __future__ import annotations

from claimtrack.core.match.words.lexicon import MORE, words_of

_NOUNS_AND_OTHERS = words_of(
    "another other under after never either neither whether ever whoever whatever however rather together member number minister"
    " mother father brother sister officer worker teacher leader lawyer soldier water power paper letter order offer suffer answer enter"
    " consider remember deliver discover cover matter river summer winter former partner border murder cancer dinner center driver player"
)
_SHORTEST = 5


def is_comparative(word: str) -> bool:
    """Whether a lower-case word tells that something is more or less than something else, by its ending or as a word of its own."""
    ends = word.endswith("er") and len(word) >= _SHORTEST and word not in _NOUNS_AND_OTHERS
    return ends or word in MORE
