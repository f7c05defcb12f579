"""A guard on two numbers, dates, directions or places of which each is told of what the other is told of in the other statement."""

from __future__ import annotations

from itertools import combinations, product
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.comparison.comparisons import are_converse_comparisons
from claimtrack.core.match.reading.dates import is_year
from claimtrack.core.match.reading.numbers.agreement import can_be_equal
from claimtrack.core.match.reading.syntax.bindings import (
    CLOSE_ROLES,
    Dependent,
    Item,
    dependents_of_each,
    find_parts_of_wholes,
    may_be_same_word,
    prepositional_objects,
)
from claimtrack.core.match.reading.syntax.phrases import display_word
from claimtrack.core.match.words.lexicon import CONTRASTING, MONTHS, WEEKDAYS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading

_MOST = 8
"""Numbers of a statement of which it is asked what they are told of."""
_LONGEST = 60
"""Words of a statement of which it is asked, at most."""


def bindings_swapped(a: Reading, b: Reading) -> str | None:
    """Two numbers, dates, directions or places are each told of what the other is told of in the other: "5 dead and 40 hurt", "40 dead and 5 hurt"."""
    for one, other in _pairs(a, b):
        if _part_for_whole(a, b, one, other) or _fits(a, b, one, other)[0] == _CROSSED:
            if are_converse_comparisons(a, b):
                break
            first, last = sorted((one.ours, other.ours))
            return f"swapped: {display_word(a, first.first)} / {display_word(a, last.first)}"
    return None


def find_shared_bindings(a: Reading, b: Reading) -> frozenset[int]:
    """The places of the words of the one that are told of the same of two things in the other: "A won 40 and B 12", "B won 12 and A 40"."""
    found: set[int] = set()
    for one, other in _pairs(a, b):
        fit, places = _fits(a, b, one, other)
        if fit == _CROSSED:
            return frozenset()
        if fit == _SAME:
            found |= {one.ours.first, other.ours.first, *places}
    return frozenset(found)


def _pairs(a: Reading, b: Reading) -> list[tuple[_Pair, _Pair]]:
    """Each two things of one kind that both statements tell."""
    if max(len(a.words), len(b.words)) > _LONGEST:
        return []
    return [(one, other) for one, other in combinations(_of_both(a, b), 2) if one.kind == other.kind]


def _part_for_whole(a: Reading, b: Reading, one: _Pair, other: _Pair) -> bool:
    """Whether what is a part of the other in the one is the whole in the other: "31 of the 48 seats", "48 of the 31"."""
    if one.kind != "number" or "of" not in a.vocabulary or "of" not in b.vocabulary:
        return False
    ours, theirs = find_parts_of_wholes(a), find_parts_of_wholes(b)
    return any(
        (x.ours, y.ours) in ours and (y.theirs, x.theirs) in theirs for x, y in ((one, other), (other, one))
    )


class _Pair(NamedTuple):
    """Something that stands in both statements once: of what kind it is, and where."""

    kind: str
    ours: Item
    theirs: Item


def _of_both(a: Reading, b: Reading) -> list[_Pair]:
    """What two statements both tell once: numbers and years, months and weekdays, and the sides that they take."""
    found = []
    if 1 < len(a.quantities) <= _MOST and 1 < len(b.quantities) <= _MOST:
        for x in a.quantities:
            same = [y for y in b.quantities if _may_be(a, x, b, y)]
            if len(same) == 1 and sum(_may_be(a, q, b, same[0]) for q in a.quantities) == 1:
                y = same[0]
                kind = "year" if is_year(x, a.words) else "%" if x.kind == "%" else "number"
                found.append(_Pair(kind, Item(x.first, x.last), Item(y.first, y.last)))
    if len(a.months) == 2:
        found += _words_of_both("month", _dates(a, MONTHS), _dates(b, MONTHS))
    if len(a.weekdays) == 2:
        found += _words_of_both("weekday", _dates(a, WEEKDAYS), _dates(b, WEEKDAYS))
    for axis, sides in a.poles.items():
        if axis != _IN_A_WORD and len(sides) == 2 and len(others := b.poles.get(axis, ())) == 2:
            ours, theirs = ([(pole, at) for pole, _, at in both] for both in (sides, others))
            found += _words_of_both(axis, ours, theirs)
    return found + _places_of_both(a, b)


def _places_of_both(a: Reading, b: Reading) -> list[_Pair]:
    """Where or for whom two statements both tell it to be, in the same words, where each tells of several and sets them against each other."""
    if CONTRASTING.isdisjoint(a.vocabulary | b.vocabulary):
        return []  # "forty schools in Leeds and 12 in York"
    theirs = prepositional_objects(b)
    both = [(*at, item, theirs[at]) for at, item in prepositional_objects(a).items() if at in theirs]
    names = {item: a.has_capital(item.first) for *_, item, _ in both}
    return [_Pair(f"{_BEHIND}{word} {names[item]}", item, other) for word, _, item, other in both]


_IN_A_WORD = "leaning"
"""What is pro or anti stands behind that in one word, and they stand for themselves: "pro-war and anti-war marchers"."""
_BEHIND = "behind "
"""How the kind of such a place begins, which ends with the word that it stands behind and whether it is a name."""


def _of_clauses(told: tuple[list[Dependent], list[Dependent]]) -> tuple[list[Dependent], list[Dependent]]:
    """What is told of each of two places, wherever in its clause: they may open it or close it."""
    one, other = (
        [t._replace(role="told") if t.role in CLOSE_ROLES | {"behind"} else t for t in of] for of in told
    )
    return one, other


def _dates(reading: Reading, listed: Mapping[str, int]) -> list[tuple[int, int]]:
    return [(listed[word], at) for at, word in enumerate(reading.words) if word in listed]


def _words_of_both(kind: str, ours: list[tuple[int, int]], theirs: list[tuple[int, int]]) -> list[_Pair]:
    """The two words of one kind of each side; none where there are others, or they say the same."""
    if len(ours) != 2 or sorted(key for key, _ in ours) != sorted(key for key, _ in theirs):
        return []
    known = dict(theirs)
    if len(known) != 2:
        return []
    return [_Pair(kind, Item(at, at), Item(known[key], known[key])) for key, at in ours]


def _may_be(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    return is_year(x, a.words) == is_year(y, b.words) and (x.value == y.value or can_be_equal(x, y))


_SAME, _CROSSED, _UNKNOWN = 1, -1, 0


def _fits(a: Reading, b: Reading, one: _Pair, other: _Pair) -> tuple[int, frozenset[int]]:
    """Whether what is told of each of two things in the one is told of the same in the other, or of the other of the two; with where.

    Words that are told alike of each are compared two by two: whom they count, where or when it was, who did it, what was done.
    """
    ours = dependents_of_each(a, one.ours, other.ours)
    theirs = dependents_of_each(b, one.theirs, other.theirs) if ours else None
    if ours is None or theirs is None:
        return _UNKNOWN, frozenset()
    is_place = one.kind.startswith(_BEHIND)
    if is_place:
        ours, theirs = _of_clauses(ours), _of_clauses(theirs)
    found: dict[int, list[Dependent]] = {_SAME: [], _CROSSED: [], _UNKNOWN: []}
    for t, u in product(*ours):
        if t.role == u.role and not may_be_same_word(t, u) and _of_one_kind(a, t, u):
            both = _is_among(t, ours[1]) or _is_among(u, ours[0])
            if both and is_place:
                continue  # told of either
            found[_fit(b, t, u, theirs, only=t.role if both else "")] += t, u
    same, crossed = ({told.role for told in found[fit]} for fit in (_SAME, _CROSSED))
    if same and crossed and not is_place:
        same, crossed = same & CLOSE_ROLES, crossed & CLOSE_ROLES  # when and where may belong to both
    if crossed and is_place:
        return _CROSSED, frozenset()  # who does what where
    if bool(same) == bool(crossed):
        return _UNKNOWN, frozenset()
    return (_SAME if same else _CROSSED), frozenset(told.place for told in found[_SAME])


def _fit(
    b: Reading, t: Dependent, u: Dependent, theirs: tuple[list[Dependent], list[Dependent]], only: str
) -> int:
    """Where two words that are told alike of two things stand in the other statement."""
    same = crossed = False
    for v, w in product(*theirs):
        if v.role != w.role or (only and v.role != only) or not _of_one_kind(b, v, w):
            continue
        same = same or (may_be_same_word(t, v) and may_be_same_word(u, w))
        crossed = crossed or (may_be_same_word(t, w) and may_be_same_word(u, v))
    return _UNKNOWN if same == crossed else _SAME if same else _CROSSED


def _is_among(word: Dependent, others: list[Dependent]) -> bool:
    return any(may_be_same_word(word, other) for other in others)


def _of_one_kind(reading: Reading, one: Dependent, other: Dependent) -> bool:
    """Whether of two words both are names, or neither; both numbers, or neither."""
    if one.role == "done":
        return True
    texts = [reading.written[told.place] for told in (one, other)]
    if texts[0][0].isdecimal() != texts[1][0].isdecimal():
        return False
    opens = not reading.openings.isdisjoint((one.place, other.place))
    return opens or texts[0][0].isupper() == texts[1][0].isupper()
