"""Workbooks as newsrooms keep them: a title above the headers, several sheets, formulas, cells with dates."""

import io
import tracemalloc
import zipfile
from datetime import date, datetime

import openpyxl
import pytest
from click.testing import CliRunner
from openpyxl.comments import Comment
from openpyxl.styles import Color, PatternFill
from openpyxl.worksheet.cell_range import CellRange

from claimtrack.cli import cli
from claimtrack.core.errors import UnreadableSource
from claimtrack.core.sheets.sheets import has_claim_column
from claimtrack.importing import overlays
from claimtrack.importing import workbook as workbook_module
from claimtrack.importing.headers import Find
from claimtrack.importing.table import read_table
from tests.importing.conftest import notes_of, workbook
from tests.tables import each_row

RENTS, CRIME = "Rents rose by 12 percent", "Crime fell by a third"


@pytest.fixture
def import_sheets(import_csv, tmp_path):
    """Imports a workbook of these sheets; the command's standard output and standard error."""

    def import_sheets(sheets, *options, exit_code=0, command=("import", "csv", "--yes")):
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, rows in sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        book.save(tmp_path / "log.xlsx")
        result = import_csv(tmp_path / "log.xlsx", *options, exit_code=exit_code, command=command)
        return result.stdout, result.stderr

    return import_sheets


def texts_and_dates(db):
    return [tuple(row) for row in db.execute("select text, claimed_on from claims order by id")]


@each_row(
    ("value", "text"),
    [(12.0, "12"), (2.5, "2.5"), (True, "True"), (datetime(2024, 5, 3, 9, 30), "2024-05-03"), (None, "")],
)
def test_a_cell_is_read_as_a_person_sees_it(value, text):
    assert workbook_module.text_of(value) == text


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
    ([["Statement"], ["Updated in May"], HEADERS, ROW], 3, "the same, and another title below it"),
    (
        [
            ["Log", "", "", ""],
            ["What was said", "", "Checking", ""],
            ["Date", "The claim", "Who", "Status"],
            ["", *ROW, ""],
        ],
        3,
        "titles over several headers each, one of which is a header elsewhere",
    ),
    (
        [
            ["Radio", "", "", "Our work", "", "Result"],
            ["No.", "Day", "Claim", "Status", "Due", "Verdict"],
            [RENTS] * 6,
        ],
        2,
        "three titles over six headers",
    ),
    (
        [["What was said", "Who", "Day", ""], ["Claim", "Ada", "May", "x"]],
        1,
        "a claim that reads like a header, below more cells than titles have",
    ),
    ([["Claim"], [RENTS], [CRIME]], 1, "one column"),
    ([["Words", "Who"], ["text", "claimant"]], 1, "a row of as many cells as the one below is not a title"),
    ([["a", "b", "c"], ["d", "e", "f"], ["text", "g", "h"]], 1, "rows without headers"),
    ([["a"]] * 20 + [HEADERS], 1, "headers too far below"),
    (
        [["Log"], [], ["Words", "Day", "Who", "Why"], ["a", "b", "c", "d"]],
        3,
        "unknown headers: the error names these rather than the title",
    ),
]


@each_row(("rows", "header_row", "reason"), TITLES)
def test_headers_are_found_below_titles(rows, header_row):
    width = max(map(len, rows))
    text = "".join(",".join(row + [""] * (width - len(row))) + "\n" for row in rows)
    table = read_table(io.BytesIO(text.encode()), "log.csv", find=Find(is_header=has_claim_column))
    assert [cell for cell in table.headers if cell] == [cell for cell in rows[header_row - 1] if cell]
    assert [line for line, _ in table.rows] == [n for n, row in enumerate(rows, 1) if n > header_row and row]


def test_title_above_the_headers_is_reported(desk, import_sheets):
    _, stderr = import_sheets({"Log": [["Claims log, all desks"], HEADERS, ROW]})
    assert stderr.startswith(
        "XLSX, sheet 'Log', headers in row 2. Reading 'Claim' as text, 'Speaker' as claimant\n"
    )
    assert texts_and_dates(desk) == [(RENTS, None)]


def test_cells_without_a_header_are_refused_with_the_remedy(import_sheets):
    _, stderr = import_sheets({"Log": [HEADERS, [*ROW, "3 May"]]}, exit_code=1)
    assert "row 2: 3 cells under 2 headers. Give each column a header, in the row of the headers" in stderr


def test_cells_of_a_column_without_a_header_are_named(import_sheets):
    rows = [["Claim", None, "Speaker", ""], [RENTS, None, "Ada"], [CRIME, "asked the police", "Bo"]]
    _, stderr = import_sheets({"Log": rows})
    told = "NOT READ, and not kept anywhere: column 2, which has no header, 1 cell, such as 'asked the police' in line 3. To read it, give it a header"
    assert told in stderr
    assert "column 4" not in stderr


def test_commas_in_a_title_do_not_decide_the_separator(tmp_path):
    sheet = b"Claims, corrections, and more\n\nClaim;Speaker\nRents, they said, rose;Ada\n"
    table = read_table(io.BytesIO(sheet), "log.csv", find=Find(is_header=has_claim_column))
    assert (table.headers, list(table.rows)) == (
        ("Claim", "Speaker"),
        [(4, ["Rents, they said, rose", "Ada"])],
    )
    assert table.form == "CSV, semicolon-separated, headers in line 3"


@each_row("end", ["\n", "\r\n", "\r"])
def test_line_endings_and_a_short_line_near_the_top_do_not_matter(end):
    sheet = end.join(["Log", "Claim;Speaker", "Rents rose;Ada", ""]).encode()
    table = read_table(io.BytesIO(sheet), "log.csv", find=Find(is_header=has_claim_column))
    assert (table.headers, list(table.rows)) == (("Claim", "Speaker"), [(3, ["Rents rose", "Ada"])])


def test_header_row_can_be_given_as_an_option(desk, import_sheets):
    sheet = {"Log": [["a", "b", "c"], ["Words", "Day", "Who"], [RENTS, "2024-05-03", "Ada"]]}
    _, refused = import_sheets(sheet, exit_code=1)
    assert (
        "or in which row the headers are, as in --header-row 3. If there are none, put a row of headers"
        in refused
    )
    import_sheets(sheet, "--header-row", "2", "--map", "Words=text", "--map", "Day=claimed_on")
    assert texts_and_dates(desk) == [(RENTS, "2024-05-03")]
    assert (
        "has no headers in row 9: give another number with --header-row"
        in import_sheets(sheet, "--header-row", "9", exit_code=1)[1]
    )


def test_header_mapped_by_option_is_found(desk, import_sheets):
    import_sheets({"Log": [["Log"], ["Was gesagt wurde", "Wer"], ROW]}, "--map", "Was gesagt wurde=text")
    assert texts_and_dates(desk) == [(RENTS, None)]


# ── sheets ──────────────────────────────────────────────────────────────────────────────────────


def test_other_sheets_are_named_and_one_can_be_chosen(desk, import_sheets):
    sheets = {"2025": [HEADERS, ROW], "Empty": [], "Old list": [["Claim"], [CRIME]]}
    _, stderr = import_sheets(sheets)
    assert stderr.startswith(
        "Reading one sheet of the workbook. NOT READ: Old list. To read another: --sheet 'Old list'\n"
    )
    import_sheets(sheets, "--sheet", "old list")
    assert [text for text, _ in texts_and_dates(desk)] == [RENTS, CRIME]
    assert (
        "has no sheet 'x'. Sheets: '2025', 'Empty', 'Old list'"
        in import_sheets(sheets, "--sheet", "x", exit_code=1)[1]
    )


@pytest.mark.parametrize(
    ("content", "option", "message"),
    [
        ("text\nRents rose\n", ["--sheet", "1"], "is not a workbook"),
        ('{"text": "Rents rose"}\n', ["--header-row", "1"], "JSON Lines, whose keys are the headers"),
    ],
)
def test_option_that_does_not_apply_to_the_file_is_refused(desk_path, tmp_path, content, option, message):
    (tmp_path / "log").write_text(content)
    result = CliRunner().invoke(
        cli, ["--db", str(desk_path), "import", "csv", str(tmp_path / "log"), *option]
    )
    assert (result.exit_code, message in result.stderr) == (1, True)


# ── cells ───────────────────────────────────────────────────────────────────────────────────────


def test_formula_without_a_stored_value_is_reported_where_it_is_read(desk, import_sheets):
    """Programs such as openpyxl store no values, so the text is not in the file."""
    sheet = {
        "Log": [
            ["Claim", "Verdict", "Unread"],
            ['=A3&""', "", ""],
            [RENTS, '=UPPER("x")', ""],
            [CRIME, "", "=1+1"],
        ]
    }
    _, stderr = import_sheets(sheet, exit_code=1)
    remedy = (
        "is a formula, and the file does not contain its value: open it in Excel or LibreOffice, save it, and try "
        "again"
    )
    assert f"line 2: text {remedy}\nline 3: note {remedy}\n" in stderr
    link = {"Log": [["Claim", "Evidence"], [RENTS, f'=HYPERLINK("{REPORT}","Annual report")']]}
    assert f"\nline 2: evidence {remedy}\n0 changed" in import_sheets(link, exit_code=1)[1]
    assert "line 4" not in stderr
    assert remedy in import_sheets({"Log": sheet["Log"][:2]}, command=("match", "--file"), exit_code=1)[1]


def test_dates_in_cells_are_read_and_numbers_are_refused_with_the_remedy(desk, import_sheets):
    import_sheets(
        {"Log": [["Claim", "Date"], [RENTS, date(2025, 4, 3)], [CRIME, datetime(2025, 4, 13, 10, 30)]]}
    )
    assert texts_and_dates(desk) == [(RENTS, "2025-04-03"), (CRIME, "2025-04-13")]
    _, stderr = import_sheets({"Log": [["Claim", "Date"], ["Wages rose", 45750]]}, exit_code=1)
    assert (
        "line 2: claimed_on: not a date: '45750'. If it is a day count, as spreadsheets store dates,"
        in stderr
    )


# ── hyperlinks, merged cells, comments and colours ──────────────────────────────────────────────

MILL, TAX, REPORT, RADIO = (
    "The mill in Lenn employs 400 people",
    "The mill in Lenn pays no land tax",
    "https://mill.example/report_(2024)",
    "https://radio.example/morning",
)


@pytest.fixture
def import_log(import_csv, tmp_path):
    """Imports log.xlsx; the command's standard output and standard error."""

    def import_log(*options, exit_code=0):
        result = import_csv(tmp_path / "log.xlsx", "--yes", *options, exit_code=exit_code)
        return result.stdout, result.stderr

    return import_log


@pytest.fixture
def import_book(import_log, tmp_path):
    """Imports a workbook of these rows, after `prepare` has changed its sheet; standard output and standard error."""

    def import_book(rows, prepare, *options, exit_code=0):
        (tmp_path / "log.xlsx").write_bytes(workbook(*rows, prepare=prepare))
        return import_log(*options, exit_code=exit_code)

    return import_book


def links_of(db):
    return [tuple(row) for row in db.execute("select claim_id, url from evidence order by id")]


def places_of(db):
    return [tuple(row) for row in db.execute("select url, place from claim_sheet order by id")]


# Header and cell of a third column, the hyperlink of the cell, and what it becomes: links, notes, place.
HYPERLINKED = [
    ("Evidence", "Annual report", REPORT, [REPORT], [f"Evidence: Annual report ({REPORT})"], None, "words"),
    ("Evidence", REPORT, REPORT, [REPORT], [], None, "the address itself"),
    ("Evidence", "mill.example/report_(2024)", REPORT, [REPORT], [], None, "the address as people write it"),
    ("Evidence", " ", REPORT, [REPORT], [], None, "an empty cell"),
    ("Evidence", RADIO, REPORT, [RADIO, REPORT], [], None, "another address"),
    ("Evidence", "Ask Jo", "mailto:jo@desk.example", [], ["Evidence: Ask Jo"], None, "no page"),
    ("URL", "Morning show", RADIO, [], ["URL: Morning show"], RADIO, "a place that has to be an address"),
    ("Source", "Radio Lenn", RADIO, [], ["Source: Radio Lenn"], RADIO, "a place in words"),
    ("Source", RADIO, RADIO, [], [], RADIO, "a place that is the address"),
    ("Notes", "see the report", REPORT, [], [f"see the report ({REPORT})"], None, "a note"),
]


@pytest.mark.parametrize(
    ("header", "cell", "link", "links", "notes", "place", "reason"),
    HYPERLINKED,
    ids=[row[-1] for row in HYPERLINKED],
)
def test_hyperlink_of_a_cell_becomes_the_link_of_its_column(
    desk, import_book, header, cell, link, links, notes, place, reason
):
    def prepare(sheet):
        sheet["C2"].hyperlink = link
        if cell == " ":  # openpyxl writes the address into an empty cell
            sheet["C2"].value = cell

    rows = [["Claim", "Speaker", header], [MILL, "Ada", cell]]
    _, stderr = import_book(rows, prepare)
    assert [url for _, url in links_of(desk)] == links
    assert [body for _, body in notes_of(desk)] == notes
    assert places_of(desk) == [(place, None)]
    assert "NOT READ" not in stderr
    again, _ = import_book(rows, prepare)
    assert again == ""


def test_hyperlink_of_a_place_does_not_replace_the_address_in_the_row(desk, import_book):
    ada = "Ada (https://wiki.example/ada)"  # what follows a name replaces no hyperlink of the row either
    rows = [["Claim", "Speaker", "Source", "URL"], [MILL, ada, "Radio Lenn", "https://clips.example/7"]]
    import_book(rows, lambda sheet: setattr(sheet["C2"], "hyperlink", RADIO))
    assert places_of(desk)[0][0] == "https://clips.example/7"
    assert notes_of(desk) == [(1, f"Source: Radio Lenn ({RADIO})")]


def test_hyperlink_over_several_rows_belongs_to_each_with_its_anchor(desk, import_book):
    def prepare(sheet):
        sheet["B2"].hyperlink = REPORT
        sheet["B2"].hyperlink.location = "table-4"  # stored apart
        sheet["B2"].hyperlink.ref = "B2:B3"

    import_book([["Claim", "Evidence"], [MILL, "p. 1"], [TAX, "p. 2"], [RENTS, "p. 3"]], prepare)
    assert links_of(desk) == [(1, f"{REPORT}#table-4"), (2, f"{REPORT}#table-4")]


@pytest.fixture
def import_edited_xml(import_log, tmp_path):
    """Imports a workbook of these rows, with a replacement in its XML; the command's standard error."""

    def import_edited_xml(rows, old, new, exit_code=0):
        with (
            zipfile.ZipFile(io.BytesIO(workbook(*rows))) as bare,
            zipfile.ZipFile(tmp_path / "log.xlsx", "w") as log,
        ):
            for part in bare.namelist():
                log.writestr(part, bare.read(part).replace(old, new))
        return import_log(exit_code=exit_code)[1]

    return import_edited_xml


def test_hyperlink_made_by_a_formula_is_read(desk, import_edited_xml):
    """Online spreadsheets write links so; the value of the formula is what its cell shows."""
    formula = f'HYPERLINK("{REPORT}","Annual report")'
    bare, with_value = (
        f"{kind}><f>{formula}</f><v>{value}</v>".encode()
        for kind, value in (("", ""), (' t="str"', "Annual report"))
    )
    import_edited_xml([["Claim", "Evidence"], [MILL, f"={formula}"]], bare, with_value)
    assert (links_of(desk), notes_of(desk)) == ([(1, REPORT)], [(1, f"Evidence: Annual report ({REPORT})")])


def test_link_of_a_formula_within_the_workbook_is_no_address():
    over = overlays.Overlays()
    over.store_formula_link(2, 1, '=HYPERLINK("#Log!A1","Back to the top")')
    assert over.links == {}


def test_sheet_damaged_after_its_first_row_is_refused(import_edited_xml):
    """The first row is read before the others, so damage further down is met in another place."""
    rows = [
        ["Claim", "Date"],
        *([f"The town of Vale has {number} bridges", number] for number in range(2, 9)),
    ]
    assert "is a workbook that cannot be read (" in import_edited_xml(
        rows, b"<v>8</v>", b"<v>eight</v>", exit_code=1
    )


def test_hyperlinks_in_other_columns_are_reported(desk, import_book):
    def prepare(sheet):
        sheet["A2"].hyperlink, sheet["A3"].hyperlink, sheet["C2"].hyperlink = RADIO, REPORT, REPORT

    _, stderr = import_book(
        [["Claim", "Speaker", "Desk"], [MILL, "Ada", "City"], [TAX, "Ada", "City"]], prepare
    )
    assert (
        f"NOT READ: the links in 'Claim', 2, such as {RADIO}. To keep them, put the addresses in a" in stderr
    )
    assert "the links in 'Desk'" not in stderr  # it is reported as a column that is not read
    assert links_of(desk) == []


def test_value_of_merged_rows_applies_to_each_of_them(desk, import_book):
    def prepare(sheet):
        sheet["D2"].hyperlink = REPORT
        for area in ("B2:B4", "C2:C3", "D2:D3", "A5:C5"):
            sheet.merge_cells(area)

    rows = [
        ["Claim", "Speaker", "Date", "Evidence"],
        [MILL, "Ada Bell", "2025-03-01", "Annual report"],
        [TAX, None, None, None],
        [RENTS, None, "2025-03-09", None],
        ["The Lenn has nine bridges", None, None, None],
    ]
    import_book(rows, prepare)
    claims = [tuple(row) for row in desk.execute("select claimant, claimed_on from claim_sheet order by id")]
    assert claims == [("Ada Bell", "2025-03-01")] * 2 + [("Ada Bell", "2025-03-09"), (None, None)]
    assert links_of(desk) == [(1, REPORT), (2, REPORT)]


def test_merged_headers_and_empty_merged_rows_are_not_rows(desk, import_book):
    def prepare(sheet):
        for cells in ("A1:A2", "B1:B2", "A3:A4", "B3:B4"):
            sheet.merge_cells(cells)

    _, stderr = import_book([["Claim", "Speaker"], [], [MILL, "Ada Bell"], [], [TAX, "Bo Lind"]], prepare)
    assert [text for text, _ in texts_and_dates(desk)] == [MILL, TAX]
    assert "counts once" not in stderr


def test_claim_over_merged_rows_gets_an_occasion_for_each_date(desk, import_book):
    rows = [["Claim", "Speaker", "Date"], [MILL, "Ada", "2025-03-01"], [None, None, "2025-03-08"]]
    stdout, _ = import_book(rows, lambda sheet: [sheet.merge_cells(area) for area in ("A2:A3", "B2:B3")])
    assert "new, line 2, also said: Ada, 2025-03-08" in stdout


def test_comments_on_cells_are_counted(desk, import_book):
    def prepare(sheet):
        sheet["A2"].comment, sheet["B2"].comment = Comment("Legal: careful", "Jo"), Comment("who?", "Jo")

    _, stderr = import_book([["Claim", "Speaker"], [MILL, "Ada"]], prepare)
    assert (
        "NOT READ: 2 comments on cells, such as on A2. To keep a comment, copy it to a column of notes"
        in stderr
    )
    assert notes_of(desk) == []


def test_coloured_cells_are_reported_by_their_column(import_book):
    def prepare(sheet):
        for cell, colour in (("A1", "FFFF00"), ("C2", "00FF00"), ("C3", "FF0000"), ("B2", "FFFFFF")):
            sheet[cell].fill = PatternFill("solid", fgColor=colour)
        sheet["A3"].fill = PatternFill("solid", fgColor=Color(theme=0))  # white, too
        sheet["B3"].fill = PatternFill("lightUp", fgColor="FF0000")

    _, stderr = import_book([["Claim", "Speaker", "Done?"], [MILL, "Ada"], [TAX, "Bo"]], prepare)
    assert "NOT READ: colours, of 2 cells ('Done?'). If a colour means something" in stderr
    _, stderr = import_book([["Claim", "Speaker"], [MILL, "Ada"]], lambda sheet: None)
    assert "colours" not in stderr


def test_of_the_parts_that_a_sheet_refers_to_only_comments_are_read(desk, import_log, tmp_path):
    """Excel saves the settings of the printer beside a sheet, and they are no XML."""
    kinds = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    relations = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" '
        f'Type="{kinds}/printerSettings" Target="../printerSettings/printerSettings1.bin"/></Relationships>'
    )
    (tmp_path / "log.xlsx").write_bytes(workbook(["Claim", "Speaker"], [MILL, "Ada"]))
    with zipfile.ZipFile(tmp_path / "log.xlsx", "a") as log:
        log.writestr("xl/worksheets/_rels/sheet1.xml.rels", relations)
        log.writestr("xl/printerSettings/printerSettings1.bin", b"\0\1<")
    assert "1 new claim" in import_log()[1]


def test_sheet_with_too_many_links_or_merged_cells_is_refused(monkeypatch, import_book):
    monkeypatch.setattr(overlays, "_MOST", 3)

    def prepare(sheet):
        for row in (2, 3):  # two of each
            sheet[f"A{row}"].hyperlink = REPORT
            sheet.merge_cells(f"B{row}:XFD{row}")

    _, stderr = import_book([["Claim", "Speaker"], [MILL, "Ada"]], prepare, exit_code=1)
    assert "has more than 3 links, comments or merged cells: save it as CSV" in stderr


def test_areas_that_cover_a_whole_sheet_cost_nothing_beyond_its_rows(desk, import_book):
    def prepare(sheet):
        sheet["C2"].hyperlink = REPORT
        sheet["C2"].hyperlink.ref = "C2:XFD1048576"
        sheet.merged_cells.ranges = [
            *sheet.merged_cells.ranges,
            CellRange("B2:B1048576"),
            CellRange("B2:XFD9"),
        ]

    import_book([["Claim", "Speaker", "Evidence"], [MILL, "Ada", ""], [TAX, "", ""]], prepare)
    assert links_of(desk) == [(1, REPORT), (2, REPORT)]


# ── workbooks that unpack to more than there is room for ────────────────────────────────────────


def pad_part(data, part, millions):
    """The same workbook with millions of spaces in one of its parts."""
    pad_part = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(data)) as old,
        zipfile.ZipFile(pad_part, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as new,
    ):
        for name in old.namelist():
            new.writestr(name, old.read(name) + (b" " * millions * 1_000_000 if name == part else b""))
    return pad_part.getvalue()


@pytest.mark.parametrize("part", ["xl/worksheets/sheet1.xml", "xl/styles.xml", "docProps/app.xml"])
def test_workbook_that_unpacks_to_too_much_is_refused_before_it_is_unpacked(
    part, tmp_path, desk_path, monkeypatch
):
    monkeypatch.setattr(
        workbook_module, "_MOST", 30_000_000
    )  # instead of 300 MB, which takes two seconds to compress
    file = tmp_path / "bomb.xlsx"
    file.write_bytes(pad_part(workbook(HEADERS, ROW), part, 31))
    tracemalloc.start()
    with (
        file.open("rb") as workbook_file,
        pytest.raises(UnreadableSource, match="more than 30 MB: save it in parts"),
    ):
        read_table(workbook_file, "bomb.xlsx")
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()
    result = CliRunner().invoke(cli, ["--db", str(desk_path), "import", "csv", "--yes", str(file)])
    assert (result.exit_code, "save it in parts" in result.stderr) == (1, True)


def holds_formulas(data):
    return workbook_module._holds_formulas(zipfile.ZipFile(io.BytesIO(data)), "log.xlsx")


def test_formulas_are_searched_without_loading_the_whole_sheet():
    data = pad_part(workbook(HEADERS, ROW), "xl/worksheets/sheet1.xml", 60)
    tracemalloc.start()
    assert not holds_formulas(data)
    assert tracemalloc.get_traced_memory()[1] < 20_000_000
    tracemalloc.stop()


@each_row("chunk", range(1, 40))
def test_formula_is_found_wherever_a_chunk_ends(chunk, monkeypatch):
    monkeypatch.setattr(workbook_module, "_CHUNK", chunk)
    assert holds_formulas(workbook(HEADERS, ["=1+1", "Ada"]))
    assert not holds_formulas(workbook(HEADERS, ROW))


def edited(data, part, old, new):
    """The same workbook with something else in one of its parts."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as former, zipfile.ZipFile(made, "w") as book:
        for name in former.namelist():
            content = former.read(name)
            book.writestr(name, content.replace(old, new) if name == part else content)
    return io.BytesIO(made.getvalue())


@pytest.mark.parametrize("formula", ["", '<row r="3"><c r="A3"><f>1+1</f></c></row>'])
@each_row(
    ("row", "reason"),
    [
        ('<row r="999999999"/>', "would take a quarter of an hour"),
        ('<row r="4"><c r="XFD4"/></row>', "one cell at the far right: a million of them took hours"),
    ],
)
def test_rows_and_columns_that_a_file_only_alludes_to_are_limited(row, formula, monkeypatch):
    monkeypatch.setattr(workbook_module, "_MOST_TEXT", 10_000)
    monkeypatch.setattr(workbook_module, "SHEET_ROWS", 20_000)
    end = b"</sheetData>"
    book = edited(workbook(HEADERS, ROW), "xl/worksheets/sheet1.xml", end, f"{formula}{row}".encode() + end)
    with pytest.raises(UnreadableSource, match=r"has more than 20,000 rows.* save it in parts"):
        list(read_table(book, "log.xlsx").rows)


def test_one_text_in_many_cells_is_limited(monkeypatch):
    monkeypatch.setattr(workbook_module, "_MOST_TEXT", 10_000)
    book = io.BytesIO(workbook(HEADERS, *[["a" * 2_000, "Ada"]] * 6))
    with pytest.raises(UnreadableSource, match="10,000 letters"):
        list(read_table(book, "log.xlsx").rows)


@pytest.mark.parametrize("part", ["xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml"])
def test_parts_that_are_held_in_memory_are_limited(part, monkeypatch):
    monkeypatch.setitem(workbook_module._MOST_TAGS, part, 0)
    book = io.BytesIO(workbook(HEADERS, ROW))
    with zipfile.ZipFile(book, "a") as parts:
        if part not in parts.namelist():
            parts.writestr(part, "<sst/>")
    book.seek(0)
    with pytest.raises(UnreadableSource, match=f"more than 0 tags in {part}: save it as CSV"):
        read_table(book, "log.xlsx")


def test_too_little_memory_is_not_blamed_on_the_workbook(monkeypatch):
    def fail(*_, **__):
        raise MemoryError

    monkeypatch.setattr(openpyxl, "load_workbook", fail)
    with pytest.raises(MemoryError):
        read_table(io.BytesIO(workbook(HEADERS, ROW)), "log.xlsx")


def test_of_many_other_sheets_the_first_are_named(import_sheets):
    sheets = {f"Sheet {number}": [HEADERS, ROW] for number in range(9)}
    assert "NOT READ: Sheet 1, Sheet 2, Sheet 3, Sheet 4, Sheet 5 and 3 more. To" in import_sheets(sheets)[1]


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500)
UNREADABLE = [
    (
        OLE,
        "is in the format of old Office files such as .xls: save it as XLSX or CSV",
        "as Excel saved it until 2003",
    ),
    (
        OLE + "EncryptedPackage".encode("utf-16-le"),
        "is locked with a password: open it, save it as XLSX or CSV without a password",
        "locked",
    ),
    (
        b"PK\x03\x04" + bytes(500),
        "is a workbook that is cut off or damaged: download it again, or save it again as XLSX or CSV",
        "half a download",
    ),
    (
        b"\0\1PK\3\4 damaged",
        "is no workbook, or a damaged one: save it again as XLSX or CSV",
        "damaged start",
    ),
]


@each_row(("content", "message", "reason"), UNREADABLE)
def test_unreadable_workbook_is_refused_with_the_remedy(desk_path, tmp_path, content, message):
    (tmp_path / "log.xlsx").write_bytes(content)
    for command in (["import", "csv"], ["judge", "--file"], ["triage", "--decisions"], ["match", "--file"]):
        result = CliRunner().invoke(cli, ["--db", str(desk_path), *command, str(tmp_path / "log.xlsx")])
        assert (result.exit_code, message in result.stderr) == (1, True), command
