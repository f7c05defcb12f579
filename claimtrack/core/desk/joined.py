"""Two claims joined in one sentence: where it may be divided, and whether its opening is about the second one, too."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from claimtrack.core.expressions import expression

_CONTRASTS = "but|while|whereas|although|though|yet"
_JOINT = expression(rf"\s*[,;]?\s+(?:and|{_CONTRASTS})\s+|\s*;\s+")
_AND_TOO = expression(r"\s+and\s|[,;]?\s+and\s+that\s")
_BARE_AND = expression(rf"(?:(?!\s(?:{_CONTRASTS})\s)[^,;])+\sand\s+\Z")
_CONDITIONAL = expression(
    r"\b(?:if|whether|unless|den(?:y|ies|ied|ying)|doubt(?:s|ed)?|(?:never|not) (?:say|said|claim|claimed))\b|n['’]t (?:say|claim)\b",
    re.IGNORECASE,
)
"""Before two claims joined by "and", these are about both: "He denied that rents rose and that wages fell"."""
_ASKING = expression(
    r"\W*(?:is|are|was|were|do|does|did|has|have|had|can|could|would|should)(?:n['’]t)?\b", re.IGNORECASE
)
_MOST_JOINTS = 4
_FEWEST_WORDS = 4
"""How many words a joined claim has at least: "rents and wages" are none."""


def find_joints(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the spans of the words that may join two claims: the first claim ends where a span begins, the second begins where it ends."""
    for joint in islice(_JOINT.finditer(text, start, end), _MOST_JOINTS):
        if _AND_TOO.match(text, joint.start()) and _CONDITIONAL.search(text, start, joint.start()):
            continue
        halves = text[start : joint.start()], text[joint.end() : end]
        if all(len(half.split()) >= _FEWEST_WORDS for half in halves):
            yield joint.span()


def continues_opening(text: str, start: int, at: int) -> bool:
    """Whether what the words from `start` open with is also about the claim at `at`: "It is not true that ... and (that) ..."."""
    return text.startswith("that ", at) or _BARE_AND.match(text[start:at]) is not None


def asks_about_all(text: str, start: int, end: int) -> bool:
    """Whether a question begins so that it asks about all that it joins: "Is it true that rents rose, and that wages fell?"."""
    return _ASKING.match(text, start, end) is not None
