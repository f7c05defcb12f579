"""What each word of a statement is read as: its terms, at its place, and the word for which a phrase stands."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.kinds import KINDS
from claimtrack.core.match.words.opposites import sides
from claimtrack.core.match.words.set_phrases import is_one_verb
from claimtrack.core.match.words.terms import word_terms

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from claimtrack.core.match.reading.reading import Reading
    from claimtrack.core.match.words.set_phrases import SetPhrase


def terms_by_place(reading: Reading) -> list[tuple[str, ...]]:
    """The terms of each word; a number stands at its first, and what it is told of in its midst stays: "one *child* in five"."""
    found = list(map(word_terms, reading.words))
    if "may" in reading.words:
        for at, word in enumerate(reading.words):
            if word == "may" and reading.written[at] == "May":
                found[at] = (word, *found[at])
    for quantity in reading.quantities:
        midst = quantity.midst
        for at in range(quantity.first, quantity.last + 1):
            if at not in midst:
                found[at] = ()
        found[quantity.first] = (quantity.term,)
    return found


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
