"""Length and density."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.extract.checkworthy import recorded as r
from claimtrack.core.extract.checkworthy import telling as t
from claimtrack.core.extract.checkworthy.features.registry import INDIRECT, OUTLET, feature

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_FULL = 18
"""Words from which on a sentence tells more than what one of them tells of it."""


def _tells_much(s: Sentence) -> bool:
    """Whether a sentence is long, and of more than a plan: that remains one at any length."""
    return len(s.words) >= _FULL and not s.is_plan


@feature(4)
def some_content(s: Sentence) -> bool:
    """says something"""
    return s.content > 3


@feature(2)
def long_words(s: Sentence) -> bool:
    """long words"""
    return s.letters > 4.4 * len(s.words)


@feature(1, only=OUTLET)
def dense(s: Sentence) -> bool:
    """much told in long words, and no plan"""
    return _tells_much(s) and long_words(s)


@feature(7, r.SCHEMES, r.ACCUSING, r.MISDEEDS, r.WORKINGS, r.WEIGHING, t.DOCUMENTS, only=OUTLET)
def at_length(s: Sentence) -> bool:
    """a paper, an accusation or how it works, at length"""
    return _tells_much(s)


@feature(7, t.HIS_HER, t.HE_SHE, t.COLOUR, r.KIN, only=INDIRECT)
def in_passing(s: Sentence) -> bool:
    """somebody, his family or a place named in passing"""
    return _tells_much(s)
