"""Verdicts given before are imported from the sheet in which they are, and pages with JSON-LD as programs write it."""

import io
import json
import zipfile

import openpyxl
import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.errors import UnreadableSource
from claimtrack.fetch.loaders.html.json_ld import without_comments
from claimtrack.importing import opening
from claimtrack.importing.claimreview import files_of
from claimtrack.importing.table import read_table
from claimtrack.importing.texts import read_texts
from claimtrack.importing.workbook import Workbook
from claimtrack.workflow.reviews.importing import import_reviews
from tests.importing.claimreviews import open_records, read, review
from tests.importing.conftest import workbook
from tests.tables import each_row

HEADERS = ["claimReviewed", "reviewRating.alternateName", "url", "author.name"]
FIRST = ["Rents rose by 12 percent", "False", "https://courier.example/rents", "The Courier"]
SECOND = ["Crime fell by a third", "True", "https://courier.example/crime", "The Courier"]


@pytest.fixture
def imported(desk_path, tmp_path):
    """Imports a file with these bytes by the command; its standard error."""

    def imported(name, data, exit_code=0):
        (tmp_path / name).write_bytes(data)
        command = ["--db", str(desk_path), "--actor", "ada", "import", "claimreview", str(tmp_path / name)]
        result = CliRunner().invoke(cli, command)
        assert result.exit_code == exit_code, result.stderr or result.exception
        return result.stderr

    return imported


def csv_of(*rows):
    return "\r\n".join(";".join(row) for row in rows).encode()


def sheets_of(**sheets):
    book, file = openpyxl.Workbook(), io.BytesIO()
    book.remove(book.active)
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(row)
    book.save(file)
    return file.getvalue()


def link_address(sheet):
    sheet["C2"].value, sheet["C2"].hyperlink = "read it", FIRST[2]


@pytest.mark.parametrize(
    ("reason", "data"),
    [
        ("a workbook", workbook(HEADERS, FIRST)),
        ("titles above the headers", workbook(["Verdicts", "2024"], [], HEADERS, FIRST)),
        ("an address behind a text", workbook(HEADERS, FIRST, prepare=link_address)),
        ("the second sheet", sheets_of(Read_me=[["How to fill this in"]], Verdicts=[HEADERS, FIRST])),
        ("titles above the headers of CSV", csv_of(["Verdicts, 2024"], HEADERS, FIRST)),
        ("a header in capitals, or with a space", csv_of([one.upper() + " " for one in HEADERS], FIRST)),
        ("a header of several lines", csv_of(['"Our\nnotes"', *HEADERS, '"checked\nby"'], ["", *FIRST, ""])),
        ("a header in capitals beside the real one", csv_of([*HEADERS, "URL"], [*FIRST, "none"])),
        ("an empty row, as of a sheet whose end was deleted", csv_of(HEADERS, ["", "", "", ""], FIRST)),
        ("the line with which Excel declares its separator", b"sep=;\r\n" + csv_of(HEADERS, FIRST)),
    ],
)
def test_verdicts_are_read_from_a_sheet(desk, reason, data):
    report = import_reviews(desk, open_records(data), actor="mara")
    assert (report.added, report.rejected) == (1, []), reason
    assert [tuple(row) for row in desk.execute("select claim, rating, url from review_overview")] == [
        tuple(FIRST[:3])
    ]


def test_every_sheet_with_verdicts_is_read_and_the_others_are_named(desk, imported):
    book = sheets_of(**{"2023": [HEADERS, FIRST], "Lists": [["True"], ["False"]], "2024": [HEADERS, SECOND]})
    told = imported("verdicts.xlsx", book)
    assert "Imported 2 of 2 records" in told
    assert "NOT READ: sheets without a column claimReviewed: Lists" in told


def test_workbooks_of_a_folder_are_read(tmp_path):
    (tmp_path / "verdicts.xlsx").write_bytes(workbook(HEADERS, FIRST))
    # Excel writes it while the workbook is open, and macOS beside each file on a foreign disk.
    for name in ("~$verdicts.xlsx", "._verdicts.xlsx"):
        (tmp_path / name).write_bytes(b"\x05Ada Moor\0\0\0\0")
    assert files_of(tmp_path) == [tmp_path / "verdicts.xlsx"]


def test_workbook_of_many_sheets_is_opened_once(desk, monkeypatch):
    opened = []
    monkeypatch.setattr(
        "claimtrack.importing.table.Workbook", lambda *given: opened.append(given) or Workbook(*given)
    )
    book = sheets_of(May=[HEADERS, FIRST], June=[HEADERS, SECOND], Notes=[["Who", "What"], ["Ada", "Rang"]])
    report = import_reviews(desk, open_records(book), actor="mara")
    assert (report.added, len(opened)) == (2, 1)


def test_columns_that_are_not_read_are_named(imported):
    told = imported("verdicts.csv", csv_of([*HEADERS, "Remark"], [*FIRST, "see e-mail"]))
    assert "NOT READ, and not kept anywhere: 'Remark'" in told


def test_sheet_without_the_headers_is_told_which_it_needs(imported):
    book = workbook(["Claim", "Verdict", "Link"], FIRST[:3])
    told = imported("verdicts.xlsx", book, exit_code=1)
    assert "A sheet of verdicts needs the headers claimReviewed, reviewRating.alternateName" in told


def test_unclosed_quotation_mark_is_named_and_swallows_no_rows_unnoticed(desk):
    data = csv_of(HEADERS, FIRST, ['"Crime fell', *SECOND[1:]], SECOND)
    report = import_reviews(desk, open_records(data), actor="mara")
    assert report.added == 1
    reason = report.rejected[0].reason
    assert "line 3: a quotation mark in this row is never closed" in reason
    assert "What follows was not read: repair the file, and import all of it again" in reason


def test_formulas_without_a_value_are_no_claims_or_verdicts(imported):
    book = workbook(HEADERS, FIRST, [SECOND[0], "#N/A", *SECOND[2:]], ["=A2", *SECOND[1:]])
    told = imported("verdicts.xlsx", book, exit_code=1)
    assert "Imported 1 of 3 records" in told
    assert "row 3: reviewRating.alternateName is #N/A, the error of a formula" in told
    assert "row 4: claimReviewed is a formula, and the file does not contain its value" in told


def hide_row_of_crime(sheet):
    sheet.row_dimensions[3].hidden = True


def test_rows_that_a_filter_hides_are_named(import_csv, tmp_path):
    """Whoever filtered the sheet may expect that only the rest is imported."""
    rows = ["Claim"], ["Rents rose by 12 percent"], ["Crime fell by a third"]
    (tmp_path / "log.xlsx").write_bytes(workbook(*rows, prepare=hide_row_of_crime))
    told = import_csv(tmp_path / "log.xlsx", "--dry-run").stderr
    assert "Line 3: hidden in the workbook, by a filter or by hand, and read all the same" in told


def test_hidden_rows_of_verdicts_are_named(imported):
    told = imported("verdicts.xlsx", workbook(HEADERS, FIRST, SECOND, prepare=hide_row_of_crime))
    assert "verdicts.xlsx: row 3 hidden in the workbook, and read all the same" in told
    assert "Imported 2 of 2 records" in told


def test_strict_form_of_workbooks_is_refused_with_the_form_to_save(tmp_path):
    common, strict = (
        b"http://schemas.openxmlformats.org/spreadsheetml/2006",
        b"http://purl.oclc.org/ooxml/spreadsheetml",
    )
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(workbook(["Claim"]))) as book, zipfile.ZipFile(file, "w") as parts:
        for name in book.namelist():
            parts.writestr(name, book.read(name).replace(common, strict))
    with pytest.raises(
        UnreadableSource, match="Strict Open XML, which cannot be read: save it as Excel Workbook"
    ):
        read_table(io.BytesIO(file.getvalue()), "log.xlsx")


def test_warnings_of_the_library_are_not_shown(recwarn):
    """openpyxl warns of books without styles, as web services write them."""
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(workbook(["Claim"], ["Rents rose"]))) as book,
        zipfile.ZipFile(file, "w") as parts,
    ):
        for name in book.namelist():
            styles = b'<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"/>'
            parts.writestr(name, styles if name == "xl/styles.xml" else book.read(name))
    table = read_table(io.BytesIO(file.getvalue()), "log.xlsx")
    assert [row for _, row in table.rows] == [["Rents rose"]]
    assert not recwarn.list


# ── archives that are no workbook ───────────────────────────────────────────────────────────────


def archive(name, content=""):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as parts:
        parts.writestr(name, content)
    return file.getvalue()


@each_row(
    ("reason", "data", "words"),
    [
        ("an export of Notion or Airtable", archive("Claims_all.csv"), "is a zip file, not a sheet that can be read: unpack it first"),
        (
            "LibreOffice's own format",
            archive("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
            "is an OpenDocument spreadsheet, not a sheet that can be read: save it as XLSX or CSV",
        ),
        ("a document of Numbers", archive("Index/Document.iwa"), "is a document of Numbers, Pages or Keynote"),
        (
            "a workbook in binary format",
            archive("[Content_Types].xml", "application/vnd.ms-excel.sheet.binary.macroEnabled.main"),
            "is an Excel workbook, not a sheet that can be read: save it as XLSX",
        ),
    ],
)  # fmt: skip
def test_archive_that_is_no_workbook_is_refused_by_its_kind(data, words):
    with pytest.raises(UnreadableSource, match=words):
        read_table(io.BytesIO(data), "log")


# ── JSON-LD as programs write it ────────────────────────────────────────────────────────────────

NOTED = json.dumps(review(1, claimReviewed="See https://a.example//b, or /* not */ <!-- so -->, ]"))


@pytest.mark.parametrize(
    ("reason", "script"),
    [
        ("CDATA in comments, as WordPress wrote it", f"//<![CDATA[\n{NOTED}\n//]]>"),
        ("the same in one line", f"/* <![CDATA[ */ {NOTED} /* ]]> */"),
        ("a comment of HTML", f"<!-- {NOTED} -->"),
        ("a semicolon", f"{NOTED};"),
        ("a comma after the last member", f"{NOTED[:-1]},\n}}"),
        ("a comment to the end of its line", NOTED.replace("{", "{ // the check\n", 1)),
    ],
)
def test_json_ld_with_what_json_does_not_have_is_read(desk, reason, script):
    page = f'<html><script type="application/ld+json">{script}</script></html>'
    report = import_reviews(desk, open_records(page), actor="mara")
    assert (report.added, report.rejected) == (1, []), reason
    [claim] = desk.query("select text from claims")
    assert claim["text"].startswith("See https://a.example//b, or /* not */")


@each_row("script", ['"' * 400_000, '"\\"' + '\\"' * 400_000, "/*" * 400_000, "," * 400_000])
def test_broken_scripts_are_tidied_in_a_time_that_grows_with_their_length(script):
    without_comments(script)


def test_objects_of_a_graph_that_a_review_refers_to_are_read(desk):
    graph = [
        {
            "@type": "ClaimReview", "url": "https://courier.example/rents", "claimReviewed": "Rents rose by 12 percent",
            "author": {"@id": "#desk"}, "reviewRating": {"@id": "#rating"}, "itemReviewed": {"@type": "Claim", "author": {"@id": "#ada"}},
        },
        {"@id": "#desk", "@type": "Organization", "name": "The Courier", "publishingPrinciples": {"@id": "#desk"}},
        {"@id": "#rating", "@type": "Rating", "alternateName": "False"},
        {"@id": "#ada", "@type": "Person", "name": "Ada Miller"},
    ]  # fmt: skip
    assert read(desk, {"@graph": graph}).rejected == []
    [row] = desk.query("select publisher, rating, claimant from claimreview_sheet")
    assert tuple(row.values()) == ("The Courier", "False", "Ada Miller")


def test_verdict_in_words_in_the_field_for_numbers_is_read(desk):
    read(desk, review(1, reviewRating={"ratingValue": "Mostly false"}))
    assert [row["rating"] for row in desk.query("select rating from review_overview")] == ["Mostly false"]
    for none in ("9", "-", "n/a"):
        rejected = read(desk, review(2, reviewRating={"ratingValue": none})).rejected
        assert "reviewRating.alternateName is missing" in rejected[0].reason


class _Endless(io.RawIOBase):
    """Lines without end, as a pipe from `yes` has."""

    def readable(self):
        return True

    def readinto(self, into):
        into[:] = (b"claim\n" * (len(into) // 6 + 1))[: len(into)]
        return len(into)


@each_row("reader", [read_table, read_texts])
def test_an_input_without_end_is_refused_before_it_fills_the_memory(monkeypatch, reader):
    monkeypatch.setattr(opening, "MAX_MEGABYTES", 2)
    with pytest.raises(UnreadableSource, match="longer than 2 MB, or never ends"):
        reader(io.BufferedReader(_Endless()), "pipe")
