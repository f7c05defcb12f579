"""`claimtrack intervention` records whom the desk asked to correct a claim, or to comment on it."""

import json

import pytest

pytestmark = pytest.mark.usefixtures("reviewed_desk")


def test_request_for_a_correction_is_recorded_listed_and_closed(run):
    result = run("intervention", "ask", "1", "Daily Echo", "Correct the figure", "--date", "2024-05-06")
    assert (result.exit_code, "Recorded intervention 1" in result.stderr) == (0, True)
    [waiting] = json.loads(run("intervention", "list", "--format", "json").stdout)
    assert (waiting["asked"], waiting["outcome"], waiting["outcome_on"]) == ("Daily Echo", "waiting", None)
    run("intervention", "close", "1", "corrected", "--date", "2024-05-09", "--note", "By phone")
    [closed] = json.loads(run("intervention", "list", "--claim", "1", "--format", "json").stdout)
    assert (closed["outcome"], closed["outcome_on"], closed["outcome_note"]) == (
        "corrected",
        "2024-05-09",
        "By phone",
    )
    # A closed request can be reopened.
    run("intervention", "close", "1", "waiting")
    assert json.loads(run("intervention", "list", "--format", "json").stdout)[0]["outcome_on"] is None


def test_request_for_a_comment_is_recorded_and_answered(run):
    result = run("intervention", "ask", "1", "Ada Moor", "Where is the figure from?", "--for", "comment")
    assert result.stderr.endswith("run: `claimtrack intervention close 1 answered`\n")
    run("intervention", "close", "1", "answered", "--note", "From last year's report")
    [closed] = json.loads(run("intervention", "list", "--format", "json").stdout)
    assert (closed["purpose"], closed["outcome"]) == ("comment", "answered")


def test_request_without_a_purpose_is_for_a_correction(run):
    run("intervention", "ask", "1", "Daily Echo", "Correct it")
    assert "correction" in run("intervention", "list").stdout


@pytest.mark.parametrize(
    ("args", "message"),
    [
        (["ask", "99", "Daily Echo", "Correct it"], "no claim 99"),
        (["ask", "1", " ", "Correct it"], "say whom you asked, and what for"),
        (["close", "9", "corrected"], "no intervention 9"),
    ],
)
def test_mistake_is_reported_in_one_line(run, args, message):
    result = run("intervention", *args)
    assert (result.exit_code, message in result.stderr) == (1, True)


def test_answer_dated_before_the_request_is_refused(run):
    run("intervention", "ask", "1", "Daily Echo", "Correct it", "--date", "2024-05-06")
    result = run("intervention", "close", "1", "corrected", "--date", "2024-05-01")
    assert result.exit_code == 1
