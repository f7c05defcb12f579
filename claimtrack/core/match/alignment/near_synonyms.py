"""Words by which the same is found, and which are yet two facts in each other's place: pay and cost, the parents and the mother.

They stand in the groups of synonyms since one claim is told with either in other words: "the repairs cost the town two million",
"the town paid two million for the repairs". In one place and otherwise the same words they name another person, sum or step.
The same holds of verbs that say little by themselves: "made the payment" and "took the payment", "holds" and "is over".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.alignment.collocations import in_each_others_place
from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.governed_heads import ends_noun_phrase, find_governed_heads
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.forms import verb_roots
from claimtrack.core.match.words.lexicon import (
    ARTICLES,
    BE,
    FINITE_BE,
    FINITE_HAVE,
    NUMBER_WORDS,
    ORDINALS,
    STOP_WORDS,
    words_of,
)
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.core.match.reading.reading import Reading


_SURELY = """
jail imprison incarcerate | arrest detain
elect | appoint
divorce | separate
cost | pay spend
pay | earn
parent | mother | father
ward | hospital
doctor | editor
aide assistant | supporter fan
"""
"""Members of a line, parted by bars, that contradict each other where all else is word for word the same."""
_MAYBE = """
claim allege | confirm admit prove
die dead | kill
income | salary wage pay
manager | boss director ceo
ceo | director
fail | refuse decline
meet | receive
town | city
gunman | gunmen
"""
"""The same where newsrooms are loose with the one word or the other, so that a person looks."""
_NOUNS = frozenset({"earnings", "takings"})
"""These are no forms of the verbs that they look like."""
_PAY, _DEATH = stem("pay"), {stem("die"), stem("kill")}


def _members(listing: str, *, sure: bool) -> Iterator[tuple[str, tuple[int, str, bool]]]:
    for line in listing.strip().splitlines():
        for number, member in enumerate(line.split("|")):
            for word in member.split():
                yield stem(word), (number, line, sure)


_LINES: dict[str, frozenset[tuple[int, str, bool]]] = {}
for _term, _member in (*_members(_SURELY, sure=True), *_members(_MAYBE, sure=False)):
    _LINES[_term] = _LINES.get(_term, frozenset()) | {_member}


def near_synonyms_differ(a: Reading, b: Reading) -> Difference | None:
    """A word stands in the place of one that is near it and yet names another fact: "differs: pay / cost"."""
    theirs = list(_alone(b, a))
    for at in _alone(a, b) if theirs else ():
        for there in theirs:
            one, other = stem(a.words[at]), stem(b.words[there])
            if {one, other} == _DEATH and a.amounts:
                continue  # so many were killed, and so many died
            sure = _apart(one, other)
            if sure is not None and _in_one_place(a, at, b, there):
                return Difference(f"differs: {a.written[at]} / {b.written[there]}", sure=sure)
    return None


def _in_one_place(a: Reading, at: int, b: Reading, there: int) -> bool:
    """Whether two words stand behind the same word of weight, or between the same; "is paid" is "earns", and no "pays"."""
    if any(r.words[i - 1] in BE and stem(r.words[i]) == _PAY for r, i in ((a, at), (b, there))):
        return False
    (before, behind), (before_b, behind_b) = (
        a.neighbours(at, at, _HELPING),
        b.neighbours(there, there, _HELPING),
    )
    return before == before_b and (behind == behind_b or (before != "" and before not in STOP_WORDS))


def between_the_same(a: Reading, at: int, b: Reading, there: int) -> bool:
    """Whether two words stand between the same words, articles and helping verbs left out."""
    return a.neighbours(at, at, _HELPING) == b.neighbours(there, there, _HELPING)


_HELPING = ARTICLES | BE | {"has", "have", "had", "will", "would"}


def _alone(one: Reading, other: Reading) -> Iterator[int]:
    """The places of such words that the other statement does not have."""
    stems = set(map(stem, other.words))
    for at, word in enumerate(one.words):
        if word not in _NOUNS and (term := stem(word)) in _LINES and term not in stems:
            yield at


def _apart(term: str, other: str) -> bool | None:
    """Whether two terms surely name two facts; None where they are in no line, or one member of it."""
    found = {
        sure
        for number, line, sure in _LINES[term]
        for number_b, line_b, _ in _LINES[other]
        if line == line_b and number != number_b
    }
    return max(found, default=None)


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
_PERHAPS = _pairs(
    "be become|have get|have win|get win|take win|take get|take make|give hold|make hold|come get|put use"
)
"""Who became something may be it, who got something may have it or came by it, and a concert is given or held: a person looks."""


def are_light_verbs(words: Sequence[str]) -> bool:
    """Whether all of some words are such verbs."""
    return all(stem(word) in _VERBS for word in words)


def light_verbs_differ(a: Reading, b: Reading) -> Difference | None:
    """Each has such a verb that the other has not: "differs: kept / took"; of an event, "took a decision", they may be one."""
    ours = _lacking(a, b)
    theirs = _lacking(b, a) if ours else {}
    for at, verb in ours.items():
        for there, other in theirs.items():
            two, event = {verb, other}, _of_an_event(a, at)
            if _BE in two and two not in _PERHAPS:
                continue  # who has the largest share, that share is the largest
            if between_the_same(a, at, b, there) and not (
                _are_one(verb, other) or (event and two in _OF_EVENTS)
            ):
                told = " / ".join(_told(r, i) for r, i in ((a, at), (b, there)))
                return Difference(f"differs: {told}", sure=not event and two not in _PERHAPS)
    return None


def _lacking(one: Reading, other: Reading) -> dict[int, str]:
    """The places of such verbs that the other has not, nor another of the same thing."""
    theirs = _light(other).values()
    found = {at: verb for at, verb in _light(one).items() if verb not in theirs}
    placed = in_each_others_place(one, other) if found else ()
    return {at: verb for at, verb in found.items() if at not in placed}


def _light(reading: Reading) -> dict[int, str]:
    """The places of the verbs that say little, each with what it is."""
    words, found = reading.words, {}
    for at, word in enumerate(words):
        following = reading.word(at + 1)
        if word in FINITE_BE and following in _PREDICATES and ends_noun_phrase(reading, at + 2):
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
    return any(verb_roots(stem(reading.words[place])) for place in find_governed_heads(reading, at, at))


def _told(reading: Reading, at: int) -> str:
    return reading.as_written(at - (reading.words[at] in _PREDICATES), at + 1)
