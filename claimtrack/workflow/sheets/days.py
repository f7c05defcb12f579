"""Decides which day 3/4/2025 is in a sheet: by the person's option, the desk's value, or another cell of the column."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.sheets.days import (
    DayOrder,
    days_by_order,
    days_of_range,
    infer_day_order,
    is_ambiguous,
    possible_days,
    resolve_day_order,
)
from claimtrack.core.sheets.sheets import DATE_FIELDS
from claimtrack.core.texts.printable import list_some, numbered
from claimtrack.workflow.sheets.ids import exported_claim

if TYPE_CHECKING:
    from claimtrack.workflow.sheets.changes import Row


def settle_days(db: Database, rows: list[Row], order: DayOrder | None, notices: list[str]) -> list[Row]:
    """Resolve each ambiguous day by the `order` given, else by the only order in which the column's other cells make sense.

    If only the column decides, a claim's row keeps the reading that the desk has: one edit in another country's order must change no
    other cell. A cell that is a day only in the other order is read in that, and reported: the others may be misread.
    """
    for field in DATE_FIELDS:
        rows = _settle(db, field, _without_ranges(field, rows, notices), order, notices)
    return rows


def _without_ranges(field: str, rows: list[Row], notices: list[str]) -> list[Row]:
    """Read a range of days as its first day, or as its last if it says until when there is time."""
    ranges = {line: days for line, cells in rows if (days := days_of_range(cells.get(field, "")))}
    if ranges:
        which, at = ("last", -1) if field == "due_on" else ("first", 0)
        example = f"{next(iter(ranges.values()))[at]} for line {next(iter(ranges))}"
        notices.append(
            f"{numbered('Line', [*ranges])}: {field} is a range of days, and only the {which} is read ({example})"
        )
        rows = [
            (line, cells | {field: ranges[line][at]} if line in ranges else cells) for line, cells in rows
        ]
    return rows


def _settle(
    db: Database, field: str, rows: list[Row], order: DayOrder | None, notices: list[str]
) -> list[Row]:
    days = [(line, cells.get(field, "")) for line, cells in rows]
    unclear = {line: cell for line, cell in days if is_ambiguous(cell)}
    if order is not None:
        others = [(row[0], row[1][field]) for row in rows if _contradicts_order(db, field, row, order)]
        notices += _report_contradicted_order(order, others, unclear) if others else []
        return [_read_day(field, row, order) if row[0] in unclear else row for row in rows]
    if not unclear:
        return rows
    found = infer_day_order(cell for _, cell in days)
    if found is None:
        return rows
    order, (line, cell) = found[0], days[found[1]]
    for row in rows:
        if row[0] in unclear and _is_as_held(db, field, row):
            del unclear[row[0]]
    if unclear:
        notices.append(
            f"reading dates as {order}, as line {line} ({cell.strip()}) shows; {len(unclear):,} could be read either way. To set the order, use --dates"
        )
    return [_read_day(field, row, order) if row[0] in unclear else row for row in rows]


def _contradicts_order(db: Database, field: str, row: Row, order: DayOrder) -> bool:
    """Whether the row's day is valid only in the other order, and not the day that the desk has."""
    orders = days_by_order(row[1].get(field, ""))
    return bool(orders) and order not in orders and not _is_as_held(db, field, row)


def _report_contradicted_order(
    order: DayOrder, others: list[tuple[int, str]], unclear: Mapping[int, str]
) -> list[str]:
    other = next(iter(days_by_order(others[0][1])))
    which = f"line {list_some((f'{line} ({cell.strip()})' for line, cell in others), 1)} can only be {other}"
    if not unclear:
        return [f"--dates says {order}, but {which}: reading it so"]
    at, doubtful = next(iter(unclear.items()))
    read = resolve_day_order(doubtful, order)
    return [
        f"--dates says {order}, but {which}: reading it so. Check whether the dates that could be read either way are {other} "
        f"too: {len(unclear):,}, such as line {at} ({doubtful.strip()}, read as {read})"
    ]


def _read_day(field: str, row: Row, order: DayOrder) -> Row:
    line, cells = row
    return line, cells | {field: resolve_day_order(cells[field], order)}


def _is_as_held(db: Database, field: str, row: Row) -> bool:
    held = exported_claim(db, row[1])
    return held is not None and getattr(held, field) in possible_days(row[1][field])
