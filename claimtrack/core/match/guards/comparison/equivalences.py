"""Two things told from either end, "A lies north of B", "B lies south of A"; and what is compared with itself, now and then."""

from __future__ import annotations

from itertools import pairwise, product
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import symmetric_guard
from claimtrack.core.match.reading.dates import year_places
from claimtrack.core.match.reading.syntax.phrases import Sides, are_exchanged, phrase_after, terms_between
from claimtrack.core.match.words.lexicon import COMPARATIVES, NOBODY, STOP_WORDS, words_of
from claimtrack.core.match.words.terms import stems_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from claimtrack.core.match.guards.difference import Excerpts
    from claimtrack.core.match.reading.reading import Reading


_LINKS = {"compass": "of", "direction": "against"}
"""Behind these stands the other thing: "north *of* it", "fell *against* it"."""
_NEAR = 4
"""Words from the one to the other at most."""


def are_converse_positions(a: Reading, b: Reading) -> bool:
    """Whether two things change places, and with them which way the one stands to the other."""
    for axis in _LINKS.keys() & a.poles.keys() & b.poles.keys():
        theirs = list(_stands(b, axis))
        for pole, one in _stands(a, axis) if theirs else ():
            if any(other_pole == pole ^ 1 and are_exchanged(one, other) for other_pole, other in theirs):
                return True
    if any(_OPPOSITE[word] == other and are_exchanged(*two) for word, *two, other in _placed(a, b)):
        return True
    ours, others = _alike(a), _alike(b)
    return ours is not None and others is not None and are_exchanged(ours, others)


_UP_TO_AS = 6
"""Words behind the first "as" of two up to the second."""
_NOT_ALIKE = words_of("times twice half double not never nearly almost no such known regarded seen described")


def _alike(reading: Reading) -> Sides | None:
    """What is told to be as much so as what: "A is just as old as B"."""
    words = reading.words
    if "as" not in reading.vocabulary or words.count("as") != len(("as", "as")) or reading.negators:
        return None
    first = words.index("as")
    second = words.index("as", first + 1)
    if second - first > _UP_TO_AS or not _NOT_ALIKE.isdisjoint(words[max(0, first - 2) : first]):
        return None
    return Sides(terms_between(reading, 0, first), phrase_after(reading, second))


def _stands(reading: Reading, axis: str) -> Iterator[tuple[int, Sides]]:
    """Which way one thing stands to another, and the terms of both."""
    link = _LINKS[axis]
    for pole, _, at in reading.poles[axis]:
        if link in reading.words[at + 1 : at + _NEAR]:
            place = reading.words.index(link, at)
            yield pole, Sides(terms_between(reading, 0, at), phrase_after(reading, place))


_OPPOSITE = dict(
    two
    for pair in (
        "above below", "left right", "upstream downstream", "northeast southwest", "northwest southeast", "north-east south-west", "north-west south-east",
    )
    for two in (pair.split(), pair.split()[::-1])
)  # fmt: skip
"""Where something stands, and where the other then stands from there."""
_OVER = frozenset({"above", "below"})
"""Behind these stands the other thing at once; behind all else stands an "of"."""


def _placed(a: Reading, b: Reading) -> Iterator[tuple[str, Sides, Sides, str]]:
    """Where each says that something stands, and the terms of that and of the other thing."""
    ours, theirs = _OPPOSITE.keys() & a.vocabulary, _OPPOSITE.keys() & b.vocabulary
    for word, other in product(ours, theirs):
        one, two = _sides_of(a, word), _sides_of(b, other)
        if one and two:
            yield word, one, two, other


def _sides_of(reading: Reading, word: str) -> Sides | None:
    at = reading.words.index(word)
    links = word in _OVER or reading.words[at + 1 : at + 2] == ["of"]
    return (
        Sides(terms_between(reading, 0, at), phrase_after(reading, at + (word not in _OVER)))
        if links
        else None
    )


def is_negated_superlative(one: Reading, other: Reading) -> bool:
    """Whether the one says that none is more, and the other that it is more than any: "no country buys more than", "buys more than any"."""
    if len(one.negators) != 1 or other.negators or "any" not in other.vocabulary:
        return False
    denied = one.words[one.negators[0] :]
    more = (one.vocabulary & other.vocabulary) & COMPARATIVES
    if (
        denied[0] not in NOBODY
        or "than" not in denied
        or not more
        or ("than", "any") not in pairwise(other.words)
    ):
        return False
    than = denied.index("than") + 1
    before = other.words[: min(map(other.words.index, more))]
    return any(word in before for word in denied[than : than + _NAMED] if word not in STOP_WORDS)


_NAMED = 4  # words behind "than" that name who has more, as the other does before its "more"


def negates_same_comparative(one: Reading, other: Reading) -> bool:
    """Whether the one says "no more" where the other says "not ... more": "makes no more noise than", "does not make more noise than"."""
    more = {word for before, word in pairwise(one.words) if before == "no" and word in _MORE}
    return not more.isdisjoint(negated_comparatives(other))


def negated_comparatives(reading: Reading) -> list[str]:
    """The "more" behind the "not" of a comparison: "does *not* make *more* noise than"."""
    if len(reading.negators) != 1 or "than" not in reading.vocabulary or "no" in reading.vocabulary:
        return []
    place = reading.negators[0]
    if reading.words[place] != "not" and not reading.words[place].endswith("n't"):
        return []
    behind = pairwise(reading.words[place : place + _REACH])
    return [word for word, following in behind if word in _MORE and following != "than"]


_MORE = words_of("more less fewer")
_REACH = 6
"""Tokens behind a "not" in which its "more" stands."""


@symmetric_guard("negated")
def never_exceeded_or_exceeded(one: Reading, other: Reading) -> Excerpts | None:
    """What has never been more in the one has been in the other: "never been higher than in 2009", "been higher than in 2009"."""
    if "never" not in one.vocabulary - other.vocabulary or one.asserted_sequence != other.sequence:
        return None
    at = one.words.index("never")
    return (one.as_written(at, at + 3),)


PERIODS = words_of("year month week season quarter decade summer winter spring autumn time")
"""Behind "this" these tell when it is."""
NOW_TERM = frozenset({"now"})
"""The term of any word for now, and of what is only told to be so."""
NOW_STEMS = stems_of("now today currently nowadays")
EARLIER_WORDS = words_of("before ago then earlier previously")
_IS, PAST_AUXILIARIES = words_of("is are has have do does"), words_of("was were had did")


def add_time_terms(terms: frozenset[str], words: Sequence[str], *, is_now: bool = False) -> frozenset[str]:
    """The terms of a side with what tells of which of two times it is: any word for "now", and the "this" of "more *this* year than last year"."""
    this = {one for one, other in pairwise(words) if one == "this" and other in PERIODS}
    return (terms - NOW_STEMS) | this | (NOW_TERM if is_now or terms & NOW_STEMS else frozenset())


def is_present_tense(words: Sequence[str]) -> bool:
    """Whether what is compared is told to be so, and not to have been."""
    return not _IS.isdisjoint(words) and PAST_AUXILIARIES.isdisjoint(words)


def refers_to_past(reading: Reading, start: int) -> bool:
    """Whether what stands from a place on was so at an earlier time: "than it *was*", "than *before* the war"."""
    years = year_places(reading.quantities, reading.words) if reading.quantities else ()
    return not (PAST_AUXILIARIES | EARLIER_WORDS).isdisjoint(reading.words[start:]) or any(
        at >= start for at in years
    )
