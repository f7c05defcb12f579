"""`coders` compares what several people decided, each on a copy of the desk, and names each file that cannot be compared."""

import json
import shutil
import sqlite3
from contextlib import closing

import pytest

import claimtrack
from claimtrack.core.errors import NotADesk, NotFound, Refused
from tests.cli.conftest import dump


@pytest.fixture(autouse=True)
def _open_anew(separate_connections):
    """The files are written over here."""


@pytest.fixture
def hand_in(desk_path, two_proposed, run_ok, tmp_path):
    """Copies the desk for a coder, who decides about its claims in order."""
    (tmp_path / "desks").mkdir()

    def hand_in(coder, *decisions):
        path = tmp_path / "desks" / f"{coder}.db"
        run_ok("backup", path)
        with claimtrack.open(path, actor=coder) as desk:
            for claim, decision in enumerate(decisions, 1):
                desk.triage(claim, decision)
        return path

    return hand_in


@pytest.fixture
def two_proposed(run_ok):
    for text in ("Trams in Ostwald carried 4.2 million passengers", "One tram in six was late last year"):
        run_ok("add", text, "--status", "proposed")


def test_decisions_have_a_row_for_each_and_agreement_one_for_each_two_coders(
    run, read_json, hand_in, desk_path
):
    files = [hand_in("s1", "accept", "reject"), hand_in("s2", "accept", "accept"), hand_in("s3")]
    before = [dump(path) for path in (desk_path, *files)]
    rows = read_json("coders", "decisions", *files)
    triaged = [(row["coder"], row["unit"], row["code"]) for row in rows if row["what"] == "triage"]
    assert triaged == [
        ("s1", "1", "accept"),
        ("s1", "2", "reject"),
        ("s2", "1", "accept"),
        ("s2", "2", "accept"),
    ]
    [triage] = [
        row for row in read_json("coders", "agreement", *files) if row["what"] == "triage" and row["coder"]
    ]
    assert (triage["coder"], triage["other_coder"], triage["units"], triage["agreement"]) == (
        "s1",
        "s2",
        2,
        0.5,
    )
    told = run("coders", "agreement", *files)
    assert "Decided nothing: s3." in told.stderr
    assert "all 2" in told.stdout
    assert [dump(path) for path in (desk_path, *files)] == before
    with claimtrack.open(desk_path) as desk:
        assert (desk.coders_decisions(*files), len(desk.coders_agreement(*files))) == (rows, 8)


def test_without_decisions_csv_has_its_header_and_people_are_told(run_ok, hand_in):
    path = hand_in("s1")
    done = run_ok("coders", "decisions", path, "--format", "csv")
    assert done.stdout.strip() == "coder,what,unit,text,code,decided_by,decided_at"
    assert "Nobody decided anything." in run_ok("coders", "decisions", path).stderr
    assert "No two people decided on the same thing." in run_ok("coders", "agreement", path).stderr


def test_each_file_that_cannot_be_compared_is_named_and_nothing_is_printed(run, hand_in, desk_path, tmp_path):
    first, second = hand_in("s1", "accept"), hand_in("s2", "reject")
    whole = dump(first)
    holed = whole[:200_000] + b"\xff" * (len(whole) - 200_000)  # it opens, and fails where it is read
    other, folder = tmp_path / "other.db", tmp_path / "again"
    with claimtrack.open(other) as desk:
        desk.add("Another claim")
    folder.mkdir()
    wrong = {
        tmp_path / "sheet.xlsx": (b"PK\3\4" * 99, "is not an SQLite database: give a copy of this desk"),
        tmp_path / "empty.db": (b"", "has no desk in it: give a copy of this desk"),
        tmp_path / "cut.db": (whole[:99_999], "is damaged: give another copy of this desk"),
        tmp_path / "holed.db": (holed, "is damaged: give another copy of this desk"),
        tmp_path / "s1 (1).db": (whole, f"has the name or the work of {first}: leave out one of them"),
        folder / "s2.db": (dump(desk_path), f"has the name or the work of {second}: leave out one of them"),
        other: (None, f"is no copy of {desk_path}, or that was changed since it was copied"),
        tmp_path / "newer.db": (whole, "was made with a newer claimtrack"),
        tmp_path / "mine.db": (whole, "something else in it"),
    }  # fmt: skip
    for path, (content, _) in wrong.items():
        if content is not None:
            path.write_bytes(content)
    with closing(sqlite3.connect(tmp_path / "newer.db")) as conn, conn:
        conn.execute(
            "insert into _sqlite_migrations (migration_set, name, applied_at) values ('claimtrack', '9999_later', '')"
        )
    with closing(sqlite3.connect(tmp_path / "mine.db")) as conn, conn:
        conn.execute("drop view claim_overview")
        conn.execute("create view claim_overview as select 1 as id")
    refused = run("coders", "decisions", first, second, *wrong, desk_path, "--format", "csv")
    assert (refused.exit_code, refused.stdout) == (1, "")
    lines = refused.stderr.splitlines()
    assert len(lines) == len(wrong) + 1
    for line, (path, (_, reason)) in zip(lines, wrong.items(), strict=False):
        assert (line.startswith("Error: "), str(path) in line, reason in line) == (True, True, True), line
    assert f"{desk_path} is this desk itself: give copies of it, one for each coder" in lines[-1]
    assert (tmp_path / "empty.db").read_bytes() == b""  # no desk was made of it


def test_errors_for_programs_are_lines_of_json(run, hand_in, tmp_path):
    for name in ("a.db", "b.db"):
        (tmp_path / name).write_bytes(b"")
    refused = run(
        "coders", "agreement", hand_in("s1"), tmp_path / "a.db", tmp_path / "b.db", "--format", "json"
    )
    assert [json.loads(line)["kind"] for line in refused.stderr.splitlines()] == ["NotFound", "NotFound"]


def test_a_desk_that_was_worked_on_since_it_was_copied_is_no_lesson(run, run_ok, hand_in, desk_path):
    path = hand_in("s1", "accept")
    run_ok("note", "1", "Later")
    refused = run("coders", "decisions", path)
    assert f"{path} is no copy of {desk_path}, or that was changed since it was copied" in refused.stderr
    missing = run("coders", "decisions", path.with_name("s9.db"))
    assert (missing.exit_code, "does not exist" in missing.stderr) == (2, True)


def test_from_python_the_first_wrong_file_is_raised(desk_path, hand_in, tmp_path):
    path = hand_in("s1", "accept")
    shutil.copy(path, tmp_path / "twice.db")
    (tmp_path / "text.txt").write_text("words " * 200)
    with claimtrack.open(desk_path) as desk:
        for error, words in (
            (NotFound, [tmp_path / "gone.db"]),
            (NotADesk, [tmp_path / "text.txt"]),
            (Refused, [path, tmp_path / "twice.db"]),
        ):
            with pytest.raises(error):
                desk.coders_decisions(*words)
