"""Whether two statements say the same in other words, by synonyms or by set phrases."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import STOP_WORDS
from claimtrack.core.match.reading.reading import PREFIX_LENGTH, meanings
from claimtrack.core.match.words.set_phrases import is_phrasal_verb
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading
    from claimtrack.core.match.words.set_phrases import SetPhrase


def unmatched(terms: frozenset[str], known: frozenset[str]) -> frozenset[str]:
    """Return those of some terms that have no synonym or other form among the known ones: MPs and lawmakers match."""
    meant = {meaning for term in known for meaning in meanings(term)}
    prefixes = {term[:PREFIX_LENGTH] for term in known}
    return frozenset(
        term
        for term in terms - known
        if term[:PREFIX_LENGTH] not in prefixes and meant.isdisjoint(meanings(term))
    )


def are_synonymous(ours: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two sets of terms have the same meaning, each term matched by itself or a synonym."""
    return not unmatched(ours, theirs) and not unmatched(theirs, ours)


def has_stem_outside_phrase(phrase: SetPhrase, one: Reading) -> bool:
    """Whether a statement has the stem of a phrase's meaning in another word, too: "the *lander* touched down"."""
    term = stem(phrase.meaning)
    return term in one.terms and any(
        stem(word) == term and word != phrase.meaning and at not in phrase.places
        for at, word in enumerate(one.words)
    )


def paraphrased_terms(one: Reading, other: Reading) -> frozenset[str]:
    """Return the terms of the phrases that the other statement expresses by a word or another phrase: "prime minister", "PM"."""
    return frozenset(
        stem(one.words[at])
        for phrase in one.set_phrases.values()
        if expresses_phrase(phrase, one, other)
        for at in phrase.places
    )


def is_paraphrased(place: int, one: Reading, other: Reading) -> bool:
    """Whether a word belongs to a phrase that the other statement expresses by a word or another phrase."""
    phrase = one.phrase_at(place)
    return phrase is not None and expresses_phrase(phrase, one, other)


def expresses_phrase(phrase: SetPhrase, one: Reading, other: Reading) -> bool:
    """Whether the other statement expresses a phrase of this one: by the word it means, a synonym, or another such phrase.

    A word that this statement has besides does not count: "the lander touched down" and "the lander crashed".
    """
    if phrase.meaning in other.phrase_meanings.values():
        return True
    return not has_stem_outside_phrase(phrase, one) and other.expresses(stem(phrase.meaning))


def lacks_phrase(reading: Reading, at: int, stems: Collection[str], senses: Collection[int | str]) -> bool:
    """Whether none of a phrase, or not every word of a phrasal verb, is among the given stems and senses."""
    terms = [(reading.words[place], stem(reading.words[place])) for place in reading.set_phrases[at].places]
    if is_phrasal_verb(reading.words, reading.set_phrases[at]):
        return any(term not in stems for _, term in terms)
    weighty = [term for word, term in terms if word not in STOP_WORDS]
    return not any(term in stems or any(sense in senses for sense in meanings(term)) for term in weighty)


def verb_and_particles(reading: Reading, at: int) -> tuple[int, ...]:
    """Return the places of a verb and its particles, or just the place of a single word."""
    if at in reading.set_phrases and is_phrasal_verb(reading.words, reading.set_phrases[at]):
        return reading.set_phrases[at].places
    return (at,)
