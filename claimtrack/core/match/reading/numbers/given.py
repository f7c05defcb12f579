"""Whether a statement gives a number that another gives: asked of each number of a text, so that a list of hundreds costs no square of them."""

from __future__ import annotations

from functools import lru_cache
from itertools import islice
from typing import TYPE_CHECKING

from claimtrack.core.match.reading.numbers.agreement import agrees

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading

MOST = 100
"""Numbers of a text that are looked at for one that is the same but for rounding or its unit; of all others only the same value is."""


def gives(reading: Reading, number: Quantity, can_be: Callable[[Quantity, Quantity], bool] = agrees) -> bool:
    """Whether some number of a statement can be this one: one of the same value, looked at first, or of the first hundred."""
    same = _by_value(reading).get(number.value, ())
    return any(can_be(number, one) for one in islice(same, MOST)) or any(
        can_be(number, one) for one in islice(reading.quantities, MOST)
    )


@lru_cache(maxsize=64)
def _by_value(reading: Reading) -> Mapping[float, list[Quantity]]:
    found: dict[float, list[Quantity]] = {}
    for one in reading.quantities:
        found.setdefault(one.value, []).append(one)
    return found


@lru_cache(maxsize=64)
def amounts_by_term(reading: Reading) -> Mapping[str, list[Quantity]]:
    """The first amounts of a statement that have a term, by it: those of a list of one number over and over tell no more."""
    found: dict[str, list[Quantity]] = {}
    for one in reading.amounts:
        alike = found.setdefault(one.term, [])
        if len(alike) < MOST:
            alike.append(one)
    return found
