"""A guard on words that deny by how they begin: legal and illegal, resident and non-resident."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import EVERYBODY, words_of
from claimtrack.core.match.words.opposites import PREFIXES, without_prefix
from claimtrack.core.match.words.terms import side_by_side, stem

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


def prefix_denies(a: Reading, b: Reading) -> str | None:
    """One has a word with un-, in-, dis-, -less or the like, the other the word without it: legal, illegal; useful, useless."""
    if least_is_most(a, b):
        return None
    for one, other in ((a, b), (b, a)):
        for word in sorted(w for w in one.vocabulary - other.vocabulary if _may_deny(w)):
            for base in (*without_prefix(word), f"{word.removesuffix('less')}ful"):
                known = base in other.vocabulary and base not in one.vocabulary
                if len(base) < 4 or not known or word.removesuffix(base) in other.vocabulary:
                    continue
                denied = _is_denied(word, one) != _is_denied(base, other)
                if not denied and not none_without(a, b):
                    return f"opposite: {side_by_side((word, base), turned=one is not a)}"
    return None


def _may_deny(word: str) -> bool:
    """Whether a word begins or ends as those do that deny what they are made from."""
    return word.startswith(PREFIXES) or (word.endswith("less") and word not in _NO_OPPOSITES)


_NO_OPPOSITES = words_of("helpless shameless")
"""What is helpful is not the opposite of these, and what is shameful is one of them."""


def _is_denied(word: str, reading: Reading) -> bool:
    """Whether a word is denied, or tells with a "not" right behind it that what follows is: "likely not"."""
    return stem(word) in reading.surely_denied or reading.words.index(word) + 1 in reading.negators


_MOST, _LEAST = words_of("most more"), words_of("least less")


def least_is_most(a: Reading, b: Reading) -> bool:
    """Whether what is the most so in the one is the least so in the other, and that in a word with "un-": "most unpopular", "least popular"."""
    return any(
        degree in _MOST
        and any((less, base) in pairwise(other.words) for base in without_prefix(word) for less in _LEAST)
        for one, other in ((a, b), (b, a))
        for degree, word in pairwise(one.words)
    )


_OF_NONE = words_of("no none nobody neither")


def none_without(a: Reading, b: Reading) -> bool:
    """Whether one says of none in a word with "un-" what the other says of all without it: "no bank was unaffected", "all were affected"."""
    if not a.negators and not b.negators:
        return False
    for one, other in ((a, b), (b, a)):
        if len(one.negators) != 1 or other.negators or one.words[one.negators[0]] not in _OF_NONE:
            continue
        ours, theirs = one.vocabulary - other.vocabulary, other.vocabulary - one.vocabulary
        if EVERYBODY.isdisjoint(other.vocabulary):
            continue
        if any(not theirs.isdisjoint(without_prefix(word)) for word in ours) or any(
            not ours.isdisjoint(without_prefix(word)) for word in theirs
        ):
            return True
    return False
