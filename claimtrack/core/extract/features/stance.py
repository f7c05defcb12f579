"""How it is put: opinion, demand, plan, talk."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.extract import vocabulary as v
from claimtrack.core.extract.features.registry import feature
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.sentence import Sentence

_NEED = re.compile(
    r"\b(?:we|you|they|i) (?:\w+ )?(?:need|want|ought|have) to\b|\bwe (?:must|should|need)\b|got to\b"
    r"|it's time\b"
)
_TALKS = re.compile(r"\b(?:you know|i mean|let me|let's|i want to|i would like)\b")
_INTENTION = re.compile(
    r"(?:\b(?:am|is|are|be)|'m|'re|'s) (?:\w+ )?(?:prepared|ready|willing|determined|committed) to\b"
)


@feature(-2)
def first_person(s: Sentence) -> bool:
    """about the speaker"""
    return s.has(v.FIRST_PERSON)


@feature(-2)
def starts_with_i(s: Sentence) -> bool:
    """begins with I"""
    return s.begins(v.FIRST_PERSON)


@feature(-3)
def opinion(s: Sentence) -> bool:
    """an opinion"""
    return s.has(v.OPINION)


@feature(-3)
def duty(s: Sentence) -> bool:
    """a demand"""
    return s.has(v.DUTY)


@feature(-7)
def need(s: Sentence) -> bool:
    """a need"""
    return s.has(v.NEEDING) and _NEED.search(s.lower) is not None


@feature(-5)
def future(s: Sentence) -> bool:
    """about the future"""
    return s.is_plan


@feature(-2)
def can(s: Sentence) -> bool:
    """a possibility"""
    return s.has(v.CAN)


@feature(-2)
def would(s: Sentence) -> bool:
    """hypothetical"""
    return s.has(v.WOULD)


@feature(-2)
def condition(s: Sentence) -> bool:
    """a condition"""
    return s.has(v.IF)


@feature(-2)
def praise(s: Sentence) -> bool:
    """praise or blame"""
    return s.has(v.PRAISE)


@feature(-2)
def ideal(s: Sentence) -> bool:
    """values and ideals"""
    return s.has(v.IDEALS)


@feature(-1)
def talk(s: Sentence) -> bool:
    """talk about the talk"""
    return s.kind is Kind.DIRECT and s.has(v.TALK)


@feature(-3)
def much_talk(s: Sentence) -> bool:
    """much talk about the talk"""
    return s.kind is Kind.DIRECT and s.count(v.TALK) > 1


@feature(-3)
def chat(s: Sentence) -> bool:
    """you know, let me"""
    return s.has(v.CHATTING) and _TALKS.search(s.lower) is not None


@feature(-1)
def vague(s: Sentence) -> bool:
    """begins with this, that or it"""
    return s.begins(v.VAGUE)


@feature(-1)
def manner(s: Sentence) -> bool:
    """a manner of speaking"""
    return s.has(v.MANNER)


@feature(-17)
def question(s: Sentence) -> bool:
    """a question"""
    return s.text.rstrip("\"' ”’").endswith("?")


@feature(-4)
def one_doubt(s: Sentence) -> bool:
    """hedged or personal"""
    return s.count(v.SOFTENERS) > 0


@feature(-2)
def two_doubts(s: Sentence) -> bool:
    """much hedged or personal"""
    return s.count(v.SOFTENERS) > 1


@feature(-2)
def three_doubts(s: Sentence) -> bool:
    """talk throughout"""
    return s.count(v.SOFTENERS) > 3


@feature(-5)
def quoting(s: Sentence) -> bool:
    """quotes somebody"""
    return any(mark in s.text for mark in '"“”')


@feature(-6)
def intention(s: Sentence) -> bool:
    """what somebody is prepared to do"""
    return s.has(v.READINESS) and _INTENTION.search(s.lower) is not None


@feature(-4)
def supposition(s: Sentence) -> bool:
    """begins with if"""
    return s.begins(v.IF)


@feature(4)
def truth(s: Sentence) -> bool:
    """calls something true or false"""
    return s.has(v.TRUTH)


@feature(-3)
def family(s: Sentence) -> bool:
    """about family and friends"""
    return s.kind is Kind.DIRECT and s.has(v.FAMILY)


@feature(-6)
def rhetoric(s: Sentence) -> bool:
    """appeals to the country"""
    return "this country" in s.lower or "american people" in s.lower


@feature(2)
def about_them(s: Sentence) -> bool:
    """begins with he, she or they"""
    return s.begins(v.THEY)
