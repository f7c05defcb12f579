"""A sheet of thousands of rows takes minutes to import, so its progress is shown."""

import pytest

from claimtrack.cli.output import messages
from claimtrack.cli.sheets import importing
from claimtrack.workflow.sheets import repeats

ROWS = 6


@pytest.fixture
def sheet(tmp_path):
    path = tmp_path / "long.csv"
    rows = [f"Rents in town {number} rose by {number + 3} percent" for number in range(ROWS)]
    path.write_text("\n".join(["text", *rows]), encoding="utf-8")
    return path


def test_looking_up_comparing_and_writing_rows_show_their_progress(run_ok, sheet, monkeypatch):
    monkeypatch.setattr(importing, "_MIN_ROWS_WITH_PROGRESS", ROWS)
    monkeypatch.setattr(repeats, "_BATCH", 4)
    monkeypatch.setattr(messages, "_PROGRESS_INTERVAL", 0)
    stderr = run_ok("import", "csv", sheet, "--yes").stderr
    assert f"Looking rows up: 4 of {ROWS}" in stderr
    assert f"Comparing rows: 1 of {ROWS}" in stderr
    assert f"Writing rows: {ROWS - 1} of {ROWS}" in stderr
    assert "6 new claims" in stderr


def test_short_sheet_shows_no_progress(run_ok, sheet, monkeypatch):
    monkeypatch.setattr(messages, "_PROGRESS_INTERVAL", 0)
    assert "rows:" not in run_ok("import", "csv", sheet, "--yes").stderr
