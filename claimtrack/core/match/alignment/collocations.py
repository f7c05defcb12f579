"""Words that mean the same of certain things: who "bears" a cost pays it, and "named the safest" is "ranked the safest"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.reading.names.abbreviations import countries_at
from claimtrack.core.match.reading.reading import meanings
from claimtrack.core.match.reading.syntax.governed_heads import ends_noun_phrase, find_governed_heads
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.lexicon import IRREGULAR_SUPERLATIVES, PASSIVE, words_of
from claimtrack.core.match.words.terms import stem
from claimtrack.core.match.words.thesaurus.collocations import GROUPS, NEAR

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from claimtrack.core.match.reading.reading import Reading

_JOBS = words_of("job post")
"""What one may be "in the" of; "in the office" is a room."""
_SAME = len(GROUPS.strip().splitlines())
"""The groups of words that are one; those behind them are only near."""


class _Group(NamedTuple):
    number: int
    parts: tuple[str, ...]
    """The stems of the word, more than one where it is "broke out"."""
    companions: frozenset[str]


@lru_cache(maxsize=1)
def _groups() -> dict[str, list[_Group]]:
    """Stem of the first part of a word -> the groups it begins a word of."""
    found: dict[str, list[_Group]] = {}
    for number, line in enumerate((GROUPS.strip() + NEAR.rstrip()).splitlines()):
        members, _, beside = line.partition(" : ")
        companions = frozenset({beside} if "-" in beside else map(stem, beside.split()))
        for member in members.split():
            parts = tuple(map(stem, member.split("_")))
            found.setdefault(parts[0], []).append(_Group(number, parts, companions))
    return found


def in_each_others_place(one: Reading, other: Reading, *, near: bool = True) -> frozenset[int]:
    """The places of the words of one statement for which the other has a word of the same group, both told of the same thing.

    With `near` also where the two are not one of that thing, but much alike.
    """
    ours = _collocations(one)
    theirs = frozenset().union(*_collocations(other).values()) if ours else frozenset()
    if not near:
        theirs = frozenset(company for company in theirs if company[0] < _SAME)
    return frozenset(at for at, groups in ours.items() if not groups.isdisjoint(theirs))


@lru_cache(maxsize=64)
def _collocations(reading: Reading) -> Mapping[int, frozenset[tuple[int, int | str]]]:
    """Place of each word that is told of a companion of its group -> the groups, by number, with what the companion means. Kept, since many ask."""
    stems = [stem(word) for word in reading.words]
    found: dict[int, frozenset[tuple[int, int | str]]] = {}
    for at, term in enumerate(stems):
        for group in _groups().get(term, ()):
            end = at + len(group.parts)
            if tuple(stems[at:end]) == group.parts:
                company = {(group.number, sense) for sense in _company(reading, stems, at, end, group)}
                for place in range(at, end) if company else ():
                    found[place] = found.get(place, frozenset()) | company
    return found


def _company(reading: Reading, stems: Sequence[str], at: int, end: int, group: _Group) -> Iterator[int | str]:
    """What the companions mean beside which a word stands; a sign where they are of some kind."""
    if sign := next((sign for sign in group.companions if sign in _SIGNS), ""):
        if _SIGNS[sign](reading, at, end):
            yield sign
        return
    for place in find_governed_heads(reading, at, end - 1):
        if stems[place] in group.companions:
            yield from (stems[place], *meanings(stems[place]))


def _tops_all(reading: Reading, at: int, end: int) -> bool:
    """Whether somebody is said to be the most of all: "named Malm the safest port", "was ranked the safest"; not "named the largest donor"."""
    words, superlative = reading.words, end
    while superlative < len(words) and (
        words[superlative] in _BEFORE_MOST
        or words[superlative].endswith("'s")
        or reading.has_capital(superlative)
    ):
        superlative += 1
    is_told_of = words[at - 1] in PASSIVE or words[end : end + 1] != ["the"]
    return is_told_of and superlative < len(words) and _tops(words[superlative])


def _before_to(reading: Reading, _at: int, end: int) -> bool:
    """Whether it is what somebody is about to do: "set to vote", not "set to the wind"."""
    words = reading.words
    return words[end : end + 1] == ["to"] and end + 1 < len(words) and words[end + 1] not in DETERMINERS


def _before_a_place(reading: Reading, _at: int, end: int) -> bool:
    """Whether a town or a country follows, to which one may go."""
    return end < len(reading.words) and reading.written[end].istitle()


def _before_a_name(reading: Reading, at: int, end: int) -> bool:
    """Whether a place follows, of which one may be outside and near: "outside Lyon", not "outside France"."""
    is_land = countries_at(reading, range(end, end + 2), seats=False)
    return _before_a_place(reading, at, end) and not is_land


def _behind_in(reading: Reading, at: int, end: int) -> bool:
    """Whether somebody is in it: "in office since 2012", "in the job"; not "in office blocks", "in the office"."""
    at -= reading.words[at - 1] == "the" and reading.words[at] in _JOBS
    return reading.words[max(0, at - 1) : at] == ["in"] and ends_noun_phrase(reading, end)


def _behind_a_number(reading: Reading, at: int, _end: int) -> bool:
    """Whether so many are counted: "12,000 homes", not "the homes"."""
    return any(number.last == at - 1 for number in reading.quantities)


def _by_how_much(reading: Reading, _at: int, end: int) -> bool:
    """Whether it is told by how much something is so: "rose by 12 percent", "climbed 12 percent"; not "rose to 12 percent"."""
    end += reading.words[end : end + 1] == ["by"]
    return any(number.first in (end, end + 1) for number in reading.quantities)


def _at_an_end(reading: Reading, _at: int, end: int) -> bool:
    """Whether nothing is told behind it that belongs to it: "in advance of the vote"."""
    return reading.words[end : end + 1] != ["of"] and ends_noun_phrase(reading, end)


_SIGNS: dict[str, Callable[[Reading, int, int], bool]] = {
    "-est": _tops_all,
    "in-": _behind_in,
    "number-": _behind_a_number,
    "-to": _before_to,
    "-Name": _before_a_name,
    "-Place": _before_a_place,
    "-by": _by_how_much,
    "-end": _at_an_end,
}
_BEFORE_MOST = words_of("the a as to be by")


def _tops(word: str) -> bool:
    return word in IRREGULAR_SUPERLATIVES or (word.endswith("est") and len(word) > len("best"))
