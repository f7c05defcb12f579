"""Which reasons for or against checking a claim are shown to a person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_REASONS = 5
_POINTS = expression(r"[+-]\d{1,4}")


def top_reasons(reasons: Iterable[str]) -> list[str]:
    """Return the reasons with the most points, for or against, highest first."""
    return sorted(reasons, key=_parse_points, reverse=True)[:MAX_REASONS]


def _parse_points(reason: str) -> int:
    """Return the points at the end of a reason ("a figure: +13" gives 13); 0 if a plug-in gave none."""
    points = reason.rpartition(" ")[2]
    return abs(int(points)) if _POINTS.fullmatch(points) else 0
