"""Rewrite rules for numbers and their bounds: ".5", "km²", "Q2", "2020-03-12", ">300", "3 in every 1,000", "to 8 from 5"."""

from __future__ import annotations

from decimal import Decimal
from re import IGNORECASE
from typing import TYPE_CHECKING

from claimtrack.core.language.calendar_words import (
    MONTH_NAMES,
    SHORT_MONTHS,
    SHORT_WEEKDAYS,
    WEEKDAY_NAMES,
    expand_two_digit_year,
    month_number,
)
from claimtrack.core.language.word_lists import MAGNITUDES, NUMBER_WORDS, groups_by_word, words_of
from claimtrack.core.match.normalisation.rules import rule
from claimtrack.core.match.words.languages import has_foreign_words

if TYPE_CHECKING:
    import re


_SCALES = {"C": " degrees celsius", "F": " degrees fahrenheit"}
_SQUARED = {"km": "kilometres", "m": "metres", "ft": "feet"}
_POWERS = {"2": "square", "3": "cubic"}
_UNITS = {
    "km": "kilometres", "m": "metres", "cm": "centimetres", "mm": "millimetres", "ft": "feet", "mi": "miles",
}  # fmt: skip
_RANKS = ("first", "second", "third", "fourth")
_MILLIARDS = {"M": " millions €"}
_SHORT = "|".join(month.title() for month in SHORT_MONTHS if month != "may")
_SHORT_DAY = "|".join(day.title() for day in SHORT_WEEKDAYS)
_COINS = {"$": " dollars", "£": " pounds", "€": " euros"}
_NUMBERED = words_of(
    "day week month year hour patient phase type class level stage grade category step ground version "
    "article section chapter rule number no group team ward district parish zone sector area room platform "
    "gate line route terminal channel base"
)
"""After these a nought is a number like any other: "phase 0 trials"."""


_CHARACTERS_BEFORE_NOUGHT = 12
"""Number of characters before a nought in which such a word is looked for."""
_LAST_MONTH, _LAST_DAY = 12, 31


def _rewrite_nought(match: re.Match[str]) -> str:
    """Return a nought as "zero", unless it numbers something: "phase 0"."""
    before = match.string[max(0, match.start() - _CHARACTERS_BEFORE_NOUGHT) : match.start()].split()
    numbered = bool(before) and before[-1].lower() in _NUMBERED
    return match[0] if numbered else f"zero{_COINS.get(match[1], '')}"


def _spell_power(match: re.Match[str]) -> str:
    power, unit = (match[2], match[1].lower()) if match[1] else ("2", "m")
    return f" {_POWERS[power]} {_UNITS[unit]}"


def _rewrite_date(match: re.Match[str]) -> str:
    """Return a date in words if only one of its numbers can be the month; unchanged if both can."""
    first, second = int(match[1]), int(match[3])
    if match[2] == "." or first > _LAST_MONTH >= second:  # dates with dots have the day first
        day, month = first, second
    elif second > _LAST_MONTH >= first:
        day, month = second, first
    else:
        return match[0] if first != second else _date_in_words(match[4], first, second)
    return (
        _date_in_words(match[4], month, day)
        if 0 < month <= _LAST_MONTH and 0 < day <= _LAST_DAY
        else match[0]
    )


def _date_in_words(year: str, month: int, day: int) -> str:
    return f"{day} {MONTH_NAMES[month - 1]} {year}" if month and day else year


def _spell_duration(match: re.Match[str]) -> str:
    """Return a duration in words: "2:14:04" as "2 hours 14 minutes 4 seconds"."""
    parts = zip(match.groups(), ("hour", "minute", "second"), strict=True)
    counted = ((count.removeprefix("0"), unit) for count, unit in parts if count)
    return " ".join(f"{count} {unit}{'s' * (count != '1')}" for count, unit in counted)


_PARTS_OF_A_POINT = {"half": "0.5", "quar": "0.25", "thre": "0.75"}
_COUNT = rf"\d{{1,3}}|(?i:{'|'.join(NUMBER_WORDS)})"
_NO_CLOCK = r"(?![\d:]|\.\d| ?(?:am|pm|a\.m|p\.m|GMT|UTC|[A-Z]{1,2}S?T)\b)"
"""What does not follow a duration."""


def _expand_myriads(match: re.Match[str]) -> str:
    """Return a number in ten thousands or hundred millions in digits: "1万5000" is 15000."""
    number = Decimal(match[1].replace(",", "")) * _MYRIADS[match[2]] + int(match[3] or 0)
    return f"{number:f}".removesuffix(".0")


_MYRIADS = {**dict.fromkeys("万萬만", 10**4), **dict.fromkeys("億亿억", 10**8)}


def _drop_thousands_points(match: re.Match[str]) -> str:
    """Return a number without the points that separate thousands in other languages: "3.500 millones" is 3500 million there."""
    return f"{match[1]}{match[2]}" if has_foreign_words(match.string) else match[0]


DECIMALS = (
    # ".5" is a half, whatever precedes it, and ",5" where decimals have a comma; "said.5" is a glued full stop.
    rule("_,0 .0", r"(?<![^\W_])(?<![.,])\.(?=\d)|(?<=\s),(?=\d{1,2}(?!\d))", "0."),
)  # fmt: skip
NUMERALS = (
    rule("metric", r"\bmetric ton(?:ne)?s?\b", "tonnes"),
    rule("° degree_C degree_F degrees_C degrees_F", r"(?:\s?°\s?|(?<=\d) degrees? )([CF])(?![^\W_])", lambda m: _SCALES[m[1]]),
    # Zero as a count: "0 cases", "$0"; but no point on a scale, "0 degrees", and no score.
    rule("0", r"0(?<![\w.,:/+$£€-]0)(?<![$£€] 0)(?= (?!(?:degrees|celsius|fahrenheit|kelvin|percent|per cent|points|to|and|or|in|out)\b)[a-z])|([$£€])(?<![\w.,:/+$£€-].)(?<![$£€] .)0(?![\w.,:/%-])", _rewrite_nought),
    # Signs of square and cubic units: "km²", already "km^2", and "5 km2"; but not the M2.
    rule("^ m0 sqm", r"(?i)(?<![^\W\d_])(?:(km|cm|mm|m|ft|mi)(?:\^|(?<=\d\skm)|(?<=\dkm)|(?<=\d\sm)|(?<=\dm)|(?<=illion\skm)|(?<=illion\sm))([23])|sqm)(?![^\W_])", _spell_power),
    rule("sq sqkm sqm sqft sqmile sqmiles", r"(?i)\bsq\.? ?(km|m|ft|miles?)\b", lambda m: f"square {_SQUARED.get(m[1].lower(), m[1])}"),
    rule("0_mi", r"(?<=\d )mi\b", "miles"),
    rule("covid", r"(?i)\b(covid)[- ]?19\b", r"\1"),
    # Age groups of teams.
    rule("U00 U-00", r"\bU-?(1[5-9]|2[0-3])(?:s\b|\b)", r"under \1"),
    # Naira, but not the N5 road; won, but not "1 million won by a widow".
    rule("N0", r"\bN(?=\d{1,3}(?:,\d{3})+\b|\d+(?:\.\d+)? ?(?:bn|m|tn|trn|[bmtr]{1,2}illion)\b|\d+\.\d\d\b)", "₦"),
    rule("won", r"(?<![$£€¥₹\w.,])(\d[\d.,]* ?(?:[mbtr]{1,2}illion|bn|tn|trn)) won(?=[.,;:)]|$| (?:on|for|per|worth|of|a (?:day|week|month|year))\b)", r"\1 krw"),
    rule("bpd b/d", r"(\d|illion|\dm|\dmn|\dbn) ?b(?:pd|/d)\b", r"\1 barrels a day"),
    rule("barrels", r"\bbarrels of ((?:[a-z]+ )?[a-z]+) (?:a|per|each) day\b", r"barrels a day of \1"),
    # How long something took: "2:14:04", "3:52.61", "2h14m04s"; but not "at 12:30:05".
    rule("0:00:00", rf"(?<![\d:.])(?<!\bat )(\d{{1,2}}):([0-5]\d):([0-5]\d(?:\.\d+)?){_NO_CLOCK}", _spell_duration),
    rule("0:00.0", rf"(?<![\d:.])()(\d{{1,2}}):([0-5]\d\.\d+){_NO_CLOCK}", _spell_duration),
    rule("0h", r"(?<![\w.])(\d{1,2}) ?h(?:rs?)? ?(\d{1,2}) ?m(?:ins?)?(?: ?(\d{1,2}(?:\.\d+)?) ?s(?:ecs?)?)?\b", _spell_duration),
    # "A quarter point", "half a percentage point".
    rule("point", r"\b(?:an? )?(half|quarter|three[ -]quarters?)(?:(?: of)? an? |[ -])(percentage )?point\b", lambda m: f"{_PARTS_OF_A_POINT[m[1][:4].lower()]} {m[2] or ''}points", IGNORECASE),
    rule("votes", rf"(?<![^\W_])({_COUNT}) votes (?:to|against) (?=(?:{_COUNT})(?![^\W_]|[.,]\d|%))", r"\1 to "),
    rule("0x0 0_x_0 ×", r"\b(\d) ?[x×] ?(\d{3,4})[ -]?m(?:et(?:re|er)s?)?\b", r"\1 by \2 metres"),
    rule("Q0 0Q", r"\b(?:Q([1-4])|([1-4])Q)\b", lambda m: f"{_RANKS[int(m[1] or m[2]) - 1]} quarter"),
    rule("pp pps ppt ppts bp bps", r"(?<=\d) ?(?:(pps?|ppts?)|bps?)(?![^\W_])", lambda m: f" {'percentage' if m[1] else 'basis'} points"),
    # Pence, "80p", but not the resolution of a video.
    rule("error", r"(?i)\b((?:margin of (?:sampling )?error|error margin)\b[^.;]{0,40}?\w(?:\.\d+)?) (?:percentage |(?<=\d ))points?\b", r"\1 percent"),
    rule("0p", r"(?<=\d)p(?![^\W_])(?<!480p)(?<!720p)(?<!080p)", " pence"),
    rule("euros", "d'euros", "euros"),
    rule("€", r"(?<=\d)\s?(Mds?|M)\s?€", lambda m: _MILLIARDS.get(m[1], " milliards €")),
    rule(
        "'00",
        r"(?:(?<=\b[iI]n )|(?<=\b[sS]ince )|(?<=\b[uU]ntil )|(?<=\bof ))'([0-9]\d)\b(?!')|(?<=\bthe )'([2-9]0)(?=s\b)",
        lambda m: str(expand_two_digit_year(int(m[1] or m[2]))),
    ),
    # An abbreviated month next to its day or year.
    rule(_SHORT.lower().replace("|", " "), rf"\b({_SHORT})\b\.?(?=,? ?\d)|(?<=\d )({_SHORT})\b\.?", lambda m: MONTH_NAMES[month_number(m[1] or m[2]) - 1]),
    rule(_SHORT_DAY.lower().replace("|", " "), rf"(?i:\b(on|by(?! sun\b)|until|since|before|after|next|last|this) )({_SHORT_DAY})\b\.?(?! [A-Z]|(?<=S..) [a-z]+s\b)", lambda m: f"{m[1]} {WEEKDAY_NAMES[SHORT_WEEKDAYS[m[2].lower()] - 1]}"),
    rule("-00-00", r"\b((?:19|20)\d\d)-(0\d|1[0-2])-([0-2]\d|3[01])\b", lambda m: _date_in_words(m[1], int(m[2]), int(m[3]))),
    rule("/0000 .0000", r"(?<![\d/.])(\d{1,2})([/.])(\d{1,2})\2((?:19|20)\d\d)(?![\d/])", _rewrite_date),
    # As written in other languages: "150万", "%12", "yüzde 12", "百分之12", "12 في المئة".
    rule("万 萬 億 亿 만 억", r"(\d+(?:,\d{3})*(?:\.\d+)?)([万萬億亿만억])(\d{1,4}(?!\d))?", _expand_myriads),
    rule("% yüzde 百分", r"(?i)(?:(?<![^\W_])(?:yüzde |(?<!\d)%)|百分之) ?(\d+(?:[.,]\d+)?)(?![\d.,]*\d|\s?%)", r"\1%"),
    rule("في", r"(?<=\d) ?في ?ال(?:مئة|مائة|مية)", "%"),
    rule("mil_", r"(?i)\bmil (?=millones|milhões|milioni)(?:millones|milhões|milioni)", lambda m: "milliarden" if has_foreign_words(m.string) else m[0]),
    rule(".0", r"(?<![\d.,])(\d{1,3})\.(\d{3})(?![\d.]|,\d{3})", _drop_thousands_points),
)  # fmt: skip


_WORDS = "|".join((*NUMBER_WORDS, "half", "dozen", *(word for word in MAGNITUDES if word.isascii())))
_FIGURE = r"[$£€]?\d(?:[\d.,]*\d)?"
_SCALE = r"(?:bn|m|k|tn|(?:b|m|tr)illion|thousand)\b"
_SUM = rf"({_FIGURE}(?: ?(?:%|per ?cent|percentage points|{_SCALE}))?)(?![\w%])"
_NUMBER = rf"(?:{_FIGURE}|(?:an? )?(?:{_WORDS})\b|an? (?:third|quarter|fifth|tenth)\b)"
_MANY = r"(?:(?:an? |one )?(?:hundred|thousand|million)\b|10*,000\b)"
_EACH_OF = r"(?:every|each)(?! one\b(?! (?:hundred|thousand|million)))"
""" "In every ten", but not "of every one of the ten"."""

_AGE = rf"(?:\d{{1,2}}|(?:{'|'.join(NUMBER_WORDS)}))"
_ORDINAL = groups_by_word("two: second | three: third | four: fourth | five: fifth | six: sixth | ten: tenth")

BOUNDS = (
    rule("> excess upward upwards", rf"\b(?:[Ii]n excess of|[Uu]pwards? of) (?={_NUMBER})|(?<![\w<>=-])> ?(?=[$£€]?\d)", "more than "),
    rule("<", r"(?<![\w<>=-])< ?(?=[$£€]?\d)", "less than "),
    rule("≥", r"≥ ?(?=[$£€]?\d)", "at least "),
    rule("≤", r"≤ ?(?=[$£€]?\d)", "at most "),
    rule(
        "and_over and_above and_older and_under and_younger and_below",
        r"\b(?:(aged? \d+|\d+(?: years)?(?= and (?:older|younger)\b)) and (over|above|older|under|younger|below)\b(?! (?:[\d$£€]|the\b|an?\b|pressure\b|arrest\b))"
        r"|(?<!between )(\d+(?: years)?) and (over|above)(?=[.,;:)]|$| (?:who|must|have|has|had|will|can|could|may|are|is|were|was|should|would|in|at|to|for|with)\b))",
        lambda m: f"{m[1] or m[3]} or {m[2] or m[4]}",
    ),
    rule("+", rf"(?<![\w.,+-])({_FIGURE}(?: ?(?:{_SCALE}|%))?)\+(?![\w+.])", r"\1 or more"),
    rule("single", r"\bby a single (?=\w)", "by one "),
    # "One of every ten" and "three per thousand" are shares like those with "in".
    rule("every each per out", rf"(?<= )(?:(?:in|(?:out )?of) {_EACH_OF}|out of(?= {_MANY})|per(?= (?:mille|thousand|1,000)\b)) (?={_NUMBER}|mille\b)", "in "),
    rule("hundred thousand million", r"(?<= in )(?=(?:hundred|thousand|million)\b)", "a "),
    rule("mille", r"(?<= in )mille\b", "1,000"),
    rule("thirds quarters fifths", r"\ba (two-thirds|three-quarters|three-fifths) majority\b", r"a majority of \1"),
    # The ends of a range, and a change that names its end first: "rose to 8,000 from 5,000".
    rule("$ £ €", rf"([$£€])(?<![\w.,-].)({_FIGURE}) ?[-–] ?(?:\1)?({_FIGURE}) ?({_SCALE})", r"\1\2\4 to \1\3\4"),
    rule("$ £ €", rf"([$£€](?<![\w.,-].){_FIGURE} ?(?:{_SCALE})?) ?[-–] ?(?=[$£€]\d)", r"\1 to "),
    rule("between_$ between_£ between_€", r"\b[Bb]etween ([$£€][\w.,]*\w(?: [mbt]r?illion)?) and (?=[$£€]\d)", r"\1 to "),
    rule("from_0 from_.0 from_,0 from_$ from_£ from_€", rf" to {_SUM},? (?:(?:up|down) )?from {_SUM}(?=[ .,;!?]|:(?!\d)|$)", r" from \2 to \1"),
    rule("from_0 from_.0 from_,0", r"(?<=\b[Ff]rom )(\d+(?:\.\d+)?)( ?(?:%|per ?cent)) to (\d+(?:\.\d+)?)(?![.,]?\d)(?= ?(?:[.,;:)]|$|(?:in|on|by|against|for|after|at)\b))", r"\1\2 to \3\2"),
    rule("below", rf"\b(\d+|(?:{_WORDS})) degrees( [Cc]elsius| [Ff]ahrenheit)? below zero\b", lambda m: f"minus {m[1]} degrees{m[2] or ''}"),
    rule("occasions", rf"\bon ((?:{'|'.join(NUMBER_WORDS)})|\d+) (?:separate |different |several )?occasions\b", r"\1 times"),
    rule(
        "every",
        r"\b([Nn]early|[Aa]lmost|[Rr]oughly|[Vv]irtually|[Pp]ractically) every (second|third|fourth|fifth|sixth|tenth) (?!(?:day|night|week|month|year|time)\b)(?=[a-z])",
        lambda m: f"{m[1]} one in {_ORDINAL[m[2]]} ",
    ),
    # The noun after "highest" does not matter.
    rule(
        "highest lowest largest biggest smallest",
        r"\b((?:high|low|larg|bigg|small)est) (?:figure|rate|level|number|reading|value|total|count)(?= (?:ever|on record|since|in|for|recorded|so far)\b)",
        r"\1 level",
    ),
    # "Not one has": "no".
    rule("not", r"\b([Nn])ot (?:one|a single) (?!of\b|but\b|and\b|or\b|\w+ but\b)(?=[a-z])", r"\1o "),
    rule("years", rf"\b(is|was|are|were|turned|turns) (\d\d?|(?:{_WORDS})(?:-\w+)?) years (?:old|of age)(?= ?(?:[.,;:!?)]|$|(?:when|at|and|but|now)\b))", r"\1 \2"),
    rule("years", r" years of age\b", " years old"),
    # Ages from one to another: "between the ages of 5 and 11", "aged 5-11"; but not "two girls, ages 5 and 11".
    rule(
        "aged ages",
        rf"\b(?:(?:[Aa]ge[ds] (?:between|from)|(?:[Bb]etween|[Ff]rom) the ages of) ({_AGE}) ?(?:and|to|-)|[Aa]ge[ds] ({_AGE}) ?(?:to|-)) ?(?={_AGE}\b)",
        lambda m: f"aged {m[1] or m[2]} to ",
    ),
)  # fmt: skip
