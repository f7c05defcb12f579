"""Words that are synonyms only with certain companions: to "bear" a cost is to pay it, and "named the safest" is "ranked the safest"."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from claimtrack.core.language.word_lists import IRREGULAR_SUPERLATIVES, PASSIVE, words_of
from claimtrack.core.match.reading.names.abbreviations import countries_at
from claimtrack.core.match.reading.reading import Reading, meanings
from claimtrack.core.match.reading.syntax.governed_heads import ends_noun_phrase, find_governed_heads
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS
from claimtrack.core.match.words.terms import stem
from claimtrack.core.match.words.thesaurus.collocations import GROUPS, NEAR

_JOB_NOUNS = words_of("job post")
"""Nouns with which "in the" may mean holding a post; "in the office" is a room."""
_SYNONYM_GROUPS = len(GROUPS.strip().splitlines())
"""The number of groups whose members are synonyms; the groups after them hold near synonyms."""


class _Group(NamedTuple):
    """A member of a group of collocations."""

    number: int
    parts: tuple[str, ...]
    """The stems of the member; several for a phrase such as "broke out"."""
    companions: frozenset[str]


@lru_cache(maxsize=1)
def _groups_by_stem() -> dict[str, list[_Group]]:
    """Stem of the first word of a member -> the groups it belongs to."""
    found: dict[str, list[_Group]] = {}
    for number, line in enumerate((GROUPS.strip() + NEAR.rstrip()).splitlines()):
        members, _, context = line.partition(" : ")
        companions = frozenset({context} if "-" in context else map(stem, context.split()))
        for member in members.split():
            parts = tuple(map(stem, member.split("_")))
            found.setdefault(parts[0], []).append(_Group(number, parts, companions))
    return found


def find_collocation_matches(one: Reading, other: Reading, *, near: bool = True) -> frozenset[int]:
    """The tokens of `one` for which `other` has a member of the same group with the same companion.

    With `near`, also near synonyms.
    """
    ours = _find_collocations(one)
    theirs = frozenset().union(*_find_collocations(other).values()) if ours else frozenset()
    if not near:
        theirs = frozenset(company for company in theirs if company[0] < _SYNONYM_GROUPS)
    return frozenset(at for at, groups in ours.items() if not groups.isdisjoint(theirs))


@lru_cache(maxsize=64)
def _find_collocations(reading: Reading) -> Mapping[int, frozenset[tuple[int, int | str]]]:
    """Token -> the groups it belongs to there, each with the sense of the companion. Cached, since many checks ask."""
    stems = [stem(word) for word in reading.words]
    found: dict[int, frozenset[tuple[int, int | str]]] = {}
    for at, term in enumerate(stems):
        for group in _groups_by_stem().get(term, ()):
            end = at + len(group.parts)
            if tuple(stems[at:end]) == group.parts:
                company = {
                    (group.number, sense) for sense in _find_companions(reading, stems, at, end, group)
                }
                for place in range(at, end) if company else ():
                    found[place] = found.get(place, frozenset()) | company
    return found


def _find_companions(
    reading: Reading, stems: Sequence[str], at: int, end: int, group: _Group
) -> Iterator[int | str]:
    """The senses of the companions of a member in a statement; the sign of the group where it names a kind of context."""
    if sign := next((sign for sign in group.companions if sign in _CONTEXT_TESTS), ""):
        if _CONTEXT_TESTS[sign](reading, at, end):
            yield sign
        return
    for place in find_governed_heads(reading, at, end - 1):
        if stems[place] in group.companions:
            yield from (stems[place], *meanings(stems[place]))


def _precedes_superlative(reading: Reading, at: int, end: int) -> bool:
    """Whether a superlative follows as a predicate: "named Malm the safest port", "was ranked the safest"; not "named the largest donor"."""
    if reading.words[at - 1] not in PASSIVE and reading.word(end) == "the":
        return False
    after = enumerate(reading.words[end:], end)
    named = (word for at, word in after if not (_may_precede_superlative(word) or reading.has_capital(at)))
    word = next(named, "")
    return word in IRREGULAR_SUPERLATIVES or (word.endswith("est") and len(word) > len("best"))


def _may_precede_superlative(word: str) -> bool:
    return word in _BEFORE_SUPERLATIVE or word.endswith("'s")


def _precedes_infinitive(reading: Reading, _at: int, end: int) -> bool:
    """Whether an infinitive follows: "set to vote", not "set to the wind"."""
    following = reading.word(end + 1)
    return reading.word(end) == "to" and following != "" and following not in DETERMINERS


def _precedes_place(reading: Reading, _at: int, end: int) -> bool:
    """Whether a capitalised name, such as of a town, follows."""
    return end < len(reading.words) and reading.written[end].istitle()


def _precedes_town(reading: Reading, at: int, end: int) -> bool:
    """Whether a town rather than a country follows: "outside Lyon", not "outside France"."""
    is_land = countries_at(reading, range(end, end + 2), seats=False)
    return _precedes_place(reading, at, end) and not is_land


def _follows_in(reading: Reading, at: int, end: int) -> bool:
    """Whether the noun ends a phrase with "in" of holding a post: "in office since 2012", "in the job"; not "in office blocks", "in the office"."""
    at -= reading.words[at - 1] == "the" and reading.words[at] in _JOB_NOUNS
    return reading.words[max(0, at - 1) : at] == ["in"] and ends_noun_phrase(reading, end)


def _follows_number(reading: Reading, at: int, _end: int) -> bool:
    """Whether a number precedes: "12,000 homes", not "the homes"."""
    return any(number.last == at - 1 for number in reading.quantities)


def _precedes_amount_of_change(reading: Reading, _at: int, end: int) -> bool:
    """Whether an amount of change follows: "rose by 12 percent", "climbed 12 percent"; not "rose to 12 percent"."""
    end += reading.word(end) == "by"
    return any(number.first in (end, end + 1) for number in reading.quantities)


def _ends_phrase(reading: Reading, _at: int, end: int) -> bool:
    """Whether no complement follows, as it does in "in advance of the vote"."""
    return reading.word(end) != "of" and ends_noun_phrase(reading, end)


_CONTEXT_TESTS: dict[str, Callable[[Reading, int, int], bool]] = {
    "-est": _precedes_superlative,
    "in-": _follows_in,
    "number-": _follows_number,
    "-to": _precedes_infinitive,
    "-Name": _precedes_town,
    "-Place": _precedes_place,
    "-by": _precedes_amount_of_change,
    "-end": _ends_phrase,
}
"""Sign of a kind of context in the list of groups -> its test."""
_BEFORE_SUPERLATIVE = words_of("the a as to be by")
