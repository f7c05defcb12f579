"""Finds words again in a text that changed around them."""

from __future__ import annotations

from os.path import commonpath
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator


def anchor(text: str, quote: str, before: str, after: str) -> tuple[int, int] | None:
    """The span (start, end in code points) where the quote stands now; None where it is gone.

    Of several places the one whose surroundings agree longest with what stood before and after wins,
    the first of equals.
    """
    if not quote:
        return None
    places = list(_occurrences(text, quote))
    if not places:
        return None

    def agreement(start: int) -> int:
        end = start + len(quote)
        lead = text[max(0, start - len(before)) : start]
        follow = text[end : end + len(after)]
        return len(commonpath([lead[::-1], before[::-1]])) + len(commonpath([follow, after]))

    start = max(places, key=agreement)
    return start, start + len(quote)


def _occurrences(text: str, quote: str) -> Iterator[int]:
    at = text.find(quote)
    while at >= 0:
        yield at
        at = text.find(quote, at + 1)
