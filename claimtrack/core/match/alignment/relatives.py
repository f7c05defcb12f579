"""Somebody, and somebody else who is told by their name: "by the mayor's brother", "by the mayor to her brother"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.alignment.spoken_by import SOMEBODY_ELSE
from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.words.lexicon import POSSESSIVES, words_of
from claimtrack.core.match.words.terms import side_by_side, stem, wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.reading import Reading

_BEFORE = words_of("by from to for with against")
_REACH = 4
"""Words from such a preposition to the name behind it: "by *former mayor Ida* Brune"."""


def theirs_or_themselves(a: Reading, b: Reading) -> Difference | None:
    """One says of somebody's brother or lawyer what the other says of them: "by Brune's brother", "by Brune to her brother"."""
    for one, other in ((a, b), (b, a)):
        for whose, at in _somebody_of(one):
            relative, before = stem(one.words[at + 1]), _preposition(one, at)
            if before and _is_themselves(other, whose, before) and _told_behind(other, relative):
                there = other.words.index(whose)
                told = wording(one.tokens[at : at + 2]), wording(other.tokens[there : there + 1])
                return Difference(
                    f"differs: {side_by_side(told, turned=one is not a)}", sure=True, in_any_order=True
                )
    return None


def _somebody_of(reading: Reading) -> Iterator[tuple[str, int]]:
    """Whose brother, lawyer or the like is told of, with the place of their name."""
    for at, word in enumerate(reading.words[:-1]):
        if word.endswith("'s") and stem(reading.words[at + 1]) in SOMEBODY_ELSE:
            yield word.removesuffix("'s"), at


def _preposition(reading: Reading, at: int) -> str:
    """The preposition before a name and what is told of it."""
    near = range(at - 1, max(-1, at - _REACH - 1), -1)
    return next((reading.words[i] for i in near if reading.words[i] in _BEFORE), "")


def _is_themselves(reading: Reading, name: str, before: str) -> bool:
    """Whether a name stands behind such a preposition without another's behind it."""
    return name in reading.vocabulary and _preposition(reading, reading.words.index(name)) == before


def _told_behind(reading: Reading, relative: str) -> bool:
    """Whether a relative is told of as theirs alone: "her brother"."""
    words = reading.words
    return any(stem(word) == relative and words[at] in POSSESSIVES for at, word in enumerate(words[1:]))
