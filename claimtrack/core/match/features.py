"""Features: one small function each, 0..1, of how far two statements agree.

The first line of a docstring is what a person reads as the reason for a suggestion.
"""

from __future__ import annotations

import math
from functools import cached_property
from typing import TYPE_CHECKING

from claimtrack.core.match.amounts import agrees
from claimtrack.core.match.names import same_name

if TYPE_CHECKING:
    from collections.abc import Callable

    from claimtrack.core.match.reading import Reading

    Rarity = Callable[[str], float]
    Feature = Callable[["Pair"], float]

MANY = 8
"""Shared terms that are many."""
MISSPELT = 0.8
"""What a term counts that the other side has with a misprint."""


def even_rarity(term: str) -> float:
    """The rarity of a term where no desk tells: longer words and numbers are rarer."""
    return 1.2 if term[0] == "#" else min(1.0, 0.25 + len(term) / 10)


class Pair:
    """Two readings side by side, and what several features need of both."""

    def __init__(self, a: Reading, b: Reading, rarity: Rarity) -> None:
        self.a, self.b, self.rarity = a, b, rarity

    @cached_property
    def misspelt(self) -> frozenset[str]:
        """The terms of either side that the other has with a misprint."""
        from rapidfuzz.distance import OSA

        ours = [t for t in self.a.terms - self.b.terms if len(t) >= 4 and t[0] != "#"]
        theirs = [t for t in self.b.terms - self.a.terms if len(t) >= 4 and t[0] != "#"]
        found: set[str] = set()
        for term in ours:
            for other in theirs:
                allowed = 1 if min(len(term), len(other)) < 7 else 2
                if (
                    abs(len(term) - len(other)) <= allowed
                    and OSA.distance(term, other, score_cutoff=allowed) <= allowed
                ):
                    found |= {term, other}
        return frozenset(found)

    def covered(self, one: Reading, other: Reading) -> float:
        """The share of one side's terms, weighed by rarity, that the other has."""
        weights = {term: self.rarity(term) for term in one.terms}
        # fsum: the same in whatever order a set gives its terms.
        total = math.fsum(weights.values())
        if not total:
            return 0.0
        shared = [w for t, w in weights.items() if t in other.terms]
        return math.fsum((*shared, *(MISSPELT * weights[t] for t in self.misspelt & weights.keys()))) / total

    @cached_property
    def forward(self) -> float:
        """How much of the first the second covers."""
        return self.covered(self.a, self.b)

    @cached_property
    def backward(self) -> float:
        """How much of the second the first covers."""
        return self.covered(self.b, self.a)


def rare_words_of_both(pair: Pair) -> float:
    """Each has the rare words of the other."""
    return min(pair.forward, pair.backward)


def rare_words_of_one(pair: Pair) -> float:
    """One has the rare words of the other."""
    return max(pair.forward, pair.backward)


def many_words(pair: Pair) -> float:
    """They share many words."""
    return min(1.0, len(pair.a.terms & pair.b.terms) / MANY)


def words_in_the_other(pair: Pair) -> float:
    """The words of the shorter are in the longer, misprints aside."""
    from rapidfuzz import fuzz

    return fuzz.token_set_ratio(" ".join(pair.a.words), " ".join(pair.b.words)) / 100


def same_numbers(pair: Pair) -> float:
    """They give the same numbers."""
    ours, theirs = pair.a.quantities, pair.b.quantities
    if not ours or not theirs:
        return 0.0
    return sum(any(agrees(x, y) for y in theirs) for x in ours) / len(ours)


def same_names(pair: Pair) -> float:
    """They name the same people, places or organisations."""
    ours, theirs = pair.a.names, pair.b.names
    if not ours or not theirs:
        return 0.0
    fewer, other = (ours, pair.b) if len(ours) <= len(theirs) else (theirs, pair.a)
    return sum(any(same_name(n, t) for t in other.terms) for n in fewer) / len(fewer)


FEATURES: tuple[Feature, ...] = (
    rare_words_of_both,
    rare_words_of_one,
    many_words,
    words_in_the_other,
    same_numbers,
    same_names,
)
