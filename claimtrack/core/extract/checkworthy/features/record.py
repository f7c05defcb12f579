"""What somewhere a record tells (rules, official deeds, papers, research), and what none does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy import recorded as r
from claimtrack.core.extract.checkworthy import telling as t
from claimtrack.core.extract.checkworthy.features.registry import (
    INDIRECT,
    OUTLET,
    SPOKEN,
    WRITTEN,
    feature,
    words,
)
from claimtrack.core.extract.checkworthy.sentence import MAY_QUOTE
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.extract.words.reading import just_behind
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_THEM = "(?:them|these|those|the|its|his|her|their|our|my)"
_SO_MANY = (
    "two three four five six seven eight nine ten most half third thirds quarter quarters fifth fifths none some all one many several few"
    " each both"
)
_SO_MANY_WORDS = frozenset(_SO_MANY.split())
_SO_MANY_OF = expression(rf" of {just_behind(_SO_MANY, ' of ')}{_THEM}\b")
_FIGURE_OF = expression(rf"\d(?<!\w\d)\d*+ of {_THEM}\b")
_WHO = expression(r", who(?:se|m)?\b")
_IN_MARKS = expression(f" {just_behind('was were is are as be been a an had the')}[\"“'‘]")
_PASSIVE = expression(
    rf" {just_behind('was were been being is are be')}(?:not |never |\w+ly )?(\w+(?:ed|en|wn|lt|pt|nt))\b"
)
_NOT_ONE = expression(r"(?:no(?<=\bno)(?: such|t (?:a single|one))|any such)\b")
_IS_OR_HAS = expression(r"(?:and |but )?s?he (?:has|is|had been)\b")
_HOW_MUCH = expression(r"how (?<=\bhow )(?:much|many|often|long|far|large|big)\b")

words(1, "rules", "about a law, a rule, a contract or a permit", r.RULES)
words(5, "ruling", "what is required, allowed or forbidden", r.RULING)
words(10, "official_deed", "an official deed: ordered, signed, filed, fined", r.OFFICIAL_DEEDS, only=OUTLET)
words(3, "deed_as_told", "an official deed, as somebody tells it", r.OFFICIAL_DEEDS, only=INDIRECT | SPOKEN)
words(3, "in_writing", "what was written down", r.WRITTEN_DOWN)
words(2, "research", "about a study, data, a test or an inspection", r.RESEARCH, only=WRITTEN)
words(5, "scheme", "about a plan, a draft or a bill", r.SCHEMES, only=WRITTEN)
words(5, "workings", "how a thing works, and what it holds", r.WORKINGS)
words(4, "dated", "a month or a day of the week", r.DAYS_AND_MONTHS)
words(1, "measured", "a measure, an average, nearly so much", r.MEASURES)
words(8, "accusing", "an accusation: accused, blamed, hid, failed, lied", r.ACCUSING, r.MISDEEDS, quoted=True)
words(6, "told", "what somebody was told", r.TOLD)
words(2, "none", "tells of none: no, never, without, nothing", r.NO)


@feature(6, r.OF)
def so_many_of(s: Sentence) -> bool:
    """so many of them"""
    if not s.bag.isdisjoint(_SO_MANY_WORDS) or "-" in s.lower:
        return _SO_MANY_OF.search(s.lower) is not None or _FIGURE_OF.search(s.lower) is not None
    return s.has_digit and _FIGURE_OF.search(s.lower) is not None


@feature(3, v.PAST_BE, t.BE, only=INDIRECT | SPOKEN)
def passive(s: Sentence) -> bool:
    """what was or is done to somebody or something"""
    return not v.NOT_PAST.issuperset(_PASSIVE.findall(s.lower))


words(14, "not_one", "not one, no such thing", r.SUCH_OR_ONE, found=_NOT_ONE)
words(-10, "kin", "about somebody's family", r.KIN)
words(-14, "ought", "what ought to be", r.OUGHT, only=WRITTEN)
words(-13, "commenting", "about a comment or a spokesperson", r.COMMENT, only=WRITTEN)
words(-7, "weighing", "what is considered, hoped for or likely", r.WEIGHING, only=WRITTEN)
words(-6, "enough", "too much, enough, everything, something", r.ENOUGH)


@feature(-2, r.ASKING_WHY)
def why(s: Sentence) -> bool:
    """tells why, how or what"""
    return _HOW_MUCH.search(s.lower) is None


@feature(-7, r.ASKING_WHY, only=OUTLET)
def why_by_the_outlet(s: Sentence) -> bool:
    """the outlet itself tells why, how or what"""
    return why(s)


words(-5, "who", "tells besides who somebody is", r.WHO, found=_WHO, only=WRITTEN)


@feature(-5, t.HE_SHE, only=WRITTEN)
def he_or_she(s: Sentence) -> bool:
    """about him or her, unless it begins with he is or she has"""
    return not s.begins(t.HE_SHE) or (s.kind is Kind.OUTLET and _IS_OR_HAS.match(s.lower) is None)


@feature(-6, MAY_QUOTE, only=WRITTEN)
def in_marks(s: Sentence) -> bool:
    """a verdict in quotation marks"""
    return _IN_MARKS.search(s.text) is not None
