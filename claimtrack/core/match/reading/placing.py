"""The terms of a statement, at the places of the words that they are made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.terms import word_terms

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


def terms_by_place(reading: Reading) -> list[tuple[str, ...]]:
    """The terms of each word; a number stands at its first, and what it is told of in its midst stays: "one *child* in five"."""
    found = list(map(word_terms, reading.words))
    if "may" in reading.words:
        for at, word in enumerate(reading.words):
            if word == "may" and reading.tokens[at].text == "May":
                found[at] = (word, *found[at])
    for quantity in reading.quantities:
        midst = quantity.midst
        for at in range(quantity.first, quantity.last + 1):
            if at not in midst:
                found[at] = ()
        found[quantity.first] = (quantity.term,)
    return found
