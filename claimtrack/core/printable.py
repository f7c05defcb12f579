"""Text as a line of a report or a terminal may show it."""

from __future__ import annotations

import unicodedata

from claimtrack.core.legible import legible

# Line ends and tabs, and the joiners that Persian, Hindi and family emoji are written with.
_HARMLESS = "\n\t\u200c\u200d"


MOST_SHOWN = 40
"""Characters of a refused value that an error repeats."""


def brief(value: object, most: int) -> str:
    """A value in at most so many characters, for a line that tells a change; "nothing" for None."""
    text = "nothing" if value is None else str(value)
    return text if len(text) <= most else f"{text[: most - 1]}…"


def printable(text: str) -> str:
    """The text as it is seen, with control characters and direction overrides made visible.

    A claim comes from anywhere: printed raw, an escape sequence in it could repaint the terminal, and
    an override could show the words in another order than they are stored.
    """
    text = legible(text)
    if text.isprintable():  # all but a few of the thousands in a long table
        return text
    return "".join(
        character
        if character in _HARMLESS or unicodedata.category(character) not in ("Cc", "Cf", "Cs")
        else f"\\u{ord(character):04x}"
        for character in text
    )
