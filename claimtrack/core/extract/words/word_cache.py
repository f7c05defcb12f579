"""A cache for what is worked out per word: most words of a text occurred in the one before."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

_Found = TypeVar("_Found")
_MOST_WORDS = 20_000  # kept at a time
_LONGEST_WORD = 60  # characters; longer strings are not words and are worked out each time


class WordCache(dict[str, _Found]):
    """Maps a word to the result of `find`; cleared when full."""

    def __init__(self, find: Callable[[str], _Found]) -> None:
        self._find = find

    def __missing__(self, word: str) -> _Found:
        found = self._find(word)
        if len(word) <= _LONGEST_WORD:
            if len(self) >= _MOST_WORDS:
                self.clear()
            self[word] = found
        return found
