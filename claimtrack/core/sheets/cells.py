"""Cells of a spreadsheet: safe against formulas on the way out, the same text on the way back.

A spreadsheet runs a cell that begins with = + - @ (also full-width), a tab or a line break as a
formula. `guard` puts one apostrophe before such a text, and one more before a text that is a formula
behind apostrophes already; `unguard` takes exactly one away. So every text comes back as it was, and
no other text is touched: "'tis" stays "'tis".
"""

from __future__ import annotations

import csv
import io
import json
import re
from typing import TYPE_CHECKING

from claimtrack.core.errors import InvalidValue
from claimtrack.core.expressions import expression

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

_FORMULA = expression(r"'*[=+\-@\t\r\n＝＋－＠]")


def escape_formula(text: str) -> str:
    """The text as a cell that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unescape_formula(cell: str) -> str:
    """The text that `guard` made this cell of."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


_QUOTED_OR_SEPARATOR = expression(r'"(?:[^"]|"")*"|[;|]')


def join_list(items: Iterable[str]) -> str:
    """Several words in one cell: `economy, "tax, duties"`. Quotes hold a comma, semicolon or bar inside a word."""
    return ", ".join(_quote_item(item) for item in items)


def _quote_item(item: str) -> str:
    plain = item == item.strip() and not re.search(r'[",;|\r\n]', item)
    return item if plain else '"' + item.replace('"', '""') + '"'


def split_list(cell: str) -> list[str]:
    """The words that `join_list` put into this cell, or a person with commas, semicolons or bars; blanks around them do not count.

    Also those of a list in JSON, as the sheets of 0.1.0 have it.
    """
    if (words := _parse_json_list(cell)) is not None:
        return words
    commas = _QUOTED_OR_SEPARATOR.sub(lambda found: "," if found[0] in ";|" else found[0], cell)
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
# XML has no place for most control characters, and turns CR into LF; Office Open XML writes them, and
# whatever looks like such an escape, as _x000D_.

_NOT_IN_XML = expression(r"[\x00-\x08\x0b-\x1f\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)")
MISSING_FORMULA_VALUE = "\0formula"
"""What stands for the value of a formula that the file does not hold."""
_XML_ESCAPE = expression(r"_x([0-9A-Fa-f]{4})_")


def escape_xml(text: str) -> str:
    """The text as an XLSX cell holds it."""
    return _NOT_IN_XML.sub(lambda found: f"_x{ord(found[0]):04X}_", text)


_FORMULA_ERROR = expression(r"#(?:NULL!|DIV/0!|VALUE!|REF!|NAME\?|NUM!|N/A|SPILL!|CALC!)|Err:\d{3}")


def is_failed_formula(text: str) -> bool:
    """Whether it is what Excel and LibreOffice show for a formula that failed, such as a text that somebody began with a dash."""
    return _FORMULA_ERROR.fullmatch(text) is not None


def refuse_formulas(cells: Mapping[str, str]) -> None:
    """Raise InvalidValue where a field is a formula of which the file holds no value: a program wrote it, and none reckoned it yet."""
    for field, cell in cells.items():
        if cell == MISSING_FORMULA_VALUE:
            raise InvalidValue(
                f"{field} is a formula, and the file does not contain its value: open it in Excel or LibreOffice, save it, and "
                "try again"
            )


def unescape_xml(cell: str) -> str:
    """The text that an XLSX cell means."""
    return _XML_ESCAPE.sub(lambda found: chr(int(found[1], 16)), cell)
