"""`edit` and `priority`: what a claim says, who said it and when, and how soon it is to be checked."""

import pytest

SIGNED = "begin a correction of the review"


def facts(read):
    claim = read("show", "1")["claim"]
    return claim["text"], claim["claimant"], claim["claimed_on"]


@pytest.fixture
def filed(done):
    done("add", "Rents rose by 12 percent", "--claimant", "Ada Miller", "--date", "2024-04-22")


EDITS = [
    (["--text", "Rents rose by 13 percent"], ("Rents rose by 13 percent", "Ada Miller", "2024-04-22"),
     "Claim 1, text: Rents rose by 12 percent → Rents rose by 13 percent\n"),
    (["--claimant", "Ben Ray"], ("Rents rose by 12 percent", "Ben Ray", "2024-04-22"),
     "Claim 1, claimant: Ada Miller → Ben Ray\n"),
    (["--claimant", ""], ("Rents rose by 12 percent", None, "2024-04-22"), "Claim 1, claimant: Ada Miller → none\n"),
    (["--date", "2024-04-23"], ("Rents rose by 12 percent", "Ada Miller", "2024-04-23"),
     "Claim 1, date: 2024-04-22 → 2024-04-23\n"),
    (["--date", ""], ("Rents rose by 12 percent", "Ada Miller", None), "Claim 1, date: 2024-04-22 → none\n"),
    (["--text", "Rents rose by 12 percent", "--date", "2024-04-22"],
     ("Rents rose by 12 percent", "Ada Miller", "2024-04-22"), "Claim 1 says so already: nothing changed\n"),
]  # fmt: skip


@pytest.mark.parametrize(("given", "then", "said"), EDITS)
def test_only_what_is_given_changes_and_is_told(done, read, filed, given, then, said):
    assert done("edit", "1", *given).stderr == said
    assert facts(read) == then


def test_the_words_are_read_from_a_pipe(done, read, filed):
    done("edit", "1", "--text", "-", stdin="Rents rose\nby a tenth\n")
    assert facts(read)[0] == "Rents rose by a tenth"


REFUSED = [
    ([], 2, "give --text, --claimant or --date"),
    (["--text", ""], 2, "the claim is empty"),
    (["--date", "tomorrow"], 2, "--date"),
    (["--date", "2999-01-01"], 2, "still to come"),
]


@pytest.mark.parametrize(("given", "code", "why"), REFUSED)
def test_an_edit_that_changes_nothing_or_cannot_be_says_why(run, read, filed, given, code, why):
    result = run("edit", "1", *given)
    assert (result.exit_code, why in result.stderr) == (code, True), result.stderr
    assert facts(read) == ("Rents rose by 12 percent", "Ada Miller", "2024-04-22")


def test_a_reworded_claim_is_compared_anew_and_its_judgements_are_told(done, read, filed):
    done("add", "Rents rose by 12 percent", "--claimant", "Ben Ray", "--on-duplicate", "new")
    done("add", "Wages fell by a fifth in Leeds", "--on-duplicate", "new")
    done("judge", "1", "2", "same")
    said = done("edit", "1", "--text", "Wages fell by a fifth in Leeds").stderr
    assert "judged the same as claim 2: look whether that still holds" in said
    assert "`claimtrack judge 1 2 different`" in said
    found = {(row["claim_id"], row["suggestion"]) for row in read("show", "1")["matches"]}
    assert (3, "duplicate") in found


def test_a_signed_claim_stays_and_the_way_to_a_correction_is_told(run, reviewed_desk):
    result = run("edit", "1", "--text", "Rent tripled in ten years")
    assert (result.exit_code, SIGNED in result.stderr) == (1, True)
    assert run("edit", "3", "--text", "Another third").exit_code == 0


def test_a_claim_that_is_not_there_is_told(run, filed):
    for command in (["edit", "9", "--text", "x"], ["priority", "9", "high"]):
        result = run(*command)
        assert (result.exit_code, "no claim 9 on this desk" in result.stderr) == (1, True)


def test_a_priority_is_set_and_shown_where_it_is_not_the_usual_one(done, run, filed):
    assert "priority" not in done("list").stdout + done("show", "1").stdout
    assert done("priority", "1", "high").stderr == "Claim 1: normal → high priority\n"
    assert done("priority", "1", "high").stderr == "Claim 1 has high priority already\n"
    assert "  priority: high\n" in done("show", "1").stdout
    heading, _, row = done("list").stdout.splitlines()
    assert ("priority" in heading, " high " in row) == (True, True)
    done("priority", "1", "normal")
    assert "priority" not in done("list").stdout
    result = run("priority", "1", "urgent")
    assert (result.exit_code, "'high', 'normal', 'low'" in result.stderr) == (2, True)
