"""Who gives something to whom: "A gave B a house", "A gave a house to B", "B was given a house by A"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.guards.roles.deeds import FROM, Deed
from claimtrack.core.match.reading.syntax.phrases import (
    DETERMINERS,
    clause_end,
    phrase_after,
    phrase_before,
    terms_between,
)
from claimtrack.core.match.words.lexicon import PASSIVE, STOP_WORDS
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.reading import Reading

_GIVING = stems_of(
    "give pay send lend sell offer hand owe award grant donate lease promise show teach bring transfer wire deliver"
    " cede return pass loan leave export supply ship bequeath gift post mail write tell feed throw"
)
"""Behind these stands to whom, with "to" or without."""
_ENDS_OBJECT = STOP_WORDS - DETERMINERS


def handed_over(reading: Reading) -> Iterator[Deed]:
    """Who gave, and who was given it."""
    words = reading.words
    for at in range(1, len(words) - 1):
        verb = stem(words[at])
        if verb in _GOING:
            yield from _gone_over(reading, at)
        if verb in _TAKING:
            yield from _taken(reading, at)
        if verb in SENDING or (verb == _GIVE and "back" in words[at + 1 : clause_end(reading, at)]):
            yield from _sent(reading, at)
        if verb not in _GIVING or not (subject := _subject(reading, at)):
            continue
        end = clause_end(reading, at)
        goal = next((i for i in range(at + 1, end) if words[i] == "to"), None)
        receiver = phrase_after(reading, goal) if goal is not None else _first_object(reading, at + 1, end)
        if words[at - 1] not in PASSIVE:
            giver = subject
        elif by := next((i for i in range(at + 1, end) if words[i] == "by"), None):
            giver, receiver = phrase_after(reading, by), receiver if goal is not None else subject
        else:
            continue
        if giver and receiver:
            yield Deed(verb, giver, receiver, at)


_GOING = stems_of("go pass")
"""What goes to one from another is given to the one."""


def _gone_over(reading: Reading, at: int) -> Iterator[Deed]:
    """Who gave, and who was given it, where something "went to B from A"."""
    words, end = reading.words, clause_end(reading, at)
    goal, origin = (
        next((i for i in range(at + 1, end) if words[i] == mark), None) for mark in ("to", "from")
    )
    if (
        goal
        and origin
        and (giver := phrase_after(reading, origin))
        and (receiver := phrase_after(reading, goal))
    ):
        yield Deed(_GIVE, giver, receiver, at)


SENDING = stems_of("extradite deport repatriate return transfer move send hand expel")
"""Who or what is sent goes from where it is, or from who sends it."""


def sent(reading: Reading) -> Iterator[Deed]:
    """Who and what was sent from whom to whom."""
    if SENDING.isdisjoint(reading.terms):
        return
    for at in range(1, len(reading.words) - 1):
        if stem(reading.words[at]) in SENDING:
            yield from _sent(reading, at)


def _sent(reading: Reading, at: int) -> Iterator[Deed]:
    """From whom to whom somebody or something was sent: "extradited from A to B", "A handed it over to B"."""
    words, end = reading.words, clause_end(reading, at)
    goal, origin = (
        next((i for i in range(at + 1, end) if words[i] == mark), None) for mark in ("to", "from")
    )
    if goal is None:
        return
    if origin is None and words[at - 1] in PASSIVE:
        origin = next((i for i in range(at + 1, end) if words[i] == "by"), None)
        if origin is None:
            return
    sender = phrase_after(reading, origin) if origin is not None else _subject(reading, at)
    if sender and (receiver := phrase_after(reading, goal)):
        things = _subject(reading, at) if words[at - 1] in PASSIVE else phrase_after(reading, at)
        for thing in {term for term in things if term[0] != "#"} or {""}:
            yield Deed(f"send {thing}", sender, receiver, at)


_TAKING = stems_of(
    "buy purchase acquire import borrow rent lease hire charter receive received get obtain"
    " take win gain capture seize wrest snatch steal rob"
)
"""What one takes from another, of whatever kind, goes from the other to the one."""


def _taken(reading: Reading, at: int) -> Iterator[Deed]:
    """Who had it, and who got it, where something is "bought from A by B" or "B stole it from A", or "B robbed A of it"."""
    words, end = reading.words, clause_end(reading, at)
    giver, taker = (
        next((i for i in range(at + 1, end) if words[i] == mark), None) for mark in ("from", "by")
    )
    passive = words[at - 1] in PASSIVE
    if passive and taker is None:
        return
    receiver = phrase_after(reading, taker) if passive and taker else _subject(reading, at)
    if stem(words[at]) == _ROB:
        robbed = _subject(reading, at) if passive else phrase_after(reading, at)
    else:
        robbed = phrase_after(reading, giver) if giver is not None else frozenset()
    if robbed and receiver:
        yield Deed(FROM, robbed, receiver, at)


_GIVE, _ROB = stem("give"), stem("rob")


def _subject(reading: Reading, at: int) -> frozenset[str]:
    """What stands before a verb, or before the one that it depends on: "*the tenant* has to pay", "*the tenant* agreed to pay"."""
    return phrase_before(reading, at - (reading.words[at - 1] == "to"))


def _first_object(reading: Reading, start: int, end: int) -> frozenset[str]:
    """Of two things that stand behind a verb one after the other, the first: "gave *the mayor* a watch"; nothing where there is one."""
    words = reading.words
    while start < end and words[start] in DETERMINERS:
        start += 1
    numbers = {quantity.first for quantity in reading.quantities}
    stop = next((i for i in range(start, end) if words[i] in _ENDS_OBJECT), end)
    for at in range(start, stop):
        if at in numbers or words[at] in DETERMINERS:
            return terms_between(reading, start, at)
    nouns = [(term, at) for term, at in reading.placed if start <= at < stop]
    return frozenset(term for term, _ in nouns[:1]) if len(nouns) > 1 else frozenset()  # "the pupil | drugs"
