"""A table out of a file: CSV of any delimiter and encoding, XLSX, or JSON Lines."""

from __future__ import annotations

import codecs
import csv
import io
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import IO, TYPE_CHECKING, Any

from claimtrack.core.cells import join_list, unescape_xml, unguard
from claimtrack.core.errors import ClaimtrackError, UnreadableSource
from claimtrack.fetch.binary import refuse_binary
from claimtrack.fetch.encoding import decode
from claimtrack.fetch.loaded import Hints
from claimtrack.importing.jsonstream import json_value

if TYPE_CHECKING:
    from collections.abc import Iterator

_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
_LONGEST_CELL = 10_000_000
_BROKEN = {
    "unexpected end of data": "a quote that opens in this row is never closed. Close it, or leave it out",
    "expected after": "a quote in this row is closed in the middle of a cell. Double the quotes within a cell, or "
    "close the one that opens it",
    "field larger": f"a cell of more than {_LONGEST_CELL:,} characters. Is there a quote that is never closed?",
}
"""What csv says of a row -> the same for who mends it."""


@dataclass(frozen=True, slots=True)
class Table:
    """Headers, and rows of as many texts with the line each begins at; `form` says how it was read.

    `is_guessed`: nothing in the file tells its encoding, or it is damaged, so letters may be others than were written.
    """

    headers: tuple[str, ...]
    rows: Iterator[tuple[int, list[str]]]
    form: str
    warnings: tuple[str, ...] = ()
    is_guessed: bool = False


def read_table(file: IO[bytes], name: str, *, from_csv: bool = False) -> Table:
    """The table in a file, known by how it begins. Raises UnreadableSource where there is none.

    `from_csv`: the desk writes this table as CSV only, so a workbook of it was saved from that, with its guarded cells.
    """
    data = file.read()
    if data.startswith(b"PK\x03\x04"):
        return _from_xlsx(data, name, is_guarded=from_csv)
    refuse_binary(data, name)
    text, warnings = decode(data, Hints(name))
    if not text.strip():
        raise UnreadableSource(f"{name} is empty")
    table = _from_jsonl(text, name) if text.lstrip().startswith("{") else _from_csv(text, name)
    return replace(table, warnings=warnings, is_guessed=not _tells_its_encoding(data))


def _tells_its_encoding(data: bytes) -> bool:
    """Whether it is UTF-8, or marked as UTF-16 (UTF-32 begins like that), from end to end."""
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        data.decode("utf-16" if is_wide else "utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _from_csv(text: str, name: str) -> Table:
    delimiter, skip = delimiter_of(text)
    csv.field_size_limit(_LONGEST_CELL)
    # Without newline="" a line break inside a cell would change.
    lines = io.StringIO(text, newline="")
    for _ in range(skip):
        lines.readline()
    # Strict: else a quote that nothing closes makes one cell of the rest of the sheet.
    rows = _csv_rows(csv.reader(lines, delimiter=delimiter, strict=True), name, skip)
    headers = tuple(next(rows, (0, []))[1])
    fitted = (
        (begin, [unguard(cell) for cell in _fitted(row, len(headers), f"{name}, line {begin}")])
        for begin, row in rows
        if any(row)
    )
    return Table(headers, fitted, f"CSV, {_DELIMITERS[delimiter]}-separated")


def _csv_rows(sheet: Any, name: str, skip: int) -> Iterator[tuple[int, list[str]]]:
    """Each row with the line that it begins at. Raises UnreadableSource, with that line, for a broken one."""
    while True:
        begin = sheet.line_num + 1 + skip
        try:
            row = next(sheet)
        except StopIteration:
            return
        except csv.Error as error:
            reason = next((told for raw, told in _BROKEN.items() if raw in str(error)), str(error))
            raise UnreadableSource(f"{name}, line {begin}: {reason}") from error
        yield begin, row


def delimiter_of(text: str) -> tuple[str, int]:
    """What separates the cells, and how many lines say only that ("sep=;" as Excel writes it)."""
    first = text.split("\n", 1)[0].strip()
    if first.lower().startswith("sep=") and first[4:5] in _DELIMITERS:
        return first[4], 1
    outside = "".join(first.split('"')[::2])  # what is quoted separates nothing
    return max(_DELIMITERS, key=outside.count), 0


def _fitted(row: list[str], width: int, place: str) -> list[str]:
    """The row with as many cells as there are headers; a cell too many is a mistake nobody should guess at."""
    if any(row[width:]):
        raise UnreadableSource(
            f"{place}: {len(row)} cells under {width} headers; is a text with a separator not in quotes?"
        )
    return row[:width] + [""] * (width - len(row))


def _from_jsonl(text: str, name: str) -> Table:
    # Read twice: once for the keys and to find what is broken, and then a line at a time.
    headers = tuple(dict.fromkeys(key for _, record in _records(text, name) for key in record))
    rows = ((number, [_text(record.get(key)) for key in headers]) for number, record in _records(text, name))
    return Table(headers, rows, "JSON Lines")


def _records(text: str, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    # By "\n" alone: splitlines() would also cut at U+2028, which JSON may hold unescaped.
    for number, line in enumerate(io.StringIO(text, newline="\n"), 1):
        if not line.strip():
            continue
        try:
            record = json_value(line)
        except UnreadableSource as error:
            raise UnreadableSource(f"{name}, line {number}: {error}") from error
        if not isinstance(record, dict):
            raise UnreadableSource(f"{name}, line {number}: no object; a line holds one claim")
        yield number, record


def _from_xlsx(data: bytes, name: str, *, is_guarded: bool) -> Table:
    try:
        from openpyxl import load_workbook
    except ImportError as error:
        raise ClaimtrackError("XLSX needs openpyxl: pip install 'claimtrack[xlsx]'") from error
    try:
        sheet = load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets[0]
        # Some programs write a wrong size of the sheet; then openpyxl would stop early.
        sheet.reset_dimensions()
        rows = sheet.iter_rows(values_only=True)
        headers = tuple(_text(value) for value in next(rows, ()))
    except Exception as error:
        raise UnreadableSource(
            f"{name} is no workbook that can be read ({error}): save it as XLSX or CSV"
        ) from error

    def filled() -> Iterator[tuple[int, list[str]]]:
        for number, row in enumerate(rows, 2):
            texts = [_text(value, from_xml=True) for value in row]
            if any(texts):
                fitted = _fitted(texts, len(headers), f"{name}, row {number}")
                yield number, [unguard(text) for text in fitted] if is_guarded else fitted

    return Table(headers, filled(), f"XLSX, sheet {sheet.title!r}")


def _text(value: Any, *, from_xml: bool = False) -> str:
    """A value as the text of a cell: days as ISO dates, whole numbers without a point."""
    if value is None:
        return ""
    if isinstance(value, str):
        return unescape_xml(value) if from_xml else value
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list):
        return join_list(map(str, value))
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
