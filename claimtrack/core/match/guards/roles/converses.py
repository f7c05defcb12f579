"""One event seen from both ends: A sells to B, B buys from A."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.roles.transfers import transfer_sides
from claimtrack.core.match.reading.clauses import clause_at
from claimtrack.core.match.reading.syntax.noun_phrases import NOTHING
from claimtrack.core.match.reading.syntax.phrases import (
    Sides,
    are_exchanged,
    phrase_after,
    terms_around,
    terms_between,
)
from claimtrack.core.match.words.antonyms import RELATION_ROLES
from claimtrack.core.match.words.lexicon import BE, groups_by_word, words_of
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.reading import Reading

CONVERSE_AXES = frozenset({"deal", "trade", "loan", "gift", "payment", "outcome", "standing", "hold"})
"""Axes of one event seen from both ends, A sells to B, B buys from A: an opposite only where the doer is the same."""
_ANYBODY = words_of("you nobody anybody anyone everyone")
"""Who does it may be anybody, and so is at the other end of what is sold or paid: "you can buy it in shops", "shops may sell it"."""


class _Deal(NamedTuple):
    """Who sells, lends or the like, with what stands beside it; who is at the other end of that; who gives and is given to, as far as that is told."""

    doer: frozenset[str]
    end: frozenset[str]
    handed: Sides
    behind: frozenset[str]
    passive: bool = False


def find_converse_axes(a: Reading, b: Reading) -> set[str]:
    """The axes on which two opposites are the two ends of one event, since it is not the same one who does both."""
    anybody = not _ANYBODY.isdisjoint(a.words) or not _ANYBODY.isdisjoint(b.words)
    return {
        axis
        for axis in CONVERSE_AXES & a.poles.keys() & b.poles.keys()
        if _are_both_ends(axis, *(_deal(r, r.poles[axis][0][2]) for r in (a, b)), anybody=anybody)
    }


def _are_both_ends(axis: str, one: _Deal, other: _Deal, *, anybody: bool) -> bool:
    if one.end & other.doer or other.end & one.doer or (axis == "deal" and one.passive != other.passive):
        return True
    if not one.doer & other.doer and any(x & y for x, y in zip(one.handed, other.handed, strict=True)):
        return True
    if axis == "gift" and any(
        x.handed.right and x.handed.right <= y.behind for x, y in ((one, other), (other, one))
    ):
        return True
    return not one.doer & other.doer and bool(
        (one.doer and other.doer) or (anybody and (one.doer or other.doer))
    )


def _deal(reading: Reading, at: int) -> _Deal:
    """What is sold, lent or the like at a place, by a verb or as a thing: "sales of whisky to India"."""
    left, right = terms_around(reading, at)
    if clause := clause_at(reading, at):
        nobody = bool(clause.passive and not clause.agent)  # "can be bought"
        return _Deal(clause.agent, clause.object_after("to", "from"), transfer_sides(clause), right, nobody)
    words, link = reading.words, _NOUNS.get(stem(reading.words[at]))
    end = phrase_after(reading, words.index(link, at)) if link in words[at:] else NOTHING
    return _Deal(left, end, Sides(NOTHING, NOTHING), right)


_NOUNS = {
    stem(noun): link
    for noun, link in groups_by_word("to: sale export loan gift payment | from: purchase import").items()
}
"""What is told as a thing, with the word behind which who is at the other end of it stands."""


def are_converse(a: Reading, b: Reading) -> bool:
    """Whether they tell one event from its two ends, by which what they name changes places: "X was sold to Y", "Y bought X"."""
    return _are_kin(a, b) or any(
        a.poles_on(axis).isdisjoint(b.poles_on(axis)) for axis in find_converse_axes(a, b)
    )


def _are_kin(a: Reading, b: Reading) -> bool:
    """Whether each tells what one of two is to the other: "A is the mother of B", "B is the son of A"."""
    if RELATION_ROLES.keys().isdisjoint(a.terms) or RELATION_ROLES.keys().isdisjoint(b.terms):
        return False
    return any(
        bond == other_bond and end != other_end and are_exchanged(one, other)
        for (bond, end), one in _of_each_other(a)
        for (other_bond, other_end), other in _of_each_other(b)
    )


def _of_each_other(reading: Reading) -> Iterator[tuple[tuple[int, int], Sides]]:
    words = reading.words
    for at in range(2, len(words) - 1):
        bond = RELATION_ROLES.get(stem(words[at]))
        if bond and words[at - 1] == "the" and words[at + 1] == "of" and words[at - 2] in BE:
            yield bond, Sides(terms_between(reading, 0, at - 1), phrase_after(reading, at + 1))


def is_before_negated(a: Reading, b: Reading) -> bool:
    """Whether one denies of the time before what the other says of the time after: "did not tell before", "told only after"."""
    denied = (len(a.negators) - len(b.negators)) % 2 == 1
    return denied and ("before" in a.vocabulary) != ("before" in b.vocabulary)
