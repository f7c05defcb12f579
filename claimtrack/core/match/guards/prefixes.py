"""A guard on words that deny by how they begin: legal and illegal, resident and non-resident."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from claimtrack.core.match.words.opposites import without_prefix
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
        for word in sorted(one.vocabulary - other.vocabulary):
            for base in without_prefix(word):
                known = base in other.vocabulary and base not in one.vocabulary
                if len(base) < 4 or not known or word.removesuffix(base) in other.vocabulary:
                    continue
                if (stem(word) in one.surely_denied) == (stem(base) in other.surely_denied):
                    return f"opposite: {word} / {base}"
    return None
