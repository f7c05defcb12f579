"""Lines about the article itself, which claim nothing: who contributed, what was updated, whose right it is."""

from __future__ import annotations

import re

_CREDIT = re.compile(
    r"(?:copyright|©|all rights reserved\b|(?:additional |further )?(?:reporting|editing|writing|compiled|edited) by [A-Z]"
    r"|.{0,120} contributed (?:reporting )?to this (?:report|article|story)\b"
    r"|(?:[A-Z][\w'-]+ ){1,3}(?:and (?:[A-Z][\w'-]+ ){1,3})?reported from [A-Z][^.]{0,60}\.?$"
    r"|this (?:story|article|report|piece|page|headline) (?:has been|was|is being) (?:updated|amended|corrected|edited"
    r"|changed|first published|originally published)\b)",
    re.IGNORECASE,
)
_LONGEST = 240
"""Characters. A longer sentence tells more than who wrote it."""


def is_credit(sentence: str) -> bool:
    """Whether a sentence is about the article: "Ann Lee contributed to this report"."""
    return len(sentence) <= _LONGEST and _CREDIT.match(sentence) is not None
