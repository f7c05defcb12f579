"""What a page or a post puts around a statement: addresses, markup, whose post it is, its signature, tag signs, "..., didn't it?"."""

from __future__ import annotations

import re

from claimtrack.core.expressions import expression
from claimtrack.core.match.normalisation.rules import rule

CONTROLS = expression(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07\x1b]*\x07?|.)?", re.DOTALL)
"""What colours or moves a terminal: its digits are no numbers of the claim."""
# A tweet's last line as embeds write it: "- Ann Lee (@annlee) May 5, 2020". Dashes are one kind by now.
_SIGNATURE = expression(
    r"\s?-\s?([^@\n]{0,60})\((?:@\w+\)\s*([A-Z][A-Za-z]+ \d{1,2}, \d{4})?|\w+\)\s*([A-Z][A-Za-z]+ \d{1,2}, \d{4}))[\"'\s]*$"
)
_AUXILIARY = "is|are|was|were|do|does|did|has|have|had|can|ca|could|will|wo|would|should|must|might|need|ai"
_HUMP = expression(r"(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])")

ADDRESSES = rule(
    ":// www twitter t.co/ T.CO/",
    r"(?:https?://|www\.|pic\.twitter\.com/|\bt\.co/)\S*",
    " ",
    re.IGNORECASE,
)
POSTS = (
    # What a page does or looks like, and does not say.
    rule("<", r"<(script|style)\b[^<>]*>(?:(?!<script|<style).)*?</\1\s*>", " ", re.IGNORECASE | re.DOTALL),
    rule("<", r"</?(?:p|b|i|u|a|em|strong|br|div|span|blockquote|q|h[1-6]|li|ul|ol)(?:\s[^<>]*=[^<>]*)?\s?/?>", " ", re.IGNORECASE),
    # A handle that a sentence follows is whose post it is, or whom it answers; before a verb it is what the sentence is about.
    rule(
        "@ : |",
        r"""^\s*(?:RT:?\s@\w+:?\s+|(?:\.?@\w+[,:]?\s+)+(?=["']?[A-Z][a-z]*\b)"""
        r"""|\#?(?i:fact[- ]?check(?:ed)?|breaking(?: news)?|just in|watch|thread|the claim|live updates|confirmed)\s?[:|]\s+)+""",
        "",
    ),
    # What only asks for agreement: "..., didn't it?".
    rule(
        "?",
        rf"""[,;-]\s*(?:(?:{_AUXILIARY})(?:n't)?\s(?:it|he|she|they|we|you|i|there|that|this|these|those)(?:\snot)?|right|correct|no|eh|yes"""
        r"""|don't\syou\sthink|isn't\sthat\s(?:so|right|true)|am\si\sright)\s*\?+["'\s]*$""",
        ".",
        re.IGNORECASE,
    ),
)  # fmt: skip
TAGS = (rule("# @", r"[#@]\w+", lambda m: _HUMP.sub(" ", m[0][1:].replace("_", " "))),)  # fmt: skip


def parted_from_signature(text: str) -> tuple[str, str | None, str | None]:
    """The text without its signature, and where it is a quoted tweet, who signed it and on which day."""
    found = _SIGNATURE.search(text) if "(" in text else None
    if not found:
        return text, None, None
    by, on = found[1].strip(), (found[2] or found[3] or "").title()
    return text[: found.start()], by or None, on or None
