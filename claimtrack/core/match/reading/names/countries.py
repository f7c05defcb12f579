"""Which countries a statement names, by their names, their peoples' or the capitals that stand for them."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from claimtrack.core.match.words.countries import (
    CITIES,
    ELSEWHERE,
    FORMS,
    NO_COUNTRY_BEFORE,
    OF_A_CONTINENT,
    SEATS,
    country_of,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from claimtrack.core.match.reading.reading import Reading


@lru_cache(maxsize=64)
def named_countries(reading: Reading) -> dict[str, int]:
    """The countries that a statement names, by their names or their peoples', each with its place."""
    words = reading.words
    found: dict[str, int] = {}
    if FORMS.isdisjoint(reading.vocabulary):
        return found
    for at, token in enumerate(reading.tokens):
        if not token.text[0].isupper():
            continue
        bare = words[at].removesuffix("'s")
        before = words[at - 1] if at else ""
        if (before in OF_A_CONTINENT and bare in ELSEWHERE) or words[
            at + 1 : at + 2
        ] in NO_COUNTRY_BEFORE.get(bare, ()):
            continue
        country = country_of(before, bare)
        if country and (bare != "us" or token.text[1] != "s") and at not in reading.of_money:
            found.setdefault(country, at)
    return found


def named_by_seat(one: Reading, at: int, other: Reading, at_other: int | None = None) -> bool:
    """Whether a country at a place is named on the other side by where its government sits, or the other way about.

    With `at_other` it is asked of the word at that place alone.
    """
    if seat := _seat_at(one, at):
        found = named_countries(other).get(seat)
        return found is not None and at_other in (None, found, found - (" " in seat))
    mine = {
        country for country, place in named_countries(one).items() if place in (at, at + (" " in country))
    }
    places = range(len(other.words)) if at_other is None else (at_other,)
    return bool(mine) and any(_seat_at(other, place) in mine for place in places)


def _seat_at(reading: Reading, at: int) -> str | None:
    return SEATS.get(reading.words[at].removesuffix("'s"))


def countries_at(reading: Reading, places: range, *, seats: bool = True) -> set[str]:
    """The countries that are named at some places, be it by where their government sits, unless `seats` are left out."""
    named = {country for country, at in named_countries(reading).items() if at in places}
    if not seats:
        return named
    return named | {
        seat for at in places if reading.tokens[at].text[0].isupper() and (seat := _seat_at(reading, at))
    }


def capitals(reading: Reading) -> Iterator[tuple[int, str, str]]:
    """The capitals that a statement names, each with its place, and the country that it is of."""
    for at, word in enumerate(reading.words):
        city = word.removesuffix("'s")
        if city in CITIES and reading.tokens[at].text[0].isupper():
            yield at, city, SEATS[city]
