"""Implicit negation: what one statement denies with "not" or "no", the other says without a negator, as something that ended, was halted or was kept."""

from __future__ import annotations

from collections.abc import Callable
from collections.abc import Set as AbstractSet
from itertools import pairwise

from claimtrack.core.language.word_lists import BE, EVERYBODY, HAVE, NOBODY, words_of
from claimtrack.core.match.guards.polarity.advice import contains_warning, contains_warning_complement
from claimtrack.core.match.reading.numbers.quantities import Quantity
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.phrases import clause_start
from claimtrack.core.match.words.negators import CEASING, DENIERS, LIFTING, LOSING, QUITTING
from claimtrack.core.match.words.synonyms import senses
from claimtrack.core.match.words.terms import stem, stems_of

_MIN_BASE_LETTERS = 4
"""Letters at least of the noun before "-less": "childless"."""
ABSENCE_WORDS = words_of("no any without")
_NOUN_REACH = 3
"""Words at most from "no" to the noun that it denies: "no known debts"."""


def _is_free_of(one: Reading, other: Reading) -> bool:
    """Whether the other is free of what the one has none of: "no debts", "debt-free", "free from debt"; "no children", "childless"."""
    less = {w.removesuffix("less") for w in other.vocabulary - one.vocabulary if w.endswith("less")}
    known = {word for word in less if len(word) >= _MIN_BASE_LETTERS}
    if "free" not in one.vocabulary or any(one.words[at] == "free" for at in one.negators):
        known |= {other.words[at] for at in _find_free_complements(other)}
    return bool(known) and any(
        stem(word) in {stem(near) for near in one.words[at + 1 : at + 1 + _NOUN_REACH]}
        for word in known
        for at, none in enumerate(one.words)
        if none in ABSENCE_WORDS or at in one.negators
    )


def _find_free_complements(reading: Reading) -> list[int]:
    """The places of what something is free of: "*debt*-free", "free from *debt*", but not "set free" nor "free buses"."""
    words = reading.words
    return [
        near
        for at, word in enumerate(words)
        if word == "free"
        for near, is_complement in (
            (at - 1, at and reading.gap_before(at) == "-"),
            (at + 2, reading.word(at + 1) == "from" and at + 2 < len(words)),
        )
        if is_complement
    ]


_EMPTY_WORDS, _INSIDE_WORDS = (
    words_of("empty vacant deserted unoccupied"),
    words_of("on in inside at aboard there"),
)
_NOBODY_REACH = 4
"""Number of words from "nobody" on in which the place stands: "nobody was on board"."""


def _is_empty(one: Reading, other: Reading) -> bool:
    """Whether a place that nobody was on or in was empty in the other: "nobody was aboard", "the boat was empty"."""
    if _EMPTY_WORDS.isdisjoint(other.vocabulary):
        return False
    places = (at for at in one.negators if one.words[at] in NOBODY)
    contexts = ({*one.words[max(0, at - 1) : at + _NOBODY_REACH]} for at in places)
    return any(words & BE and words & _INSIDE_WORDS for words in contexts)


_ANYMORE_WORDS = words_of("more anymore longer remain remains remained")
_DEPARTURE_VERBS = stems_of("leave withdraw gone depart pull remove evacuate flee close sold die")
_LEFT = stem("left")
_NOUN_REACH_AFTER = 4
"""Words after "no" and "all" that may name who is meant: "no longer any French *doctors*"."""


def have_all_gone(one: Reading, other: Reading) -> bool:
    """Whether all of those of whom there are none any more have left: "no soldiers any more", "all soldiers have left"."""
    left = any(two[1] == "left" and two[0] in BE for two in pairwise(one.words)) or (
        "left" in one.vocabulary and any(at and one.words[at - 1] in BE | HAVE for at in one.negators)
    )
    if "no" not in one.vocabulary or not (left or _ANYMORE_WORDS & one.vocabulary):
        return False
    of_whom = _terms_after(one, {"no"}) & _terms_after(other, EVERYBODY)
    departed = {
        term
        for at, term in enumerate(map(stem, other.words))
        if term in _DEPARTURE_VERBS
        # but "all were left", "left all branches"
        and not (term == _LEFT and (other.words[at - 1] in BE or EVERYBODY.isdisjoint(other.words[:at])))
    }
    mentioned = {stem(word) for word in one.words if not (left and word == "left")}
    return bool(of_whom) and bool(departed - mentioned)


def _terms_after(reading: Reading, words: AbstractSet[str]) -> set[str]:
    """The terms shortly after one of some words."""
    found = [at for at, word in enumerate(reading.words) if word in words]
    near = {at + i for at in found for i in range(1, _NOUN_REACH_AFTER + 1)}
    return {term for term, place in reading.placed_terms if place in near}


def is_denied_only_until(one: Reading, other: Reading) -> bool:
    """Whether what one denies until a time the other asserts since then: "could not vote until 1971", "have been able to vote since 1971"."""
    if not one.negators or other.negators or not share_until_since_year(one, other):
        return False
    return not any(
        stem(word) in one.denied_or_postponed and all(pole != theirs for theirs, _, _ in other.poles[axis])
        for axis in one.poles.keys() & other.poles.keys() - {"order"}
        for pole, word, _ in one.poles[axis]
    )


def share_until_since_year(one: Reading, other: Reading) -> bool:
    """Whether one says "until" and the other "since" the same year."""
    return not _years_after(one, "until").isdisjoint(_years_after(other, "since"))


def _years_after(reading: Reading, mark: str) -> set[float]:
    """The numbers directly after a word: "since *1971*"."""
    return {q.value for q in reading.quantities if q.first and reading.words[q.first - 1] == mark}


def is_all_but_complement(one: Reading, other: Reading) -> bool:
    """Whether only as many did not do it as are excepted in the other: "only two did not sign", "all but two signed"."""
    if not one.negators or other.negators:
        return False
    left_out = {q.value for q in other.quantities if _number_follows(other, q, ["all", "but"])}
    return any(q.value in left_out for q in one.quantities if _number_follows(one, q, ["only"]))


def _number_follows(reading: Reading, number: Quantity, words: list[str]) -> bool:
    """Whether a number directly follows some words: "all but *two*"."""
    return reading.words[max(0, number.first - len(words)) : number.first] == words


def find_ending_verbs(one: Reading, other: Reading) -> frozenset[str]:
    """The words by which the other says that something ended in the year since which it has been denied: "has had no army since 1948", "abolished its army in 1948"."""
    if other.negators or not one.negators or "since" not in one.vocabulary or not one.years & other.years:
        return _NO_WORDS
    ending = ENDING_VERBS & (other.vocabulary - one.vocabulary)
    denied = next((term for term, at in one.placed_terms if at > one.negators[0]), "")
    if not ending or denied not in other.terms:
        return ending
    ended = (at for at, word in enumerate(other.words) if word in ending)
    of_it = [place for term, place in other.placed_terms if term == denied]
    return frozenset(
        other.words[at]
        for at in ended
        if other.words[at - 1] in BE or any(0 < place - at <= _NOUN_REACH_AFTER for place in of_it)
    )


def _is_warned_against(one: Reading, other: Reading) -> bool:
    """Whether the other warns of what somebody in one is warned against: "warned against closing it", "warned that closing it is dangerous"."""
    at = one.negators[0]
    if one.words[at] != "against" or not contains_warning(other):
        return False
    if not contains_warning_complement(one, [at]):
        return False
    places = range(len(other.words))
    return one.words[at + 1] in other.vocabulary or contains_warning_complement(other, places)


_NO_WORDS: frozenset[str] = frozenset()
_IMPLICIT_NEGATIONS: tuple[Callable[[Reading, Reading], object], ...] = (
    _is_free_of, _is_empty, have_all_gone, is_denied_only_until, is_all_but_complement, find_ending_verbs, _is_warned_against,
)  # fmt: skip


def is_implicitly_negated(one: Reading, other: Reading) -> bool:
    """Whether the other, without a negator, says what the only negator of the one denies: "no debts", "debt-free"."""
    is_denied_once = len(one.negators) == 1 and not other.negators
    return is_denied_once and any(negates(one, other) for negates in _IMPLICIT_NEGATIONS)


ENDING_VERBS = CEASING | LIFTING | QUITTING | LOSING
"""Verbs for something coming to an end."""


def is_ended(one: Reading, other: Reading) -> bool:
    """Whether what is no longer done has ended in the other: "no longer plays", "stopped playing", "retired"."""
    if "longer" in one.vocabulary and ENDING_VERBS & other.vocabulary:
        return True
    ceased = [one.words[at] for at in one.negators if one.words[at] in CEASING]
    if ceased and len(one.negators) == 1 and QUITTING & (other.vocabulary - one.vocabulary):
        return True
    return bool(ceased) and any(
        senses(stem(word)) & senses(stem(ceased[0])) and before not in ("the", "an")
        for before, word in pairwise(["", *other.words])
    )


_HALTING_VERBS = words_of(
    "halt+s+ed+ing stop+s+ed+ing block+s+ed+ing prevent+s+ed+ing cancel+s+ed+ing canceled freeze+s+ed "
    "frozen suspend+s+ed+ing pause+s+ed+ing oppose+s+ed+ing reject+s+ed+ing drop+s+ed+ing abandon+s+ed "
    "shelved"
)
_OBJECT_REACH = 4
"""Words after "halted" that may name what: "halted all further building"."""


def is_halted(one: Reading, other: Reading) -> bool:
    """Whether what is not done was halted or is opposed in the other: "are not being built", "halted the building", "the building was called off"."""
    halted = {
        at
        for at, word in enumerate(other.words)
        if word in _HALTING_VERBS or other.phrase_meanings.get(at) == "cancel"
    }
    if other.negators or not halted:
        return False
    if any(word in _HALTING_VERBS for at, word in enumerate(one.words) if at not in one.negators):
        return False
    passive = {at: clause_start(other, at) for at in halted if other.words[at - 1] in BE}
    active, outright = halted - passive.keys(), not DENIERS.isdisjoint(one.vocabulary)
    return any(
        term in one.surely_denied
        and (
            not active.isdisjoint(range(at - _OBJECT_REACH, at))
            or (not outright and any(start <= at < verb for verb, start in passive.items()))
        )
        for term, at in other.placed_terms
    )


_KEEPING_VERBS = words_of(
    "keep+s+ed+ing retain+s+ed+ing maintain+s+ed continue+s+ed+ing preserve preserved uphold+s+ed"
)
_REMOVAL_STEMS = stems_of(ENDING_VERBS, "cut remove sell change replace")


def is_kept(one: Reading, other: Reading) -> bool:
    """Whether what is not ended is kept in the other: "voted against ending the subsidy", "voted to keep it", but not "continued ending", "ended the one and kept the other"."""
    if other.negators or _KEEPING_VERBS.isdisjoint(other.vocabulary - one.vocabulary):
        return False
    taking_away = _REMOVAL_STEMS & one.surely_denied
    return bool(taking_away) and taking_away.isdisjoint(map(stem, other.words))
