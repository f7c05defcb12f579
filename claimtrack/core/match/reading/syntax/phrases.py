"""Phrases of a statement: the words before and after a place, up to the next function word or comma; the focus of an "only", lists, and whether two relations are reversed."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.language.word_lists import (
    AND_OR,
    AUXILIARIES,
    DO,
    MODALS,
    MONTHS,
    SEQUENCE_WORDS,
    STOP_WORDS,
    WEEKDAYS,
    words_of,
)
from claimtrack.core.match.words.forms import is_verb_form, may_be_finite
from claimtrack.core.match.words.set_phrases import is_word
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


_MAX_PHRASE_TOKENS = 5
"""Maximum number of tokens of a phrase."""
HELPERS = AUXILIARIES | {"not", "never", "also", "already", "still"}
PHRASE_BREAKS = STOP_WORDS | words_of(
    "along across against during near over under between through without within before after since until despite among"
    " behind beyond around outside inside towards toward while although though unless"
)
"""Words at which a phrase ends."""
DETERMINERS = words_of("the a an its his her their our my your this these those that all some any")


class Sides(NamedTuple):
    """The terms on either side of a relation: origin and goal, more and less, earlier and later, agent and patient."""

    left: frozenset[str]
    right: frozenset[str]


def terms_around(reading: Reading, place: int) -> Sides:
    """Return the terms before and after a token within its sentence."""
    terms = [(t, i) for t, i in reading.placed_terms if reading.sentences[i] == reading.sentences[place]]
    return Sides(frozenset(t for t, i in terms if i < place), frozenset(t for t, i in terms if i > place))


def phrase_after(reading: Reading, at: int) -> frozenset[str]:
    """Return the terms of the phrase after a token: up to the next function word other than "of", or a comma."""
    places = phrase_places_after(reading, at)
    return terms_between(reading, places.start, places.stop)


def phrase_places_after(reading: Reading, at: int) -> range:
    """Return the places of the phrase after a token."""
    words, start = reading.words, at + 1
    while start < len(words) and words[start] in DETERMINERS and not reading.is_boundary(start):
        start += 1
    places = range(start, min(len(words), start + _MAX_PHRASE_TOKENS))
    ends = (at for at in places if reading.is_boundary(at) or not _belongs_to_phrase(words, at))
    return range(start, next(ends, max(start, places.stop)))


def phrase_before(reading: Reading, at: int) -> frozenset[str]:
    """Return the terms of the phrase before a token, without auxiliaries and adverbs."""
    words, end = reading.words, at
    while end > 0 and not reading.is_boundary(end):
        if words[end - 1] not in HELPERS and not words[end - 1].endswith("ly"):
            break
        end -= 1
    first = max(0, end - _MAX_PHRASE_TOKENS)
    starts = range(end, first, -1)
    opens = (i for i in starts if reading.is_boundary(i) or not _belongs_to_phrase(words, i - 1))
    return terms_between(reading, next(opens, first), end)


def _belongs_to_phrase(words: Sequence[str], at: int) -> bool:
    """Whether a token belongs to a phrase: a content word, "of", or a determiner after it; the "in" of "brother-in-law"."""
    if words[at] in DETERMINERS:
        return at > 0 and words[at - 1] == "of"
    if words[at] == "of" or words[at] not in PHRASE_BREAKS:
        return True
    return words[at] == "in" and words[at + 1 : at + 2] == ["law"]


def clause_end(reading: Reading, at: int) -> int:
    """Return where the clause of a token ends: at the next punctuation."""
    following = bisect_right(reading.boundaries, at)
    return reading.boundaries[following] if following < len(reading.boundaries) else len(reading.words)


def clause_start(reading: Reading, at: int) -> int:
    """Return where the clause of a token begins: after the last punctuation before it, or at 0."""
    passed = bisect_right(reading.boundaries, at)
    return reading.boundaries[passed - 1] if passed else 0


def terms_between(reading: Reading, start: int, end: int) -> frozenset[str]:
    """Return the terms from `start` up to `end`, and for a set phrase also the word it means: "the Holy See" is the Vatican."""
    places = reading.places
    found = frozenset(reading.sequence[bisect_left(places, start) : bisect_left(places, end)])
    joined = reading.phrase_meanings
    if not joined:
        return found
    return found.union(stem(word) for at, word in joined.items() if start <= at < end and is_word(word))


def display_first_term(reading: Reading, terms: frozenset[str]) -> str:
    """Return the first of some terms as it is written; one that is no date, if there is one. A "now" may not be written at all."""
    places = [at for term, at in reading.placed_terms if term in terms]
    undated = [at for at in places if reading.words[at] not in _DATES]
    return display_word(reading, (undated or places)[0]) if places else min(terms, default="")


_DATES = MONTHS.keys() | WEEKDAYS.keys()
_HONORIFICS = words_of("mr mrs ms miss mx dr sir dame prof")
"""Titles that identify nobody."""
_OPENING_CUES = words_of("says said claims")
"""Claims in a file often begin with these: "Says Ada Miller voted against the bridge"."""


def display_word(reading: Reading, at: int) -> str:
    """Return a word as a person would read it: with the rest of its name, without "Mr"; a number as written; a set phrase in full."""
    tokens, last = reading.tokens, len(reading.tokens) - 1
    at += reading.words[at] in _HONORIFICS and at < last
    end = next((q.last for q in reading.quantities if q.first == at), at)
    while at and (_continues_name(reading, at) or tokens[at - 1].end == tokens[at].start):  # "5G"
        at -= 1
    while end < last and _continues_name(reading, end + 1):
        end += 1
    if phrase := reading.phrase_at(at):
        at, end = phrase.places[0], max(end, phrase.places[-1])
    return reading.text_of(at, end)


def _continues_name(reading: Reading, at: int) -> bool:
    """Whether a word belongs to one name with the word before it: "New *Zealand*", "General *Belov*"."""
    before, word = reading.words[at - 1 : at + 1]
    return (
        reading.has_capital(at - 1)
        and reading.has_capital(at)
        and not reading.is_boundary(at)
        and before not in STOP_WORDS | _HONORIFICS
        and not (at == 1 and before in _OPENING_CUES)
        and word not in STOP_WORDS
        and not before.endswith("'s")
    )


def are_reversed(one: Sides, other: Sides) -> bool:
    """Whether the sides of one relation are mostly those of the other, exchanged."""
    a, b = _drop_shared_terms(one), _drop_shared_terms(other)
    crossing = (a.left & b.right, a.right & b.left)
    parallel = len(a.left & b.left) + len(a.right & b.right)
    return all(crossing) and sum(map(len, crossing)) > 2 * parallel


def are_exchanged(one: Sides, other: Sides) -> bool:
    """Whether at least one term has moved from each side to the other, whatever else there is."""
    a, b = _drop_shared_terms(one), _drop_shared_terms(other)
    return bool(a.left & b.right and a.right & b.left)


def are_fully_exchanged(one: Sides, other: Sides) -> bool:
    """Whether the sides are exchanged and no term of the left side has stayed there."""
    return not one.left & other.left and are_exchanged(one, other)


def _drop_shared_terms(sides: Sides) -> Sides:
    """Return the sides without the terms that are on both."""
    return Sides(sides.left - sides.right, sides.right - sides.left)


_BEFORE_A_VERB = MODALS | DO | {"done", "doing", "to", "not"}


def find_focus_of_only(words: Sequence[str], start: int) -> int:
    """Return the place of the first content word after an "only", skipping a verb: "only saw *two*"."""
    verb = is_verb_form(words[start]) or (start > 1 and words[start - 2] in _BEFORE_A_VERB)
    after = range(start + verb, len(words))
    return next((at for at in after if words[at] not in STOP_WORDS), start)


def is_only_moved(one: Sequence[str], other: Sequence[str]) -> bool:
    """Whether "only" precedes a verb in the one, and follows it in the other: "*only affects* second homes", "*affects only* second homes"."""
    apart = [at for at, (word, word_b) in enumerate(zip(one, other, strict=False)) if word != word_b]
    if len(one) != len(other) or len(apart) != 2 or apart[0] == 0:
        return False
    first, second = one[apart[0] : apart[1] + 1], other[apart[0] : apart[1] + 1]
    return (
        "only" in first
        and first[::-1] == second
        and all(word == "only" or may_be_finite(word) for word in first)
    )


_ORDERED = SEQUENCE_WORDS | words_of("order top")
"""Words with which the order of a list matters: "*then*", "*respectively*"."""


def share_list(reading: Reading, first: int, last: int) -> bool:
    """Whether two places are in the only list of three or more, so that their order does not matter."""
    listed = find_sole_list(reading)
    return first in listed and last in listed


def find_sole_list(reading: Reading) -> range:
    """Return the places of the only list of three or more things; an empty range if there are several, or their order matters."""
    if reading.vocabulary.isdisjoint(AND_OR) or not reading.vocabulary.isdisjoint(_ORDERED):
        return range(0)
    found = [_parse_list(reading, at) for at, word in enumerate(reading.words[:-1]) if word in AND_OR and at]
    lists = [places for places in found if places]
    return lists[0] if len(lists) == 1 else range(0)


def _parse_list(reading: Reading, joined: int) -> range | None:
    """Return the places of the list whose last thing follows this "and"; None if it has fewer than three."""
    begin, count = _start_of_item(reading, joined - 1), 2
    while begin and reading.is_boundary(begin):
        begin, count = _start_of_item(reading, begin - 1), count + 1
    end = joined + 1 + (reading.words[joined + 1] in DETERMINERS)
    while end + 1 < len(reading.words) and _is_within_name(reading, end + 1):
        end += 1
    return range(begin, end + 1) if count > 2 else None


def _start_of_item(reading: Reading, at: int) -> int:
    """Return where the list item that ends at a place begins: a word, or a name of several, with its article."""
    while at and _is_within_name(reading, at):
        at -= 1
    return at - (at > 0 and reading.words[at - 1] in DETERMINERS and not reading.is_boundary(at))


def _is_within_name(reading: Reading, at: int) -> bool:
    """Whether a word and the one before it belong to one name: "New York"."""
    capitals = all(reading.has_capital(i) for i in (at - 1, at))
    return capitals and not reading.is_boundary(at)
