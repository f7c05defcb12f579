"""Talk: loose, hedged and personal words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy import issues
from claimtrack.core.extract.checkworthy import recorded as r
from claimtrack.core.extract.checkworthy import telling as t
from claimtrack.core.extract.checkworthy import tone as w
from claimtrack.core.extract.checkworthy.features.registry import (
    INDIRECT,
    OUTLET,
    SPOKEN,
    feature,
    words,
)
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_DIRECT, _OUTLET = Kind.DIRECT, Kind.OUTLET

_TALKS = expression(r"\b(?:you know|i mean|let me|let's|i want to|i would like)\b")
_SO_LONG = expression(r"\bi(?:'ve|'d|'m| have| was| had| am)?\b.*\b(?:years|months|weeks|nights)\b")
_TIME_SPENT = expression(
    r"\bspent\b(?: \S+){0,4} (?:time|minutes?|hours?|days?|nights?|weeks?|weekends?|months?|years?|decades?|evenings?|mornings?|lives|life)\b"
)
_THIS = expression(
    r"this (?<=\bthis )(?!year|month|week|morning|afternoon|evening|spring|summer|autumn|winter|fall)"
)
_BARELY_COMPARED = expression(r"\b(?:is|are|was|were) (?:even )?(?:more|less|no more|no less) [\w-]+\.?$")
_HINGE = expression(
    r"(?:but |and |yet )?(?:not (?:all|every(?:one|body))|that (?:is|was) not|few (?:doubt|expect))\b"
)
_OPENS_HINGE = ("but ", "and ", "yet ", "not ", "that ", "few ")
_HOW_MUCH = expression(r"how (?<=\bhow )(?:much|many|often|long|far|large|big)\b")


@feature(-6, issues.STAGE, issues.LOOSE, r.ENOUGH, w.SO_MANY, w.LOOSELY, v.CHATTING, w.SWEEPINGLY)
def loose(s: Sentence) -> bool:
    """loose or chatty words"""
    if s.has(r.ENOUGH) or (s.kind is _DIRECT and (s.has(issues.STAGE) or s.has(issues.LOOSE))):
        return True
    if s.has(v.CHATTING) and _TALKS.search(s.lower) is not None:
        return True
    if s.is_bare:
        return False
    return (s.kind is _DIRECT and s.has(w.SO_MANY)) or (
        s.kind is _OUTLET and (s.has(w.LOOSELY) or s.has(w.SWEEPINGLY))
    )


words(
    -8,
    "contraction",
    "as in talk: it's, don't, I've",
    w.CONTRACTED,
    r.AS_IN_TALK,
    only=SPOKEN | OUTLET,
    quoted=True,
)
words(
    -4,
    "stressing",
    "words such as even, just, seems or like",
    w.STRESSING,
    w.SEEMING,
    r.LOOKS,
    quoted=True,
)


@feature(-2, v.SOFTENERS, v.VAGUE, t.ONE_AND_YOU, t.MODALS, t.NOBODY)
def personal(s: Sentence) -> bool:
    """hedging, vague or personal words"""
    if s.has(v.SOFTENERS) or s.begins(v.VAGUE):
        return True
    if s.is_bare:
        return False
    return s.has(t.NOBODY) or s.has(t.ONE_AND_YOU) + s.has(t.MODALS) + s.has(t.VALUES) > 1


words(-5, "first_person", "about the speaker", v.FIRST_PERSON)


@feature(-4, v.FIRST_PERSON)
def starts_with_i(s: Sentence) -> bool:
    """begins with I"""
    return s.begins(v.FIRST_PERSON)


@feature(-23, w.WE_OR_YOU, only=OUTLET)
def we_or_you(s: Sentence) -> bool:
    """the outlet speaks of itself or to its readers"""
    return s.begins(w.WE_OR_YOU)


@feature(-27, r.SPEAKER, r.SPENT, quoted=True)
def so_long(s: Sentence) -> bool:
    """how long somebody did something"""
    if s.kind is _DIRECT:
        return _SO_LONG.search(s.lower) is not None
    return s.has(r.SPENT) and _TIME_SPENT.search(s.lower) is not None


@feature(-6, r.ASKING_WHY)
def why(s: Sentence) -> bool:
    """tells why, how or what"""
    return _HOW_MUCH.search(s.lower) is None


@feature(-8, t.HINGES, t.MAY_TURN, r.SOME, quoted=True)
def turning(s: Sentence) -> bool:
    """leads over: another, further, some, for"""
    low = s.lower
    if s.has(t.HINGES):
        return True
    if low.startswith(_OPENS_HINGE) and _HINGE.match(low) is not None:
        return True
    if s.kind is _OUTLET and s.begins(r.SOME):
        return True
    compares = "more " in low or "less " in low
    return compares and not s.has_digit and _BARELY_COMPARED.search(low) is not None


@feature(-6, r.THIS, quoted=True)
def this(s: Sentence) -> bool:
    """refers back: this"""
    return s.begins(r.THIS) if s.kind is _DIRECT else _THIS.search(s.lower) is not None


@feature(-7, only=INDIRECT)
def quoting(s: Sentence) -> bool:
    """quotes somebody else"""
    return '"' in s.text or "“" in s.text or "”" in s.text
