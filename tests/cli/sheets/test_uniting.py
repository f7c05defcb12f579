"""`import desk` brings in another desk, says what became of it, and names what it leaves as it is."""

import csv
import json
import sqlite3
from contextlib import closing

import pytest

from claimtrack.workflow.matching import matching


@pytest.fixture
def gazette(run, tmp_path):
    """The desk of another newsroom, by Ben."""
    path = tmp_path / "gazette.db"

    def there(*words):
        done = run("--db", path, "--actor", "ben", *words)
        assert done.exit_code == 0, done.stderr

    there("init", "--name", "The Gazette")
    there("add", "Taxes rose in 2021.")
    there("add", "Trains were late on 40 days.")
    there("note", "2", "Ask the railway.")
    return path


def test_import_says_what_came_in_and_what_to_do_next(run, two_claims, gazette, tmp_path):
    done = run("import", "desk", gazette, "--numbers", tmp_path / "numbers.csv")
    assert done.exit_code == 0, done.stderr
    for words in (
        "changes: 2 new claims, and 0 claims that this desk had in the same words",
        "claim 2 of that desk is claim 4 here",
        "`claimtrack duplicates` finds the same claims in other words",
        "import undo",
    ):
        assert words in done.stderr
    with (tmp_path / "numbers.csv").open(encoding="utf-8", newline="") as file:
        assert list(csv.reader(file)) == [["what", "there", "here"], ["claim", "1", "3"], ["claim", "2", "4"]]
    again = run("import", "desk", gazette)
    assert (again.exit_code, "everything of that desk is here" in again.stderr) == (0, True)


def test_dry_run_changes_nothing_and_names_people_of_both_desks(run, two_claims, gazette, desk):
    assert run("--actor", "ben", "note", "1", "Mine").exit_code == 0
    before = desk.execute("select count(*) from history").fetchone()
    done = run("import", "desk", gazette, "--dry-run")
    assert (done.exit_code, "Would bring in" in done.stderr) == (0, True)
    assert "On both desks: ben. If they are two people, give one another name with --person" in done.stderr
    assert desk.execute("select count(*) from history").fetchone() == before
    named = run("import", "desk", gazette, "--person", "ben=Ben Ode")
    assert "On both desks" not in named.stderr
    assert run("--db", gazette, "--actor", "ben", "note", "2", "They answered.").exit_code == 0
    later = run("import", "desk", gazette)  # remembers whom Ben is
    assert ("Under another name here: ben is Ben Ode." in later.stderr, "On both" in later.stderr) == (
        True,
        False,
    )
    authors = desk.execute("select author from notes order by id").fetchall()
    assert authors == [("ben",), ("Ben Ode",), ("Ben Ode",)]


@pytest.mark.parametrize("command", ["desk", "copy", "csv"])
def test_who_interrupts_the_indexing_has_been_told_what_came_in(
    run, run_ok, two_claims, gazette, tmp_path, monkeypatch, command
):
    file = gazette
    if command == "copy":
        file = tmp_path / "copy.db"
        run_ok("backup", file)
        run_ok("add", "Ferries sank in 2019.", db=file)
    elif command == "csv":
        file = tmp_path / "new.csv"
        file.write_text("text\nFerries sank in 2019.\n", encoding="utf-8")

    def stop(*_, **__):
        raise KeyboardInterrupt

    monkeypatch.setattr(matching, "index_pending_claims", stop)
    done = run("import", command, file, "--yes", "--format", "json")
    assert (done.exit_code, "import undo" in done.stderr) == (1, True)
    assert json.loads(done.stdout)[0]["undo"]


def test_names_with_line_breaks_are_told_on_one_line(run, run_ok, two_claims, gazette):
    text = json.loads(run_ok("show", "1", "--format", "json").stdout)["claim"]["text"]
    run_ok("assign", "1", "ada")
    run_ok("add", text, db=gazette)
    run_ok("assign", "3", "zed", db=gazette)
    with closing(sqlite3.connect(gazette)) as conn, conn:
        conn.execute("drop trigger history_is_not_updated")
        conn.execute("update history set actor = 'ben' || char(10) || ?", ["o" * 80])
    told = run("import", "desk", gazette, "--dry-run").stderr
    assert f"assignee: ada here, zed there (by ben {'o' * 45}…)" in told
    refused = run("import", "desk", gazette, "--person", "eve=Eva").stderr
    assert f"it has ben, ben {'o' * 35}…" in refused


def test_what_differs_is_named_with_exit_code_1(run, run_ok, two_claims, gazette):
    text = json.loads(run_ok("show", "1", "--format", "json").stdout)["claim"]["text"]
    run_ok("assign", "1", "ada")
    run_ok("add", text, db=gazette)
    run_ok("assign", "3", "ben", db=gazette)
    done = run("import", "desk", gazette, "--format", "json")
    assert done.exit_code == 1
    assert "claim 1, assignee: ada here, ben there" in done.stderr
    [row] = json.loads(done.stdout)
    assert (row["publisher"], row["verdicts"], row["same_people"]) == ("The Gazette", 0, ["ada"])
    assert [one["here"] for one in row["left_out"]] == ["ada"]


@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (["--person", "ben"], 2, "write NAME=NAME-HERE"),
        (["--person", "eve=Eva"], 1, "nobody on that desk is called eve: it has ben"),
        (["--numbers", "n.csv", "--dry-run"], 2, "leave out --dry-run"),
        (["--numbers", "gazette.db"], 1, "already exists: give another file"),
    ],
)
def test_wrong_options_are_refused_in_one_line(
    run, two_claims, gazette, desk, monkeypatch, words, code, told
):
    monkeypatch.chdir(gazette.parent)
    done = run("import", "desk", gazette, *words)
    assert (done.exit_code, told in done.stderr, "Traceback" in done.stderr) == (code, True, False)
    assert desk.execute("select count(*) from claims").fetchone() == (2,)


def test_a_copy_is_refused_with_the_command_for_it(run, two_claims, tmp_path):
    assert run("backup", tmp_path / "copy.db").exit_code == 0
    refused = run("import", "desk", tmp_path / "copy.db")
    assert (refused.exit_code, "import copy` brings in what was done there since" in refused.stderr) == (
        1,
        True,
    )


def test_help_says_whose_the_verdicts_are(run):
    assert "stay that publisher's" in " ".join(run("import", "desk", "--help").stdout.split())
