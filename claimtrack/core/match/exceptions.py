"""Guards on what holds of all or alike in one statement, and not of some or not alike in the other."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.lexicon import words_of
from claimtrack.core.match.terms import wording

if TYPE_CHECKING:
    from claimtrack.core.match.reading import Reading

EXCEPTING = words_of("except excepting excluding barring excepted exception")
"""Words that take something out of what is said."""
_MARKS = EXCEPTING | {"than"}
_BESIDE = words_of("only any no none nobody nothing but just save apart aside")
"""Where one of these stands on the other side, the exception may be told by it; "no state except Ohio" is "only Ohio"."""


def excepted(a: Reading, b: Reading) -> str | None:
    """One makes an exception of which the other knows nothing: "in all states except Ohio", "in every state"."""
    if _MARKS.isdisjoint(a.vocabulary) and _MARKS.isdisjoint(b.vocabulary):
        return None
    for one, other in ((a, b), (b, a)):
        at = _exception(one)
        if at is None or _exception(other) is not None or one.negators and not other.negators:
            continue
        if not _BESIDE & (other.vocabulary - one.vocabulary) and _BESIDE.isdisjoint(one.vocabulary):
            return f"one says more: {wording(one.tokens[at : at + 3])}"
    return None


def _exception(reading: Reading) -> int | None:
    """Where an exception begins: "except", "with the exception of", "other than"."""
    words = reading.words
    if not EXCEPTING.isdisjoint(reading.vocabulary):
        return next(at for at, word in enumerate(words) if word in EXCEPTING)
    return next((at for at, two in enumerate(pairwise(words)) if two == ("other", "than")), None)


_EQUAL = words_of("same equal equally identical")
_MORE = words_of("more less fewer higher lower larger smaller greater bigger better worse longer shorter older younger cheaper dearer faster slower")


def equal_or_not(a: Reading, b: Reading) -> str | None:
    """What is the same for two in the one is more for one of them in the other: "the same prize", "a smaller prize than"."""
    if "than" not in a.vocabulary and "than" not in b.vocabulary:
        return None
    for one, other in ((a, b), (b, a)):
        equal = sorted(_EQUAL & (one.vocabulary - other.vocabulary))
        more = sorted(_MORE & (other.vocabulary - one.vocabulary))
        if equal and more and "than" in other.vocabulary - one.vocabulary and not one.negators and not other.negators:
            return f"differs: {equal[0]} / {more[0]}"
    return None
