"""Guards on whom a statement covers: all or both, some and not the rest; and on the scope of a "not": not one, not all, hardly any."""

from __future__ import annotations

from itertools import pairwise

from claimtrack.core.language.word_lists import (
    AFTER_HARDLY,
    ALL_BUT,
    CONTRASTING,
    EVERYBODY,
    HARDLY,
    STOP_WORDS,
    phrases_of,
    words_of,
)
from claimtrack.core.match.guards.difference import Excerpts, symmetric_guard
from claimtrack.core.match.guards.scope.exceptions import find_exception
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.words.terms import stem

_REST_PHRASES = phrases_of(
    "everyone else | everybody else | anyone else | anybody else | nobody else | all others | the rest"
)
_REST_WORDS = words_of("else others rest")


@symmetric_guard("differs")
def all_or_rest_excluded(one: Reading, other: Reading) -> Excerpts | None:
    """What holds of all in one holds in the other of some and not of the rest: "all are free", "... and everyone else pays"."""
    if EVERYBODY.isdisjoint(one.vocabulary) or not _REST_WORDS.isdisjoint(one.vocabulary):
        return None
    whole = next(word for word in one.words if word in EVERYBODY)
    if excluded := _quote_rest(other) or (_quote_only_one(other) if whole == "both" else None):
        return whole, excluded
    return None


def _quote_rest(reading: Reading) -> str | None:
    """The words for everyone else at the start of a clause; None if there are none."""
    if _REST_WORDS.isdisjoint(reading.vocabulary):
        return None
    words = reading.words
    at = next((i for i in range(1, len(words)) if words[i : i + 2] in _REST_PHRASES), None)
    if at is None or find_exception(reading) is not None:
        return None
    opens = reading.is_boundary(at) or words[at - 1] in _CONJUNCTIONS
    return reading.as_written(at, at + 2) if opens else None


_CONJUNCTIONS = words_of("and while but whereas")


def _quote_only_one(reading: Reading) -> str | None:
    """The "only" of one of two that is denied of the other; None if there is none."""
    if "only" not in reading.vocabulary or len(reading.negators) != 1 or "both" in reading.vocabulary:
        return None
    at = reading.words.index("only")
    return reading.as_written(at, at + 2) if at < reading.negators[0] else None


_ABSTAINING_VERBS = words_of(
    "stayed stays remained remains refused refuses declined declines abstained abstains"
)


@symmetric_guard("differs")
def member_set_apart(one: Reading, other: Reading) -> Excerpts | None:
    """One of those who act together in one did not act in the other: "A, B and C left", "A and B left, while C stayed"."""
    abstaining = _ABSTAINING_VERBS & (other.vocabulary - one.vocabulary)
    if not abstaining or not CONTRASTING.isdisjoint(one.vocabulary):
        return None
    for at, word in enumerate(other.words[:-2]):
        name = at + 1 + (other.words[at + 1] == "the")
        abstains = word in CONTRASTING and other.word(name + 1) in _ABSTAINING_VERBS
        if abstains and _is_in_list(one, stem(other.words[name])):
            return other.written[name], other.as_written(name, name + 2)
    return None


def _is_in_list(reading: Reading, name: str) -> bool:
    """Whether a name is a member of a coordinated list."""
    at = next((i for term, i in reading.placed_terms if term == name and reading.has_capital(i)), None)
    if at is None or "and" not in reading.vocabulary:
        return False
    joined = "and" in reading.words[max(0, at - 1) : at + 2]
    return joined or (reading.is_boundary(at + 1) and reading.words[at + 1] not in STOP_WORDS)


_UNIVERSAL_WORDS = words_of("all every everyone everybody everything always")
_ZERO_WORDS = words_of("none nobody never nothing no")
_PARTIAL_QUANTIFIERS = words_of("most many several some few half")
"""A negation after these leaves others out of it: "most states no longer", "no state"."""
_NEGATOR_REACH = 5
"""Tokens from these to the negator."""


def none_or_not_all(a: Reading, b: Reading) -> str | None:
    """One says of none what the other says of one or denies of all: "not one of them", "one of them"; "not all", "none"."""
    if difference := _partly_or_wholly_denied(a, b):
        return difference
    alike = bool(a.negators) != bool(b.negators) and "one" in a.vocabulary and "one" in b.vocabulary
    return "negated: not one" if alike and ("not", "one") in pairwise((*a.words, *b.words)) else None


@symmetric_guard("differs")
def _partly_or_wholly_denied(one: Reading, other: Reading) -> Excerpts | None:
    """One has "not all", "hardly any" or "most ... not", the other "none"."""
    if len(one.negators) != 1 or len(other.negators) != 1:
        return None
    at, place = one.negators[0], other.negators[0]
    before = one.words[max(0, at - _NEGATOR_REACH) : at]
    some = next((word for word in before if word in _PARTIAL_QUANTIFIERS), "")
    none = other.words[place] in ("no", "none", "nobody") and "and" not in one.words[:at]
    if some and none and _PARTIAL_QUANTIFIERS.isdisjoint(other.vocabulary):
        return f"{some} {one.written[at]}", other.written[place]
    if other.words[place] not in _ZERO_WORDS:
        return None
    hardly = one.words[at] in HARDLY and one.word(at + 1) in AFTER_HARDLY
    hardly = hardly and other.words[place - 1] not in ALL_BUT
    not_all = one.words[at] == "not" and one.word(at + 1) in _UNIVERSAL_WORDS
    if hardly or (not_all and not _is_denied_of_some(other, place)):  # "not all have one", "some have none"
        return one.as_written(at, at + 2), other.written[place]
    return None


_EXISTENTIAL_WORDS = words_of("some several many there")


def _is_denied_of_some(reading: Reading, place: int) -> bool:
    """Whether a negator concerns only some: "some have *no* nurse", "there are ships that have *no* nurse"."""
    before = {*reading.words[:place]}
    return bool(_EXISTENTIAL_WORDS & before) and ("there" not in before or bool(_RELATIVE_PRONOUNS & before))


_RELATIVE_PRONOUNS = words_of("that which who where with")


def is_few_versus_most(a: Reading, b: Reading) -> bool:
    """Whether one says of few what the other denies of most: "few have a car", "most have no car"."""
    return any(
        len(other.negators) == len(one.negators) + 1
        and (
            not _FEW_WORDS.isdisjoint(one.vocabulary - other.vocabulary)
            or _MINORITY_PHRASES & {*pairwise(one.words)}
        )
        and not _MOST_WORDS.isdisjoint(other.vocabulary)
        for one, other in ((a, b), (b, a))
    )


_MINORITY_PHRASES = {("than", "half"), ("under", "half"), ("below", "half")}
"""These mean few: "fewer than half can", "most cannot"; "more than half" beside a negated "most" contradicts by its number."""
_FEW_WORDS, _MOST_WORDS = words_of("few minority little"), words_of("most majority")
