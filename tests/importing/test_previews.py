"""What `import csv` reports before it writes: how it understood the columns, and what it does not import."""

import csv
import json
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
from tests.tables import each_row

RENTS, CRIME = "Rents in Norwell rose by 12 percent", "Crime fell by a third in May"


@pytest.fixture
def import_sheet(import_csv, tmp_path):
    """Imports bytes or a sheet of rows; the result of the command."""

    def import_sheet(sheet, *options, **kwargs):
        path = tmp_path / "sheet.csv"
        if isinstance(sheet, bytes):
            path.write_bytes(sheet)
        else:
            write_rows(path, sheet)
        return import_csv(path, *options, **kwargs)

    return import_sheet


# ── new claims ──────────────────────────────────────────────────────────────────────────────────


def test_dry_run_shows_what_each_column_of_a_new_row_becomes(desk, import_sheet):
    sheet = [
        ["Statement", "Speaker", "Date", "Owner", "Topics", "Where"],
        [RENTS, "Ada Miller", "13 April 2025", "ben", "homes, money", "Radio 4"],
        [CRIME, "", "", "", "", ""],
    ]
    assert import_sheet(sheet, "--dry-run").stdout == (
        f"new, line 2: “{RENTS}”\n"
        "  claimant: “Ada Miller”; claimed_on: “2025-04-13”; place: “Radio 4”; assignee: “ben”; tags: “homes, money”\n"
        f"new, line 3: “{CRIME}”\n"
        "  claimant: nothing; claimed_on: nothing\n"
    )


def test_a_long_dry_run_on_a_copy_shows_the_same_as_one_on_the_desk(desk, import_sheet, monkeypatch):
    """A short dry run is a transaction on the desk that is rolled back; a long one works on a copy."""
    desk.execute(
        "create trigger no_crime before insert on claims when new.text like 'Crime%' begin select raise(abort, 'Refused: no'); end"
    )
    before = list(desk.conn.iterdump())
    outputs = []
    for limit in (1_000, 0):
        monkeypatch.setattr(database, "SHORT", limit)
        results = [
            import_sheet([["Claim"], [RENTS]], "--dry-run"),
            import_sheet([["Claim"], [RENTS], [CRIME]], "--dry-run", exit_code=1),
        ]
        outputs.append([(result.stdout, result.stderr) for result in results])
    assert outputs[0] == outputs[1]
    assert "line 3: no; nothing was imported" in outputs[0][1][1]
    assert list(desk.conn.iterdump()) == before


# ── dates that contradict the option ────────────────────────────────────────────────────────────

# The cells of the column, the option, the message, the dates on the desk, and why.
CONTRADICTED_DATES = [
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
        "no date is ambiguous",
    ),
    (
        ["3/4/2024", "12/25/2024"],
        "month-first",
        None,
        ["2024-03-04", "2024-12-25"],
        "all dates agree with the option",
    ),
    (
        ["25.12.2024", "25 Dec 2024", ""],
        "month-first",
        None,
        ["2024-12-25"] * 2 + [None],
        "the order of the dates does not matter",
    ),
]


@pytest.mark.parametrize(
    ("cells", "option", "message", "days", "reason"),
    CONTRADICTED_DATES,
    ids=[row[-1] for row in CONTRADICTED_DATES],
)
def test_date_that_contradicts_the_option_is_reported_with_its_row(
    desk, import_sheet, cells, option, message, days, reason
):
    rows = [[text, cell] for text, cell in zip([RENTS, CRIME, "Bread cost less"], cells, strict=False)]
    stderr = import_sheet([["Claim", "Date"], *rows], "--dates", option, "--yes").stderr
    assert message in stderr if message else "--dates" not in stderr
    assert [claims.get(desk, claim_id).claimed_on for claim_id in range(1, len(cells) + 1)] == days


# ── encodings ───────────────────────────────────────────────────────────────────────────────────

CZECH = f"text,claimant\n{RENTS},Jiří Dvořák\n"


@pytest.mark.parametrize("name", ["cp1250", "windows-1250", "utf-8", "utf-16-le", "utf-16"])
def test_encoding_can_be_given_as_an_option(desk, import_sheet, name):
    result = import_sheet(CZECH.encode(name), "--encoding", name, "--yes")
    assert "guessed" not in result.stderr
    assert claims.get(desk, 1).claimant == "Jiří Dvořák"


def test_guessed_encoding_is_reported_with_the_option(desk, import_sheet):
    result = import_sheet(CZECH.encode("cp1250"), "--dry-run")
    assert "claimant: “Jiří Dvořák”" in result.stdout
    assert (
        "If letters look wrong below, give the encoding of the file with --encoding: windows-1252 (Western Europe), "
        "windows-1250 (Central Europe), windows-1251 (Cyrillic), mac-roman" in result.stderr
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


@each_row(("name", "message"), WRONG)
def test_unknown_or_wrong_encoding_is_refused_with_the_remedy(desk, import_sheet, name, message):
    assert message in import_sheet(CZECH.encode("cp1250"), "--encoding", name, exit_code=1).stderr


def test_utf_8_declared_as_another_encoding_is_reported(desk, import_sheet):
    stderr = import_sheet(CZECH.encode(), "--encoding", "windows-1252", "--dry-run").stderr
    assert "all of it is valid UTF-8: if letters look wrong, leave out --encoding" in stderr


# ── columns that an export only shows ───────────────────────────────────────────────────────────


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


def to_table(rows):
    return [list(rows[0]), *(list(row.values()) for row in rows)]


def test_text_or_link_in_place_of_a_count_is_imported(desk, import_sheet, exported):
    exported[0] |= {"evidence": "https://new.example/e=refutes", "notes": "Phoned them."}
    result = import_sheet(to_table(exported), "--yes")
    assert (
        "0 changed cells in 0 claims, 0 new claims, 1 new note, 1 new link, 1 row unchanged" in result.stderr
    )
    assert "is ignored (the desk has" not in result.stderr
    assert [row[0] for row in desk.execute("select body from notes")] == ["Ask the office.", "Phoned them."]
    assert [tuple(row) for row in desk.execute("select url, stance from evidence")][1:] == [
        ("https://new.example/e", "refutes")
    ]


# The column, what an editor writes there in line 2, and the remedy that is printed.
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


@each_row(("column", "cell", "remedy"), ONLY_SHOWN)
def test_edit_of_an_ignored_column_is_reported_with_the_command_to_use(
    desk, import_sheet, exported, column, cell, remedy
):
    exported[0][column] = cell
    result = import_sheet(to_table(exported), "--yes")
    assert f"line 2: {column} “{cell}” is ignored (the desk has" in result.stderr
    assert remedy in result.stderr
    assert (result.stdout, "2 rows unchanged" in result.stderr) == ("", True)


@pytest.mark.parametrize("rating", ["False", "mostly FALSE", "Half true", "Unproven"])
def test_command_printed_for_an_edited_rating_works_as_printed(
    desk, desk_path, import_sheet, exported, rating
):
    """Even if several scales have the rating, and the desk has no review that shows which scale it uses."""
    init_desk(desk_path, name="The Fact Desk", actor=None)
    exported[0]["rating"] = rating
    stderr = import_sheet(to_table(exported), "--yes").stderr
    command = shlex.split(re.search("`claimtrack (review draft [^`]*)`", stderr)[1])
    result = CliRunner().invoke(cli, ["--db", str(desk_path), "--actor", "ada", *command])
    assert result.exit_code == 0, result.output
    [rating_given] = desk.execute(
        "select name from ratings where id = (select rating_id from reviews)"
    ).fetchone()
    assert rating_given.casefold() == rating.casefold()


def test_command_for_an_edited_rating_omits_the_scale_when_the_desk_uses_one(
    desk, desk_path, import_sheet, exported
):
    init_desk(desk_path, name="The Fact Desk", actor=None)
    reviewing.draft(desk, 2, rating="False", scale="Four-step scale", actor="ada")
    exported[0]["rating"] = "False"
    stderr = import_sheet(to_table(exported), "--yes").stderr
    assert "`claimtrack review draft 1 --rating False`" in stderr


@pytest.mark.parametrize(
    ("column", "cell"), [("first_seen", "13/04/2025"), ("appearances", "1.0"), ("version", "1")]
)
def test_value_reformatted_by_a_spreadsheet_is_not_an_edit(desk, import_sheet, exported, column, cell):
    exported[0][column] = cell
    assert "is ignored (the desk has" not in import_sheet(to_table(exported), "--yes").stderr


def test_doubled_apostrophe_from_a_workbook_is_not_an_edit_of_the_place(
    desk, desk_path, import_sheet, tmp_path
):
    add_claim(desk, NewClaim("Buses were late on 12 days.", source="-TV- at noon"), actor="ada")
    export_sheet(desk_path, tmp_path / "claims.csv")
    with (tmp_path / "claims.csv").open(encoding="utf-8", newline="") as file:
        header, *_, row = csv.reader(file)
    assert "'-TV- at noon" in row
    stderr = import_sheet(
        [header, [cell.replace("'-TV", "''-TV") for cell in row]], "--yes"
    ).stderr  # as it is read from a workbook
    assert "is ignored (the desk has" not in stderr


def test_outdated_count_is_not_an_edit(desk, import_sheet, exported):
    desk_work.add_note(desk, 1, "They called back.", actor="ben")
    assert "is ignored (the desk has" not in import_sheet(to_table(exported), "--yes").stderr


def test_notes_and_evidence_of_a_diverged_copy_are_reported(desk, import_sheet, tmp_path):
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
    ):  # the desk is changed too, in another order, so that no change has the id of one in the copy
        desk_work.set_status(desk, claim_id, Status.CHECKING, actor="ada")
    stderr = import_sheet((tmp_path / "copy.csv").read_bytes(), "--yes").stderr
    assert "notes “1” is ignored (the desk has “0”)" in stderr
    assert "evidence “1” is ignored (the desk has “0”)" in stderr


def test_long_list_of_ignored_cells_is_abbreviated(desk, import_sheet, exported):
    for number in range(3, 15):
        add_claim(desk, NewClaim(f"The town of Vale has {number} bridges"), actor="ben")
    sheet = [["id", "rating", "version"], *([str(number), "False", ""] for number in range(1, 15))]
    stderr = import_sheet(sheet, "--yes").stderr
    assert stderr.count("is ignored (the desk has") == 10
    assert "... and 4 more cells that cannot be imported" in stderr


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
    ("their_status", "our_status"), [("published", "parked"), ("in_review", "checking"), ("open", "open")]
)
def test_claim_of_another_desk_comes_without_a_status_that_needs_a_verdict(
    new_desk_file, tmp_path, import_sheet, theirs, their_status, our_status
):
    other = shutil.copy(new_desk_file, tmp_path / "other.db")
    stderr = import_sheet(to_table([theirs[1] | {"status": their_status}]), "--yes", db=other).stderr
    with closing(open_desk(other)) as db:
        assert claims.get(db, 1).status == our_status
    assert ("Line 2: published or in review on another desk. Their reviews are not in this" in stderr) == (
        their_status != our_status
    )
    assert "\nIt has no published review of yours," not in stderr
    assert "the desk already has" not in stderr


def test_work_of_another_desk_on_a_claim_does_not_change_ours(desk, import_sheet, theirs):
    row = next(row for row in theirs if row["status"] == "published")
    add_claim(desk, NewClaim(row["text"], claimant=row["claimant"], tags=("ours",)), actor="ben")
    result = import_sheet(
        to_table([row | {"assignee": "their editor", "tags": "theirs", "priority": "high"}]), "--yes"
    )
    assert (
        "Line 2: the desk already has these claims, and keeps its own status, priority, assignee, tags"
        in result.stderr
    )
    assert "on another desk" not in result.stderr
    [current] = desk.query("select status, priority, assignee, tags from claim_overview")
    assert current == {"status": "open", "priority": "normal", "assignee": None, "tags": '["ours"]'}
    assert "1 repeat" in result.stderr


def test_version_of_another_desk_is_not_compared_with_our_history(desk, import_sheet, theirs):
    row = next(row for row in theirs if row["status"] == "published")
    claim_id = add_claim(desk, NewClaim(row["text"], claimant=row["claimant"]), actor="ben").claim_id
    desk_work.set_status(desk, claim_id, Status.CHECKING, actor="ben")  # since their low version, so to say
    result = import_sheet(to_table([row | {"version": "1"}]), "--yes")
    assert (result.exit_code, "changed both on the desk" in result.stderr) == (0, False)


# ── blank rows, and files that are not sheets ───────────────────────────────────────────────────


def test_blank_row_is_ignored(desk, import_sheet):
    result = import_sheet([["text", "claimant"], ["", ""], [" ", "\u00a0"], [RENTS, "Ada"]], "--yes")
    assert "1 new claim, 0 rows unchanged" in result.stderr


NO_SHEETS = [
    (b'[{"text": "Rents rose"}]', "jq makes lines of it: jq -c '.[]' "),
    (
        b'{"id": "b",\n "members": [{"id": 1}], "cards": [{"name": "Rents rose"}, {"name": "Crime fell"}], "prefs": {}}',
        """It has these lists: members, cards. jq makes lines of one: jq -c '."cards"[]' """,
    ),
    (b"[\n  {\n", "as written by `--format ndjson`"),
    (b"<html><table><tr><td>text</td></tr></table></html>", "is a web page or XML, whatever its name says"),
    (b'\n<?xml version="1.0"?><Workbook/>', "save it as XLSX or CSV"),
]


@each_row(("data", "message"), NO_SHEETS)
def test_file_of_another_kind_is_refused_with_the_kinds_that_are_read(desk, import_sheet, data, message):
    assert message in import_sheet(data, exit_code=1).stderr


def test_one_line_of_json_with_a_text_is_a_row_whatever_else_is_in_it(import_sheet):
    post = b'{"text": "Rents rose by 12 percent", "media": [{"type": "photo"}]}'
    assert "1 new claim, 0 rows unchanged" in import_sheet(post, "--yes").stderr


def test_programs_are_not_told_of_claims_that_were_not_written(desk, import_rows):
    desk.conn.execute(
        "create trigger no_crime before insert on claims when new.text like 'Crime%' begin select raise(abort, 'Refused: no'); end"
    )
    rows = [("text", "claimant"), ("Rents rose by 12 percent", "Ada"), ("Crime fell by a third", "Bo")]
    out, told = import_rows(*rows, options=["--format", "json"], exit_code=1)
    assert (out, "line 3: no; nothing was imported" in told) == ("", True)
    [filed] = json.loads(import_rows(*rows[:2], options=["--format", "json"])[0])
    assert (filed["claim_id"], filed["outcome"], filed["undo"] is None) == (1, "new", False)
