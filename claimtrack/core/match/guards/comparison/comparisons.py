"""Comparisons: what exceeds what, and whether two comparisons are converses."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product
from typing import NamedTuple

from claimtrack.core.language.word_lists import (
    MULTIPLIERS,
    NOBODY,
    PAST_AUXILIARIES,
    THIRD_PERSON,
    phrases_of,
    words_of,
)
from claimtrack.core.match.guards.comparison.equivalences import (
    EARLIER_WORDS,
    NOW_STEMS,
    NOW_TERM,
    PERIODS,
    add_time_terms,
    are_converse_positions,
    is_present_tense,
    refers_to_past,
)
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.phrases import clause_end, phrase_after, terms_around, terms_between
from claimtrack.core.match.words.antonyms import poles_of
from claimtrack.core.match.words.forms import is_comparative

_RATIO_WORDS = words_of("times half") | MULTIPLIERS.keys()
"""Before "as many as" these make one side the larger."""


class Comparison(NamedTuple):
    """What is compared, its standard, the word for the degree, and which terms belong together.

    `adjacent_terms` has pairs such as "richest percent", `coordinated_terms` those that "and" joins, in both orders; `graded` is the
    word right after the degree: more *expensive*, fewer *births*.
    """

    left: frozenset[str]
    right: frozenset[str]
    degree: str
    adjacent_terms: frozenset[tuple[str, str]] = frozenset()
    coordinated_terms: frozenset[tuple[str, str]] = frozenset()
    graded: str = ""

    def same_degree(self, other: Comparison) -> bool:
        """Whether both degrees are the same, or at one pole of an axis: larger and bigger."""
        ours, theirs = poles_of(self.degree), poles_of(other.degree)
        return self.degree == other.degree or bool(set(ours) & set(theirs))


_MAX_STATEMENT_WORDS = 150
"""Words above which the order of a text is not compared: it is a post that says many things."""
COMPARISON_MARKERS = words_of("than as")
_BOUND_WORDS = words_of("more less fewer greater higher lower larger smaller older younger")


def find_comparisons(reading: Reading) -> Iterator[Comparison]:
    """Yield each comparison in a statement: the sentence before "than", and the clause after it."""
    yield from _find_exceeding(reading)
    words = reading.words
    marks = {"than"} if _RATIO_WORDS.isdisjoint(reading.vocabulary) else {"than", "as"}
    if marks.isdisjoint(reading.vocabulary):
        yield from _find_past_comparisons(reading)
        return
    numbers = {quantity.first for quantity in reading.quantities}
    for at, word in enumerate(words):
        if word not in marks or not NOBODY.isdisjoint(words[:at]):
            continue
        degree = _degree_place(words, at)
        if degree is None or (words[degree] in _BOUND_WORDS and degree + 1 == at and at + 1 in numbers):
            continue  # "more than 40" only bounds the number
        after = _standard_terms(reading, at)
        owner = _NO_TERMS if after else _pronoun_antecedent(reading, at)
        after = after or owner
        before = frozenset(
            term
            for term, i in reading.placed_terms
            if i < at
            and i != degree
            and reading.sentences[i] == reading.sentences[at]
            and term not in owner
            and not (term in after and words[i].endswith("'s"))  # "Peru's neighbours ... than Peru"
        )
        if before and after:
            is_now = is_present_tense(words[:at]) and refers_to_past(reading, at + 1)
            sides = add_time_terms(before, words[:at], is_now=is_now), add_time_terms(after, words[at + 1 :])
            graded = reading.word(degree + 1) if words[degree] in _BOUND_WORDS else ""
            yield Comparison(*sides, _degree_word(words, degree), *_find_term_pairs(reading), graded)


def _standard_terms(reading: Reading, at: int) -> frozenset[str]:
    """The terms of the standard after "than", without the "one" that stands for what is compared: "than the southern *one*"."""
    end = clause_end(reading, at)
    end -= reading.words[end - 1] in _PRO_FORMS
    return terms_between(reading, at + 1, end)


_PRO_FORMS = words_of("one ones")


def _pronoun_antecedent(reading: Reading, at: int) -> frozenset[str]:
    """The terms to which a lone pronoun after "than" refers: "the *bank's* cleaners" or "the cleaners of the *bank* pay more than *it* does"."""
    words = reading.words
    if reading.word(at + 1) not in THIRD_PERSON:
        return _NO_TERMS
    owners = (i for i in reading.places if i < at and (words[i].endswith("'s") or "of" in words[i - 2 : i]))
    place = next(owners, None)
    return frozenset(term for term, i in reading.placed_terms if i == place)


def _degree_word(words: Sequence[str], degree: int) -> str:
    """The word for the degree; "fewer" for "half as", "more" for "twice as"."""
    if words[degree] != "as":
        return words[degree]
    return "fewer" if words[degree - 1] == "half" else "more"


def _find_term_pairs(reading: Reading) -> tuple[frozenset[tuple[str, str]], frozenset[tuple[str, str]]]:
    """The pairs of adjacent terms, and the pairs that "and" coordinates in both orders."""
    adjacent, coordinated_terms = set(), set()
    for (term, at), (term_b, at_b) in pairwise(reading.placed_terms):
        between = reading.words[at + 1 : at_b]
        if not between:
            adjacent.add((term, term_b))
        elif between in _COORDINATORS:
            coordinated_terms |= {(term, term_b), (term_b, term)}
    return frozenset(adjacent), frozenset(coordinated_terms)


_COORDINATORS = phrases_of("and | and the | and in")


def _find_past_comparisons(reading: Reading) -> Iterator[Comparison]:
    """Yield each comparison of now with an earlier time: "before the drought the lake was higher"."""
    is_earlier = reading.years or not EARLIER_WORDS.isdisjoint(reading.vocabulary)
    if not is_earlier or PAST_AUXILIARIES.isdisjoint(reading.vocabulary):
        return
    for at in (at for at, word in enumerate(reading.words) if is_comparative(word)):
        left = frozenset(term for term, i in reading.placed_terms if i != at)
        yield Comparison(left - NOW_STEMS, NOW_TERM, reading.words[at], *_find_term_pairs(reading))


EXCEEDING_VERBS = words_of(
    "outsell+s+ed outnumber+s+ed overtake+s+ed overtaken outpace+s+ed outstrip+s outstripped outweigh+s+ed "
    "outperform+s+ed outlive+s+ed exceed+s+ed surpass+s+ed"
)
"""Verbs whose subject has or is more than their object."""


def _find_exceeding(reading: Reading) -> Iterator[Comparison]:
    """Yield what exceeds what by a verb: "A has overtaken B", "A outsold B"."""
    for at in sorted(map(reading.words.index, EXCEEDING_VERBS & reading.vocabulary)):
        sides = terms_around(reading, at)
        end = at + 1 if reading.word(at + 1) == "by" else at
        after = phrase_after(reading, end)
        if sides.left and any(term[0] != "#" for term in after):
            yield Comparison(*((sides.left, after) if end == at else (after, sides.left)), "more")


def _degree_place(words: Sequence[str], at: int) -> int | None:
    """The place of the degree before "than" or the second "as": "more", "twice as many"."""
    before = range(at - 1, max(-1, at - (11 if words[at] == "than" else 14)), -1)
    if words[at] == "than":
        positive = next((i for i in before if words[i] in _PLAIN_DEGREES), None)
        return next((i for i in before if is_comparative(words[i])), None) if positive is None else positive
    first = next((i for i in before if words[i] == "as"), None)
    return first if first and words[first - 1] in _RATIO_WORDS else None


_PLAIN_DEGREES = words_of("more less fewer worse")
"""These are the degree even if another comparative is nearer: "more of the smaller firms than"."""


def are_sides_crossed(one: Comparison, other: Comparison) -> bool:
    """Whether terms of the standard of each comparison are compared in the other."""
    right, right_b = one.right - one.left - other.right, other.right - other.left - one.right
    moved, moved_b = right & other.left, right_b & one.left
    of_time = _is_only_time_moved(moved, moved_b, one.right) or _is_only_time_moved(
        moved_b, moved, other.right
    )
    if moved and moved_b and not of_time:
        return True
    return _is_crossed_within(one, other) or _is_crossed_within(other, one)


def are_sides_exchanged(one: Comparison, other: Comparison) -> bool:
    """Whether everything compared has changed sides, so that an opposite degree means the same.

    Not if its modifiers have stayed: "A has more than B and C", "B has less than A and C"; "the richest percent
    owns less than the poorest half", "the poorest percent owns more than the richest half".
    """
    return are_sides_crossed(one, other) and not _is_companion_left(one, other)


def _is_companion_left(one: Comparison, other: Comparison) -> bool:
    """Whether a term has changed sides without the term that belongs to it."""
    both = (one.left | other.left) & (one.right | other.right)
    left, right = (one.left & other.left) - both, (one.right & other.right) - both
    to_the_left, to_the_right = (one.right & other.left) - one.left, (one.left & other.right) - one.right
    moved, unmoved = to_the_left | to_the_right, left | right
    coordinated = one.coordinated_terms | other.coordinated_terms
    if any(term in moved and fellow in unmoved for term, fellow in coordinated):
        return True
    return all(
        any(term in moved_terms and head in kept for term, head in one.adjacent_terms)
        for moved_terms, kept in ((to_the_left, right), (to_the_right, left))
    )


def _is_only_time_moved(moved: frozenset[str], unmoved: frozenset[str], standard: frozenset[str]) -> bool:
    """Whether only "now" has changed sides, and no other time stands for it: "than coal *now*", "is *now* cheaper than coal in India"."""
    if not moved <= NOW_TERM < standard:
        return False
    return not any(term[0] == "#" or term in NOW_TERM or term in PERIODS for term in unmoved)


def _is_crossed_within(one: Comparison, other: Comparison) -> bool:
    """The same if one noun is on both sides of both comparisons: "sons of doctors are richer than doctors"."""
    repeated = one.right & one.left & other.left & other.right
    moved = (one.left - one.right) & (other.right - other.left)
    return bool(repeated and moved) and one.right <= one.left


def is_comparison_reversed(one: Comparison, other: Comparison) -> bool:
    """Whether the sides are exchanged while the degree stays: "A is larger than B", "B is larger than A"."""
    return one.same_degree(other) and are_sides_crossed(one, other)


def is_either_too_long(a: Reading, b: Reading) -> bool:
    """Whether one of two texts is so long that its word order proves nothing."""
    return max(len(a.words), len(b.words)) > _MAX_STATEMENT_WORDS


def are_converse_comparisons(a: Reading, b: Reading) -> bool:
    """Whether two comparisons have exchanged sides and opposite degrees: "A is cheaper than B", "B is dearer than A"."""
    if are_converse_positions(a, b):
        return True
    if COMPARISON_MARKERS.isdisjoint(a.vocabulary | b.vocabulary) or is_either_too_long(a, b):
        return False
    pairs = product(find_comparisons(a), find_comparisons(b))
    return any(are_sides_exchanged(one, other) and not one.same_degree(other) for one, other in pairs)


_NO_TERMS: frozenset[str] = frozenset()
