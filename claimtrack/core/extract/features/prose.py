"""What tells fact from colour, private life and talk where a newspaper tells or reports it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.extract import telling as t
from claimtrack.core.extract import vocabulary as v
from claimtrack.core.extract.features.registry import INDIRECT, OUTLET, SPOKEN, WRITTEN, feature, words

if TYPE_CHECKING:
    from claimtrack.core.extract.sentence import Sentence

_DENIES_THAT = re.compile(r"\bden(?:y|ies|ied|ying) (?:that|(?:\w+ ){0,2}\w+ing)\b")
_IMPRINT = re.compile(
    r"\b(?:contributed (?:to this (?:report|story|article)|reporting)\b|all rights reserved|copyright (?:©|\d)|additional reporting by"
    r"|this (?:story|article|report|page) (?:was|has been|will be) (?:\w+ )?(?:updated|corrected|amended)\b)"
)


@feature(-15, t.HE_SHE, only=INDIRECT)
def of_oneself(s: Sentence) -> bool:
    """about whoever says it"""
    return s.begins(t.HE_SHE)


@feature(-8, t.POSSESSIVE, only=WRITTEN)
def somebodys_own(s: Sentence) -> bool:
    """begins with her, his or their"""
    return s.begins(t.POSSESSIVE)


@feature(-8, t.KIN, only=WRITTEN)
def kin(s: Sentence) -> bool:
    """about somebody's family or friends"""
    return s.follows(t.HER_HIS_MY, t.KIN)


@feature(-12, t.SCENE, only=OUTLET)
def scene(s: Sentence) -> bool:
    """a scene: gestures, clothes, the weather"""
    return s.count(t.SCENE) > 1 or not _weighs(s)


@feature(-11, t.SOURCING, only=OUTLET)
def sourcing(s: Sentence) -> bool:
    """about how the story was reported"""
    return not s.has_digit


@feature(-20, t.IMPRINT, only=OUTLET)
def imprint(s: Sentence) -> bool:
    """about who wrote the article or who owns it"""
    return _IMPRINT.search(s.lower) is not None


words(-8, "document", "about a document rather than what it says", t.DOCUMENTS, only=OUTLET)


@feature(-5, only=OUTLET)
def no_news(s: Sentence) -> bool:
    """tells of no public matter and no number"""
    return not (_weighs(s) or s.has(v.NUMBER_WORDS) or s.has(v.REACTIONS))


@feature(-7, t.NOT, t.NEGATIONS, only=OUTLET)
def not_so(s: Sentence) -> bool:
    """tells what is not so, without a figure"""
    return not s.has_digit and (s.has(t.NEGATIONS) or s.follows(t.BE, t.NOT))


@feature(-7, t.DAYS, only=WRITTEN)
def day_to_come(s: Sentence) -> bool:
    """names a day, but nothing past"""
    return not s.is_past


words(-12, "asking", "somebody asks or is asked", t.ASKING, only=OUTLET)
words(-8, "vow", "a promise or a threat", t.PROMISES, only=WRITTEN)
words(-8, "demand", "somebody calls for something", t.DEMANDS, only=WRITTEN)
words(-13, "attitude", "an attitude or an argument", t.ATTITUDES, only=WRITTEN)
words(-13, "retold", "retells what somebody said", v.SPEECH, only=INDIRECT)


@feature(5, only=INDIRECT)
def reported_past(s: Sentence) -> bool:
    """reported as past"""
    return s.is_past


@feature(8, t.DENYING, only=WRITTEN)
def denial(s: Sentence) -> bool:
    """denies something in particular"""
    return _DENIES_THAT.search(s.lower) is not None


words(10, "able", "what can or cannot be done", t.ABLE, only=WRITTEN)


@feature(-5, t.MIND, only=SPOKEN)
def mind(s: Sentence) -> bool:
    """what somebody thinks, feels or wants"""
    return not _weighs(s)


def _weighs(s: Sentence) -> bool:
    """Whether it has a figure or is about a public matter."""
    return s.has_digit or s.has(v.WEIGHTY) or s.has(v.PUBLIC)
