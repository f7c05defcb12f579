"""Hyperlinks of cells: in a column of links, places or notes, the address belongs to the row; in a column of names nobody reads it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from claimtrack.core.expressions import expression
from claimtrack.core.sheets.cells import MISSING_FORMULA_VALUE
from claimtrack.core.sheets.own_columns import is_own_column

_MIXED_FIELDS = frozenset({"evidence", "note"})
"""Fields whose cells may hold both words and addresses."""
_PLACE_FIELDS = ("url", "place")
"""Fields that say where a claim was said, the address first."""
_NAME_FIELDS = frozenset({"claimant", "assignee", "tags"})
_AFTER_NAME = expression(r" ?\((https?://[^\s()]+)\)(?=\s*(?:,|$))")
"""The address after a name, as Notion writes a relation: "Ada Miller (https://www.notion.so/...)"."""


def take_links_of_names(row: list[str], columns: Mapping[int, str]) -> dict[int, str]:
    """Remove the addresses after names from the row; return the first of each cell, by column."""
    found: dict[int, str] = {}
    for at, field in columns.items():
        if (field in _NAME_FIELDS or is_own_column(field)) and (address := _AFTER_NAME.search(row[at])):
            found[at], row[at] = address[1], _AFTER_NAME.sub("", row[at])
    return found


def append_link(field: str | None, cell: str, link: str | None) -> str:
    """Return the cell's text with its hyperlink added, if its field holds both; any other cell unchanged."""
    if not link or field not in _MIXED_FIELDS or link in cell or cell == MISSING_FORMULA_VALUE:
        return cell
    return f"{cell.strip()} ({link})" if cell.strip() and not _is_link_text(cell, link) else link


def move_place_links(
    cells: dict[str, str], columns: Mapping[int, str], links: Mapping[int, str]
) -> Iterator[tuple[int, str]]:
    """Put the hyperlink of a place into `cells` as its address; yield each text that this displaces, with its column.

    An address written in a cell takes precedence over the hyperlink of a place in words.
    """
    for field, at in sorted(
        ((field, at) for at, field in columns.items() if field in _PLACE_FIELDS), reverse=True
    ):
        link, words = links.get(at), cells[field].strip()
        if not link or words == MISSING_FORMULA_VALUE:
            continue
        if field == "url" or not cells.get("url", "").strip():
            cells |= {field: "", "url": link}
            if not _is_link_text(words, link):
                yield at, words
        elif link != cells["url"].strip():
            yield at, f"{words} ({link})"


def describe_unread_links(
    headers: Sequence[str], columns: Mapping[int, str], links: Mapping[int, Mapping[int, str]]
) -> list[str]:
    """Return a message for each imported column whose hyperlinks are not imported."""
    found: defaultdict[int, list[str]] = defaultdict(list)
    for behind in links.values():
        for at, link in behind.items():
            if columns.get(at) not in (None, *_MIXED_FIELDS, *_PLACE_FIELDS):
                found[at].append(link)
    return [
        f"NOT READ: the links in {headers[at]!r}, {len(there):,}, such as {there[0]}. To keep them, put the addresses in a column of their own, "
        "called Evidence (pages that support or refute a claim) or URL (where it was said)"
        for at, there in found.items()
    ]


def _is_link_text(cell: str, link: str) -> bool:
    """Whether the cell's text is the hyperlink's own address, perhaps without http://."""
    return not cell.strip() or cell.strip().strip("/").casefold() in (
        link.strip("/").casefold(),
        link.partition("://")[2].strip("/").casefold(),
    )
