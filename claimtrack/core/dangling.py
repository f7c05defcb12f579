"""Whether words stand alone, or lean on what was said before them."""

from __future__ import annotations

import re

_DANGLING = re.compile(
    r"(?:He|She|They|This|That|These|Those|It(?! (?:is|was|remains|will be|would be|seems|appears|takes"
    r"|took)\b))\b(?=[' ])"
)


def is_dangling(sentence: str) -> bool:
    """Whether the sentence begins with a pronoun whose meaning stands outside it."""
    return _DANGLING.match(sentence) is not None


def leans_on_others(words: str) -> bool:
    """The same of words that were taken out of a sentence, and so may begin in small letters."""
    return is_dangling(words[:1].upper() + words[1:])
