"""Verbs that say little by themselves, one in the place of another: "made the payment" and "took the payment", "holds" and "is over".

They are left out where words are compared, since "made an attempt" is "attempted". Between the same words they are two deeds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.alignment.collocations import in_each_others_place
from claimtrack.core.match.alignment.near_synonyms import between_the_same
from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.governed import ends_thing, things_of
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.lexicon import FINITE_BE, FINITE_HAVE, NUMBER_WORDS, ORDINALS, words_of
from claimtrack.core.match.words.nominals import verb_of
from claimtrack.core.match.words.terms import stem, stems_of, wording

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.reading.reading import Reading

_VERBS = stems_of("make take get give put bring hold use used keep become go come win")
_PREDICATES = words_of("over on off out up down in back")
"""Behind "is", where nothing follows, these tell of what goes on, and whether it does."""
_HAVE, _BE, _GIVE, _GET = stem("have"), stem("be"), stem("give"), stem("get")


def _pairs(listing: str) -> tuple[frozenset[str], ...]:
    return tuple(frozenset(map(stem, pair.split())) for pair in listing.split("|"))


_ALIKE = _pairs("have hold|keep hold|get become|have keep|use used")
"""These are one: "had nine seats", "held nine seats"."""
_OF_EVENTS = _pairs("give make|give hold|make hold|do make|have give")
"""These are one of what is told by its noun: "made a speech", "gave a speech"."""
_MAYBE = _pairs(
    "be become|have get|have win|get win|take win|take get|take bring|take make|give hold|make hold|come get"
)
"""Who became something may be it, who got something may have it or came by it, and a concert is given or held: a person looks."""


def are_light_verbs(words: Sequence[str]) -> bool:
    """Whether all of some words are such verbs."""
    return all(stem(word) in _VERBS for word in words)


def light_verbs_differ(a: Reading, b: Reading) -> Difference | None:
    """Each has such a verb that the other has not: "differs: kept / took"; of an event, "took a decision", they may be one."""
    ours = _alone(a, b)
    theirs = _alone(b, a) if ours else {}
    for at, verb in ours.items():
        for there, other in theirs.items():
            two, event = {verb, other}, _of_an_event(a, at)
            if _BE in two and two not in _MAYBE:
                continue  # who has the largest share, that share is the largest
            if between_the_same(a, at, b, there) and not (
                _are_one(verb, other) or (event and two in _OF_EVENTS)
            ):
                told = " / ".join(_told(r, i) for r, i in ((a, at), (b, there)))
                return Difference(f"differs: {told}", sure=not event and two not in _MAYBE)
    return None


def _alone(one: Reading, other: Reading) -> dict[int, str]:
    """The places of such verbs that the other has not, nor another of the same thing."""
    theirs = _light(other).values()
    found = {at: verb for at, verb in _light(one).items() if verb not in theirs}
    placed = in_each_others_place(one, other) if found else ()
    return {at: verb for at, verb in found.items() if at not in placed}


def _light(reading: Reading) -> dict[int, str]:
    """The places of the verbs that say little, each with what it is."""
    words, found = reading.words, {}
    for at, word in enumerate(words):
        following = "".join(words[at + 1 : at + 2])
        if word in FINITE_BE and following in _PREDICATES and ends_thing(reading, at + 2):
            found[at + 1] = following
        elif word in FINITE_HAVE:
            if following in DETERMINERS or following in NUMBER_WORDS or following[:1].isdecimal():
                found[at] = _HAVE
        elif word in FINITE_BE:
            if following in DETERMINERS and ORDINALS.keys().isdisjoint(words[at + 2 : at + 3]):
                found[at] = _BE  # but who became the first was the first
        elif (verb := stem(word)) in _VERBS and (word, following) != ("used", "to"):
            is_given = verb == _GIVE and words[at - 1] in FINITE_BE
            found[at] = _GET if is_given else verb
    return found


def _are_one(verb: str, other: str) -> bool:
    return {verb, other} in _ALIKE or not meanings(verb).isdisjoint(meanings(other))


def _of_an_event(reading: Reading, at: int) -> bool:
    """Whether what is done is told by the noun: "took a *decision*", "made a *payment*"."""
    return any(verb_of(stem(reading.words[place])) for place in things_of(reading, at, at))


def _told(reading: Reading, at: int) -> str:
    return wording(reading.tokens[at - (reading.words[at] in _PREDICATES) : at + 1])
