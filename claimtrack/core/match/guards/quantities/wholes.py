"""Shares that make a whole together: what the one tells of a share, the other may tell of the rest."""

from __future__ import annotations

from functools import lru_cache
from itertools import product
from typing import TYPE_CHECKING

from claimtrack.core.match.guards.quantities.units import stated
from claimtrack.core.match.guards.quantities.written import told
from claimtrack.core.match.reading.numbers.sums import comes_to_the_same, make_a_whole, make_up

if TYPE_CHECKING:
    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading


def rest_of_the_whole(a: Reading, b: Reading) -> str | None:
    """Both give a share, and one is what the other leaves: 60 and 40 percent, which may be told of the rest."""
    rest = _rest(a, b)
    if rest is None or _told_otherwise(a, b):
        return None
    return f"differs: {told(a, rest[0])} / {told(b, rest[1])}"


def told_of_the_rest(a: Reading, b: Reading) -> bool:
    """Whether one says of the rest the contrary of what the other says of a share: a fifth is recycled, 80 percent are not."""
    return bool(a.amounts and b.amounts) and _told_otherwise(a, b) and _rest(a, b) is not None


def _told_otherwise(a: Reading, b: Reading) -> bool:
    """Whether one denies, or says the opposite of, what the other says: has lost, has kept."""
    if (len(a.negators) - len(b.negators)) % 2:
        return True
    return any(
        {pole for pole, _, _ in a.poles[axis]}.isdisjoint(pole for pole, _, _ in b.poles[axis])
        and (axis not in OF_SIZE or (axis in _OF_WHOM and _is_said(a, axis) and _is_said(b, axis)))
        for axis in a.poles.keys() & b.poles.keys()
    )


def _is_said(reading: Reading, axis: str) -> bool:
    """Whether a word of an axis is what is said of a share, and not what it is of: "four in ten are women"."""
    return any(
        at and reading.words[at - 1] in ("are", "were", "is", "was") for _, _, at in reading.poles[axis]
    )


_FEW = 8
"""Numbers of a text among which two are looked for that make a third."""
OF_SIZE = frozenset(
    "comparative bound superlative share all number direction sex compass age sector side setting".split()
)
"""Axes that tell how much or of whom, and not what is said of it ..."""
_OF_WHOM = frozenset("sex age sector side setting".split())
"""... but for these, where they stand behind "are"."""


@lru_cache(maxsize=64)
def _rest(a: Reading, b: Reading) -> tuple[Quantity, Quantity] | None:
    """A number of each side that make a whole together, where neither is told on the other, nor each by what something changed."""
    ours, theirs = a.amounts[:_FEW], b.amounts[:_FEW]
    if not ours or not theirs:
        return None
    both = (*ours, *theirs)
    return next(
        (
            (x, y)
            for x, y in product(ours, theirs)
            if (make_a_whole(x, y) or make_up(x, y, [one for one in both if one is not x and one is not y]))
            and not comes_to_the_same(a, x, b, y)
            and not stated(x, b)
            and not stated(y, a)
            and not (a.words[x.first - 1] == b.words[y.first - 1] == "by")
        ),
        None,
    )
