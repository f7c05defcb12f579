"""A guard on what costs something in one statement, and nothing in the other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.guards.difference import either_way
from claimtrack.core.match.words.countries import MONEY
from claimtrack.core.match.words.lexicon import words_of

if TYPE_CHECKING:
    from claimtrack.core.match.guards.difference import Told
    from claimtrack.core.match.reading.reading import Reading

_CHARGING = words_of(
    "charge charges charged charging cost costs costing pay pays paid paying fee fees price entry ticket tickets"
)
_FREE = words_of("free gratis")
_RELEASING = words_of(
    "set sets go goes went walk walks walked of from to speech trade press market election elections and or"
)
"""Beside these "free" tells of no price: "set free", "free of lead", "free speech"."""
_HELD = words_of("bail ransom prison jail custody hostage hostages captivity kidnappers")
"""Who was in this, or was let go for it, is free as one is who is not held."""


@either_way("differs")
def costs_or_free(one: Reading, other: Reading) -> Told | None:
    """What costs so much in the one is free in the other: "charges 40 euros for it", "lets you have it for free"."""
    if _CHARGING.isdisjoint(one.vocabulary) or one.negators or other.negators:
        return None
    if not _HELD.isdisjoint(one.vocabulary | other.vocabulary):
        return None
    free = None if _is_free(one) else _is_free(other)
    price = next((q for q in one.amounts if q.kind in MONEY), None) if free else None
    if free and price and not any(q.kind in MONEY for q in other.amounts):
        return price.written, free
    return None


def _is_free(reading: Reading) -> str | None:
    """The word by which something is told to cost nothing."""
    if "gratis" in reading.in_a_word.values():
        return "free of charge"
    words = reading.words
    for at, word in enumerate(words):
        beside = {*words[max(0, at - 1) : at], *words[at + 1 : at + 2]}
        if word in _FREE and _RELEASING.isdisjoint(beside):
            return word
    return None
