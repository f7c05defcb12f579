"""Where the words of a text that was taken out of a file stand in that file."""

from __future__ import annotations

import html
import re
from bisect import bisect_right

from claimtrack.core.expressions import expression

_WORD = expression(r"[^\W_]+")
_FEWEST = 3
"""Words by which the beginning of a sentence is found whose rest is written otherwise."""
# What a page, a draft or a subtitle holds between the words of a sentence that nobody reads there.
_UNREAD = tuple(
    expression(pattern, re.DOTALL | re.IGNORECASE | re.MULTILINE)
    for pattern in (
        # Neither looks beyond where the next one begins: a page that never ends them would take the square of it.
        r"<(script|style)\b[^<>]*>(?:(?!<\1\b).)*?</\1\s*>",
        r"<!--(?:(?!<!--).)*?-->",
        r"</?[a-z][^<>]*>",
        r"(?<=\])\((?:[^()\n]|\([^()\n]*\))*\)",  # where a link of Markdown leads
        r"\[\^[^\[\]\n]+\]:?",  # the mark of its note
        r"^(?:\d+[ \t]*\r?\n)?[^\n]*-->[^\n]*$",  # a cue's number and times
    )
)
_ENTITY = expression(r"&#?\w{1,32};")


class Lines:
    """Finds the lines of `written`, a file as decoded, on which stretches of `text` begin that was read from it.

    Where that is the file, they are counted; elsewhere a stretch is found by its words, whatever is set between them.
    """

    def __init__(self, written: str, text: str) -> None:
        self._is_same = written == text
        self._text = text
        self._written = written if self._is_same else _bare(written)
        self._words: tuple[_Words, _Words] | None = None

    def of(self, start: int, end: int) -> int | None:
        """The line, counted from 1, or None where the words stand nowhere as they were read."""
        at = start if self._is_same else self._found(start, end)
        return None if at is None else self._written.count("\n", 0, at) + 1

    def _found(self, start: int, end: int) -> int | None:
        if self._words is None:
            self._words = _Words(self._written), _Words(self._text)
        there, here = self._words
        words = _WORD.findall(self._text[start:end])
        while words:
            # From the end: what stands above the text, a title or a summary, may have the same words.
            at = there.last(words, before=here.count(words, start + 1))
            if at is not None:
                return at
            words = words[: len(words) // 2] if len(words) >= 2 * _FEWEST else []
        return None


class _Words:
    """The words of a text one after the other, and where each begins in it."""

    def __init__(self, text: str) -> None:
        found = list(_WORD.finditer(text))
        self._joined = f" {' '.join(one[0] for one in found)} "
        self._places, self._starts, at = [], [], 0
        for one in found:
            self._places.append(at)
            self._starts.append(one.start())
            at += len(one[0]) + 1

    def count(self, words: list[str], start: int) -> int:
        """How often these words stand behind `start` in the text."""
        first = bisect_right(self._starts, start - 1)
        at = self._places[first] if first < len(self._places) else len(self._joined)
        return self._joined.count(f" {' '.join(words)} ", at)

    def last(self, words: list[str], before: int) -> int | None:
        """Where these words stand for the last time but so many, or for the first where they do not stand so often."""
        sought, at, end = f" {' '.join(words)} ", -1, len(self._joined)
        for _ in range(before + 1):
            found = self._joined.rfind(sought, 0, end)
            if found < 0:
                break
            at, end = found, found + 1
        return self._starts[bisect_right(self._places, at) - 1] if at >= 0 else None


def _bare(written: str) -> str:
    """The file without markup and entities; each of its lines stays one."""
    for pattern in _UNREAD:
        written = pattern.sub(lambda found: " " + "\n" * found[0].count("\n"), written)
    return _ENTITY.sub(lambda found: html.unescape(found[0]).replace("\n", " "), written)
