"""Reads a table from a file: CSV with any delimiter and encoding, XLSX, or JSON Lines."""

from __future__ import annotations

import codecs
import csv
import io
import json
from collections.abc import Container, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from typing import IO, Any

from claimtrack.core.errors import UnreadableSource
from claimtrack.core.sheets.cells import join_list, unescape_formula
from claimtrack.core.texts.printable import printable, shell_command
from claimtrack.fetch import Hints, decode
from claimtrack.fetch.decoding.binary import WORKBOOKS, refuse_binary, refuse_other_archive
from claimtrack.fetch.decoding.encodings import decode_as, detect_wide
from claimtrack.fetch.decoding.jsonstream import json_value
from claimtrack.importing.headers import MOST_TITLES, Find, below_headers
from claimtrack.importing.opening import read_whole
from claimtrack.importing.workbook import Workbook, text_of

_ZIPPED, _OLD = WORKBOOKS
_LOCKED = "EncryptedPackage".encode("utf-16-le")
_OLD_WORKBOOK = {
    True: "locked with a password: open it, save it as XLSX or CSV without a password, and use that",
    False: "in the format of old Office files such as .xls: save it as XLSX or CSV and use that",
}
"""The message for an old Office file, by whether it is locked: present programs use the same format for locked files."""

DELIMITERS = {",": "comma", ";": "semicolon", "\t": "tab", "|": "bar"}
LONGEST_CELL = 10_000_000
"""How many characters a cell may have; a longer one is an unclosed quote."""
_TOP = 100_000
"""How many characters are searched for the headers."""
_LONGEST_MARK = 40
"""How many characters at the start of a file identify its format."""
_UNQUOTED = "Is a text that contains a separator not in quotation marks?"
_UNHEADED = "Give each column a header, in the row of the headers"
_BROKEN = {
    "unexpected end of data": "a quotation mark in this row is never closed. Close it, or remove it",
    "expected after": "a quotation mark closes in the middle of a cell in this row. Double the quotation marks within a cell, or "
    "remove them",
    "field larger": f"a cell has more than {LONGEST_CELL:,} characters. Is a quotation mark never closed?",
}
"""Messages of csv about a row -> the same in words for the person who repairs the file."""


@dataclass(frozen=True, slots=True)
class Table:
    """Headers, and rows of as many texts, each with its first line; `form` describes how it was read.

    `is_guessed`: the encoding is a guess, or the file is damaged, so non-ASCII letters may be wrong. `others` are the other sheets of the
    workbook, which are not read. `comments` are the cells that have one ("A2"), `coloured` the lines and columns of cells with a colour,
    below the headers. `links` are the hyperlinks of cells, by line and column, in the rows that were read so far. `hidden` are
    the rows that the workbook does not show.
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
    hidden: Container[int] = ()


def read_table(
    file: IO[bytes],
    name: str,
    *,
    from_csv: bool = False,
    find: Find | None = None,
    encoding: str | None = None,
) -> Table:
    """Read the table in a file, whose format is recognised by its first bytes. Raises UnreadableSource if there is none.

    Its headers are in the first row, unless `find` allows for titles above them. `encoding` is the one that a person gives, else it is
    recognised or guessed. `from_csv`: the desk exports this table only as CSV, so a workbook of it has that file's escaped formulas.
    """
    find = find or Find()
    data = read_whole(file, name)
    if data.startswith(WORKBOOKS):
        if encoding is not None and data.startswith(_ZIPPED):
            raise UnreadableSource(f"{name} is a workbook, which has its own encoding: leave out --encoding")
        return sheet_table(open_workbook(data, name), find, is_guarded=from_csv)
    if name.lower().endswith(".xlsx") and b"\0" in data and not detect_wide(data):
        raise UnreadableSource(f"{name} is no workbook, or a damaged one: save it again as XLSX or CSV")
    text, warnings = _text_in(data, name, encoding)
    if find.sheet is not None:
        raise UnreadableSource(
            f"{name} is not a workbook, and has no sheets to choose from: leave out --sheet"
        )
    if not text.strip():
        raise UnreadableSource(f"{name} is empty: give a sheet that has rows")
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
    refuse_binary(text.encode("utf-8", "replace"), name)  # not the raw bytes: those of UTF-16 are half zeros
    if text.isascii() or "utf" in encoding.lower() or not _has_sure_encoding(data):
        return text, ()
    return text, ("all of it is valid UTF-8: if letters look wrong, leave out --encoding",)


def _refuse_other_text(text: str, name: str) -> None:
    """Raise UnreadableSource for a text that would be read as a sheet with one meaningless column."""
    start = text.lstrip()[:_LONGEST_MARK].casefold()
    if start.startswith("[") and start[1:].lstrip().startswith(("{", "]")):
        raise UnreadableSource(
            f"{name} is one JSON array, not JSON Lines with one object per line, as written by `--format ndjson`. "
            f"jq makes lines of it: {_lines_of('.[]', name)}"
        )
    if start.startswith(("<!doctype html", "<html", "<table", "<?xml")):
        raise UnreadableSource(
            f"{name} is a web page or XML, whatever its name says: open it in Excel or LibreOffice, save it as XLSX or CSV, "
            "and use that"
        )


def _has_sure_encoding(data: bytes) -> bool:
    """Whether all of it is valid UTF-8, or UTF-16 with a mark (UTF-32 begins with the same)."""
    is_wide = data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    try:
        data.decode("utf-16" if is_wide else "utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _from_csv(text: str, name: str, find: Find) -> Table:
    delimiter, skip = _delimiter(text, find)
    csv.field_size_limit(LONGEST_CELL)
    # Without newline="" line breaks inside cells would change.
    lines = io.StringIO(text, newline="")
    for _ in range(skip):
        lines.readline()
    # Strict: else an unclosed quote makes one cell of the rest of the sheet.
    rows = csv_rows(csv.reader(lines, delimiter=delimiter, strict=True), name, skip)
    number, headers, rows = below_headers(rows, name, find)
    fitted = (
        (
            begin,
            [
                unescape_formula(cell)
                for cell in _fit_row(row, len(headers), f"{name}, line {begin}", _UNQUOTED)
            ],
        )
        for begin, row in rows
        if any(map(str.strip, row))
    )
    form = f"CSV, {DELIMITERS[delimiter]}-separated" + (
        f", headers in line {number}" if number > 1 + skip else ""
    )
    return Table(headers, fitted, form)


def _delimiter(text: str, find: Find) -> tuple[str, int]:
    """`delimiter_of` for a sheet that may have titles above its headers, in which commas are no delimiters."""
    delimiter, skip = delimiter_of(text)
    if find.is_header and not skip:
        for line in text[:_TOP].splitlines()[:MOST_TITLES]:
            told, _ = delimiter_of(line)
            with suppress(csv.Error):  # reported, with its line, where the rows are read
                cells = next(csv.reader([line], delimiter=told), [])
                if len(cells) > 1 and find.is_header(cells):
                    return told, 0
    return delimiter, skip


def csv_rows(sheet: Any, name: str, skip: int) -> Iterator[tuple[int, list[str]]]:
    """Yield each row with its first line. Raises UnreadableSource, with that line, for a broken one."""
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
    """The delimiter, and how many lines only declare it ("sep=;" as Excel writes it)."""
    first = text.split("\n", 1)[0].strip()
    if first.lower().startswith("sep=") and first[4:5] in DELIMITERS:
        return first[4], 1
    outside = "".join(first.split('"')[::2])  # quoted characters are no delimiters
    return max(DELIMITERS, key=outside.count), 0


def _fit_row(row: list[str], width: int, place: str, remedy: str) -> list[str]:
    """Pad the row to the number of headers. Raises UnreadableSource for a cell too many: nobody should guess its column."""
    if any(row[width:]):
        raise UnreadableSource(f"{place}: {len(row)} cells under {width} headers. {remedy}")
    return row[:width] + [""] * (width - len(row))


def _lines_of(rows: str, name: str) -> str:
    return f"jq -c {shell_command(rows)} {shell_command(name)} > rows.jsonl"


def _refuse_document(text: str, name: str) -> None:
    """Raise UnreadableSource for one object that has its rows in lists, as Trello exports a board.

    An object with a text is a row, of which the lists are a part: a post with its pictures.
    """
    try:
        document = json_value(text)
    except UnreadableSource:
        return  # several lines, of which a broken one is named where they are read
    if "text" in document:
        return
    lists = {
        key: rows for key, rows in document.items() if isinstance(rows, list) and dict in map(type, rows)
    }
    if lists:
        longest = max(lists, key=lambda key: len(lists[key]))
        raise UnreadableSource(
            f"{name} is one JSON document, not JSON Lines with one object per line. It has these lists: {', '.join(map(printable, lists))}. "
            f"jq makes lines of one: {_lines_of(f'.{json.dumps(longest)}[]', name)}"
        )


def _from_jsonl(text: str, name: str) -> Table:
    _refuse_document(text, name)
    # Read twice: first for the keys and for broken lines, then a line at a time.
    headers = tuple(dict.fromkeys(key for _, record in _records(text, name) for key in record))
    rows = ((number, [_text(record.get(key)) for key in headers]) for number, record in _records(text, name))
    return Table(headers, rows, "JSON Lines")


def _records(text: str, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
    # By "\n" only: splitlines() would also split at U+2028, which JSON may contain unescaped.
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


def open_workbook(data: bytes, name: str) -> Workbook:
    """Open a workbook. Raises UnreadableSource for another archive, and for one in the format of old or locked Office files."""
    if data.startswith(_OLD):
        raise UnreadableSource(f"{name} is {_OLD_WORKBOOK[_LOCKED in data]}")
    refuse_other_archive(data, name)
    return Workbook(data, name)


def sheet_table(book: Workbook, find: Find, *, is_guarded: bool) -> Table:
    """Read the table in a sheet of the workbook. Raises UnreadableSource."""
    sheet, name = book.read(find.sheet), book.name
    number, headers, rows = below_headers(sheet.rows, name, find)
    filled = (
        (at, [unescape_formula(text) for text in fitted] if is_guarded else fitted)
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
        hidden=over.hidden,
    )


def _text(value: Any) -> str:
    return join_list(map(str, value)) if isinstance(value, list) else text_of(value)
