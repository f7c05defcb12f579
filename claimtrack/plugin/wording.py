"""Errors in the words of a page: what they would have a person type, a page has a link or a form for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

_ANEW = r"with “Judge it anew” on the page of claim \1"
_COMMANDS = (
    (r",? as in `claimtrack [^`]*`", ""),
    (r",? or read the whole text with `claimtrack ingest`", ""),
    (r" \(`claimtrack review [^`]*`\)", ""),
    (r"\(`claimtrack status [^`]*`\)", "(on its page)"),
    (r"`claimtrack list` shows the ids there are", "“All claims” above shows those there are"),
    (
        r"`claimtrack export csv (?:reviews|evidence|appearances)` shows the ids there are(?:, as article_id)?",
        "the page of its claim shows those there are",
    ),
    (
        r"`claimtrack show` with --format json shows those of a claim",
        "the page of its claim shows those there are",
    ),
    (r"`claimtrack show \d+` shows those it has", "its page shows those it has"),
    (r"`claimtrack duplicates` shows those that wait", "“Duplicates” above shows those that wait"),
    (r"`claimtrack judge (\d+) \d+ [^`]*`", rf"{_ANEW}"),
    (r"`claimtrack undo (\d+) \d+` takes that back", rf"{_ANEW} that is taken back"),
    (r"`claimtrack undo (\d+) \d+`", rf"{_ANEW}"),
    # What pages cannot do is done by whoever has the desk's file.
    (r"`(claimtrack [^`]*)`", r"“\1” in a terminal"),
)


def told_of_rewording(same_as: Sequence[int]) -> str:
    """That a claim which says something else now is still judged the same as others."""
    named = ", ".join(str(one) for one in same_as[:5])
    more = f" and {len(same_as) - 5:,} more" if len(same_as) > 5 else ""
    return f"It is judged the same as claim{'s' * (len(same_as) > 1)} {named}{more}: look whether that still holds"


def on_page(message: str) -> str:
    """The message as a page tells it."""
    for command, words in _COMMANDS:
        message = re.sub(command, words, message)
    return message
