"""Which day 3/4/2025 is in a sheet: as a person says, as the desk has it, or as another cell of the column tells."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.sheetdays import DayOrder, in_order, is_ambiguous, readings, settled
from claimtrack.workflow.sheet_ids import as_exported

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.workflow.sheet_rows import Row

_FIELD = "claimed_on"


def settle_days(db: Database, rows: list[Row], order: DayOrder | None, notices: list[str]) -> list[Row]:
    """The rows, with each day that has two readings as `order` has it, else as the one order in which cells of the column are certain.

    Where only the column tells, a claim's row keeps the reading that the desk holds: an edit in another country's way
    is to change no other cell.
    """
    told = [(line, cells.get(_FIELD, "")) for line, cells in rows]
    unclear = {line for line, cell in told if is_ambiguous(cell)}
    if not unclear:
        return rows
    if order is not None:
        return [_read(row, order) if row[0] in unclear else row for row in rows]
    found = settled(cell for _, cell in told)
    if found is None:
        return rows
    order, (line, cell) = found[0], told[found[1]]
    unclear -= {row[0] for row in rows if row[0] in unclear and _is_as_held(db, row)}
    if unclear:
        notices.append(
            f"days are read {order}, as line {line} tells ({cell.strip()}), in {len(unclear):,} that could be read otherwise: "
            "--dates says how they are meant"
        )
    return [_read(row, order) if row[0] in unclear else row for row in rows]


def _read(row: Row, order: DayOrder) -> Row:
    line, cells = row
    return line, cells | {_FIELD: in_order(cells[_FIELD], order)}


def _is_as_held(db: Database, row: Row) -> bool:
    held = as_exported(db, row[1])
    return held is not None and held.claimed_on in readings(row[1][_FIELD])
