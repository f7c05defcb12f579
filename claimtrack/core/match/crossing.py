"""What stands left and right of a relation in one statement, and the other way about in another."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.match.lexicon import words_of
from claimtrack.core.match.phrases import Sides, terms_between

if TYPE_CHECKING:
    from claimtrack.core.match.reading import Reading


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


def told_of_then_and_now(a: Reading, b: Reading) -> bool:
    """Whether one compares now with a time at which the other tells what was: "fewer than in 1990", "in 1990 there were more"."""
    return _compares_with_the_past_of(a, b) or _compares_with_the_past_of(b, a)


def _compares_with_the_past_of(one: Reading, other: Reading) -> bool:
    if "than" not in one.vocabulary or "than" in other.vocabulary or _WAS.isdisjoint(other.vocabulary):
        return False
    behind = terms_between(one, one.words.index("than") + 1, len(one.words))
    dated = bool(one.years) or "ago" in one.vocabulary
    return dated and bool(behind) and behind <= other.terms


_WAS = words_of("was were had did")


def apart(sides: Sides) -> Sides:
    """What stands on one side only."""
    return Sides(sides.left - sides.right, sides.right - sides.left)
