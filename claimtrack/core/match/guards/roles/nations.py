"""A guard on which of two countries did it to which, by its name or its people's: "Turkey occupies Cyprus", "Turkish land is occupied by Cyprus"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.core.match.guards.roles.deeds import NO_DEEDS
from claimtrack.core.match.guards.roles.nationalities import countries_of
from claimtrack.core.match.reading.syntax.phrases import DETERMINERS, as_told, clause_end, clause_start
from claimtrack.core.match.words.lexicon import PASSIVE
from claimtrack.core.match.words.verbs import may_be_finite

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.reading import Reading

_HELPING = 3
"""Words before a participle in which "was" or "been" makes it passive: "was illegally and secretly occupied"."""
_DOER = 4
"""Words from "by" to the country that did it: "by the armed forces of Sudan"."""


class _Act(NamedTuple):
    """What was done, by which country, and to which others, each by its number."""

    verb: str
    doer: int
    others: frozenset[int]
    passive: bool
    told: str


def done_by_the_other(a: Reading, b: Reading) -> str | None:
    """One tells in the passive what the other tells in the active, and who does it in the one has it done to them in the other."""
    if ("by" not in a.vocabulary and "by" not in b.vocabulary) or len(ours := _powers(a)) < 2:
        return None
    if len({member for member, _ in ours} & {member for member, _ in _powers(b)}) < 2:
        return None
    theirs = list(_acts(b))
    for one in _acts(a):
        for other in theirs:
            turned = one.doer in other.others and other.doer in one.others
            if one.verb == other.verb and one.passive != other.passive and turned:
                return f"roles swapped: {one.told} / {other.told}"
    return None


_BLOCS = {"eu": -1, "nato": -2, "un": -3}


def _powers(reading: Reading) -> list[tuple[int, int]]:
    """The countries that a statement names, and the bodies that act as one does, each by its number and its place."""
    found = countries_of(reading)
    if _BLOCS.keys().isdisjoint(reading.vocabulary) and "union" not in reading.vocabulary:
        return found
    words = [reading.in_a_word.get(at, word) for at, word in enumerate(reading.words)]
    blocs = [
        (_BLOCS[word], at)
        for at, word in enumerate(words)
        if word in _BLOCS and reading.tokens[at].text[0].isupper()
    ]
    return sorted([*found, *blocs], key=lambda named: named[1])


def _acts(reading: Reading) -> Iterator[_Act]:
    words, named = reading.words, _powers(reading)
    places = {at for _, at in named}
    for verb, at in reading.placed:
        word = words[at]
        if not at or at in places or verb in NO_DEEDS or not may_be_finite(word):
            continue
        start = clause_start(reading, at)
        end = clause_end(reading, at)
        before = [(member, i) for member, i in named if start <= i < at]
        behind = [(member, i) for member, i in named if at < i < end]
        passive = not PASSIVE.isdisjoint(words[max(0, at - _HELPING) : at])
        if passive:
            by = next((i for i in range(at + 1, end) if words[i] == "by"), end)
            doers = [(m, i) for m, i in behind if by < i <= by + _DOER]
            others = [*before, *((m, i) for m, i in behind if i < by)]
        elif words[at - 1] in DETERMINERS or words[at - 1] == "of":
            continue  # "the forces"
        else:
            doers, others = before[-1:], behind
        if doers:
            member, place = doers[0]
            rest = frozenset(m for m, _ in others) - {member}
            yield _Act(verb, member, rest, passive, as_told(reading, place))
