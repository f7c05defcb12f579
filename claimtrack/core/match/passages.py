"""The longest stretch that two texts have in common, word by word."""

from __future__ import annotations

from functools import lru_cache

_READ = 1_500
"""Characters that are searched: the time grows with the product of both lengths."""


def shorter_first(a: str, b: str) -> tuple[str, str]:
    """Two texts in an order that does not depend on which is which."""
    return (a, b) if (len(a), a) <= (len(b), b) else (b, a)


@lru_cache(maxsize=1024)
def passage_overlap(shorter: str, longer: str) -> float:
    """How much of one text a stretch of another has, 0 to 1.

    Kept, since a look-up asks it of each hit twice, in ranking and in comparing, and takes a tenth of its time for it.
    """
    from rapidfuzz import fuzz

    return fuzz.partial_ratio(shorter[:_READ], longer[:_READ]) / 100
