import json
import re

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.workflow.reviews import reviewing


@pytest.fixture
def run(reviewed_desk, desk_path):
    def run(*args):
        return CliRunner().invoke(cli, ["--db", str(desk_path), "--actor", "ada", *args])

    return run


def test_lint_says_what_stands_in_the_way_and_ends_with_1(run):
    result = run("lint", "3", "--format", "json")
    rules = {row["rule"]: row["weight"] for row in json.loads(result.stdout)}
    assert result.exit_code == 1
    assert (rules["no_evidence"], rules["not_asked"]) == ("obstacle", "hint")
    assert "1 claim: 1 obstacle, 2 hints" in result.stderr


def test_lint_ends_with_0_when_only_hints_are_left(run):
    run("link", "3", "https://stats.example/1")
    assert run("lint", "3").exit_code == 0
    assert run("lint", "3", "--strict").exit_code == 1


def test_lint_without_ids_looks_at_claims_on_their_way(run):
    result = run("lint", "--format", "json")
    assert {row["claim_id"] for row in json.loads(result.stdout)} == {1, 2, 3}
    assert run("lint", "99").exit_code == 1


def test_stats_count_what_the_desk_holds(run):
    counts = {row["what"]: row["count"] for row in json.loads(run("stats", "--format", "json").stdout)}
    assert (counts["claims"], counts["claims: Published"], counts["claims: Checking"]) == (3, 2, 1)
    assert (counts["reviews of ours: Published"], counts["reviews of ours: Draft"]) == (2, 1)
    assert (counts["articles"], counts["appearances"], counts["claimants"]) == (3, 3, 1)


def test_a_request_to_correct_is_recorded_answered_and_listed(run):
    asked = run("intervention", "ask", "1", "Daily Echo", "Correct the figure", "--date", "2024-05-06")
    assert (asked.exit_code, "Recorded intervention 1" in asked.stderr) == (0, True)
    [waiting] = json.loads(run("intervention", "list", "--format", "json").stdout)
    assert (waiting["asked"], waiting["outcome"], waiting["outcome_on"]) == ("Daily Echo", "waiting", None)
    run("intervention", "close", "1", "corrected", "--date", "2024-05-09", "--note", "By phone")
    [closed] = json.loads(run("intervention", "list", "--claim", "1", "--format", "json").stdout)
    assert (closed["outcome"], closed["outcome_on"], closed["outcome_note"]) == (
        "corrected",
        "2024-05-09",
        "By phone",
    )
    # Opened again, it waits.
    run("intervention", "close", "1", "waiting")
    assert json.loads(run("intervention", "list", "--format", "json").stdout)[0]["outcome_on"] is None


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["ask", "99", "Daily Echo", "Correct it"], "no claim 99"),
        (["ask", "1", " ", "Correct it"], "names whom you asked"),
        (["close", "9", "corrected"], "no intervention 9"),
    ],
)
def test_mistakes_are_told_in_one_line(run, args, said):
    result = run("intervention", *args)
    assert (result.exit_code, said in result.stderr) == (1, True)


def test_an_answer_before_the_question_is_refused(run):
    run("intervention", "ask", "1", "Daily Echo", "Correct it", "--date", "2024-05-06")
    result = run("intervention", "close", "1", "corrected", "--date", "2024-05-01")
    assert result.exit_code == 1


def test_one_of_a_kind_is_told_in_the_singular(reviewed_desk, desk_path, tmp_path):
    reviewing.withdraw(reviewed_desk, 2, note="It was another's.", actor="ben")
    publish = ["publish", str(tmp_path / "public.db"), "--site", str(tmp_path / "site")]
    told = CliRunner().invoke(cli, ["--db", str(desk_path), *publish]).stderr
    assert re.search(r"\(1 claim, .*1 review, .*1 appearance\b", told), told
    assert "1 review page," in told
