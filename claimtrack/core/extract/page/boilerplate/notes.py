"""Which notes did writers and checkers leave in a draft? "[NQ]", "[check spelling]", "TK"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

# "[CQ]: Why?" has initials for a label, and in "you should [check the date] first" an editor replaces what was said.
_CODE = r"(?:(?:TK)+|(?:tk)+|[NC]Q|[nc]q)(?:[ ,:;/-][^\[\]\n]{0,80})?\](?![:(])"
_OBJECT = r"(?:the |this )?(?:spelling|name|title|date|year|age|figure|number|quote|source|fact|math)s?"
_TO_CHECK = rf"(?i:check|(?:fact[- ]?check|check {_OBJECT})(?:[ ,:;/-][^\[\]\n]{{0,80}})?)\](?=[.,;:!?]|\s*$|\s+[A-Z\"“])"
_BRACKETS = rf"\[(?:{_CODE}|{_TO_CHECK})"
_TO_COME = r"TK(?:[ ,]*TK)*"
_NOTES = expression(
    rf"^{_BRACKETS}[ \t]*|[ \t]*{_BRACKETS}|^[ \t]*{_TO_COME}[ \t.]*(?=\r?$)|(?<=[.!?\"”’])[ \t]+{_TO_COME}\.?[ \t]*(?=\r?$)",
    re.MULTILINE,
)


def find_notes(text: str) -> Iterator[tuple[int, int]]:
    """Find the notes, with the blanks before them. A bare "TK" within a sentence is a placeholder, and part of it."""
    if "[" in text or "TK" in text:
        yield from (found.span() for found in _NOTES.finditer(text))
