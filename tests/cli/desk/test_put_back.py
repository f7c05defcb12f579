"""A desk whose triggers are gone: `init` and `doctor --repair` restore them, and claims written meanwhile are found."""

import json
import re
import shlex
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from click.testing import CliRunner
from sqlite_utils import Database
from sqlite_utils.cli import cli as sqlite_utils


@pytest.fixture
def bare(two_claims):
    """A desk after `sqlite-utils transform`, into which another program then filed a claim."""
    db = Database(two_claims)
    db["claims"].transform()
    db["claims"].insert({"text": "The zoo has 40 giraffes."})
    db.close()
    return two_claims


@pytest.mark.parametrize("command", [["init"], ["doctor", "--repair"]])
def test_claims_filed_without_triggers_are_found_once_these_are_restored(run, run_ok, bare, command):
    refused = run("note", "1", "Ask them")
    assert (refused.exit_code, "`claimtrack init`" in refused.stderr) == (1, True)
    assert "giraffes" not in run_ok("search", "giraffes").stdout
    assert "Rebuilt the indexes: 3 claims." in run(*command).stderr
    assert "giraffes" in run_ok("search", "giraffes").stdout
    assert "giraffes" in run_ok("match", "The zoo has 40 giraffes").stdout
    run_ok("note", "3", "Ask them")
    found = json.loads(run("doctor", "--format", "json").stdout)
    # The claim written without triggers has no history, and none can be made up.
    assert [finding["check"] for finding in found if not finding["ok"]] == ["every claim has its history"]
    with closing(sqlite3.connect(bare)) as conn:
        assert (3,) in conn.execute("select claim_id from match_uncompared").fetchall()


def test_renamed_column_is_named_by_every_command_that_needs_it(run, run_ok, two_claims):
    run_ok("note", "1", "Ask them")
    Database(two_claims)["notes"].transform(rename={"body": "text"})
    for command in (["show", "1"], ["search", "them"], ["note", "1", "Ask him"], ["init"]):
        result = run(*command)
        error = "the column notes.body is gone: rename it back if it was renamed, or restore a backup"
        assert (result.exit_code, error in result.stderr) == (1, True), command
    run_ok("list")  # reads no note
    Database(two_claims)["notes"].transform(rename={"text": "body"})
    run_ok("init")
    assert "Ask them" in run_ok("show", "1").stdout


def test_a_replaced_view_is_named_by_a_command_that_needs_it_and_init_restores_it(run, run_ok, two_claims):
    Database(two_claims).create_view("claim_overview", "select 1 as id", replace=True)
    for command in (["list"], ["show", "1"]):
        refused = run(*command)
        assert (refused.exit_code, refused.stdout) == (1, "")
        assert "gone or replaced: view claim_overview. `claimtrack" in refused.stderr
    run_ok("init")
    run_ok("list")


def test_a_table_in_place_of_a_view_is_named_with_the_commands_that_make_room_for_the_view(
    run, run_ok, two_claims
):
    """SQLite would not rename it, because the desk's other views do not fit it."""
    with closing(sqlite3.connect(two_claims)) as conn:
        conn.executescript("drop view claim_overview; create table claim_overview (id integer)")
    assert "this desk has the table claim_overview" in run("doctor").stdout
    assert "this desk has the table claim_overview" in run("init").stderr
    for command in re.findall("`(sqlite-utils .*?)`", run("list").stderr):
        assert CliRunner().invoke(sqlite_utils, shlex.split(command)[1:]).exit_code == 0
    run_ok("init")
    run_ok("show", "1")
    assert "own_claim_overview" in Database(two_claims).table_names()


@pytest.mark.parametrize("table", ["signed_verdicts", "status_transitions", "claim_vectors"])
def test_missing_trigger_unrelated_to_history_is_reported_at_the_next_write_and_repaired(
    run, run_ok, two_claims, caplog, table
):
    subprocess.run([sys.executable, "-m", "sqlite_utils", "transform", two_claims, table], check=True)
    run_ok("list")
    assert caplog.text == ""
    run_ok("note", "1", "Ask them")
    [warning] = caplog.messages
    assert f" on {table} and " in warning
    assert f"`claimtrack --db {two_claims} doctor --repair` restores" in warning
    caplog.clear()
    run_ok("note", "1", "Ask her")  # otherwise a server would repeat it at each click
    assert caplog.text == ""
    assert run("doctor").exit_code == 1
    run_ok("doctor", "--repair")
    assert f"Restored {table}_" in caplog.text
    caplog.clear()
    run_ok("doctor", "--repair")
    run_ok("note", "1", "Ask him")
    assert caplog.text == ""


def test_init_reports_what_it_restored_only_once(run_ok, bare):
    first = run_ok("init").stderr
    assert first.startswith("Restored the trigger claims_")
    assert "up to date" not in first
    assert run_ok("init").stderr == f"The desk {bare} is up to date.\n"


def test_repair_names_a_missing_table_and_changes_nothing(run, two_claims):
    with closing(sqlite3.connect(two_claims)) as conn:
        conn.execute("drop table tags")
    result = run("doctor", "--repair")
    assert (
        result.exit_code,
        "the table tags is gone: rename it back if it was renamed, or restore a backup" in result.stderr,
    ) == (1, True)


@pytest.mark.parametrize("change", ["", "create view claim_overview as select * from claims"])
def test_init_says_which_view_it_restored(run_ok, two_claims, change):
    with closing(sqlite3.connect(two_claims)) as conn:
        conn.executescript(f"drop view claim_overview; {change}")
    restored, *others = run_ok("init").stderr.splitlines()
    assert (
        restored == f"Restored the view claim_overview, which the desk {two_claims} needs to keep its rules."
    )
    # Unlike a trigger, a view leaves nothing unindexed.
    assert others == ["Added 2 claims to the match index."]
    assert run_ok("init").stderr == f"The desk {two_claims} is up to date.\n"
