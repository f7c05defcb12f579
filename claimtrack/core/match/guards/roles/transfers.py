"""Who gives to whom, from either side, "A sells to B", "B buys from A"; and what becomes of what, "the church became a mosque"."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.language.word_lists import ARTICLES, BE, PASSIVE, groups_by_word, words_of
from claimtrack.core.match.reading.clauses import clause_at, find_clauses, predicates
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.noun_phrases import NOTHING
from claimtrack.core.match.reading.syntax.phrases import (
    Sides,
    are_exchanged,
    clause_end,
    clause_start,
    phrase_after,
    terms_around,
    terms_between,
)
from claimtrack.core.match.words.antonyms import RELATION_ROLES
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.clauses import Clause

_GIVING_VERBS = stems_of(
    "give pay send lend sell offer hand owe award grant donate lease promise show teach bring transfer wire "
    "deliver cede return extradite deport repatriate loan leave export supply ship bequeath gift post mail "
    "write tell feed throw provide equip arm lose surrender compensate reimburse refund repay"
)
"""Verbs with the recipient after them, with or without "to"."""
_GIVING_WITH_VERBS = stems_of("provide equip arm lose surrender leave")
"""Those with a recipient only before "with": "provided *Vale* with gas", but "lost *members*"."""
_TAKING_VERBS = stems_of(
    "buy purchase acquire import borrow rent lease hire charter receive received get obtain"
    " take win gain capture seize wrest snatch steal retake recapture"
)
"""Verbs with the giver after "from"."""
_MOVING_VERBS = stems_of("go pass extradite deport repatriate return transfer move send hand expel")
"""What goes from one to another is transferred, whoever arranges it."""
_ROB = stem("rob")
_TRANSFER_VERBS = _GIVING_VERBS | _TAKING_VERBS | _MOVING_VERBS | {_ROB}
GENERIC_PEOPLE = stems_of("man woman person somebody someone attacker suspect other official")
"""Nouns that may denote anybody, and so whom the other statement names."""
_GENERIC_RECIPIENTS = GENERIC_PEOPLE | stems_of("firm company group club government country")
"""The same for organisations and countries."""


@lru_cache(maxsize=256)
def find_transfers(reading: Reading) -> tuple[tuple[Clause, Sides], ...]:
    """Each clause that reports a transfer, with giver and recipient; either is empty where it is not named."""
    if predicates(reading).isdisjoint(_TRANSFER_VERBS):
        return ()
    transfers = ((clause, transfer_sides(clause)) for clause in find_clauses(reading, _TRANSFER_VERBS))
    return tuple((clause, sides) for clause, sides in transfers if any(sides))


def find_reversed_transfers(a: Reading, b: Reading) -> Iterator[Sides]:
    """Yield giver and recipient of each transfer that the other reverses, or in which the recipient gives as much to nobody named: "Vale pays students 900 euros", "students in Vale pay 900 euros"."""
    if not find_transfers(a) or not find_transfers(b):
        return
    shared_amounts = {q.term for q in a.amounts} & {q.term for q in b.amounts}
    for x, y in ((a, b), (b, a)):
        for clause, transfer in find_transfers(x):
            for clause_b, transfer_b in find_transfers(y):
                is_swapped = transfer.right & transfer_b.left and transfer.left.isdisjoint(transfer_b.left)
                shared = clause.predicate & clause_b.predicate if clause_b.passive is not None else ()
                is_told = transfer_b.right or (shared_amounts and shared)
                to_anybody = is_told and transfer_b.right <= _GENERIC_RECIPIENTS
                if are_exchanged(transfer, transfer_b) or (all(transfer) and is_swapped and to_anybody):
                    yield transfer


def is_movement_reversed(one: Clause, other: Clause) -> bool:
    """Whether the moved and the goal are exchanged: "sent Swedes to Norway", "sent Norwegians to Sweden"."""
    goal, goal_b = (x.object_after("to", "into") - x.patient for x in (one, other))
    return one.passive == other.passive and bool(one.patient & goal_b and other.patient & goal)


def share_transfer(a: Reading, b: Reading) -> bool:
    """Whether both report the same transfer with converse verbs: "lets it to Holm", "Holm rents it from him"."""
    return any(
        x.left & y.left
        and x.right & y.right
        and not are_exchanged(x, y)
        and (clause.agent.isdisjoint(clause_b.agent) or clause.patient.isdisjoint(clause_b.patient))
        for clause, x in find_transfers(a)
        for clause_b, y in find_transfers(b)
    )


def transfer_sides(clause: Clause) -> Sides:
    """Giver and recipient by the verb of a clause; either is empty where it is not named."""
    verb, origin, goal = clause.predicate, clause.object_after("from"), clause.object_after("to")
    if not _MOVING_VERBS.isdisjoint(verb) and origin and goal:
        return Sides(origin, goal)
    if not _TAKING_VERBS.isdisjoint(verb) and not goal:
        return Sides(origin, clause.agent)
    if _ROB in verb:
        return Sides(clause.patient, clause.agent)
    if _GIVING_VERBS.isdisjoint(verb):
        return Sides(NOTHING, NOTHING)
    has_recipient = clause.object_after("with") or _GIVING_WITH_VERBS.isdisjoint(verb)
    return Sides(clause.agent, goal or (clause.patient if has_recipient else NOTHING))


_BECOMING_VERBS = words_of("become becomes became becoming")
_CONVERTING_VERBS = words_of(
    "turn+s+ed+ing convert+s+ed+ing transform+s+ed+ing change+s+ed+ing made rebuilt remade"
)
_TRANSFORMATION_VERBS = _BECOMING_VERBS | _CONVERTING_VERBS
_RESULT_PREPOSITIONS = words_of("into to")


def find_transformations(reading: Reading) -> Iterator[Sides]:
    """Yield what something was, and what it became: "the church became a mosque"."""
    if _TRANSFORMATION_VERBS.isdisjoint(reading.vocabulary):
        return
    for at in range(1, len(reading.words) - 1):
        if reading.words[at] in _BECOMING_VERBS:
            yield Sides(_subject_terms(reading, at), phrase_after(reading, at))
        elif reading.words[at] in _CONVERTING_VERBS:
            yield from _find_conversions(reading, at)


def _find_conversions(reading: Reading, at: int) -> Iterator[Sides]:
    """Yield the same for "was turned into", "turned into" and "somebody turned it into"."""
    words = reading.words
    passive = words[at - 1] in PASSIVE
    if words[at] == "made" and passive and words[at + 1] in ARTICLES:
        yield Sides(_subject_terms(reading, at), phrase_after(reading, at))
        return
    into = next((i for i in range(at + 1, clause_end(reading, at)) if words[i] in _RESULT_PREPOSITIONS), None)
    if into is not None:
        source = frozenset() if passive else terms_between(reading, at + 1, into)
        yield Sides(source or _subject_terms(reading, at), phrase_after(reading, into))


def _subject_terms(reading: Reading, at: int) -> frozenset[str]:
    """The terms before a verb in its clause, without numbers."""
    return frozenset(term for term in terms_between(reading, clause_start(reading, at), at) if term[0] != "#")


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
