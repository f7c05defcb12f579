"""Reports cells of speakers that hold several of the sheet's names: other tools write a choice of several so."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from claimtrack.core.texts.printable import MOST_SHOWN, brief, numbered

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from claimtrack.workflow.sheets.changes import Row

_BETWEEN = re.compile(r"\s*[,;\n]\s*")


def report_joined_speakers(rows: Iterable[Row]) -> Iterator[str]:
    """Report the rows whose speaker is made up of others in the column ("Ada Miller,Ben Roe"), and becomes one new speaker."""
    cells = {line: cells.get("claimant", "").strip() for line, cells in rows}
    names = set(cells.values()) - {""}
    joined = [
        line
        for line, cell in cells.items()
        if len(parts := _BETWEEN.split(cell)) > 1 and names.issuperset(parts)
    ]
    if joined:
        first = brief(cells[joined[0]], MOST_SHOWN)
        yield (
            f"{numbered('Line', joined)}: {first!r} becomes one speaker, although the sheet has each of these names in other rows, too. If they "
            "are several, give each a row"
        )
