"""Guards on antonyms (rising and falling, most and least, before and after), and on what makes two of them mean the same."""

from __future__ import annotations

from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import groups_by_word, words_of
from claimtrack.core.match.guards.comparison.comparisons import are_converse_comparisons
from claimtrack.core.match.guards.comparison.degrees import counts_a_lack
from claimtrack.core.match.guards.comparison.reversals import find_agreeing_axes
from claimtrack.core.match.guards.comparison.standards import MULTIPLIERS
from claimtrack.core.match.guards.entities.kinds import are_converse_nouns
from claimtrack.core.match.guards.polarity.answers import have_same_answer
from claimtrack.core.match.guards.polarity.implicit_negation import is_denied_only_until
from claimtrack.core.match.guards.polarity.lexical_negation import is_age_limit_converse
from claimtrack.core.match.guards.polarity.negation import negates_opposite
from claimtrack.core.match.guards.polarity.prefixes import are_antonym_superlatives
from claimtrack.core.match.guards.quantities.limits import share_limit
from claimtrack.core.match.guards.quantities.number_pairs import SIZE_AXES, are_complementary_shares
from claimtrack.core.match.guards.roles.roles import find_reversed_axes
from claimtrack.core.match.guards.roles.transfers import CONVERSE_AXES
from claimtrack.core.match.guards.scope.coverage import is_few_versus_most
from claimtrack.core.match.guards.scope.exceptions import is_exception_complement
from claimtrack.core.match.guards.scope.partitives import are_complementary_counts
from claimtrack.core.match.reading.numbers.sums import compare_level_with_rate
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.semantics.antonyms import LIFTABLE
from claimtrack.core.match.reading.syntax.bindings import share_context
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    _Pole = tuple[int, str, int]
    _Poles = list[_Pole]


def antonyms_conflict(a: Reading, b: Reading) -> str | None:
    """They use opposite poles of an axis: rising and falling, most and least, north and south, won and lost."""
    both = a.poles.keys() & b.poles.keys() - {"order"}
    if not both or _both_compare(a, b) or are_complementary_shares(a, b) or is_exception_complement(a, b):
        return None
    if share_limit(a, b):
        return None  # "fewer than 50 are exempt", "50 or more must pay"
    if negates_opposite(a, b) or negates_opposite(b, a):
        return None
    if is_few_versus_most(a, b) or are_complementary_counts(a, b):
        return None
    if "permission" in both and (is_age_limit_converse(a, b) or is_age_limit_converse(b, a)):
        both = both - {"permission"}  # "banned under 16", "allowed from 16"
    if "truth" in both and have_same_answer(a, b):
        both = both - {"truth"}  # "not a hoax", "genuine"
    if "superlative" in both and counts_a_lack(a) != counts_a_lack(b):
        both = both - {"superlative"}
    if "direction" in both and compare_level_with_rate(a, b):
        both = both - {"direction"}
    return _find_conflict(a, b, both)


def relational_antonyms_conflict(a: Reading, b: Reading) -> str | None:
    """They put antonyms between two things, which may have changed sides: before and after, more than and less than."""
    both = a.poles.keys() & b.poles.keys()
    if are_complementary_shares(a, b) or (both & _SIZE_COMPARISON_AXES and share_limit(a, b)):
        both = both - _SIZE_COMPARISON_AXES
    return _find_conflict(a, b, both if _both_compare(a, b) else both & {"order"})


_SIZE_COMPARISON_AXES = words_of("comparative bound")


def _both_compare(a: Reading, b: Reading) -> bool:
    """Whether both statements contain a comparison."""
    return _contains_comparison(a) and _contains_comparison(b)


def _contains_comparison(reading: Reading) -> bool:
    """Whether something is compared: "faster than", "twice as fast as"."""
    graded = (word for _, word, _ in reading.poles.get("comparative", ()))
    is_multiple = "as" in reading.vocabulary and any(map(MULTIPLIERS.__contains__, graded))
    return is_multiple or "than" in reading.vocabulary


def _find_conflict(a: Reading, b: Reading, axes: AbstractSet[str]) -> str | None:
    """The first conflict on some axes that nothing else in the statements compensates for: "opposite: rose / fell"."""
    if are_antonym_superlatives(a, b):
        axes = axes - {"superlative", "comparative"}
    opposed = {axis: sides for axis in axes if (sides := _find_opposite_poles(a, b, axis))}
    if not opposed or _is_majority_complement(opposed) or are_converse_comparisons(a, b):
        return None
    reversed_axes, agreeing_axes = find_reversed_axes(a, b), find_agreeing_axes(a, b)
    agreeing_axes = agreeing_axes and agreeing_axes | {"comparative"}
    for axis in sorted(opposed.keys() - (reversed_axes - CONVERSE_AXES) - agreeing_axes):
        (_, word, place), (_, word_b, place_b) = opposed[axis]
        if are_converse_nouns(a, word, b, word_b):
            continue
        if axis == "order" and (is_denied_only_until(a, b) or is_denied_only_until(b, a)):
            continue
        if axis == "deal" and "sales" in (word, word_b):
            continue  # no antonym: a purchase makes sales
        denied = _is_denied(a, word, place) != _is_denied(b, word_b, place_b)
        if denied == (axis in reversed_axes) and share_context(a, place, b, place_b, 4):
            return f"opposite: {_quote_pole(a, word, place)} / {_quote_pole(b, word_b, place_b)}"
    return None


def _quote_pole(reading: Reading, word: str, place: int) -> str:
    """The word at a pole, or the phrase that stands for it: "almost all", "threw it out"."""
    phrase = reading.set_phrases.get(place)
    return word if phrase is None else " ".join(reading.words[at] for at in phrase.places)


_MAJORITY_OR_MINORITY = groups_by_word(
    "majority: most majority nearly almost | minority: minority few hardly little"
)


def _is_majority_complement(opposed: Mapping[str, tuple[_Pole, _Pole]]) -> bool:
    """Whether one says of a minority the opposite of what the other says of the majority: most are refused, a minority is accepted."""
    counted = {
        axis
        for axis, two in opposed.items()
        if {_MAJORITY_OR_MINORITY.get(word) for _, word, _ in two} == {"majority", "minority"}
    }
    return bool(counted) and not opposed.keys() - counted <= SIZE_AXES


_FORBIDDING_VERBS = words_of(
    "forbid forbids forbidden forbade forbidding prohibited banned barred stopped prevented"
)
_NONE_PHRASES = (["none", "of"], ["not", "one"])
"""After these a verb is denied at any distance: "not one of the 27 states has met"."""
_FORBIDDING_REACH = 5
"""Tokens from such a verb to what it denies at most: "forbids *shops in the centre to* open"."""


def _is_denied(reading: Reading, word: str, place: int) -> bool:
    """Whether the word at a place is negated: "not open", "forbidden to open", "open no longer"."""
    words = reading.words
    if stem(word) in reading.denied_or_postponed or words[place + 1 : place + 3] == ["no", "longer"]:
        return True
    if any(at < place and words[at : at + 2] in _NONE_PHRASES for at in reading.negators):
        return True
    if reading.word(place + 1) == "none":  # "repaid none of it"
        return True
    kept_from = words[max(0, place - 1) : place] in (["to"], ["from"])
    return kept_from and not _FORBIDDING_VERBS.isdisjoint(words[max(0, place - _FORBIDDING_REACH) : place])


def _find_opposite_poles(a: Reading, b: Reading, axis: str) -> tuple[_Pole, _Pole] | None:
    """The first words of two statements at opposite poles of an axis, if there are any; shared words do not count."""
    one, other = a.poles[axis], b.poles[axis]
    if _share_pole(one, other):
        one, other = _own_poles(one, other), _own_poles(other, one)
    else:
        one, other = _unshared_poles(one, b), _unshared_poles(other, a)
    return None if not one or not other or _share_pole(one, other) else (one[0], other[0])


def _unshared_poles(one: _Poles, other: Reading) -> _Poles:
    """The words at a pole that the other statement has in no form ("elected", "re-election"), unless it may undo them."""
    return [pole for pole in one if (form := stem(pole[1])) in _REVERSIBLE_STEMS or form not in other.terms]


_REVERSIBLE_STEMS = stems_of((*LIFTABLE, "execution"))


def _share_pole(one: _Poles, other: _Poles) -> bool:
    """Whether two lists of words have a pole in common."""
    return not {pole for pole, _, _ in one}.isdisjoint(pole for pole, _, _ in other)


def _own_poles(one: _Poles, other: _Poles) -> _Poles:
    """The words at a pole that the other statement does not have: the sons of the king, the daughters of the king."""
    known = {stem(word) for _, word, _ in other}
    return [pole for pole in one if stem(pole[1]) not in known]
