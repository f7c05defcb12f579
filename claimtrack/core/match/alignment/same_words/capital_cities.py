"""A capital is its country where it acts, "Berlin rejects the plan", and another place where it only tells where it is: "in Berlin"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import Difference
from claimtrack.core.match.guards.entities.names import ORGANISATION_NOUNS
from claimtrack.core.match.reading.names.abbreviations import capital_cities, countries_at
from claimtrack.core.match.words.forms import may_be_past
from claimtrack.core.match.words.lexicon import FINITE_AUXILIARIES, words_of
from claimtrack.core.match.words.terms import format_both

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading

_WHERE = words_of("in near around across outside throughout within")
_PARTS = words_of("the central inner outer greater east west north south downtown all")
"""What may stand between those and a city."""
_GOVERNING = ORGANISATION_NOUNS | words_of(
    "government governments authorities officials power coup embassy ambassador ministers lawmakers mps talks summit meeting meetings leaders cabinet rulers"
)
"""What there is in a capital for the whole country, and may be told by its name: "the court in Paris", "a French court"."""
_OF_A_PLACE = words_of(
    "population people residents inhabitants citizens streets air weather price prices rent rents house housing home homes homeless homelessness"
    " unemployment joblessness poverty crime murder murders burglaries robberies pollution traffic schools pupils hospitals roads buildings"
    " flats tourists visitors children women men workers wages restaurants shops temperature temperatures rate life water"
)
"""What a place has, and no government: "Dublin's house prices", "the population of Cairo"."""
_REACH = 2


def only_a_place(a: Reading, b: Reading) -> Difference | None:
    """One tells of a country what the other tells of its capital as a place."""
    for one, other in ((a, b), (b, a)):
        for at, city, country in capital_cities(one):
            known = countries_at(one, range(len(one.words)), seats=False)
            meant = countries_at(other, range(len(other.words)), seats=False)
            if country in known or country not in meant or city in other.vocabulary:
                continue
            if (sure := _is_a_place(one, at)) is not None:
                told = one.written[at].removesuffix("'s"), _as_written(other, country)
                return Difference(f"other place: {format_both(told, turned=one is not a)}", sure)
    return None


def _as_written(reading: Reading, country: str) -> str:
    """A country by the last of its words in a statement."""
    at = next(
        i for i in range(len(reading.words)) if country in countries_at(reading, range(i + 1), seats=False)
    )
    return reading.written[at].removesuffix("'s")


def _is_a_place(reading: Reading, at: int) -> bool | None:
    """Whether a capital surely is only where it is; None where it may stand for who governs."""
    words, first = reading.words, at
    while first and (reading.has_capital(first - 1) or words[first - 1] in _PARTS):
        first -= 1
        if words[first] in _WHERE:  # "In Berlin"
            first += 1
            break
    before, behind = words[max(0, first - 3) : first], words[at + 1 : at + 1 + _REACH]
    if before and before[-1] in _WHERE:
        return True if _GOVERNING.isdisjoint(before) else None
    if before and before[-1] == "of":
        return None if _OF_A_PLACE.isdisjoint(before) else True
    if not _OF_A_PLACE.isdisjoint(behind) and not reading.is_boundary(at + 1):
        return True
    states = behind[:1] and behind[0] in FINITE_AUXILIARIES and len(behind) == _REACH
    return False if states and (not before or before[-1] == "that") and not _is_done(behind[1]) else None


def _is_done(word: str) -> bool:
    """Whether a word behind "has" or "is" is what somebody does or has done: "rejected", "taken", "considering"."""
    return may_be_past(word) or word.endswith("ing") or word in ("not", "been", "also", "now", "to")
