"""Sheets: the views that exports write, read row by row in one snapshot beside writers."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimtrack.core.sheets import Preset
from claimtrack.store.connecting import standing_still
from claimtrack.store.copying import read_snapshot
from claimtrack.store.database import open_desk
from claimtrack.store.errors import translated
from claimtrack.store.views import ClaimFilter

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator
    from pathlib import Path


# Preset -> view, the column that names the claim, and an order that an index gives without sorting.
_VIEWS = {
    Preset.CLAIMS: ("claim_sheet", "id", "id"),
    Preset.REVIEWS: ("review_sheet", "claim_id", "id"),
    Preset.APPEARANCES: ("appearance_sheet", "claim_id", "id"),
    Preset.EVIDENCE: ("evidence_sheet", "claim_id", "id"),
    Preset.CORRECTIONS: ("correction_sheet", "claim_id", "id, action"),
    Preset.LOG: ("log_sheet", "id", "id, appearance_id"),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """Column names, and the rows as an iterator: memory stays flat however many there are."""

    columns: tuple[str, ...]
    rows: Iterator[tuple[Any, ...]]


@contextmanager
def open_sheet(path: Path, preset: Preset, criteria: ClaimFilter | None = None) -> Iterator[Sheet]:
    """The rows of a preset whose claims meet the criteria, all as of one moment.

    One SELECT is one snapshot: what others write meanwhile does not show.
    """
    order = _VIEWS[preset][2]
    source, values = _source(preset, criteria)
    with reading(path) as conn:
        cursor = conn.execute(f"select * from {source} order by {order}", values)
        yield Sheet(tuple(column[0] for column in cursor.description), cursor)


def _source(preset: Preset, criteria: ClaimFilter | None) -> tuple[str, dict[str, Any]]:
    view, key, _ = _VIEWS[preset]
    where, values = (criteria or ClaimFilter()).where()
    chosen = f"{key} in (select id from claim_overview where {where})" if values else "1"
    return f"{view} where {chosen}", values


@contextmanager
def reading(path: Path) -> Iterator[sqlite3.Connection]:
    """A snapshot of the desk; open_desk() first, for it knows what a file that is no desk means."""
    open_desk(path).close()
    with standing_still(path), translated(), closing(read_snapshot(path)) as conn:
        yield conn
