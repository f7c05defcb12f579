"""Workbooks as newsrooms keep them: a title above the headers, further sheets, formulas, cells that are days."""

import io
import tracemalloc
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.errors import UnreadableSource
from claimtrack.core.sheets import names_claims
from claimtrack.importing import workbook as workbook_module
from claimtrack.importing.headers import Find
from claimtrack.importing.table import read_table

RENTS, CRIME = "Rents rose by 12 percent", "Crime fell by a third"


@pytest.fixture
def take(desk_path, tmp_path):
    """Imports a workbook of these sheets; what the command says, standard output first."""

    def take(sheets, *options, ends=0, command=("import", "csv", "--yes")):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        book.save(tmp_path / "log.xlsx")
        call = ["--db", str(desk_path), "--actor", "ada", *command, str(tmp_path / "log.xlsx"), *options]
        result = CliRunner().invoke(cli, call)
        assert result.exit_code == ends, result.stderr
        return result.stdout, result.stderr

    return take


def said(db):
    return [tuple(row) for row in db.execute("select text, claimed_on from claims order by id")]


# ── headers below a title ───────────────────────────────────────────────────────────────────────

HEADERS, ROW = ["Claim", "Speaker"], [RENTS, "Ada"]
# Rows of a sheet, and which of them has the headers, counted from 1.
TITLES = [
    ([HEADERS, ROW], 1, "no title"),
    ([["Claims log 2025"], HEADERS, ROW], 2, "a title"),
    (
        [["Claims log"], [], ["Updated", "3 May"], [], [*HEADERS, "Date"], [*ROW, ""]],
        5,
        "titles of a cell or two, and empty rows",
    ),
    ([["Statement"], HEADERS, ROW], 2, "a title that is a header elsewhere"),
    ([["Claim"], [RENTS], [CRIME]], 1, "one column"),
    ([["Words", "Who"], ["text", "claimant"]], 1, "a row of three cells or as many as below is none"),
    ([["a", "b", "c"], ["d", "e", "f"], ["text", "g", "h"]], 1, "rows without headers"),
    ([["a"]] * 20 + [HEADERS], 1, "far below"),
]


@pytest.mark.parametrize(("rows", "at", "reason"), TITLES, ids=[row[-1] for row in TITLES])
def test_the_headers_are_found(rows, at, reason):
    width = max(map(len, rows))
    text = "".join(",".join(row + [""] * (width - len(row))) + "\n" for row in rows)
    table = read_table(io.BytesIO(text.encode()), "log.csv", find=Find(is_header=names_claims))
    assert [cell for cell in table.headers if cell] == rows[at - 1]
    assert [line for line, _ in table.rows] == [n for n, row in enumerate(rows, 1) if n > at and row]


def test_a_title_above_the_headers_is_told(desk, take):
    _, told = take({"Log": [["Claims log, all desks"], HEADERS, ROW]})
    assert told.startswith(
        "XLSX, sheet 'Log', headers in row 2. Reads 'Claim' as text, 'Speaker' as claimant\n"
    )
    assert said(desk) == [(RENTS, None)]


def test_commas_of_a_title_separate_nothing(tmp_path):
    sheet = b"Claims, corrections, and more\n\nClaim;Speaker\nRents, they said, rose;Ada\n"
    table = read_table(io.BytesIO(sheet), "log.csv", find=Find(is_header=names_claims))
    assert (table.headers, list(table.rows)) == (
        ("Claim", "Speaker"),
        [(4, ["Rents, they said, rose", "Ada"])],
    )
    assert table.form == "CSV, semicolon-separated, headers in line 3"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_line_ends_and_a_broken_line_near_the_top_do_not_matter(end):
    sheet = end.join(["Log", "Claim;Speaker", "Rents rose;Ada", ""]).encode()
    table = read_table(io.BytesIO(sheet), "log.csv", find=Find(is_header=names_claims))
    assert (table.headers, list(table.rows)) == (("Claim", "Speaker"), [(3, ["Rents rose", "Ada"])])


def test_the_row_of_the_headers_is_told_by_hand(desk, take):
    sheet = {"Log": [["a", "b", "c"], ["Words", "Day", "Who"], [RENTS, "2024-05-03", "Ada"]]}
    _, refused = take(sheet, ends=1)
    assert "or in which row the headers are, as in --header-row 3" in refused
    take(sheet, "--header-row", "2", "--map", "Words=text", "--map", "Day=claimed_on")
    assert said(desk) == [(RENTS, "2024-05-03")]
    assert "has no row 9" in take(sheet, "--header-row", "9", ends=1)[1]


def test_a_header_mapped_by_hand_is_known(desk, take):
    take({"Log": [["Log"], ["Was gesagt wurde", "Wer"], ROW]}, "--map", "Was gesagt wurde=text")
    assert said(desk) == [(RENTS, None)]


# ── sheets ──────────────────────────────────────────────────────────────────────────────────────


def test_further_sheets_are_named_and_one_is_chosen(desk, take):
    sheets = {"2025": [HEADERS, ROW], "Empty": [], "Old list": [["Claim"], [CRIME]]}
    _, told = take(sheets)
    assert told.startswith(
        "Reads one sheet of the workbook. NOT READ: Old list. Another is read with --sheet 'Old list'\n"
    )
    take(sheets, "--sheet", "old list")
    assert [text for text, _ in said(desk)] == [RENTS, CRIME]
    assert (
        "has no sheet 'x': there are '2025', 'Empty', 'Old list'" in take(sheets, "--sheet", "x", ends=1)[1]
    )


@pytest.mark.parametrize(
    ("content", "option", "message"),
    [
        ("text\nRents rose\n", ["--sheet", "1"], "is no workbook"),
        ('{"text": "Rents rose"}\n', ["--header-row", "1"], "JSON Lines, whose keys are the headers"),
    ],
)
def test_an_option_that_the_file_has_no_use_for_is_refused(desk_path, tmp_path, content, option, message):
    (tmp_path / "log").write_text(content)
    result = CliRunner().invoke(
        cli, ["--db", str(desk_path), "import", "csv", str(tmp_path / "log"), *option]
    )
    assert (result.exit_code, message in result.stderr) == (1, True)


# ── cells ───────────────────────────────────────────────────────────────────────────────────────


def test_a_formula_without_a_value_says_so_where_it_is_read(desk, take):
    """A program such as openpyxl writes no values: the words are not in the file."""
    sheet = {
        "Log": [
            ["Claim", "Verdict", "Unread"],
            ['=A3&""', "", ""],
            [RENTS, '=UPPER("x")', ""],
            [CRIME, "", "=1+1"],
        ]
    }
    _, told = take(sheet, ends=1)
    remedy = "is a formula, and the file does not hold its value: open it in Excel or LibreOffice, save it, and try again"
    assert f"line 2: text {remedy}\nline 3: note {remedy}\n" in told
    assert "line 4" not in told
    assert remedy in take({"Log": sheet["Log"][:2]}, command=("match", "--file"), ends=1)[1]


def test_days_in_cells_are_read_and_numbers_are_refused_with_the_remedy(desk, take):
    take({"Log": [["Claim", "Date"], [RENTS, date(2025, 4, 3)], [CRIME, datetime(2025, 4, 13, 10, 30)]]})
    assert said(desk) == [(RENTS, "2025-04-03"), (CRIME, "2025-04-13")]
    _, told = take({"Log": [["Claim", "Date"], ["Wages rose", 45750]]}, ends=1)
    assert "line 2: not a day: '45750'. Where it counts days, as spreadsheets store them" in told


# ── workbooks that unpack to more than there is room for ────────────────────────────────────────


def workbook(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    data = io.BytesIO()
    book.save(data)
    return data.getvalue()


def padded(data, part, millions):
    """The same workbook with millions of spaces in one of its parts."""
    padded = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(padded, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(name, old.read(name) + (b" " * millions * 1_000_000 if name == part else b""))
    return padded.getvalue()


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/styles.xml", "docProps/app.xml"])
def test_a_workbook_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(part, tmp_path, desk_path):
    file = tmp_path / "bomb.xlsx"
    file.write_bytes(padded(workbook(HEADERS, ROW), part, 301))
    tracemalloc.start()
    with (
        file.open("rb") as opened,
        pytest.raises(UnreadableSource, match="more than 300 MB: save it in parts"),
    ):
        read_table(opened, "bomb.xlsx")
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()
    ended = CliRunner().invoke(cli, ["--db", str(desk_path), "import", "csv", "--yes", str(file)])
    assert (ended.exit_code, "save it in parts" in ended.stderr) == (1, True)


def test_a_formula_is_looked_for_without_the_whole_sheet_in_memory():
    data = padded(workbook(HEADERS, ROW), "xl/worksheets/sheet1.xml", 60)
    tracemalloc.start()
    assert not workbook_module._holds_formulas(data, "log.xlsx")
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


@pytest.mark.parametrize("chunk", range(1, 40))
def test_a_formula_is_found_wherever_a_chunk_ends(chunk, monkeypatch):
    monkeypatch.setattr(workbook_module, "_CHUNK", chunk)
    assert workbook_module._holds_formulas(workbook(HEADERS, ["=1+1", "Ada"]), "log.xlsx")
    assert not workbook_module._holds_formulas(workbook(HEADERS, ROW), "log.xlsx")
