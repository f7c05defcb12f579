"""Writes XLSX: a workbook with one sheet. Texts are stored as texts, so that none runs as a formula."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import IO, Any

from claimtrack.core.errors import ClaimtrackError, InvalidValue
from claimtrack.core.sheets.cells import escape_xml
from claimtrack.export.csv_sheet import cells

LONGEST_CELL = 32_767  # characters; Excel allows no more, and openpyxl would truncate silently
MOST_ROWS = 1_048_575  # below the header
_WIDTHS = {"text": 70, "claim": 70, "url": 40, "claimant": 25, "summary": 60, "exact_words": 70}


def write(name: str, columns: Sequence[str], rows: Iterable[Sequence[Any]], out: IO[bytes]) -> int:
    """Write a workbook with a sheet of this name, row by row; return how many rows.

    Raises ClaimtrackError if openpyxl is not installed, InvalidValue for a text or a number of rows
    that is too large for a spreadsheet.
    """
    try:
        from openpyxl import Workbook
        from openpyxl.cell import WriteOnlyCell
        from openpyxl.styles import Font
        from openpyxl.utils import get_column_letter
    except ImportError as error:
        raise ClaimtrackError("XLSX needs openpyxl: run `pip install 'claimtrack[xlsx]'`") from error

    book = Workbook(write_only=True)
    sheet = book.create_sheet(name)
    sheet.freeze_panes = "B2"
    for number, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(column, 14)

    def heading(text: str) -> Any:
        cell = WriteOnlyCell(sheet, text)
        cell.font = Font(bold=True)
        return cell

    def cell(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        made = WriteOnlyCell(sheet, "")
        # Set directly, because openpyxl would take "=1+1" for a formula and "#N/A" for an error.
        made._value, made.data_type = escape_xml(value), "s"
        return made

    sheet.append([heading(column) for column in columns])
    written = 0
    for row in rows:
        values = cells(columns, row)
        _check(values, columns, written)
        sheet.append([cell(value) for value in values])
        written += 1
    # Via memory: if the disk is full, openpyxl's own writers would report errors again at exit.
    made = io.BytesIO()
    book.save(made)
    out.write(made.getbuffer())
    return written


def _check(values: Sequence[Any], columns: Sequence[str], written: int) -> None:
    if written >= MOST_ROWS:
        raise InvalidValue(
            f"a spreadsheet can have at most {MOST_ROWS:,} rows: export fewer rows, or use CSV"
        )
    for column, value in zip(columns, values, strict=True):
        if isinstance(value, str) and len(value) > LONGEST_CELL:
            raise InvalidValue(
                f"row {values[0]}: its {column} has {len(value):,} characters, and a spreadsheet cell can have at most {LONGEST_CELL:,}: use CSV"
            )
