"""Guards on opposite words: rising and falling, most and least, before and after; and what makes up for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.guards.comparison.comparisons import are_converse_comparisons
from claimtrack.core.match.guards.comparison.degrees import counts_a_lack
from claimtrack.core.match.guards.comparison.reversals import find_agreeing_axes
from claimtrack.core.match.guards.entities.kinds import are_converse_nouns
from claimtrack.core.match.guards.polarity.answers import have_same_answer
from claimtrack.core.match.guards.polarity.implicit_negation import is_denied_only_until
from claimtrack.core.match.guards.polarity.lexical_negation import is_age_limit_converse
from claimtrack.core.match.guards.polarity.negation import negates_opposite
from claimtrack.core.match.guards.polarity.prefixes import are_antonym_superlatives
from claimtrack.core.match.guards.quantities.limits import share_limit
from claimtrack.core.match.guards.quantities.number_pairs import SIZE_AXES, are_complementary_shares
from claimtrack.core.match.guards.roles.converses import CONVERSE_AXES
from claimtrack.core.match.guards.roles.roles import find_reversed_axes
from claimtrack.core.match.guards.scope.coverage import is_few_versus_most
from claimtrack.core.match.guards.scope.exceptions import is_exception_complement
from claimtrack.core.match.guards.scope.partitives import are_complementary_counts
from claimtrack.core.match.reading.numbers.sums import compare_level_with_rate
from claimtrack.core.match.reading.semantics.antonyms import LIFTABLE
from claimtrack.core.match.reading.syntax.bindings import share_context
from claimtrack.core.match.words.lexicon import words_of
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Set as AbstractSet

    from claimtrack.core.match.reading.reading import Reading

    _Side = tuple[int, str, int]
    _Sided = list[_Side]


def antonyms_conflict(a: Reading, b: Reading) -> str | None:
    """They turn opposite ways: rising and falling, most and least, north and south, won and lost."""
    both = a.poles.keys() & b.poles.keys() - {"order"}
    if not both or _compare(a, b) or are_complementary_shares(a, b) or is_exception_complement(a, b):
        return None
    if share_limit(a, b):
        return None  # "fewer than 50 are exempt", "50 or more must pay"
    if (
        negates_opposite(a, b)
        or negates_opposite(b, a)
        or is_few_versus_most(a, b)
        or are_complementary_counts(a, b)
    ):
        return None
    if "permission" in both and (is_age_limit_converse(a, b) or is_age_limit_converse(b, a)):
        both = both - {"permission"}  # "banned under 16", "allowed from 16"
    if "truth" in both and have_same_answer(a, b):
        both = both - {"truth"}  # "not a hoax", "genuine"
    if "superlative" in both and counts_a_lack(a) != counts_a_lack(b):
        both = both - {"superlative"}
    return _opposed(
        a, b, both - {"direction"} if "direction" in both and compare_level_with_rate(a, b) else both
    )


def relational_antonyms_conflict(a: Reading, b: Reading) -> str | None:
    """They put opposite words between two things, which may have changed sides: before and after, more than and less than."""
    both = a.poles.keys() & b.poles.keys()
    if are_complementary_shares(a, b) or (both & _SIZE and share_limit(a, b)):
        both = both - _SIZE
    return _opposed(a, b, both if _compare(a, b) else both & {"order"})


_SIZE = frozenset({"comparative", "bound"})


def _compare(a: Reading, b: Reading) -> bool:
    return _compares(a) and _compares(b)


def _compares(reading: Reading) -> bool:
    """Whether something is compared: "faster than", "twice as fast as"."""
    if "as" not in reading.vocabulary:
        return "than" in reading.vocabulary
    return "than" in reading.vocabulary or any(
        word in ("half", "twice", "double", "times") for _, word, _ in reading.poles.get("comparative", ())
    )


def _opposed(a: Reading, b: Reading, axes: AbstractSet[str]) -> str | None:
    if are_antonym_superlatives(a, b):
        axes = axes - {"superlative", "comparative"}
    apart = {axis: sides for axis in axes if (sides := _sides_apart(a, b, axis))}
    if not apart or _made_up_for(apart) or are_converse_comparisons(a, b):
        return None
    turned, graded = find_reversed_axes(a, b), find_agreeing_axes(a, b)
    for axis in sorted(apart.keys() - (turned - CONVERSE_AXES) - (graded and graded | {"comparative"})):
        (_, word, place), (_, word_b, place_b) = apart[axis]
        if are_converse_nouns(a, word, b, word_b) or (
            axis == "order" and (is_denied_only_until(a, b) or is_denied_only_until(b, a))
        ):
            continue
        if axis == "deal" and "sales" in (word, word_b):
            continue  # what is bought makes sales
        denied = _is_denied(a, word, place) != _is_denied(b, word_b, place_b)
        if denied == (axis in turned) and share_context(a, place, b, place_b, 4):
            return f"opposite: {_told(a, word, place)} / {_told(b, word_b, place_b)}"
    return None


def _told(reading: Reading, word: str, place: int) -> str:
    """A word that takes a side, or the words that take it together: "almost all", "threw it out"."""
    phrase = reading.set_phrases.get(place)
    return word if phrase is None else " ".join(reading.words[at] for at in phrase.places)


_OF_MOST, _OF_FEW = words_of("most majority nearly almost"), words_of("minority few hardly little")


def _made_up_for(apart: Mapping[str, tuple[_Side, _Side]]) -> bool:
    """Whether the one says of the few the contrary of what the other says of most: most are refused, a minority is accepted."""
    counted = {
        axis
        for axis, ((_, word, _), (_, word_b, _)) in apart.items()
        if (word in _OF_MOST and word_b in _OF_FEW) or (word in _OF_FEW and word_b in _OF_MOST)
    }
    return bool(counted) and not apart.keys() - counted <= SIZE_AXES


_FORBIDDING = words_of(
    "forbid forbids forbidden forbade forbidding prohibited banned barred stopped prevented"
)
_OF_NONE = (["none", "of"], ["not", "one"])
"""What so many do, is denied however far behind: "not one of the 27 states has met"."""
_REACH = 5
"""Tokens from such a word to what it denies at most: "forbids *shops in the centre to* open"."""


def _is_denied(reading: Reading, word: str, place: int) -> bool:
    """Whether what a word at a place says is denied: "not open", "forbidden to open", "open no longer"."""
    words = reading.words
    if stem(word) in reading.denied_or_postponed or words[place + 1 : place + 3] == ["no", "longer"]:
        return True
    if any(at < place and words[at : at + 2] in _OF_NONE for at in reading.negators):
        return True
    if words[place + 1 : place + 2] == ["none"]:  # "repaid none of it"
        return True
    kept_from = words[max(0, place - 1) : place] in (["to"], ["from"])
    return kept_from and not _FORBIDDING.isdisjoint(words[max(0, place - _REACH) : place])


def _sides_apart(a: Reading, b: Reading, axis: str) -> tuple[_Side, _Side] | None:
    """The first words of two statements on one axis where these take different sides; those that both have say nothing."""
    one, other = a.poles[axis], b.poles[axis]
    if _on_one_side(one, other):
        one, other = _own_words(one, other), _own_words(other, one)
    else:
        one, other = _not_said(one, b), _not_said(other, a)
    return None if not one or not other or _on_one_side(one, other) else (one[0], other[0])


def _not_said(one: _Sided, other: Reading) -> _Sided:
    """Of the words that take a side those that the other statement has in no form, "elected", "re-election", unless it may be undone there."""
    return [sided for sided in one if (form := stem(sided[1])) in _UNDONE or form not in other.terms]


_UNDONE = frozenset(map(stem, (*LIFTABLE, "execution")))


def _on_one_side(one: _Sided, other: _Sided) -> bool:
    return not {pole for pole, _, _ in one}.isdisjoint(pole for pole, _, _ in other)


def _own_words(one: _Sided, other: _Sided) -> _Sided:
    """Of the words that take a side those that the other statement has not: the sons of the king, the daughters of the king."""
    known = {stem(word) for _, word, _ in other}
    return [sided for sided in one if stem(sided[1]) not in known]
