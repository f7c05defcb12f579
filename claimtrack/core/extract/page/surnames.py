"""Whether a capital letter alone names somebody: a surname that stands elsewhere behind a title or a first name."""

from __future__ import annotations

import re

from claimtrack.core.extract.words import nouns
from claimtrack.core.extract.words.genders import is_given_name
from claimtrack.core.extract.words.titles import plain_word

_FARTHEST = 20_000
"""Characters from a surname to the full name."""


def is_surname(text: str, name: str, at: int) -> bool:
    """Whether the text tells, not too far from a place, that a word is a surname: "Ann Lee", "Sen. Lee" for "Lee"."""
    around = text[max(0, at - _FARTHEST) : at + _FARTHEST]
    # The surname is looked for first, for it is rare: an expression that begins with any word is slow.
    return any(
        _is_before_surname(around[max(0, found.start() - 30) : found.start()])
        for found in re.finditer(rf"(?<=[\w.] ){re.escape(name)}\b", around)
    )


def _is_before_surname(words: str) -> bool:
    """Whether what stands before a name ends in a first name or a title, or in a title and a rare first name."""
    *_, first, second = ["", "", *(word.lstrip("(\"'[*_") for word in words.split())]
    is_given = second[:1].isupper() and (is_given_name(second.lower()) or _is_title(second))
    return is_given or (second[:1].isupper() and first[:1].isupper() and _is_title(first))


def _is_title(word: str) -> bool:
    return plain_word(word).lower().rstrip(".") in nouns.TITLES
