"""Pure questions: they ask, and so claim nothing."""

from __future__ import annotations

import re

from claimtrack.core.expressions import expression

_PURE = expression(
    r"(?:(?:mrs?|ms|dr|sir|madam|senator|secretary|minister|governor|professor|chair(?:man|woman)?)\b\.?(?: [\w'-]+){0,2}, )?"
    r"(?:(?:and|but|so|well|now|then|or|look|if (?:so|not)),? ){0,2}"
    r"(?:(?:at|in|to|for|on|by|from|with|under|until|since) )?"
    r"(?:what|when|where|who|whom|whose|which|why|how|is|are|was|were|do|does|did|has|have|had|can|could|"
    r"will|would|shall|should|may|might|must|isn't|aren't|wasn't|don't|doesn't|didn't|won't|can't)\b"
    r"[^.!?\d]*\?[?!]*[\"'”’)]*"
    r"|(?:is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)\b(?:[^.!?]|\.\d){1,50}\?[?!]*[\"'”’)]*"
    # "So anybody in that office could have made these payments?"
    r"|(?:so|and|but|then),? (?:[^\W\d][\w'-]*,? ){5,20}[^\W\d][\w'-]*\?[\"'”’)]*"
    r"|(?:[^\W\d][\w'-]*,? ){0,5}[^\W\d][\w'-]*\?[?!]*[\"'”’)]*",
    re.IGNORECASE,
)
_TABLED = expression(
    r"(?:(?:what|which)\b(?: \w+){0,2}? (?:action|actions|assessment|conversations|criteria|discussions|estimate|guidance|meetings|plans|"
    r"progress|proposals|representations|steps|support) (?:he|her|his|she|the|their|they)\b[^.?!]*"
    r"|(?:if|whether) (?:he|she|they|the [\w ]{4,60}?) will (?:list|make|place|publish|set out)\b[^.?!]*)?[.,]?(?: ?\[\d{3,}\])?",
    re.IGNORECASE,
)
"""Such a question and its number: "What steps she is taking to build homes. [902234]"."""

_LONGEST_LABEL = 20
"""Characters."""


def is_question(text: str) -> bool:
    """Whether the words are a question and nothing else; one that names a figure may hold a claim."""
    return "?" in text and _PURE.fullmatch(text, _past_label(text)) is not None


def is_tabled(text: str) -> bool:
    """Whether what somebody says in a parliament is a question that was handed in before, which has no question mark, or its number."""
    return _TABLED.fullmatch(text) is not None


def _past_label(text: str) -> int:
    """Where a headline begins behind its kicker: "Fact check: Did crime double?"."""
    end = text.find(": ")
    return end + 2 if 0 < end <= _LONGEST_LABEL else 0
