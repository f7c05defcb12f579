"""Reads ClaimReview records from sheets: Duke's CSV, and any CSV or workbook with some of its headers."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import IO

from claimtrack.core.claimreview.duke_csv import from_columns, is_read, known_name
from claimtrack.core.errors import UnreadableSource
from claimtrack.core.sheets.cells import unescape_formula
from claimtrack.core.texts.cleaning import is_url
from claimtrack.importing.headers import MOST_TITLES, Find
from claimtrack.importing.records import Record, Tell
from claimtrack.importing.table import LONGEST_CELL, Table, csv_rows, delimiter_of, read_table

_CLAIM = "claimReviewed"
_NO_CLAIMS = (
    f"there is no column {_CLAIM}: this is not JSON, a web page or Duke's CSV. A sheet of verdicts needs the headers {_CLAIM}, "
    "reviewRating.alternateName (the verdict), url (your article) and author.name (your name): see docs/exports.md"
)

_Rows = Iterable[tuple[int, Sequence[str]]]


def from_csv(file: io.TextIOBase, name: str, tell: Tell) -> Iterator[Record]:
    """Yield the records of a CSV file, row by row, and a problem if it has no column of claims."""
    csv.field_size_limit(LONGEST_CELL)
    for number, line in enumerate(islice(iter(file.readline, ""), MOST_TITLES), 1):
        delimiter, _ = delimiter_of(line)
        headers = next(csv.reader([line], delimiter=delimiter), [])
        if _has_claims(headers):
            # Strict: else an unclosed quote makes one cell of the rest of the sheet.
            rows = csv_rows(csv.reader(file, delimiter=delimiter, strict=True), name, number)
            _report_unread(headers, name, tell)
            unguarded = ((at, [*map(unescape_formula, row)]) for at, row in rows)
            yield from _records(headers, unguarded, name, "line")
            return
    yield Record(name, None, _NO_CLAIMS)


def from_workbook(file: IO[bytes], name: str, tell: Tell) -> Iterator[Record]:
    """Yield the records of all sheets that have a column of claims, and a problem if none has."""
    data = file.read()
    found = False
    titles: list[str | None] = [None]  # the first sheet
    unread = []
    for title in titles:
        place = f"{name}, sheet {title!r}" if title else name
        try:
            table = read_table(
                io.BytesIO(data), name, from_csv=True, find=Find(sheet=title, is_header=_has_claims)
            )
        except UnreadableSource as error:
            yield Record(place, None, str(error))
            return
        titles += table.others if title is None else ()
        if _has_claims(table.headers):
            found = True
            _report_unread(table.headers, place, tell)
            yield from _records(table.headers, _with_addresses(table), place, "row")
        else:
            unread.append(title or "the first")
    if not found:
        yield Record(name, None, _NO_CLAIMS)
    elif unread:
        tell(f"{name}: NOT READ: sheets without a column {_CLAIM}: {', '.join(unread)}")


def _has_claims(headers: Sequence[str]) -> bool:
    return _CLAIM in map(known_name, headers)


def _report_unread(headers: Sequence[str], name: str, tell: Tell) -> None:
    if unread := [header for header in headers if header.strip() and not is_read(header)]:
        tell(
            f"{name}: NOT READ, and not kept anywhere: {', '.join(map(repr, unread))}. docs/exports.md has the headers that are read"
        )


def _records(headers: Sequence[str], rows: _Rows, name: str, unit: str) -> Iterator[Record]:
    names = [*map(known_name, headers)]
    at = 0
    try:
        for at, row in rows:
            if any(map(str.strip, row)):
                yield Record(f"{name}, {unit} {at}", from_columns(dict(zip(names, row, strict=False))))
    except UnreadableSource as error:
        yield Record(f"{name}, after {unit} {at}", None, f"{error}; the rest was not read")


def _with_addresses(table: Table) -> _Rows:
    """The rows of a workbook, with the address of a link instead of its text in columns of addresses."""
    of_addresses = [at for at, header in enumerate(table.headers) if known_name(header).endswith("url")]
    for number, row in table.rows:
        links: Mapping[int, str] = table.links.get(number, {})
        for at in of_addresses:
            if at in links and not is_url(row[at].strip()):
                row[at] = links[at]
        yield number, row
