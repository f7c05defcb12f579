"""Regular expressions that are compiled when they are first used: all those of the core.

Compiling all those that an article may need takes as long as reading fifty articles, and one article uses a third of them.
"""

from __future__ import annotations

import re
import sys
from functools import lru_cache
from typing import Any, cast

from claimtrack.core.texts.typography import find_untypeable


class _LazyPattern:
    """A pattern that is compiled on first use; each method is looked up once and then kept as an attribute."""

    def __init__(self, pattern: str, flags: int) -> None:
        self._source = pattern, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(*self._source), name)
        setattr(self, name, found)
        return found


class _PatternByAlphabet:
    """Two patterns in one: the first for texts with English letters only, the second for all others."""

    def __init__(self, of_english: re.Pattern[str], of_any: re.Pattern[str]) -> None:
        self._of_english, self._of_any = of_english, of_any

    def __getattr__(self, name: str) -> Any:
        of_english, of_any = getattr(self._of_english, name), self._of_any

        def ask(
            text: str, start: int = 0, end: int = sys.maxsize
        ) -> Any:  # so often that each call within shows
            if text.isascii() or not _has_accents(text):
                return of_english(text, start, end)
            return getattr(of_any, name)(text, start, end)

        setattr(self, name, ask)
        return ask

    def sub(self, put: str, text: str) -> str:
        """Return the text with each match replaced."""
        one = self._of_english if text.isascii() or not _has_accents(text) else self._of_any
        return one.sub(put, text)


_ACCENTED = frozenset(map(chr, (*range(0xC0, 0x250), *range(0x1E00, 0x1F00)))) - {"×", "÷"}
_LONG_TEXT = 10_000
"""Characters from which it takes noticeable time that a cache compares texts for equality."""
_recent_long_texts: tuple[tuple[str, bool], ...] = ()
"""The last few long texts, compared by identity, each with whether it has accents."""


def _has_accents(text: str) -> bool:
    """Whether a text has any accented Latin letter. Cached, because many patterns ask about the same text."""
    global _recent_long_texts
    if len(text) < _LONG_TEXT:
        return _short_has_accents(text)
    for known, has_accents in _recent_long_texts:
        if known is text:
            return has_accents
    has_accents = _find_accents(text)
    _recent_long_texts = (
        (text, has_accents),
        *_recent_long_texts[:3],
    )  # another thread may replace it at once
    return has_accents


def _find_accents(text: str) -> bool:
    return not _ACCENTED.isdisjoint(find_untypeable(text))


_short_has_accents = lru_cache(maxsize=32)(_find_accents)


def expression(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Like `re.compile`, but compiled on first use; a syntax error is raised only then, too.

    The `re` of a match is the compiled pattern, not this object: compare their `pattern`.
    """
    return cast("re.Pattern[str]", _LazyPattern(pattern, flags))


def english_or_any(of_english: str, of_any: str, flags: int = 0) -> re.Pattern[str]:
    """Like `expression`, for a pattern that is slow to compile, with one that finds the same in texts with A to Z only."""
    return cast(
        "re.Pattern[str]", _PatternByAlphabet(expression(of_english, flags), expression(of_any, flags))
    )
