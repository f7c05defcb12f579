"""Reads the sheets of a workbook (XLSX), row by row, as texts."""

from __future__ import annotations

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime
from itertools import islice
from typing import Any, NamedTuple

from claimtrack.core.errors import ClaimtrackError, UnreadableSource
from claimtrack.core.sheets.cells import MISSING_FORMULA_VALUE, SHEET_ROWS, unescape_xml
from claimtrack.core.texts.printable import list_some
from claimtrack.fetch.decoding.binary import refuse_bomb
from claimtrack.importing.overlays import Overlays, read_overlays

_FORMULA = re.compile(rb"<f[ />]")
_BOOK = "xl/workbook.xml"
_STRICT = b"http://purl.oclc.org/ooxml/spreadsheetml/main"
_CHUNK = 1_000_000  # bytes
_MOST = 300_000_000
"""The largest uncompressed size of a workbook in bytes: some hundred thousand claims with all their columns."""
_MOST_TEXT = 300_000_000
"""The most letters and cells of a sheet: a text may be in many cells but once in the file, and a cell at the far right fills its row with empty ones."""
_MOST_EMPTY = 10_000
"""A sheet with more rows counts as filled without a look at all of them."""
_STRINGS = "xl/sharedStrings.xml"
_MOST_TAGS = {_STRINGS: 10_000_000, "xl/styles.xml": 1_000_000, _BOOK: 100_000}
"""The most tags of the parts that openpyxl holds in memory, with 100 to 500 bytes for each."""


class Sheet(NamedTuple):
    """A sheet's title, its numbered rows, the titles of other non-empty sheets, and its overlays."""

    title: str
    rows: Iterator[tuple[int, list[str]]]
    others: tuple[str, ...]
    overlays: Overlays


class Workbook:
    """An open workbook. A formula without a stored value, as some programs write it, becomes MISSING_FORMULA_VALUE."""

    def __init__(self, data: bytes, name: str) -> None:
        """Open it. Raises UnreadableSource, and ClaimtrackError if openpyxl is not installed."""
        try:
            from openpyxl import load_workbook
        except ImportError as error:
            raise ClaimtrackError("XLSX needs openpyxl: run `pip install 'claimtrack[xlsx]'`") from error
        # Raw warnings of openpyxl are no help: about styles and validations, which nobody reads here.
        warnings.filterwarnings("ignore", category=UserWarning, module="openpyxl")
        self.name = name
        with _reading(name):
            self._archive = zipfile.ZipFile(io.BytesIO(data))
            self._formulas: list[Any] = []
            if _holds_formulas(
                self._archive, name
            ):  # openpyxl reads their values and their texts in two passes
                self._formulas = load_workbook(io.BytesIO(data), read_only=True).worksheets
            self._sheets = load_workbook(io.BytesIO(data), read_only=True, data_only=True).worksheets
            self._filled = [sheet for sheet in self._sheets if _is_filled(sheet)]

    def read(self, title: str | None) -> Sheet:
        """Read the sheet of this title, else the first. Raises UnreadableSource."""
        with _reading(self.name):
            at = _choose_sheet([sheet.title for sheet in self._sheets], self.name, title)
            chosen = self._sheets[at]
            overlays = read_overlays(self._archive, chosen._worksheet_path)
            rows = _rows(chosen, self._formulas[at] if self._formulas else None, overlays)
            first = next(rows, None)  # else a damaged sheet would only be reported when its rows are read
        others = tuple(sheet.title for sheet in self._filled if sheet is not chosen)
        return Sheet(chosen.title, enumerate(_with(first, rows, self.name), 1), others, overlays)


@contextmanager
def _reading(name: str) -> Iterator[None]:
    """Within the block, any error of a damaged part is raised as UnreadableSource for the file."""
    try:
        yield
    except (ClaimtrackError, MemoryError):
        raise
    except zipfile.BadZipFile as error:
        raise UnreadableSource(
            f"{name} is a workbook that is cut off or damaged: download it again, or save it again as XLSX or CSV"
        ) from error
    except Exception as error:
        raise UnreadableSource(
            f"{name} is a workbook that cannot be read ({error}): save it as XLSX or CSV"
        ) from error


def _choose_sheet(titles: list[str], name: str, title: str | None) -> int:
    if title is None:
        return 0
    plain = [one.strip().casefold() for one in titles]
    if title.strip().casefold() not in plain:
        raise UnreadableSource(f"{name} has no sheet {title!r}. Sheets: {list_some(map(repr, titles))}")
    return plain.index(title.strip().casefold())


def _holds_formulas(archive: zipfile.ZipFile, name: str) -> bool:
    """Whether any sheet contains formulas. Raises UnreadableSource if the uncompressed size is too large."""
    refuse_bomb(archive, name, _MOST)
    for part, most in _MOST_TAGS.items():
        if part in archive.namelist() and sum(chunk.count(b"<") for chunk in _chunks(archive, part)) > most:
            raise UnreadableSource(f"{name} has more than {most:,} tags in {part}: save it as CSV")
    if _BOOK in archive.namelist() and _STRICT in archive.read(_BOOK):
        raise UnreadableSource(
            f"{name} is a workbook in the form Strict Open XML, which cannot be read: save it as Excel Workbook (.xlsx) or CSV"
        )
    parts = (part for part in archive.namelist() if part.startswith("xl/worksheets/"))
    return any(_is_formula_in(archive, part) for part in parts if part.endswith(".xml"))


def _is_formula_in(archive: zipfile.ZipFile, part: str) -> bool:
    read = b""
    for chunk in _chunks(archive, part):
        read = read[-2:] + chunk  # the tag may be split between two chunks
        if _FORMULA.search(read):
            return True
    return False


def _chunks(archive: zipfile.ZipFile, part: str) -> Iterator[bytes]:
    with archive.open(part) as file:
        while chunk := file.read(_CHUNK):
            yield chunk


def _is_filled(sheet: Any) -> bool:
    rows = _rows(sheet)
    return any(map(any, islice(rows, _MOST_EMPTY))) or next(rows, None) is not None


def _with(first: list[str] | None, rows: Iterator[list[str]], name: str) -> Iterator[list[str]]:
    if first is not None:
        yield first
        with _reading(name):
            yield from rows


def _rows(sheet: Any, formulas: Any = None, overlays: Overlays | None = None) -> Iterator[list[str]]:
    """The rows of a sheet. Raises UnreadableSource once there are too many, or they are too long."""
    size = 0
    for number, row in enumerate(_texts(sheet, formulas, overlays), 1):
        size += len(row) + sum(map(len, row))
        # A damaged row number makes billions of empty rows.
        if number > SHEET_ROWS or size > _MOST_TEXT:
            raise UnreadableSource(
                f"the sheet {sheet.title!r} has more than {SHEET_ROWS:,} rows, or {_MOST_TEXT:,} letters and empty cells: delete its empty rows and "
                "columns, or save it in parts"
            )
        yield row


def _texts(sheet: Any, formulas: Any, overlays: Overlays | None) -> Iterator[list[str]]:
    # Some programs store a wrong sheet size; then openpyxl would stop early.
    sheet.reset_dimensions()
    if formulas is None:
        for row in sheet.iter_rows(values_only=True):
            yield [text_of(value, from_xml=True) for value in row]
        return
    formulas.reset_dimensions()
    both = zip(sheet.iter_rows(values_only=True), formulas.iter_rows(), strict=True)
    for number, (row, written) in enumerate(both, 1):
        for column, cell in enumerate(written if overlays else ()):
            if overlays and cell.data_type == "f":
                overlays.store_formula_link(number, column, cell.value)
        yield [
            MISSING_FORMULA_VALUE
            if value is None and cell.data_type == "f"
            else text_of(value, from_xml=True)
            for value, cell in zip(row, written, strict=True)
        ]


def text_of(value: Any, *, from_xml: bool = False) -> str:
    """A value as the text of a cell: days as ISO dates, whole numbers without a decimal point."""
    if value is None:
        return ""
    if isinstance(value, str):
        return unescape_xml(value) if from_xml else value
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)
