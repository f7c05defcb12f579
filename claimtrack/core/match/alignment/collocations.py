"""Words that mean the same where they stand, since certain others stand beside them: "bears" beside "the cost", "named" before "the safest"."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.words.lexicon import STOP_WORDS
from claimtrack.core.match.words.terms import stem
from claimtrack.core.match.words.thesaurus.collocations import GROUPS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from claimtrack.core.match.reading.reading import Reading

_NEAR = 7
"""Words from one of a group to the word beside which the group is one, at most."""
_SUPERLATIVE, _BEHIND_IN, _BEFORE_TO, _BEFORE_A_NAME = "-est", "in-", "-to", "-Name"
_JOBS = frozenset({"job", "post"})
"""What one may be "in the" of; "in the office" is a room."""
_AWAY = frozenset({"down", "out", "off", "against"})
"""Behind a verb that does not give the superlative: "voted down the largest tax rise"."""
_MOST = frozenset({"most", "least", "best", "worst"})


class _Group(NamedTuple):
    number: int
    parts: tuple[str, ...]
    """The stems of the word, more than one where it is "broke out"."""
    companions: frozenset[str]


@lru_cache(maxsize=1)
def _groups() -> dict[str, list[_Group]]:
    """Stem of the first part of a word -> the groups it begins a word of."""
    found: dict[str, list[_Group]] = {}
    for number, line in enumerate(GROUPS.strip().splitlines()):
        members, _, beside = line.partition(" : ")
        companions = frozenset({beside} if "-" in beside else map(stem, beside.split()))
        for member in members.split():
            parts = tuple(map(stem, member.split("_")))
            found.setdefault(parts[0], []).append(_Group(number, parts, companions))
    return found


def in_each_others_place(one: Reading, other: Reading) -> frozenset[int]:
    """The places of the words of one statement for which the other has a word of the same group, each beside such company."""
    ours = _collocations(one)
    theirs = frozenset().union(*_collocations(other).values()) if ours else frozenset()
    return frozenset(at for at, groups in ours.items() if not groups.isdisjoint(theirs))


def _collocations(reading: Reading) -> dict[int, frozenset[int]]:
    """Place of each word that stands beside a companion of its group -> the groups, by number."""
    stems = [stem(word) for word in reading.words]
    found: dict[int, frozenset[int]] = {}
    for at, term in enumerate(stems):
        for group in _groups().get(term, ()):
            end = at + len(group.parts)
            if tuple(stems[at:end]) == group.parts and _has_company(reading, stems, at, end, group):
                for place in range(at, end):
                    found[place] = found.get(place, frozenset()) | {group.number}
    return found


def _has_company(reading: Reading, stems: Sequence[str], at: int, end: int, group: _Group) -> bool:
    words = reading.words
    following = "".join(words[end : end + 1])
    if _SUPERLATIVE in group.companions:
        return following not in _AWAY and any(map(_tops, words[end : end + _NEAR]))
    if _BEFORE_TO in group.companions:
        return following == "to"
    if _BEFORE_A_NAME in group.companions:
        return following != "" and reading.tokens[end].text[0].isupper()
    if _BEHIND_IN in group.companions:  # "in office", but not "in office blocks"
        at -= words[at - 1] == "the" and words[at] in _JOBS
        return words[max(0, at - 1) : at] == ["in"] and (
            not following[:1].isalpha() or following in STOP_WORDS
        )
    return not group.companions.isdisjoint((*stems[max(0, at - _NEAR) : at], *stems[end : end + _NEAR]))


def _tops(word: str) -> bool:
    return word in _MOST or (word.endswith("est") and len(word) > len("best"))
