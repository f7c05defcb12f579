"""What is denied with a "not" or "no" in one statement, and told without one in the other: it is built otherwise, or tells that it ended, was halted or kept."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.polarity.advice import contains_warning, contains_warning_complement
from claimtrack.core.match.reading.syntax.phrases import clause_start
from claimtrack.core.match.words.lexicon import BE, EVERYBODY, HAVE, NOBODY, words_of
from claimtrack.core.match.words.negators import CEASING, DENIERS, LIFTING, LOSING, QUITTING
from claimtrack.core.match.words.synonyms import senses
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Set as AbstractSet

    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading


_FREE = 4
"""Letters at least of what somebody is "-less": "childless"."""
_OF_NONE = words_of("no any without")
_TOLD = 3
"""Words at most from "no" to the thing that there is none of: "no known debts"."""


def _is_free_of_it(one: Reading, other: Reading) -> bool:
    """What there is none of, the other is without: "no debts", "debt-free", "free from debt"; "no children", "childless"."""
    free = (
        {other.words[at] for at in _places_of_what_it_is_free_of(other)}
        if "free" not in one.vocabulary or any(one.words[at] == "free" for at in one.negators)
        else set()
    )
    less = {w.removesuffix("less") for w in other.vocabulary - one.vocabulary if w.endswith("less")}
    known = free | {word for word in less if len(word) >= _FREE}
    return bool(known) and any(
        stem(word) in {stem(near) for near in one.words[at + 1 : at + 1 + _TOLD]}
        for word in known
        for at, none in enumerate(one.words)
        if none in _OF_NONE or at in one.negators
    )


def _places_of_what_it_is_free_of(reading: Reading) -> list[int]:
    """Where it stands: "*debt*-free", "free from *debt*", but not "set free" nor "free buses"."""
    words = reading.words
    return [
        near
        for at, word in enumerate(words)
        if word == "free"
        for near, is_told in (
            (at - 1, at and reading.gap_before(at) == "-"),
            (at + 2, words[at + 1 : at + 2] == ["from"] and at + 2 < len(words)),
        )
        if is_told
    ]


_EMPTY, _WITHIN = words_of("empty vacant deserted unoccupied"), words_of("on in inside at aboard there")
_NEAR = 4


def _is_empty(one: Reading, other: Reading) -> bool:
    """What nobody was on or in was empty."""
    told = (one.words[max(0, at - 1) : at + _NEAR] for at in one.negators if one.words[at] in NOBODY)
    return not _EMPTY.isdisjoint(other.vocabulary) and any(
        not BE.isdisjoint(words) and not _WITHIN.isdisjoint(words) for words in told
    )


_NO_MORE = words_of("more anymore longer remain remains remained")
_GONE = stems_of("leave withdraw gone depart pull remove evacuate flee close sold die")
_LEFT = stem("left")
_OF_THEM = 4
"""Words behind "no" and "all" in which it is told of whom: "no longer any French *doctors*"."""


def have_all_gone(one: Reading, other: Reading) -> bool:
    """Of what there is none any more, all have gone: "no soldiers any more", "all soldiers have left"."""
    left = any(two[1] == "left" and two[0] in BE for two in pairwise(one.words)) or (
        "left" in one.vocabulary and any(at and one.words[at - 1] in BE | HAVE for at in one.negators)
    )
    if "no" not in one.vocabulary or not (left or _NO_MORE & one.vocabulary):
        return False
    of_whom = _told_behind(one, {"no"}) & _told_behind(other, EVERYBODY)
    gone = {
        term
        for at, term in enumerate(map(stem, other.words))
        if term in _GONE and not (term == _LEFT and _are_left(other, at))
    }
    told = {stem(word) for word in one.words if not (left and word == "left")}
    return bool(of_whom) and bool(gone - told)


def _are_left(reading: Reading, at: int) -> bool:
    """Whether somebody is left there or leaves them all, rather than that all leave: "all were left", "left all branches"."""
    return reading.words[at - 1] in BE or EVERYBODY.isdisjoint(reading.words[:at])


def _told_behind(reading: Reading, words: AbstractSet[str]) -> set[str]:
    """The terms of what stands near behind such a word."""
    found = [at for at, word in enumerate(reading.words) if word in words]
    return {term for term, place in reading.placed_terms if any(0 < place - at <= _OF_THEM for at in found)}


def is_denied_only_until(one: Reading, other: Reading) -> bool:
    """What was not so until a time has been so since then: "could not vote until 1971", "have been able to vote since 1971"."""
    if not one.negators or other.negators or not share_until_since_year(one, other):
        return False
    return not any(
        stem(word) in one.denied_or_postponed and all(pole != theirs for theirs, _, _ in other.poles[axis])
        for axis in one.poles.keys() & other.poles.keys() - {"order"}
        for pole, word, _ in one.poles[axis]
    )


def share_until_since_year(one: Reading, other: Reading) -> bool:
    """Whether the one tells of what was until the time since which something is in the other."""
    return not _years_behind(one, "until").isdisjoint(_years_behind(other, "since"))


def _years_behind(reading: Reading, mark: str) -> set[float]:
    return {q.value for q in reading.quantities if q.first and reading.words[q.first - 1] == mark}


def is_all_but_complement(one: Reading, other: Reading) -> bool:
    """What only so many did not do, all but so many did: "only two did not sign", "all but two signed"."""
    if not one.negators or other.negators:
        return False
    left_out = {q.value for q in other.quantities if _stands_behind(other, q, ["all", "but"])}
    return any(q.value in left_out for q in one.quantities if _stands_behind(one, q, ["only"]))


def _stands_behind(reading: Reading, number: Quantity, words: list[str]) -> bool:
    return reading.words[max(0, number.first - len(words)) : number.first] == words


def find_ending_verbs(one: Reading, other: Reading) -> frozenset[str]:
    """By what the other tells that what has not been so since a year ended in it: "has had no army since 1948", "abolished its army in 1948"."""
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
        if other.words[at - 1] in BE or any(0 < place - at <= _OF_THEM for place in of_it)
    )


def _is_warned_of(one: Reading, other: Reading) -> bool:
    """What somebody is warned against, one is warned of: "warned against closing it", "warned that closing it is dangerous"."""
    at = one.negators[0]
    if (
        one.words[at] != "against"
        or not contains_warning_complement(one, [at])
        or not contains_warning(other)
    ):
        return False
    return one.words[at + 1] in other.vocabulary or contains_warning_complement(
        other, range(len(other.words))
    )


_NO_WORDS: frozenset[str] = frozenset()
_WAYS: tuple[Callable[[Reading, Reading], object], ...] = (
    _is_free_of_it, _is_empty, have_all_gone, is_denied_only_until, is_all_but_complement, find_ending_verbs, _is_warned_of,
)  # fmt: skip


def is_implicitly_negated(one: Reading, other: Reading) -> bool:
    """Whether what the one denies is told to be so by the other, which denies nothing."""
    return len(one.negators) == 1 and not other.negators and any(way(one, other) for way in _WAYS)


ENDING_VERBS = CEASING | LIFTING | QUITTING | LOSING
"""Words by which something comes to its end."""


def is_ended(one: Reading, other: Reading) -> bool:
    """What is no longer done has come to its end: "stopped playing", "retired"."""
    if "longer" in one.vocabulary and ENDING_VERBS & other.vocabulary:
        return True
    ceased = [one.words[at] for at in one.negators if one.words[at] in CEASING]
    if ceased and len(one.negators) == 1 and QUITTING & (other.vocabulary - one.vocabulary):
        return True
    return bool(ceased) and any(
        senses(stem(word)) & senses(stem(ceased[0])) and before not in ("the", "an")
        for before, word in pairwise(["", *other.words])
    )


_HALTING = words_of(
    "halt halts halted halting stop stops stopped stopping block blocks blocked blocking prevent prevents prevented preventing"
    " cancel cancels cancelled canceled cancelling freeze freezes froze frozen suspend suspends suspended suspending pause pauses paused pausing"
    " oppose opposes opposed opposing reject rejects rejected rejecting drop drops dropped dropping abandon abandons abandoned shelved"
)
_OF_IT = 4
"""Words behind "halted" in which it is told what: "halted all further building"."""


def is_halted(one: Reading, other: Reading) -> bool:
    """What is not done has been halted or is opposed: "are not being built", "halted the building", "the building was called off"."""
    halted = {
        at
        for at, word in enumerate(other.words)
        if word in _HALTING or other.phrase_meanings.get(at) == "cancel"
    }
    if other.negators or not halted:
        return False
    if any(word in _HALTING for at, word in enumerate(one.words) if at not in one.negators):
        return False
    passive = {at: clause_start(other, at) for at in halted if other.words[at - 1] in BE}
    active, outright = halted - passive.keys(), not DENIERS.isdisjoint(one.vocabulary)
    return any(
        term in one.surely_denied
        and (
            not active.isdisjoint(range(at - _OF_IT, at))
            or (not outright and any(start <= at < verb for verb, start in passive.items()))
        )
        for term, at in other.placed_terms
    )


_KEEPING = words_of(
    "keep keeps kept keeping retain retains retained retaining maintain maintains maintained continue continues continued continuing"
    " preserve preserved uphold upholds upheld"
)
_TAKING_AWAY = frozenset(map(stem, ENDING_VERBS | words_of("cut remove sell change replace")))


def is_kept(one: Reading, other: Reading) -> bool:
    """What is not ended is kept: "voted against ending the subsidy", "voted to keep it", but not "continued ending", "ended the one and kept the other"."""
    if other.negators or _KEEPING.isdisjoint(other.vocabulary - one.vocabulary):
        return False
    taking_away = _TAKING_AWAY & one.surely_denied
    return bool(taking_away) and taking_away.isdisjoint(map(stem, other.words))
