"""Cells of a spreadsheet: no text is run as a formula when exported, and each comes back unchanged when imported.

A spreadsheet runs a cell that begins with = + - @ (also full-width), a tab or a line break as a
formula. `escape_formula` puts one apostrophe before such a text, and one more before a text that is a
formula after apostrophes already; `unescape_formula` removes exactly one. So every text comes back as it
was, and no other text is touched: "'tis" stays "'tis".
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Iterable, Mapping

from claimtrack.core.errors import InvalidValue
from claimtrack.core.expressions import expression

SHEET_ROWS, SHEET_COLUMNS = 1_048_576, 16_384
"""The size of a sheet: Excel allows no more."""
_FORMULA = expression(r"'*[=+\-@\t\r\n＝＋－＠]")


def escape_formula(text: str) -> str:
    """Return the text as a cell that no spreadsheet runs as a formula: "=1" gives "'=1"."""
    return f"'{text}" if _FORMULA.match(text) else text


def unescape_formula(cell: str) -> str:
    """Return the text from which `escape_formula` made this cell."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


_SEPARATORS = ";|，；、،؛"
"""Separate the items of a cell besides the comma; the last five are commas and semicolons of Chinese, Japanese and Arabic."""
_QUOTED_OR_SEPARATOR = expression(rf'"(?:[^"]|"")*"|[{_SEPARATORS}]')


def join_list(items: Iterable[str]) -> str:
    """Return several items in one cell: `economy, "tax, duties"`. An item with a comma, semicolon or bar is quoted."""
    return ", ".join(_quote_item(item) for item in items)


def _quote_item(item: str) -> str:
    plain = item == item.strip() and not re.search(rf'[",\r\n{_SEPARATORS}]', item)
    return item if plain else '"' + item.replace('"', '""') + '"'


def split_list(cell: str) -> list[str]:
    """Return the items of a cell, separated by `join_list` or by a person with commas, semicolons or bars, without surrounding spaces.

    A JSON list is read, too: sheets of version 0.1.0 have those.
    """
    if (words := _parse_json_list(cell)) is not None:
        return words
    commas = _QUOTED_OR_SEPARATOR.sub(lambda found: "," if found[0] in _SEPARATORS else found[0], cell)
    rows = csv.reader(io.StringIO(commas, newline=""), skipinitialspace=True)
    return [word for row in rows for word in (part.strip() for part in row) if word]


def _parse_json_list(cell: str) -> list[str] | None:
    try:
        words = json.loads(cell) if cell.strip() == "[]" or cell.lstrip().startswith('["') else None
    except ValueError:
        return None
    return (
        [word.strip() for word in words if word.strip()]
        if words is not None and all(isinstance(word, str) for word in words)
        else None
    )


# ── XLSX ────────────────────────────────────────────────────────────────────────────────────────
# XML cannot contain most control characters, and turns CR into LF; Office Open XML writes them, and
# any text that looks like such an escape, as _x000D_.

_NOT_IN_XML = expression(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
MISSING_FORMULA_VALUE = "\0formula"
"""Stands for the value of a formula whose value is missing from the file."""
_XML_ESCAPE = expression(r"_x([0-9A-Fa-f]{4})_")


def escape_xml(text: str) -> str:
    """Return the text as stored in an XLSX cell."""
    return _NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


_FORMULA_ERROR = expression(r"#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A|SPILL!|CALC!)|Err:\d{3}")


def is_failed_formula(text: str) -> bool:
    """Whether it is an error value of Excel or LibreOffice ("#NAME?"), as when somebody's text started with a dash."""
    return _FORMULA_ERROR.fullmatch(text) is not None


def refuse_formulas(cells: Mapping[str, str]) -> None:
    """Raise InvalidValue if a field is a formula without a value in the file: written by a program and never calculated."""
    for field, cell in cells.items():
        if cell == MISSING_FORMULA_VALUE:
            raise InvalidValue(
                f"{field} is a formula, and the file does not contain its value: open it in Excel or LibreOffice, save it, and "
                "try again"
            )


def unescape_xml(cell: str) -> str:
    """Return the text of an XLSX cell, with its escapes resolved."""
    return _XML_ESCAPE.sub(lambda found: chr(int(found[1], 16)), cell)
