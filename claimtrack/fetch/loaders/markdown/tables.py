"""Table cells and footnotes of Markdown, which are not running text and are read only on request."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest

# The text of a footnote, the rule below a table's headers, a row, the separator of its cells.
_NOTE = re.compile(r"^ {0,3}\[\^[^\[\]\n]+\]:[ \t]*", re.MULTILINE)
_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*")
_BAR = re.compile(r"(?<!\\)\|")


def with_cells_and_notes(text: str) -> str:
    """Markdown with a paragraph for each cell of its tables and for each footnote."""
    found: list[str] = []
    for line, in_table in _with_tables(_NOTE.sub("\n", text)):
        if in_table or _ROW.fullmatch(line):
            cells = [] if _is_rule(line) else _BAR.split(line)
            found += ["", *(f"{cell.strip()}\n" for cell in cells if cell.strip())]
        else:
            found.append(line)
    return "\n".join(found)


def without_tables(text: str) -> str:
    """Markdown with a blank line instead of each table row; a table has a rule below its headers."""
    return "\n".join("" if in_table else line for line, in_table in _with_tables(text))


def _with_tables(text: str) -> Iterator[tuple[str, bool]]:
    """Yield the lines, each with whether it is part of a table."""
    lines = text.split("\n")
    in_table = False
    for line, following in zip_longest(lines, lines[1:], fillvalue=""):
        in_table = "|" in line and (in_table or _is_rule(following))
        yield line, in_table


def _is_rule(line: str) -> bool:
    return "|" in line and _RULE.fullmatch(line) is not None
