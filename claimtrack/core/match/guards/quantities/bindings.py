"""Guard: are two numbers, dates, directions or places bound to each other's facts? "5 dead and 40 hurt", "40 dead and 5 hurt"."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations, product
from typing import NamedTuple

from claimtrack.core.language.word_lists import CONTRASTING, MONTHS, WEEKDAYS
from claimtrack.core.match.guards.comparison.comparisons import are_converse_comparisons
from claimtrack.core.match.reading.dates import is_year
from claimtrack.core.match.reading.numbers.agreement import can_be_equal
from claimtrack.core.match.reading.numbers.quantities import Quantity
from claimtrack.core.match.reading.reading import Reading
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

_MAX_QUANTITIES = 8
"""Numbers of a statement whose bindings are compared, at most."""
_MAX_STATEMENT_WORDS = 60
"""Words of a statement whose bindings are compared, at most."""


def bindings_swapped(a: Reading, b: Reading) -> str | None:
    """Two numbers, dates, directions or places are each bound to what the other is bound to: "5 dead and 40 hurt", "40 dead and 5 hurt"."""
    for one, other in _pair_items(a, b):
        if _is_part_whole_swapped(a, b, one, other) or _compare_bindings(a, b, one, other)[0] == _CROSSED:
            if are_converse_comparisons(a, b):
                break
            first, last = sorted((one.ours, other.ours))
            return f"swapped: {display_word(a, first.first)} / {display_word(a, last.first)}"
    return None


def find_shared_bindings(a: Reading, b: Reading) -> frozenset[int]:
    """The places of the first statement's words that are bound alike in both: "A won 40 and B 12", "B won 12 and A 40"."""
    found: set[int] = set()
    for one, other in _pair_items(a, b):
        fit, places = _compare_bindings(a, b, one, other)
        if fit == _CROSSED:
            return frozenset()
        if fit == _KEPT:
            found |= {one.ours.first, other.ours.first, *places}
    return frozenset(found)


def _pair_items(a: Reading, b: Reading) -> list[tuple[_SharedItem, _SharedItem]]:
    """Every two items of one kind that both statements have."""
    if max(len(a.words), len(b.words)) > _MAX_STATEMENT_WORDS:
        return []
    pairs = combinations(_find_shared_items(a, b), 2)
    return [(one, other) for one, other in pairs if one.kind == other.kind]


def _is_part_whole_swapped(a: Reading, b: Reading, one: _SharedItem, other: _SharedItem) -> bool:
    """Whether part and whole are exchanged: "31 of the 48 seats", "48 of the 31"."""
    if one.kind != "number" or "of" not in a.vocabulary or "of" not in b.vocabulary:
        return False
    ours, theirs = find_parts_of_wholes(a), find_parts_of_wholes(b)
    both_ways = ((one, other), (other, one))
    return any((x.ours, y.ours) in ours and (y.theirs, x.theirs) in theirs for x, y in both_ways)


class _SharedItem(NamedTuple):
    """An item that occurs once in either statement: its kind, and its places."""

    kind: str
    ours: Item
    theirs: Item


def _find_shared_items(a: Reading, b: Reading) -> list[_SharedItem]:
    """The items that occur once in either statement: numbers and years, months and weekdays, antonyms, places."""
    found = []
    if 1 < len(a.quantities) <= _MAX_QUANTITIES and 1 < len(b.quantities) <= _MAX_QUANTITIES:
        for x in a.quantities:
            partners = [y for y in b.quantities if _may_be_equal(a, x, b, y)]
            if len(partners) == 1 and sum(_may_be_equal(a, q, b, partners[0]) for q in a.quantities) == 1:
                y = partners[0]
                kind = "year" if is_year(x, a.words) else "%" if x.kind == "%" else "number"
                found.append(_SharedItem(kind, Item(x.first, x.last), Item(y.first, y.last)))
    if len(a.months) == 2:
        found += _pair_words("month", _find_dates(a, MONTHS), _find_dates(b, MONTHS))
    if len(a.weekdays) == 2:
        found += _pair_words("weekday", _find_dates(a, WEEKDAYS), _find_dates(b, WEEKDAYS))
    for axis, sides in a.poles.items():
        if axis != _PREFIXED_AXIS and len(sides) == 2 and len(sides_b := b.poles.get(axis, ())) == 2:
            ours, theirs = ([(pole, at) for pole, _, at in both] for both in (sides, sides_b))
            found += _pair_words(axis, ours, theirs)
    return found + _find_shared_places(a, b)


def _find_shared_places(a: Reading, b: Reading) -> list[_SharedItem]:
    """The places and beneficiaries that both statements name, if one of them contrasts several."""
    if CONTRASTING.isdisjoint(a.vocabulary | b.vocabulary):
        return []  # "forty schools in Leeds and 12 in York"
    theirs = prepositional_objects(b)
    both = [(*at, item, theirs[at]) for at, item in prepositional_objects(a).items() if at in theirs]
    names = {item: a.has_capital(item.first) for *_, item, _ in both}
    return [_SharedItem(f"{_PLACE_KIND}{word} {names[item]}", item, other) for word, _, item, other in both]


_PREFIXED_AXIS = "leaning"
"""The axis of "pro" and "anti", which form one word with what follows, so nothing else is bound to them: "pro-war and anti-war marchers"."""
_PLACE_KIND = "after "
"""How the kind of a place starts: its preposition and whether it is a name follow."""


def _ignore_clause_order(
    bindings: tuple[list[Dependent], list[Dependent]],
) -> tuple[list[Dependent], list[Dependent]]:
    """The bindings of two places with one role for all of a clause, since a place may open or close it."""
    one, other = (
        [t._replace(role="clause") if t.role in CLOSE_ROLES | {"after"} else t for t in bound]
        for bound in bindings
    )
    return one, other


def _find_dates(reading: Reading, listed: Mapping[str, int]) -> list[tuple[int, int]]:
    """Each listed word of a statement, as its number and its place."""
    return [(listed[word], at) for at, word in enumerate(reading.words) if word in listed]


def _pair_words(kind: str, ours: list[tuple[int, int]], theirs: list[tuple[int, int]]) -> list[_SharedItem]:
    """The two words of a kind in either statement; none if there are others, or both mean the same."""
    if len(ours) != 2 or sorted(key for key, _ in ours) != sorted(key for key, _ in theirs):
        return []
    known = dict(theirs)
    if len(known) != 2:
        return []
    return [_SharedItem(kind, Item(at, at), Item(known[key], known[key])) for key, at in ours]


def _may_be_equal(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether two quantities may be the same, and both or neither are years."""
    return is_year(x, a.words) == is_year(y, b.words) and (x.value == y.value or can_be_equal(x, y))


_KEPT, _CROSSED, _UNKNOWN = 1, -1, 0


def _compare_bindings(
    a: Reading, b: Reading, one: _SharedItem, other: _SharedItem
) -> tuple[int, frozenset[int]]:
    """Whether two items keep their bindings (1), exchange them (-1) or neither (0), and the places of those kept.

    Bindings with one role are compared pairwise: what is counted, when or where it was, the agent, the action.
    """
    ours = dependents_of_each(a, one.ours, other.ours)
    theirs = dependents_of_each(b, one.theirs, other.theirs) if ours else None
    if ours is None or theirs is None:
        return _UNKNOWN, frozenset()
    is_place = one.kind.startswith(_PLACE_KIND)
    if is_place:
        ours, theirs = _ignore_clause_order(ours), _ignore_clause_order(theirs)
    found = _compare_dependents(a, ours, b, theirs, is_place=is_place)
    same, crossed = ({binding.role for binding in found[fit]} for fit in (_KEPT, _CROSSED))
    if same and crossed and not is_place:
        same, crossed = same & CLOSE_ROLES, crossed & CLOSE_ROLES  # time and place may belong to both items
    if crossed and is_place:
        return _CROSSED, frozenset()  # who does what at which place
    if bool(same) == bool(crossed):
        return _UNKNOWN, frozenset()
    return (_KEPT if same else _CROSSED), frozenset(binding.place for binding in found[_KEPT])


def _compare_dependents(
    a: Reading,
    ours: tuple[list[Dependent], list[Dependent]],
    b: Reading,
    theirs: tuple[list[Dependent], list[Dependent]],
    *,
    is_place: bool,
) -> dict[int, list[Dependent]]:
    """The bindings of two items of one statement by whether they are kept or exchanged in the other; those that both places share are left out."""
    found: dict[int, list[Dependent]] = {_KEPT: [], _CROSSED: [], _UNKNOWN: []}
    for t, u in product(*ours):
        if t.role == u.role and not may_be_same_word(t, u) and _are_same_kind(a, t, u):
            is_in_both = _contains(t, ours[1]) or _contains(u, ours[0])
            if not (is_in_both and is_place):
                found[_compare_roles(b, t, u, theirs, only=t.role if is_in_both else "")] += t, u
    return found


def _compare_roles(
    b: Reading, t: Dependent, u: Dependent, theirs: tuple[list[Dependent], list[Dependent]], only: str
) -> int:
    """Whether two bindings of one role are kept or exchanged in the other statement."""
    same = crossed = False
    for v, w in product(*theirs):
        if v.role != w.role or (only and v.role != only) or not _are_same_kind(b, v, w):
            continue
        same = same or (may_be_same_word(t, v) and may_be_same_word(u, w))
        crossed = crossed or (may_be_same_word(t, w) and may_be_same_word(u, v))
    return _UNKNOWN if same == crossed else _KEPT if same else _CROSSED


def _contains(word: Dependent, others: list[Dependent]) -> bool:
    """Whether a word may be the same as one of others."""
    return any(may_be_same_word(word, other) for other in others)


def _are_same_kind(reading: Reading, one: Dependent, other: Dependent) -> bool:
    """Whether two bindings are both names or neither, and both numbers or neither."""
    if one.role == "action":
        return True
    texts = [reading.written[binding.place] for binding in (one, other)]
    if texts[0][0].isdecimal() != texts[1][0].isdecimal():
        return False
    opens = not reading.openings.isdisjoint((one.place, other.place))
    return opens or texts[0][0].isupper() == texts[1][0].isupper()
