"""A guard on a bound that has no unit, which is an age, beside one that has another: under 12, under 12 months."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.quantities.amounts import FIRST, told
from claimtrack.core.match.reading.numbers.measures import MEASURES
from claimtrack.core.match.words.lexicon import BE, STOP_WORDS, words_of

if TYPE_CHECKING:
    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading

_MEASURED = frozenset(MEASURES.values()) - {MEASURES["years"]}
_VERBS = (
    STOP_WORDS
    | BE
    | words_of("may might can could must should will would shall do does did have has had need get")
)
"""Behind a number these count nothing."""


def age_or_measure(a: Reading, b: Reading) -> str | None:
    """One bounds the age, the other by the same number something else: under 12, under 12 months; over 70, over 70 mph."""
    for x, y in product(a.amounts[:FIRST], b.amounts[:FIRST]):
        if x.value != y.value or not x.bound or x.bound != y.bound:
            continue
        if (_is_age(a, x) and _is_measured(y)) or (_is_age(b, y) and _is_measured(x)):
            return f"other unit: {told(a, x)} / {told(b, y)}"
    return None


def _is_age(reading: Reading, number: Quantity) -> bool:
    """Whether a number has nothing behind it that it counts."""
    behind = reading.words[number.last + 1 : number.last + 2]
    return number.kind == "number" and (not behind or behind[0] in _VERBS or reading.parted(number.last + 1))


def _is_measured(number: Quantity) -> bool:
    return (number.kind, number.unit) in _MEASURED
