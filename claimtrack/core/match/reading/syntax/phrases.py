"""Phrases of a statement: what stands before and behind a word, up to the next grammatical word or comma; what an "only" belongs to, what is listed, and whether two sides are the other way about."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.words.forms import is_verb_form
from claimtrack.core.match.words.lexicon import (
    AUXILIARIES,
    DO,
    MODALS,
    MONTHS,
    SEQUENCE_WORDS,
    STOP_WORDS,
    WEEKDAYS,
    words_of,
)
from claimtrack.core.match.words.set_phrases import is_word
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.reading.reading import Reading


_PHRASE = 5
"""Tokens that a phrase has at most."""
HELPERS = AUXILIARIES | {"not", "never", "also", "already", "still"}
BREAKS = STOP_WORDS | words_of(
    "along across against during near over under between through without within before after since until despite among"
    " behind beyond around outside inside towards toward while although though unless"
)
"""Where a phrase ends."""
DETERMINERS = words_of("the a an its his her their our my your this these those that all some any")


class Sides(NamedTuple):
    """The terms on either side of a relation: origin and goal, more and less, earlier and later, doer and done to."""

    left: frozenset[str]
    right: frozenset[str]


def terms_around(reading: Reading, place: int) -> Sides:
    """The terms before and behind a token, within its sentence."""
    here = [(t, i) for t, i in reading.placed_terms if reading.sentences[i] == reading.sentences[place]]
    return Sides(frozenset(t for t, i in here if i < place), frozenset(t for t, i in here if i > place))


def phrase_after(reading: Reading, at: int) -> frozenset[str]:
    """The terms of the phrase behind a token: up to the next grammatical word but "of", or comma."""
    places = phrase_places_after(reading, at)
    return terms_between(reading, places.start, places.stop)


def phrase_places_after(reading: Reading, at: int) -> range:
    """The places of the phrase behind a token."""
    words, start = reading.words, at + 1
    while start < len(words) and words[start] in DETERMINERS and not reading.is_boundary(start):
        start += 1
    end = start
    while end < min(len(words), start + _PHRASE) and not reading.is_boundary(end) and _goes_on(words, end):
        end += 1
    return range(start, end)


def phrase_before(reading: Reading, at: int) -> frozenset[str]:
    """The terms of the phrase before a token, its helping verbs and adverbs left out."""
    words, end = reading.words, at
    while (
        end > 0
        and not reading.is_boundary(end)
        and (words[end - 1] in HELPERS or words[end - 1].endswith("ly"))
    ):
        end -= 1
    start = end
    while start > max(0, end - _PHRASE) and not reading.is_boundary(start) and _goes_on(words, start - 1):
        start -= 1
    return terms_between(reading, start, end)


def _goes_on(words: Sequence[str], at: int) -> bool:
    """Whether a token belongs to a phrase: a word of content, "of", or a determiner behind it; the "in" of "brother-in-law"."""
    if words[at] in DETERMINERS:
        return at > 0 and words[at - 1] == "of"
    if words[at] == "of" or words[at] not in BREAKS:
        return True
    return words[at] == "in" and words[at + 1 : at + 2] == ["law"]


def clause_end(reading: Reading, at: int) -> int:
    """Where the clause of a token ends: at the next punctuation."""
    end = at + 1
    while end < len(reading.words) and not reading.is_boundary(end):
        end += 1
    return end


def clause_start(reading: Reading, at: int) -> int:
    """Where the clause of a token begins: at the last punctuation before it, or the beginning."""
    return next((i for i in range(at, 0, -1) if reading.is_boundary(i)), 0)


def terms_between(reading: Reading, start: int, end: int) -> frozenset[str]:
    """The terms of the tokens from `start` up to `end`, and of a phrase for one word this one, too: "the Holy See" is the Vatican."""
    places = reading.places
    found = frozenset(reading.sequence[bisect_left(places, start) : bisect_left(places, end)])
    joined = reading.phrase_meanings
    return (
        found.union(stem(word) for at, word in joined.items() if start <= at < end and is_word(word))
        if joined
        else found
    )


def display_first_term(reading: Reading, terms: frozenset[str]) -> str:
    """The first of some terms, as written; one that tells no month, where there is one. A "now" may only be meant."""
    places = [at for term, at in reading.placed_terms if term in terms]
    undated = [at for at in places if reading.words[at] not in _DATES]
    return display_word(reading, (undated or places)[0]) if places else min(terms, default="")


_DATES = MONTHS.keys() | WEEKDAYS.keys()
_HONORIFICS = words_of("mr mrs ms miss mx dr sir dame prof")
"""Before a name these tell of nobody."""
_SAYS = words_of("says said claims")
"""What files of claims begin with: "Says Ada Miller voted against the bridge"."""


def display_word(reading: Reading, at: int) -> str:
    """What a person reads of a word: the name that it is of, and no "Mr"; a number as it is written; all words of a phrase that is one."""
    tokens, last = reading.tokens, len(reading.tokens) - 1
    at += reading.words[at] in _HONORIFICS and at < last
    end = next((q.last for q in reading.quantities if q.first == at), at)
    while at and (_are_one_name(reading, at) or tokens[at - 1].end == tokens[at].start):  # "5G"
        at -= 1
    while end < last and _are_one_name(reading, end + 1):
        end += 1
    if phrase := reading.phrase_at(at):
        at, end = phrase.places[0], max(end, phrase.places[-1])
    return reading.text_of(at, end)


def _are_one_name(reading: Reading, at: int) -> bool:
    """Whether a word is of one name with the word before: "New *Zealand*", "General *Belov*"."""
    before, word = reading.words[at - 1 : at + 1]
    return (
        reading.has_capital(at - 1)
        and reading.has_capital(at)
        and not reading.is_boundary(at)
        and before not in STOP_WORDS | _HONORIFICS
        and not (at == 1 and before in _SAYS)
        and word not in STOP_WORDS
        and not before.endswith("'s")
    )


def are_reversed(one: Sides, other: Sides) -> bool:
    """Whether what stands left in the one stands right in the other, and the other way about."""
    a, b = apart(one), apart(other)
    crossing = (a.left & b.right, a.right & b.left)
    parallel = len(a.left & b.left) + len(a.right & b.right)
    return all(crossing) and sum(map(len, crossing)) > 2 * parallel


def are_exchanged(one: Sides, other: Sides) -> bool:
    """The same where other words may stand beside: something has come from each side to the other."""
    a, b = apart(one), apart(other)
    return bool(a.left & b.right and a.right & b.left)


def are_fully_exchanged(one: Sides, other: Sides) -> bool:
    """The same, where nothing of what stands left stands left in the other as well."""
    return not one.left & other.left and are_exchanged(one, other)


def apart(sides: Sides) -> Sides:
    """What stands on one side only."""
    return Sides(sides.left - sides.right, sides.right - sides.left)


_BEFORE_A_VERB = MODALS | DO | {"done", "doing", "to", "not"}


def find_focus_of_only(words: Sequence[str], start: int) -> int:
    """The place of the first word of weight from that behind an "only" on, and of what a verb there is done to; the first where there is none."""
    verb = is_verb_form(words[start]) or (start > 1 and words[start - 2] in _BEFORE_A_VERB)
    behind = range(start + verb, len(words))
    return next((at for at in behind if words[at] not in STOP_WORDS), start)


_JOINING = words_of("and or")
_IN_TURN = SEQUENCE_WORDS | words_of("order top")
"""With these the order of a list tells something."""


def share_list(reading: Reading, first: int, last: int) -> bool:
    """Whether two places are in one list of three or more, and there is no other, of which each tells something of each."""
    listed = find_sole_list(reading)
    return first in listed and last in listed


def find_sole_list(reading: Reading) -> range:
    """The places of the one list of three or more that there is; nothing where there are several, or each has its own."""
    if reading.vocabulary.isdisjoint(_JOINING) or not reading.vocabulary.isdisjoint(_IN_TURN):
        return range(0)
    found = [_list_at(reading, at) for at, word in enumerate(reading.words[:-1]) if word in _JOINING and at]
    lists = [places for places in found if places]
    return lists[0] if len(lists) == 1 else range(0)


def _list_at(reading: Reading, joined: int) -> range | None:
    """The places of the list of which the last thing stands behind an "and"; None of fewer than three."""
    begin, things = _name_back(reading, joined - 1), 2
    while begin and reading.is_boundary(begin):
        begin, things = _name_back(reading, begin - 1), things + 1
    end = joined + 1 + (reading.words[joined + 1] in DETERMINERS)
    while end + 1 < len(reading.words) and _one_name(reading, end + 1):
        end += 1
    return range(begin, end + 1) if things > 2 else None


def _name_back(reading: Reading, at: int) -> int:
    """Where the thing begins that ends at a place: a word, or a name of several, with its article."""
    while at and _one_name(reading, at):
        at -= 1
    return at - (at > 0 and reading.words[at - 1] in DETERMINERS and not reading.is_boundary(at))


def _one_name(reading: Reading, at: int) -> bool:
    """Whether a word and that before it are one name: "New York"."""
    capitals = all(reading.has_capital(i) for i in (at - 1, at))
    return capitals and not reading.is_boundary(at)
