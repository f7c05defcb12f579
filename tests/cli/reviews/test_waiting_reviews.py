"""A verdict with a time before which nobody publishes it, and `claimtrack review publish --due`, which cron runs."""

import json
import re

import pytest

from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.workflow.days import describe_time

AHEAD = "2999-05-03 16:00Z"
SHOWN = describe_time("2999-05-03T16:00:00.000Z")


@pytest.fixture
def waiting(run_ok, desk_path, tmp_path):
    """A desk whose review 1 is approved and waits."""
    run_ok("init", "--name", "The Fact Desk")
    run_ok("add", "Rent doubled in ten years.", "--source", "Radio 4")
    drafted = run_ok(
        "review",
        "draft",
        "1",
        "--rating",
        "Half true",
        "--url",
        "https://desk.example/1",
        "--not-before",
        AHEAD,
    )
    assert f"claim 1 (assigned to ada), waits until {SHOWN}. Next:" in drafted.stderr
    run_ok("review", "submit", "1")
    approved = run_ok("review", "approve", "1", actor="ben").stderr
    assert re.search(
        rf"approved, waits until {re.escape(SHOWN)}. Then: `claimtrack review publish --due`$",
        approved.strip(),
    )
    return desk_path


def let_the_time_come(path):
    db = open_desk(path)
    with write_transaction(db, "ada"):
        db.execute("update reviews set not_before = '2024-05-03T16:00:00.000Z'")
    db.close()


def test_lists_say_until_when_a_verdict_waits(waiting, run_ok, read_json):
    for command in (["review", "list"], ["list"], ["show", "1"]):
        assert f"waits until {SHOWN}" in run_ok(*command).stdout
    assert read_json("review", "list")[0]["not_before"] == "2999-05-03T16:00:00.000Z"
    assert read_json("list")[0]["not_before"] == "2999-05-03T16:00:00.000Z"


def test_what_is_due_is_published_by_one_command_that_says_nothing_otherwise(waiting, run, run_ok, read_json):
    early = run("review", "publish", "1", "--date", "today")
    assert (early.exit_code, "review edit 1 --not-before TIME" in early.stderr) == (1, True)
    assert run_ok("review", "publish", "--due").output == ""
    let_the_time_come(waiting)
    assert (
        "Not in it: 1 approved verdict whose time has come. To publish what is due:"
        in run_ok("publish", waiting.parent / "early.db").stderr
    )
    done = run_ok("review", "publish", "--due", "--format", "json")
    assert [(row["id"], row["status"]) for row in json.loads(done.stdout)] == [(1, "published")]
    assert "Review 1 of claim 1" in done.stderr
    assert read_json("review", "publish", "--due") == []
    assert run_ok("review", "publish", "--due", "--format", "csv").stdout.startswith("id,claim_id,")
    assert "time has come" not in run_ok("publish", waiting.parent / "late.db").stderr


def test_the_time_of_an_approved_verdict_can_be_changed_but_nothing_else_with_it(waiting, run, run_ok):
    assert run("review", "edit", "1", "--not-before", AHEAD, "--summary", "More.").exit_code == 1
    changed = run_ok("review", "edit", "1", "--not-before", "2999-05-04 16:00Z").stderr
    assert f": changed, waits until {describe_time('2999-05-04T16:00:00.000Z')}" in changed
    assert (
        run_ok("review", "edit", "1", "--not-before", "")
        .stderr.strip()
        .endswith("no longer waits for a time")
    )
    assert run_ok("review", "edit", "1", "--not-before", "").stderr.strip().endswith(": changed")
    refused = run("review", "edit", "1", "--not-before", "tomorrow")
    assert (refused.exit_code, "has no hour: add it" in refused.stderr) == (2, True)


def test_a_verdict_without_an_address_is_named_to_people_but_not_each_minute_to_cron(
    waiting, run, run_ok, monkeypatch
):
    run_ok("review", "return", "1")
    run_ok("review", "edit", "1", "--url", "", "--not-before", "tomorrow 18:00")
    run_ok("review", "submit", "1")
    told = run_ok("review", "approve", "1", actor="ben").stderr
    assert "It has no address, so publish it yourself then" in told
    assert "not published by itself" in run("lint").stdout
    let_the_time_come(waiting)
    assert run_ok("review", "publish", "--due").output == ""
    command = "claimtrack review publish 1 --url URL --date today"
    monkeypatch.setattr("claimtrack.cli.reviews.publishing.is_interactive", lambda: True)
    assert f"it has no address. To publish it: `{command}`" in run_ok("review", "publish", "--due").stderr
    copied = run_ok("publish", waiting.parent / "early.db", "--format", "json")
    assert f"for want of an address: review 1. To publish it: `{command}`" in copied.stderr
    assert (json.loads(copied.stdout)[0]["overdue"], "--due" in copied.stderr) == (1, False)


def test_a_verdict_that_cannot_be_published_is_named_and_fails_the_command(waiting, run, run_ok):
    run_ok("add", "Wages halved.", "--source", "Radio 4")
    same_page = ("--url", "https://desk.example/1", "--not-before", AHEAD)
    run_ok("review", "draft", "2", "--rating", "False", *same_page)
    run_ok("review", "submit", "2")
    run_ok("review", "approve", "2", actor="ben")
    let_the_time_come(waiting)
    failed = run("review", "publish", "--due", "--format", "ndjson")
    error = json.loads(failed.stderr.splitlines()[-1])
    assert (failed.exit_code, json.loads(failed.stdout)["id"], error["kind"]) == (1, 1, "Refused")
    assert "not published: review 1 already has the address" in error["error"]
    assert f"claimtrack --db {waiting} review publish 2 --url URL" in error["commands"]


def test_due_goes_with_no_review_and_no_field_of_one(run):
    for words in (["--due", "1"], [], ["--due", "--url", "https://desk.example/1"]):
        assert run("review", "publish", *words).exit_code == 2
