"""Who is what to whom: "A gave B a house", "B was given a house by A"; "the church became a mosque"; "the mayor's son", "the son of the mayor"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.roles.deeds import FROM, Deed, deeds
from claimtrack.core.match.reading.syntax.phrases import (
    DETERMINERS,
    Sides,
    clause_end,
    clause_start,
    phrase_after,
    phrase_before,
    terms_between,
)
from claimtrack.core.match.words.forms import may_be_finite
from claimtrack.core.match.words.lexicon import ARTICLES, PASSIVE, STOP_WORDS, words_of
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


class Subject(NamedTuple):
    """What stands before a verb: the one word that is meant, all of it, and what stands behind the verb."""

    verb: str
    head: str
    left: frozenset[str]
    right: frozenset[str]


def headed(reading: Reading) -> Iterator[Subject]:
    """Of what stands before a verb, the one word that is meant: the son in "the son of the mayor" and "the mayor's son"."""
    for deed in deeds(reading):
        if may_be_finite(reading.words[deed.at]):
            subject = deed.right if deed.passive else deed.left
            behind = terms_between(reading, deed.at + 1, clause_end(reading, deed.at))
            verb = f"be {deed.verb}" if deed.passive else deed.verb
            yield Subject(verb, _head(reading, subject, deed.at), subject, behind)


def _head(reading: Reading, subject: frozenset[str], at: int) -> str:
    """What is somebody's or something's; "" where there is no such thing."""
    if "of" not in reading.vocabulary and "'s" not in reading.cleaned:
        return ""
    phrase = [(term, i) for term, i in reading.placed if i < at and term in subject]
    of = next((i for i in range(phrase[0][1], at) if reading.words[i] == "of"), None) if phrase else None
    if of is not None:
        return next((term for term, i in reversed(phrase) if i < of and term[0] != "#"), "")
    whose = [i for _, i in phrase if reading.words[i].endswith("'s")]
    return phrase[-1][0] if whose and whose[-1] < phrase[-1][1] else ""


def heads_exchanged(one: Subject, other: Subject) -> bool:
    """Whether what is meant in the one is only named behind the verb in the other, where its owner does it."""
    if one.verb != other.verb:
        return False
    less, more = sorted((one, other), key=lambda subject: len(subject.left))
    return less.left < more.left and more.head in less.right - less.left
