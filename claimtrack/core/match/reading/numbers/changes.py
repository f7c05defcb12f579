"""A change told in two ways: "car sales: -12%" and "car sales fell by 12 percent", "rents doubled" and "rents rose by 100 percent"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.reading.numbers.agreement import agrees

if TYPE_CHECKING:
    from claimtrack.core.match.reading.numbers.quantities import Quantity
    from claimtrack.core.match.reading.reading import Reading

_UP, _DOWN = 0, 1
"""The sides of "direction" that what rises and what falls take."""


def agree(one: Reading, x: Quantity, other: Reading, y: Quantity) -> bool:
    """Whether a number of each statement can be the same one, be it told by a sign in the one and by "fell" in the other, or as a multiple."""
    if agrees(x, y):
        return True
    return any(
        told(*two)
        for told in (_is_the_fall, _is_the_rise)
        for two in ((one, x, other, y), (other, y, one, x))
    )


def _is_the_fall(one: Reading, below: Quantity, other: Reading, fall: Quantity) -> bool:
    """Whether a number below zero is the other without its sign, of something that only goes down."""
    if not below.value == -fall.value < 0 or below.kind != fall.kind or below.bound != fall.bound:
        return False
    if "direction" in one.poles:
        return False  # "was -2 percent, down from 1": the sign tells no fall
    falls = [at for pole, _, at in other.poles.get("direction", ()) if pole == _DOWN]
    governed = any(0 < fall.first - at <= _BEHIND for at in falls) or _is_by(other, fall)
    return bool(falls) and governed and not _is_reached(one, below) and not _is_reached(other, fall)


def _is_the_rise(one: Reading, multiple: Quantity, other: Reading, rise: Quantity) -> bool:
    """Whether something has become so many times what the other tells to have risen by a percentage: "tripled", "rose by 200 percent"."""
    if (
        (multiple.kind, rise.kind) != ("times", "%")
        or multiple.first != multiple.last
        or not _is_by(other, rise)
    ):
        return False
    risen = any(pole == _UP and at < rise.first for pole, _, at in other.poles.get("direction", ()))
    return risen and rise.value == _HUNDRED * (multiple.value - 1)


_HUNDRED = 100


def _is_by(reading: Reading, number: Quantity) -> bool:
    """Whether it is told by how much: "fell in May by 12 percent"."""
    return "by" in reading.words[max(0, number.first - 2) : number.first]


def _is_reached(reading: Reading, number: Quantity) -> bool:
    """Whether a number is where something comes to, and not by how much it changes: "fell to about 2 percent"."""
    return not _TO.isdisjoint(reading.words[max(0, number.first - _HEDGED) : number.first])


_TO = frozenset({"to", "at"})
_BEHIND = 3
"""Words from the one that tells the fall to its number: "fell by 12", "shrank almost 2"."""
_HEDGED = 3
"""Words before a number of which one may be "to": "to just under 5"."""
