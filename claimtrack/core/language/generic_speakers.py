"""Which labels of a transcript distinguish unidentified speakers, or name a phone?"""

from __future__ import annotations

import re

from claimtrack.core.expressions import expression

_VOICE = expression(
    r"(?:speaker|person|voice|witness|man|woman|participant|respondent|caller|resident|guest)[ _]?\d{1,5}|speaker[ _][A-H]"
    r"|spk_?\d{1,3}|unknown speaker(?: \d{1,3})?|(?:i(?:phone|pad)|android)(?: ?\(?\d{1,2}\)?)?",
    re.IGNORECASE,
)


def is_generic_speaker(name: str) -> bool:
    """Whether a name is a generic label, which denotes different people in each transcript: "SPEAKER 2", "spk_0", "Caller 1", "iPhone"."""
    return _VOICE.fullmatch(name) is not None
