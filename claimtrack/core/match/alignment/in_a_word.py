"""Phrases that stand for a word or for each other, as what a statement has or lacks beside another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.words.lexicon import STOP_WORDS
from claimtrack.core.match.words.set_phrases import is_one_verb
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Collection

    from claimtrack.core.match.reading.reading import Reading


def lacks(reading: Reading, at: int, stems: Collection[str], senses: Collection[int | str]) -> bool:
    """Whether a statement of some stems and senses has nothing of a phrase, or not all of what is one verb."""
    terms = [(reading.words[place], stem(reading.words[place])) for place in reading.set_phrases[at].places]
    if is_one_verb(reading.words, reading.set_phrases[at]):
        return any(term not in stems for _, term in terms)
    weighty = [term for word, term in terms if word not in STOP_WORDS]
    return not any(term in stems or any(sense in senses for sense in meanings(term)) for term in weighty)


def whole(reading: Reading, at: int) -> tuple[int, ...]:
    """The places of a verb with its particles, or that of a word alone."""
    if at in reading.set_phrases and is_one_verb(reading.words, reading.set_phrases[at]):
        return reading.set_phrases[at].places
    return (at,)
