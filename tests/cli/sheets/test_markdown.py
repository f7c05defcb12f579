"""`export markdown` gives the verdicts on some claims as text for an article."""

import re

import pytest

from claimtrack.workflow.reviews import reviewing, timing


@pytest.fixture
def desk(reviewed_desk):
    """The first two claims of the desk have published verdicts."""
    return reviewed_desk


def test_the_verdicts_on_the_claims_named_are_printed_in_their_order(desk, run_ok):
    printed = run_ok("export", "markdown", 2, 1, "--words", "fr").stdout
    assert re.findall("^> .*", printed, re.MULTILINE) == ["> Nobody pays rent", "> Rent doubled in ten years"]
    assert printed.count("**Le verdict") == 2


def test_options_choose_the_claims_and_a_link_ends_each_verdict(desk, run_ok, tmp_path):
    done = run_ok(
        *("export", "markdown", "--since", "2024-05-03", "--claimant", "Ada Miller"),
        *("--link", "How to complain", "https://desk.example/c", "-o", tmp_path / "a.md"),
    )
    assert (done.stdout, done.stderr) == ("", f"Wrote 2 verdicts to {tmp_path / 'a.md'}\n")
    text = (tmp_path / "a.md").read_text(encoding="utf-8")
    assert text.count(" · [How to complain](https://desk.example/c)\n") == 2
    none = run_ok("export", "markdown", "--until", "2024-05-02")
    assert (none.stdout, none.stderr) == ("", "Wrote 0 verdicts\n")


def test_an_approved_verdict_comes_by_its_claims_number_and_a_message_says_how_to_publish_it(desk, run_ok):
    reviewing.revise(desk, 3, not_before="2999-01-01 10:00", actor="ada")
    reviewing.submit(desk, 3, actor="ada")
    reviewing.approve(desk, 3, actor="ben")
    done = run_ok("export", "markdown", 1, 3)
    assert done.stdout.endswith("\n\nThe Fact Desk\n")
    assert re.fullmatch(
        r"Approved, but not published, so without an address and a date: review 3 on claim 3, waits until [^`]*2999[^`]*\n",
        done.stderr,
    )
    timing.set_not_before(desk, 3, None, actor="ben")
    told = run_ok("export", "markdown", 3).stderr
    assert re.search(
        r"3 on claim 3\. To publish: `claimtrack .*review publish 3 --url URL --date today`\n", told
    )
    assert "Approved" not in run_ok("export", "markdown", 1).stderr
    chosen = run_ok("export", "markdown", "--status", "in_review")
    assert (chosen.stdout, chosen.stderr) == ("", "Wrote 0 verdicts\n")


def test_verdicts_that_cannot_be_given_are_refused_and_no_file_appears(desk, run, tmp_path):
    refused = run("export", "markdown", 1, 3, "-o", tmp_path / "a.md")
    assert (refused.exit_code, (tmp_path / "a.md").exists()) == (1, False)
    assert "readers get no verdict of yours on claim 3" in refused.stderr
    assert "there is no claim 9" in run("export", "markdown", 9).stderr
    assert "not both" in run("export", "markdown", 1, "--language", "").stderr
    assert "there is no article 9" in run("export", "markdown", "--article", 9).stderr
