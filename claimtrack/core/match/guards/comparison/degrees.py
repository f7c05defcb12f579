"""A guard on degrees: happiest and least happy, largest and second largest."""

from __future__ import annotations

from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.comparison.comparisons import compared_the_other_way
from claimtrack.core.match.words.lexicon import ORDINALS, STOP_WORDS, words_of
from claimtrack.core.match.words.synonyms import senses
from claimtrack.core.match.words.terms import side_by_side, stem

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

_TOPMOST = frozenset({"leading", "top", "most", "main", "best", "worst"})
_GRADING = frozenset({"least", "less", *ORDINALS})
_MOST = {"most": 1, "more": 1, "least": -1, "less": -1}


@lru_cache(maxsize=20_000)
def _base_form(word: str) -> str | None:
    """The adjective of a comparative or superlative: "happiest" -> "happy", "larger" -> "larg"; None for other words.

    Only compared with what it is made of, so a base that is no word does no harm.
    """
    for ending in ("est", "er"):
        base = word.removesuffix(ending)
        if base != word and len(base) >= 3:
            if base.endswith("i"):
                return base[:-1] + "y"
            return base[:-1] if base[-1] == base[-2] and base[-1] not in "ls" else base
    return None


def _same_adjective(base: str, adjective: str) -> bool:
    return base == adjective or base + "e" == adjective


def degrees_differ(a: Reading, b: Reading) -> str | None:
    """One is least or less what the other is most or more; or one is only the second, the other the first."""
    if (_GRADING.isdisjoint(a.vocabulary) and _GRADING.isdisjoint(b.vocabulary)) or compared_the_other_way(
        a, b
    ):
        return None
    for one, other in ((a, b), (b, a)):
        if less := _less(one, other):
            return f"opposite: {side_by_side(less, turned=one is not a)}"
        if lower := _only_second(one, other) or _ranks_second(one, other):
            return f"differs: {side_by_side(lower, turned=one is not a)}"
    return None


def _less(one: Reading, other: Reading) -> tuple[str, str] | None:
    for word, adjective in pairwise(one.words):
        if word not in ("least", "less") or adjective in STOP_WORDS or not adjective.isalpha():
            continue
        if (word, adjective) in pairwise(other.words):
            continue  # it says both
        for before, graded in pairwise(["", *other.words]):
            plain = _MOST.get(before, 0) > 0 and graded == adjective
            base = _base_form(graded)
            if plain or (base and _same_adjective(base, adjective)):
                return f"{word} {adjective}", f"{before} {graded}" if plain else graded
    return None


def _only_second(one: Reading, other: Reading) -> tuple[str, str] | None:
    for rank, word in pairwise(one.words):
        topmost = word in _TOPMOST or (word.endswith("est") and _base_form(word))
        if rank not in ORDINALS or rank == "first" or not topmost:
            continue
        for before, graded in pairwise(["", *other.words]):
            alike = graded == word or (graded.endswith("est") and senses(stem(graded)) & senses(stem(word)))
            if alike and before not in ORDINALS:
                return f"{rank} {word}", graded
    return None


_RANKING = words_of("ranks ranked ranking came comes placed finished")


def _ranks_second(one: Reading, other: Reading) -> tuple[str, str] | None:
    """What is the most of its kind in the other comes second or third in the one: "ranks only third among the most visited"."""
    words = one.words
    for at, word in enumerate(words[:-1]):
        rank = words[at + 1 + (words[at + 1] == "only")] if at + 2 < len(words) else words[at + 1]
        if word not in _RANKING or rank not in ORDINALS or rank == "first":
            continue
        for before, graded in pairwise(["", *other.words]):
            topmost = graded in _TOPMOST or (graded.endswith("est") and _base_form(graded))
            if topmost and before == "the" and ORDINALS.keys().isdisjoint(other.vocabulary):
                return f"{word} {rank}", graded
    return None
