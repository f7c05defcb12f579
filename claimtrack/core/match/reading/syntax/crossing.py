"""What stands left and right of a relation in one statement, and the other way about in another."""

from __future__ import annotations

from claimtrack.core.match.reading.syntax.phrases import Sides


def turned_about(one: Sides, other: Sides) -> bool:
    """Whether what stands left in the one stands right in the other, and the other way about."""
    a, b = apart(one), apart(other)
    crossing = (a.left & b.right, a.right & b.left)
    parallel = len(a.left & b.left) + len(a.right & b.right)
    return all(crossing) and sum(map(len, crossing)) > 2 * parallel


def exchanged(one: Sides, other: Sides) -> bool:
    """The same where other words may stand beside: something has come from each side to the other."""
    a, b = apart(one), apart(other)
    return bool(a.left & b.right and a.right & b.left)


def wholes_exchanged(one: Sides, other: Sides) -> bool:
    """The same, where nothing of what stands left stands left in the other as well."""
    return not one.left & other.left and exchanged(one, other)


def apart(sides: Sides) -> Sides:
    """What stands on one side only."""
    return Sides(sides.left - sides.right, sides.right - sides.left)
