"""Out of the desk: a sheet of rows in the format that the reader uses."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.sheets import Preset
from claimtrack.export import csv_sheet
from claimtrack.export.target import text_target
from claimtrack.store.sheets import open_sheet

if TYPE_CHECKING:
    from pathlib import Path

    from claimtrack.store.views import ClaimFilter


def export_csv(
    desk: Path,
    target: Path | None,
    *,
    preset: Preset = Preset.CLAIMS,
    criteria: ClaimFilter | None = None,
    bom: bool = False,
) -> int:
    """Write every row of a preset as CSV to a file, or to standard output with None; how many rows."""
    with open_sheet(desk, preset, criteria) as sheet, text_target(target, bom=bom) as out:
        return csv_sheet.write(sheet.columns, sheet.rows, out)
