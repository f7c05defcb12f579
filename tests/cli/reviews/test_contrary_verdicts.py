"""Claims judged the same with verdicts of ours that contradict each other: each keeps its own, and everybody is told."""

import json
import shutil

import pytest

LEFT = "The old council closed 14 swimming baths between 2011 and 2019"
RIGHT = "From 2011 to 2019 the former council shut 14 swimming baths"
BOTH = ("claim 1 is published as True (review 1)", "claim 2, judged the same, as False (review 2)")


@pytest.fixture
def rated(named_file, desk_path, done):
    """Publishes a verdict on a claim, with its two people, on a desk that has a name."""
    shutil.copy(named_file, desk_path)

    def rated(claim_id, rating, day="2025-02-01"):
        address = f"https://desk.example/{claim_id}"
        done("review", "draft", claim_id, "--rating", rating, "--scale", "Four-step scale", "--summary", "Counted.",
             "--url", address, "--date", day)  # fmt: skip
        done("review", "submit", claim_id)
        done("review", "approve", claim_id, actor="ben")
        return done("review", "publish", claim_id)

    return rated


@pytest.fixture(scope="module")
def two_file(tmp_path_factory):
    """Where the first test that needs two verdicts leaves them to the others."""
    return tmp_path_factory.mktemp("two") / "claims.db"


@pytest.fixture
def two(done, rated, desk_path, two_file):
    """Claim 1, published as True, and claim 2, which says the same and is published as False, later."""
    if two_file.exists():
        shutil.copy(two_file, desk_path)
        return
    done("add", LEFT, "--on-duplicate", "new")
    done("add", RIGHT, "--on-duplicate", "new")
    rated(1, "True")
    rated(2, "False", "2025-02-09")
    shutil.copy(desk_path, two_file)


@pytest.mark.usefixtures("two")
def test_judge_names_both_verdicts_and_the_ways_out(done):
    told = done("judge", 1, 2, "same").stderr
    assert [
        one for one in (*BOTH, "claimtrack review correct", "claimtrack undo 1 2") if one not in told
    ] == []


@pytest.mark.usefixtures("two")
def test_each_claim_keeps_its_own_verdict(done, read, tmp_path):
    done("judge", 1, 2, "same")
    assert {row["id"]: row["rating"] for row in read("list")} == {1: "True", 2: "False"}
    (tmp_path / "draft.txt").write_text(f"{LEFT}.")
    [row] = [row for row in read("check", tmp_path / "draft.txt") if row["claim_id"] == 1]
    assert (row["rating"], row["rated_false"]) == ("True", False)


@pytest.mark.usefixtures("two")
@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("show", 1), BOTH),
        (("show", 2), BOTH),
        (("lint",), ("contradict each other",)),
        (("doctor",), BOTH),
    ],
    ids=str,
)
def test_every_command_that_looks_at_the_claims_tells_it(run, done, command, told):
    before = run(*command).output
    done("judge", 1, 2, "same")
    after = run(*command)
    assert [one for one in told if one in before or one not in after.output] == []
    assert (after.exit_code == 1) == (command[0] != "show")


def test_a_verdict_that_contradicts_one_on_a_claim_judged_the_same_is_told_as_it_is_published(done, rated):
    done("add", LEFT, "--on-duplicate", "new")
    done("add", RIGHT, "--on-duplicate", "new")
    done("judge", 1, 2, "same")
    rated(1, "True")
    assert "contradict each other" in rated(2, "Mostly false").stderr


def test_verdicts_that_say_the_same_are_no_contradiction(done, rated):
    done("add", LEFT, "--on-duplicate", "new")
    done("add", RIGHT, "--on-duplicate", "new")
    rated(1, "True")
    rated(2, "True")
    assert "Warning" not in done("judge", 1, 2, "same").stderr
    assert "warning" not in done("show", 1).stdout


@pytest.mark.usefixtures("two")
def test_a_claim_without_a_verdict_has_the_newest_of_those_judged_the_same(done, read):
    done("add", "The former council shut 14 public baths from 2011 to 2019", "--on-duplicate", "new")
    done("judge", 1, 3, "same")
    assert read("show", 3)["claim"]["rating"] == "True"
    told = done("judge", 2, 3, "same").stderr
    assert [one for one in BOTH if one not in told] == []
    assert read("show", 3)["claim"]["rating"] == "False"
    assert "warning" in done("show", 3).stdout


@pytest.mark.usefixtures("two")
def test_a_correction_and_undo_each_end_it(done, run):
    done("judge", 1, 2, "same")
    done("undo", 1, 2)
    assert "warning" not in done("show", 1).stdout
    done("judge", 1, 2, "same")
    done("review", "correct", 2, "--note", "We counted wrongly.", "--rating", "True", "--date", "2025-03-01")
    done("review", "submit", 3)
    done("review", "approve", 3, actor="ben")
    done("review", "publish", 3)
    assert "warning" not in done("show", 1).stdout
    assert "contradict each other" not in run("lint").stdout


@pytest.mark.usefixtures("two")
def test_lint_tells_it_once_for_claims_judged_the_same_and_of_whichever_is_asked_about(run, done, rated):
    done("judge", 1, 2, "same")
    done("add", "The pier at Ulm was 90 metres long in 1950", "--on-duplicate", "new")
    done("add", "In 1950 Ulm had a pier of 90 metres", "--on-duplicate", "new")
    rated(3, "False")
    rated(4, "True")
    done("judge", 3, 4, "same")

    def told(*ids):
        rows = json.loads(run("lint", *ids, "--format", "json").stdout)
        return [row["claim_id"] for row in rows if row["rule"] == "contrary_verdicts"]

    assert told() == [1, 3]
    assert told(2, 1) == [2]
    assert told(4) == [4]
