"""`list --mine`: the claims of whoever types, and what else waits for them."""

import pytest


@pytest.fixture
def work(run_ok, two_claims):
    """Ada has claims 1 and 2 in hand, 2 with a due day, and claim 3 is set aside."""
    run_ok("add", "The pier was closed for nine weeks", actor="ben")
    run_ok("assign", 1, 2, 3, "ada")
    run_ok("due", 2, "2999-05-03")
    run_ok("status", 3, "parked")
    return run_ok


def test_claims_in_hand_are_listed_those_due_first(work, read_json):
    assert [row["id"] for row in read_json("list", "--mine", actor="Ada")] == [2, 1]
    assert [row["id"] for row in read_json("list", "--mine", "--status", "parked", actor="ada")] == [3]
    assert [row["id"] for row in read_json("list", "--mine", "--sort", "id", actor="ada")] == [1, 2]
    assert work("list", "--mine", actor="ada").stderr == ""


def test_what_else_waits_is_told(work):
    work("init", "--name", "The Desk")
    work("note", 1, "@ada which year?", actor="ben")
    work("review", "draft", 1, "--rating", "Half true", actor="ada")
    work("review", "draft", 2, "--rating", "Half true", "--summary", "It did not.", actor="ben")
    work("review", "submit", 2, actor="ben")
    for status in ("open", "checking", "in_review", "published"):
        work("status", 3, status)
    work("due", 3, "2024-05-03")
    told = work("list", "--mine", actor="ada").stderr.splitlines()
    assert told == [
        "1 note to ada waits for an answer, on claim 1: `claimtrack show ID` shows them",
        "review 1: drafted by you, to be submitted: `claimtrack review submit ID`",
        "review 2: by others, to be approved: `claimtrack review approve ID`",
        "1 published claim of yours to look at again: `claimtrack list --assignee ada --status published --due-until today`",
    ]
    told = work("list", "--mine", actor="ben").stderr
    assert "review" not in told


def test_claims_of_another_are_not_mine(run, two_claims):
    result = run("list", "--mine", "--assignee", "ben", actor="ada")
    assert (result.exit_code, "leave one out" in result.stderr) == (2, True)
