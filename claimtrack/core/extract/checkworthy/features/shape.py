"""How long and dense is it, and who says it?"""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression
from claimtrack.core.extract.checkworthy.features.person import COLOUR, HE_SHE, HIS_HER, KIN
from claimtrack.core.extract.checkworthy.features.plan import WEIGHING
from claimtrack.core.extract.checkworthy.features.record import ACCUSING, MISDEEDS, SCHEMES, WORKINGS
from claimtrack.core.extract.checkworthy.features.registry import (
    INDIRECT,
    OUTLET,
    WRITTEN,
    feature,
    word_feature,
)
from claimtrack.core.extract.checkworthy.sentence import ANY, MAY_JOIN, bits_of, word_class
from claimtrack.core.extract.words import vocabulary as v
from claimtrack.core.extract.words.reading import words_of
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    from claimtrack.core.extract.checkworthy.sentence import Sentence

_DIRECT, _OUTLET = Kind.DIRECT, Kind.OUTLET
_FULL_NAME = expression(r"[\"“'‘(]?[A-Z][\w.'’-]* [A-Z]")
_HYPHEN = expression(r"-(?<=[a-z\d]-)[a-z\d]")
_FULL = 18
"""Words from which on the sentence as a whole says more than any single word."""
_LONG = 25
_DOCUMENTS = word_class(
    "document documents report reports email emails letter letters memo contract minutes files records logs policy "
    "decision ruling filing figures data statement statements paper papers message messages page pages budget"
)
_OF_THE_OUTLET = bits_of((SCHEMES, ACCUSING, MISDEEDS, WORKINGS, WEIGHING, _DOCUMENTS))
_REPORTED = bits_of((HIS_HER, HE_SHE, COLOUR, KIN))

word_feature(2, "outlet_says", "", ANY, only=OUTLET)
word_feature(8, "stated", "", ANY, only=INDIRECT)


@feature(-4)
def says_little(s: Sentence) -> bool:
    """says little"""
    return s.content <= 3


@feature(2)
def long_words(s: Sentence) -> bool:
    """uses long words"""
    return s.letters > 4.4 * len(s.words)


@feature(5, quoted=True)
def at_length(s: Sentence) -> bool:
    """goes into detail"""
    if len(s.words) > _LONG:
        return True
    if len(s.words) < _FULL or s.is_plan or s.kind is _DIRECT:
        return False
    return s.mask & (_OF_THE_OUTLET if s.kind is _OUTLET else _REPORTED) != 0


word_feature(3, "hyphen", "a compound such as state-owned", MAY_JOIN, found=_HYPHEN, quoted=True)
word_feature(5, "done_by", "by whom, by how much or by when", words_of("by"), only=OUTLET)
word_feature(3, "joint", "states more than one thing", words_of("and which"), only=WRITTEN)


@feature(-4, only=WRITTEN)
def begins_name(s: Sentence) -> bool:
    """opens with a name or a title"""
    is_small = not s.words or s.words[0] in v.FUNCTION_WORDS
    return not is_small and _FULL_NAME.match(s.text) is not None
