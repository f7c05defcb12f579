"""Rewrite rules for numbers, time spans and seasons in words and for Roman numerals: "three hundred fifty", "one point three million", "Chapter VII"; "Louis the Fourteenth" gets his Roman numeral."""

from __future__ import annotations

import re

from claimtrack.core.expressions import expression
from claimtrack.core.language.calendar_words import MONTH_NAMES
from claimtrack.core.language.word_lists import NEVER_NAMES, NUMBER_WORDS, ORDINALS, groups_by_word
from claimtrack.core.match.normalisation.rules import rule

_HUNDRED, _TEN, _TWENTY = 100, 10, 20
_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_WORD = "|".join((*NUMBER_WORDS, "hundred", *_SCALES))


def _rewrite_number(match: re.Match[str]) -> str:
    words = match[0].lower().replace("-", " ").split()
    return (_number_in_digits(words) if len(words) > 2 else None) or match[0]


def _rewrite_year(match: re.Match[str]) -> str:
    century, *rest = (NUMBER_WORDS.get(word, 0) for word in match[0].lower().replace("-", " ").split())
    two = _below_hundred(rest)
    return match[0] if two is None else str(century * _HUNDRED + two)


def _number_in_digits(words: list[str]) -> str | None:
    """Return the digits of a number in words, with the magnitude after a decimal; None if the words are not one number."""
    if "point" in words:
        return _decimal_in_digits(words)
    total, last = 0, 10**15
    group: list[str] = []
    for word in words:
        if scale := _SCALES.get(word):
            multiplier = _below_thousand(group) if group else 1
            if multiplier is None or scale >= last:
                return None
            total, group, last = total + multiplier * scale, [], scale
        else:
            group.append(word)
    rest = _below_thousand(group) if group else 0
    return None if rest is None else str(total + rest)


def _decimal_in_digits(words: list[str]) -> str | None:
    """Return the digits of a number with "point": "one point three million"; None if it is none."""
    at = words.index("point")
    scale = words[-1:] if words[-1] in _SCALES else []
    digits = [NUMBER_WORDS.get(word, _TEN) for word in words[at + 1 : len(words) - len(scale)]]
    whole = _number_in_digits(words[:at])
    if whole is None or not digits or max(digits) >= _TEN:
        return None
    return " ".join([f"{whole}.{''.join(map(str, digits))}", *scale])


def _below_thousand(words: list[str]) -> int | None:
    """Return the value of the words before a thousand or a million: "three hundred and fifty", "a", "fifteen hundred"."""
    words = [word for word in words if word not in ("a", "an")]
    if "hundred" not in words:
        return _below_hundred([NUMBER_WORDS.get(word, -1) for word in words if word != "and"]) if words else 1
    at = words.index("hundred")
    hundreds = _below_hundred([NUMBER_WORDS.get(word, -1) for word in words[:at]]) if at else 1
    rest = [NUMBER_WORDS.get(word, -1) for word in words[at + 1 :] if word != "and"]
    remainder = _below_hundred(rest) if rest else 0
    return None if not hundreds or remainder is None else hundreds * _HUNDRED + remainder


def _below_hundred(values: list[int]) -> int | None:
    """Return the value of one number word, or of a ten and a unit; None for anything else."""
    if not values or len(values) > 2 or min(values) < 0:
        return None
    tens, ones = values if len(values) == 2 else (0, values[0])
    fits = len(values) == 1 or (tens >= _TWENTY and 0 < ones < _TEN)
    return tens + ones if fits else None


NUMBERS = (
    # A fraction with its ending, "1/10th", and a fraction of a percent, "a tenth of 1 percent".
    rule("/", r"(?i)\b(\d{1,2}/\d{1,3})(?:th|rd|nd)s?\b", r"\1"),
    rule("of_0", r"(?i)((?:\b(?:half|third|quarter|fifth|tenth|hundredth|thousandth)s?|\b\d/\d{1,3}) of )1 ?(?=(?:per ?cent|[mbtr]{1,2}illion)\b|%)", r"\1one "),
    rule("top", r"(?i)(?<=\btop )(?=(?:tenth|hundredth|quarter|fifth|third) of (?:one|a) percent)", "one "),
    # A year in words, "in twenty nineteen"; but "in twenty ten-minute talks".
    rule(
        "twenty nineteen",
        r"(?i)(?:(?<=\b(?:in|by|of) )|(?<=\b(?:since|until|after) )|(?<=\b(?:before|during) ))"
        rf"(?:nineteen|twenty)[ -](?:ten|\w+teen|eleven|twelve|\w+ty)(?:[ -](?:{'|'.join(NUMBER_WORDS)}))?\b(?!-)",
        _rewrite_year,
    ),
    # Consecutive number words; but not "at one point three men", "the one point two of them made".
    rule("hundred thousand point twenty nineteen", rf"(?i)\b(?!(?<=\bat )one point|(?<=\bthe )one point)(?:an? (?=hundred|thousand))?(?:{_WORD})(?:[ -](?:(?:and|point) )?(?:{_WORD}))+\b", _rewrite_number),
)  # fmt: skip


_NUMBERED_THINGS = (
    "chapter|part|title|article|annex|appendix|schedule|section|volume|book|act|phase|stage|type|class|category|tier|level|division|"
    "protocol|apollo|gemini|super bowl"
)
_NUMERAL_AFTER_NAME = expression(r"\b([A-Z][\w'-]*[a-z]) ([IVXL]{1,9})(?![\w'-])")
_NUMERALS = [
    f"{tens}{ones}"
    for tens in ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX")
    for ones in ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
][1:]
"""Roman numerals from 1 to 89: larger ones stand for other things more often."""
_DIGITS_OF = {letters: str(value) for value, letters in enumerate(_NUMERALS, 1)}
_ENDS = {"1": "st", "2": "nd", "3": "rd"}
_NUMERAL_OF_RANK = {rank: _NUMERALS[value - 1] for rank, value in ORDINALS.items() if value <= len(_NUMERALS)}
_WARS = {
    name: letters
    for letters, forms in (("I", "first 1st one 1"), ("II", "second 2nd two 2"), ("III", "third 3rd three 3"))
    for name in (letters.lower(), *forms.split())
}
_TEENS = ("11", "12", "13")


def _rewrite_regnal_ordinal(match: re.Match[str]) -> str:
    """Rewrite the ordinal of a ruler's name; "May the Fourth" and "In the Second" are no names."""
    letters = None if match[1].lower() in NEVER_NAMES else _NUMERAL_OF_RANK.get(match[2].lower())
    return f"{match[1]} {letters}" if letters else match[0]


def _to_ordinal(match: re.Match[str]) -> str:
    """Return a Roman ordinal in digits: "XXI century" as "21st"."""
    value = _DIGITS_OF.get(match[1])
    if not value:
        return match[0]
    return f"{value}th" if value in _TEENS else f"{value}{_ENDS.get(value[-1], 'th')}"


ROMAN = (
    rule("bowl " + _NUMBERED_THINGS.replace("|", " "), rf"\b((?i:{_NUMBERED_THINGS})) ([IVXL]{{2,9}}|[VX])(?![\w'-])", lambda m: f"{m[1]} {_DIGITS_OF.get(m[2], m[2])}"),
    rule("century centuries congress", r"\b([IVXL]{1,9})(?:th|st|nd|rd)?(?= (?:century|centuries|(?i:congress))\b)", _to_ordinal),
    rule("world ww wwi wwii wwiii", r"(?i)\b(?:(first|1st|second|2nd|third|3rd) world war|world war (one|two|three|[123])|ww ?(iii|ii|i|[123]))\b", lambda m: f"World War {_WARS[(m[1] or m[2] or m[3]).lower()]}"),
    rule(" ".join(_NUMERAL_OF_RANK), r"\b([A-Z][\w'-]*[a-z]) [Tt]he (First|Second|Third|[A-Z][a-z]+th)(?='s\b| [a-z(]|[.,;:!?)\"]|$)", _rewrite_regnal_ordinal),
)  # fmt: skip


def align_roman_numerals(text: str, known: str) -> str:
    """Return a text with numbers after a name as the Roman numerals that another text has there: "Rocky 4" as "Rocky IV"."""
    for name, letters in _NUMERAL_AFTER_NAME.findall(known):
        if figures := _DIGITS_OF.get(letters):
            text = re.sub(rf"\b{re.escape(name)} {figures}(?![\w'-]|[.,]\d)", f"{name} {letters}", text)
    return text


_SPANS = groups_by_word("ten years: decade | 100 years: century | two weeks: fortnight")
DECADES = {
    word: str(tens)
    for tens, word in enumerate(
        ("thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"), 3
    )
}
_HOUR = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_HOURS = {word: value for word, value in NUMBER_WORDS.items() if 1 <= value <= 12}
_PARTS = {
    ("first", "6"): "first half", ("last", "6"): "second half", ("first", "3"): "first quarter", ("last", "3"): "fourth quarter",
}  # fmt: skip
_HOLIDAYS = {
    "Christmas Day": "25 December", "Christmas Eve": "24 December", "Boxing Day": "26 December", "New Year's Day": "1 January",
    "New Year's Eve": "31 December", "Valentine's Day": "14 February",
}  # fmt: skip
_PART_OF_A_YEAR = (
    rf"(?=(?:19|20)\d\d\b|(?:{'|'.join(MONTH_NAMES)})\b|(?:the|this|last|next) (?:year|month|week|century)\b)"
)
_COUNT_OF_MONTHS = "two|three|four|five|six|seven|eight|nine|ten|eleven|[2-9]|1[01]"
_OVER_THE = r"\b(?:[Ii]n|[Ff]or|[Oo]ver|[Dd]uring|of|than) the (?:financial |fiscal )?"
"""Before a year that "ended in June"; "the school year ended in June" is a clause."""
_UP_TO_MONTH = rf"(?:(?:to|until|through)(?: the end of)?|end(?:ing|ed)(?: in| at the end of)?) (?={'|'.join(MONTH_NAMES)})"
_AFTER_ADVERB = r"(?= ?(?:[.,;:!?)]|$|(?:to|in|at|by|for|from|on|and|but|since|until|with|about|because|as|when|while|over|after|before|behind)\b))"
"""What follows an adverb; before a noun the same word is an adjective: "met monthly", "a monthly meeting"."""
_ADVERBS = groups_by_word(
    "every month: monthly | every three months: quarterly | every two weeks: fortnightly | every year: yearly"
)
_SPAN = "day|night|week|month|year|morning|evening|weekend"


def _rewrite_span(match: re.Match[str]) -> str:
    return (match["hedge"] or "") + _SPANS[match["span"] or match["bare"]]


def _rewrite_decade(match: re.Match[str]) -> str:
    """Rewrite a decade of somebody's age or of a century: "in her forties", "the late sixties"."""
    tens = DECADES[match["word"]]
    return f"{match['whose']} {match['age']}{tens}0s" if match["whose"] else f"{match['the']}19{tens}0s"


def _rewrite_part_of_year(match: re.Match[str]) -> str:
    part, months = match[1].lower(), {"six": "6", "three": "3"}.get(match[2], match[2])
    return f"{_PARTS['first' if part == 'first' else 'last', months]} of "


def _rewrite_season(match: re.Match[str]) -> str:
    return f"{match[1]}-{match[2]}" if int(match[0][-4:]) == int(match[1]) + 1 else match[0]


def _rewrite_clock_time(match: re.Match[str]) -> str:
    hour = _HOURS.get(match[2]) or int(match[2])
    if match[1] == "quarter to":
        return f"{hour - 1 or 12}:45"
    return f"{hour}:{'30' if match[1] == 'half past' else '15'}"


PERIODS = (
    # A time span in one word, as a duration; but not "$5m a decade", "the last century", "the decade of greed".
    rule(
        "decade century fortnight",
        r"(?<![\w-])(?P<hedge>(?:[Ff]or|[Ii]n|[Oo]ver|[Ww]ithin|[Aa]fter|[Nn]early|[Aa]lmost|[Aa]bout|around|roughly|under|every|(?:[Mm]ore|[Ll]ess|longer) than"
        r"|at least|took|last(?:ed|s|ing)?|spent|spans?|served|(?<!in )[Tt]he (?:past|last|next|first|coming)) )(?:an? (?:full |whole )?|one )?(?P<span>decade|century|fortnight)\b(?<!last century)(?<!first century)"
        r"(?!'s?| (?:of|and a half)\b|-)"
        r"|(?<![\w-])(?<!\bhalf )(?<! of )(?:[Aa] |[Oo]ne )(?P<bare>decade|century|fortnight)(?= (?:ago|later|earlier|before|after|on|older?|in|apart)\b)",
        _rewrite_span,
    ),
    rule(
        "thirties forties fifties sixties seventies eighties nineties",
        r"(?:\b(?P<whose>[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|[Yy]our) (?P<age>(?:early |mid-?|late )?)|\b(?P<the>[Tt]he (?:early |mid-?|late )?)(?:nineteen[- ])?)"
        rf"(?P<word>{'|'.join(DECADES)})\b",
        _rewrite_decade,
    ),
    # Not "the 20s" to "the 40s", which may be of this century.
    rule("00s", r"(?<=\b[Tt]he )((?:early |mid-?|late )?)([5-9]0)(?=s\b)", r"\g<1>19\2"),
    rule("0000s", r"\b(the (?:early |mid-?|late )?)(1[4-8])00s\b", lambda m: f"{m[1]}{int(m[2]) + 1}th century"),
    rule(
        "noon midday midnight",
        r"\b([Aa]t|[Bb]y|before|after|until|till|since|from|around|about|and|to) (?:12 )?(noon|midday|midnight)\b(?! [a-z]*(?:prayer|mass|meal|sun|train|bus|express|oil)s?\b)",
        lambda m: f"{m[1]} {_HOUR[m[2]]}",
    ),
    rule("past quarter", rf"\b(?:a )?(half past|quarter past|quarter to) ({'|'.join(_HOURS)}|1?\d)\b", _rewrite_clock_time),
    rule("H0 0H", r"\b(?:H([12])|([12])H)(?= (?:of )?(?:(?:19|20)\d\d|FY))", lambda m: f"{'first' if (m[1] or m[2]) == '1' else 'second'} half"),
    # A period up to a month: "the 12 months ending in June".
    rule("months", rf"({_OVER_THE})(?:12|twelve) months (?={_UP_TO_MONTH})", r"\1year "),
    rule("months year quarter", rf"({_OVER_THE}(?:(?:{_COUNT_OF_MONTHS}) months|year|quarter)) {_UP_TO_MONTH}", r"\1 to "),
    rule("previous preceding", r"\b(from|with|than) the (?:previous|preceding) (week|month|quarter|year)(?=[.,;:)]|$| (?:to|in|by|when|after|as|and|but)\b)", r"\1 a \2 earlier"),
    rule("months", r"\b([Ff]irst|[Ll]ast|[Ff]inal) (six|three|6|3) months of (?=(?:19|20)\d\d\b|(?:the|this|last|next) year\b)", _rewrite_part_of_year),
    # The years of a financial year or a season: "2023-2024", which is "2023-24".
    rule("0000-0000 0000/0000", r"\b((?:19|20)\d\d)[-/](?:19|20)(\d\d)\b(?!-)", _rewrite_season),
    rule("between_0000 from_0000", r"\b(?:[Bb]etween ((?:19|20)\d\d) and|[Ff]rom ((?:19|20)\d\d) (?:until|till|through)) (?=(?:19|20)\d\d\b)", lambda m: f"from {m[1] or m[2]} to "),
    rule("early", rf"\b(?:[Ee]arly in|[Ii]n early) {_PART_OF_A_YEAR}", "at the start of "),
    rule("late towards", rf"\b(?:[Ll]ate in|[Ii]n late|[Tt]owards the end of) {_PART_OF_A_YEAR}", "at the end of "),
    rule("mid midway halfway", rf"\b(?:[Mm]id-? ?|(?<![Ii]n )(?:[Mm]id|[Hh]alf)way through ){_PART_OF_A_YEAR}", "in the middle of "),
    rule("mid midway halfway", r"\b([Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Tt]ill|[Ff]rom|[Tt]o|[Oo]f|[Ff]or|[Bb]efore|[Aa]fter|[Aa]round|[Aa]bout) in (?=the middle of\b)", r"\1 "),
    rule("christmas boxing year valentine", r"\b(?:Christmas (?:Day|Eve)|Boxing Day|New Year's (?:Day|Eve)|Valentine's Day)\b", lambda m: _HOLIDAYS[m[0]]),
    rule("0/00", r"\b([Tt]he|on|since|after|before|of) 9/11(?![\d/])", r"\1 September 11"),
    # Frequencies.
    rule("each", rf"\b([Ee])ach (?={_SPAN}\b)(?! of\b)", lambda m: "Every " if m[1] == "E" else "every "),
    rule("other second", rf"\b([Ee]very) (?:other|second) ({_SPAN})\b", r"\1 two \2s"),
    rule("once", rf"\b[Oo]nce (?:an?|per|every|each) (?={_SPAN}|quarter|fortnight|two|three)", "every "),
    rule("monthly quarterly fortnightly yearly", rf"(?<=[a-z] )(monthly|quarterly|fortnightly|yearly){_AFTER_ADVERB}", lambda m: _ADVERBS[m[1]]),
    rule("quarter", r"\bevery quarter\b", "every three months"),
    rule("fortnight", r"\bevery fortnight\b", "every two weeks"),
    rule("00/0 00_hours night", r"\b24/7\b|\b24 hours (?:a|per) day\b|\bday and night\b", "around the clock"),
)  # fmt: skip
