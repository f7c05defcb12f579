"""What a speaker in a political debate says of himself and of others: deeds, stands and records against talk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.extract import issues
from claimtrack.core.extract import vocabulary as v
from claimtrack.core.extract.features.registry import feature
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.sentence import Sentence

_OWN_DEED = re.compile(
    r"\b(?:i|we) (?:[a-z]+ly |never |also )?(?:[a-z]{3,}ed|cut|spent|built|sent|made|gave|took|put|led|won"
    r"|lost|ran|went|came|wrote|did|got|brought)\b"
)
_UNDER_WAY = re.compile(
    r"(?:\b(?:is|are)|'re) (?:now |not |still |already |also )?(?!(?:going|trying|talking)\b)[a-z]{2,}ing\b"
)
_YEAR = re.compile(r"\b(?:1[89]|20)\d\d\b")
_STRETCH = re.compile(
    r"\b(?:\d{1,2}|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty|thirty|ninety) (?:\w+ )?"
    r"(?:seconds|minutes?|hours?|days?|weeks?|months?|years?)\b"
)
_EXACT = re.compile(r"\d{3,}(?<!\b1[89]\d\d)(?<!\b20\d\d)|\d,\d{3}|\d\.\d")


@feature(4)
def own_deed(s: Sentence) -> bool:
    """what the speaker did"""
    return s.kind is Kind.DIRECT and s.is_past and _OWN_DEED.search(s.lower) is not None


@feature(4)
def own_stand(s: Sentence) -> bool:
    """what the speaker stood for"""
    return s.follows(issues.SPEAKERS, issues.STANDS)


@feature(5)
def own_office(s: Sentence) -> bool:
    """the speaker's own office"""
    return s.follows(issues.MY, issues.OWN_OFFICE)


@feature(4)
def their_stand(s: Sentence) -> bool:
    """what others want or hold"""
    return s.kind is Kind.DIRECT and s.follows(issues.PERSONS, issues.HOLDS)


@feature(4)
def backing(s: Sentence) -> bool:
    """who supports what"""
    return s.kind is Kind.DIRECT and s.has(issues.BACKING)


@feature(3)
def record(s: Sentence) -> bool:
    """somebody's record"""
    return s.kind is Kind.DIRECT and s.has(issues.RECORD)


@feature(4)
def failing(s: Sentence) -> bool:
    """a failure or a refusal"""
    return s.kind is Kind.DIRECT and s.has(issues.FAILING)


@feature(3)
def not_done(s: Sentence) -> bool:
    """what somebody does not do"""
    return s.kind is Kind.DIRECT and s.has(issues.NOT_DONE)


@feature(3)
def under_way(s: Sentence) -> bool:
    """what is under way"""
    return (
        s.kind is Kind.DIRECT
        and "ing" in s.lower
        and s.has(issues.PROGRESS)
        and _UNDER_WAY.search(s.lower) is not None
    )


@feature(7)
def up_or_down(s: Sentence) -> bool:
    """gone up or down"""
    return s.follows(issues.MOVING, issues.UP_OR_DOWN)


@feature(3)
def first_time(s: Sentence) -> bool:
    """for the first time"""
    return s.follows(issues.FIRST, issues.ONCE)


@feature(5)
def fact(s: Sentence) -> bool:
    """calls it a fact"""
    return s.kind is Kind.DIRECT and s.has(issues.FACT)


@feature(4)
def exact(s: Sentence) -> bool:
    """an exact figure"""
    return s.kind is Kind.DIRECT and s.has_digit and _EXACT.search(s.lower) is not None


@feature(-4)
def year(s: Sentence) -> bool:
    """a year, which is no quantity"""
    return s.kind is Kind.DIRECT and s.has_digit and _YEAR.search(s.lower) is not None


@feature(-6)
def stretch(s: Sentence) -> bool:
    """a mere stretch of time"""
    return (
        s.kind is Kind.DIRECT
        and (s.has(v.FIRST_PERSON) or not s.is_past)
        and s.has(issues.STRETCHES)
        and _STRETCH.search(s.lower) is not None
    )


@feature(4)
def trading(s: Sentence) -> bool:
    """about exports and imports"""
    return s.kind is Kind.DIRECT and s.has(issues.TRADING)


@feature(3)
def cover(s: Sentence) -> bool:
    """about insurance and pensions"""
    return s.kind is Kind.DIRECT and s.has(issues.COVER)


@feature(3)
def migration(s: Sentence) -> bool:
    """about migration"""
    return s.kind is Kind.DIRECT and s.has(issues.MIGRATION)


@feature(3)
def donations(s: Sentence) -> bool:
    """about donors and lobbyists"""
    return s.kind is Kind.DIRECT and s.has(issues.DONATIONS)


@feature(3)
def relief(s: Sentence) -> bool:
    """about aid, loans or credits"""
    return s.kind is Kind.DIRECT and s.has(issues.HELP)


@feature(-4)
def wish(s: Sentence) -> bool:
    """what the speaker wants"""
    return s.follows(issues.SPEAKERS, issues.WISHES)


@feature(-3)
def promise(s: Sentence) -> bool:
    """what the speaker would do"""
    return s.follows(issues.SPEAKERS, issues.MODALS)


@feature(-4)
def obligation(s: Sentence) -> bool:
    """what has to be done"""
    return s.kind is Kind.DIRECT and (s.has(issues.MUST) or s.follows(issues.URGE, issues.TO))


@feature(-4)
def let_me(s: Sentence) -> bool:
    """let me, let us"""
    return s.kind is Kind.DIRECT and s.has(issues.LET)


@feature(-4)
def stage(s: Sentence) -> bool:
    """about the debate itself"""
    return s.kind is Kind.DIRECT and s.has(issues.STAGE)


@feature(-4)
def loose(s: Sentence) -> bool:
    """loose words: things, a lot, somebody"""
    return s.kind is Kind.DIRECT and s.has(issues.LOOSE)


@feature(-4)
def career(s: Sentence) -> bool:
    """about a life or a career"""
    return s.kind is Kind.DIRECT and s.has(issues.CAREER)
