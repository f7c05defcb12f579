"""Words that are one to the matcher by their stem, and are two: the universal basic income, the university's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.words.real_words import of_one_stem

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


def lookalikes_differ(a: Reading, b: Reading) -> Difference | None:
    """Each has a word that the other has not, of one stem and of two meanings."""
    two = of_one_stem(a.vocabulary - b.vocabulary, b.vocabulary - a.vocabulary)
    return Difference(f"differs: {two[0]} / {two[1]}", sure=True) if two else None
