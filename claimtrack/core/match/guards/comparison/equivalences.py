"""Which differently worded comparisons mean the same ("A lies north of B", "B lies south of A"; "none is more", "more than any"), and which compare with an earlier time."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise, product

from claimtrack.core.language.word_lists import COMPARATIVES, NOBODY, PAST_AUXILIARIES, STOP_WORDS, words_of
from claimtrack.core.match.guards.difference import Excerpts, symmetric_guard
from claimtrack.core.match.reading.dates import year_places
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.phrases import Sides, are_exchanged, phrase_after, terms_between
from claimtrack.core.match.words.forms import is_comparative
from claimtrack.core.match.words.terms import stems_of

_AXIS_PREPOSITIONS = {"compass": "of", "direction": "against"}
"""The preposition before the standard of each axis: "north *of* it", "fell *against* it"."""
_LINK_REACH = 4
"""Words from a pole to its preposition at most."""


def are_converse_positions(a: Reading, b: Reading) -> bool:
    """Whether two things are exchanged together with their relation: "A lies north of B", "B lies south of A"."""
    for axis in _AXIS_PREPOSITIONS.keys() & a.poles.keys() & b.poles.keys():
        theirs = list(_find_relations(b, axis))
        for pole, x in _find_relations(a, axis) if theirs else ():
            if any(other_pole == pole ^ 1 and are_exchanged(x, y) for other_pole, y in theirs):
                return True
    if any(_CONVERSE_POSITIONS[word] == y and are_exchanged(*two) for word, *two, y in _pair_positions(a, b)):
        return True
    ours, theirs_equated = _find_equative(a), _find_equative(b)
    return ours is not None and theirs_equated is not None and are_exchanged(ours, theirs_equated)


_EQUATIVE_SPAN = 6
"""Words from the first "as" of a pair to the second at most."""
_NON_EQUATIVE_WORDS = words_of(
    "times twice half double not never nearly almost no such known regarded seen described"
)


def _find_equative(reading: Reading) -> Sides | None:
    """The two sides of an equative: "A is just as old as B"."""
    words = reading.words
    if "as" not in reading.vocabulary or words.count("as") != len(("as", "as")) or reading.negators:
        return None
    first = words.index("as")
    second = words.index("as", first + 1)
    before = words[max(0, first - 2) : first]
    if second - first > _EQUATIVE_SPAN or not _NON_EQUATIVE_WORDS.isdisjoint(before):
        return None
    return Sides(terms_between(reading, 0, first), phrase_after(reading, second))


def _find_relations(reading: Reading, axis: str) -> Iterator[tuple[int, Sides]]:
    """Yield the pole of an axis and the two things that it relates."""
    link = _AXIS_PREPOSITIONS[axis]
    for pole, _, at in reading.poles[axis]:
        if link in reading.words[at + 1 : at + _LINK_REACH]:
            place = reading.words.index(link, at)
            yield pole, Sides(terms_between(reading, 0, at), phrase_after(reading, place))


_CONVERSE_POSITIONS = dict(
    two
    for pair in (
        "above below", "left right", "upstream downstream", "northeast southwest", "northwest southeast", "north-east south-west", "north-west south-east",
    )
    for two in (pair.split(), pair.split()[::-1])
)  # fmt: skip
"""Positions with their converse: if A is above B, B is below A."""
_BARE_PREPOSITIONS = words_of("above below")
"""Positions directly followed by the other thing; all others take "of"."""


def _pair_positions(a: Reading, b: Reading) -> Iterator[tuple[str, Sides, Sides, str]]:
    """Yield each pair of positions: the word and the two things of either statement."""
    ours, theirs = _CONVERSE_POSITIONS.keys() & a.vocabulary, _CONVERSE_POSITIONS.keys() & b.vocabulary
    for word, other in product(ours, theirs):
        ours_sides, theirs_sides = _position_sides(a, word), _position_sides(b, other)
        if ours_sides and theirs_sides:
            yield word, ours_sides, theirs_sides, other


def _position_sides(reading: Reading, word: str) -> Sides | None:
    """The two things that a position relates; None if no second follows."""
    at = reading.words.index(word)
    links = word in _BARE_PREPOSITIONS or reading.word(at + 1) == "of"
    end = at + (word not in _BARE_PREPOSITIONS)
    return Sides(terms_between(reading, 0, at), phrase_after(reading, end)) if links else None


def is_negated_superlative(one: Reading, other: Reading) -> bool:
    """Whether one says that none is more, and the other that it is more than any: "no country buys more than", "buys more than any"."""
    if len(one.negators) != 1 or other.negators or "any" not in other.vocabulary:
        return False
    denied = one.words[one.negators[0] :]
    more = (one.vocabulary & other.vocabulary) & COMPARATIVES
    if denied[0] not in NOBODY or "than" not in denied or not more:
        return False
    if ("than", "any") not in pairwise(other.words):
        return False
    than = denied.index("than") + 1
    before = other.words[: min(map(other.words.index, more))]
    return any(word in before for word in denied[than : than + _STANDARD_REACH] if word not in STOP_WORDS)


_STANDARD_REACH = 4
"""Words after "than" that may name who has more, as the other does before its "more"."""


def negates_same_comparative(one: Reading, other: Reading) -> bool:
    """Whether one says "no more" where the other says "not ... more": "makes no more noise than", "does not make more noise than"."""
    more = {word for before, word in pairwise(one.words) if before == "no" and is_comparative(word)}
    return not more.isdisjoint(negated_comparatives(other))


def negated_comparatives(reading: Reading) -> list[str]:
    """The comparatives that a "not" denies: "does *not* make *more* noise than"."""
    if len(reading.negators) != 1 or "than" not in reading.vocabulary or "no" in reading.vocabulary:
        return []
    place = reading.negators[0]
    if reading.words[place] != "not" and not reading.words[place].endswith("n't"):
        return []
    after = pairwise(reading.words[place : place + _NEGATED_REACH])
    return [
        word
        for word, following in after
        if is_comparative(word) and (word not in _COMPARATIVE_WORDS or following != "than")
    ]


_COMPARATIVE_WORDS = words_of("more less fewer")
_NEGATED_REACH = 6
"""Tokens after a "not" that may contain its comparative."""


@symmetric_guard("negated")
def never_exceeded_or_exceeded(one: Reading, other: Reading) -> Excerpts | None:
    """What has never been more in one has been more in the other: "never been higher than in 2009", "been higher than in 2009"."""
    if "never" not in one.vocabulary - other.vocabulary or one.asserted_sequence != other.sequence:
        return None
    at = one.words.index("never")
    return (one.as_written(at, at + 3),)


PERIODS = words_of("year month week season quarter decade summer winter spring autumn time")
"""After "this" these date what is said."""
NOW_TERM = words_of("now")
"""The term that stands for any word for the present."""
NOW_STEMS = stems_of("now today currently nowadays")
EARLIER_WORDS = words_of("before ago then earlier previously")
_PRESENT_AUXILIARIES = words_of("is are has have do does")


def add_time_terms(terms: frozenset[str], words: Sequence[str], *, is_now: bool = False) -> frozenset[str]:
    """The terms of one side of a comparison with a term for its time: "now", and the "this" of "more *this* year than last year"."""
    this = {one for one, other in pairwise(words) if one == "this" and other in PERIODS}
    return (terms - NOW_STEMS) | this | (NOW_TERM if is_now or terms & NOW_STEMS else frozenset())


def is_present_tense(words: Sequence[str]) -> bool:
    """Whether some words have present and no past auxiliaries."""
    return not _PRESENT_AUXILIARIES.isdisjoint(words) and PAST_AUXILIARIES.isdisjoint(words)


def refers_to_past(reading: Reading, start: int) -> bool:
    """Whether what follows a place refers to an earlier time: "than it *was*", "than *before* the war"."""
    years = year_places(reading.quantities, reading.words) if reading.quantities else ()
    return not (PAST_AUXILIARIES | EARLIER_WORDS).isdisjoint(reading.words[start:]) or any(
        at >= start for at in years
    )
