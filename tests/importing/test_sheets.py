"""A sheet is exported, edited and imported: only the edits change anything, and never half of them."""

import csv
import json
import random
import shutil
from contextlib import closing

import openpyxl
import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.core.errors import UnreadableSource
from claimtrack.core.sheets.sheets import Format
from claimtrack.store import claims, edits
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.store.index.postings import index_pending
from claimtrack.workflow.exporting import export_sheet
from claimtrack.workflow.sheets.applying import apply_plan
from tests.importing.conftest import plan_of, write_export
from tests.tables import each_row

AWKWARD = [
    'She said "no", then; "yes"', "two\nlines", "carriage\r\nreturn", "lone\rreturn", "=1+1", "+1", "-3 degrees",
    "@home", "\ttabbed", "a\ttab inside", "'=guarded", "''@twice", "'tis", "🦀 emoji 👩‍👩‍👧", "שלום עולם", "\u202eoverride",
    "naïve ﬁ", "_x000D_ spelled out", "control \x01 \x1f", "#N/A", "TRUE", "00123", "1e10", "2024-04-22", "comma, here",
    "semi;colon", " leading and trailing ", "\ufeffmark", "back\\slash", "＝full width", "NULL", "&amp; <b>", "x" * 9000,
]  # fmt: skip


def add_claims(db, number):
    """Adds this many claims, first the awkward texts, then the same with a number."""
    chance = random.Random(3)
    with write_transaction(db, "mara"):
        for n in range(number):
            text = AWKWARD[n % len(AWKWARD)]
            fields = {
                "text": text if n < len(AWKWARD) else f"{text} {n}",
                "claimant": chance.choice([None, "Ada Miller", "=Ben", 'O\'Neil, "Bo"']),
                "claimed_on": chance.choice([None, "2024-04-22", "2024-03-05"]),
                "status": chance.choice(["proposed", "open", "checking"]),
                "priority": chance.choice(["high", "normal"]),
                "assignee": chance.choice([None, "ada", "@ben"]),
                "tags": chance.choice([(), ("economy",), ("health", "tax, duties"), ('the "deal"',)]),
            }
            edits.add(db, fields)


def editable_claims(db):
    return [edits.current(db, claim_id)[0] for claim_id in range(1, claims.newest_id(db) + 1)]


@pytest.fixture
def filled_desk(desk, desk_path):
    add_claims(desk, 2 * len(AWKWARD))
    return desk


SIZE = 400


@pytest.fixture(scope="session")
def filled_file(new_desk_file, tmp_path_factory):
    """The file of an indexed desk of SIZE claims, made once because it takes a second."""
    path = shutil.copy(new_desk_file, tmp_path_factory.mktemp("filled") / "claims.db")
    with closing(open_desk(path)) as db:
        add_claims(db, SIZE)
        index_pending(db.conn)
    return path


@pytest.mark.parametrize("form", Format)
def test_round_trip_changes_nothing_and_one_edit_is_one_row_of_history(filled_file, tmp_path, form):
    desk_path = shutil.copy(filled_file, tmp_path / "claims.db")
    with closing(open_desk(desk_path)) as desk:
        assert_round_trip(desk, desk_path, tmp_path, form)


def assert_round_trip(desk, desk_path, tmp_path, form):
    path = tmp_path / f"claims.{form}"
    assert export_sheet(desk_path, path, form) == SIZE
    plan = plan_of(desk, path)
    assert (plan.changes, plan.problems, plan.unchanged) == ([], [], SIZE)
    assign_in_file(path, form)
    plan = plan_of(desk, path)
    assert [change.fields for change in plan.changes] == [
        {"assignee": (edits.current(desk, 7)[0].assignee, "carla")}
    ]
    before = desk.table("history").count
    apply_plan(desk, plan, actor="carla")
    [last] = desk.query("select actor, table_name, row_id from history where id > ?", [before])
    assert (last["actor"], last["table_name"], last["row_id"]) == ("carla", "claims", 7)


def assign_in_file(path, form):
    """Assigns claim 7 to carla, as a spreadsheet or a script would."""
    if form == "xlsx":
        book = openpyxl.load_workbook(path)
        sheet = book.worksheets[0]
        headers = [cell.value for cell in sheet[1]]
        sheet.cell(8, headers.index("assignee") + 1).value = "carla"
        book.save(path)
    elif form == "csv":
        with path.open(encoding="utf-8", newline="") as file:
            rows = list(csv.reader(file))
        rows[7][rows[0].index("assignee")] = "carla"
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
    else:
        lines = path.read_text(encoding="utf-8").split("\n")
        record = json.loads(lines[6])
        lines[6] = json.dumps(record | {"assignee": "carla"})
        path.write_text("\n".join(lines), encoding="utf-8")


@pytest.mark.parametrize("form", Format)
def test_empty_desk_becomes_equal_by_importing_the_export(
    filled_desk, desk_path, new_desk_file, tmp_path, form
):
    export_sheet(desk_path, tmp_path / "claims", form)
    other = open_desk(shutil.copy(new_desk_file, tmp_path / "other.db"))
    plan = plan_of(other, tmp_path / "claims")
    assert (plan.new, plan.problems) == (2 * len(AWKWARD), [])
    apply_plan(other, plan, actor="mara")
    assert editable_claims(other) == editable_claims(filled_desk)
    other.close()


# ── files as other programs write them ──────────────────────────────────────────────────────────


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_encoding_and_delimiter_do_not_matter(filled_desk, desk_path, tmp_path, encoding, delimiter):
    plan = plan_of(filled_desk, write_export(desk_path, tmp_path, encoding=encoding, delimiter=delimiter))
    assert (plan.changes, plan.problems) == ([], [])


def test_sheet_in_a_windows_code_page_is_read(desk, desk_path, tmp_path):
    with write_transaction(desk, "mara"):
        claims.add(desk, "Le chômage a baissé de 3 % à Orléans")
    assert plan_of(desk, write_export(desk_path, tmp_path, encoding="cp1252", delimiter=";")).unchanged == 1


def test_order_of_columns_and_rows_does_not_matter(filled_desk, desk_path, tmp_path):
    path = write_export(desk_path, tmp_path, lambda rows: [row[::-1] for row in [rows[0], *rows[:0:-1]]])
    assert (plan_of(filled_desk, path).changes, plan_of(filled_desk, path).problems) == ([], [])


def test_separator_line_of_excel_is_not_a_row(desk, tmp_path):
    path = tmp_path / "theirs.csv"
    path.write_text("sep=;\nClaim;Speaker\nRent, they said, doubled;Ada\n")
    plan = plan_of(desk, path)
    assert [change.fields["text"][1] for change in plan.changes] == ["Rent, they said, doubled"]
    assert plan.changes[0].line == 3


@each_row(
    ("content", "message"),
    [
        ("text,claimant\nRent, they said, doubled,Ada\n", "line 2: 4 cells under 2 headers"),
        ('text\na\n"Rent doubled\nWages fell\n', "line 3: a quotation mark in this row is never closed"),
        ('text\n"a\nb"\n"Rent doubled', "line 4: a quotation mark in this row is never closed"),
        ('"text\na\n', "line 1: a quotation mark in this row is never closed"),
        ("text" + "," * 20_000, "has 20,001 columns, more than any spreadsheet"),
        ('text\n"Rent "doubled" here"\n', "line 2: a quotation mark closes in the middle"),
        ('text\n"Rent doubled\nWages "fell"\n', "line 2: a quotation mark closes in the middle"),
        pytest.param(
            f"text\n{'x' * 10_000_001}\n", "line 2: a cell has more than 10,000,000", id="far too long"
        ),
        ("", "is empty"),
        ('{"text": "a"}\n{oops', "line 2: broken JSON"),
        ("[1]\n", None),
        (b"%PDF-1.7", "is a PDF, not text"),
        (b"PK\x03\x04 no workbook", "a workbook that is cut off or damaged"),
    ],
)
def test_malformed_file_is_refused_with_the_reason(desk, tmp_path, content, message):
    path = tmp_path / "theirs"
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    if message is None:
        with pytest.raises(Exception, match="no column is the claim's id or text"):
            plan_of(desk, path)
        return
    with pytest.raises(UnreadableSource, match=message):
        plan_of(desk, path)


def test_truncated_file_creates_no_desk(tmp_path):
    (tmp_path / "theirs.csv").write_text('text\na\n"b\n')
    call = ["--db", str(tmp_path / "new.db"), "import", "csv", str(tmp_path / "theirs.csv"), "--yes"]
    assert CliRunner().invoke(cli, call).exit_code == 1
    assert not (tmp_path / "new.db").exists()
