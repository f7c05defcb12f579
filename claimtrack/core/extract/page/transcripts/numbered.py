"""Numbers before each line, as the records of courts and inquiries have them: "10 A. Yes.", "11 Q. Is that your signature?"."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.words.reading import name_pattern

if TYPE_CHECKING:
    from collections.abc import Iterator

_NUMBERED = expression(r"^ {0,8}(?P<number>\d{1,2})(?: {1,80}(?=\S)| *$)", re.MULTILINE)
_LABEL = name_pattern(r"[QA](?:\.|:| {2,8})|[A-Z]{2}[A-Z.' -]{1,40}:")
_OPENS = name_pattern(
    r"[QA](?:\.|:| {2,8})|[A-Z]{2}[A-Z.' -]{1,40}(?::|$| \()|(?:Questioned|Examination|Cross-examination|Re-examination|Examined) by\b",
    re.MULTILINE,
)
"""What begins a line that goes on with none."""
_PAGE = expression(r"^ {1,99}\d{1,4} *$", re.MULTILINE)
"""The number of a page."""
_FEWEST_IN_ROW, _FEWEST_LABELS = 8, 2
_INDENTED = 3
"""Blanks that a line has more of before its words than most, where a paragraph begins."""


def unnumbered(plain: str) -> str:
    """The text with blanks for such numbers, its lines joined to paragraphs; as long as before.

    Only where many numbers follow each other and some stand before who speaks: others count a list, or the verses of a poem.
    """
    if "\n" not in plain or not _LABEL.search(plain):
        return plain
    found = list(_NUMBERED.finditer(plain))
    rows = sum(_follows(first, second) for first, second in pairwise(found))
    labels = sum(_LABEL.match(plain, line.end()) is not None for line in found)
    if rows < _FEWEST_IN_ROW or rows * 4 < len(found) * 3 or labels < _FEWEST_LABELS:
        return plain
    gaps = sorted(line.end() - line.end("number") for line in found)
    usual = gaps[len(gaps) // 2]
    return _PAGE.sub(lambda page: " " * len(page[0]), "".join(_joined(plain, found, usual)))


def _joined(plain: str, found: list[re.Match[str]], usual: int) -> Iterator[str]:
    """The text in pieces: a line goes on with the one above unless it is set further in, or opens with who speaks."""
    end = 0
    for line in found:
        start, words = line.span()
        is_page = plain[words : words + 1] in {"\n", ""}
        begins = words - line.end("number") >= usual + _INDENTED or _OPENS.match(plain, words) is not None
        above = plain[end:start]
        is_near = "\n" not in above.strip("\n ")
        if begins and not is_page:
            yield above + "\n".rjust(words - start)
        elif is_near:
            bare = above.rstrip("\n ")
            yield bare + " " * (len(above) - len(bare) + words - start)
        else:
            yield above + " " * (words - start)
        end = words
    yield plain[end:]


def _follows(first: re.Match[str], second: re.Match[str]) -> bool:
    return int(second["number"]) in {int(first["number"]) + 1, 1}
