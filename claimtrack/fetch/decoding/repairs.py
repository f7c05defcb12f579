"""Repairs decoded text: letters that an earlier program garbled, and characters that the desk cannot store."""

from __future__ import annotations

import re

from claimtrack.core.texts.cleaning import UNSTORABLE

# A lead byte and a continuation byte of UTF-8, each decoded as windows-1252 or latin-1: "Ã©", "â€".
_CONTINUING = "\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ"
_READ_AS_BYTES = re.compile(f"[\u00c2-\u00f4][{_CONTINUING}]")
# The commonest byte without a letter in windows-1252 is the last of U+201D: strict decoders drop it or produce U+FFFD.
_LOST_MARK = re.compile(f"â€(?:\ufffd|(?![{_CONTINUING}]))")


def replace_unstorable(text: str) -> tuple[str, tuple[str, ...]]:
    """Replace characters that cannot be stored by U+FFFD; warns if there are any."""
    text, odd = UNSTORABLE.subn("\ufffd", text)
    told = f"replaced {odd} character{'s' * (odd > 1)} that cannot be stored (U+0000, half a pair) with �"
    return text, (told,) if odd else ()


def repair_mojibake(text: str) -> tuple[str, tuple[str, ...]]:
    """Repair UTF-8 that some program decoded as windows-1252 ("donâ€™t"); warns if there was any.

    Without quotation marks, quotations would be lost. Text that may be right as it is ("SÃO") stays: ftfy decides, line by line.
    """
    found = _READ_AS_BYTES.search(text)
    if found is None:
        return text, ()
    from ftfy import fix_encoding

    # Not splitlines(): it splits at U+0085, which is half of a garbled letter here.
    lines = text.split("\n")
    # With the lost last byte restored, ftfy finds a quotation mark; else it would take the next space for part of a dagger.
    fixed = "\n".join(
        fix_encoding(_LOST_MARK.sub("â€\x9d", line)) if _READ_AS_BYTES.search(line) else line
        for line in lines
    )
    told = f"repaired letters that an earlier program had garbled ({found[0]!r}): compare names and quotes with the source"
    return fixed, (told,) if fixed != text else ()
