"""Words that the other statement answers with an opposite, which the guards have compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.opposites import sides, with_prefix, without_prefix
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


def takes_side(word: str, one: Reading, other: Reading) -> bool:
    """Whether the other side has a word of its own on the axis of a word: up or down, more or less."""
    return any(
        their not in one.vocabulary and stem(their) not in one.terms
        for axis, _ in sides(word)
        if axis not in _LOOSE
        for _, their, _ in other.poles.get(axis, ())
    )


_LOOSE = frozenset({"sex"})
"""Axes on which two words of one side are two things: the king, the actor."""


def in_a_denying_form(word: str, other: Reading) -> bool:
    """Whether a word stands on the other side with "un-" or the like, or without it."""
    return any(made in other.vocabulary for made in (*without_prefix(word), *with_prefix(word)))
