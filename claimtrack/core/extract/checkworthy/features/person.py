"""Private life and scenes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy import recorded as r
from claimtrack.core.extract.checkworthy import telling as t
from claimtrack.core.extract.checkworthy import tone as w
from claimtrack.core.extract.checkworthy.features.registry import INDIRECT, OUTLET, WRITTEN, feature, words
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.model import ClaimantKind, Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_NOBODY = frozenset({ClaimantKind.ORGANISATION, ClaimantKind.DOCUMENT})
_AGED = expression(
    r"\d(?:\d,(?<=[A-Za-z], \d\d,)(?!\d)|(?<=\b\d)\d?-year-old\b"
    r"|\d\b(?<=\baged \d\d)(?! (?:or|and) (?:above|over|older|under|below|younger)\b))"
)
_WHO = expression(r", who(?:se|m)?\b")
_DENIES = expression(r"s?he (?:has |had )?den(?:y|ies|ied) (?!that\b|\w+ing\b)")
_DONE_TO = expression(
    r"\b(?:was|were|had been) (?:told|asked|ordered|given|denied|forced|fired|charged|arrested|paid)\b"
)
_WHEN_HE = expression(r" when (?:i|we|you|he|she|they|it)\b")
_IS_OR_HAS = expression(r"(?:and |but )?s?he (?:has|is|had been)\b")

words(-8, "kin", "names relatives: a mother, a son, a family", r.KIN)


@feature(-23, v.DIGITS, only=OUTLET)
def aged(s: Sentence) -> bool:
    """tells somebody's age"""
    return _AGED.search(s.text) is not None and not s.has(t.COURTROOM)


@feature(-13, t.HE_SHE, only=INDIRECT)
def of_oneself(s: Sentence) -> bool:
    """begins with he or she, often the speaker"""
    if s.source in _NOBODY or (s.has(t.DENYING) and _DENIES.match(s.lower) is not None):
        return False  # nobody is "she" to a company, and "He denied any delay" is of the delay
    if s.has(r.DONE_TO) and _DONE_TO.search(s.lower) is not None:
        return False
    return s.begins(t.HE_SHE)


@feature(-6, t.HIS_HER, t.HE_SHE, w.OWN, only=WRITTEN)
def person(s: Sentence) -> bool:
    """about one person"""
    if s.has(t.HIS_HER) or s.has(w.OWN):
        return True
    if not s.has(t.HE_SHE):
        return False
    return not s.begins(t.HE_SHE) or (s.kind is Kind.OUTLET and _IS_OR_HAS.match(s.lower) is None)


words(-9, "who", "says besides who somebody is", r.WHO, found=_WHO, only=WRITTEN)


@feature(-10, t.SCENE, r.WHEN, only=OUTLET)
def scene(s: Sentence) -> bool:
    """a scene, or a moment of a story"""
    if s.has(r.WHEN) and _WHEN_HE.search(s.lower) is not None:
        return True
    return s.has(t.SCENE) and (s.count(t.SCENE) > 1 or not s.weighs())


words(-3, "colour", "words of a place, a time of day or a gesture", t.COLOUR, quoted=True)


@feature(-9, t.SETTING, only=OUTLET)
def setting(s: Sentence) -> bool:
    """opens with a circumstance: at, after, with"""
    return s.begins(t.SETTING)
