"""The geometry of the charts; the templates draw it as SVG, with a table of the same numbers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from claimtrack.core.texts.printable import brief

if TYPE_CHECKING:
    from collections.abc import Sequence

_MAX_LABEL = 42


def bars(rows: Sequence[tuple[str, float]]) -> list[dict[str, Any]]:
    """Each row with the width of its bar in percent of the longest."""
    longest = max((value for _, value in rows), default=0) or 1
    return [
        {
            "label": label,
            "short": brief(label, _MAX_LABEL),
            "value": value,
            "width": round(100 * value / longest, 2),
        }
        for label, value in rows
    ]


def points(rows: Sequence[dict[str, Any]], day: str, label: str) -> dict[str, Any]:
    """Rows on a line of time, one lane for each label: x in percent, y by lane."""
    lanes = list(dict.fromkeys(str(row[label]) for row in rows))
    days = [date.fromisoformat(row[day]).toordinal() for row in rows]
    first, span = min(days), max(days) - min(days)
    placed = [
        {
            "x": round(100 * (at - first) / span, 2) if span else 50.0,
            "lane": lanes.index(str(row[label])),
            "row": row,
        }
        for row, at in zip(rows, days, strict=True)
    ]
    return {"lanes": lanes, "points": placed, "first": rows[0][day], "last": rows[-1][day]}
