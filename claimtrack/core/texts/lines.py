"""On which line of a file do words occur that were extracted from it?"""

from __future__ import annotations

import html
import re
from bisect import bisect_right

from claimtrack.core.expressions import expression

_WORD = expression(r"[^\W_]+")
_FEWEST = 3
"""Words that identify the start of a sentence whose rest is written otherwise."""
# What a page, a draft or a subtitle has between the words of a sentence that nobody reads there.
_UNREAD = tuple(
    expression(pattern, re.DOTALL | re.IGNORECASE | re.MULTILINE)
    for pattern in (
        # Neither looks past the start of the next one: a page that never closes them would take quadratic time.
        r"<(script|style)\b[^<>]*>(?:(?!<\1\b).)*?</\1\s*>",
        r"<!--(?:(?!<!--).)*?-->",
        r"</?[a-z][^<>]*>",
        r"(?<=\])\((?:[^()\n]|\([^()\n]*\))*\)",  # the target of a Markdown link
        r"\[\^[^\[\]\n]+\]:?",  # a footnote mark
        r"^(?:\d+[ \t]*\r?\n)?[^\n]*-->[^\n]*$",  # a cue's number and times
    )
)
_ENTITY = expression(r"&#?\w{1,32};")


class Lines:
    """Finds the lines of `written`, a decoded file, on which spans of `text` begin that was extracted from it.

    If both are equal, line breaks are counted; else a span is located by its words, whatever comes between them.
    """

    def __init__(self, written: str, text: str) -> None:
        self._is_same = written == text
        self._text = text
        self._written = written if self._is_same else _strip_markup(written)
        self._words: tuple[_Words, _Words] | None = None

    def of(self, start: int, end: int) -> int | None:
        """Return the line, from 1, or None if the words do not occur as extracted."""
        at = start if self._is_same else self._find_offset(start, end)
        return None if at is None else self._written.count("\n", 0, at) + 1

    def _find_offset(self, start: int, end: int) -> int | None:
        """Find the offset in the file by the span's words, or else by ever fewer of its first words."""
        if self._words is None:
            self._words = _Words(self._written), _Words(self._text)
        there, here = self._words
        words = _WORD.findall(self._text[start:end])
        while words:
            # Backwards: what precedes the text, a title or a summary, may contain the same words.
            at = there.last(words, before=here.count(words, start + 1))
            if at is not None:
                return at
            words = words[: len(words) // 2] if len(words) >= 2 * _FEWEST else []
        return None


class _Words:
    """The words of a text in order, with their offsets."""

    def __init__(self, text: str) -> None:
        found = list(_WORD.finditer(text))
        self._joined = f" {' '.join(one[0] for one in found)} "
        self._places, self._starts, at = [], [], 0
        for one in found:
            self._places.append(at)
            self._starts.append(one.start())
            at += len(one[0]) + 1

    def count(self, words: list[str], start: int) -> int:
        """Count the occurrences of these words from `start` on."""
        first = bisect_right(self._starts, start - 1)
        at = self._places[first] if first < len(self._places) else len(self._joined)
        return self._joined.count(f" {' '.join(words)} ", at)

    def last(self, words: list[str], before: int) -> int | None:
        """Return the last occurrence of these words but `before`, or the first if there are fewer."""
        sought, at, end = f" {' '.join(words)} ", -1, len(self._joined)
        for _ in range(before + 1):
            found = self._joined.rfind(sought, 0, end)
            if found < 0:
                break
            at, end = found, found + 1
        return self._starts[bisect_right(self._places, at) - 1] if at >= 0 else None


def _strip_markup(written: str) -> str:
    """Strip markup and entities from the file, keeping each line."""
    for pattern in _UNREAD:
        written = pattern.sub(lambda found: " " + "\n" * found[0].count("\n"), written)
    return _ENTITY.sub(lambda found: html.unescape(found[0]).replace("\n", " "), written)
