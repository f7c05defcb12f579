"""What somebody is told to do or to leave: "warned against closing it", "told them not to close it", "urged them to close it"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.words.lexicon import words_of
from claimtrack.core.match.words.terms import stem, stems_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.core.match.reading.reading import Reading

_ADVISING = stems_of("warn caution advise counsel recommend")
"""Who does so against a deed says that it should not be done."""
_TELLING = _ADVISING | stems_of("tell ask urge order instruct encourage")
"""Behind whom these tell stands "to", or "not to"."""
_CALLING = stems_of("recommend advise suggest propose advocate")
"""Right behind these stands what is to be done: "recommended closing it"."""
_AGAINST = words_of("against not never")
_SUBJECT = 4
"""Words before "should" in which it may be denied of whom it is told."""
_WHOM = 6
"""Words at most to what somebody is told, whom it is told among them."""


class Advice(NamedTuple):
    """A deed that is to be done or left, and the words that tell it."""

    deed: str
    is_for: bool
    first: int
    last: int
    negators: frozenset[int]


def find_advice(reading: Reading) -> Iterator[Advice]:
    """Each deed that somebody is told to do or to leave, by its first letters."""
    words = reading.words
    for at, word in enumerate(words):
        if word == "should":
            if not any(at - _SUBJECT <= no < at for no in reading.negators):  # "no one should"
                yield from _told(reading, at, at + (words[at + 1 : at + 2] in (["not"], ["never"])))
        elif stem(word) in _TELLING or word in ("called", "calls"):
            yield from _behind(reading, at)


def _behind(reading: Reading, at: int) -> Iterator[Advice]:
    words, verb = reading.words, stem(reading.words[at])
    if words[at + 1 : at + 2] == ["for"] and verb not in _TELLING:
        yield from _told(reading, at, at + 1)
        return
    if verb in _CALLING and reading.word(at + 1).endswith("ing"):
        yield from _told(reading, at, at)
        return
    for i in range(at + 1, min(at + _WHOM, len(words))):
        if reading.is_boundary(i):
            return
        if (words[i] == "against" and verb in _ADVISING) or words[i] == "to":
            yield from _told(reading, i - (words[i - 1] in _AGAINST), i)
            return


def _told(reading: Reading, first: int, last: int) -> Iterator[Advice]:
    """The deed behind some words, where one of weight stands there."""
    words = reading.words[first : last + 1]
    near = (term for term, place in reading.placed_terms if last < place <= last + _NEAR)
    deed = next((term for term in near if term not in _ANY), "")
    if deed:
        against = not _AGAINST.isdisjoint(words)
        within = frozenset(range(first, last + 1)).intersection(reading.negators)
        yield Advice(deed[:_HEAD], not against, first, last, within)


_ANY = words_of("any all further such")
_NEAR = 2
"""Words at most to the deed: "should *be given*", "against any attack"."""
_HEAD = 5
"""Letters that make two terms forms of one."""


_WARN, _OF_WHAT = stem("warn"), words_of("of about over against")


def contains_warning_complement(reading: Reading, places: Iterable[int]) -> bool:
    """Whether a word at some places tells what somebody is warned of, for which all of these do: "warned them *against* it", "*about* it"."""
    return any(
        reading.words[at] in _OF_WHAT and any(map(is_warning_verb, reading.words[max(0, at - _WHOM) : at]))
        for at in places
    )


def contains_warning(reading: Reading) -> bool:
    """Whether a statement tells what somebody is warned of, or is to leave."""
    return _WARN in reading.terms or any(not told.is_for for told in find_advice(reading))


def is_warning_verb(word: str) -> bool:
    """Whether a word warns, in any form."""
    return stem(word) == _WARN
