"""Where are words in a text that changed around them?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from claimtrack.core.texts.legible import Legible, legible
from claimtrack.core.texts.typography import TYPEWRITER_SIGNS

_TYPED: dict[int, str] = str.maketrans(
    {
        **TYPEWRITER_SIGNS,
        **dict.fromkeys("\t\n\r\u00a0\u1680\u2028\u2029\u202f\u205f\u3000", " "),
        **dict.fromkeys(map(chr, range(0x2000, 0x200B)), " "),
    }
)


def anchor(text: str, quote: str, before: str, after: str) -> tuple[int, int] | None:
    """Return the current span (start, end in code points) of the quote; None if it is gone.

    Differences in quotation marks, dashes and spaces are ignored. Among several occurrences, the one whose context agrees longest
    with `before` and `after` wins, the first of equals.
    """
    if not quote:
        return None
    places = list(_occurrences(text, quote)) or list(
        _occurrences(_to_typewriter(text), quote.translate(_TYPED))
    )
    if not places:
        return None

    def agreement(start: int) -> int:
        """Count the characters of context on both sides that agree."""
        end = start + len(quote)
        lead = text[max(0, start - len(before)) : start]
        follow = text[end : end + len(after)]
        return common_prefix_length(lead[::-1], before[::-1]) + common_prefix_length(follow, after)

    start = max(places, key=agreement)
    return start, start + len(quote)


@lru_cache(maxsize=1)  # called for each quote of an article's previous version
def _to_typewriter(text: str) -> str:
    """Replace typographic marks by those of a typewriter."""
    return text.translate(_TYPED)


def is_continued(former: str, text: str) -> bool:
    """Whether a text is the former one with more at its end, where a line end may have made room for the rest of the line."""
    return len(text) > len(former) and text.startswith(former.removesuffix("\n"))


def common_prefix_length(one: str, other: str) -> int:
    """Count the leading characters that two texts share."""
    from rapidfuzz.distance import Prefix

    return Prefix.similarity(one, other)


def _occurrences(text: str, quote: str) -> Iterator[int]:
    """Yield the offsets of a quote in a text."""
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)


def nearest(text: str, words: str, start: int) -> tuple[int, int] | None:
    """Return the span of these words that is closest to `start`, ignoring line breaks and accents; None if there is none."""
    pattern = r"\s+".join(map(re.escape, legible(words).split()))
    read = Legible(text)
    spans = [read.span(*match.span()) for match in re.finditer(pattern, read.text)] if pattern else []
    return min(spans, key=lambda span: abs(span[0] - start), default=None)
