"""How a number is told to a person: as it is written, with its unit and what bounds it. And how many of a text are compared."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.numbers.hedges import hedge_start
from claimtrack.core.match.reading.numbers.measures import MEASURES
from claimtrack.core.match.words.lexicon import NEARLY, STOP_WORDS
from claimtrack.core.match.words.terms import wording

if TYPE_CHECKING:
    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading

FIRST = 40
"""Numbers of a text that are paired with the other's: a claim has a few, a table in its place has thousands."""


def told(reading: Reading, quantity: Quantity) -> str:
    """A number as written, with the words that make it a bound, and with its unit where it has one of size."""
    first = (
        hedge_start(reading.words, quantity.first) if quantity.bound or quantity.nearly else quantity.first
    )
    first -= quantity.nearly and reading.words[first - 1] in NEARLY
    before = [token.text for token in reading.tokens[first : quantity.first]]
    return " ".join([*before, with_unit(reading, quantity)])


_UNSIZED = frozenset(kind for kind, size in MEASURES.values() if size == 1)
"""What is measured in units that may have the size of one: metres, days, degrees."""


def with_unit(reading: Reading, quantity: Quantity) -> str:
    """A number as written, with its unit where it has one of size."""
    if quantity.unit == 1 and quantity.kind not in _UNSIZED:
        return quantity.written
    if quantity.unit_words:
        first, last = quantity.first, quantity.last + quantity.unit_words
        return " ".join(reading.cleaned[reading.tokens[first].start : reading.tokens[last].end].split())
    behind = reading.words[quantity.last + 1 : quantity.last + 2]
    if not STOP_WORDS.isdisjoint(behind):
        return quantity.written  # the lower end of a range: "six to seven years"
    return f"{quantity.written} {wording(reading.tokens[quantity.last + 1 : quantity.last + 2])}".strip()
