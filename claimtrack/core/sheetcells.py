"""What a cell of an edited sheet says about a field of a claim, seen beside what the desk holds."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

from claimtrack.core.cells import split_list
from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import Priority, Status
from claimtrack.core.text import (
    clean_claim,
    clean_date,
    clean_line,
    clean_note,
    clean_place,
    clean_url,
    is_url,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence


def read_cell(field: str, cell: str, held: Any = None) -> Any:
    """The value that the cell gives the field. Raises InvalidValue.

    `held` is the desk's value: a cell that only shows it in a spreadsheet's own way is no change.
    """
    if "\0" in cell:
        raise InvalidValue(f"{field} holds a NUL character, which no text may: take it out")
    if field == "tags":
        names = tuple(sorted({clean_line(name) for name in split_list(cell)}))
        return held if held is not None and set(names) == set(held) else names
    if held is not None and _lines(cell) == _lines(held):
        return held  # Excel saves CR LF inside a cell as LF
    if not cell.strip():
        return _empty(field)
    if field == "claimed_on":
        return _day(cell.strip(), held)
    return _READ.get(field, clean_line)(cell)


def _empty(field: str) -> None:
    if field in ("text", "status", "priority"):
        raise InvalidValue(f"{field} is empty, and a claim needs one")


def _text(cell: str) -> str:
    clean_claim(cell)  # refuses one that is too long; the words stay exactly as they are written
    return cell


def _status(cell: str) -> str:
    try:
        return Status(cell.strip().casefold().replace(" ", "_"))
    except ValueError:
        raise InvalidValue(f"no status {cell!r}: {', '.join(Status)}") from None


def _priority(cell: str) -> str:
    try:
        return Priority(cell.strip().casefold())
    except ValueError:
        raise InvalidValue(f"no priority {cell!r}: {', '.join(Priority)}") from None


def _claimant(cell: str) -> str:
    name = clean_line(cell)
    if is_url(name):
        raise InvalidValue(
            f"claimant is a web address: {name[:60]!r}. If the column says where it was said, add --map 'Its header=url'"
        )
    return name


_READ: dict[str, Callable[[str], str]] = {
    "text": _text,
    "status": _status,
    "priority": _priority,
    "claimant": _claimant,
    "url": clean_url,
    "place": clean_place,
    "note": clean_note,
}


def _lines(text: str) -> str:
    return re.sub(r"\r\n?", "\n", text)


def _day(cell: str, held: str | None) -> str:
    """An ISO date, or one that a spreadsheet has rewritten in its country's way: 22/04/2024, 4/22/24.

    Two readings are no reading, unless one of them is what the desk holds.
    """
    found = re.fullmatch(r"(\d{1,4})([./-])(\d{1,2})\2(\d{1,4})(?: 00:00(?::00)?)?", cell)
    if not found or re.fullmatch(r"\d{4}-\d{2}-\d{2}", cell):
        return clean_date(cell)
    first, second, third = int(found[1]), int(found[3]), int(found[4])
    orders = (
        [(first, second, third)]
        if len(found[1]) == 4
        else [(third, second, first)] + ([(third, first, second)] if found[2] == "/" else [])
    )
    days = [day for day in map(_date, orders) if day]
    if held in days:
        return str(held)
    if len(set(days)) == 1:
        return days[0]
    raise InvalidValue(f"not one certain day: {cell!r}. Write it as YYYY-MM-DD")


def _date(parts: Sequence[int]) -> str | None:
    year, month, day = parts
    try:
        return date(year + 2000 if year < 100 else year, month, day).isoformat()
    except ValueError:
        return None
