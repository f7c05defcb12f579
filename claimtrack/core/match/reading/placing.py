"""The terms of a statement in order, each with the place of the word that it is made from."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.words.terms import word_terms

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


def terms_and_places(reading: Reading) -> tuple[list[str], list[int]]:
    """The terms, and as many places; a number stands at that of its first token.

    Two lists and not one of pairs: look-ups read dozens of claims for their terms alone.
    """
    numbers = {quantity.first: quantity for quantity in reading.quantities}
    terms: list[str] = []
    places: list[int] = []
    end, midst = 0, range(0)
    for at, word in enumerate(reading.words):
        if numbers and at in numbers:
            end, midst = numbers[at].last + 1, numbers[at].midst
            terms.append(numbers[at].term)
            places.append(at)
        elif at >= end or at in midst:
            if word == "may" and reading.tokens[at].text == "May":
                terms.append(word)
                places.append(at)
            for term in word_terms(word):
                terms.append(term)
                places.append(at)
    return terms, places
