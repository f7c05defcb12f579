"""How it is put: opinion, demand, plan, talk."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy.features.registry import TOLD, feature, words
from claimtrack.core.extract.checkworthy.sentence import MAY_ASK, PLAN
from claimtrack.core.extract.words import vocabulary as v

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_NEED = expression(
    r"\b(?:we|you|they|i) (?:\w+ )?(?:need|want|ought|have) to\b|\bwe (?:must|should|need)\b|got to\b"
    r"|it's time\b"
)
_NEEDING = (
    "need to", "want to", "ought to", "have to", "we must", "we should", "we need", "got to", "it's time",
)  # fmt: skip
"""Words one of which stands in any such need; they are found faster."""
_TALKS = expression(r"\b(?:you know|i mean|let me|let's|i want to|i would like)\b")
_INTENTION = expression(
    r"(?:\b(?:am|is|are|be)|'m|'re|'s) (?:\w+ )?(?:prepared|ready|willing|determined|committed) to\b"
)
_HEARTS = expression(
    r"\b(?:heart (?:attacks?|disease|failure|rate|surgery|condition|transplant)|purple heart)\b"
)
"""Where a heart is one, or a medal."""


words(-4, "first_person", "about the speaker", v.FIRST_PERSON)


@feature(-4, v.FIRST_PERSON)
def starts_with_i(s: Sentence) -> bool:
    """begins with I"""
    return s.begins(v.FIRST_PERSON)


words(-6, "opinion", "an opinion or a feeling", v.OPINION)


@feature(-3, v.NEEDING)
def need(s: Sentence) -> bool:
    """a need"""
    return any(map(s.lower.__contains__, _NEEDING)) and _NEED.search(s.lower) is not None


words(-6, "future", "about the future", PLAN)
words(-4, "can", "what can or could be", v.CAN)
words(-3, "would", "hypothetical: would, may, might, perhaps", v.WOULD, only=TOLD)


words(-3, "condition", "a condition", v.IF)
words(-2, "praise", "words of judgement: good, right, hard, very", v.PRAISE)
words(-6, "ideal", "lofty words: values, heart, future, together", v.IDEALS, unless=_HEARTS)
words(-2, "chat", "you know, let me", v.CHATTING, found=_TALKS)


@feature(-2, v.VAGUE)
def vague(s: Sentence) -> bool:
    """begins with this, that, it, what or here"""
    return s.begins(v.VAGUE)


@feature(-17, MAY_ASK)
def question(s: Sentence) -> bool:
    """a question"""
    return s.text.rstrip("\"' ”’").endswith("?")


words(-2, "one_doubt", "hedged, personal or as in talk", v.SOFTENERS)


@feature(-2, v.SOFTENERS)
def two_doubts(s: Sentence) -> bool:
    """much hedged, personal or as in talk"""
    return s.count(v.SOFTENERS) > 1


@feature(-7, only=TOLD)
def quoting(s: Sentence) -> bool:
    """quotes somebody"""
    return '"' in s.text or "“" in s.text or "”" in s.text


words(-6, "intention", "what somebody is prepared to do", v.READINESS, found=_INTENTION)


@feature(-6, v.NATION)
def rhetoric(s: Sentence) -> bool:
    """appeals to the country"""
    return "this country" in s.lower or "american people" in s.lower
