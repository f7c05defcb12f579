"""One kind of quote, dash, digit and space for what is typed in many; and a text without its decoration or its accents."""

from __future__ import annotations

import re
import unicodedata

from claimtrack.core.expressions import expression
from claimtrack.core.texts import folding
from claimtrack.core.texts.typography import TYPEWRITER_SIGNS

# NFKC would turn "10²" into "102" and "5½" into "51⁄2": spell those out before it runs.
_SPELLED: dict[int, str] = str.maketrans(
    {
        **{c: f"^{i}" for i, c in enumerate("⁰¹²³⁴⁵⁶⁷⁸⁹")},
        "½": " 1/2", "¼": " 1/4", "¾": " 3/4", "⅓": " 1/3", "⅔": " 2/3", "⅕": " 1/5", "⅛": " 1/8",
        **TYPEWRITER_SIGNS,
        "…": "...", "٪": "%", "٫": ".", "٬": ",", "\x00": " ",
    }
)  # fmt: skip
_LATIN = expression("[\u00c0-\u024f\u1e00-\u1eff]")


def unify(text: str) -> str:
    """The text with one kind of quote, dash, digit and space; letters and their case stay."""
    plain = _in_one_kind(text)
    return _MINUS.sub(r"\1 -", plain) if " - " in plain else plain


_MINUS = expression(
    r"\b(was|were|is|are|of|to|at|from|by|between|and|about|around|below|above|than) - (?=\d)"
)
"""Behind such a little word a dash parts nothing: "it was - 5 degrees"."""


_POINTS = expression(r"[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06ed]")
"""The vowels of Arabic and Hebrew, which most texts leave out, and the stroke that makes a word longer. What makes another letter stays."""
_NATIONS = expression(r"\U0001f3f4[\U000e0061-\U000e007f]+")
"""The flags of England, Scotland and Wales, which are black ones but for letters that are not seen."""


def _in_one_kind(text: str) -> str:
    if text.isascii():
        return text.replace("\x00", " ").replace("`", "'")
    folded = unicodedata.normalize("NFKC", text.translate(_SPELLED))
    if folded.isascii():  # only its quotes and dashes were not
        return folded
    flags = set("".join(_NATIONS.findall(folded)))
    return "".join(
        c for c in _POINTS.sub("", folded) if c in flags or unicodedata.category(c) not in ("Cf", "Cs")
    )


_POINTED = expression(r"([^\W\d_])([\u05b0-\u05bc\u05c1\u05c2\u05c7\u064b-\u0652\u0670]*)")
"""A letter of Arabic or Hebrew with its vowels, which another text of the same letters may have on others."""


def have_different_vowels(a: str, b: str) -> bool:
    """Whether a letter has one vowel in one text and another in the other, where both write it: "كَتَبَ" wrote, "كُتِبَ" was written."""
    if a.isascii() or b.isascii():
        return False
    ours, theirs = (_POINTED.findall(text) for text in (a, b))
    return any(
        not (set(mine) <= set(yours) or set(yours) <= set(mine))
        for (one, mine), (other, yours) in zip(ours, theirs, strict=False)
        if one == other
    )


DECORATION = (
    r"\u2728\u26a0\u2755\u2757\u2764\U0001f198\U0001f389\U0001f440\U0001f446-\U0001f449\U0001f44f\U0001f494\U0001f499-\U0001f49c\U0001f4a2\U0001f4af"
    r"\U0001f4cc\U0001f4e2\U0001f4e3\U0001f50a\U0001f514\U0001f534\U0001f5a4\U0001f60a\U0001f60d\U0001f614\U0001f61e-\U0001f633\U0001f635"
    r"\U0001f641\U0001f64c\U0001f64f\U0001f6a8\U0001f92c\U0001f92f\U0001f97a\U0001f9e1\ufe0f\U0001f3fb-\U0001f3ff"
)
"""Signs that alarm, point, beg or show what the writer feels, and what colours them. No flag, digit or thing, which may stand for a word
("Moved to 🇫🇷", "The school 🔥"); none that may deny what it stands beside: ❌, 👎, ❓, or a laugh."""
_LEAST = "\u2728"
"""The first of all these signs: no accent, dash or quote is one."""
_SKIN = r"\U0001f3fb-\U0001f3ff"
TELLING_EMOJI = r"\u2764\U0001f446-\U0001f449\U0001f494\U0001f499-\U0001f49c\U0001f534\U0001f5a4\U0001f9e1"
"""Hearts, colours and hands that point, which may say another thing than others do: a party, up or down."""
_RUN = rf"(?![{_SKIN}])[{DECORATION}](?:[ \t]*[{DECORATION}])*"
_DECORATED = expression(
    rf"""^\s*(?![{TELLING_EMOJI}]\ufe0f?[ \t]*[a-z]){_RUN} | (?<=[.!?])\s*{_RUN} | (?<=:)\s*{_RUN}(?![\s"')*_.!?{DECORATION}]*$) | (?<=[^\s:{DECORATION}])
    (?<!\ba)(?<!\ban)(?<!\bthe)(?<!\bis)(?<!\bare)(?<!\bwas)(?<!\bto)(?<!\bof)(?<!\bwith)(?<!\bby)(?<!\bmy)(?<!\byour)(?<!\bso)  # a word's place
    \s*{_RUN}(?=[.!?]|[\s"')*_]*$)""",
    re.VERBOSE | re.MULTILINE,
)
"""But "Level: 🔴", "❤️ attacks", and the skin of who is shown, "Arrested: 👨🏿"."""
_SET_OFF = expression(r"(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])")
"""Words in bold, as messengers mark them; but "A* in maths"."""


def strip_decoration(text: str) -> str:
    """A text without the emoji at its ends and between its sentences, and without the marks of bold; one of emoji alone stays."""
    plain = _SET_OFF.sub(r"\1", text) if "*" in text else text
    if not plain.isascii() and max(plain) >= _LEAST:
        plain = _DECORATED.sub(" ", plain)
    return plain if any(map(str.isalnum, plain)) else text


def without_latin_accents(word: str) -> str:
    """A lower-case word with its Latin accents taken off: "é" is "e"; other scripts stay as they are."""
    if word.isascii() or not _LATIN.search(word):
        return word
    return folding.without_accents(word)
