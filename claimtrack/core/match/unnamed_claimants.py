"""Speakers who are nobody that is known: described, not named ("one worker", "the court")."""

from __future__ import annotations

from functools import cache, lru_cache

from claimtrack.core.model import ClaimantKind

PERHAPS_ANOTHER_PERSON = "the same words, but perhaps by another person"
"""Why two claims are no duplicates."""
_PROPER = frozenset("parliament senate congress house palace pentagon treasury labour".split())
"""Of these a country has one: with a capital they are a name."""
_SOME = frozenset(
    "another others some many most few several both none neither everyone everybody somebody someone nobody".split()
)


@cache
def _common() -> frozenset[str]:
    """Nouns and numbers by which somebody is described, not named."""
    from claimtrack.core.extract.words import lexicon, nouns

    those_who_speak = nouns.SPEAKERS | nouns.BODIES | nouns.DOCUMENTS | nouns.TITLES | nouns.GROUPS
    return (those_who_speak | lexicon.DETERMINERS | lexicon.CARDINALS_AND_A) - _PROPER


@lru_cache(maxsize=1_000)
def is_description(name: str) -> bool:
    """Whether a claimant is told by a description, which is somebody else's in the next article: "Another", "company", "a senior official"."""
    # Here, for a look-up hardly ever asks, and the extractor takes a while to import.
    from claimtrack.core.extract.speakers.mentions.parsing import parse_mention
    from claimtrack.core.extract.words.genders import is_given_name

    words = name.lower().split()
    if not words or is_given_name(words[0]):
        return False
    is_common = any(not {word, word.removesuffix("s")}.isdisjoint(_common()) for word in words)
    if is_common and (name.islower() or len(words) == 1):
        return True
    is_one_name = len(words) == 1 and not name.islower()
    return name.lower() in _SOME if is_one_name else parse_mention(name).kind is ClaimantKind.ANONYMOUS
