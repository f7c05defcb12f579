"""Spreadsheets and pasted tables, which are read as one text only with a warning."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from claimtrack.core.errors import UnreadableSource
from claimtrack.core.sheets.sheets import has_rows
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
    """Add a warning if an article is the rows of a sheet, such as a table that was pasted: they are no sentences, and repeat none."""
    if not (_is_called_sheet(hints) or (hints.suffix in ("", "txt") and has_rows(one.written))):
        return one
    if hints.whole:
        warning = "a spreadsheet is read as one text here, and what its rows repeat may be missed: use `claimtrack match --file`, which looks up each"
    else:
        warning = "this is a table, and is read like an article: to file a claim for each of its rows, save it as CSV and use `claimtrack import csv FILE`"
    return replace(one, warnings=(*one.warnings, warning))


def _is_called_sheet(hints: Hints) -> bool:
    return hints.suffix in _SUFFIXES and hints.media_type not in MEDIA_TYPES
