"""Who gives to whom ("A gave B a house", "B bought it from A"), and what becomes of what ("the church became a mosque")."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.language.word_lists import ARTICLES, PASSIVE, words_of
from claimtrack.core.match.reading.clauses import find_clauses, predicates
from claimtrack.core.match.reading.syntax.noun_phrases import NOTHING
from claimtrack.core.match.reading.syntax.phrases import (
    Sides,
    are_exchanged,
    clause_end,
    clause_start,
    phrase_after,
    terms_between,
)
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.clauses import Clause
    from claimtrack.core.match.reading.reading import Reading


_GIVING_VERBS = stems_of(
    "give pay send lend sell offer hand owe award grant donate lease promise show teach bring transfer wire deliver"
    " cede return extradite deport repatriate loan leave export supply ship bequeath gift post mail write tell feed throw"
    " provide equip arm lose surrender compensate reimburse refund repay"
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
    "turned turn turns turning converted convert converts converting transformed transform transforms transforming"
    " changed change changes changing made rebuilt remade"
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
