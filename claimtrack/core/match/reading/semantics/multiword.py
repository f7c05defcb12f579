"""Which phrases are read as the word that they stand for, where sides and kinds are looked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.kinds import KINDS
from claimtrack.core.match.words.opposites import sides
from claimtrack.core.match.words.set_phrases import is_one_verb

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimtrack.core.match.words.set_phrases import SetPhrase


def taken_for_words(words: Sequence[str], phrases: Mapping[int, SetPhrase]) -> dict[int, str]:
    """The places of phrases that are read as a word, each with that; their other words, which are none of their own, with none.

    "Down" in "turned down" is no direction. But "high blood pressure" keeps its "high", since hypertension takes no side.
    """
    found: dict[int, str] = {}
    for at, phrase in phrases.items():
        meaning = phrase.meaning
        if is_one_verb(words, phrase) or sides(meaning) or meaning in KINDS:
            found |= {at: meaning, **dict.fromkeys(phrase.places[1:], "")}
    return found
