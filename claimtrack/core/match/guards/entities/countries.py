"""A guard on which country is meant, be it told by its name, its people or its capital."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.names.countries import named_countries
from claimtrack.core.match.words.countries import SEATS, TWO_WORDS
from claimtrack.core.match.words.currencies import CURRENCIES
from claimtrack.core.match.words.terms import wording

if TYPE_CHECKING:
    from claimtrack.core.match.reading.reading import Reading


def countries_differ(a: Reading, b: Reading) -> str | None:
    """Each is about a country that the other does not name, by its name, its people or its capital."""
    ours, theirs = named_countries(a), named_countries(b)
    if not ours or not theirs:
        return None
    mine, yours = (
        [at for at in _missing(named, other, known) if not _of_its_money(one, at, other)]
        for one, named, other, known in ((a, ours, b, theirs), (b, theirs, a, ours))
    )
    if not mine or not yours:
        return None
    return f"differs: {_told(a, mine[0])} / {_told(b, yours[0])}"


def _of_its_money(one: Reading, at: int, other: Reading) -> bool:
    """Whether a country only tells whose money it is, which the other side names alone: "the South African rand", "the rand"."""
    money = "".join(one.words[at + 1 : at + 2])
    return money in CURRENCIES and any(
        word == money and (not i or i - 1 not in named_countries(other).values())
        for i, word in enumerate(other.words)
    )


def _told(reading: Reading, at: int) -> str:
    two = at > 0 and (reading.words[at - 1], reading.words[at].removesuffix("'s")) in TWO_WORDS
    return wording(reading.tokens[at - two : at + 1])


def _missing(named: dict[str, int], other: Reading, theirs: dict[str, int]) -> list[int]:
    """The places of the countries of one statement that the other does not name, not even by the capital."""
    apart = named.keys() - theirs.keys()
    if not apart:
        return []
    meant = {SEATS.get(word.removesuffix("'s"), "") for word in other.words}
    return [at for country, at in named.items() if country in apart and country not in meant]
