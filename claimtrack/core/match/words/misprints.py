"""Misprints that hardly ever make another word: two letters exchanged, one written once or twice."""

from __future__ import annotations

import re
from functools import lru_cache

from claimtrack.core.match.words.real_words import are_two_words
from claimtrack.core.match.words.terms import stem

_KEYS = "qwertyuiop asdfghjkl zxcvbnm"
"""The rows of a keyboard, of which the letters side by side are hit for each other."""
_DOUBLED = re.compile(r"(.)\1")
_SHORTEST = 4
_TWO_WORDS = frozenset(
    frozenset(pair.split())
    for pair in (
        "trail trial", "diary dairy", "martial marital", "causal casual", "desert dessert", "angel angle", "untied united",
        "quiet quite", "later latter", "hoping hopping", "scared scarred", "planed planned", "staring starring", "form from",
        "filing filling", "tapped taped", "bared barred", "griping gripping", "lose loose", "losing loosing", "coma comma",
        "marine marnie", "conservation conversation", "reserve reverse", "clam calm", "silver sliver", "unclear nuclear",
    )
)  # fmt: skip


@lru_cache(maxsize=50_000)
def letters_of(word: str) -> frozenset[str]:
    """The letters of a word: those of its misprints are the same."""
    return frozenset(word)


def is_misprint(a: str, b: str) -> bool:
    """Whether two lower-case words are one but for two letters exchanged or a letter written once or twice."""
    if letters_of(a) != letters_of(b) or min(len(a), len(b)) < _SHORTEST or frozenset((a, b)) in _TWO_WORDS:
        return False
    alike = once(a) == once(b) or b in exchanged_letters(a)
    return alike and not are_two_words(stem(a), stem(b))


def once(word: str) -> str:
    """A word with each doubled letter written once."""
    return _DOUBLED.sub(r"\1", word)


def exchanged_letters(word: str) -> frozenset[str]:
    """The misprints of a word in which two neighbours have changed places."""
    return frozenset(f"{word[:i]}{word[i + 1]}{word[i]}{word[i + 2 :]}" for i in range(len(word) - 1))


def are_neighbours(one: str, other: str) -> bool:
    """Whether two lower-case letters are side by side on a keyboard."""
    return one + other in _KEYS or other + one in _KEYS
