"""Finds the headers of a sheet: in its first row, or below a title."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import TYPE_CHECKING

from claimtrack.core.errors import UnreadableSource
from claimtrack.core.sheets.cells import SHEET_COLUMNS

if TYPE_CHECKING:
    Numbered = tuple[int, list[str]]

MOST_TITLES = 20
"""How many rows are searched for the headers."""
_TITLE_CELLS = 2
"""A title has at most so many cells ("Claims log", "Updated in May"), or half as many as the headers: a row with more may be data."""


@dataclass(frozen=True, slots=True)
class Find:
    """Where to look for the headers: in which sheet of a workbook, and in which row, else in the first for which `is_header`."""

    sheet: str | None = None
    header_row: int | None = None
    is_header: Callable[[Sequence[str]], bool] | None = None


def below_headers(
    rows: Iterator[Numbered], name: str, find: Find
) -> tuple[int, tuple[str, ...], Iterator[Numbered]]:
    """The number of the header row, the headers, and the rows below. Raises UnreadableSource if there is no row of that number."""
    if find.header_row is not None:
        for number, row in rows:
            if number >= find.header_row and any(row):
                return number, tuple(row), rows
        raise UnreadableSource(
            f"{name} has no headers in row {find.header_row}: give another number with --header-row"
        )
    top = list(islice(rows, MOST_TITLES))
    # Twenty million headers in one line kept the program busy for more than 25 seconds.
    if (columns := max((len(row) for _, row in top), default=0)) > SHEET_COLUMNS:
        raise UnreadableSource(
            f"{name} has {columns:,} columns, more than any spreadsheet: check what separates them"
        )
    at = _header_at([row for _, row in top], find.is_header) if find.is_header else 0
    number, headers = top[at] if top else (1, [])
    return number, tuple(headers), chain(top[at + 1 :], rows)


def _header_at(top: list[list[str]], is_header: Callable[[Sequence[str]], bool]) -> int:
    """The index of the first row with a known header and only titles above it; a title may be such a word itself, alone in its row.

    A group title above several headers ("What was said", "Checking") may be one, too: then the row below has the headers. If no row has a
    known header, it is the first that is more than a title, whose headers the error message shows.
    """
    filled = [sum(bool(cell.strip()) for cell in row) for row in top]
    found = [
        at
        for at, row in enumerate(top)
        if is_header(row) and all(_is_title(above, filled[at]) for above in filled[:at])
    ]
    first = next((at for most in (_TITLE_CELLS, 0) for at, cells in enumerate(filled) if cells > most), 0)
    at = next((at for at in found if filled[at] > 1), next(iter(found), first))
    while at + 1 in found:
        at += 1
    return at


def _is_title(cells: int, headers: int) -> bool:
    """Whether a row with so many cells may be a title above so many headers."""
    return cells < headers and cells <= max(_TITLE_CELLS, headers // 2)
