"""Writes XLSX: a workbook with one sheet. Texts are stored as texts, so that none runs as a formula."""

from __future__ import annotations

import errno
import io
import os
import zipfile
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from typing import IO, Any

from claimtrack.core.errors import ClaimtrackError, InvalidValue
from claimtrack.core.sheets.cells import SHEET_ROWS, escape_xml
from claimtrack.core.sheets.sheets import LIST_COLUMNS
from claimtrack.export.csv_sheet import cells

LONGEST_CELL = 32_767  # characters; Excel allows no more, and openpyxl would truncate silently
MOST_ROWS = SHEET_ROWS - 1  # below the header
_END = b"</worksheet>"
_WIDTHS = {"text": 70, "claim": 70, "url": 40, "claimant": 25, "summary": 60, "exact_words": 70}


def write(
    name: str,
    columns: Sequence[str],
    rows: Iterable[Sequence[Any]],
    out: IO[bytes],
    *,
    lists: Collection[str] = LIST_COLUMNS,
) -> int:
    """Write a workbook with a sheet of this name, row by row; return how many rows.

    Raises ClaimtrackError if openpyxl is not installed or there is no room for its temporary file, InvalidValue for a text or a number of
    rows that is too large for a spreadsheet.
    """
    try:
        from openpyxl import Workbook
        from openpyxl.cell import WriteOnlyCell
    except ImportError as error:
        raise ClaimtrackError("XLSX needs openpyxl: run `pip install 'claimtrack[xlsx]'`") from error

    book = Workbook(write_only=True)
    sheet = book.create_sheet(name)
    _lay_out(sheet, columns)

    def cell(value: Any) -> Any:
        if not isinstance(value, str):
            return value
        made = WriteOnlyCell(sheet, "")
        # Set directly, because openpyxl would take "=1+1" for a formula and "#N/A" for an error.
        made._value, made.data_type = escape_xml(value), "s"
        return made

    # Via memory: if the disk is full, openpyxl's own writers would report errors again at exit.
    made = io.BytesIO()
    written = 0
    with _explaining_full_disk():
        sheet.append([_heading(sheet, column) for column in columns])
        for row in rows:
            values = cells(columns, row, lists)
            _check(values, columns, written)
            sheet.append([cell(value) for value in values])
            written += 1
        book.save(made)
        _check_end(made)
    out.write(made.getbuffer())
    return written


def _heading(sheet: Any, text: str) -> Any:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    cell = WriteOnlyCell(sheet, text)
    cell.font = Font(bold=True)
    return cell


def _lay_out(sheet: Any, columns: Sequence[str]) -> None:
    from openpyxl.utils import get_column_letter

    sheet.freeze_panes = "B2"
    for number, column in enumerate(columns, 1):
        sheet.column_dimensions[get_column_letter(number)].width = _WIDTHS.get(column, 14)


@contextmanager
def _explaining_full_disk() -> Iterator[None]:
    """Within it, raise a ClaimtrackError if the temporary file of the rows cannot be written; lxml has an error of its own for that."""
    from lxml.etree import SerialisationError

    try:
        yield
    except (OSError, SerialisationError) as error:
        why = error.strerror if isinstance(error, OSError) else error
        raise ClaimtrackError(
            f"could not make the workbook: its rows are first written to the folder of temporary files, which failed ({why}). Free "
            "some disk space there and try again (TMPDIR names another folder), or use CSV"
        ) from error


def _check_end(book: IO[bytes]) -> None:
    """Raise OSError if the sheet has no end: openpyxl ignores an error of the last write to its temporary file."""
    end = b""
    with zipfile.ZipFile(book) as parts, parts.open("xl/worksheets/sheet1.xml") as sheet:
        while chunk := sheet.read(1 << 20):
            end = (end + chunk)[-len(_END) :]
    if end != _END:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


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
