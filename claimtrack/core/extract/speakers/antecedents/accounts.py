"""What a body or a paper goes on to tell of what it found: "The FBI said crime fell. It recorded 400 murders."."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.model import ClaimantKind

if TYPE_CHECKING:
    from claimtrack.core.extract.speakers.speaker import Speaker

_FOUND = re.compile(
    r"It (?:(?:has|had|also|since|further|later|then|separately) ){0,2}(?:recorded|counted|documented|identified|logged|registered"
    r"|tallied|observed|detected|uncovered|discovered|measured|verified|estimated|found)"
    r"(?! (?:(?:an?|its|the) (?:[\w.%$£€-]+ ){0,3}?(?:loss|losses|profit|profits|surplus|deficit|sales|win|victory|defeat)\b|itself|a way|its way))"
)
"""A body that "recorded a loss" or "found itself in debt" reports nothing."""
_REPORTING = frozenset({ClaimantKind.ORGANISATION, ClaimantKind.DOCUMENT})


def goes_on_to_find(words: str, speaker: Speaker) -> bool:
    """Whether a sentence of the outlet tells what the body that spoke just before recorded or found, and so is its account."""
    if not words.startswith("It ") or speaker.kind not in _REPORTING:
        return False
    is_paper = speaker.kind is ClaimantKind.DOCUMENT  # which "found" it once, and "has found" nothing since
    return _FOUND.match(words) is not None and not (is_paper and words.startswith("It has "))
