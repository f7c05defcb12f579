"""Table cells and footnotes, which are not running text and are read only on request."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

_CELLS = frozenset({"td", "th", "caption"})
_NOTE_ROLES = frozenset({"doc-footnote", "doc-endnote", "doc-endnotes", "note"})
_NOTE_NAME = re.compile(r"(?:foot|end)-?notes?|fn[-:_]?\d+", re.IGNORECASE)


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
