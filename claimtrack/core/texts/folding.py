"""Letters as a search compares them: those of a name that somebody types without its accents."""

from __future__ import annotations

import unicodedata

# Letters with a stroke or run together are letters of their own to Unicode, and have no accent to take off.
_STROKES = str.maketrans({**dict(zip("øłđðħŧı", "olddhti", strict=True)), "æ": "ae", "œ": "oe", "þ": "th"})


def without_accents(text: str) -> str:
    """The text with what stands above and below its letters taken off: "Étienne" is "Etienne", "ø" stays."""
    if text.isascii():
        return text
    return "".join(one for one in unicodedata.normalize("NFD", text) if not unicodedata.combining(one))


def folded(text: str) -> str:
    """The text without capitals and accents: "Étienne Żółw" is "etienne zolw"."""
    if text.isascii():
        return text.casefold()
    return without_accents(unicodedata.normalize("NFKC", text.casefold())).translate(_STROKES)
