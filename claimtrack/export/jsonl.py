"""Writes JSON Lines: an object a row, for programs."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from claimtrack.core.sheets.sheets import FLAG_COLUMNS, LIST_COLUMNS

if TYPE_CHECKING:
    import io


def write(
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    out: io.TextIOBase,
    *,
    lists: Collection[str] = LIST_COLUMNS,
) -> int:
    """Write the rows, each an object with all columns; return how many. Lists stay lists, 1 and 0 of a flag are true and false, NULL is null."""
    written = 0
    for row in rows:
        record = {name: _decoded(name, value, lists) for name, value in zip(columns, row, strict=True)}
        out.write(json.dumps(record, ensure_ascii=False) + "\n")
        written += 1
    return written


def _decoded(name: str, value: Any, lists: Collection[str]) -> Any:
    if value is None:
        return None
    if name in FLAG_COLUMNS:
        return bool(value)
    return json.loads(value) if name in lists else value
