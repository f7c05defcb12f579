"""A workbook holds texts as texts, and refuses what a spreadsheet would cut off."""

import gc
import io
import sys

import pytest

from claimtrack.core.errors import ClaimtrackError, InvalidValue
from claimtrack.export import xlsx_sheet
from tests.tables import each_row

openpyxl = pytest.importorskip("openpyxl")


def write(columns, rows):
    """The rows of the sheet that is written, with the header, as cells of openpyxl; and the sheet."""
    out = io.BytesIO()
    assert xlsx_sheet.write("claims", columns, rows, out) == len(rows)
    book = openpyxl.load_workbook(out)
    assert book.sheetnames == ["claims"]
    return list(book["claims"].iter_rows()), book["claims"]


@each_row(
    ("value", "shown", "kind"),
    [
        ("Rents rose.", "Rents rose.", "s"),
        ("=1+1", "=1+1", "s"),
        ("#N/A", "#N/A", "s"),
        ("2024-05-01", "2024-05-01", "s"),
        ("a\x01b", "a_x0001_b", "s"),
        ("", None, "s"),
        (None, None, "n"),
        (0, 0, "n"),
        (0.25, 0.25, "n"),
        (b"\xffa\x01", "\ufffda_x0001_", "s"),
    ],
    ids=[
        *("words", "like a formula", "like an error", "like a date", "a control character is escaped"),
        *("no text", "nothing", "a number", "a fraction", "bytes, which only another program can write"),
    ],
)
def test_texts_are_stored_as_texts_and_numbers_as_numbers(value, shown, kind):
    (_, (_, cell)), _ = write(["id", "note"], [[7, value]])
    assert (cell.value, cell.data_type.replace("inlineStr", "s")) == (shown, kind)


def test_header_is_bold_and_stays_in_view_and_long_texts_have_wide_columns():
    columns = ["id", "text", "claim", "url", "claimant", "summary", "exact_words"]
    (header,), sheet = write(columns, [])
    assert [(cell.value, cell.font.bold) for cell in header] == [(column, True) for column in columns]
    assert sheet.freeze_panes == "B2"
    narrow, *wide = (sheet.column_dimensions[cell.column_letter].width for cell in header)
    assert all(width > 1.5 * narrow for width in wide)


@pytest.mark.filterwarnings(
    "ignore::pytest.PytestUnraisableExceptionWarning"
)  # openpyxl leaves its writers open
def test_text_or_number_of_rows_that_no_spreadsheet_can_have_is_refused(monkeypatch):
    longest = "é" * 32_767
    assert write(["id", "text"], [[7, longest]])[0][1][1].value == longest
    with pytest.raises(
        InvalidValue, match=r"^row 7: its text has 32,768 characters, .* at most 32,767: use CSV"
    ):
        write(["id", "text"], [[7, longest + "e"]])
    assert xlsx_sheet.MOST_ROWS == 2**20 - 1, "one of Excel's rows is the header"
    monkeypatch.setattr(xlsx_sheet, "MOST_ROWS", 2)
    assert len(write(["id"], [[1], [2]])[0]) == 3
    with pytest.raises(InvalidValue, match="at most 2 rows: export fewer rows, or use CSV"):
        write(["id"], [[1], [2], [3]])
    gc.collect()


@pytest.mark.filterwarnings("ignore::pytest.PytestUnraisableExceptionWarning")
@each_row(
    "rows", [[[1, "Rents rose. " * 2_000]] * 20, [[1, "Rents rose. " * 50]]], ids=["at a row", "at the end"]
)
def test_a_full_disk_of_temporary_files_is_named(rows):
    """lxml's own error for it ended the command with a traceback; and at the end of the sheet, the workbook was written, and damaged."""
    resource = pytest.importorskip("resource", reason="no such limit on Windows")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, limits[1]))  # as on a full disk, no file can grow
    try:
        with pytest.raises(
            ClaimtrackError,
            match=r"folder of temporary files, .* \(TMPDIR names another folder\), or use CSV",
        ):
            xlsx_sheet.write("claims", ["id", "text"], rows, io.BytesIO())
        gc.collect()
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)


def test_missing_package_is_named(monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(ClaimtrackError, match=r"run `pip install 'claimtrack\[xlsx\]'`"):
        write(["id"], [])
