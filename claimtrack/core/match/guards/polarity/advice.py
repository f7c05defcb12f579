"""What somebody is advised or ordered to do or not to do: "warned against closing it", "told them not to close it", "urged them to close it"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from claimtrack.core.language.word_lists import words_of
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.words.terms import stem, stems_of

_ADVISING_VERBS = stems_of("warn caution advise counsel recommend")
"""Verbs that advise against an action with "against"."""
_DIRECTIVE_VERBS = _ADVISING_VERBS | stems_of("tell ask urge order instruct encourage")
"""Verbs with an addressee and "to" or "not to"."""
_PROPOSING_VERBS = stems_of("recommend advise suggest propose advocate")
"""Verbs directly followed by the action: "recommended closing it"."""
_NEGATIVE_WORDS = words_of("against not never")
_SUBJECT_REACH = 4
"""Words before "should" among which its subject may be negated: "no one should"."""
_ADDRESSEE_REACH = 6
"""Words at most from the verb to the action, addressee included."""


class Advice(NamedTuple):
    """An action advised or advised against, and the places of the words that say so."""

    action: str
    is_for: bool
    first: int
    last: int
    negators: frozenset[int]


def find_advice(reading: Reading) -> Iterator[Advice]:
    """Yield each action that somebody is to do or not to do, by its first letters."""
    words = reading.words
    for at, word in enumerate(words):
        if word == "should":
            if not any(at - _SUBJECT_REACH <= i < at for i in reading.negators):  # "no one should"
                yield from _make_advice(reading, at, at + (reading.word(at + 1) in ("not", "never")))
        elif stem(word) in _DIRECTIVE_VERBS or word in ("called", "calls"):
            yield from _read_directive(reading, at)


def _read_directive(reading: Reading, at: int) -> Iterator[Advice]:
    """Yield the advice after a directive verb: "urged them to close it"."""
    words, verb = reading.words, stem(reading.words[at])
    if reading.word(at + 1) == "for" and verb not in _DIRECTIVE_VERBS:
        yield from _make_advice(reading, at, at + 1)
        return
    if verb in _PROPOSING_VERBS and reading.word(at + 1).endswith("ing"):
        yield from _make_advice(reading, at, at)
        return
    for i in range(at + 1, min(at + _ADDRESSEE_REACH, len(words))):
        if reading.is_boundary(i):
            return
        if (words[i] == "against" and verb in _ADVISING_VERBS) or words[i] == "to":
            yield from _make_advice(reading, i - (words[i - 1] in _NEGATIVE_WORDS), i)
            return


def _make_advice(reading: Reading, first: int, last: int) -> Iterator[Advice]:
    """Yield the advice whose action follows some words, if a content word follows."""
    words = reading.words[first : last + 1]
    near = (term for term, place in reading.placed_terms if last < place <= last + _ACTION_REACH)
    action = next((term for term in near if term not in _DETERMINERS), "")
    if action:
        against = not _NEGATIVE_WORDS.isdisjoint(words)
        negators = frozenset(range(first, last + 1)).intersection(reading.negators)
        yield Advice(action[:_STEM_LETTERS], not against, first, last, negators)


_DETERMINERS = words_of("any all further such")
_ACTION_REACH = 2
"""Words at most to the action: "should *be given*", "against any attack"."""
_STEM_LETTERS = 5
"""First letters by which two terms are forms of one word."""


_WARN, _WARNING_PREPOSITIONS = stem("warn"), words_of("of about over against")


def contains_warning_complement(reading: Reading, places: Iterable[int]) -> bool:
    """Whether a preposition at some places introduces what somebody is warned of; all these mean the same: "warned them *against* it", "*about* it"."""
    return any(
        reading.words[at] in _WARNING_PREPOSITIONS
        and any(map(is_warning_verb, reading.words[max(0, at - _ADDRESSEE_REACH) : at]))
        for at in places
    )


def contains_warning(reading: Reading) -> bool:
    """Whether a statement warns of something, or advises against it."""
    return _WARN in reading.terms or any(not advice.is_for for advice in find_advice(reading))


def is_warning_verb(word: str) -> bool:
    """Whether a word is a form of "warn"."""
    return stem(word) == _WARN
