"""Whether a word compares: "higher", but not "another"."""

from __future__ import annotations

from claimtrack.core.match.words.lexicon import MORE, words_of
from claimtrack.core.match.words.misprints import is_english

_NOUNS_AND_VERBS = words_of("number corner diver liver earner temper conquer infer")
"""Words that are none, though English has a superlative that looks like theirs: "numbest"."""


def is_comparative(word: str) -> bool:
    """Whether a lower-case word tells that something is more or less than something else: in "-er", where English has it in "-est", or as a word of its own."""
    if word in MORE:
        return True
    return word.endswith("er") and is_english(f"{word[:-2]}est") and word not in _NOUNS_AND_VERBS
