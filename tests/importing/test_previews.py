"""What `import csv` tells before it writes: how the columns were understood, and what of the sheet does not become the desk's."""

import csv
import re
import shlex
import shutil
from contextlib import closing

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.model import Status
from claimtrack.store import claims
from claimtrack.store.file import database
from claimtrack.store.file.database import open_desk
from claimtrack.workflow import desk as desk_work
from claimtrack.workflow import linking
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.demo import build_demo
from claimtrack.workflow.exporting import export_sheet
from claimtrack.workflow.reviews import reviewing
from claimtrack.workflow.setup import init_desk
from tests.importing.conftest import write_rows

RENTS, CRIME = "Rents in Norwell rose by 12 percent", "Crime fell by a third in May"


@pytest.fixture
def take(import_csv, tmp_path):
    """Imports bytes or a sheet of rows; the result of the command."""

    def take(sheet, *options, **given):
        path = tmp_path / "sheet.csv"
        if isinstance(sheet, bytes):
            path.write_bytes(sheet)
        else:
            write_rows(path, sheet)
        return import_csv(path, *options, **given)

    return take


# ── new claims ──────────────────────────────────────────────────────────────────────────────────


def test_a_new_row_shows_what_each_column_becomes(desk, take):
    sheet = [
        ["Statement", "Speaker", "Date", "Owner", "Topics", "Where"],
        [RENTS, "Ada Miller", "13 April 2025", "ben", "homes, money", "Radio 4"],
        [CRIME, "", "", "", "", ""],
    ]
    assert take(sheet, "--dry-run").stdout == (
        f"new, line 2: “{RENTS}”\n"
        "  claimant: “Ada Miller”; claimed_on: “2025-04-13”; place: “Radio 4”; assignee: “ben”; tags: “homes, money”\n"
        f"new, line 3: “{CRIME}”\n"
        "  claimant: nothing; claimed_on: nothing\n"
    )


def test_a_preview_on_a_copy_shows_the_same_and_what_the_desk_refuses(desk, take, monkeypatch):
    """A long one: a short one is a transaction of the desk that is rolled back."""
    desk.execute(
        "create trigger no_crime before insert on claims when new.text like 'Crime%' begin select raise(abort, 'Refused: no'); end"
    )
    before = list(desk.conn.iterdump())
    shown = []
    for most in (1_000, 0):
        monkeypatch.setattr(database, "SHORT", most)
        done = [
            take([["Claim"], [RENTS]], "--dry-run"),
            take([["Claim"], [RENTS], [CRIME]], "--dry-run", ends=1),
        ]
        shown.append([(one.stdout, one.stderr) for one in done])
    assert shown[0] == shown[1]
    assert "line 3: no; nothing was imported" in shown[0][1][1]
    assert list(desk.conn.iterdump()) == before


# ── days against the option ─────────────────────────────────────────────────────────────────────

# The cells of the column, the option, what is told, what the days are, why.
AGAINST = [
    (
        ["25/12/2024", "3/4/2024", "5/6/2024"],
        "month-first",
        "--dates says month-first, but line 2 (25/12/2024) can only be day-first: reading it so. Check whether the "
        "dates that could be read either way are day-first too: 2, such as line 3 (3/4/2024, read as 2024-03-04)",
        ["2024-12-25", "2024-03-04", "2024-05-06"],
        "others may be misread",
    ),
    (
        ["12/25/2024", "12/26/2024"],
        "day-first",
        "--dates says day-first, but line 2 (12/25/2024) and 1 more can only be month-first: reading it so\n",
        ["2024-12-25", "2024-12-26"],
        "none could be read otherwise",
    ),
    (["3/4/2024", "12/25/2024"], "month-first", None, ["2024-03-04", "2024-12-25"], "all are as it says"),
    (["25.12.2024", "25 Dec 2024", ""], "month-first", None, ["2024-12-25"] * 2 + [None], "no order matters"),
]


@pytest.mark.parametrize(
    ("cells", "option", "told", "days", "reason"), AGAINST, ids=[row[-1] for row in AGAINST]
)
def test_a_day_that_contradicts_the_option_is_told_with_its_row(
    desk, take, cells, option, told, days, reason
):
    rows = [[text, cell] for text, cell in zip([RENTS, CRIME, "Bread cost less"], cells, strict=False)]
    said = take([["Claim", "Date"], *rows], "--dates", option, "--yes").stderr
    assert told in said if told else "--dates" not in said
    assert [claims.get(desk, at).claimed_on for at in range(1, len(cells) + 1)] == days


# ── encodings ───────────────────────────────────────────────────────────────────────────────────

CZECH = f"text,claimant\n{RENTS},Jiří Dvořák\n"


@pytest.mark.parametrize("name", ["cp1250", "windows-1250", "utf-8", "utf-16-le", "utf-16"])
def test_a_person_says_what_the_file_is_in(desk, take, name):
    told = take(CZECH.encode(name), "--encoding", name, "--yes")
    assert "guessed" not in told.stderr
    assert claims.get(desk, 1).claimant == "Jiří Dvořák"


def test_a_guess_names_the_option(desk, take):
    told = take(CZECH.encode("cp1250"), "--dry-run")
    assert "claimant: “Jiří Dvořák”" in told.stdout
    assert (
        "If letters look wrong below, give the encoding of the file, as in --encoding windows-1250"
        in told.stderr
    )


WRONG = [
    ("klingon", "no encoding 'klingon': give one such as utf-8, windows-1252"),
    ("base64", "no encoding 'base64'"),
    ("", "no encoding ''"),
    (
        "utf-8",
        "is not in utf-8: line 2 has bytes that are not valid in it. Give another --encoding, or leave it out to "
        "have it guessed",
    ),
]


@pytest.mark.parametrize(("name", "why"), WRONG)
def test_an_encoding_that_there_is_not_or_that_does_not_fit_says_what_to_do(desk, take, name, why):
    assert why in take(CZECH.encode("cp1250"), "--encoding", name, ends=1).stderr


def test_utf_8_that_is_said_to_be_another_is_told(desk, take):
    told = take(CZECH.encode(), "--encoding", "windows-1252", "--dry-run").stderr
    assert "all of it is valid UTF-8: if letters look wrong, leave out --encoding" in told


# ── what an export only shows ───────────────────────────────────────────────────────────────────


@pytest.fixture
def exported(desk, desk_path, tmp_path):
    """The rows of an export of two claims, the first with a link and a note."""
    for text in (RENTS, CRIME):
        add_claim(desk, NewClaim(text, source="https://news.example/1", claimed_on="2025-04-13"), actor="ben")
    linking.add_link(desk, 1, "https://stats.example/r", actor="ben")
    desk_work.add_note(desk, 1, "Ask the office.", actor="ben")
    export_sheet(desk_path, tmp_path / "claims.csv")
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def sheet_of(rows):
    return [list(rows[0]), *(list(row.values()) for row in rows)]


def test_words_and_links_in_the_place_of_a_count_are_taken_over(desk, take, exported):
    exported[0] |= {"evidence": "https://new.example/e=refutes", "notes": "Phoned them."}
    told = take(sheet_of(exported), "--yes")
    assert "0 changed cells in 0 claims, 0 new claims, 1 new note, 1 new link, 1 row unchanged" in told.stderr
    assert "is ignored (the desk has" not in told.stderr
    assert [row[0] for row in desk.execute("select body from notes")] == ["Ask the office.", "Phoned them."]
    assert [tuple(row) for row in desk.execute("select url, stance from evidence")][1:] == [
        ("https://new.example/e", "refutes")
    ]


# The column, what an editor writes there in line 2, what is told.
ONLY_SHOWN = [
    (
        "rating",
        "Half true",
        "(the desk has nothing): to give a verdict, use `claimtrack review draft 1 --rating 'Half true'`",
    ),
    (
        "evidence",
        "3",
        "(the desk has “1”): write the web address of a link here, or use `claimtrack link 1 URL`",
    ),
    ("notes", "4", "(the desk has “1”): write the text of a note here, or use `claimtrack note 1 TEXT`"),
    (
        "url",
        "https://other.example/",
        "to record where else it was said, use `claimtrack add` with its words and --source",
    ),
    (
        "place",
        "Radio 4",
        "to record where else it was said, use `claimtrack add` with its words and --source",
    ),
    ("appearances", "9", "(the desk has “1”): the desk works it out"),
    ("first_seen", "2020-01-01", "(the desk has “2025-04-13”): the desk works it out"),
]


@pytest.mark.parametrize(("column", "cell", "why"), ONLY_SHOWN)
def test_an_edit_that_no_import_takes_is_told_with_the_way_to_it(desk, take, exported, column, cell, why):
    exported[0][column] = cell
    told = take(sheet_of(exported), "--yes")
    assert f"line 2: {column} “{cell}” is ignored (the desk has" in told.stderr
    assert why in told.stderr
    assert (told.stdout, "2 rows unchanged" in told.stderr) == ("", True)


@pytest.mark.parametrize("rating", ["False", "mostly FALSE", "Half true", "Unproven"])
def test_the_command_that_an_edited_rating_is_told_with_works_as_printed(
    desk, desk_path, take, exported, rating
):
    """Also where several scales have the word and no review is there that tells the desk's own."""
    init_desk(desk_path, name="The Fact Desk", actor=None)
    exported[0]["rating"] = rating
    told = take(sheet_of(exported), "--yes").stderr
    command = shlex.split(re.search("`claimtrack (review draft [^`]*)`", told)[1])
    done = CliRunner().invoke(cli, ["--db", str(desk_path), "--actor", "ada", *command])
    assert done.exit_code == 0, done.output
    [given] = desk.execute("select name from ratings where id = (select rating_id from reviews)").fetchone()
    assert given.casefold() == rating.casefold()


def test_nor_is_a_scale_told_where_the_desk_has_one(desk, desk_path, take, exported):
    init_desk(desk_path, name="The Fact Desk", actor=None)
    reviewing.draft(desk, 2, rating="False", scale="Four-step scale", actor="ada")
    exported[0]["rating"] = "False"
    told = take(sheet_of(exported), "--yes").stderr
    assert "`claimtrack review draft 1 --rating False`" in told


@pytest.mark.parametrize(
    ("column", "cell"), [("first_seen", "13/04/2025"), ("appearances", "1.0"), ("version", "1")]
)
def test_what_a_spreadsheet_writes_anew_is_no_edit(desk, take, exported, column, cell):
    exported[0][column] = cell
    assert "is ignored (the desk has" not in take(sheet_of(exported), "--yes").stderr


def test_the_apostrophe_of_a_csv_that_was_saved_as_a_workbook_is_no_edit_of_the_place(
    desk, desk_path, take, tmp_path
):
    add_claim(desk, NewClaim("Buses were late on 12 days.", source="-TV- at noon"), actor="ada")
    export_sheet(desk_path, tmp_path / "claims.csv")
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as file:
        header, *_, row = csv.reader(file)
    assert "'-TV- at noon" in row
    told = take(
        [header, [cell.replace("'-TV", "''-TV") for cell in row]], "--yes"
    ).stderr  # as a workbook has it
    assert "is ignored (the desk has" not in told


def test_a_count_that_the_desk_has_gone_on_from_is_no_edit(desk, take, exported):
    desk_work.add_note(desk, 1, "They called back.", actor="ben")
    assert "is ignored (the desk has" not in take(sheet_of(exported), "--yes").stderr


def test_notes_and_evidence_of_a_copy_in_which_somebody_worked_are_told(desk, take, tmp_path):
    for text in (RENTS, CRIME):
        add_claim(desk, NewClaim(text), actor="ada")
    copy = tmp_path / "claims (conflicted copy).db"
    desk.execute("vacuum into ?", [str(copy)])
    with closing(open_desk(copy)) as db:
        desk_work.add_note(db, 1, "Only in the copy", actor="ben")
        linking.add_link(db, 2, "https://stats.example/crime", actor="ben")
    export_sheet(copy, tmp_path / "copy.csv")
    for claim_id in (
        2,
        1,
    ):  # and the desk was changed, too: in another order, so that no change has the number of one there
        desk_work.set_status(desk, claim_id, Status.CHECKING, actor="ada")
    told = take((tmp_path / "copy.csv").read_bytes(), "--yes").stderr
    assert "notes “1” is ignored (the desk has “0”)" in told
    assert "evidence “1” is ignored (the desk has “0”)" in told


def test_of_many_such_cells_some_are_told_and_the_rest_counted(desk, take, exported):
    for at in range(3, 15):
        add_claim(desk, NewClaim(f"The town of Vale has {at} bridges"), actor="ben")
    sheet = [["id", "rating", "version"], *([str(at), "False", ""] for at in range(1, 15))]
    told = take(sheet, "--yes").stderr
    assert told.count("is ignored (the desk has") == 10
    assert "... and 4 more cells that cannot be imported" in told


# ── another desk ────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def theirs(tmp_path_factory):
    """The rows of the export of another desk, one of whose claims is published."""
    folder = tmp_path_factory.mktemp("theirs")
    build_demo(folder / "claims.db")
    export_sheet(folder / "claims.db", folder / "claims.csv")
    with (folder / "claims.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    ("there", "here"), [("published", "parked"), ("in_review", "checking"), ("open", "open")]
)
def test_a_claim_of_another_desk_comes_without_a_status_that_hangs_on_a_verdict(
    new_desk_file, tmp_path, take, theirs, there, here
):
    other = shutil.copy(new_desk_file, tmp_path / "other.db")
    told = take(sheet_of([theirs[1] | {"status": there}]), "--yes", db=other).stderr
    with closing(open_desk(other)) as db:
        assert claims.get(db, 1).status == here
    assert ("Line 2: published or in review on another desk. Their reviews are not in this" in told) == (
        there != here
    )
    assert "\nIt has no published review of yours," not in told


def test_what_another_desk_made_of_a_claim_changes_nothing_of_ours(desk, take, theirs):
    row = next(row for row in theirs if row["status"] == "published")
    add_claim(desk, NewClaim(row["text"], claimant=row["claimant"], tags=("ours",)), actor="ben")
    told = take(sheet_of([row | {"assignee": "their editor", "tags": "theirs", "priority": "high"}]), "--yes")
    assert (
        "Line 2: the desk already has these claims, and keeps its own status, priority, assignee, tags"
        in told.stderr
    )
    [held] = desk.query("select status, priority, assignee, tags from claim_overview")
    assert held == {"status": "open", "priority": "normal", "assignee": None, "tags": '["ours"]'}
    assert "1 repeat" in told.stderr


# ── what is no row, and no sheet ────────────────────────────────────────────────────────────────


def test_a_row_of_blanks_alone_is_no_row(desk, take):
    told = take([["text", "claimant"], ["", ""], [" ", "\u00a0"], [RENTS, "Ada"]], "--yes")
    assert "1 new claim, 0 rows unchanged" in told.stderr


NO_SHEETS = [
    (b'[{"text": "Rents rose"}]', "is one JSON array"),
    (b"[\n  {\n", "as written by `--format ndjson`"),
    (b"<html><table><tr><td>text</td></tr></table></html>", "is a web page or XML, whatever its name says"),
    (b'\n<?xml version="1.0"?><Workbook/>', "save it as XLSX or CSV"),
]


@pytest.mark.parametrize(("data", "why"), NO_SHEETS)
def test_a_file_of_another_kind_says_which_kind_is_read(desk, take, data, why):
    assert why in take(data, ends=1).stderr
