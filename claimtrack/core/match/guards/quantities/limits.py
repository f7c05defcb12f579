"""A limit told from either side: what is below it may not what all else may, or need not what all else must."""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from claimtrack.core.match.reading.syntax.phrases import clause_end, clause_start
from claimtrack.core.match.words.lexicon import words_of
from claimtrack.core.match.words.negators import PROHIBITING

if TYPE_CHECKING:
    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading

_EXEMPT = PROHIBITING - words_of("illegal unlawful") | words_of("exempt exempts exempted spared")
"""These deny wherever they stand; but "illegal camps"."""
_FEW = 4
"""Numbers of a text among which limits are looked for: a long list is none."""


def share_limit(a: Reading, b: Reading) -> bool:
    """Whether some number is a limit that the two tell from either side."""
    pairs = product(a.amounts, b.amounts) if max(len(a.amounts), len(b.amounts)) <= _FEW else ()
    return any(are_same_limit(a, x, b, y) for x, y in pairs)


def are_same_limit(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether one denies of what is below a number what the other says of what is above: nobody under 18 may, at least 18; exempt, banned."""
    if x.value != y.value or x.bound * y.bound >= 0:
        return False
    denied = _denied(a, x) + _denied(b, y)
    exempt = sum(not _EXEMPT.isdisjoint(r.vocabulary) for r in (a, b))
    return (denied + exempt) % 2 == 1


@lru_cache(maxsize=1_000)
def _denied(reading: Reading, number: Quantity) -> int:
    """How often it is denied in the clause of a number."""
    start, end = clause_start(reading, number.first), clause_end(reading, number.first)
    return sum(start <= at < end for at in reading.negators)
