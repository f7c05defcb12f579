"""What differs between two statements, as it is told: that of the first before that of the second, "differs: 5 million / 50 million"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def swap_sides(told: Iterable[str]) -> tuple[str, ...]:
    """The same of the two the other way round; what is told of one alone ("negated: no evidence") stays."""
    return tuple(map(_turned, told))


def _turned(said: str) -> str:
    label, _, sides = said.partition(": ")
    one, between, other = sides.partition(" / ")
    # A side that holds such a stroke itself ("3 / 4") does not tell where the other begins.
    return f"{label}: {other} / {one}" if between and between not in other else said
