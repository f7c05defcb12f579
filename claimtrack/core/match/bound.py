"""A guard on what is a country's: "the Serbian delegate and the Croatian ambassador", the other way about."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.match.kinds import KINDS
from claimtrack.core.match.lexicon import STOP_WORDS
from claimtrack.core.match.reading import meanings

if TYPE_CHECKING:
    from claimtrack.core.match.reading import Reading

_REACH = 3
"""Words behind a country's name of which one may be what is its: "Croatian health minister"."""


def of_another_country(a: Reading, b: Reading) -> str | None:
    """Both name two countries, and what is the one's in the one is the other's in the other: Serbian delegate, Croatian delegate."""
    if len(_countries(a)) < 2 or len(_countries(b)) < 2:
        return None
    known = {member for member, _ in _countries(a)} & {member for member, _ in _countries(b)}
    if len(known) < 2:
        return None
    ours, theirs = _owned(a), _owned(b)
    for thing, countries in ours.items():
        others = theirs.get(thing, countries)
        if len(countries) == len(others) == 1 and countries != others and countries | others <= known:
            return f"roles swapped: {_told(a, countries)} / {_told(b, others)}"
    return None


def _told(reading: Reading, countries: set[int]) -> str:
    return next(reading.tokens[at].text for member, at in _countries(reading) if member in countries)


@lru_cache(maxsize=64)
def _countries(reading: Reading) -> list[tuple[int, int]]:
    """The countries that a statement names, each by its number and its place."""
    if _FORMS.isdisjoint(reading.vocabulary):
        return []
    found = ((KINDS.get(word.removesuffix("'s"), {}).get("country"), at) for at, word in enumerate(reading.words))
    return [(member, at) for member, at in found if member is not None]


_FORMS = frozenset(form for word, kinds in KINDS.items() if "country" in kinds for form in (word, f"{word}'s"))


def _owned(reading: Reading) -> dict[str | int, set[int]]:
    """What stands behind the name of a country or its people, or before "of", "from" or "in" and that, in its meanings."""
    found: dict[str | int, set[int]] = {}
    numbers = {quantity.first for quantity in reading.quantities}
    terms = {at: term for term, at in reading.placed}
    for member, at in _countries(reading):
        if "and" in reading.words[max(0, at - 2) : at + 2]:
            continue  # what is told of both is of either
        places = []
        before = at - 1 - (reading.words[at - 1] == "the")
        if reading.words[at].endswith("'s") or before < 0 or reading.words[before] not in ("of", "from", "in", "for"):
            end = at + 1
            while end < min(len(reading.words), at + 1 + _REACH) and _goes_on(reading, end):
                places.append(end)
                end += 1
        elif before and _goes_on(reading, before - 1):
            places = [before - 1]
        for place in places:
            if place in terms and place not in numbers:
                term = terms[place]
                for meaning in (term, *meanings(term)):
                    found.setdefault(meaning, set()).add(member)
    return found


def _goes_on(reading: Reading, at: int) -> bool:
    return reading.words[at] not in STOP_WORDS and not reading.parted(at)
