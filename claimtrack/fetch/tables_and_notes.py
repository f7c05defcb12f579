"""Table cells and footnotes, which are not running text and are read only on request."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_CELLS = frozenset({"td", "th", "caption"})
_NOTE_ROLES = frozenset({"doc-footnote", "doc-endnote", "doc-endnotes", "note"})
_NOTE_NAME = re.compile(r"(?:foot|end)-?notes?|fn[-:_]?\d+", re.IGNORECASE)

# In Markdown: the text of a footnote, the rule below a table's headers, a row, the separator of its cells.
_NOTE = re.compile(r"^ {0,3}\[\^[^\[\]\n]+\]:[ \t]*", re.MULTILINE)
_RULE = re.compile(r"[ \t]*\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*")
_ROW = re.compile(r"[ \t]*\|.*\|[ \t]*")
_BAR = re.compile(r"(?<!\\)\|")


def cells_and_notes(root: Any) -> Iterator[Any]:
    """Yield the cells and notes of a parsed page, nested ones as part of the outer one; `root` is an element of lxml."""
    inside: set[Any] = set()
    for element in root.iter():
        if element.getparent() in inside:
            inside.add(element)
        elif element.tag in _CELLS or _is_note(element):
            inside.add(element)
            yield element


def _is_note(element: Any) -> bool:
    if not isinstance(element.tag, str) or element.tag in ("a", "sup", "span", "body", "html"):
        return False  # a mark in the text
    names = (*(element.get("class") or "").split(), element.get("id") or "")
    return element.get("role") in _NOTE_ROLES or any(map(_NOTE_NAME.fullmatch, names))


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
