"""How is a difference between two statements written? The first one's value before the second one's: "differs: 5 million / 50 million"."""

from __future__ import annotations

from collections.abc import Iterable


def swap_sides(differences: Iterable[str]) -> tuple[str, ...]:
    """Swap the two sides of each difference; one-sided ones ("negated: no evidence") stay."""
    return tuple(map(_swap_values, differences))


def _swap_values(difference: str) -> str:
    """Swap the two sides of one difference: "differs: 5 / 50" -> "differs: 50 / 5"."""
    label, _, sides = difference.partition(": ")
    one, between, other = sides.partition(" / ")
    # If a side contains such a slash itself ("3 / 4"), it is unclear where the other side begins.
    return f"{label}: {other} / {one}" if between and between not in other else difference
