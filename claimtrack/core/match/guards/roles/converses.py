"""Converses: one event described from either participant's side, "A sells to B", "B buys from A"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.language.word_lists import BE, groups_by_word, words_of
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
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.reading import Reading

CONVERSE_AXES = words_of("deal trade loan gift payment outcome standing hold")
"""Axes whose poles are converses (A sells to B, B buys from A): an antonym only if the agent is the same."""
_GENERIC_PRONOUNS = words_of("you nobody anybody anyone everyone")
"""A generic agent may be at either end of a deal: "you can buy it in shops", "shops may sell it"."""


class _Deal(NamedTuple):
    """A deal such as a sale or loan: its agent, the party at the other end, giver and recipient if given, and the phrase after it."""

    agent: frozenset[str]
    partner: frozenset[str]
    transfer: Sides
    after: frozenset[str]
    passive: bool = False


def find_converse_axes(a: Reading, b: Reading) -> set[str]:
    """The axes on which two antonyms are converses, since their agents differ: "A sells to B", "B buys from A"."""
    is_generic = not _GENERIC_PRONOUNS.isdisjoint(a.words) or not _GENERIC_PRONOUNS.isdisjoint(b.words)
    axes = CONVERSE_AXES & a.poles.keys() & b.poles.keys()
    deals = {axis: [_make_deal(r, r.poles[axis][0][2]) for r in (a, b)] for axis in axes}
    return {axis for axis, two in deals.items() if _are_converse_deals(axis, *two, is_generic=is_generic)}


def _are_converse_deals(axis: str, one: _Deal, other: _Deal, *, is_generic: bool) -> bool:
    """Whether two deals are the two ends of one event: the agent of each is the other's partner, or both agree on giver or recipient."""
    if one.partner & other.agent or other.partner & one.agent:
        return True
    if axis == "deal" and one.passive != other.passive:
        return True
    gifts = ((one.transfer.right, other.after), (other.transfer.right, one.after)) if axis == "gift" else ()
    if any(recipient and recipient <= after for recipient, after in gifts):
        return True
    if one.agent & other.agent:
        return False
    if any(x & y for x, y in zip(one.transfer, other.transfer, strict=True)):
        return True
    return bool((one.agent and other.agent) or (is_generic and (one.agent or other.agent)))


def _make_deal(reading: Reading, at: int) -> _Deal:
    """The deal at a place, expressed by a verb or a noun: "sales of whisky to India"."""
    left, right = terms_around(reading, at)
    if clause := clause_at(reading, at):
        is_agentless = bool(clause.passive and not clause.agent)  # "can be bought"
        partner = clause.object_after("to", "from")
        return _Deal(clause.agent, partner, transfer_sides(clause), right, is_agentless)
    words, link = reading.words, _DEAL_NOUNS.get(stem(reading.words[at]))
    end = phrase_after(reading, words.index(link, at)) if link in words[at:] else NOTHING
    return _Deal(left, end, Sides(NOTHING, NOTHING), right)


_DEAL_NOUNS = {
    stem(noun): link
    for noun, link in groups_by_word("to: sale export loan gift payment | from: purchase import").items()
}
"""Nouns for a deal, each with the preposition before the party at the other end."""


def are_converse(a: Reading, b: Reading) -> bool:
    """Whether two statements are converses, so that the names change places: "X was sold to Y", "Y bought X"."""
    return _are_converse_kin(a, b) or any(
        a.poles_on(axis).isdisjoint(b.poles_on(axis)) for axis in find_converse_axes(a, b)
    )


def _are_converse_kin(a: Reading, b: Reading) -> bool:
    """Whether the two express one relationship from either side: "A is the mother of B", "B is the son of A"."""
    if RELATION_ROLES.keys().isdisjoint(a.terms) or RELATION_ROLES.keys().isdisjoint(b.terms):
        return False
    return any(
        bond == other_bond and end != other_end and are_exchanged(relative, relative_b)
        for (bond, end), relative in _find_relationships(a)
        for (other_bond, other_end), relative_b in _find_relationships(b)
    )


def _find_relationships(reading: Reading) -> Iterator[tuple[tuple[int, int], Sides]]:
    """Yield each relationship noun in "A is the mother of B", with the two related."""
    words = reading.words
    for at in range(2, len(words) - 1):
        bond = RELATION_ROLES.get(stem(words[at]))
        if bond and words[at - 1] == "the" and words[at + 1] == "of" and words[at - 2] in BE:
            yield bond, Sides(terms_between(reading, 0, at - 1), phrase_after(reading, at + 1))


def is_before_negated(a: Reading, b: Reading) -> bool:
    """Whether one denies of the time before what the other asserts of the time after: "did not tell before", "told only after"."""
    denied = (len(a.negators) - len(b.negators)) % 2 == 1
    return denied and ("before" in a.vocabulary) != ("before" in b.vocabulary)
