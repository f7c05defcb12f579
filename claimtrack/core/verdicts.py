"""How a claim's rating is told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


def told_rating(row: Mapping[str, Any]) -> str | None:
    """The `rating` of a row, with its publisher (`rated_by`) where that is another than our own desk; None without one."""
    return f"{row['rating']} ({row['rated_by']})" if row["rated_by"] else row["rating"]
