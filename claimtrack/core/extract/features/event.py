"""What happened: deeds, votes, the past."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.extract import vocabulary as v
from claimtrack.core.extract.features.registry import feature

if TYPE_CHECKING:
    from claimtrack.core.extract.sentence import Sentence

_SUBJECT_DID = re.compile(
    r"\b(?:i|we|he|she|they|who|that|it) (?:[a-z]+ly |never |also )?(?:[a-z]{3,}ed|cut|spent|built|sent"
    r"|made|gave|took|put|led|won|lost|ran|"
    r"fought|sold|brought|had|was|were|went|came|said|told|wrote|did)\b"
)
_PERFECT = re.compile(
    r"(?:\b(?:has|have|haven't|hasn't|he's|she's)|'ve) (?:[a-z]+ly |never |not |also |already "
    r"|now )?(?:been|[a-z]{3,}ed|cut|spent|built|sent|made|given|taken|put|led|"
    r"won|lost|run|sold|brought|gone|come|said|grown|risen|fallen|seen|become|had|done|left|held|found"
    r"|paid|met)\b"
)
_WHEN = re.compile(
    r"\b(?:in|since|by|until) (?:1[89]|20)\d\d|\b(?:in|over|for|during) the (?:last|past)|\b(?:years?"
    r"|months?|weeks?|days?|decades?) ago|\b(?:last|this) (?:year|month|week)\b|\byesterday\b"
)


@feature(6)
def legislation(s: Sentence) -> bool:
    """a vote, a bill or a signature"""
    return s.has(v.LEGISLATION)


@feature(4)
def warfare(s: Sentence) -> bool:
    """an attack or a killing"""
    return s.has(v.WARFARE)


@feature(1)
def dealing(s: Sentence) -> bool:
    """something done"""
    return s.has(v.DEALINGS)


@feature(4)
def past_tense(s: Sentence) -> bool:
    """in the past tense"""
    return s.has_past


@feature(3)
def past_be(s: Sentence) -> bool:
    """what was or had been"""
    return s.has(v.PAST_BE)


@feature(2)
def past_irregular(s: Sentence) -> bool:
    """what happened"""
    return s.has(v.PAST_IRREGULAR)


@feature(2)
def somebody_did(s: Sentence) -> bool:
    """somebody did something"""
    return s.is_past and _SUBJECT_DID.search(s.lower) is not None


@feature(3)
def perfect(s: Sentence) -> bool:
    """what has happened so far"""
    return s.has(v.HAVE) and _PERFECT.search(s.lower) is not None


@feature(1)
def when(s: Sentence) -> bool:
    """a year or a stretch of time"""
    return (s.has_digit or s.has(v.CALENDAR)) and _WHEN.search(s.lower) is not None


@feature(3)
def since(s: Sentence) -> bool:
    """before or since"""
    return s.has(v.SINCE)


@feature(7)
def reported(s: Sentence) -> bool:
    """cites a report or figures"""
    return s.has(v.REPORTED)


@feature(7)
def against(s: Sentence) -> bool:
    """for or against something"""
    return "against" in s.bag


@feature(4)
def speech(s: Sentence) -> bool:
    """what somebody said before"""
    return s.has(v.SPEECH)


@feature(5)
def now(s: Sentence) -> bool:
    """how things are now"""
    return s.has(v.NOW)


@feature(4)
def never(s: Sentence) -> bool:
    """something that never happened"""
    return "never" in s.bag
