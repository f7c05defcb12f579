"""Writes CSV that spreadsheets open, and that reads back to the same texts."""

from __future__ import annotations

import csv
from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING, Any

from claimtrack.core.sheets.cells import escape_formula, join_list
from claimtrack.core.sheets.own_columns import join_values
from claimtrack.core.sheets.sheets import FLAG_COLUMNS, LIST_COLUMNS
from claimtrack.core.texts.text_lists import parse_text_list

if TYPE_CHECKING:
    import io


def write(
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    out: io.TextIOBase,
    *,
    delimiter: str = ",",
    lists: Collection[str] = LIST_COLUMNS,
) -> int:
    """Write a header and the rows; return how many rows. Lines end in CR LF, as in RFC 4180. `lists` are columns with JSON arrays."""
    sheet = csv.writer(out, lineterminator="\r\n", delimiter=delimiter)
    sheet.writerow(columns)
    written = 0
    for row in rows:
        sheet.writerow(
            [escape_formula(cell) if isinstance(cell, str) else cell for cell in cells(columns, row, lists)]
        )
        written += 1
    return written


def cells(columns: Sequence[str], row: Sequence[Any], lists: Collection[str] = LIST_COLUMNS) -> list[Any]:
    """A row's values for a person: lists as comma-separated words, flags as true or false, bytes as text, everything else unchanged."""
    return [_cell(name, value, lists) for name, value in zip(columns, row, strict=True)]


def _cell(name: str, value: Any, lists: Collection[str]) -> Any:
    if value is None:
        return None
    if isinstance(value, bytes):  # only another program can have written it
        value = value.decode(errors="replace")
    if name in FLAG_COLUMNS:
        return bool(value)
    if name not in lists:
        return value
    join = join_list if name in LIST_COLUMNS else join_values
    return join(parse_text_list(value))
