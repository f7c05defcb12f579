"""Reads ClaimReview records from sheets: Duke's CSV, and any CSV or workbook with some of its headers."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import chain, islice
from typing import IO, TYPE_CHECKING

from claimtrack.core.claimreview.duke_csv import from_columns, is_read, known_name
from claimtrack.core.errors import InvalidValue, UnreadableSource
from claimtrack.core.sheets.cells import is_failed_formula, refuse_formulas, unescape_formula
from claimtrack.core.texts.cleaning import is_url
from claimtrack.core.texts.printable import list_some, numbered
from claimtrack.importing.headers import MOST_TITLES, Find
from claimtrack.importing.opening import read_whole
from claimtrack.importing.records import REST_UNREAD, Record, Tell
from claimtrack.importing.table import DELIMITERS, LONGEST_CELL, Table, csv_rows, open_workbook, sheet_table

if TYPE_CHECKING:
    import io

_CLAIM = "claimReviewed"
_NO_CLAIMS = (
    f"there is no column {_CLAIM}: this is not JSON, a web page or Duke's CSV. A sheet of verdicts needs the headers {_CLAIM}, "
    "reviewRating.alternateName (the verdict), url (your article) and author.name (your name): see docs/exports.md"
)

_Rows = Iterable[tuple[int, Sequence[str]]]


def from_csv(file: io.TextIOBase, name: str, tell: Tell) -> Iterator[Record]:
    """Yield the records of a CSV file, row by row, and a problem if it has no column of claims."""
    csv.field_size_limit(LONGEST_CELL)
    top = [*islice(file, MOST_TITLES)]
    delimiter = next(filter(None, map(_delimiter_of_headers, top)), None)
    if delimiter is None:
        yield Record(name, None, _NO_CLAIMS)
        return
    # Strict: else an unclosed quote makes one cell of the rest of the sheet.
    rows = csv_rows(csv.reader(chain(top, file), delimiter=delimiter, strict=True), name, 0)
    try:
        # From the top, since a header may have several lines.
        headers = next((row for _, row in rows if _has_claims(row)), None)
    except UnreadableSource as error:
        yield Record(name, None, str(error))
        return
    if headers is None:
        yield Record(name, None, _NO_CLAIMS)
        return
    _report_unread(headers, name, tell)
    unguarded = ((at, [*map(unescape_formula, row)]) for at, row in rows)
    yield from _records(headers, unguarded, name, "line")


def _delimiter_of_headers(line: str) -> str | None:
    """The delimiter of a line with the header of claims; None for another line."""
    with suppress(csv.Error):
        return next(
            (one for one in DELIMITERS if _has_claims(next(csv.reader([line], delimiter=one), []))), None
        )
    return None


def from_workbook(file: IO[bytes], name: str, tell: Tell) -> Iterator[Record]:
    """Yield the records of all sheets that have a column of claims, and a problem if none has."""
    data = read_whole(file, name)
    book = None
    found = False
    titles: list[str | None] = [None]  # the first sheet
    unread = []
    for title in titles:
        place = f"{name}, sheet {title!r}" if title else name
        try:
            book = book or open_workbook(data, name)
            table = sheet_table(book, Find(sheet=title, is_header=_has_claims), is_guarded=True)
        except UnreadableSource as error:
            yield Record(place, None, str(error))
            return
        titles += table.others if title is None else ()
        if _has_claims(table.headers):
            found = True
            _report_unread(table.headers, place, tell)
            yield from _records(table.headers, _with_addresses(table, place, tell), place, "row")
        else:
            unread.append(title or "the first")
    if not found:
        yield Record(name, None, _NO_CLAIMS)
    elif unread:
        tell(f"{name}: NOT READ: sheets without a column {_CLAIM}: {list_some(unread)}")


def _has_claims(headers: Sequence[str]) -> bool:
    return _CLAIM in map(known_name, headers)


def _names(headers: Sequence[str]) -> list[str]:
    """The names of the columns. Beside "url", a header such as "URL" is another column."""
    return [one.strip() if known_name(one) in headers else known_name(one) for one in headers]


def _report_unread(headers: Sequence[str], name: str, tell: Tell) -> None:
    if unread := [one for one in _names(headers) if one and not is_read(one)]:
        tell(
            f"{name}: NOT READ, and not kept anywhere: {', '.join(map(repr, unread))}. docs/exports.md has the headers that are read"
        )


def _records(headers: Sequence[str], rows: _Rows, name: str, unit: str) -> Iterator[Record]:
    names = _names(headers)
    at = 0
    try:
        for at, row in rows:
            if any(map(str.strip, row)):
                yield _record(dict(zip(names, row, strict=False)), f"{name}, {unit} {at}")
    except UnreadableSource as error:
        yield Record(f"{name}, after {unit} {at}", None, f"{error}. {REST_UNREAD}")


def _record(cells: dict[str, str], place: str) -> Record:
    """The record of a row, or the problem with a formula in it that gave no value."""
    read = {name: cell for name, cell in cells.items() if is_read(name)}
    try:
        refuse_formulas(read)
    except InvalidValue as error:
        return Record(place, None, str(error))
    for name, cell in read.items():
        if is_failed_formula(cell):
            return Record(place, None, f"{name} is {cell}, the error of a formula: correct it in the sheet")
    return Record(place, from_columns(cells))


def _with_addresses(table: Table, name: str, tell: Tell) -> _Rows:
    """The rows of a workbook, with the address of a link instead of its text in columns of addresses. Hidden ones are reported."""
    of_addresses = [at for at, name in enumerate(_names(table.headers)) if name.endswith("url")]
    hidden = []
    for number, row in table.rows:
        hidden += [number] if number in table.hidden else []
        links: Mapping[int, str] = table.links.get(number, {})
        for at in of_addresses:
            if at in links and not is_url(row[at].strip()):
                row[at] = links[at]
        yield number, row
    if hidden:
        tell(f"{name}: {numbered('row', hidden)} hidden in the workbook, and read all the same")
