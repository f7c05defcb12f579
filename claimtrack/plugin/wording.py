"""Errors in the words of a page: what they would have a person type, a page has a link or a form for."""

from __future__ import annotations

import re

_COMMANDS = (
    (r",? as in `claimtrack [^`]*`", ""),
    (r",? or read the whole text with `claimtrack ingest`", ""),
    (r" \(`claimtrack review [^`]*`\)", ""),
    (r"\(`claimtrack status [^`]*`\)", "(on its page)"),
    (r"`claimtrack list` shows the ids there are", "“All claims” above shows those there are"),
    (
        r"`claimtrack export csv reviews` shows the ids there are",
        "the page of its claim shows those there are",
    ),
    # What pages cannot do is done by whoever has the desk's file.
    (r"`(claimtrack [^`]*)`", r"“\1” in a terminal"),
)


def on_page(message: str) -> str:
    """The message as a page tells it."""
    for command, words in _COMMANDS:
        message = re.sub(command, words, message)
    return message
