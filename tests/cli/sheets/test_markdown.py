"""`export markdown` gives the verdicts on some claims as text for an article."""

import re

import pytest


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


def test_verdicts_that_cannot_be_given_are_refused_and_no_file_appears(desk, run, tmp_path):
    refused = run("export", "markdown", 1, 3, "-o", tmp_path / "a.md")
    assert (refused.exit_code, (tmp_path / "a.md").exists()) == (1, False)
    assert "readers get no verdict of yours on claim 3" in refused.stderr
    assert "there is no claim 9" in run("export", "markdown", 9).stderr
    assert "not both" in run("export", "markdown", 1, "--language", "").stderr
    assert "there is no article 9" in run("export", "markdown", "--article", 9).stderr
