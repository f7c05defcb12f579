"""Two modifiers of one noun in two statements that agree otherwise, in any order: "40 *full-time* workers", "hired *part-time* workers"."""

from __future__ import annotations

from collections.abc import Sequence

from claimtrack.core.language.word_lists import COMPARATIVES, ORDINALS, STOP_WORDS, words_of
from claimtrack.core.match.alignment.competing_names import have_competing_names, have_unshared_names
from claimtrack.core.match.alignment.modifiers import (
    NOUN_PHRASE_OPENERS,
    UNRESTRICTIVE_MODIFIERS,
    is_restrictive,
)
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.verbs import has_verb_forms, verb_places
from claimtrack.core.match.words.terms import stem

_ASSESSING_WORDS = UNRESTRICTIVE_MODIFIERS | words_of(
    "new latest recent current present existing old previous earlier massive giant enormous deadly fatal lethal serious severe terrible "
    "horrific brutal violent controversial landmark historic famous popular important crucial critical vital significant substantial "
    "considerable strong powerful fresh initial official special certain various several numerous many few some possible potential alleged "
    "apparent suspected so-called proposed planned"
)
"""Modifiers that assess or place what is meant anyway: "the *controversial* law", "the *new* law"."""
_RANKING_WORDS = (
    ORDINALS.keys()
    | COMPARATIVES
    | words_of("low high last final closing opening remaining next peak top best worst same only")
)
"""Modifiers that other words replace in other constructions: "the *opening* match", "their *first* match"."""
_MIN_LETTERS = 3
"""The fewest letters of a modifier: "e" may be electric."""


def may_compete(a: Reading, b: Reading) -> bool:
    """Whether each of two statements has a name that the other lacks, or such a word before one that both have: a cheap test before the alignment."""
    return have_unshared_names(a, b) or not _find_modified(a, b).isdisjoint(_find_modified(b, a))


def compete(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> bool:
    """Whether what is left over on each side is one name in the same role, or one modifier of the same noun."""
    return have_competing_names(a, ours, b, theirs) or _have_competing_modifiers(a, ours, b, theirs)


def _find_modified(one: Reading, other: Reading) -> set[str]:
    """The words of one statement that both have after a word that the other lacks."""
    known = other.vocabulary
    pairs = zip(one.words, one.words[1:], strict=False)
    return {
        after for word, after in pairs if word not in known and after in known and after not in STOP_WORDS
    }


def _have_competing_modifiers(a: Reading, ours: Sequence[int], b: Reading, theirs: Sequence[int]) -> bool:
    """Whether all that is left over on each side is a modifier of the same noun, which tells two of a kind apart."""
    if len(ours) != 1 or len(theirs) != 1:
        return False
    (at,), (at_b,) = ours, theirs
    is_same_noun = stem(a.word(at + 1)) == stem(b.word(at_b + 1)) != ""
    return is_same_noun and _tells_apart(a, at, b) and _tells_apart(b, at_b, a)


def _tells_apart(one: Reading, at: int, other: Reading) -> bool:
    """Whether a word restricts the noun after it, and neither assesses it nor ranks it among others."""
    word = one.words[at]
    is_name = one.has_capital(at) and at not in one.openings
    if is_name or word in _ASSESSING_WORDS or word in _RANKING_WORDS or word.endswith("est"):
        return False
    if any(quantity.first <= at <= quantity.last for quantity in one.quantities) or len(word) < _MIN_LETTERS:
        return False
    before = one.words[at - 1]
    may_act = has_verb_forms(word) and not (before in NOUN_PHRASE_OPENERS or before[0].isdecimal())
    return not (may_act or {at, at + 1} & verb_places(one).keys()) and is_restrictive(one, at, other)
