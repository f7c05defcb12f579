"""Reads what a workbook's sheet has besides its values: merged cells, hyperlinks, comments and colours.

openpyxl provides them only if it holds the whole book in memory, so they are read from the file's parts directly.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple
from xml.etree.ElementTree import XMLParser

from claimtrack.core.errors import UnreadableSource
from claimtrack.core.texts.cleaning import is_url

if TYPE_CHECKING:
    import zipfile

_MOST = 100_000
"""How many areas and comments a sheet may have; Excel itself allows 65,530 links."""
_WIDEST = 100
"""How many columns of an area are examined: sheets of claims are not wider."""
_PIECE = 1 << 16
_STYLES_PART = "xl/styles.xml"
_STYLES = ("fills", "borders", "cellStyleXfs", "cellXfs", "cellStyles", "dxfs")
"""The lists in the styles part, from the fills on: an element belongs to the list that began last."""
_RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?")
_FORMULA = re.compile(r'=\s*HYPERLINK\(\s*"([^"]+)"', re.IGNORECASE)


class Area(NamedTuple):
    """A rectangle of cells, rows counted from 1 and columns from 0, both ends inclusive; `link` is its hyperlink."""

    first_row: int
    last_row: int
    first_column: int
    last_column: int
    link: str = ""


@dataclass(slots=True)
class Overlays:
    """The overlays of a sheet. `comments` are the cells that have one ("A2"), `coloured` those with a colour, by row and column.

    `links` are the hyperlinks of cells, by row and column, in the rows that `laid_over` has processed so far. `hidden` are the rows that
    nobody sees, because of a filter or by choice.
    """

    merged: list[Area] = field(default_factory=list)
    linked: list[Area] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    coloured: list[tuple[int, int]] = field(default_factory=list)
    links: dict[int, dict[int, str]] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)

    def store_formula_link(self, row: int, column: int, formula: Any) -> None:
        """Store the address that a cell's formula links to: =HYPERLINK("https://...", "its text")."""
        found = _FORMULA.match(formula) if isinstance(formula, str) else None
        if found and is_url(found[1]):
            self.links.setdefault(row, {})[column] = found[1]

    def laid_over(
        self, rows: Iterable[tuple[int, list[str]]], below: int, width: int
    ) -> Iterator[tuple[int, list[str]]]:
        """Yield the rows below the headers, with a merged cell's value in each of its rows; rows without values of their own are unchanged.

        Of a cell merged over several columns, the first column has the value. `width` is the number of columns with headers.
        """
        merged, linked = (
            _Passing([area for area in areas if area.first_row > below])
            for areas in (self.merged, self.linked)
        )
        held: dict[Area, tuple[str, str]] = {}  # text and link of the cells that are merged
        for number, row in rows:
            if any(map(str.strip, row)):
                links = {column: area.link for column, area in linked.over(number).items()}
                links |= self.links.get(number, {})
                for column, area in merged.over(number).items():
                    if column == area.first_column < width:
                        row += [""] * (column + 1 - len(row))
                        # A merged cell below keeps its former value in the file, where nobody sees it.
                        row[column], links[column] = held.setdefault(
                            area, (row[column], links.get(column, ""))
                        )
                if there := {column: link for column, link in links.items() if link}:
                    self.links[number] = there
            yield number, row


class _Passing:
    """The areas over each row, as a sheet is read from top to bottom."""

    def __init__(self, areas: Iterable[Area]) -> None:
        self._coming = deque(sorted(areas))
        self._here: dict[int, Area] = {}

    def over(self, row: int) -> dict[int, Area]:
        """The areas over the row, by column."""
        while self._coming and self._coming[0].first_row <= row:
            area = self._coming.popleft()
            last = min(area.last_column, area.first_column + _WIDEST)
            self._here |= dict.fromkeys(range(area.first_column, last + 1), area)
        self._here = {column: area for column, area in self._here.items() if area.last_row >= row}
        return self._here


def read_overlays(archive: zipfile.ZipFile, part: str) -> Overlays:
    """Read the overlays of the sheet in this part of the file. Raises UnreadableSource for implausibly many."""
    over = Overlays()
    targets, comments = _related(archive, part)
    colours = _coloured_styles(archive)

    def start(tag: str, attributes: dict[str, str]) -> None:
        if tag == "c" and attributes.get("s") in colours and len(over.coloured) < _MOST:
            over.coloured += [(cell.first_row, cell.first_column) for cell in _areas(attributes.get("r", ""))]
        elif tag == "row" and attributes.get("hidden") in ("1", "true"):
            over.hidden |= {int(number) for number in [attributes.get("r", "")] if number.isdecimal()}
        elif tag == "mergeCell":
            over.merged += _areas(attributes.get("ref", ""))
        elif tag == "hyperlink":
            key = next((value for name, value in attributes.items() if name.endswith("}id")), "")
            place = f"#{attributes['location']}" if attributes.get("location") else ""
            if is_url(link := targets.get(key, "") + place):
                over.linked += _areas(attributes.get("ref", ""), link)
        elif tag == "comment":
            over.comments.append(attributes.get("ref", "?"))
        if len(over.merged) + len(over.linked) + len(over.comments) > _MOST:
            raise UnreadableSource(
                f"the sheet has more than {_MOST:,} links, comments or merged cells: save it as CSV"
            )

    for name in [part, *comments]:
        _each_start(archive, name, start)
    return over


def _related(archive: zipfile.ZipFile, part: str) -> tuple[dict[str, str], Sequence[str]]:
    """The addresses that the part refers to, by key, and the parts with its comments."""
    from openpyxl.packaging.relationship import get_dependents, get_rels_path

    there = set(archive.namelist())
    if get_rels_path(part) not in there:
        return {}, []
    related = list(get_dependents(archive, get_rels_path(part)))
    addresses = {one.Id: one.Target for one in related if one.TargetMode == "External"}
    comments = [one.Target for one in related if one.Type.endswith("/comments") and one.Target in there]
    return addresses, comments


def _coloured_styles(archive: zipfile.ZipFile) -> set[str]:
    """The numbers of the styles that give a cell a colour other than white."""
    coloured: list[bool] = []  # of each fill
    styles: list[bool] = []
    within = ""

    def start(tag: str, attributes: dict[str, str]) -> None:
        nonlocal within
        if tag in _STYLES:
            within = tag
        elif (within, tag) == ("fills", "patternFill"):
            coloured.append(attributes.get("patternType") == "solid")
        elif (within, tag) == ("fills", "fgColor") and coloured:
            is_white = attributes.get("rgb", "").endswith("FFFFFF") or attributes.get("theme") == "0"
            coloured[-1] = coloured[-1] and not is_white
        elif (within, tag) == ("cellXfs", "xf"):
            fill = attributes.get("fillId", "")
            styles.append(fill.isdecimal() and int(fill) < len(coloured) and coloured[int(fill)])

    if _STYLES_PART in archive.namelist():
        _each_start(archive, _STYLES_PART, start)
    return {str(number) for number, has_colour in enumerate(styles) if has_colour}


def _each_start(archive: zipfile.ZipFile, name: str, start: Callable[[str, dict[str, str]], None]) -> None:
    """Call `start` for each element of a part, without its namespace and without building a tree."""

    class _Starts:
        def start(self, tag: str, attributes: dict[str, str]) -> None:
            start(tag.rpartition("}")[2], attributes)

    parser = XMLParser(target=_Starts())
    with archive.open(name) as part:
        while piece := part.read(_PIECE):
            parser.feed(piece)


def _areas(ref: str, link: str = "") -> list[Area]:
    """The area of a range ("A2:B7") or of one cell ("A2"); empty for anything else."""
    from openpyxl.utils import column_index_from_string

    found = _RANGE.fullmatch(ref)
    if not found:
        return []
    first, top, last, bottom = found[1], found[2], found[3] or found[1], found[4] or found[2]
    left, right = (column_index_from_string(letters) - 1 for letters in (first, last))
    return [Area(int(top), int(bottom), left, right, link)]
