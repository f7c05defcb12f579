"""What tells fact from colour, private life and talk where a newspaper tells or reports it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.extract import telling as t
from claimtrack.core.extract import vocabulary as v
from claimtrack.core.extract.features.registry import feature
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.sentence import Sentence

_DENIES_THAT = re.compile(r"\bden(?:y|ies|ied|ying) (?:that|(?:\w+ ){0,2}\w+ing)\b")
_IMPRINT = re.compile(
    r"\b(?:contributed (?:to this (?:report|story|article)|reporting)\b|all rights reserved|copyright (?:©|\d)|additional reporting by"
    r"|this (?:story|article|report|page) (?:was|has been|will be) (?:\w+ )?(?:updated|corrected|amended)\b)"
)


@feature(-15)
def of_oneself(s: Sentence) -> bool:
    """about whoever says it"""
    return s.kind is Kind.INDIRECT and s.begins(t.HE_SHE)


@feature(-8)
def somebodys_own(s: Sentence) -> bool:
    """begins with her, his or their"""
    return s.kind is not Kind.DIRECT and s.begins(t.POSSESSIVE)


@feature(-8)
def kin(s: Sentence) -> bool:
    """about somebody's family or friends"""
    return s.kind is not Kind.DIRECT and s.follows(t.HER_HIS_MY, t.KIN)


@feature(-12)
def scene(s: Sentence) -> bool:
    """a scene: gestures, clothes, the weather"""
    return s.kind is Kind.OUTLET and s.has(t.SCENE) and (s.count(t.SCENE) > 1 or not _weighs(s))


@feature(-11)
def sourcing(s: Sentence) -> bool:
    """about how the story was reported"""
    return s.kind is Kind.OUTLET and not s.has_digit and s.has(t.SOURCING)


@feature(-20)
def imprint(s: Sentence) -> bool:
    """about who wrote the article or who owns it"""
    return s.kind is Kind.OUTLET and s.has(t.IMPRINT) and _IMPRINT.search(s.lower) is not None


@feature(-8)
def document(s: Sentence) -> bool:
    """about a document rather than what it says"""
    return s.kind is Kind.OUTLET and s.has(t.DOCUMENTS)


@feature(-5)
def no_news(s: Sentence) -> bool:
    """tells of no public matter and no number"""
    return s.kind is Kind.OUTLET and not (_weighs(s) or s.has(v.NUMBER_WORDS) or s.has(v.REACTIONS))


@feature(-7)
def not_so(s: Sentence) -> bool:
    """tells what is not so, without a figure"""
    return s.kind is Kind.OUTLET and not s.has_digit and (s.has(t.NEGATIONS) or s.follows(t.BE, t.NOT))


@feature(-7)
def day_to_come(s: Sentence) -> bool:
    """names a day, but nothing past"""
    return s.kind is not Kind.DIRECT and not s.is_past and s.has(t.DAYS)


@feature(-12)
def asking(s: Sentence) -> bool:
    """somebody asks or is asked"""
    return s.kind is Kind.OUTLET and s.has(t.ASKING)


@feature(-8)
def vow(s: Sentence) -> bool:
    """a promise or a threat"""
    return s.kind is not Kind.DIRECT and s.has(t.PROMISES)


@feature(-8)
def demand(s: Sentence) -> bool:
    """somebody calls for something"""
    return s.kind is not Kind.DIRECT and s.has(t.DEMANDS)


@feature(-13)
def attitude(s: Sentence) -> bool:
    """an attitude or an argument"""
    return s.kind is not Kind.DIRECT and s.has(t.ATTITUDES)


@feature(-13)
def retold(s: Sentence) -> bool:
    """retells what somebody said"""
    return s.kind is Kind.INDIRECT and s.has(v.SPEECH)


@feature(5)
def reported_past(s: Sentence) -> bool:
    """reported as past"""
    return s.kind is Kind.INDIRECT and s.is_past


@feature(8)
def denial(s: Sentence) -> bool:
    """denies something in particular"""
    return s.kind is not Kind.DIRECT and s.has(t.DENYING) and _DENIES_THAT.search(s.lower) is not None


@feature(10)
def able(s: Sentence) -> bool:
    """what can or cannot be done"""
    return s.kind is not Kind.DIRECT and s.has(t.ABLE)


@feature(-5)
def mind(s: Sentence) -> bool:
    """what somebody thinks, feels or wants"""
    return s.kind is Kind.DIRECT and s.has(t.MIND) and not _weighs(s)


def _weighs(s: Sentence) -> bool:
    """Whether it has a figure or is about a public matter."""
    return s.has_digit or s.has(v.WEIGHTY) or s.has(v.PUBLIC)
