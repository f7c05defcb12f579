"""Removes the HTML that a website's editor or an export left in the rows of a sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.texts.cleaning import clean_line
from claimtrack.core.texts.markup import MARK, without_markup
from claimtrack.core.texts.printable import MOST_NAMED, MOST_SHOWN, brief, numbered
from claimtrack.store import claimants, claims

if TYPE_CHECKING:
    from claimtrack.workflow.sheets.changes import Row


def remove_markup(db: Database, rows: list[Row], notices: list[str]) -> list[Row]:
    """Return the rows with the HTML removed from texts and speakers, before anything looks at these.

    A text or name that the desk has with its HTML stays as it is: the row is about that claim.
    """
    marked = {
        (line, name): clean_line(cells[name])
        for line, cells in rows
        for name in ("text", "claimant")
        if MARK.search(cells.get(name, ""))
    }
    if not marked:
        return rows
    held = {one.text for one in claims.find_by_text(db, set(marked.values()))}
    cleaned = {
        at: without_markup(cell)
        for at, cell in marked.items()
        if cell not in held and not (at[1] == "claimant" and claimants.find(db, cell))
    }
    if cleaned:
        notices.append(_report({at: marked[at] for at in cleaned}))
    return [
        (line, cells | {name: cleaned[line, name] for name in cells if (line, name) in cleaned})
        for line, cells in rows
    ]


def _report(cells: dict[tuple[int, str], str]) -> str:
    found = [mark[0] for mark in map(MARK.search, cells.values()) if mark]
    shown = brief(", ".join([*dict.fromkeys(found)][:MOST_NAMED]), MOST_SHOWN)
    lines = [*dict.fromkeys(line for line, _ in cells)]
    return f"{numbered('Line', lines)}: the HTML in the text or the speaker ({shown}) is removed"
