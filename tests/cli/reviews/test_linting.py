"""`claimtrack lint`: what it reports, and its exit codes."""

import json

import pytest

pytestmark = pytest.mark.usefixtures("reviewed_desk")


def test_lint_reports_obstacles_and_exits_with_1(run):
    result = run("lint", "3", "--format", "json")
    rules = {row["rule"]: row["weight"] for row in json.loads(result.stdout)}
    assert result.exit_code == 1
    assert "`claimtrack link 3 URL`" in result.stdout
    assert (rules["no_evidence"], rules["not_asked"]) == ("obstacle", "hint")
    assert "1 claim: 1 obstacle, 2 hints" in result.stderr


def test_lint_exits_with_0_when_only_hints_are_left(run):
    run("link", "3", "https://stats.example/1")
    assert run("lint", "3").exit_code == 0
    assert run("lint", "3", "--strict").exit_code == 1


def test_lint_prints_remedies_in_full(run):
    assert "the desk has changed since" not in run("lint", "1").stdout
    run("link", "1", "https://stats.example/1")
    assert (
        "publish a correction (`claimtrack review correct REVIEW --note WHY`) or an update "
        "(`claimtrack review update REVIEW --note NEWS`)\n" in run("lint", "1").stdout
    )


def test_lint_without_ids_examines_claims_in_progress(run):
    result = run("lint", "--format", "json")
    assert {row["claim_id"] for row in json.loads(result.stdout)} == {1, 2, 3}
    assert run("lint", "99").exit_code == 1
