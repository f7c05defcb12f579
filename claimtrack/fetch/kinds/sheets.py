"""Spreadsheets, which are read as one text only for a check, where a warning says so."""

from __future__ import annotations

import csv
from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.core.errors import UnreadableSource
from claimtrack.core.sheets.sheets import has_claim_column
from claimtrack.fetch.decoding.binary import WORKBOOKS
from claimtrack.fetch.kinds.recognition import MEDIA_TYPES

if TYPE_CHECKING:
    from claimtrack.fetch.loaded import Hints, Loaded

_SUFFIXES = frozenset({"csv", "tsv", "tab", "xls", "xlsx", "xlsm", "ods"})


def refuse_sheet(data: bytes, hints: Hints) -> None:
    """Raise UnreadableSource for a file named as a spreadsheet, unless its cells are wanted as text or the server's media type differs."""
    if not _is_called_sheet(hints):
        return
    if not hints.whole:
        raise UnreadableSource(
            f"{hints.name} is a spreadsheet, not an article: to import its rows as claims, use `claimtrack import csv FILE`"
        )
    if data.startswith(WORKBOOKS):
        raise UnreadableSource(
            f"{hints.name} is a workbook: to look its rows up, use `claimtrack match --file`, or save the sheet as CSV"
        )


def warn_of_rows(one: Loaded, hints: Hints) -> Loaded:
    """Add a warning if an article is the rows of a sheet: ids and commas in its sentences prevent matches."""
    is_unnamed = hints.whole and hints.suffix in ("", "txt")
    if not (_is_called_sheet(hints) or (is_unnamed and _has_rows(one.written))):
        return one
    warning = "a spreadsheet is read as one text here, and what its rows repeat may be missed: use `claimtrack match --file`, which looks up each"
    return replace(one, warnings=(*one.warnings, warning))


def _is_called_sheet(hints: Hints) -> bool:
    return hints.suffix in _SUFFIXES and hints.media_type not in MEDIA_TYPES


def _has_rows(text: str) -> bool:
    """Whether a text without a sheet's name begins with headers of claims, followed by a row of as many cells."""
    lines = text.lstrip("\ufeff\r\n").splitlines(keepends=True)
    sign = next((one for one in "\t;|," if lines and one in lines[0]), "")
    if not sign or lines[0].rstrip().endswith((".", "!", "?", ":")):
        return False
    rows = csv.reader(lines, delimiter=sign)
    try:
        cells, row = next(rows, []), next(rows, [])
    except csv.Error:  # for instance an endless line
        return False
    return has_claim_column([one.strip() for one in cells]) and len(cells) == len(row)
