"""Is it about the future or mere possibility, which nobody can check yet?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy.features.registry import (
    INDIRECT,
    OUTLET,
    SPOKEN,
    feature,
    word_feature,
)
from claimtrack.core.extract.checkworthy.sentence import PLAN, word_class
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.extract.words.reading import lookbehind, words_of
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_DIRECT, _OUTLET = Kind.DIRECT, Kind.OUTLET
_YARDSTICK = expression(r"\b(?:than|as|would be|have been) expected\b(?! to\b)")
""" "more than would be expected by chance" predicts nothing: it is a yardstick for a finding."""
_COMING = expression(
    rf" {lookbehind('is are')}(?:due(?! to (?:an?|its|the|their) |,? in (?:large |no small )?part\b)|set|scheduled|slated|expected|to)\b"
    r"|begin(?<=\bbegin)s? (?:on )?(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday|\w+ \d)"
)
_PROSPECT = expression(r"ould(?<=\b[wc]ould)\b(?! have| not\b)")
_INTENTION = expression(
    r"(?:\b(?:am|is|are|be)|'m|'re|'s) (?:\w+ )?(?:prepared|ready|willing|determined|committed) to\b"
)

_TRYING = expression(
    r"\b(?:try|tries|trying|tried|struggl(?:es?|ed|ing)|striv(?:es?|ing)|efforts?"
    r"|work(?:s|ing|ed)? (?:\w+ )?(?:to|with|on|closely|hard|tirelessly|together|for))\b"
)
A_TRUST = expression(
    f" trust{lookbehind('the its nhs hospital hospitals foundation charitable academy pension', ' trust')}"
    r"s?\b(?! of\b)"
)
"""A trust as an organisation, not as a feeling."""

word_feature(-18, "plan", "a plan, not yet a fact", PLAN, quoted=True)


@feature(-9, PLAN, only=SPOKEN)
def future(s: Sentence) -> bool:
    """about the future"""
    return s.is_bare


@feature(-6, PLAN, quoted=True)
def foretold(s: Sentence) -> bool:
    """a figure in a plan"""
    return s.has_digit


_EXPECTING = word_class("expect expects expected expecting")


@feature(-14, _EXPECTING, words_of("is are begin begins"))
def expected(s: Sentence) -> bool:
    """something expected, or a future date"""
    if s.has(_EXPECTING) and _YARDSTICK.search(s.lower) is None:
        return True
    return s.kind is _OUTLET and _COMING.search(s.lower) is not None


SPEAKERS = word_class("i we i've we've")
_WISHES = word_class("want like hope wish love intend plan")
_MODALS = word_class("will would shall can could")
WEIGHING = word_class(
    "consider+s+ed+ing weigh+s+ing mull+s+ing explore exploring seek+s+ing hope+s+ing likely unlikely "
    "probably planned planning prospects forecast+s projected predicted predicts"
)
_TRYING_WORDS = word_class("try+s+ed+ing struggle+s+ed+ing strive+s+ing effort+s work+s+ed+ing")


@feature(-6, _WISHES, _MODALS, WEIGHING, v.READINESS, _TRYING_WORDS)
def intention(s: Sentence) -> bool:
    """something sought, tried, considered, likely or promised"""
    if s.quoted and s.has(_TRYING_WORDS) and _TRYING.search(s.lower) is not None:
        return True
    if not s.is_bare and s.has(WEIGHING):
        return True
    if s.has(v.READINESS) and _INTENTION.search(s.lower) is not None:
        return True
    return s.follows(SPEAKERS, _WISHES) or s.follows(SPEAKERS, _MODALS)


_MIND = word_class(
    "believe+s+ed think+s+ed feel+s+ed hope+s+ed fear+s+ed worry+s+ed want+s+ed know+s+ed understand+s+ed "
    "remember+s+ed imagine imagined love+s hate+s wish+s+ed seem+s sounds sounded trust+s regret+s"
)
_WANTING = word_class(
    "want+s+ed wish+s+ed hope+s+ed+ing fear+s+ed believe+s+ed+ing think+s+ed feel+s+ed trust+s+ed doubt+s+ed "
    "worry+s+ed"
)


@feature(-8, _WANTING, _MIND, quoted=True)
def longing(s: Sentence) -> bool:
    """what somebody wants, thinks, hopes or fears"""
    return (s.kind is _DIRECT or s.has(_WANTING)) and A_TRUST.search(s.lower) is None


_COULD = word_class("could")


@feature(-5, v.CAN, v.WOULD, _COULD)
def could(s: Sentence) -> bool:
    """what can, could or might happen"""
    return s.has(v.CAN) or s.kind is _DIRECT or (s.kind is _OUTLET and s.has(_COULD))


word_feature(-14, "might", "somebody says what may or would happen", v.WOULD, only=INDIRECT)


@feature(-15, v.WOULD, v.CAN, only=INDIRECT)
def prospect(s: Sentence) -> bool:
    """somebody says what it would lead to"""
    return not s.is_plan and _PROSPECT.search(s.lower) is not None


_POSSIBLE = expression(
    r"^(?:(?!(?:act|after|because|before|bill|despite|how|law|laws|proposal|rules?|said|says?|so|that|told|under|until|what|when|where|whether|which|while|who)\b)"
    r"\S+ ){1,25}?(?:could|may|might) (?!face\b|have\b|neither\b|no\b|not\b|only\b)"
)
"""A possibility as the main statement: not "a plan that could cost lives", nor what a law or its terms allow, a penalty, or what may not be."""
word_feature(
    -12,
    "possible",
    "no more than a possibility: may, might or could",
    words_of("could may might"),
    found=_POSSIBLE,
    only=OUTLET,
)
word_feature(-6, "condition", "a condition", v.IF)
