"""A table out of a file: CSV of any delimiter and encoding, XLSX, or JSON Lines."""

from __future__ import annotations

import codecs
import csv
import io
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import IO, TYPE_CHECKING, Any

from claimtrack.core.errors import UnreadableSource
from claimtrack.core.sheets.cells import join_list, unguard
from claimtrack.fetch.binary import WORKBOOKS, refuse_binary
from claimtrack.fetch.encoding import decode, decode_as
from claimtrack.fetch.loaded import Hints
from claimtrack.importing.headers import MOST_TITLES, Find, below_headers
from claimtrack.importing.jsonstream import json_value
from claimtrack.importing.workbook import read_sheet, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

_ZIPPED, _OLD = WORKBOOKS
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORKBOOK = {
    True: "locked with a password: open it, save it as XLSX or CSV without a password, and use that",
    False: "in the format of old Office files such as .xls: save it as XLSX or CSV and use that",
}
"""What an old Office file is, by whether it is locked: programs of today lock their files so, too."""

_DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
LONGEST_CELL = 10_000_000
"""Characters; a longer one is a quote that is never closed."""
_TOP = 100_000
"""Characters in which the headers are looked for."""
_LONGEST_MARK = 40
"""Characters at the start of a file that tell what it is."""
_UNQUOTED = "Is a text that contains a separator not in quotation marks?"
_UNHEADED = "Give each column a header, in the row of the headers"
_BROKEN = {
    "unexpected end of data": "a quotation mark in this row is never closed. Close it, or remove it",
    "expected after": "a quotation mark closes in the middle of a cell in this row. Double the quotation marks within a cell, or "
    "remove them",
    "field larger": f"a cell has more than {LONGEST_CELL:,} characters. Is a quotation mark never closed?",
}
"""What csv says of a row -> the same for who mends it."""


@dataclass(frozen=True, slots=True)
class Table:
    """Headers, and rows of as many texts with the line each begins at; `form` says how it was read.

    `is_guessed`: nothing in the file tells its encoding, or it is damaged, so letters may be others than were written.
    `others` are the further sheets of the workbook, which are not read, `comments` the cells that have one ("A2") and `coloured` the lines and columns of
    those that have a colour, below the headers. `links` are the addresses behind the texts of cells, by the lines of the rows that were read so far and their columns.
    """

    headers: tuple[str, ...]
    rows: Iterator[tuple[int, list[str]]]
    form: str
    warnings: tuple[str, ...] = ()
    is_guessed: bool = False
    others: tuple[str, ...] = ()
    comments: tuple[str, ...] = ()
    coloured: tuple[tuple[int, int], ...] = ()
    links: Mapping[int, Mapping[int, str]] = field(default_factory=dict)


def read_table(
    file: IO[bytes],
    name: str,
    *,
    from_csv: bool = False,
    find: Find | None = None,
    encoding: str | None = None,
) -> Table:
    """The table in a file, known by how it begins. Raises UnreadableSource where there is none.

    Its headers are in the first row, unless `find` tells of titles above them. `encoding` is what a person says it is in, else
    the bytes tell or it is guessed.
    `from_csv`: the desk writes this table as CSV only, so a workbook of it was saved from that, with its guarded cells.
    """
    find = find or Find()
    data = file.read()
    if data.startswith(_ZIPPED):
        if encoding is not None:
            raise UnreadableSource(f"{name} is a workbook, which has its own encoding: leave out --encoding")
        return _from_xlsx(data, name, find, is_guarded=from_csv)
    if data.startswith(_OLD):
        raise UnreadableSource(f"{name} is {_OLD_WORKBOOK[_LOCKED in data]}")
    text, warnings = _text_in(data, name, encoding)
    if find.sheet is not None:
        raise UnreadableSource(
            f"{name} is not a workbook, and has no sheets to choose from: leave out --sheet"
        )
    if not text.strip():
        raise UnreadableSource(f"{name} is empty")
    _refuse_other_text(text, name)
    is_json = text.lstrip().startswith("{")
    if is_json and find.header_row is not None:
        raise UnreadableSource(f"{name} is JSON Lines, whose keys are the headers: leave out --header-row")
    table = _from_jsonl(text, name) if is_json else _from_csv(text, name, find)
    return replace(table, warnings=warnings, is_guessed=not (encoding or _has_sure_encoding(data)))


def _text_in(data: bytes, name: str, encoding: str | None) -> tuple[str, tuple[str, ...]]:
    if encoding is None:
        refuse_binary(data, name)
        return decode(data, Hints(name))
    text = decode_as(data, encoding, name)
    refuse_binary(text.encode("utf-8", "replace"), name)  # not the bytes: those of UTF-16 are half zeros
    if text.isascii() or "utf" in encoding.lower() or not _has_sure_encoding(data):
        return text, ()
    return text, ("all of it is valid UTF-8: if letters look wrong, leave out --encoding",)


def _refuse_other_text(text: str, name: str) -> None:
    """Raise UnreadableSource for what would be read as a sheet of one nonsensical column."""
    start = text.lstrip()[:_LONGEST_MARK].casefold()
    if start.startswith("[") and start[1:].lstrip().startswith(("{", "]")):
        raise UnreadableSource(
            f"{name} is one JSON array, not JSON Lines with one object per line, as written by `--format ndjson`"
        )
    if start.startswith(("<!doctype html", "<html", "<table", "<?xml")):
        raise UnreadableSource(
            f"{name} is a web page or XML, whatever its name says: open it in Excel or LibreOffice, save it as XLSX or CSV, "
            "and use that"
        )


def _has_sure_encoding(data: bytes) -> bool:
    """Whether it is UTF-8, or marked as UTF-16 (UTF-32 begins like that), from end to end."""
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        data.decode("utf-16" if is_wide else "utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _from_csv(text: str, name: str, find: Find) -> Table:
    delimiter, skip = _delimiter(text, find)
    csv.field_size_limit(LONGEST_CELL)
    # Without newline="" a line break inside a cell would change.
    lines = io.StringIO(text, newline="")
    for _ in range(skip):
        lines.readline()
    # Strict: else a quote that nothing closes makes one cell of the rest of the sheet.
    rows = _csv_rows(csv.reader(lines, delimiter=delimiter, strict=True), name, skip)
    number, headers, rows = below_headers(rows, name, find)
    fitted = (
        (begin, [unguard(cell) for cell in _fit_row(row, len(headers), f"{name}, line {begin}", _UNQUOTED)])
        for begin, row in rows
        if any(map(str.strip, row))
    )
    form = f"CSV, {_DELIMITERS[delimiter]}-separated" + (
        f", headers in line {number}" if number > 1 + skip else ""
    )
    return Table(headers, fitted, form)


def _delimiter(text: str, find: Find) -> tuple[str, int]:
    """The same of a sheet that may have titles above its headers, in which commas separate nothing."""
    delimiter, skip = delimiter_of(text)
    if find.is_header and not skip:
        for line in text[:_TOP].splitlines()[:MOST_TITLES]:
            told, _ = delimiter_of(line)
            with suppress(csv.Error):  # which is told, with its line, where the rows are read
                cells = next(csv.reader([line], delimiter=told), [])
                if len(cells) > 1 and find.is_header(cells):
                    return told, 0
    return delimiter, skip


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


def _fit_row(row: list[str], width: int, place: str, remedy: str) -> list[str]:
    """The row with as many cells as there are headers; a cell too many is a mistake nobody should guess at."""
    if any(row[width:]):
        raise UnreadableSource(f"{place}: {len(row)} cells under {width} headers. {remedy}")
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
            raise UnreadableSource(f"{name}, line {number}: not a JSON object; each line must be one claim")
        yield number, record


def _from_xlsx(data: bytes, name: str, find: Find, *, is_guarded: bool) -> Table:
    sheet = read_sheet(data, name, find.sheet)
    number, headers, rows = below_headers(sheet.rows, name, find)
    filled = (
        (at, [unguard(text) for text in fitted] if is_guarded else fitted)
        for at, row in sheet.overlays.laid_over(rows, number, len(headers))
        if any(map(str.strip, row))
        for fitted in [_fit_row(row, len(headers), f"{name}, row {at}", _UNHEADED)]
    )
    form = f"XLSX, sheet {sheet.title!r}" + (f", headers in row {number}" if number > 1 else "")
    over = sheet.overlays
    return Table(
        headers,
        filled,
        form,
        others=sheet.others,
        comments=tuple(over.comments),
        coloured=tuple((at, column) for at, column in over.coloured if at > number and column < len(headers)),
        links=over.links,
    )


def _text(value: Any) -> str:
    return join_list(map(str, value)) if isinstance(value, list) else text_of(value)
