"""A capital that stands for its country, "Berlin rejects the plan", or is only a place: "in Berlin"."""

from __future__ import annotations

from claimtrack.core.language.word_lists import FINITE_AUXILIARIES, words_of
from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.guards.entities.names import ORGANISATION_NOUNS
from claimtrack.core.match.reading.names.abbreviations import capital_cities, countries_at
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.words.forms import may_be_past
from claimtrack.core.match.words.terms import format_both

_PLACE_PREPOSITIONS = words_of("in near around across outside throughout within")
_BETWEEN_PREPOSITION_AND_CITY = words_of("the central inner outer greater east west north south downtown all")
"""Words between such a preposition and a city: "in *central* Berlin"."""
_NATIONAL_NOUNS = ORGANISATION_NOUNS | words_of(
    "government governments authorities officials power coup embassy ambassador ministers lawmakers mps "
    "talks summit meeting meetings leaders cabinet rulers"
)
"""Nouns of what a capital has for the whole country, and may be named after it: "the court in Paris", "a French court"."""
_LOCAL_NOUNS = words_of(
    "population people residents inhabitants citizens streets air weather price prices rent rents house "
    "housing home homes homeless homelessness unemployment joblessness poverty crime murder murders "
    "burglaries robberies pollution traffic schools pupils hospitals roads buildings flats tourists visitors "
    "children women men workers wages restaurants shops temperature temperatures rate life water"
)
"""Nouns of what a place has and no government: "Dublin's house prices", "the population of Cairo"."""
_TOKENS_AFTER_CITY = 2
"""Number of tokens after a capital that show whether its government is meant."""


def capital_or_country(a: Reading, b: Reading) -> Difference | None:
    """One states of a country what the other states of its capital as a place."""
    for one, other in ((a, b), (b, a)):
        for at, city, country in capital_cities(one):
            known = countries_at(one, range(len(one.words)), seats=False)
            meant = countries_at(other, range(len(other.words)), seats=False)
            if country in known or country not in meant or city in other.vocabulary:
                continue
            if (sure := _is_only_place(one, at)) is not None:
                quoted = one.written[at].removesuffix("'s"), _country_as_written(other, country)
                return Difference(f"other place: {format_both(quoted, turned=one is not a)}", sure)
    return None


def _country_as_written(reading: Reading, country: str) -> str:
    """The last word of a country's name in a statement."""
    at = next(
        i for i in range(len(reading.words)) if country in countries_at(reading, range(i + 1), seats=False)
    )
    return reading.written[at].removesuffix("'s")


def _is_only_place(reading: Reading, at: int) -> bool | None:
    """Whether a capital surely is only a place; None where it may stand for the government."""
    words, first = reading.words, at
    while first and (reading.has_capital(first - 1) or words[first - 1] in _BETWEEN_PREPOSITION_AND_CITY):
        first -= 1
        if words[first] in _PLACE_PREPOSITIONS:  # "In Berlin"
            first += 1
            break
    before, after = words[max(0, first - 3) : first], words[at + 1 : at + 1 + _TOKENS_AFTER_CITY]
    if before and before[-1] in _PLACE_PREPOSITIONS:
        return True if _NATIONAL_NOUNS.isdisjoint(before) else None
    if before and before[-1] == "of":
        return None if _LOCAL_NOUNS.isdisjoint(before) else True
    if not _LOCAL_NOUNS.isdisjoint(after) and not reading.is_boundary(at + 1):
        return True
    states = after[:1] and after[0] in FINITE_AUXILIARIES and len(after) == _TOKENS_AFTER_CITY
    return False if states and (not before or before[-1] == "that") and not _is_participle(after[1]) else None


def _is_participle(word: str) -> bool:
    """Whether a word after an auxiliary continues a verb: "rejected", "taken", "considering"."""
    return may_be_past(word) or word.endswith("ing") or word in ("not", "been", "also", "now", "to")
