"""Guards on of whom or what it holds: of all or both, of some and not of the rest; and of how many a "not" is said: not one, not all, hardly any."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import symmetric_guard
from claimtrack.core.match.guards.scope.exceptions import find_exception
from claimtrack.core.match.words.lexicon import (
    AFTER_HARDLY,
    ALL_BUT,
    CONTRASTING,
    EVERYBODY,
    HARDLY,
    STOP_WORDS,
    phrases_of,
    words_of,
)
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from claimtrack.core.match.guards.difference import Excerpts
    from claimtrack.core.match.reading.reading import Reading


_ELSE = phrases_of(
    "everyone else | everybody else | anyone else | anybody else | nobody else | all others | the rest"
)
_OF_THE_REST = words_of("else others rest")


@symmetric_guard("differs")
def all_or_rest_excluded(one: Reading, other: Reading) -> Excerpts | None:
    """What is so of all in the one is so of some in the other, and otherwise of the rest: "all are free", "... and everyone else pays"."""
    if EVERYBODY.isdisjoint(one.vocabulary) or not _OF_THE_REST.isdisjoint(one.vocabulary):
        return None
    whole = next(word for word in one.words if word in EVERYBODY)
    if told := _not_the_rest(other) or (_not_the_other(other) if whole == "both" else None):
        return whole, told
    return None


def _not_the_rest(reading: Reading) -> str | None:
    """The words that tell of everyone else, where they begin a clause."""
    if _OF_THE_REST.isdisjoint(reading.vocabulary):
        return None
    words = reading.words
    at = next((i for i in range(1, len(words)) if words[i : i + 2] in _ELSE), None)
    if (
        at is None
        or not (reading.is_boundary(at) or words[at - 1] in _JOINING)
        or find_exception(reading) is not None
    ):
        return None
    return reading.as_written(at, at + 2)


_JOINING = words_of("and while but whereas")


def _not_the_other(reading: Reading) -> str | None:
    """The "only" of one of two, where it is denied of the other."""
    if "only" not in reading.vocabulary or len(reading.negators) != 1 or "both" in reading.vocabulary:
        return None
    at = reading.words.index("only")
    return reading.as_written(at, at + 2) if at < reading.negators[0] else None


_OTHERWISE = words_of("stayed stays remained remains refused refuses declined declines abstained abstains")


@symmetric_guard("differs")
def member_set_apart(one: Reading, other: Reading) -> Excerpts | None:
    """Of those who did it together in the one, one did not in the other: "A, B and C left", "A and B left, while C stayed"."""
    if _OTHERWISE.isdisjoint(other.vocabulary - one.vocabulary) or not CONTRASTING.isdisjoint(one.vocabulary):
        return None
    for at, word in enumerate(other.words[:-2]):
        name = at + 1 + (other.words[at + 1] == "the")
        if word not in CONTRASTING or other.words[name + 1 : name + 2] == []:
            continue
        if other.words[name + 1] in _OTHERWISE and _is_one_of_several(one, stem(other.words[name])):
            return other.written[name], other.as_written(name, name + 2)
    return None


def _is_one_of_several(reading: Reading, name: str) -> bool:
    """Whether a name stands in a list that "and" joins."""
    at = next((i for term, i in reading.placed_terms if term == name and reading.has_capital(i)), None)
    if at is None or "and" not in reading.vocabulary:
        return False
    joined = "and" in reading.words[max(0, at - 1) : at + 2]
    return joined or (reading.is_boundary(at + 1) and reading.words[at + 1] not in STOP_WORDS)


_ALL = words_of("all every everyone everybody everything always")
_AT_ALL = words_of("none nobody never nothing no")
_SOME_DO = words_of("most many several some few half")
"""Before what is denied these leave others of whom it is not: "most states no longer", "no state"."""
_NEAR = 5
"""Tokens from these to what denies."""


def none_or_not_all(a: Reading, b: Reading) -> str | None:
    """One says of none what the other says of one or of not all: "not one of them", "one of them"; "not all", "none"."""
    if said := _not_all_or_none(a, b):
        return said
    alike = bool(a.negators) != bool(b.negators) and "one" in a.vocabulary and "one" in b.vocabulary
    return "negated: not one" if alike and ("not", "one") in pairwise((*a.words, *b.words)) else None


@symmetric_guard("differs")
def _not_all_or_none(one: Reading, other: Reading) -> Excerpts | None:
    if len(one.negators) != 1 or len(other.negators) != 1:
        return None
    at, place = one.negators[0], other.negators[0]
    some = next((word for word in one.words[max(0, at - _NEAR) : at] if word in _SOME_DO), "")
    none = other.words[place] in ("no", "none", "nobody") and _SOME_DO.isdisjoint(other.vocabulary)
    if some and none and "and" not in one.words[:at]:
        return f"{some} {one.written[at]}", other.written[place]
    if other.words[place] not in _AT_ALL:
        return None
    hardly = one.words[at] in HARDLY and one.word(at + 1) in AFTER_HARDLY
    hardly = hardly and other.words[place - 1] not in ALL_BUT
    not_all = one.words[at] == "not" and not _ALL.isdisjoint(one.words[at + 1 : at + 2])
    if hardly or (not_all and not _of_some(other, place)):  # "not all have one", "some have none"
        return one.as_written(at, at + 2), other.written[place]
    return None


_SOME = words_of("some several many there")


def _of_some(reading: Reading, place: int) -> bool:
    """Whether what is denied at a place is denied of some only: "some have *no* nurse", "there are ships that have *no* nurse"."""
    return not _SOME.isdisjoint(reading.words[:place]) and (
        "there" not in reading.words[:place] or not _RELATIVE.isdisjoint(reading.words[:place])
    )


_RELATIVE = words_of("that which who where with")


def is_few_versus_most(a: Reading, b: Reading) -> bool:
    """Whether one says of few what the other denies of most: "few have a car", "most have no car"."""
    return any(
        len(other.negators) == len(one.negators) + 1
        and (not _FEW.isdisjoint(one.vocabulary - other.vocabulary) or _UNDER_HALF & {*pairwise(one.words)})
        and not _MOST.isdisjoint(other.vocabulary)
        for one, other in ((a, b), (b, a))
    )


_UNDER_HALF = {("than", "half"), ("under", "half"), ("below", "half")}
"""So are few: "fewer than half can", "most cannot"; and "more than half" beside a denied most contradicts by its number."""
_FEW, _MOST = words_of("few minority little"), words_of("most majority")
