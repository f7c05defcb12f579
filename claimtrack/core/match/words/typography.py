"""One kind of quote, dash, digit and space for the many that are typed; and a text without decoration or accents."""

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
    """Return a text with one kind of quote, dash, digit and space; letters and their case stay."""
    unified = _fold_characters(text)
    return _MINUS.sub(r"\1 -", unified) if " - " in unified else unified


_MINUS = expression(
    r"\b(was|were|is|are|of|to|at|from|by|between|and|about|around|below|above|than) - (?=\d)"
)
"""After such a function word a dash is a minus: "it was - 5 degrees"."""


_DEGREES = expression(r"[º˚](?=\s?[CF](?![^\W_]))")
"""Signs that are typed for degrees; elsewhere "º" is the end of an ordinal."""
_VOWEL_POINTS = expression(r"[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u0652\u0656-\u065f\u0670\u06d6-\u06ed]")
"""The vowel points of Arabic and Hebrew, which most texts leave out, and the stroke that lengthens a word. Marks that make another letter stay."""
_SUBDIVISION_FLAGS = expression(r"\U0001f3f4[\U000e0061-\U000e007f]+")
"""The flags of England, Scotland and Wales: black flags followed by invisible letters."""


def _fold_characters(text: str) -> str:
    """Return a text with one character for each kind, without vowel points and invisible characters."""
    if text.isascii():
        return text.replace("\x00", " ").replace("`", "'")
    folded = unicodedata.normalize("NFKC", _DEGREES.sub("°", text).translate(_SPELLED))
    if folded.isascii():  # only quotes and dashes were not ASCII
        return folded
    flags = set("".join(_SUBDIVISION_FLAGS.findall(folded)))
    return "".join(
        c for c in _VOWEL_POINTS.sub("", folded) if c in flags or unicodedata.category(c) not in ("Cf", "Cs")
    )


_POINTED = expression(r"([^\W\d_])([\u05b0-\u05bc\u05c1\u05c2\u05c7\u064b-\u0652\u0670]*)")
"""A letter of Arabic or Hebrew with its vowels, which another text may have on other letters."""


def have_different_vowels(a: str, b: str) -> bool:
    """Whether a letter has different vowels in two texts that both write them: "كَتَبَ" wrote, "كُتِبَ" was written."""
    if a.isascii() or b.isascii():
        return False
    ours, theirs = (_POINTED.findall(text) for text in (a, b))
    return any(
        not (set(vowels) <= set(vowels_b) or set(vowels_b) <= set(vowels))
        for (letter, vowels), (letter_b, vowels_b) in zip(ours, theirs, strict=False)
        if letter == letter_b
    )


DECORATION = (
    r"\u2728\u26a0\u2755\u2757\u2764\U0001f198\U0001f389\U0001f440\U0001f446-\U0001f449\U0001f44f\U0001f494\U0001f499-\U0001f49c\U0001f4a2\U0001f4af"
    r"\U0001f4cc\U0001f4e2\U0001f4e3\U0001f50a\U0001f514\U0001f534\U0001f5a4\U0001f60a\U0001f60d\U0001f614\U0001f61e-\U0001f633\U0001f635"
    r"\U0001f641\U0001f64c\U0001f64f\U0001f6a8\U0001f92c\U0001f92f\U0001f97a\U0001f9e1\ufe0f\U0001f3fb-\U0001f3ff"
)
"""Emoji that alarm, point, beg or show the writer's feelings, and what colours them. No flag, digit or object, which may replace a word ("Moved to 🇫🇷",
"The school 🔥"); none that may negate what is next to it: ❌, 👎, ❓, or a laugh."""
_FIRST_DECORATION = "\u2728"
"""The first of all these characters: no accent, dash or quote is above it."""
_SKIN = r"\U0001f3fb-\U0001f3ff"
MEANINGFUL_EMOJI = r"\u2764\U0001f446-\U0001f449\U0001f494\U0001f499-\U0001f49c\U0001f534\U0001f5a4\U0001f9e1"
"""Hearts, colours and pointing hands, which may carry a meaning: a party, up or down."""
_RUN = rf"(?![{_SKIN}])[{DECORATION}](?:[ \t]*[{DECORATION}])*"
_DECORATED = expression(
    rf"""^\s*(?![{MEANINGFUL_EMOJI}]\ufe0f?[ \t]*[a-z]){_RUN} | (?<=[.!?])\s*{_RUN} | (?<=:)\s*{_RUN}(?![\s"')*_.!?{DECORATION}]*$) | (?<=[^\s:{DECORATION}])
    (?<!\ba)(?<!\ban)(?<!\bthe)(?<!\bis)(?<!\bare)(?<!\bwas)(?<!\bto)(?<!\bof)(?<!\bwith)(?<!\bby)(?<!\bmy)(?<!\byour)(?<!\bso)  # where an emoji takes the place of a word
    \s*{_RUN}(?=[.!?]|[\s"')*_]*$)""",
    re.VERBOSE | re.MULTILINE,
)
"""But not "Level: 🔴", "❤️ attacks", nor the skin colour of a person, "Arrested: 👨🏿"."""
_BOLD = expression(r"(?<![\w*])\*(?=[^\s*])([^*\n]*[^\s*])\*(?![\w*])")
"""Words in bold, as messengers mark them; but not "A* in maths"."""


def strip_decoration(text: str) -> str:
    """Return a text without emoji at its ends and between its sentences, and without marks of bold; one of emoji alone stays."""
    stripped = _BOLD.sub(r"\1", text) if "*" in text else text
    if not stripped.isascii() and max(stripped) >= _FIRST_DECORATION:
        stripped = _DECORATED.sub(" ", stripped)
    return stripped if any(map(str.isalnum, stripped)) else text


def without_latin_accents(word: str) -> str:
    """Return a lower-case word without Latin accents: "é" is "e"; other scripts stay as they are."""
    if word.isascii() or not _LATIN.search(word):
        return word
    return folding.without_accents(word)
