"""What depends on each of two items of a statement: what a number counts, when and where, which verb; and the context of the one word in which two statements differ."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.language.word_lists import APPROXIMATE, MONTHS, STOP_WORDS, words_of
from claimtrack.core.match.reading.attribution import attribution_places
from claimtrack.core.match.reading.numbers.bounds import find_hedge_start
from claimtrack.core.match.reading.reading import meanings, share_meaning
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading


_CLAUSE_JOINERS = words_of(
    "and while but whereas as when after before because until though although that which who whom whose "
    "where than compared versus"
)
"""Words that may open another clause, or the second thing of a comparison."""
_ROLE_OF_PREPOSITION = dict.fromkeys(
    words_of("in at on during near inside within since across around throughout"), "in"
) | {
    word: word
    for word in words_of("to for against from with by among under over into outside through between")
}
"""Preposition -> the role of its object: where or when, to, from or for whom; those that mean much the same share a role."""
_MAX_OPENING_WORDS = 5
"""Maximum number of words of a phrase that opens a clause and ends at a comma: "in the south, it is 9 percent"."""


CLOSE_ROLES = words_of("before counted action")
"""The roles of what is closest to an item: its subject, what it counts, the verb of its clause."""


class Item(NamedTuple):
    """The first and last token of a number, a date or a direction."""

    first: int
    last: int


class Dependent(NamedTuple):
    """A word that belongs to an item: its role, its place and its meanings."""

    role: str
    place: int
    senses: frozenset[int | str]


def dependents_of_each(
    reading: Reading, one: Item, other: Item
) -> tuple[list[Dependent], list[Dependent]] | None:
    """Return the dependents of each of two items; None if both are in one clause that does not show which are whose."""
    first, second = sorted((one, other))
    places = _clause_starts(reading, first, second)
    if not any(first.last < at <= second.first for at in places):
        return None
    speaking = attribution_places(reading)
    turned = _opposed_sides(reading)
    found = []
    for item in (one, other):
        start = max((at for at in places if at <= item.first), default=0)
        end = min((at for at in places if at > item.last), default=len(reading.words))
        sides = [side for side in turned if start <= side.place < end and side.place != item.first]
        dependents = [*_dependents(reading, item, start, end), *sides]
        found.append([one for one in dependents if one.place not in speaking])
    return found[0], found[1]


def _opposed_sides(reading: Reading) -> list[Dependent]:
    """Return the words that take both poles of one axis: "for it in 2019 and against it in 2020"."""
    return [
        Dependent("side", at, frozenset((f"{axis} {pole}",)))
        for axis, sides in reading.poles.items()
        if len({pole for pole, _, _ in sides}) > 1
        for pole, _, at in sides
    ]


def prepositional_objects(reading: Reading) -> dict[tuple[str, str], Item]:
    """Map (preposition, first term of its object) to where that object stands: "in *New York*", "for *children*"; those that occur twice are left out."""
    words = reading.words
    found: dict[tuple[str, str], Item] = {}
    twice: set[tuple[str, str]] = set()
    terms = {at: term for term, at in reading.placed_terms}
    for at, word in enumerate(words[:-1]):
        first = at + 1 + (words[at + 1] in DETERMINERS)
        term = terms.get(first, "#") if word in _ROLE_OF_PREPOSITION else "#"
        if term[0] == "#" or words[first] in MONTHS:
            continue
        key = word, term
        twice.update({key} & found.keys())
        found[key] = Item(first, first)
    return {key: item for key, item in found.items() if key not in twice}


def find_parts_of_wholes(reading: Reading) -> list[tuple[Item, Item]]:
    """Return the pairs of numbers of which the first is part of the second: "31 of the council's 48 seats", "48, of which 31", "48, 31 of them", "of the 48, 31"."""
    found = (_part_and_whole(reading, at) for at, word in enumerate(reading.words[:-1]) if word == "of")
    return [(Item(x.first, x.last), Item(y.first, y.last)) for x, y in filter(None, found)]


def _part_and_whole(reading: Reading, at: int) -> tuple[Quantity, Quantity] | None:
    """Return the part and the whole that an "of" links, or None."""
    before = [q for q in reading.quantities if q.last < at]
    following = [q for q in reading.quantities if q.first > at]
    if reading.words[at + 1] in _OF_WHICH and before:
        if len(before) > 1 and before[-1].last + 1 == at:
            return before[-1], before[-2]
        return (following[0], before[-1]) if following else None
    if not following or following[0].first - at > _WHOLE_REACH:
        return None
    if _has_boundary(reading, at, following[0].first):
        return None
    if before and before[-1].last + 1 + (reading.words[at - 1] == "out") == at:
        return before[-1], following[0]
    opens_clause = at == 0 or reading.is_boundary(at)
    if opens_clause and len(following) > 1 and _has_boundary(reading, at, following[1].first):
        return following[1], following[0]
    return None


_OF_WHICH = words_of("which whom them these those")
_WHOLE_REACH = 4
"""Maximum number of words from "of" to the number of the whole: "of the council's 48 seats"."""


def _has_boundary(reading: Reading, start: int, end: int) -> bool:
    """Whether punctuation separates two places."""
    return reading.has_boundary_in(range(start + 1, end + 1))


def _clause_starts(reading: Reading, first: Item, second: Item) -> list[int]:
    """Return where clauses begin, or the phrases that belong to either item: "48 percent *in May* to 52 percent in June"."""
    words = reading.words
    places = range(len(words))
    found = [at for at in places if not at or reading.is_boundary(at) or _may_open_clause(words, at)]
    inside = {at for item in (first, second) for at in range(item.first + 1, item.last + 1)}
    found = [at for at in found if at not in inside]
    found = [at for at in found if not _ends_opening_phrase(reading, at, found, first)]
    if not any(first.last < at <= second.first for at in found):
        start = find_hedge_start(words, second.first)
        start -= words[start - 1] in APPROXIMATE
        if words[start - 1] in _ROLE_OF_PREPOSITION and start - 1 > first.last:
            found.append(start - 1)
    return found


def _may_open_clause(words: Sequence[str], at: int) -> bool:
    """Whether a word may open another clause; not the "that" of "against *that of* the teachers"."""
    return words[at] in _CLAUSE_JOINERS and not (words[at] == "that" and words[at + 1 : at + 2] == ["of"])


def _ends_opening_phrase(reading: Reading, at: int, places: list[int], first: Item) -> bool:
    """Whether a comma only ends an opening phrase of place or time: "in the south, it is 9 percent"."""
    start = max((place for place in places if place < at), default=0)
    words = reading.words
    begins = start + (words[start] in ("and", "while", "but"))
    if at == start or words[at] in _CLAUSE_JOINERS:
        return False
    if at - begins > _MAX_OPENING_WORDS or words[begins] not in _ROLE_OF_PREPOSITION:
        return False
    opens = start == 0 or words[start] in ("and", "while", "but") or ";" in reading.gap_before(start)
    return opens and not any(start <= q.first < at and q.first == first.first for q in reading.quantities)


def _dependents(reading: Reading, item: Item, start: int, end: int) -> list[Dependent]:
    """Return the content words of a clause, each with its role towards an item."""
    words, found = reading.words, []
    terms = {at: term for term, at in reading.placed_terms}
    related = ""
    for at in range(start, end):
        word = words[at]
        related = "" if reading.is_boundary(at) else related
        if item.first <= at <= item.last:
            related = "counted"
        elif word in _ROLE_OF_PREPOSITION:
            related = _ROLE_OF_PREPOSITION[word]
        elif at not in terms:
            related = related if _continues_phrase(words, at) else ""
        else:
            if related != "counted" and at > start + 1 and _follows_name(reading, at):
                related = ""  # "in Lyon wages rose"
            is_verb = is_verb_form(word)
            role = "action" if is_verb else related or ("before" if at < item.first else "after")
            related = "" if is_verb else related
            joined = reading.phrase_meanings.get(at)
            senses = {terms[at], *meanings(terms[at])} | (meanings(stem(joined)) if joined else set())
            found.append(Dependent(role, at, frozenset(senses)))
    return found


def _follows_name(reading: Reading, at: int) -> bool:
    """Whether a name, a month or a year ends just before a word."""
    before, text = reading.written[at - 1], reading.written[at]
    if before.isdecimal() or reading.words[at - 1] in MONTHS:
        return not text[0].isdecimal()
    return before[0].isupper() and not text[0].isupper()


def _continues_phrase(words: Sequence[str], at: int) -> bool:
    """Whether a function word continues the phrase before it: "in *the* south", "4 percent *of the* men"; but "in 2022 *the* museum"."""
    if words[at] in DETERMINERS:
        return at > 0 and (words[at - 1] == "of" or words[at - 1] in _ROLE_OF_PREPOSITION)
    return words[at] == "of" or words[at] in APPROXIMATE or words[at] not in STOP_WORDS


def may_be_same_word(one: Dependent, other: Dependent) -> bool:
    """Whether two words are the same or synonyms."""
    return not one.senses.isdisjoint(other.senses)


_MIN_COMPARED_TERMS = 4
"""Minimum number of terms of two statements for which their only difference is looked at in its slot."""


def sole_difference(a: Reading, b: Reading) -> tuple[int, int] | None:
    """Return the places of the one term in which two statements differ, if all others are the same in the same order."""
    if len(a.sequence) != len(b.sequence) or len(a.sequence) < _MIN_COMPARED_TERMS:
        return None
    slots = [i for i, (x, y) in enumerate(zip(a.sequence, b.sequence, strict=True)) if x != y]
    return (a.placed_terms[slots[0]][1], b.placed_terms[slots[0]][1]) if len(slots) == 1 else None


def context_terms(reading: Reading, place: int, before: int = 2, after: int = 3) -> frozenset[str]:
    """Return the terms around a token, without numbers."""
    terms = [(term, at) for term, at in reading.placed_terms if term[0] != "#"]
    left = [term for term, at in terms if at < place][-before:]
    return frozenset((*left, *[term for term, at in terms if at > place][:after]))


def share_context(a: Reading, place: int, b: Reading, place_b: int, reach: int = 2) -> bool:
    """Whether the contexts of two tokens, one of each statement, have a term or a meaning in common."""
    reach_after = max(reach, 3)
    ours, theirs = context_terms(a, place, reach, reach_after), context_terms(b, place_b, reach, reach_after)
    return share_meaning(ours, theirs)
