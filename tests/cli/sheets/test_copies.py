"""`import copy` brings back the work done in a copy of the desk, and names what it leaves as it is."""

import pytest

from claimtrack.workflow.days import describe_time


@pytest.fixture
def copy(two_claims, run, tmp_path):
    """A copy of the desk with two claims."""
    assert run("backup", tmp_path / "copy.db").exit_code == 0
    return tmp_path / "copy.db"


@pytest.fixture
def run_there(copy, run):
    """Runs a command on the copy, as Ben."""

    def run_there(*words):
        done = run("--db", copy, "--actor", "ben", *words)
        assert done.exit_code == 0, done.stderr
        return done

    return run_there


def test_import_says_what_came_in(run, run_there, copy):
    run("add", "Trains were late.", "--on-duplicate", "new")
    run_there("add", "Taxes rose in 2021.", "--on-duplicate", "new")
    run_there("status", "1", "parked")
    done = run("--actor", "ben", "import", "copy", copy)
    assert done.exit_code == 0
    assert "Brought back 2 changes: 1 new claim, and work on 1 other claim" in done.stderr
    assert "claim 3 of the copy is claim 4 here" in done.stderr
    assert "Everything done in it since is here." in run("import", "copy", copy).stderr


def test_a_copy_from_before_the_desk_was_divided_is_named(run, run_ok, copy, tmp_path):
    run_ok("tag", "2", "left")
    rest = tmp_path / "rest.db"
    run_ok("export", "desk", rest, "--without", "left")
    told = "By their numbers, 1 of the new claims left this desk when it was divided (in the copy claim 2): look whether"
    assert told in run("import", "copy", copy, "--dry-run", db=rest).stderr
    assert told in run("import", "copy", copy, "--yes", db=rest).stderr
    assert "divided" not in run("import", "copy", copy, "--dry-run").stderr


def test_what_differs_is_named_in_words(run, run_there, copy):
    for one, speaker in ((run, "Ada Moor"), (run_there, "Zed Orr")):
        one("edit", "1", "--claimant", speaker)
    assert (
        "claim 1, speaker: Ada Moor here, Zed Orr in the copy (by ben)" in run("import", "copy", copy).stderr
    )


def test_a_time_that_differs_is_told_in_local_time(run, run_ok, two_claims, tmp_path):
    there = tmp_path / "copy.db"
    run_ok("init", "--name", "The Desk")
    run_ok("review", "draft", "1", "--not-before", "2999-05-03 18:00Z")
    run_ok("backup", there)
    run_ok("review", "edit", "1", "--not-before", "2999-05-04 18:00Z")
    run_ok("review", "edit", "1", "--not-before", "", db=there)
    told = run("import", "copy", there).stderr
    assert f"not_before: {describe_time('2999-05-04T18:00:00.000Z')} here, nothing in the copy" in told


def test_what_is_left_as_it_is_here_is_named_with_exit_code_1(run, run_there, copy):
    run("assign", "1", "ada")
    run_there("assign", "1", "ben")
    done = run("import", "copy", copy)
    assert done.exit_code == 1
    assert "There is nothing new to bring back." in done.stderr
    assert "claim 1, assignee: ada here, ben in the copy (by ben)" in done.stderr
    later = run("import", "copy", copy)
    assert (later.exit_code, "1 change of the copy was left out earlier: add --again" in later.stderr) == (
        0,
        True,
    )
    assert run("import", "copy", copy, "--again").exit_code == 1


def test_dry_run_changes_nothing(run, run_there, copy, desk):
    run_there("status", "1", "parked")
    before = desk.execute("select count(*) from history").fetchone()
    done = run("import", "copy", copy, "--dry-run")
    assert (done.exit_code, "Would bring back 1 change" in done.stderr) == (0, True)
    assert desk.execute("select count(*) from history").fetchone() == before


def test_copy_without_new_work_says_so(run, copy):
    done = run("import", "copy", copy)
    assert (done.exit_code, "Nothing was done in it since." in done.stderr) == (0, True)


def test_file_that_is_no_copy_is_refused_in_one_line(run, two_claims, tmp_path):
    assert run("--db", tmp_path / "other.db", "init").exit_code == 0
    refused = run("import", "copy", tmp_path / "other.db")
    assert refused.exit_code == 1
    assert "is not a copy of this desk" in refused.stderr
    assert "docs/partners.md" in refused.stderr


def test_copy_given_as_a_sheet_is_refused_with_the_command_for_it(run, copy):
    refused = run("import", "csv", copy)
    assert (refused.exit_code, "use `claimtrack import copy`" in refused.stderr) == (1, True)


def test_help_explains_what_comes_back(run):
    assert "on a laptop without a network" in " ".join(run("import", "copy", "--help").stdout.split())
