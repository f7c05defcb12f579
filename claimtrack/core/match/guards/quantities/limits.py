"""Limits expressed from either side: what is banned or exempt below a number, and allowed or due from it on."""

from __future__ import annotations

from functools import lru_cache
from itertools import product

from claimtrack.core.language.word_lists import words_of
from claimtrack.core.match.reading.numbers.quantities import Quantity
from claimtrack.core.match.reading.reading import Reading
from claimtrack.core.match.reading.syntax.phrases import clause_end, clause_start
from claimtrack.core.match.words.negators import PROHIBITING

_EXEMPTION_WORDS = PROHIBITING - words_of("illegal unlawful") | words_of("exempt exempts exempted spared")
"""These negate wherever they stand; but "illegal camps"."""
_MAX_AMOUNTS = 4
"""Numbers of a text among which limits are looked for: a long list contains none."""


def share_limit(a: Reading, b: Reading) -> bool:
    """Whether two statements express some limit from opposite sides: "under 18 may not", "from 18 on may"."""
    pairs = product(a.amounts, b.amounts) if max(len(a.amounts), len(b.amounts)) <= _MAX_AMOUNTS else ()
    return any(are_same_limit(a, x, b, y) for x, y in pairs)


def are_same_limit(a: Reading, x: Quantity, b: Reading, y: Quantity) -> bool:
    """Whether one denies below a number what the other asserts above it: nobody under 18 may, at least 18; exempt, banned."""
    if x.value != y.value or x.bound * y.bound >= 0:
        return False
    denied = _count_negators(a, x) + _count_negators(b, y)
    exempt = sum(not _EXEMPTION_WORDS.isdisjoint(r.vocabulary) for r in (a, b))
    return (denied + exempt) % 2 == 1


@lru_cache(maxsize=1_000)
def _count_negators(reading: Reading, number: Quantity) -> int:
    """The number of negators in the clause of a number."""
    start, end = clause_start(reading, number.first), clause_end(reading, number.first)
    return sum(start <= at < end for at in reading.negators)
