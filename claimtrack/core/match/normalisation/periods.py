"""When, how long and how often, in the words in which that is read: "a fortnight", "noon", "the nineties", "H1 2023", "monthly"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.calendar_words import MONTH_NAMES
from claimtrack.core.match.normalisation.rules import rule

if TYPE_CHECKING:
    import re

_SPANS = {"decade": "ten years", "century": "100 years", "fortnight": "two weeks"}
_DECADES = {
    word: str(tens)
    for tens, word in enumerate(
        ("thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties"), 3
    )
}
_HOUR = {"noon": "12:00", "midday": "12:00", "midnight": "00:00"}
_HOURS = {
    word: at
    for at, word in enumerate("one two three four five six seven eight nine ten eleven twelve".split(), 1)
}
_PARTS = {
    ("first", "6"): "first half", ("last", "6"): "second half", ("first", "3"): "first quarter", ("last", "3"): "fourth quarter",
}  # fmt: skip
_FEASTS = {
    "Christmas Day": "25 December", "Christmas Eve": "24 December", "Boxing Day": "26 December", "New Year's Day": "1 January",
    "New Year's Eve": "31 December", "Valentine's Day": "14 February",
}  # fmt: skip
_PART_OF_A_YEAR = (
    rf"(?=(?:19|20)\d\d\b|(?:{'|'.join(MONTH_NAMES)})\b|(?:the|this|last|next) (?:year|month|week|century)\b)"
)
_BEHIND = r"(?= ?(?:[.,;:!?)]|$|(?:to|in|at|by|for|from|on|and|but|since|until|with|about|because|as|when|while|over|after|before|behind)\b))"
"""Behind an adverb, where the same word before a noun is its attribute: "met monthly", "a monthly meeting"."""
_ADVERBS = {
    "monthly": "every month", "quarterly": "every three months", "fortnightly": "every two weeks", "yearly": "every year",
}  # fmt: skip
_SPAN = "day|night|week|month|year|morning|evening|weekend"


def _span(found: re.Match[str]) -> str:
    return (found["hedge"] or "") + _SPANS[found["span"] or found["bare"]]


def _decade(found: re.Match[str]) -> str:
    """Somebody's age or a time: "in her forties", "the late sixties"."""
    tens = _DECADES[found["word"]]
    return f"{found['whose']} {found['age']}{tens}0s" if found["whose"] else f"{found['the']}19{tens}0s"


def _part(found: re.Match[str]) -> str:
    which, many = found[1].lower(), {"six": "6", "three": "3"}.get(found[2], found[2])
    return f"{_PARTS['first' if which == 'first' else 'last', many]} of "


def _season(found: re.Match[str]) -> str:
    return f"{found[1]}-{found[2]}" if int(found[0][-4:]) == int(found[1]) + 1 else found[0]


def _minutes_past(found: re.Match[str]) -> str:
    hour = _HOURS.get(found[2]) or int(found[2])
    if found[1] == "quarter to":
        return f"{hour - 1 or 12}:45"
    return f"{hour}:{'30' if found[1] == 'half past' else '15'}"


PERIODS = (
    # A span of time that is one word, where it tells how long; but "$5m a decade", "the last century", "the decade of greed".
    rule(
        "decade century fortnight",
        r"(?<![\w-])(?P<hedge>(?:[Ff]or|[Ii]n|[Oo]ver|[Ww]ithin|[Aa]fter|[Nn]early|[Aa]lmost|[Aa]bout|around|roughly|under|every|(?:[Mm]ore|[Ll]ess|longer) than"
        r"|at least|took|last(?:ed|s|ing)?|spent|spans?|served|(?<!in )[Tt]he (?:past|last|next|first|coming)) )(?:an? (?:full |whole )?|one )?(?P<span>decade|century|fortnight)\b(?<!last century)(?<!first century)"
        r"(?!'s?| (?:of|and a half)\b|-)"
        r"|(?<![\w-])(?<!\bhalf )(?<! of )(?:[Aa] |[Oo]ne )(?P<bare>decade|century|fortnight)(?= (?:ago|later|earlier|before|after|on|older?|in|apart)\b)",
        _span,
    ),
    rule(
        "thirties forties fifties sixties seventies eighties nineties",
        r"(?:\b(?P<whose>[Hh]is|[Hh]er|[Tt]heir|[Mm]y|[Oo]ur|[Yy]our) (?P<age>(?:early |mid-?|late )?)|\b(?P<the>[Tt]he (?:early |mid-?|late )?)(?:nineteen[- ])?)"
        rf"(?P<word>{'|'.join(_DECADES)})\b",
        _decade,
    ),
    # The twenties to forties in two figures may be of this century.
    rule("0s", r"(?<=\b[Tt]he )((?:early |mid-?|late )?)([5-9]0)(?=s\b)", r"\g<1>19\2"),
    rule("00s", r"\b(the (?:early |mid-?|late )?)(1[4-8])00s\b", lambda m: f"{m[1]}{int(m[2]) + 1}th century"),
    rule(
        "noon midday midnight",
        r"\b([Aa]t|[Bb]y|before|after|until|till|since|from|around|about|and|to) (?:12 )?(noon|midday|midnight)\b(?! [a-z]*(?:prayer|mass|meal|sun|train|bus|express|oil)s?\b)",
        lambda m: f"{m[1]} {_HOUR[m[2]]}",
    ),
    rule("past quarter", rf"\b(?:a )?(half past|quarter past|quarter to) ({'|'.join(_HOURS)}|1?\d)\b", _minutes_past),
    rule("H1 H2", r"\bH([12])(?= (?:of )?(?:(?:19|20)\d\d|FY))", lambda m: f"{'first' if m[1] == '1' else 'second'} half"),
    rule("months", r"\b([Ff]irst|[Ll]ast|[Ff]inal) (six|three|6|3) months of (?=(?:19|20)\d\d\b|(?:the|this|last|next) year\b)", _part),
    # The years that a financial year or a season lies in: "2023-2024", which is "2023-24".
    rule("-20 /20 -19 /19", r"\b((?:19|20)\d\d)[-/](?:19|20)(\d\d)\b(?!-)", _season),
    rule("etween_1 etween_2 rom_1 rom_2", r"\b(?:[Bb]etween ((?:19|20)\d\d) and|[Ff]rom ((?:19|20)\d\d) (?:until|till|through)) (?=(?:19|20)\d\d\b)", lambda m: f"from {m[1] or m[2]} to "),
    rule("early", rf"\b(?:[Ee]arly in|[Ii]n early) {_PART_OF_A_YEAR}", "at the start of "),
    rule("late towards", rf"\b(?:[Ll]ate in|[Ii]n late|[Tt]owards the end of) {_PART_OF_A_YEAR}", "at the end of "),
    rule("mid midway halfway", rf"\b(?:[Mm]id-? ?|(?<![Ii]n )(?:[Mm]id|[Hh]alf)way through ){_PART_OF_A_YEAR}", "in the middle of "),
    rule("mid midway halfway", r"\b([Ii]n|[Bb]y|[Ss]ince|[Uu]ntil|[Tt]ill|[Ff]rom|[Tt]o|[Oo]f|[Ff]or|[Bb]efore|[Aa]fter|[Aa]round|[Aa]bout) in (?=the middle of\b)", r"\1 "),
    rule("christmas boxing year valentine", r"\b(?:Christmas (?:Day|Eve)|Boxing Day|New Year's (?:Day|Eve)|Valentine's Day)\b", lambda m: _FEASTS[m[0]]),
    rule("9/11", r"\b([Tt]he|on|since|after|before|of) 9/11(?![\d/])", r"\1 September 11"),
    # How often.
    rule("each", rf"\b([Ee])ach (?={_SPAN}\b)(?! of\b)", lambda m: "Every " if m[1] == "E" else "every "),
    rule("other second", rf"\b([Ee]very) (?:other|second) ({_SPAN})\b", r"\1 two \2s"),
    rule("once", rf"\b[Oo]nce (?:an?|per|every|each) (?={_SPAN}|quarter|fortnight|two|three)", "every "),
    rule("monthly quarterly fortnightly yearly", rf"(?<=[a-z] )(monthly|quarterly|fortnightly|yearly){_BEHIND}", lambda m: _ADVERBS[m[1]]),
    rule("quarter", r"\bevery quarter\b", "every three months"),
    rule("fortnight", r"\bevery fortnight\b", "every two weeks"),
    rule("24/7 24 night", r"\b24/7\b|\b24 hours (?:a|per) day\b|\bday and night\b", "around the clock"),
)  # fmt: skip
