"""Claimants who are described, not named, and so may be another person each time: "one worker", "the court"."""

from __future__ import annotations

from functools import cache, lru_cache

from claimtrack.core.language.word_lists import words_of
from claimtrack.core.model import ClaimantKind

PERHAPS_ANOTHER_PERSON = "the same words, but perhaps by another person"
"""Why two claims in the same words are no duplicates."""
_UNIQUE_BODIES = words_of("parliament senate congress house palace pentagon treasury labour")
"""Bodies of which a country has one: capitalised, they are names."""
_INDEFINITE_PRONOUNS = words_of(
    "another others some many most few several both none neither everyone everybody somebody someone nobody"
)


@cache
def _describing_words() -> frozenset[str]:
    """Nouns and numbers that describe people or bodies without naming them."""
    from claimtrack.core.extract.words import lexicon, nouns

    those_who_speak = nouns.SPEAKERS | nouns.BODIES | nouns.DOCUMENTS | nouns.TITLES | nouns.GROUPS
    return (those_who_speak | lexicon.DETERMINERS | lexicon.CARDINALS_AND_A) - _UNIQUE_BODIES


@lru_cache(maxsize=1_000)
def is_description(name: str) -> bool:
    """Whether a claimant is given by a description, which means somebody else in another article: "Another", "company", "a senior official"."""
    # Imported here because a look-up rarely needs it and the extractor is slow to import.
    from claimtrack.core.extract.speakers.mentions.parsing import parse_mention
    from claimtrack.core.extract.words.genders import is_given_name

    words = name.lower().split()
    if not words or is_given_name(words[0]):
        return False
    is_common = any(not {word, word.removesuffix("s")}.isdisjoint(_describing_words()) for word in words)
    if is_common and (name.islower() or len(words) == 1):
        return True
    is_one_name = len(words) == 1 and not name.islower()
    return (
        name.lower() in _INDEFINITE_PRONOUNS
        if is_one_name
        else parse_mention(name).kind is ClaimantKind.ANONYMOUS
    )
