"""A guard on words that deny by how they begin: legal and illegal, resident and non-resident."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.words.lexicon import EVERYBODY, words_of
from claimtrack.core.match.words.opposites import PREFIXES, without_prefix
from claimtrack.core.match.words.terms import stem

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


def prefix_denies(a: Reading, b: Reading) -> str | None:
    """One has a word with un-, in-, dis- or the like, the other the word without it: legal, illegal."""
    for one, other in ((a, b), (b, a)):
        if "non" in one.vocabulary and "non" not in other.vocabulary:
            for word, base in pairwise(one.words):
                if word == "non" and base in other.vocabulary and not other.negators:
                    return f"opposite: non-{base} / {base}"
        for word in sorted(w for w in one.vocabulary - other.vocabulary if w.startswith(PREFIXES)):
            for base in without_prefix(word):
                known = base in other.vocabulary and base not in one.vocabulary
                if len(base) < 4 or not known or word.removesuffix(base) in other.vocabulary:
                    continue
                denied = (stem(word) in one.surely_denied) != (stem(base) in other.surely_denied)
                if not denied and not none_without(a, b):
                    return f"opposite: {word} / {base}"
    return None


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
