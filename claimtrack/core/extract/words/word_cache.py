"""What is found out about a word once and kept, for most words of a text were in the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

_Found = TypeVar("_Found")
_MOST = 20_000
_LONGEST = 60  # characters. What is longer is no word, and is found out each time.


class WordCache(dict[str, _Found]):
    """A word -> what `find` tells of it; forgets all where it would hold too many."""

    def __init__(self, find: Callable[[str], _Found]) -> None:
        self._find = find

    def __missing__(self, word: str) -> _Found:
        found = self._find(word)
        if len(word) <= _LONGEST:
            if len(self) >= _MOST:
                self.clear()
            self[word] = found
        return found
