"""Patterns of phrases for guards that only compare phrases: one statement has a phrase of one list, the other one of another list about the same thing."""

from __future__ import annotations

from collections.abc import Callable, Collection, Container, Iterator, Mapping
from itertools import takewhile
from typing import Any, NamedTuple

from claimtrack.core.language.word_lists import IRREGULAR_SUPERLATIVES, STOP_WORDS, words_of
from claimtrack.core.match.guards.difference import Excerpts, Finder, symmetric_guard
from claimtrack.core.match.reading.reading import PREFIX_LENGTH, Reading
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS, PHRASE_BREAKS
from claimtrack.core.match.words.forms import may_be_past
from claimtrack.core.match.words.terms import stem

_MAX_GAP_WORDS = 14
"""Words that "..." may stand for, at most; ".." stands only for function words."""
_COMPLEMENT_REACH = 4
"""Words of the complement after a phrase, at most, any of which ">" may match."""
_COMPLEMENT_ENDS = PHRASE_BREAKS - DETERMINERS
"""Words before which that complement ends."""
_WORD_CLASSES: dict[str, Callable[[str], bool]] = {
    "the": DETERMINERS.__contains__,
    "-ing": lambda word: word.endswith("ing"),
    "-ed": may_be_past,
    "-est": lambda word: word.endswith("est") or word in IRREGULAR_SUPERLATIVES,
    "#": lambda word: word[0].isdecimal() and word.strip("0.") != "",
    "@": lambda word: word not in STOP_WORDS,
    "_": bool,
}
"""The classes of words in a pattern: a determiner, a form in "-ing", a past tense, a superlative, a number except zero, any content word, any word."""


class _PhraseMatch(NamedTuple):
    """The places of a phrase, and what it is about: first letters with the place; empty if it may be about anything."""

    places: range
    topics: Mapping[str, int]

    def quote(self, reading: Reading, shared: Collection[str]) -> str:
        """The words of the phrase up to its last topic that is shared."""
        end = max([self.places.stop, *(at + 1 for head, at in self.topics.items() if head in shared)])
        return reading.as_written(self.places.start, end)


class _PhrasePatterns:
    """Patterns separated by "|", indexed by first word. "@" marks the word that both phrases must be about; ">" matches any word of the complement."""

    def __init__(self, listing: str) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        self._by_class: list[tuple[str, ...]] = []
        for parts in map(str.split, listing.split("|")):
            if parts[0][0] == "@":
                self._by_class.append(tuple(parts))
                continue
            for first in parts[0].split("/"):
                self._by_first.setdefault(first, []).append((first, *parts[1:]))
        self._first = frozenset(self._by_first)

    @property
    def first_words(self) -> frozenset[str]:
        """The first words of the patterns; empty if a pattern may start with any word."""
        return frozenset() if self._by_class else self._first

    def may_match(self, reading: Reading) -> bool:
        """Whether a statement has the first word of a pattern: most have none."""
        return bool(self._by_class) or not self._first.isdisjoint(reading.vocabulary)

    def matches(self, reading: Reading) -> Iterator[_PhraseMatch]:
        """Yield each match in a statement."""
        for at, word in enumerate(reading.words):
            phrases = self._by_first.get(word, ())
            for parts in (*self._by_class, *phrases) if self._by_class else phrases:
                if reading.written[at] != "May" and (match := _match(reading.words, at, at, parts, ())):
                    yield match


def _match(
    words: list[str], first: int, at: int, parts: tuple[str, ...], topics: tuple[int, ...]
) -> _PhraseMatch | None:
    """Match the rest of a pattern at a place; None if it does not match."""
    if not parts:
        return _PhraseMatch(range(first, at), {stem(words[place])[:PREFIX_LENGTH]: place for place in topics})
    part, rest = parts[0], parts[1:]
    if part == ">":
        after = takewhile(
            lambda i: words[i] not in _COMPLEMENT_ENDS, range(at, min(len(words), at + _COMPLEMENT_REACH))
        )
        complement = tuple(i for i in after if words[i] not in STOP_WORDS)
        return _match(words, first, at, rest, complement) if complement else None
    if part in ("...", ".."):
        ends = (end for end in range(at, min(len(words), at + _MAX_GAP_WORDS + 1)))
        if part == "..":
            ends = (end for end in ends if STOP_WORDS.issuperset(words[at:end]))
        return next(filter(None, (_match(words, first, end, rest, topics) for end in ends)), None)
    word_class = part.removeprefix("@") or "@"
    if at == len(words) or not _WORD_CLASSES.get(word_class, word_class.split("/").__contains__)(words[at]):
        return None
    return _match(words, first, at + 1, rest, (*topics, at) if part[0] == "@" else topics)


_DIFFERS = symmetric_guard("differs")


def phrase_guard(
    name: str,
    reason: str,
    *rows: tuple[str, str],
    unless: str = "",
    other_without: str = "",
    denied: Container[int] | None = (0,),
    alone: bool = False,
    compatible: Callable[[Reading, Reading], bool] | None = None,
    decorate: Callable[[Finder], Any] = _DIFFERS,
) -> Any:
    """Make a guard that finds a phrase of a row in one statement and its counterpart about the same thing in the other.

    It finds nothing if either statement has a word of `unless`, or the other one of `other_without`; with `alone`, if the other has a
    phrase of both lists; if the other is negated, or the number of negators in the first is not in `denied` (None: any number); nor if
    the two are `compatible`.
    """
    listed = [(_PhrasePatterns(one), _PhrasePatterns(other)) for one, other in rows]
    openings = [ours.first_words for ours, _ in listed]
    first_words = frozenset().union(*openings) if all(openings) else None
    barring, required = words_of(unless), words_of(other_without)

    def find(a: Reading, b: Reading) -> Excerpts | None:
        if first_words and first_words.isdisjoint(a.vocabulary):
            return None  # the usual case, tested first for speed
        likely = [row for row in listed if row[0].may_match(a) and row[1].may_match(b)]
        if not likely:
            return None
        if denied is not None and (len(a.negators) not in denied or b.negators):
            return None
        if not (barring.isdisjoint(a.vocabulary) and barring.isdisjoint(b.vocabulary)):
            return None
        if not required.isdisjoint(b.vocabulary):
            return None
        found = next((found for row in likely if (found := _match_row(row, a, b, alone=alone))), None)
        return None if found and compatible and compatible(a, b) else found

    find.__name__, find.__doc__ = name, reason
    find.__module__ = "claimtrack.core.match.guards.phrase_guards"
    return decorate(find)


def _match_row(
    row: tuple[_PhrasePatterns, _PhrasePatterns], a: Reading, b: Reading, *, alone: bool
) -> Excerpts | None:
    """The words of both statements that match a row and are about the same thing."""
    ours, theirs = row
    matches = list(ours.matches(a))
    matches_b = list(theirs.matches(b)) if matches else ()
    if not matches_b or (alone and any(ours.matches(b))):
        return None
    here_too = list(theirs.matches(a))
    for match in matches:
        for match_b in matches_b:
            if _are_about_same(match, a, match_b, b) and not any(
                _are_about_same(match_b, a, one, b)
                for one in here_too
                if one.places.start not in match.places
            ):
                return match.quote(a, match_b.topics or b.prefixes), match_b.quote(
                    b, match.topics or a.prefixes
                )
    return None


def _are_about_same(one: _PhraseMatch, a: Reading, other: _PhraseMatch, b: Reading) -> bool:
    """Whether two phrases are about the same thing; one without a thing may be about anything in its statement."""
    if not one.topics and not other.topics:
        return True
    return not (one.topics.keys() or a.prefixes).isdisjoint(other.topics or b.prefixes)
