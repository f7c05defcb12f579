"""What does a reader see of a text? Letters in one encoding, and nothing invisible inside a word.

A soft hyphen is a place where a word may be broken, a zero-width space the same; files from a Mac spell "é" as two
characters, and what is copied from a PDF may have "fi" as one. Words are read, filed and looked up without them; what an
article holds stays as it is.
"""

from __future__ import annotations

import unicodedata
from bisect import bisect_right
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression

if TYPE_CHECKING:
    import re

_LATIN = "[A-Za-z0-9\u00c0-\u024f]"
# Joiners and direction marks carry meaning in other scripts and between emoji, not next to Latin letters. A zero-width
# space between a full stop and a word stands for a space: the sentence splitter sees one there.
_HIDDEN = (
    "\u00ad(?:[ \t]*\r?\n[ \t]*(?=[^\\W\\d_]))?"
    "|(?<![.!?:;,])[\u200b\u2060\ufeff]+|[\u200b\u2060\ufeff]+(?!\\w)"
    f"|(?<={_LATIN})[\u200c-\u200f]+|[\u200c-\u200f]+(?={_LATIN})"
)
_LIGATURES = "\ufb00\ufb01\ufb02\ufb03\ufb04\ufb05\ufb06"
_UNSEEN = expression(rf"{_HIDDEN}|[{_LIGATURES}]")
_ODD = expression(rf"{_HIDDEN}|[{_LIGATURES}]|\w[\u0300-\u036f\u3099\u309a]+|[\u1100-\u11ff]+")
_SIGNS = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\ufeff")
_SEARCHED = (*_SIGNS, *_LIGATURES)


def legible(text: str) -> str:
    """Return the text as a reader sees it."""
    pattern = _pattern(text)
    return pattern.sub(_normalise, text) if pattern else text


def _pattern(text: str) -> re.Pattern[str] | None:
    """Return an expression for the invisible or decomposed characters of this text; None if there are none, the usual case."""
    if text.isascii():
        return None
    if not unicodedata.is_normalized("NFC", text):
        return _ODD
    return _UNSEEN if any(map(text.__contains__, _SEARCHED)) else None


def _normalise(odd: re.Match[str]) -> str:
    """Return the visible form of a matched sequence, "" for an invisible one."""
    if odd[0][0] in _SIGNS:
        return ""
    return unicodedata.normalize("NFKC" if odd[0] in _LIGATURES else "NFC", odd[0])


class Legible:
    """A text as a reader sees it, in `text`, with a map from each offset back to the source. What is `hidden` is not seen."""

    def __init__(self, source: str, hidden: Sequence[tuple[int, int]] = ()) -> None:
        # Consecutive pieces: where each begins as seen, and the span of the source that it shows.
        self._seen_from: list[int] = []
        self._shown: list[tuple[int, int]] = []
        self._composed: list[bool] = []
        parts: list[str] = []
        length = at = 0

        def piece(words: str, start: int, end: int, *, composed: bool = False) -> None:
            nonlocal length
            if words:
                self._seen_from.append(length)
                self._shown.append((start, end))
                self._composed.append(composed)
                parts.append(words)
                length += len(words)

        pattern = _pattern(source)
        odd = [(*one.span(), _normalise(one)) for one in pattern.finditer(source)] if pattern else []
        for start, end, seen in sorted([*odd, *((*span, "") for span in hidden)]):
            if start < at:
                continue  # within what is hidden
            piece(source[at:start], at, start)
            piece(seen, start, end, composed=True)
            at = end
        piece(source[at:], at, len(source))
        self.text = "".join(parts)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return the source span of what is seen from `start` to `end`, which is not empty (code points)."""
        # From its first character to its last: hidden characters at either end are not part of it.
        return self._place(start)[0], self._place(end - 1)[1]

    def _place(self, at: int) -> tuple[int, int]:
        """Return the source span of one visible character; a letter with its accents is one span."""
        piece = bisect_right(self._seen_from, at) - 1
        start, end = self._shown[piece]
        if self._composed[piece]:
            return start, end
        start += at - self._seen_from[piece]
        return start, start + 1
