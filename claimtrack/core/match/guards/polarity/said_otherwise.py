"""What is denied with a "not" or "no" in one statement, and told without one in a sentence that is built otherwise."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import EVERYBODY, NOBODY, words_of
from claimtrack.core.match.words.opposites import CEASING, LIFTING, LOSING, QUITTING
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading

_FREE = 4
"""Letters at least of what somebody is "-less": "childless"."""


def _is_free_of_it(one: Reading, other: Reading) -> bool:
    """What there is none of, the other is free of: "no debts", "debt-free", "free of debt"; "no children", "childless"."""
    words = other.words
    free = {
        near
        for at, word in enumerate(words)
        if word == "free"
        for near in (words[at - 1 : at] if at else [])
        + words[at + 2 : at + 3] * (words[at + 1 : at + 2] == ["of"])
    }
    less = {word.removesuffix("less") for word in words if word.endswith("less") and len(word) >= 2 * _FREE}
    return any(stem(word) in one.surely_denied for word in free | less)


_LIKELY, _UNLIKELY = words_of("probably likely"), words_of("unlikely improbable doubtful")


def _is_unlikely(one: Reading, other: Reading) -> bool:
    """What will probably not be so is unlikely."""
    return not _UNLIKELY.isdisjoint(other.vocabulary) and not _LIKELY.isdisjoint(one.vocabulary)


_EMPTY, _WITHIN = words_of("empty vacant deserted unoccupied"), words_of("on in inside at aboard there")
_NEAR = 4


def _is_empty(one: Reading, other: Reading) -> bool:
    """What nobody was on or in was empty."""
    within = (one.words[at + 1 : at + _NEAR] for at in one.negators if one.words[at] in NOBODY)
    return not _EMPTY.isdisjoint(other.vocabulary) and any(not _WITHIN.isdisjoint(words) for words in within)


_NO_MORE = words_of("more anymore longer left remain remains")
_GONE = frozenset(
    map(
        stem,
        words_of("leave left withdraw withdrawn gone depart pull remove evacuate flee fled close sold die"),
    )
)


def are_all_gone(one: Reading, other: Reading) -> bool:
    """Of what there is none any more, all have gone: "no soldiers any more", "all soldiers have left"."""
    none = "no" in one.vocabulary and not _NO_MORE.isdisjoint(one.vocabulary)
    gone = not EVERYBODY.isdisjoint(other.vocabulary) and not _GONE.isdisjoint(map(stem, other.words))
    return none and gone


def was_so_until(one: Reading, other: Reading) -> bool:
    """What was not so until a time has been so since then: "could not vote until 1971", "have been able to vote since 1971"."""
    if not one.negators or other.negators:
        return False
    return not _years_behind(one, "until").isdisjoint(_years_behind(other, "since"))


def _years_behind(reading: Reading, mark: str) -> set[float]:
    return {q.value for q in reading.quantities if q.first and reading.words[q.first - 1] == mark}


def all_but_them(one: Reading, other: Reading) -> bool:
    """What only so many did not do, all but so many did: "only two did not sign", "all but two signed"."""
    if not one.negators or other.negators:
        return False
    left_out = {q.value for q in other.quantities if _stands_behind(other, q, ["all", "but"])}
    return any(q.value in left_out for q in one.quantities if _stands_behind(one, q, ["only"]))


def _stands_behind(reading: Reading, number: Quantity, words: list[str]) -> bool:
    return reading.words[max(0, number.first - len(words)) : number.first] == words


def ended_then(one: Reading, other: Reading) -> frozenset[str]:
    """By what the other tells that what has not been so since a year ended in it: "has had no army since 1948", "abolished its army in 1948"."""
    if other.negators or not one.negators or "since" not in one.vocabulary or not one.years & other.years:
        return _NO_WORDS
    return (CEASING | LIFTING | QUITTING | LOSING) & (other.vocabulary - one.vocabulary)


_NO_WORDS: frozenset[str] = frozenset()
_WAYS: tuple[Callable[[Reading, Reading], object], ...] = (
    _is_free_of_it,
    _is_unlikely,
    _is_empty,
    are_all_gone,
    was_so_until,
    all_but_them,
    ended_then,
)


def said_otherwise(one: Reading, other: Reading) -> bool:
    """Whether what the one denies is told to be so by the other, which denies nothing."""
    return len(one.negators) == 1 and not other.negators and any(way(one, other) for way in _WAYS)
