"""Length and density."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.checkworthy import recorded as r
from claimtrack.core.extract.checkworthy import telling as t
from claimtrack.core.extract.checkworthy.features.registry import INDIRECT, OUTLET, feature
from claimtrack.core.extract.checkworthy.sentence import PLAN

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_FULL = 18
"""Words from which on a sentence tells more than what one of them tells of it."""


@feature(4)
def some_content(s: Sentence) -> bool:
    """says something"""
    return s.content > 3


@feature(2)
def long_words(s: Sentence) -> bool:
    """long words"""
    return s.letters > 4.4 * len(s.words)


@feature(4, only=OUTLET)
def dense(s: Sentence) -> bool:
    """much told in long words"""
    return len(s.words) >= _FULL and long_words(s)


@feature(7, r.SCHEMES, r.ACCUSING, r.MISDEEDS, r.WORKINGS, r.WEIGHING, t.DOCUMENTS, PLAN, only=OUTLET)
def at_length(s: Sentence) -> bool:
    """a plan, a paper, an accusation or how it works, at length"""
    return len(s.words) >= _FULL


@feature(9, t.HIS_HER, t.HE_SHE, t.COLOUR, r.KIN, only=INDIRECT)
def in_passing(s: Sentence) -> bool:
    """somebody, his family or a place named in passing"""
    return len(s.words) >= _FULL


@feature(-1)
def endless(s: Sentence) -> bool:
    """a run-on sentence"""
    return len(s.words) > 45
