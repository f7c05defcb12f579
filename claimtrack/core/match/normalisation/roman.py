"""Roman numbers in one form: figures behind what is counted ("Chapter VII"), letters behind who bears a name ("Louis the Fourteenth")."""

from __future__ import annotations

import re

from claimtrack.core.expressions import expression
from claimtrack.core.match.normalisation.rules import rule
from claimtrack.core.match.words.lexicon import NO_NAMES, ORDINALS

_THINGS = (
    "chapter|part|title|article|annex|appendix|schedule|section|volume|book|act|phase|stage|type|class|category|tier|level|division|"
    "protocol|apollo|gemini|super bowl"
)
_BEHIND_A_NAME = expression(r"\b([A-Z][\w'-]*[a-z]) ([IVXL]{1,9})(?![\w'-])")
_LETTERS = [
    f"{tens}{ones}"
    for tens in ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX")
    for ones in ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
][1:]
"""One to 89: beyond, letters stand for other things more often."""
_FIGURES = {letters: str(value) for value, letters in enumerate(_LETTERS, 1)}
_ENDS = {"1": "st", "2": "nd", "3": "rd"}
_NAMED = {rank: _LETTERS[value - 1] for rank, value in ORDINALS.items() if value <= len(_LETTERS)}
_WARS = {
    told: letters
    for letters, forms in (("I", "first 1st one 1"), ("II", "second 2nd two 2"), ("III", "third 3rd three 3"))
    for told in (letters.lower(), *forms.split())
}
_TEENS = ("11", "12", "13")


def _named(found: re.Match[str]) -> str:
    """Whose name it is; "May the Fourth" and "In the Second" name nobody."""
    letters = None if found[1].lower() in NO_NAMES else _NAMED.get(found[2].lower())
    return f"{found[1]} {letters}" if letters else found[0]


def _ranked(found: re.Match[str]) -> str:
    value = _FIGURES.get(found[1])
    if not value:
        return found[0]
    return f"{value}th" if value in _TEENS else f"{value}{_ENDS.get(value[-1], 'th')}"


ROMAN = (
    rule("bowl " + _THINGS.replace("|", " "), rf"\b((?i:{_THINGS})) ([IVXL]{{2,9}}|[VX])(?![\w'-])", lambda m: f"{m[1]} {_FIGURES.get(m[2], m[2])}"),
    rule("century centuries congress", r"\b([IVXL]{1,9})(?:th|st|nd|rd)?(?= (?:century|centuries|(?i:congress))\b)", _ranked),
    rule("world ww WW", r"(?i)\b(?:(first|1st|second|2nd|third|3rd) world war|world war (one|two|three|[123])|ww ?(iii|ii|i|[123]))\b", lambda m: f"World War {_WARS[(m[1] or m[2] or m[3]).lower()]}"),
    rule(" ".join(_NAMED), r"\b([A-Z][\w'-]*[a-z]) [Tt]he (First|Second|Third|[A-Z][a-z]+th)(?='s\b| [a-z(]|[.,;:!?)\"]|$)", _named),
)  # fmt: skip


def lettered_as(text: str, known: str) -> str:
    """A text with what is in figures behind a name in letters, where another has these: "Rocky 4" as "Rocky IV"."""
    for name, letters in _BEHIND_A_NAME.findall(known):
        if figures := _FIGURES.get(letters):
            text = re.sub(rf"\b{re.escape(name)} {figures}(?![\w'-]|[.,]\d)", f"{name} {letters}", text)
    return text
