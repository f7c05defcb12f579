"""Chart geometry; the templates draw it as SVG, with the same numbers in a table."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from claimtrack.core.texts.printable import brief

_MAX_LABEL = 42


def bars(rows: Sequence[tuple[str, float]]) -> list[dict[str, Any]]:
    """Add to each row the width of its bar, as a percentage of the longest."""
    longest = max((value for _, value in rows), default=0) or 1
    return [
        {
            "label": label,
            "short": _short(label),
            "value": value,
            "width": round(100 * value / longest, 2),
        }
        for label, value in rows
    ]


def _short(label: str) -> str:
    """The label as far as there is room, up to the end of a word or number: "in 201…" would name another year."""
    cut = brief(label, _MAX_LABEL)
    return cut if cut == label or " " not in cut else f"{cut.rpartition(' ')[0]}…"


def points(rows: Sequence[dict[str, Any]], day: str, label: str) -> dict[str, Any]:
    """Place rows on a timeline, with one lane per label: x in percent, y as the lane's index."""
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
