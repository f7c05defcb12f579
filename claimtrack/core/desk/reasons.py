"""Why a claim is worth checking or not, as many of the reasons as a person is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable

MAX_REASONS = 5
_POINTS = expression(r"[+-]\d{1,4}")


def top_reasons(reasons: Iterable[str]) -> list[str]:
    """The reasons that count most, whether for or against, the weightiest first."""
    return sorted(reasons, key=_parse_points, reverse=True)[:MAX_REASONS]


def _parse_points(reason: str) -> int:
    """The points that a reason ends in; a plug-in may give none."""
    points = reason.rpartition(" ")[2]
    return abs(int(points)) if _POINTS.fullmatch(points) else 0
