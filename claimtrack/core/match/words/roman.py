"""Roman numbers in one form: figures behind what is counted ("Chapter VII"), letters behind who bears a name ("Louis the Fourteenth")."""

from __future__ import annotations

import re

from claimtrack.core.expressions import expression
from claimtrack.core.match.words.lexicon import NO_NAMES

_THINGS = (
    "chapter|part|title|article|annex|appendix|schedule|section|volume|book|act|phase|stage|type|class|category|tier|level|division|"
    "protocol|apollo|gemini|super bowl"
)
_COUNTED = expression(rf"\b((?i:{_THINGS})) ([IVXL]{{2,9}}|[VX])(?![\w'-])")
_CENTURY = expression(r"\b([IVXL]{1,9})(?:th|st|nd|rd)?(?= (?:century|centuries|(?i:congress))\b)")
_WORLD_WAR = expression(
    r"\b(?:(?i:(first|1st|second|2nd|third|3rd) world war)|(?i:world war (one|two|three|[123]))|(?i:ww ?(iii|ii|i|[123])))\b"
)
_NAMESAKE = expression(
    r"\b([A-Z][\w'-]*[a-z]) [Tt]he (First|Second|Third|[A-Z][a-z]+th)(?='s\b| [a-z(]|[.,;:!?)\"]|$)"
)
_BEHIND_A_NAME = expression(r"\b([A-Z][\w'-]*[a-z]) ([IVXL]{1,9})(?![\w'-])")
_RANKS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth"
    " seventeenth eighteenth"
).split()
_LETTERS = [
    f"{tens}{ones}"
    for tens in ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX")
    for ones in ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
][1:]
"""One to 89: beyond, letters stand for other things more often."""
_FIGURES = {letters: str(value) for value, letters in enumerate(_LETTERS, 1)}
_ENDS = {"1": "st", "2": "nd", "3": "rd"}
_NAMED = dict(zip(_RANKS, _LETTERS, strict=False))
_WARS = {
    told: letters
    for letters, forms in (("I", "first 1st one 1"), ("II", "second 2nd two 2"), ("III", "third 3rd three 3"))
    for told in (letters.lower(), *forms.split())
}
_NUMERAL = expression(r" [IVXL]+\b(?<! I)")
_RANK = expression(r" [Tt]he [FSTEN][a-z]+(?:st|nd|rd|th)\b")
"""What begins with a space, for which a text is searched in a tenth of the time of the expressions that it stands in."""


def in_one_form(text: str) -> str:
    """A text with "Apollo XI" as "Apollo 11", "Louis the Fourteenth" as "Louis XIV" and "the Second World War" as "the World War II"."""
    small = text.lower()
    if _NUMERAL.search(text):
        text = _COUNTED.sub(lambda m: f"{m[1]} {_FIGURES.get(m[2], m[2])}", text)
    if "centur" in small or "congress" in small:
        text = _CENTURY.sub(_ranked, text)
    if "world war" in small or "ww" in small:
        text = _WORLD_WAR.sub(lambda m: f"World War {_WARS[(m[1] or m[2] or m[3]).lower()]}", text)
    return _NAMESAKE.sub(_named, text) if _RANK.search(text) else text


def lettered_as(text: str, known: str) -> str:
    """A text with what is in figures behind a name in letters, where another has these: "Rocky 4" as "Rocky IV"."""
    for name, letters in _BEHIND_A_NAME.findall(known):
        if figures := _FIGURES.get(letters):
            text = re.sub(rf"\b{re.escape(name)} {figures}(?![\w'-]|[.,]\d)", f"{name} {letters}", text)
    return text


def _named(found: re.Match[str]) -> str:
    """Whose name it is; "May the Fourth" and "In the Second" name nobody."""
    letters = None if found[1].lower() in NO_NAMES else _NAMED.get(found[2].lower())
    return f"{found[1]} {letters}" if letters else found[0]


def _ranked(found: re.Match[str]) -> str:
    value = _FIGURES.get(found[1])
    if not value:
        return found[0]
    return f"{value}th" if value in _TEENS else f"{value}{_ENDS.get(value[-1], 'th')}"


_TEENS = ("11", "12", "13")
