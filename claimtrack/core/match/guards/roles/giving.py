"""Who gives to whom: "A gave B a house", "B bought it from A"; and what becomes of what: "the church became a mosque"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.clauses import clauses
from claimtrack.core.match.reading.syntax.noun_phrases import NOTHING
from claimtrack.core.match.reading.syntax.phrases import (
    Sides,
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
)
"""Behind these stands to whom, with "to" or without."""
_TAKING = stems_of(
    "buy purchase acquire import borrow rent lease hire charter receive received get obtain"
    " take win gain capture seize wrest snatch steal"
)
"""Behind these stands from whom, with "from"."""
_GOING = stems_of("go pass extradite deport repatriate return transfer move send hand expel")
"""What goes from one to another is given to the other, whoever sees to that."""
_ROB = stem("rob")
_HANDING = _GIVING | _TAKING | _GOING | {_ROB}


def handed_over(reading: Reading) -> Iterator[Sides]:
    """Who gave, and who was given it, by whatever verb."""
    for clause in clauses(reading, _HANDING):
        if all(sides := handing(clause)):
            yield sides


def handing(clause: Clause) -> Sides:
    """Who gives by the verb of a clause, and who is given to; of either only what is told."""
    verb, origin, goal = clause.predicate, clause.behind("from"), clause.behind("to")
    if not _GOING.isdisjoint(verb) and origin and goal:
        return Sides(origin, goal)
    if not _TAKING.isdisjoint(verb) and not goal:
        return Sides(origin, clause.agent)
    if _ROB in verb:
        return Sides(clause.patient, clause.agent)
    return (
        Sides(NOTHING, NOTHING) if _GIVING.isdisjoint(verb) else Sides(clause.agent, goal or clause.patient)
    )


_BECOME = words_of("become becomes became becoming")
_TURNED = words_of(
    "turned turn turns turning converted convert converts converting transformed transform transforms transforming"
    " changed change changes changing made rebuilt remade"
)
_VERBS = _BECOME | _TURNED
_INTO = words_of("into to")


def became(reading: Reading) -> Iterator[Sides]:
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
