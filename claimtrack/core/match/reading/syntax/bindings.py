"""What is told of each of two things in a statement: what it counts, where and when that was, who did what in its clause; and what stands around the one word in which two statements differ."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.reading.attribution import attribution_places
from claimtrack.core.match.reading.numbers.ranges import find_hedge_start
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.lexicon import APPROXIMATE, MONTHS, STOP_WORDS, words_of
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.reading.reading import Reading


_JOINING = words_of(
    "and while but whereas as when after before because until though although that which who whom whose where than compared versus"
)
"""Where another clause may begin, or the other of two things that are set side by side."""
_RELATED_BY = dict.fromkeys(
    words_of("in at on during near inside within since across around throughout"), "in"
) | {
    word: word
    for word in words_of("to for against from with by among under over into outside through between")
}
"""Behind these stands where or when something was, who got it or had it, each with those for which it may stand."""
_OPENING = 5
"""Words of a phrase before a comma at most that belongs to the clause behind: "in the south, it is 9 percent"."""


CLOSE_ROLES = frozenset({"before", "counted", "done"})
"""How what stands beside an item itself is related to it: its subject, what it counts, the verb of its clause."""


class Item(NamedTuple):
    """A number, a date or a direction that is told of something: its tokens."""

    first: int
    last: int


class Dependent(NamedTuple):
    """A word that is told of an item: by which relation, and what it means."""

    role: str
    place: int
    senses: frozenset[int | str]


def dependents_of_each(
    reading: Reading, one: Item, other: Item
) -> tuple[list[Dependent], list[Dependent]] | None:
    """What is told of each of two items; None where they stand in one clause that does not tell which is whose."""
    first, second = sorted((one, other))
    places = _boundaries(reading, first, second)
    if not any(first.last < at <= second.first for at in places):
        return None
    speaking = attribution_places(reading)
    turned = _turned(reading)
    found = []
    for item in (one, other):
        start = max((at for at in places if at <= item.first), default=0)
        end = min((at for at in places if at > item.last), default=len(reading.words))
        sides = [side for side in turned if start <= side.place < end and side.place != item.first]
        told = [*_told_of(reading, item, start, end), *sides]
        found.append([one for one in told if one.place not in speaking])
    return found[0], found[1]


def _turned(reading: Reading) -> list[Dependent]:
    """The words that take two sides of one axis: "for it in 2019 and against it in 2020"."""
    return [
        Dependent("side", at, frozenset((f"{axis} {pole}",)))
        for axis, sides in reading.poles.items()
        if len({pole for pole, _, _ in sides}) > 1
        for pole, _, at in sides
    ]


def prepositional_objects(reading: Reading) -> dict[tuple[str, str], Item]:
    """Where it is, when or for whom, by the preposition and the first term: "in *New York*", "for *children*"; but what is told twice alike."""
    words = reading.words
    found: dict[tuple[str, str], Item] = {}
    twice: set[tuple[str, str]] = set()
    terms = {at: term for term, at in reading.placed_terms}
    for at, word in enumerate(words[:-1]):
        first = at + 1 + (words[at + 1] in DETERMINERS)
        term = terms.get(first, "#") if word in _RELATED_BY else "#"
        if term[0] == "#" or words[first] in MONTHS:
            continue
        key = word, term
        twice.update({key} & found.keys())
        found[key] = Item(first, first)
    return {key: item for key, item in found.items() if key not in twice}


def find_parts_of_wholes(reading: Reading) -> list[tuple[Item, Item]]:
    """Which number is told as a part of which: "31 of the council's 48 seats", "48, of which 31", "48, 31 of them", "of the 48, 31"."""
    words, numbers, found = reading.words, reading.quantities, []
    for at, word in enumerate(words[:-1]):
        if word != "of":
            continue
        before = [q for q in numbers if q.last < at]
        behind = [q for q in numbers if q.first > at]
        if words[at + 1] in _OF_WHICH and before:
            if len(before) > 1 and before[-1].last + 1 == at:
                found.append((before[-1], before[-2]))
            elif behind:
                found.append((behind[0], before[-1]))
        elif behind and behind[0].first - at <= _CLOSE and not _parted(reading, at, behind[0].first):
            if before and before[-1].last + 1 + (words[at - 1] == "out") == at:
                found.append((before[-1], behind[0]))
            elif (
                len(behind) > 1
                and (at == 0 or reading.is_boundary(at))
                and _parted(reading, at, behind[1].first)
            ):
                found.append((behind[1], behind[0]))
    return [(Item(part.first, part.last), Item(whole.first, whole.last)) for part, whole in found]


_OF_WHICH = words_of("which whom them these those")
_CLOSE = 4
"""Words from "of" to the number of the whole at most: "of the council's 48 seats"."""


def _parted(reading: Reading, start: int, end: int) -> bool:
    return reading.has_boundary_in(range(start + 1, end + 1))


def _boundaries(reading: Reading, first: Item, second: Item) -> list[int]:
    """Where clauses begin, or what two items share out: "48 percent *in May* to 52 percent in June"."""
    words = reading.words
    found = [at for at in range(len(words)) if at == 0 or reading.is_boundary(at) or _joins(words, at)]
    inside = [range(item.first + 1, item.last + 1) for item in (first, second)]
    found = [at for at in found if not any(at in within for within in inside)]
    found = [at for at in found if not _closes_an_opening(reading, at, found, first)]
    if not any(first.last < at <= second.first for at in found):
        start = find_hedge_start(words, second.first)
        start -= words[start - 1] in APPROXIMATE
        if words[start - 1] in _RELATED_BY and start - 1 > first.last:
            found.append(start - 1)
    return found


def _joins(words: Sequence[str], at: int) -> bool:
    """Whether another clause may begin at a word; "against *that of* the teachers" is another's strike."""
    return words[at] in _JOINING and not (words[at] == "that" and words[at + 1 : at + 2] == ["of"])


def _closes_an_opening(reading: Reading, at: int, places: list[int], first: Item) -> bool:
    """Whether a comma only parts where or when it was from the clause behind: "in the south, it is 9 percent"."""
    start = max((place for place in places if place < at), default=0)
    words = reading.words
    begins = start + (words[start] in ("and", "while", "but"))
    if at == start or words[at] in _JOINING or at - begins > _OPENING or words[begins] not in _RELATED_BY:
        return False
    opens = start == 0 or words[start] in ("and", "while", "but") or ";" in reading.gap_before(start)
    return opens and not any(start <= q.first < at and q.first == first.first for q in reading.quantities)


def _told_of(reading: Reading, item: Item, start: int, end: int) -> list[Dependent]:
    """The words of weight of a clause, each with how it is related to an item."""
    words, found = reading.words, []
    terms = {at: term for term, at in reading.placed_terms}
    related = ""
    for at in range(start, end):
        word = words[at]
        related = "" if reading.is_boundary(at) else related
        if item.first <= at <= item.last:
            related = "counted"
        elif word in _RELATED_BY:
            related = _RELATED_BY[word]
        elif at not in terms:
            related = related if _goes_on(words, at) else ""
        else:
            if related != "counted" and at > start + 1 and _ends_a_name(reading, at):
                related = ""  # "in Lyon wages rose"
            done = is_verb_form(word)
            role = "done" if done else related or ("before" if at < item.first else "behind")
            related = "" if done else related
            joined = reading.phrase_meanings.get(at)
            senses = {terms[at], *meanings(terms[at])} | (meanings(stem(joined)) if joined else set())
            found.append(Dependent(role, at, frozenset(senses)))
    return found


def _ends_a_name(reading: Reading, at: int) -> bool:
    """Whether a name, a month or a year ends before a word."""
    before, text = reading.written[at - 1], reading.written[at]
    if before.isdecimal() or reading.words[at - 1] in MONTHS:
        return not text[0].isdecimal()
    return before[0].isupper() and not text[0].isupper()


def _goes_on(words: Sequence[str], at: int) -> bool:
    """Whether what stands behind grammar belongs to what stands before: "in *the* south", "4 percent *of the* men"; but "in 2022 *the* museum"."""
    if words[at] in DETERMINERS:
        return at > 0 and (words[at - 1] == "of" or words[at - 1] in _RELATED_BY)
    return words[at] == "of" or words[at] in APPROXIMATE or words[at] not in STOP_WORDS


def may_be_same_word(one: Dependent, other: Dependent) -> bool:
    """Whether two words are the same, or stand for each other."""
    return not one.senses.isdisjoint(other.senses)


_ENOUGH_ALIKE = 4
"""Terms that two statements must have before the one in which they differ is told apart by its slot."""


def sole_difference(a: Reading, b: Reading) -> tuple[int, int] | None:
    """The tokens of the one term in which two statements differ, where all others are the same in order."""
    if len(a.sequence) != len(b.sequence) or len(a.sequence) < _ENOUGH_ALIKE:
        return None
    slots = [i for i, (x, y) in enumerate(zip(a.sequence, b.sequence, strict=True)) if x != y]
    return (a.placed_terms[slots[0]][1], b.placed_terms[slots[0]][1]) if len(slots) == 1 else None


def context_terms(reading: Reading, place: int, before: int = 2, after: int = 3) -> frozenset[str]:
    """The terms around a token, without the numbers."""
    terms = [(term, at) for term, at in reading.placed_terms if term[0] != "#"]
    left = [term for term, at in terms if at < place][-before:]
    return frozenset((*left, *[term for term, at in terms if at > place][:after]))


def share_context(a: Reading, place: int, b: Reading, place_b: int, reach: int = 2) -> bool:
    """Whether around two tokens, one of each side, there stands something of both, in the same or in other words."""
    behind = max(reach, 3)
    ours, theirs = context_terms(a, place, reach, behind), context_terms(b, place_b, reach, behind)
    if ours & theirs:
        return True
    meant = {sense for term in ours for sense in meanings(term)}
    return any(not meant.isdisjoint(meanings(term)) for term in theirs)
