"""What writers and checkers put into a draft for themselves: "[NQ]", "[check spelling]", "TK"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterator

# "[CQ]: Why?" is somebody's initials, and in "you should [check the date] first" an editor gives other words than were said.
_CODE = r"(?:(?:TK)+|(?:tk)+|[NC]Q|[nc]q)(?:[ ,:;/-][^\[\]\n]{0,80})?\](?![:(])"
_OBJECT = r"(?:the |this )?(?:spelling|name|title|date|year|age|figure|number|quote|source|fact|math)s?"
_TO_CHECK = rf"(?i:check|(?:fact[- ]?check|check {_OBJECT})(?:[ ,:;/-][^\[\]\n]{{0,80}})?)\](?=[.,;:!?]|\s*$|\s+[A-Z\"“])"
_BRACKETS = rf"\[(?:{_CODE}|{_TO_CHECK})"
_TO_COME = r"TK(?:[ ,]*TK)*"
_NOTES = expression(
    rf"^{_BRACKETS}[ \t]*|[ \t]*{_BRACKETS}|^[ \t]*{_TO_COME}[ \t.]*(?=\r?$)|(?<=[.!?\"”’])[ \t]+{_TO_COME}\.?[ \t]*(?=\r?$)",
    re.MULTILINE,
)


def notes_to_self(text: str) -> Iterator[tuple[int, int]]:
    """Where they stand, with the blanks between them and the words. A bare "TK" in a sentence stands for what is to come, and is part of it."""
    if "[" in text or "TK" in text:
        yield from (found.span() for found in _NOTES.finditer(text))
