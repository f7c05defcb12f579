"""The longest passage that two texts share."""

from __future__ import annotations

from functools import lru_cache

_CHARACTERS_SEARCHED = 1_500
"""The number of characters that are searched: the time grows with the product of both lengths."""


def shorter_first(a: str, b: str) -> tuple[str, str]:
    """Two texts in an order that does not depend on which is which."""
    return (a, b) if (len(a), a) <= (len(b), b) else (b, a)


@lru_cache(maxsize=1024)
def passage_overlap(shorter: str, longer: str) -> float:
    """How much of one text a passage of another has, 0 to 1.

    Cached, since a look-up asks for each hit twice, in ranking and in comparing, which takes a tenth of its time.
    """
    from rapidfuzz import fuzz

    return fuzz.partial_ratio(shorter[:_CHARACTERS_SEARCHED], longer[:_CHARACTERS_SEARCHED]) / 100
