"""`export csv` writes every row, with texts that read back unchanged and without formulas, and a complete file or none."""

import csv
import json
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import replace

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.cli.output.failures import BROKEN_PIPE_EXIT
from claimtrack.core.errors import ClaimtrackError, InvalidValue
from claimtrack.core.model import Article, OnDuplicate
from claimtrack.core.sheets.cells import unescape_formula
from claimtrack.core.sheets.sheets import Format, Preset
from claimtrack.export import csv_sheet
from claimtrack.export.target import text_target
from claimtrack.store import claims, evidence, tags
from claimtrack.store.file.database import write_transaction
from claimtrack.store.sheets import open_sheet
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.articles.ingesting import ingest_article
from claimtrack.workflow.desk import add_note
from claimtrack.workflow.exporting import export_sheet

AWKWARD = [
    '=HYPERLINK("http://evil.example","look")',
    "+1 percent, they said",
    "-3 degrees",
    "@home",
    "'=already guarded",
    "'tis the season",
    'She said "no", then; "yes"',
    "two\nlines and\r\nthree",
    "a\ttab",
    "שלום עולם 🦀 naïve",
    "\u202eright to left override",
    "NULL",
    "00123",
    "1e10",
]


@pytest.fixture
def awkward_desk(desk, desk_path):
    with write_transaction(desk, "mara"):
        for text in AWKWARD:
            claims.add(desk, text)
    return desk_path


def read(path, encoding="utf-8"):
    with path.open(encoding=encoding, newline="") as file:
        return list(csv.DictReader(file))


def run(desk_path, *args):
    return CliRunner().invoke(cli, ["--db", str(desk_path), "--actor", "mara", *args])


def test_every_text_reads_back_unchanged(awkward_desk, tmp_path):
    export_sheet(awkward_desk, tmp_path / "out.csv")
    assert [unescape_formula(row["text"]) for row in read(tmp_path / "out.csv")] == AWKWARD


def test_no_cell_begins_with_a_formula_character(awkward_desk, tmp_path):
    export_sheet(awkward_desk, tmp_path / "out.csv")
    cells = [cell for row in read(tmp_path / "out.csv") for cell in row.values()]
    assert len(cells) > len(AWKWARD)
    assert [cell for cell in cells if cell.startswith(("=", "+", "-", "@", "\t", "\r"))] == []


def test_a_byte_order_mark_is_written_only_on_request(awkward_desk, tmp_path):
    export_sheet(awkward_desk, tmp_path / "with.csv", bom=True)
    export_sheet(awkward_desk, tmp_path / "without.csv")
    with_mark, without = (tmp_path / "with.csv").read_bytes(), (tmp_path / "without.csv").read_bytes()
    assert with_mark == b"\xef\xbb\xbf" + without


def test_a_sheet_with_semicolons_reads_back_unchanged_and_can_be_imported(awkward_desk, tmp_path):
    out = tmp_path / "out.csv"
    assert run(awkward_desk, "export", "csv", "--semicolon", "-o", str(out)).exit_code == 0
    with out.open(newline="") as file:
        assert [unescape_formula(row["text"]) for row in csv.DictReader(file, delimiter=";")] == AWKWARD
    done = run(awkward_desk, "import", "csv", str(out), "--dry-run")
    assert (done.exit_code, done.stdout) == (0, "")
    assert f"{len(AWKWARD)} rows unchanged" in done.stderr


def test_a_claim_row_contains_all_fields_of_the_claim(desk, desk_path, tmp_path):
    added = add_claim(
        desk,
        NewClaim(
            "Rent doubled in ten years",
            claimant="Ada Miller",
            source="https://news.example/rent",
            claimed_on="2024-04-22",
            links=(("https://stats.example/rent", "refutes"),),
            tags=("housing", "tax, duties"),
            language="cy",
        ),
        on_duplicate=OnDuplicate.NEW,
        actor="mara",
    )
    export_sheet(desk_path, tmp_path / "out.csv")
    [row] = read(tmp_path / "out.csv")
    assert list(row)[:2] == ["id", "text"]
    assert row | {"created_at": "", "version": ""} == {
        "id": str(added.claim_id),
        "text": "Rent doubled in ten years",
        "claimant": "Ada Miller",
        "claimed_on": "2024-04-22",
        "status": "open",
        "rating": "",
        "rated_by": "",
        "priority": "normal",
        "assignee": "",
        "due_on": "",
        "tags": 'housing, "tax, duties"',
        "appearances": "1",
        "first_seen": "2024-04-22",
        "last_seen": "2024-04-22",
        "dropped": "0",
        "evidence": "1",
        "notes": "0",
        "url": "https://news.example/rent",
        "place": "",
        "score": "",
        "created_at": "",
        "version": "",
        "approved_rating": "",
        "approved_by": "",
        "not_before": "",
        "language": "cy",
        "held_on": "",
    }


@pytest.fixture
def mixed_desk(desk, desk_path):
    """Three claims: one proposed, one by Ada, one tagged; the third has a link."""
    with write_transaction(desk, "mara"):
        claims.add(desk, "A proposed one", status="proposed")
        ada = desk.execute("insert into claimants (name) values ('Ada Miller')").lastrowid
        claims.add(desk, "One by Ada", claimant_id=ada)
        tagged = claims.add(desk, "One about health")
        tags.add(desk, tagged, "health")
        evidence.add(desk, tagged, "https://stats.example/1")
        desk.execute("update claims set created_at = '2020-01-01T00:00:00.000Z' where id = 1")
    return desk_path


@pytest.mark.parametrize(
    ("options", "texts"),
    [
        # A complete export includes proposed claims.
        ([], ["A proposed one", "One by Ada", "One about health"]),
        (["--status", "proposed"], ["A proposed one"]),
        (["--status", "proposed", "--status", "open"], ["A proposed one", "One by Ada", "One about health"]),
        (["--status", "proposed", "--status", "parked"], ["A proposed one"]),
        (["--claimant", "ada miller"], ["One by Ada"]),
        (["--tag", "health"], ["One about health"]),
        (["--since", "2021-01-01"], ["One by Ada", "One about health"]),
        # Several filters must all match.
        (["--tag", "health", "--status", "proposed"], []),
    ],
)
def test_filters_select_claims(mixed_desk, options, texts):
    result = run(mixed_desk, "export", "csv", *options)
    assert result.exit_code == 0
    assert [row["text"] for row in csv.DictReader(result.stdout.splitlines())] == texts


def test_filters_of_other_presets_apply_to_the_claim(mixed_desk):
    assert len(run(mixed_desk, "export", "csv", "evidence", "--tag", "health").stdout.splitlines()) == 2
    assert len(run(mixed_desk, "export", "csv", "evidence", "--tag", "none").stdout.splitlines()) == 1


def test_a_flag_is_true_false_or_unknown(mixed_desk, desk, tmp_path):
    with write_transaction(desk, "mara"):
        for number, is_primary in enumerate((True, False), 2):
            evidence.add(desk, 3, f"https://stats.example/{number}", is_primary=is_primary)
    export_sheet(mixed_desk, tmp_path / "out.csv", preset=Preset.EVIDENCE)
    assert export_sheet(mixed_desk, tmp_path / "out.jsonl", Format.JSONL, preset=Preset.EVIDENCE) == 3
    assert [row["is_primary"] for row in read(tmp_path / "out.csv")] == ["", "True", "False"]
    lines = (tmp_path / "out.jsonl").read_text().splitlines()
    assert [json.loads(line)["is_primary"] for line in lines] == [None, True, False]


def test_the_log_includes_claims_without_an_appearance(mixed_desk, tmp_path):
    assert export_sheet(mixed_desk, tmp_path / "log.csv", preset=Preset.LOG) == 3


@pytest.mark.parametrize("preset", list(Preset))
def test_an_empty_desk_exports_a_header_only(desk_path, tmp_path, preset):
    assert export_sheet(desk_path, tmp_path / "out.csv", preset=preset) == 0
    assert (tmp_path / "out.csv").read_text().startswith("id,")


@pytest.mark.usefixtures("separate_connections")
def test_an_export_is_a_consistent_snapshot(awkward_desk, desk):
    with open_sheet(awkward_desk, Preset.CLAIMS) as sheet:
        first = next(sheet.rows)
        with write_transaction(desk, "mara"):
            claims.add(desk, "Came in meanwhile")
        assert [first, *sheet.rows][-1][1] == AWKWARD[-1]
    with open_sheet(awkward_desk, Preset.CLAIMS) as sheet:
        assert len(list(sheet.rows)) == len(AWKWARD) + 1


@pytest.mark.usefixtures("separate_connections")
def test_a_refused_export_no_longer_reads_the_desk_although_its_error_is_kept(awkward_desk, desk, tmp_path):
    with pytest.raises(InvalidValue) as kept:
        export_sheet(awkward_desk, tmp_path / "nowhere" / "out.csv")
    with write_transaction(desk, "mara"):
        claims.add(desk, "Came in afterwards")
    with closing(sqlite3.connect(awkward_desk, timeout=0)) as conn:
        log_is_in_use, *_ = conn.execute("pragma wal_checkpoint(truncate)").fetchone()
    assert (log_is_in_use, "cannot write" in str(kept.value)) == (0, True)


def test_a_failed_export_leaves_the_old_file_untouched(tmp_path):
    target = tmp_path / "out.csv"
    target.write_text("yesterday's")
    with pytest.raises(ZeroDivisionError), text_target(target) as out:
        csv_sheet.write(["id"], ([1 // n] for n in (1, 0)), out)
    assert target.read_text() == "yesterday's"
    assert list(tmp_path.iterdir()) == [target]


def test_a_missing_folder_is_reported(awkward_desk, tmp_path):
    with pytest.raises(ClaimtrackError, match=r"cannot write .*nowhere"):
        export_sheet(awkward_desk, tmp_path / "nowhere" / "out.csv")


@pytest.mark.parametrize(
    ("form", "name", "use"),
    [("csv", "a.xlsx", "xlsx"), ("xlsx", "a.CSV", "csv"), ("csv", "a.jsonl", "jsonl")],
)
def test_a_name_of_another_kind_of_file_is_refused(desk_path, tmp_path, form, name, use):
    result = run(desk_path, "export", form, "-o", str(tmp_path / name))
    assert (result.exit_code, (tmp_path / name).exists()) == (2, False)
    assert f"`claimtrack --db {desk_path} export {use}`" in result.output
    assert run(desk_path, "export", "csv", "-o", str(tmp_path / "a.txt")).exit_code == 0


def test_exporting_a_missing_desk_is_refused_and_creates_none(tmp_path):
    result = run(tmp_path / "none.db", "export", "csv")
    assert result.exit_code == 1
    assert "no desk at" in result.stderr
    assert not (tmp_path / "none.db").exists()


def test_a_reader_that_closes_the_pipe_ends_the_export_silently(desk, desk_path):
    with write_transaction(desk, "mara"):
        for number in range(1500):
            claims.add(desk, f"Claim number {number} is long enough to fill the pipe's buffer")
    command = [sys.executable, "-m", "claimtrack", "--db", str(desk_path), "export", "csv"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as export:
        assert export.stdout.readline().startswith(b"id,text")
        export.stdout.close()
        assert export.stderr.read() == b""
    assert export.returncode == BROKEN_PIPE_EXIT


@pytest.mark.parametrize(
    ("form", "redirect"), [("xlsx", ">/dev/full"), ("csv", ">/dev/full"), ("csv", ">&-")]
)
def test_a_full_or_closed_standard_output_is_reported_in_one_line(desk_path, form, redirect):
    command = f"'{sys.executable}' -m claimtrack --db '{desk_path}' export {form} {redirect}"
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True)
    assert (done.returncode, done.stderr.count("\n"), done.stderr[:7]) == (1, 1, "Error: ")


@pytest.mark.parametrize(
    ("preset", "column", "cells"),
    [
        (Preset.CLAIMS, "place", ["said on the radio"]),
        (Preset.APPEARANCES, "place", ["a place not recorded", "said on the radio", ""]),
        (Preset.LOG, "article", ["a place not recorded", "said on the radio", ""]),
    ],
)
def test_a_place_without_an_address_is_exported(desk, desk_path, tmp_path, preset, column, cells):
    source_by_day = {
        "2024-01-01": None,
        "2024-01-03": "said on the radio",
        "2024-01-04": "https://news.example/rent",
    }
    for day, source in source_by_day.items():
        add_claim(desk, NewClaim("Rent doubled in ten years", "Ada Miller", source, day), actor="ada")
    export_sheet(desk_path, tmp_path / "out.csv", preset=preset)
    assert [row[column] for row in read(tmp_path / "out.csv")] == cells


NOTES = ["Rang the ministry.\nThey call back.", "=SUM(A1) is their formula"]


@pytest.fixture
def desk_with_notes(desk, desk_path):
    """Two claims, the first with two notes by two people."""
    for text in ("Rent doubled in ten years", "The Lenn has nine bridges"):
        add_claim(desk, NewClaim(text, claimant="Ada Miller"), actor="mara")
    for body, actor in zip(NOTES, ("mara", "ben"), strict=True):
        add_note(desk, 1, body, actor=actor)
    return desk_path


def test_the_notes_preset_has_every_note_with_claim_and_author(desk_with_notes, tmp_path):
    """Without it, notes could only be read claim by claim."""
    export_sheet(desk_with_notes, tmp_path / "out.csv", preset=Preset.NOTES)
    rows = read(tmp_path / "out.csv")
    assert [unescape_formula(row["body"]) for row in rows] == NOTES
    assert [(row["claim_id"], row["claim"], row["author"]) for row in rows] == [
        ("1", "Rent doubled in ten years", "mara"),
        ("1", "Rent doubled in ten years", "ben"),
    ]
    assert all(row["created_at"].endswith("Z") for row in rows)
    lines = run(desk_with_notes, "export", "jsonl", "notes", "--claimant", "Ada Miller").stdout.splitlines()
    assert [json.loads(line)["body"] for line in lines] == NOTES
    assert run(desk_with_notes, "export", "jsonl", "notes", "--claimant", "Bo Lind").stdout == ""


def test_the_log_contains_the_notes_of_each_claim(desk_with_notes, tmp_path):
    export_sheet(desk_with_notes, tmp_path / "out.csv", preset=Preset.LOG)
    assert [row["notes"] for row in read(tmp_path / "out.csv")] == ["\n\n".join(NOTES), ""]


PARAGRAPH = "The bank in Tarn closed 12 branches, the mayor said. It was the last one of the valley."


@pytest.mark.parametrize(
    ("article", "source", "title", "article_cell"),
    [
        pytest.param(
            Article(f"Last bank leaves Tarn\n\n{PARAGRAPH}"),
            "tarn.txt",
            "Last bank leaves Tarn",
            "Last bank leaves Tarn",
            id="its first line is a heading",
        ),
        pytest.param(Article(PARAGRAPH), "tarn.txt", "", "tarn.txt", id="no title, but a file name"),
        pytest.param(Article(PARAGRAPH), "-", "", "", id="no title, read from a pipe"),
        pytest.param(
            Article(PARAGRAPH, url="https://news.example/tarn"),
            "tarn.txt",
            "",
            "",
            id="no title, but an address, which has its own column",
        ),
        pytest.param(
            Article(f"Last bank leaves Tarn\n\n{PARAGRAPH}", title="Tarn"),
            "tarn.txt",
            "Tarn",
            "Tarn",
            id="a title",
        ),
    ],
)
def test_an_untitled_article_is_named_as_show_names_it(
    desk, desk_path, tmp_path, article, source, title, article_cell
):
    ingest_article(desk, replace(article, outlet="Valley News"), source=source, actor="mara")
    for preset, column, cell in (
        (Preset.APPEARANCES, "title", title),
        (Preset.LOG, "article", article_cell),
        (Preset.LOG, "outlet", "Valley News"),
    ):
        export_sheet(desk_path, tmp_path / "out.csv", preset=preset)
        rows = read(tmp_path / "out.csv")
        assert rows
        assert {row[column] for row in rows} == {cell}


RECORDING = ">> Ada Moor: Wages fell by 3 percent.\n\n[00:00:31]\n\n>> Ada Moor: We built 4,000 homes.\n\n[00:12:40]\n\n>> Ada Moor: Rents fell by 12 percent in May."


def test_appearances_end_with_the_time_in_a_recording(desk, desk_path, tmp_path):
    ingest_article(desk, Article(text=RECORDING), actor="ada")
    add_claim(desk, NewClaim("Wages rose", source="Radio 4"), actor="ada")
    export_sheet(desk_path, tmp_path / "out.csv", preset=Preset.APPEARANCES)
    rows = read(tmp_path / "out.csv")
    assert [*rows[0]][-1] == "timecode"
    assert [(row["claim"], row["timecode"]) for row in rows] == [
        ("Wages fell by 3 percent.", "0:00"), ("We built 4,000 homes.", "0:31"), ("Rents fell by 12 percent in May.", "12:40"), ("Wages rose", ""),
    ]  # fmt: skip
