"""Captions, which mark another speaker with ">>" and may name nobody."""

from __future__ import annotations

import re

from claimtrack.core.expressions import expression

_ARROWS = expression(r"^>>", re.MULTILINE)
_QUOTED_LETTER = expression(r"^> ?(?!>)", re.MULTILINE)
_ONE_EXCHANGE = 2
_RUN_ON = 120
"""Characters. A shorter line may be a heading or a reply."""
_MARKS = expression(r"[.!?,;:](?!\S)|\"")


def is_captioned(text: str, paragraphs: int) -> bool:
    """Whether most paragraphs begin with the mark of captions for another speaker; no letter is quoted so, which has single marks, too.

    One question and its answer make nobody unknown in a film that begins with what a narrator tells.
    """
    marked = len(_ARROWS.findall(text)) if ">>" in text else 0
    is_talk = marked > _ONE_EXCHANGE or (marked == _ONE_EXCHANGE and text.startswith(">>"))
    return is_talk and marked * 2 >= paragraphs and _QUOTED_LETTER.search(text) is None


def runs_on(words: str) -> bool:
    """Whether a program wrote down speech without capitals and stops: nothing tells there where a statement ends and whose it is."""
    return len(words) >= _RUN_ON and words.islower() and _MARKS.search(words) is None
