"""Guard: do two comparisons of the same two things, in any wording and order, disagree on which of them is more?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.language.word_lists import MONTHS, STOP_WORDS, WEEKDAYS, words_of
from claimtrack.core.match.guards.comparison.comparisons import (
    COMPARISON_MARKERS,
    EXCEEDING_VERBS,
    find_comparisons,
    is_either_too_long,
)
from claimtrack.core.match.reading.reading import Reading, meanings
from claimtrack.core.match.words.antonyms import poles_of
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from claimtrack.core.match.guards.comparison.comparisons import Comparison

_COMPARISON_WORDS = COMPARISON_MARKERS | EXCEEDING_VERBS
_STEM_LETTERS = 5
"""First letters by which two terms are forms of one."""
_TIME_STEMS = frozenset(
    map(stem, (*MONTHS, *WEEKDAYS, *words_of("year years month week times last this now still other")))
)
"""Terms that date a comparison, and are not compared."""
_DEGREE_POLES = {"more": 0, "less": 1, "fewer": 1}
_SIZE_AXIS = "comparative"
_QUALITY_AXES = words_of("price safety wealth quality frequency health ease dirt mood strength warmth speed")
"""Axes of qualities that come in degrees: "more dangerous"; "more women" are not more female."""
_EXCEPTION_WORDS = words_of("except only but apart besides bar excluding alone")
"""With these a comparison with all others leaves one out."""


class _MeantComparison(NamedTuple):
    """A comparison by meaning: both sides in all their meanings, the pole on each axis, and what is compared in degree."""

    left: frozenset[int | str]
    right: frozenset[int | str]
    axes: dict[str, int]
    graded: str


def comparison_reversed(a: Reading, b: Reading) -> str | None:
    """They compare the same two things, and another is more: "cats kill more than dogs", "more are killed by dogs than by cats"."""
    if any(_COMPARISON_WORDS.isdisjoint(r.vocabulary) for r in (a, b)) or is_either_too_long(a, b):
        return None
    if a.negators or b.negators or not _EXCEPTION_WORDS.isdisjoint(a.vocabulary | b.vocabulary):
        return None
    for x, y in product(_read_comparisons(a), _read_comparisons(b)):
        poles = {x.axes[axis] == y.axes[axis] for axis in x.axes.keys() & y.axes.keys()}
        if len(poles) != 1 or not _mentions_graded(x, b) or not _mentions_graded(y, a):
            continue
        where = x.right & y.right  # "dearer than petrol in Peru", "dearer than diesel in Peru"
        crossed = (x.right - where) & y.left and (y.right - where) & x.left
        is_standard_shared = where and not x.right & y.left and not y.right & x.left
        topped = _is_maximum_beaten(x, y) or _is_maximum_beaten(y, x)
        moved = (crossed or topped) if True in poles else (is_standard_shared and x.left & y.left)
        if moved:
            degrees = dict.fromkeys((x.graded, y.graded))  # never "more / more"
            return f"comparison reversed: {' / '.join(degrees)}"
    return None


def find_agreeing_axes(a: Reading, b: Reading) -> frozenset[str]:
    """The axes on which both compare the same things the same way, possibly by antonyms: "more dangerous than", "less safe than".

    If one compares twice on an axis, the two may agree only once: "safer by day, but less safe at night".
    """
    if _DEGREE_POLES.keys().isdisjoint(a.vocabulary | b.vocabulary) or is_either_too_long(a, b):
        return frozenset()
    if "than" not in a.vocabulary | b.vocabulary:
        axes, axes_b = _find_graded_axes(a), _find_graded_axes(b)
        return frozenset(axis for axis in axes.keys() & axes_b.keys() if axes[axis] == axes_b[axis])
    ours, theirs = _read_comparisons(a), _read_comparisons(b)
    alike = {
        axis
        for x, y in product(ours, theirs)
        if _have_same_sides(x, y)
        for axis in (x.axes.keys() & y.axes.keys() & _QUALITY_AXES)
        if x.axes[axis] == y.axes[axis]
    }
    counts = [Counter(axis for x in side for axis in x.axes) for side in (ours, theirs)]
    return frozenset(axis for axis in alike if all(count[axis] == 1 for count in counts))


def _find_graded_axes(reading: Reading) -> dict[str, int]:
    """The axes with a degree but no standard, each with its pole: "is less safe", "has become more dangerous"."""
    found = {}
    for axis in reading.poles.keys() & _QUALITY_AXES if not reading.negators else ():
        (pole, word, at), *more = reading.poles[axis]
        degree = _DEGREE_POLES.get(reading.words[at - 1], 0 if word.endswith("er") else None)
        if not more and degree is not None:
            found[axis] = pole ^ degree
    return found


def _have_same_sides(one: _MeantComparison, other: _MeantComparison) -> bool:
    """Whether both compare the same with the same, by terms of only one side: petrol and diesel are both fuel."""
    ours, theirs = one.left - one.right, other.left - other.right
    return bool(ours & theirs and one.right & other.right) and ours.isdisjoint(other.right - other.left)


def _is_maximum_beaten(one: _MeantComparison, other: _MeantComparison) -> bool:
    """Whether what exceeds any other in one is exceeded in the other."""
    return "any" in one.right and bool(other.right & (one.left - other.left)) and bool(other.left - one.left)


@lru_cache(maxsize=256)
def _read_comparisons(reading: Reading) -> tuple[_MeantComparison, ...]:
    """The comparisons of a statement by meaning, cached."""
    return tuple(
        _MeantComparison(
            _find_meanings(comparison.left - comparison.right),
            _find_meanings(comparison.right - comparison.left),
            _comparison_axes(comparison),
            _quote_degree(comparison),
        )
        for comparison in find_comparisons(reading)
    )


def _find_meanings(terms: Iterable[str]) -> frozenset[int | str]:
    """All meanings and first letters of some terms, without numbers and dates."""
    content = [term for term in terms if term[0] != "#" and term not in _TIME_STEMS]
    return frozenset().union(*(meanings(term) | {term[:_STEM_LETTERS]} for term in content))


def _comparison_axes(comparison: Comparison) -> dict[str, int]:
    """The axes of a comparison, each with its pole: "more dangerous" is less safe, "fewer births" a smaller number."""
    graded = dict(poles_of(comparison.graded)) if comparison.degree in _DEGREE_POLES else {}
    if of_quality := graded.keys() & _QUALITY_AXES:
        return {axis: graded[axis] ^ _DEGREE_POLES[comparison.degree] for axis in of_quality}
    return dict(poles_of(comparison.degree)) | dict(
        _AXIS_BY_PAIR[two]
        for two in comparison.adjacent_terms & _AXIS_BY_PAIR.keys()
        if stem(comparison.degree) in two
    )


_MEASURING_VERBS = {"cost": "price", "costs": "price", "weigh": "load", "earn": "pay"}
_MEASURING_PHRASES = {
    ("take", "longer"): ("speed", 1),
    ("better", "paid"): ("pay", 0),
    ("worse", "paid"): ("pay", 1),
}
"""Verbs that mean an adjective with "more" or "less", and phrases that do, each with its axis and pole: "costs more", "dearer"."""
_AXIS_BY_PAIR = {
    (stem(verb), stem(degree)): (axis, pole)
    for verb, axis in _MEASURING_VERBS.items()
    for degree, pole in _DEGREE_POLES.items()
} | {(stem(first), stem(last)): side for (first, last), side in _MEASURING_PHRASES.items()}


def _quote_degree(comparison: Comparison) -> str:
    """The degree with the word that it grades: "more expensive"."""
    is_analytic = (
        comparison.degree in _DEGREE_POLES and comparison.graded and comparison.graded not in STOP_WORDS
    )
    return f"{comparison.degree} {comparison.graded}" if is_analytic else comparison.degree


def _mentions_graded(one: _MeantComparison, other: Reading) -> bool:
    """Whether the other statement mentions what there is more of."""
    noun = one.graded.partition(" ")[2]
    if not noun or _SIZE_AXIS not in one.axes:
        return True
    return other.mentions(stem(noun))
