"""How guards are read that are no more than phrases: what the one tells in one of these, the other tells in one of those, of the same thing."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Any, NamedTuple

from claimtrack.core.match.guards.difference import symmetric_guard
from claimtrack.core.match.reading.reading import PREFIX_LENGTH
from claimtrack.core.match.reading.syntax.phrases import BREAKS, DETERMINERS
from claimtrack.core.match.words.forms import may_be_past
from claimtrack.core.match.words.lexicon import IRREGULAR_SUPERLATIVES, STOP_WORDS, words_of
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Container, Iterator, Mapping

    from claimtrack.core.match.guards.difference import Excerpts, Finder
    from claimtrack.core.match.reading.reading import Reading

_GAP = 14
"""Words at most for which "..." stands, and "..", which stands for little words alone."""
_BEHIND = 4
"""Words of the thing behind a phrase, at most, of which ">" may be any."""
_ENDING = BREAKS - DETERMINERS
"""Where that thing ends."""
_SORTS: dict[str, Callable[[str], bool]] = {
    "the": DETERMINERS.__contains__,
    "-ing": lambda word: word.endswith("ing"),
    "-ed": may_be_past,
    "-est": lambda word: word.endswith("est") or word in IRREGULAR_SUPERLATIVES,
    "#": lambda word: word[0].isdecimal() and word.strip("0.") != "",
    "@": lambda word: word not in STOP_WORDS,
    "_": bool,
}
"""What a part of a phrase may stand for: a determiner, a form in "-ing", a verb in the past, the most of its kind, a number but zero, any word of weight, any word."""


class _Found(NamedTuple):
    """Where a phrase stands, and what it is told of, by first letters with where that stands; of nothing where it may be of anything."""

    places: range
    things: Mapping[str, int]

    def told(self, reading: Reading, heads: Collection[str]) -> str:
        """The words up to the last of some things that it is told of."""
        end = max([self.places.stop, *(at + 1 for head, at in self.things.items() if head in heads)])
        return reading.as_written(self.places.start, end)


class _Phrases:
    """Phrases parted by "|", found by their first word. A part with "@" is the thing that both must tell of, ">" one of the words behind."""

    def __init__(self, listing: str) -> None:
        self._by_first: dict[str, list[tuple[str, ...]]] = {}
        self._by_sort: list[tuple[str, ...]] = []
        for parts in map(str.split, listing.split("|")):
            if parts[0][0] == "@":
                self._by_sort.append(tuple(parts))
                continue
            for first in parts[0].split("/"):
                self._by_first.setdefault(first, []).append((first, *parts[1:]))
        self._first = frozenset(self._by_first)

    @property
    def opening(self) -> frozenset[str]:
        """The words with which they begin; none where one may begin with any."""
        return frozenset() if self._by_sort else self._first

    def may_be_in(self, reading: Reading) -> bool:
        """Whether a statement has a word with which one of them begins: most have none."""
        return bool(self._by_sort) or not self._first.isdisjoint(reading.vocabulary)

    def found(self, reading: Reading) -> Iterator[_Found]:
        """Each place in which a statement has one of the phrases."""
        if not self.may_be_in(reading):
            return
        for at, word in enumerate(reading.words):
            phrases = self._by_first.get(word, ())
            for parts in (*self._by_sort, *phrases) if self._by_sort else phrases:
                if reading.written[at] != "May" and (found := _match(reading.words, at, at, parts, ())):
                    yield found


def _match(
    words: list[str], first: int, at: int, parts: tuple[str, ...], things: tuple[int, ...]
) -> _Found | None:
    """Where the rest of a phrase ends that goes on at a place; None where it does not go on there."""
    if not parts:
        return _Found(range(first, at), {stem(words[place])[:PREFIX_LENGTH]: place for place in things})
    part, rest = parts[0], parts[1:]
    if part == ">":
        behind = takewhile(lambda i: words[i] not in _ENDING, range(at, min(len(words), at + _BEHIND)))
        thing = tuple(i for i in behind if words[i] not in STOP_WORDS)
        return _match(words, first, at, rest, thing) if thing else None
    if part in ("...", ".."):
        ends = (end for end in range(at, min(len(words), at + _GAP + 1)))
        if part == "..":
            ends = (end for end in ends if STOP_WORDS.issuperset(words[at:end]))
        return next(filter(None, (_match(words, first, end, rest, things) for end in ends)), None)
    sort = part.removeprefix("@") or "@"
    if at == len(words) or not _SORTS.get(sort, sort.split("/").__contains__)(words[at]):
        return None
    return _match(words, first, at + 1, rest, (*things, at) if part[0] == "@" else things)


_DIFFERS = symmetric_guard("differs")


def phrase_guard(
    name: str,
    reason: str,
    *rows: tuple[str, str],
    unless: str = "",
    other_without: str = "",
    denied: Container[int] | None = (0,),
    alone: bool = False,
    agreeing: Callable[[Reading, Reading], bool] | None = None,
    told_as: Callable[[Finder], Any] = _DIFFERS,
) -> Any:
    """A guard of this name that finds a phrase of a row in the one statement, and one of its others, which the one has not of the same, in the other.

    It finds nothing where one of both has a word of `unless`, or the other one of `other_without`; where the other has what the one
    has (`alone`); nor where the other denies, or the one does not deny as often as `denied`, if that is told;
    nor where both are `agreeing` after all.
    """
    listed = [(_Phrases(one), _Phrases(other)) for one, other in rows]
    openings = [ours.opening for ours, _ in listed]
    opening = frozenset().union(*openings) if all(openings) else None
    barring, there = words_of(unless), words_of(other_without)

    def find(a: Reading, b: Reading) -> Excerpts | None:
        if opening and opening.isdisjoint(a.vocabulary):
            return None  # as nearly always
        if not any(ours.may_be_in(a) and theirs.may_be_in(b) for ours, theirs in listed):
            return None
        if denied is not None and (len(a.negators) not in denied or b.negators):
            return None
        if not (barring.isdisjoint(a.vocabulary) and barring.isdisjoint(b.vocabulary)):
            return None
        if not there.isdisjoint(b.vocabulary):
            return None
        found = next((told for row in listed if (told := _told(row, a, b, alone=alone))), None)
        return None if found and agreeing and agreeing(a, b) else found

    find.__name__, find.__doc__ = name, reason
    find.__module__ = "claimtrack.core.match.guards.phrase_guards"
    return told_as(find)


def _told(row: tuple[_Phrases, _Phrases], a: Reading, b: Reading, *, alone: bool) -> Excerpts | None:
    """What each of two statements tells by a row's phrases, of one thing."""
    ours, theirs = row
    here = list(ours.found(a))
    there = list(theirs.found(b)) if here else ()
    if not there or (alone and any(ours.found(b))):
        return None
    here_too = list(theirs.found(a))
    for mine in here:
        for yours in there:
            if _of_one_thing(mine, a, yours, b) and not any(
                _of_one_thing(yours, a, one, b) for one in here_too if one.places.start not in mine.places
            ):
                return mine.told(a, yours.things or b.prefixes), yours.told(b, mine.things or a.prefixes)
    return None


def _of_one_thing(one: _Found, a: Reading, other: _Found, b: Reading) -> bool:
    """Whether two phrases are told of the same; where one tells of nothing, it may be anything in its statement."""
    if not one.things and not other.things:
        return True
    return not (one.things.keys() or a.prefixes).isdisjoint(other.things or b.prefixes)
