"""Comparisons that are denied: that nobody has more, that something makes no more noise than another."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import MORE, NOBODY, STOP_WORDS, words_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


def none_is_more(one: Reading, other: Reading) -> bool:
    """Whether the one says that none is more, and the other that it is more than any: "no country buys more than", "buys more than any"."""
    if len(one.negators) != 1 or other.negators or "any" not in other.vocabulary:
        return False
    denied = one.words[one.negators[0] :]
    more = (one.vocabulary & other.vocabulary) & MORE
    if (
        denied[0] not in NOBODY
        or "than" not in denied
        or not more
        or ("than", "any") not in pairwise(other.words)
    ):
        return False
    than = denied.index("than") + 1
    before = other.words[: min(map(other.words.index, more))]
    return any(word in before for word in denied[than : than + _NAMED] if word not in STOP_WORDS)


_NAMED = 4  # words behind "than" that name who has more, as the other does before its "more"


def not_more(one: Reading, other: Reading) -> bool:
    """Whether the one says "no more" where the other says "not ... more": "makes no more noise than", "does not make more noise than"."""
    more = {word for before, word in pairwise(one.words) if before == "no" and word in _MORE}
    return not more.isdisjoint(denied_more(other))


def denied_more(reading: Reading) -> list[str]:
    """The "more" behind the "not" of a comparison: "does *not* make *more* noise than"."""
    if len(reading.negators) != 1 or "than" not in reading.vocabulary or "no" in reading.vocabulary:
        return []
    place = reading.negators[0]
    if reading.words[place] != "not" and not reading.words[place].endswith("n't"):
        return []
    behind = pairwise(reading.words[place : place + _NEAR])
    return [word for word, following in behind if word in _MORE and following != "than"]


_MORE = words_of("more less fewer")
_NEAR = 6
"""Tokens behind a "not" in which its "more" stands."""
