"""Length, density and who says it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy import recorded as r
from claimtrack.core.extract.checkworthy import telling as t
from claimtrack.core.extract.checkworthy.features.registry import INDIRECT, OUTLET, WRITTEN, feature, words
from claimtrack.core.extract.checkworthy.sentence import ANY, MAY_JOIN
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_FULL_NAME = expression(r"[\"“'‘(]?[A-Z][\w.'’-]* [A-Z]")
_HYPHEN = expression(r"[a-z\d]-[a-z\d]")
_FULL = 18
"""Words from which on a sentence tells more than what one of them tells of it."""
_LONG = 25
_OF_THE_OUTLET = (r.SCHEMES, r.ACCUSING, r.MISDEEDS, r.WORKINGS, r.WEIGHING, t.DOCUMENTS)
_REPORTED = (t.HIS_HER, t.HE_SHE, t.COLOUR, r.KIN)

words(6, "outlet_says", "", ANY, only=OUTLET)
words(12, "stated", "", ANY, only=INDIRECT)


@feature(-4)
def says_little(s: Sentence) -> bool:
    """says little"""
    return s.content <= 3


@feature(2)
def long_words(s: Sentence) -> bool:
    """in long, formal words"""
    return s.letters > 4.4 * len(s.words)


@feature(5, *_OF_THE_OUTLET, *_REPORTED, only=WRITTEN)
def at_length(s: Sentence) -> bool:
    """told at length, and no plan"""
    its = _OF_THE_OUTLET if s.kind is Kind.OUTLET else _REPORTED
    return len(s.words) >= _FULL and not s.is_plan and any(map(s.has, its))


@feature(3, quoted=True)
def long(s: Sentence) -> bool:
    """a long sentence"""
    return len(s.words) > _LONG


words(3, "hyphen", "a compound such as state-owned", MAY_JOIN, found=_HYPHEN, quoted=True)
words(3, "joint", "tells more than one thing", t.JOINTS, only=WRITTEN)
words(5, "done_by", "by whom, by how much or by when", r.BY, only=OUTLET)


@feature(-3, quoted=True)
def begins_name(s: Sentence) -> bool:
    """opens with a name or a title"""
    return _FULL_NAME.match(s.text) is not None and s.words[0] not in v.FUNCTION_WORDS
