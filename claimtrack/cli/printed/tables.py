"""Sets a table as text: its columns side by side, each as wide as what stands in it."""

from __future__ import annotations

from functools import cache
from itertools import zip_longest
from typing import TYPE_CHECKING
from unicodedata import category, east_asian_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_GAP = "  "
BESIDE_HEADING = 2
"""How much wider than its heading a column is at least."""
_SEEN = "\u00ad\ufe0f"
"""A soft hyphen, and what makes a picture of the sign before it, which is a column wider then."""


def laid_out(cells: Sequence[Sequence[str]], headings: Sequence[str]) -> str:
    """The table with a rule below its headings; a cell may have several lines."""
    rows = [[cell.strip().splitlines() or [""] for cell in row] for row in cells]
    widths = [
        max(_width(heading) + BESIDE_HEADING, *(_width(line) for lines in column for line in lines))
        for heading, *column in zip(headings, *rows, strict=True)
    ]
    lines = [headings, ["-" * width for width in widths]]
    for row in rows:
        lines += zip_longest(*row, fillvalue="")
    return "\n".join(_line(parts, widths) for parts in lines)


def _line(parts: Iterable[str], widths: Sequence[int]) -> str:
    padded = (part + " " * (width - _width(part)) for part, width in zip(parts, widths, strict=True))
    return _GAP.join(padded).rstrip()


def _width(text: str) -> int:
    """How many columns of a terminal a text takes."""
    return len(text) if text.isascii() else sum(map(_columns, text))


@cache
def _columns(sign: str) -> int:
    """None for an accent, which joins the letter before it, two for a Chinese sign or a picture."""
    if category(sign) in ("Mn", "Me", "Mc", "Cf") and sign not in _SEEN:
        return 0
    return 2 if east_asian_width(sign) in "WF" else 1
