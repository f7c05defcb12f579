"""Speakers who are nobody that is known: described, not named ("one worker", "the court")."""

from __future__ import annotations

from functools import lru_cache

from claimtrack.core.extract.speakers.names import naming
from claimtrack.core.extract.words import lexicon, nouns
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.reading import word_set
from claimtrack.core.model import ClaimantKind

NOBODY_KNOWS = "the same words, but nobody knows whether by the same person"
"""Why two claims are no duplicates."""
_PROPER = word_set("parliament senate congress house palace pentagon treasury labour")
"""Of these a country has one: with a capital they are a name."""
_COMMON = (
    nouns.PEOPLE
    | nouns.BODIES
    | nouns.DOCUMENTS
    | nouns.TITLES
    | nouns.GROUPS
    | lexicon.DETERMINERS
    | lexicon.COUNTS
) - _PROPER
_SOME = word_set(
    "another others some many most few several both none neither everyone everybody somebody someone nobody"
)


@lru_cache(maxsize=1_000)
def is_described(name: str) -> bool:
    """Whether a claimant is told by a description, which is somebody else's in the next article: "Another", "company", "a senior official"."""
    words = name.lower().split()
    if is_given_name(words[0]):
        return False
    is_common = any(not {word, word.removesuffix("s")}.isdisjoint(_COMMON) for word in words)
    if is_common and (name.islower() or len(words) == 1):
        return True
    is_one_name = len(words) == 1 and not name.islower()
    return name.lower() in _SOME if is_one_name else naming(name).kind is ClaimantKind.ANONYMOUS
