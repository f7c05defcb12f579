"""A guard on two comparisons of the same two things, in whatever words and order: which of the two is more."""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.comparison.comparisons import (
    COMPARISON_MARKERS,
    EXCEEDING_VERBS,
    find_comparisons,
    is_either_too_long,
)
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.words.antonyms import sides
from claimtrack.core.match.words.lexicon import MONTHS, STOP_WORDS, WEEKDAYS, words_of
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Iterable

    from claimtrack.core.match.guards.comparison.comparisons import Comparison
    from claimtrack.core.match.reading.reading import Reading

_COMPARING = COMPARISON_MARKERS | EXCEEDING_VERBS
_HEAD = 5
"""Letters that make two terms forms of one."""
_NO_SIDE = frozenset(
    map(stem, (*MONTHS, *WEEKDAYS, *words_of("year years month week times last this now still other")))
)
"""Terms that tell when it is so, and not of what."""
_BY_DEGREE = {"more": 0, "less": 1, "fewer": 1}
_OF_SIZE = "comparative"
_QUALITIES = frozenset(
    "price safety wealth quality frequency health ease dirt mood strength warmth speed".split()
)
"""Axes of what may be more or less so: "more dangerous"; "more women" are not more female."""
_BUT_FOR = words_of("except only but apart besides bar excluding alone")
"""With these a comparison with all others leaves one out."""


class _Compared(NamedTuple):
    """What is more, what it is more than, each in all that its terms mean; the axes on which it is, and which thing there is more of."""

    left: frozenset[int | str]
    right: frozenset[int | str]
    axes: dict[str, int]
    graded: str


def comparison_reversed(a: Reading, b: Reading) -> str | None:
    """They compare the same two things, and another is more: "cats kill more than dogs", "more are killed by dogs than by cats"."""
    if _COMPARING.isdisjoint(a.vocabulary) or _COMPARING.isdisjoint(b.vocabulary) or is_either_too_long(a, b):
        return None
    if a.negators or b.negators or not _BUT_FOR.isdisjoint(a.vocabulary | b.vocabulary):
        return None
    for one in _compared(a):
        for other in _compared(b):
            poles = {one.axes[axis] == other.axes[axis] for axis in one.axes.keys() & other.axes.keys()}
            if len(poles) != 1 or not _of_one(one, b) or not _of_one(other, a):
                continue
            where = one.right & other.right  # "dearer than petrol in Peru", "dearer than diesel in Peru"
            crossed = (one.right - where) & other.left and (other.right - where) & one.left
            beside = one.right & other.right and not one.right & other.left and not other.right & one.left
            topped = _tops_all(one, other) or _tops_all(other, one)
            if ((crossed or topped) and True in poles) or (
                beside and False in poles and one.left & other.left
            ):
                told = dict.fromkeys((one.graded, other.graded))  # "more / more" tells nobody which
                return f"comparison reversed: {' / '.join(told)}"
    return None


def find_agreeing_axes(a: Reading, b: Reading) -> frozenset[str]:
    """The axes on which the same is more than the same in both, be it by an opposite: "more dangerous than", "less safe than".

    Where one compares twice on an axis, the other may be alike once only: "safer by day, but less safe at night".
    """
    if _BY_DEGREE.keys().isdisjoint(a.vocabulary | b.vocabulary) or is_either_too_long(a, b):
        return frozenset()
    if "than" not in a.vocabulary | b.vocabulary:
        mine, yours = _graded(a), _graded(b)
        return frozenset(axis for axis in mine.keys() & yours.keys() if mine[axis] == yours[axis])
    ours, theirs = _compared(a), _compared(b)
    alike = {
        axis
        for one, other in product(ours, theirs)
        if _same_way_round(one, other)
        for axis in (one.axes.keys() & other.axes.keys() & _QUALITIES)
        if one.axes[axis] == other.axes[axis]
    }
    return frozenset(
        axis for axis in alike if all(sum(axis in one.axes for one in told) == 1 for told in (ours, theirs))
    )


def _graded(reading: Reading) -> dict[str, int]:
    """The axes on which something is more, each with its pole, though it is not told than what: "is less safe", "has become more dangerous"."""
    found = {}
    for axis in reading.poles.keys() & _QUALITIES if not reading.negators else ():
        (pole, word, at), *more = reading.poles[axis]
        degree = _BY_DEGREE.get(reading.words[at - 1], 0 if word.endswith("er") else None)
        if not more and degree is not None:
            found[axis] = pole ^ degree
    return found


def _same_way_round(one: _Compared, other: _Compared) -> bool:
    """Whether both compare the same with the same, by what only either thing is called: petrol and diesel are both fuel."""
    ours, theirs = one.left - one.right, other.left - other.right
    return bool(ours & theirs and one.right & other.right) and ours.isdisjoint(other.right - other.left)


def _tops_all(one: _Compared, other: _Compared) -> bool:
    """Whether what is more than any other in the one is what another is more than in the other."""
    return "any" in one.right and bool(other.right & (one.left - other.left)) and bool(other.left - one.left)


@lru_cache(maxsize=256)
def _compared(reading: Reading) -> tuple[_Compared, ...]:
    return tuple(
        _Compared(_meant(one.left - one.right), _meant(one.right - one.left), _axes(one), _degree(one))
        for one in find_comparisons(reading)
    )


def _meant(terms: Iterable[str]) -> frozenset[int | str]:
    """All that some terms mean, in whatever form; what only counts or tells when left out."""
    told = [term for term in terms if term[0] != "#" and term not in _NO_SIDE]
    return frozenset().union(*(meanings(term) | {term[:_HEAD]} for term in told))


def _axes(one: Comparison) -> dict[str, int]:
    """The axes on which the one is more, each with its pole: "more dangerous" is less safe, "fewer births" a smaller number."""
    graded = dict(sides(one.graded)) if one.degree in _BY_DEGREE else {}
    if of_quality := graded.keys() & _QUALITIES:
        return {axis: graded[axis] ^ _BY_DEGREE[one.degree] for axis in of_quality}
    return dict(sides(one.degree)) | dict(
        _BESIDE[two] for two in one.beside & _BESIDE.keys() if stem(one.degree) in two
    )


_MEASURING = {"cost": "price", "costs": "price", "weigh": "load", "earn": "pay"}
_MEASURED = {("take", "longer"): ("speed", 1), ("better", "paid"): ("pay", 0), ("worse", "paid"): ("pay", 1)}
"""Verbs that with "more" or "less" say what an adjective does, and such phrases, each with the axis and the pole of that: "costs more", "dearer"."""
_BESIDE = {
    (stem(verb), stem(degree)): (axis, pole)
    for verb, axis in _MEASURING.items()
    for degree, pole in _BY_DEGREE.items()
} | {(stem(first), stem(last)): side for (first, last), side in _MEASURED.items()}


def _degree(one: Comparison) -> str:
    plain = one.degree in _BY_DEGREE and one.graded and one.graded not in STOP_WORDS
    return f"{one.degree} {one.graded}" if plain else one.degree


def _of_one(one: _Compared, other: Reading) -> bool:
    """Whether the other statement has the thing of which there is more in the one."""
    thing = one.graded.partition(" ")[2]
    if not thing or _OF_SIZE not in one.axes:
        return True
    return other.mentions(stem(thing))
