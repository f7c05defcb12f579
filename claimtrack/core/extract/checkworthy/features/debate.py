"""What a speaker in a political debate says of himself and of others: deeds, stands and records against talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy import issues
from claimtrack.core.extract.checkworthy.features.registry import SPOKEN, feature, words
from claimtrack.core.extract.checkworthy.sentence import LOOKING_BACK
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.extract.words.reading import just_behind

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_OWN_DEED = expression(
    f" {just_behind('i we')}"
    r"(?:[a-z]+ly |never |also )?(?:[a-z]{3,}ed|cut|spent|built|sent|made|gave|took|put|led|won|lost|ran|went|came|wrote|did|got|brought)\b"
)
_UNDER_WAY = expression(
    f" (?:{just_behind('is are')}|(?<='re ))"
    r"(?:now |not |still |already |also )?(?!(?:going|trying|talking)\b)[a-z]{2,}ing\b"
)
_YEAR = expression(r"\b(?:1[89]|20)\d\d\b")
_STRETCH = expression(
    r"\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|ninety) (?:\w+ )?"
    r"(?:seconds|minutes?|hours?|days?|weeks?|months?|years?)\b"
)
_EXACT = expression(r"\d{3,}(?<!\b1[89]\d\d)(?<!\b20\d\d)|\d,\d{3}|\d\.\d")

words(5, "own_deed", "what the speaker did", *LOOKING_BACK, found=_OWN_DEED, only=SPOKEN)


@feature(5, issues.STANDS)
def own_stand(s: Sentence) -> bool:
    """what the speaker stood for or against"""
    return s.follows(issues.SPEAKERS, issues.STANDS)


@feature(10, issues.MY)
def own_office(s: Sentence) -> bool:
    """the speaker's own office, record or home"""
    return s.follows(issues.MY, issues.OWN_OFFICE)


@feature(5, issues.HOLDS, only=SPOKEN)
def their_stand(s: Sentence) -> bool:
    """what others want, say or would do"""
    return s.follows(issues.PERSONS, issues.HOLDS)


words(5, "backing", "who supports what", issues.BACKING, only=SPOKEN)
words(2, "not_done", "what is not so, or not done", issues.NOT_DONE, only=SPOKEN)
words(6, "under_way", "what is under way", issues.PROGRESS, found=_UNDER_WAY, only=SPOKEN)
words(
    -8,
    "being_done",
    "what is being done, as somebody puts it",
    issues.PROGRESS,
    found=_UNDER_WAY,
    only=SPOKEN,
    quoted=True,
)


@feature(11, issues.UP_OR_DOWN)
def up_or_down(s: Sentence) -> bool:
    """gone up or down"""
    return s.follows(issues.MOVING, issues.UP_OR_DOWN)


@feature(8, issues.FIRST)
def first_time(s: Sentence) -> bool:
    """for the first time"""
    return s.follows(issues.FIRST, issues.ONCE)


words(10, "fact", "calls it a fact", issues.FACT, only=SPOKEN)
words(8, "exact", "an exact figure", v.DIGITS, found=_EXACT, only=SPOKEN)
words(-10, "year", "a year, which is no quantity", v.DIGITS, found=_YEAR, only=SPOKEN)


@feature(-2, issues.STRETCHES, only=SPOKEN)
def stretch(s: Sentence) -> bool:
    """a mere stretch of time"""
    return (s.has(v.FIRST_PERSON) or not s.is_past) and _STRETCH.search(s.lower) is not None


words(8, "trading", "about trade, or about what is overseas", issues.TRADING, only=SPOKEN)
words(6, "cover", "about insurance, medicines, pensions or privatisation", issues.COVER, only=SPOKEN)


@feature(-7, issues.WISHES)
def wish(s: Sentence) -> bool:
    """what the speaker wants"""
    return s.follows(issues.SPEAKERS, issues.WISHES)


@feature(-6, issues.MODALS)
def promise(s: Sentence) -> bool:
    """what the speaker will, would or can do"""
    return s.follows(issues.SPEAKERS, issues.MODALS)


@feature(-12, issues.MUST, issues.URGE, only=SPOKEN)
def obligation(s: Sentence) -> bool:
    """what has to be done"""
    return s.has(issues.MUST) or s.follows(issues.URGE, issues.TO)


words(-10, "let_me", "let me, let us", issues.LET, only=SPOKEN)
words(-5, "stage", "words of a debate: question, minutes, thanks", issues.STAGE, only=SPOKEN)
words(-4, "loose", "loose words: things, a lot, somebody", issues.LOOSE, only=SPOKEN)
words(-1, "career", "words of a life or a career: served, ran, grew, met", issues.CAREER, only=SPOKEN)
