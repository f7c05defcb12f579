"""Numbers in words and in Roman letters: "three hundred fifty", "one point three million", "Chapter VII"; "Louis the Fourteenth" has his in letters."""

from __future__ import annotations

import re

from claimtrack.core.expressions import expression
from claimtrack.core.match.normalisation.rules import rule
from claimtrack.core.match.words.lexicon import NO_NAMES, NUMBER_WORDS, ORDINALS

_HUNDRED, _TEN, _TWENTY = 100, 10, 20
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_WORD = "|".join((*NUMBER_WORDS, "hundred", *_SCALES))


def _number(found: re.Match[str]) -> str:
    words = found[0].lower().replace("-", " ").split()
    return (_value(words) if len(words) > 2 else None) or found[0]


def _year(found: re.Match[str]) -> str:
    century, *rest = (NUMBER_WORDS.get(word, 0) for word in found[0].lower().replace("-", " ").split())
    two = _below_hundred(rest)
    return found[0] if two is None else str(century * _HUNDRED + two)


def _value(words: list[str]) -> str | None:
    """The figures of a number, with what multiplies a decimal behind it; None where the words are not one number."""
    if "point" in words:
        return _decimal(words)
    total, last = 0, 10**15
    group: list[str] = []
    for word in words:
        if scale := _SCALES.get(word):
            many = _below_thousand(group) if group else 1
            if many is None or scale >= last:
                return None
            total, group, last = total + many * scale, [], scale
        else:
            group.append(word)
    rest = _below_thousand(group) if group else 0
    return None if rest is None else str(total + rest)


def _decimal(words: list[str]) -> str | None:
    at = words.index("point")
    scale = words[-1:] if words[-1] in _SCALES else []
    digits = [NUMBER_WORDS.get(word, _TEN) for word in words[at + 1 : len(words) - len(scale)]]
    whole = _value(words[:at])
    if whole is None or not digits or max(digits) >= _TEN:
        return None
    return " ".join([f"{whole}.{''.join(map(str, digits))}", *scale])


def _below_thousand(words: list[str]) -> int | None:
    """The value of what stands before a thousand or a million: "three hundred and fifty", "a", "fifteen hundred"."""
    words = [word for word in words if word not in ("a", "an")]
    if "hundred" not in words:
        return _below_hundred([NUMBER_WORDS.get(word, -1) for word in words if word != "and"]) if words else 1
    at = words.index("hundred")
    many = _below_hundred([NUMBER_WORDS.get(word, -1) for word in words[:at]]) if at else 1
    rest = [NUMBER_WORDS.get(word, -1) for word in words[at + 1 :] if word != "and"]
    few = _below_hundred(rest) if rest else 0
    return None if not many or few is None else many * _HUNDRED + few


def _below_hundred(values: list[int]) -> int | None:
    """The value of one number word, or of tens with one behind them; None for anything else."""
    if not values or len(values) > 2 or min(values) < 0:
        return None
    tens, ones = values if len(values) == 2 else (0, values[0])
    fits = len(values) == 1 or (tens >= _TWENTY and 0 < ones < _TEN)
    return tens + ones if fits else None


NUMBERS = (
    # A part written as it is said, "1/10th", and a part of a percent, "a tenth of 1 percent".
    rule("/", r"(?i)\b(\d{1,2}/\d{1,3})(?:th|rd|nd)s?\b", r"\1"),
    rule("of_1", r"(?i)((?:\b(?:half|third|quarter|fifth|tenth|hundredth|thousandth)s?|\b\d/\d{1,3}) of )1 ?(?=(?:per ?cent|[mbtr]{1,2}illion)\b|%)", r"\1one "),
    rule("top", r"(?i)(?<=\btop )(?=(?:tenth|hundredth|quarter|fifth|third) of (?:one|a) percent)", "one "),
    # A year as it is said, "in twenty nineteen"; but "in twenty ten-minute talks".
    rule(
        "twenty nineteen",
        r"(?i)(?:(?<=\b(?:in|by|of) )|(?<=\b(?:since|until|after) )|(?<=\b(?:before|during) ))"
        rf"(?:nineteen|twenty)[ -](?:ten|\w+teen|eleven|twelve|\w+ty)(?:[ -](?:{'|'.join(NUMBER_WORDS)}))?\b(?!-)",
        _year,
    ),
    # Number words behind each other; but "at one point three men", "the one point two of them made".
    rule("hundred thousand point twenty nineteen", rf"(?i)\b(?!(?<=\bat )one point|(?<=\bthe )one point)(?:an? (?=hundred|thousand))?(?:{_WORD})(?:[ -](?:(?:and|point) )?(?:{_WORD}))+\b", _number),
)  # fmt: skip


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
