"""What is a feature, and which ones are there?"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from claimtrack.core.extract.checkworthy.sentence import ANY, Sentence, feature_bit
from claimtrack.core.model import Kind

if TYPE_CHECKING:
    import re

Test = Callable[[Sentence], bool]

ANY_KIND = frozenset(Kind)
SPOKEN = frozenset({Kind.DIRECT})
INDIRECT = frozenset({Kind.INDIRECT})
OUTLET = frozenset({Kind.OUTLET})
WRITTEN = INDIRECT | OUTLET
TOLD = SPOKEN | INDIRECT


@dataclass(frozen=True, slots=True)
class Feature:
    """A property of a sentence that speaks for checking it (points above 0) or against it.

    `kinds` and `needs`, the bit that a word of some classes sets in a sentence's mask, rule the feature out for most sentences
    without a call; `asks` is the remaining test, if any. A `quoted` feature counts only in an article's words, not in a bare line
    of a debate. One without a `reason` counts silently: it holds for every row of a kind, and tells an editor nothing.
    """

    name: str
    points: int
    reason: str
    kinds: frozenset[Kind]
    needs: int
    asks: Test | None
    quoted: bool = False

    def test(self, sentence: Sentence) -> bool:
        """Whether the sentence has this property."""
        if sentence.kind not in self.kinds or not sentence.mask & self.needs:
            return False
        if self.quoted and sentence.is_bare:
            return False
        return self.asks is None or self.asks(sentence)


FEATURES: dict[str, Feature] = {}
"""All features by name, in the order in which their reasons are shown."""


def feature(
    points: int, *needs: frozenset[str], only: frozenset[Kind] = ANY_KIND, quoted: bool = False
) -> Callable[[Test], Test]:
    """Register a function as a feature with these points; its docstring is the reason shown.

    It is called for sentences of the kinds in `only` that contain a word of one of the classes `needs` (for all sentences if there
    are none); if `quoted`, for no bare line of a debate.
    """

    def register(test: Test) -> Test:
        reason = (test.__doc__ or "").strip().split("\n")[0].rstrip(".")
        FEATURES[test.__name__] = Feature(
            test.__name__, points, reason, only, _bit_of(needs), test, quoted or not only & SPOKEN
        )
        return test

    return register


def word_feature(
    points: int,
    name: str,
    reason: str,
    *classes: frozenset[str],
    found: re.Pattern[str] | None = None,
    unless: re.Pattern[str] | None = None,
    only: frozenset[Kind] = ANY_KIND,
    quoted: bool = False,
) -> None:
    """Register a feature for words of these classes, if given only with a match of `found`, or without one of `unless`, in lower case."""
    asks: Test | None = None
    if found is not None:
        asks = lambda s: found.search(s.lower) is not None  # noqa: E731
    elif unless is not None:
        asks = lambda s: unless.search(s.lower) is None  # noqa: E731
    FEATURES[name] = Feature(name, points, reason, only, _bit_of(classes), asks, quoted or not only & SPOKEN)


def _bit_of(classes: tuple[frozenset[str], ...]) -> int:
    """Return the bit that a word of one of these classes sets."""
    return feature_bit(frozenset[str]().union(*classes or (ANY,)))
