"""A guard on things of one kind, of which each statement tells of another: nurses and teachers, oil and gas."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.entities.names import is_named
from claimtrack.core.match.guards.polarity.negation import denials, neither_or_both
from claimtrack.core.match.guards.quantities.written import FIRST
from claimtrack.core.match.guards.scope.exceptions import told_of_the_exception
from claimtrack.core.match.reading.numbers.agreement import agrees
from claimtrack.core.match.reading.semantics.less_exact import names_less_exactly
from claimtrack.core.match.reading.syntax.slots import beside_the_same
from claimtrack.core.match.words.lexicon import words_of
from claimtrack.core.match.words.opposites import AT_THE_ENDS
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

_BRIEF = 14
"""Terms of a statement that has room for one thing of a kind, wherever it stands in it."""


def other_kind(a: Reading, b: Reading) -> str | None:
    """They speak of two things of one kind in the same place: nurses and teachers, oil and gas, murder and robbery."""
    if told_of_the_exception(a, b):
        return None
    for kind in sorted(a.kinds.keys() & b.kinds.keys()):
        one, other = a.kinds[kind], b.kinds[kind]
        if known := {member for member, _, _ in one} & {member for member, _, _ in other}:
            one, other = ([found for found in side if found[0] not in known] for side in (one, other))
        alone = kind != "country" and len(a.sequence) <= _BRIEF >= len(b.sequence)
        for (_, word, place), (_, word_b, place_b) in product(one[:FIRST], other[:FIRST]):
            if two_ends(a, word, b, word_b) or _one_in_other_words(a, word, b, word_b):
                continue
            if kind == "language" and _of_countries_of_both(a, place, b, place_b):
                continue
            if names_less_exactly(a, place, b, place_b):
                continue
            none = "no" in (*a.words[place - 1 : place], *b.words[place_b - 1 : place_b])
            if kind == "reach of a record" and none:
                continue  # "no country's are larger": the largest in the world
            if not alone and not beside_the_same(a, place, b, place_b):
                continue
            if kind != "country" or not (is_named(a, place, b) or is_named(b, place_b, a)):
                return f"differs: {a.tokens[place].text} / {b.tokens[place_b].text}"
    return None


def _of_countries_of_both(a: Reading, place: int, b: Reading, place_b: int) -> bool:
    """Whether what may be two languages tells of two countries that both name: "Russia's envoy in the Ukrainian town", "the Russian envoy"."""
    ours, theirs = ({at: member for member, _, at in r.kinds.get("country", ())} for r in (a, b))
    return ours.get(place, -1) in theirs.values() and theirs.get(place_b, -1) in ours.values()


def two_ends(a: Reading, one: str, b: Reading, other: str) -> bool:
    """Whether two words name the two ends of one bond, each from its side: "his son", "from his father"."""
    x, y = stem(one), stem(other)
    ends = {AT_THE_ENDS.get(x, ("", 0)), AT_THE_ENDS.get(y, ("", 0))}
    if len(ends) == 1 or len({bond for bond, _ in ends}) == 2:
        return False
    slot, slot_b = a.around(x), b.around(y)
    return len(slot & slot_b) < min(len(slot), len(slot_b))


_BORN = words_of("born birth births")
_NEWBORN = stems_of("baby child newborn infant")


def _one_in_other_words(a: Reading, one: str, b: Reading, other: str) -> bool:
    """Whether what else is said makes one of two things: neither has, both have yet to; babies are born, and so are children."""
    if "age" in a.kinds and "age" in b.kinds and _of_one_age(a, b):
        return True
    if {one, other} == {"both", "neither"}:
        return denials(a) == denials(b) or neither_or_both(a, b) or neither_or_both(b, a)
    young = not _BORN.isdisjoint(a.vocabulary) and not _BORN.isdisjoint(b.vocabulary)
    return young and _NEWBORN.issuperset((stem(one), stem(other)))


def _of_one_age(a: Reading, b: Reading) -> bool:
    """Whether both tell up to or from what age: "babies younger than 12 months", "children under one year"."""
    return any(
        x.kind == y.kind == "time" and x.bound == y.bound != 0 and agrees(x, y)
        for x in a.amounts
        for y in b.amounts
    )
