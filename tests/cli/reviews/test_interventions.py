"""`claimtrack intervention`: whom the desk asked to correct a claim, or to comment on it."""

import json

import pytest

pytestmark = pytest.mark.usefixtures("reviewed_desk")


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


def test_who_was_asked_for_comment_answers(run):
    asked = run("intervention", "ask", "1", "Ada Moor", "Where is the figure from?", "--for", "comment")
    assert asked.stderr.endswith("run: claimtrack intervention close 1 answered\n")
    run("intervention", "close", "1", "answered", "--note", "From last year's report")
    [closed] = json.loads(run("intervention", "list", "--format", "json").stdout)
    assert (closed["purpose"], closed["outcome"]) == ("comment", "answered")


def test_a_request_that_names_no_purpose_is_for_a_correction_as_it_always_was(run):
    run("intervention", "ask", "1", "Daily Echo", "Correct it")
    assert "correction" in run("intervention", "list").stdout


@pytest.mark.parametrize(
    ("args", "said"),
    [
        (["ask", "99", "Daily Echo", "Correct it"], "no claim 99"),
        (["ask", "1", " ", "Correct it"], "say whom you asked, and what for"),
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
