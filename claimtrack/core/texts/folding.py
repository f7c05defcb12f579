"""How do a search and an alphabetical list compare letters? A name may be typed without its accents."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from claimtrack.core.expressions import expression

OTHER_DIGITS = {chr(zero + digit): str(digit) for zero in (0x660, 0x6F0, 0x966, 0x9E6) for digit in range(10)}
"""Arabic, Persian, Hindi and Bengali digits."""
_IN_PLAIN = {
    # Letters with a stroke and ligatures are letters of their own in Unicode, without an accent to remove.
    **dict(zip("øłđðħŧı", "olddhti", strict=True)), "æ": "ae", "œ": "oe", "þ": "th",
    "ى": "ي", "ة": "ه", "ٱ": "ا", "ـ": "",
    **OTHER_DIGITS,
}  # fmt: skip
_NOT_PLAIN = expression(f"[{''.join(_IN_PLAIN)}]")
"""An expression skips to what it finds; `str.translate` looks at each letter, and took ten times as long."""
_FIRST_MARK, _LAST_MARK = 0x300, 0xFFFF


@cache
def _marks() -> re.Pattern[str]:
    """Return the combining marks."""
    marks = map(chr, range(_FIRST_MARK, _LAST_MARK + 1))
    return re.compile(f"[{''.join(mark for mark in marks if unicodedata.combining(mark))}]+")


def without_accents(text: str) -> str:
    """Remove the accents of a text: "Étienne" -> "Etienne"; "ø" stays."""
    if text.isascii():
        return text
    return _marks().sub("", unicodedata.normalize("NFD", text))


def folded(text: str) -> str:
    """Fold case, accents and digits of a text: "Étienne Żółw" -> "etienne zolw", "أ" -> "ا"."""
    if text.isascii():
        return text.casefold()
    # Capitals last: those of "Acme™" and "𝗔𝗱𝗮" appear only in the normal form.
    plain = without_accents(unicodedata.normalize("NFKC", text).casefold())
    return _NOT_PLAIN.sub(lambda found: _IN_PLAIN[found[0]], plain)


def alphabetical(name: str) -> tuple[str, str]:
    """The key by which names are sorted for people: "adler", "Émile", "Zoe"."""
    return folded(name), name
