"""Who gives to whom: "A gave B a house", "B bought it from A"; and what becomes of what: "the church became a mosque"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.match.reading.clauses import clauses, predicates
from claimtrack.core.match.reading.syntax.noun_phrases import NOTHING
from claimtrack.core.match.reading.syntax.phrases import (
    Sides,
    are_exchanged,
    clause_end,
    clause_start,
    phrase_after,
    terms_between,
)
from claimtrack.core.match.words.lexicon import ARTICLES, PASSIVE, words_of
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.clauses import Clause
    from claimtrack.core.match.reading.reading import Reading


_GIVING = stems_of(
    "give pay send lend sell offer hand owe award grant donate lease promise show teach bring transfer wire deliver"
    " cede return extradite deport repatriate loan leave export supply ship bequeath gift post mail write tell feed throw"
    " provide equip arm lose surrender compensate reimburse refund repay"
)
"""Behind these stands to whom, with "to" or without."""
_GIVING_WITH = stems_of("provide equip arm lose surrender leave")
"""Of these only before "with": "provided *Vale* with gas", but "lost *members*"."""
_TAKING = stems_of(
    "buy purchase acquire import borrow rent lease hire charter receive received get obtain"
    " take win gain capture seize wrest snatch steal retake recapture"
)
"""Behind these stands from whom, with "from"."""
_GOING = stems_of("go pass extradite deport repatriate return transfer move send hand expel")
"""What goes from one to another is given to the other, whoever sees to that."""
_ROB = stem("rob")
_HANDING = _GIVING | _TAKING | _GOING | {_ROB}
GENERIC_PEOPLE = stems_of("man woman person somebody someone attacker suspect other official")
"""Who may be anybody, and so the one whom the other tells."""
_WHOEVER = GENERIC_PEOPLE | stems_of("firm company group club government country")
"""The same of what may be any body."""


@lru_cache(maxsize=256)
def find_transfers(reading: Reading) -> tuple[tuple[Clause, Sides], ...]:
    """Who gave, and who was given it, by whatever verb; of either only what is told."""
    if predicates(reading).isdisjoint(_HANDING):
        return ()
    told = ((clause, transfer_sides(clause)) for clause in clauses(reading, _HANDING))
    return tuple((clause, sides) for clause, sides in told if any(sides))


def find_reversed_transfers(a: Reading, b: Reading) -> Iterator[Sides]:
    """Who gives and is given to in the one, where in the other it is the other way round, or they give as much to nobody who is named: "Vale pays students 900 euros", "students in Vale pay 900 euros"."""
    if not find_transfers(a) or not find_transfers(b):
        return
    sums = {q.term for q in a.amounts} & {q.term for q in b.amounts}
    for x, y in ((a, b), (b, a)):
        for clause, one in find_transfers(x):
            for told, other in find_transfers(y):
                given = one.right & other.left and one.left.isdisjoint(other.left)
                as_much = sums and told.passive is not None and clause.predicate & told.predicate
                to_anybody = other.right <= _WHOEVER and (other.right or as_much)
                if are_exchanged(one, other) or (all(one) and given and to_anybody):
                    yield one


def is_movement_reversed(one: Clause, other: Clause) -> bool:
    """Whether what is moved in the one is where it is moved to in the other: "sent Swedes to Norway", "sent Norwegians to Sweden"."""
    goal, goal_b = (x.object_after("to", "into") - x.patient for x in (one, other))
    return one.passive == other.passive and bool(one.patient & goal_b and other.patient & goal)


def share_transfer(a: Reading, b: Reading) -> bool:
    """Whether each tells in its own way that the same one gave to the same other: "lets it to Holm", "Holm rents it from him"."""
    return any(
        x.left & y.left
        and x.right & y.right
        and not are_exchanged(x, y)
        and (one.agent.isdisjoint(other.agent) or one.patient.isdisjoint(other.patient))
        for one, x in find_transfers(a)
        for other, y in find_transfers(b)
    )


def transfer_sides(clause: Clause) -> Sides:
    """Who gives by the verb of a clause, and who is given to; of either only what is told."""
    verb, origin, goal = clause.predicate, clause.object_after("from"), clause.object_after("to")
    if not _GOING.isdisjoint(verb) and origin and goal:
        return Sides(origin, goal)
    if not _TAKING.isdisjoint(verb) and not goal:
        return Sides(origin, clause.agent)
    if _ROB in verb:
        return Sides(clause.patient, clause.agent)
    if _GIVING.isdisjoint(verb):
        return Sides(NOTHING, NOTHING)
    beside = clause.patient if clause.object_after("with") or _GIVING_WITH.isdisjoint(verb) else NOTHING
    return Sides(clause.agent, goal or beside)


_BECOME = words_of("become becomes became becoming")
_TURNED = words_of(
    "turned turn turns turning converted convert converts converting transformed transform transforms transforming"
    " changed change changes changing made rebuilt remade"
)
_VERBS = _BECOME | _TURNED
_INTO = words_of("into to")


def find_transformations(reading: Reading) -> Iterator[Sides]:
    """What something was, and what it became."""
    if _VERBS.isdisjoint(reading.vocabulary):
        return
    for at in range(1, len(reading.words) - 1):
        if reading.words[at] in _BECOME:
            yield Sides(_before(reading, at), phrase_after(reading, at))
        elif reading.words[at] in _TURNED:
            yield from _turned(reading, at)


def _turned(reading: Reading, at: int) -> Iterator[Sides]:
    """The same of what "was turned into" it, "turned into" it or which somebody turned into it."""
    words = reading.words
    passive = words[at - 1] in PASSIVE
    if words[at] == "made" and passive and words[at + 1] in ARTICLES:
        yield Sides(_before(reading, at), phrase_after(reading, at))
        return
    into = next((i for i in range(at + 1, clause_end(reading, at)) if words[i] in _INTO), None)
    if into is not None:
        thing = frozenset() if passive else terms_between(reading, at + 1, into)
        yield Sides(thing or _before(reading, at), phrase_after(reading, into))


def _before(reading: Reading, at: int) -> frozenset[str]:
    """What stands before a verb in its clause, of whatever place it is told to be."""
    return frozenset(term for term in terms_between(reading, clause_start(reading, at), at) if term[0] != "#")
