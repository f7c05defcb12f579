"""Claims judged the same, or in the same words, whose verdicts contradict each other: each keeps its own, and every command warns; no new one is published."""

import json
import shutil

import pytest

LEFT = "The old council closed 14 swimming baths between 2011 and 2019"
RIGHT = "From 2011 to 2019 the former council shut 14 swimming baths"
WARNINGS = ("claim 1 is published as True (review 1)", "claim 2, judged the same, as False (review 2)")


@pytest.fixture
def publish_verdict(named_file, desk_path, run_ok):
    """Publishes a verdict, approved by a second person, on a desk that has a name."""
    shutil.copy(named_file, desk_path)

    def publish_verdict(claim_id, rating, day="2025-02-01"):
        address = f"https://desk.example/{claim_id}"
        run_ok("review", "draft", claim_id, "--rating", rating, "--scale", "Four-step scale", "--summary", "Counted.",
             "--url", address, "--date", day)  # fmt: skip
        run_ok("review", "submit", claim_id)
        run_ok("review", "approve", claim_id, actor="ben")
        return run_ok("review", "publish", claim_id)

    return publish_verdict


@pytest.fixture(scope="module")
def contrary_file(tmp_path_factory):
    """Where the first test that needs two contrary verdicts stores the desk for the others."""
    return tmp_path_factory.mktemp("two") / "claims.db"


@pytest.fixture
def contrary(run_ok, publish_verdict, desk_path, contrary_file):
    """Claim 1, published as True, and its rewording, claim 2, published later as False."""
    if contrary_file.exists():
        shutil.copy(contrary_file, desk_path)
        return
    run_ok("add", LEFT, "--on-duplicate", "new")
    run_ok("add", RIGHT, "--on-duplicate", "new")
    publish_verdict(1, "True")
    publish_verdict(2, "False", "2025-02-09")
    shutil.copy(desk_path, contrary_file)


@pytest.mark.usefixtures("contrary")
def test_judge_names_both_contrary_verdicts_and_the_remedies(run_ok):
    stderr = run_ok("judge", 1, 2, "same").stderr
    assert [
        phrase
        for phrase in (*WARNINGS, "claimtrack review correct", "claimtrack undo 1 2")
        if phrase not in stderr
    ] == []


@pytest.mark.usefixtures("contrary")
def test_each_claim_keeps_its_own_verdict(run_ok, read_json, tmp_path):
    run_ok("judge", 1, 2, "same")
    assert {row["id"]: row["rating"] for row in read_json("list")} == {1: "True", 2: "False"}
    (tmp_path / "draft.txt").write_text(f"{LEFT}.")
    [row] = [row for row in read_json("check", tmp_path / "draft.txt") if row["claim_id"] == 1]
    assert (row["rating"], row["rated_false"]) == ("True", False)


@pytest.mark.usefixtures("contrary")
@pytest.mark.parametrize(
    ("command", "phrases"),
    [
        (("show", 1), WARNINGS),
        (("show", 2), WARNINGS),
        (("lint",), ("contradict each other",)),
        (("doctor",), WARNINGS),
    ],
    ids=str,
)
def test_every_command_that_examines_the_claims_reports_the_contradiction(run, run_ok, command, phrases):
    before = run(*command).output
    run_ok("judge", 1, 2, "same")
    after = run(*command)
    assert [phrase for phrase in phrases if phrase in before or phrase not in after.output] == []
    assert (after.exit_code == 1) == (command[0] != "show")


@pytest.fixture
def contrary_approved(run_ok, publish_verdict):
    """Claims 1 and 2, judged the same: review 1, published as True, and review 2, approved as Mostly false."""
    run_ok("add", LEFT, "--on-duplicate", "new")
    run_ok("add", RIGHT, "--on-duplicate", "new")
    run_ok("judge", 1, 2, "same")
    publish_verdict(1, "True")
    run_ok("review", "draft", 2, "--rating", "Mostly false", "--summary", "Counted.", "--url", "https://desk.example/2",
           "--date", "2025-02-01")  # fmt: skip
    run_ok("review", "submit", 2)
    assert "claim 1, judged the same, is rated True" in run_ok("review", "approve", 2, actor="ben").stderr


@pytest.mark.usefixtures("contrary_approved")
@pytest.mark.parametrize(
    "several", [(2,), ("--all-approved", "--yes")], ids=["named", "all that are approved"]
)
def test_a_verdict_that_contradicts_the_one_that_readers_have_is_not_published(run, read_json, several):
    refused = run("review", "publish", *several)
    named = ("claim 1, judged the same as claim 2, is published as True (review 1)", "review 2 says Mostly false",
             "claimtrack review return 2 --note WHY", "claimtrack review correct 1 --note WHY", "claimtrack review update 1 --note NEWS", "claimtrack judge 2 1 different")  # fmt: skip
    assert [phrase for phrase in named if phrase not in refused.stderr] == []
    assert refused.exit_code == 1
    assert {row["id"]: row["status"] for row in read_json("list")} == {1: "published", 2: "in_review"}


@pytest.mark.usefixtures("contrary_approved")
def test_it_is_published_once_the_two_are_judged_to_be_two_claims(run_ok):
    run_ok("judge", 1, 2, "different")
    run_ok("review", "publish", 2)


@pytest.mark.usefixtures("contrary_approved")
def test_it_is_published_once_the_other_is_updated_as_the_world_has_changed(run_ok):
    run_ok("review", "update", 1, "--note", "Ten more.", "--rating", "Mostly false", "--date", "2025-03-01")
    run_ok("review", "submit", 3)
    run_ok("review", "approve", 3, actor="ben")
    run_ok("review", "publish", 3)
    run_ok("review", "publish", 2)


@pytest.mark.usefixtures("contrary_approved")
def test_it_is_published_once_the_other_is_corrected_although_the_correction_contradicts_a_third(
    run_ok, publish_verdict
):
    run_ok("add", "The former council shut 14 public baths from 2011 to 2019", "--on-duplicate", "new")
    run_ok("judge", 1, 3, "same")
    publish_verdict_of_3 = ("--rating", "True", "--summary", "Counted.", "--url", "https://desk.example/3", "--date", "2025-02-02")  # fmt: skip
    run_ok("review", "draft", 3, *publish_verdict_of_3)
    run_ok("review", "submit", 3)
    run_ok("review", "approve", 3, actor="ben")
    run_ok("review", "publish", 3)
    for replaced, correction in ((1, 4), (3, 5)):
        run_ok(
            "review",
            "correct",
            replaced,
            "--note",
            "Wrong.",
            "--rating",
            "Mostly false",
            "--date",
            "2025-03-01",
        )
        run_ok("review", "submit", correction)
        run_ok("review", "approve", correction, actor="ben")
        assert ("contradict each other" in run_ok("review", "publish", correction).stderr) == (replaced == 1)
    run_ok("review", "publish", 2)


def test_each_signature_under_another_verdict_on_the_same_words_is_warned_about(run, run_ok, publish_verdict):
    """One minister under two names: nobody judged the two claims, so nothing else connects them."""
    run_ok("add", LEFT, "--claimant", "Health Minister Carys Pugh")
    run_ok("add", LEFT, "--claimant", "Carys Pugh", "--on-duplicate", "new")
    publish_verdict(1, "False")

    def warns(*command):
        return "claim 1 seems to say the same and is rated False" in run_ok(*command).stderr

    assert warns("review", "draft", 2, "--rating", "Mostly false", "--summary", "Counted.")
    assert warns("review", "submit", 2)
    assert "`claimtrack judge 2 1 different`" in run("lint", 2).stdout
    run_ok("judge", 1, 2, "unsure")
    assert "to say the same" in run("lint", 2).stdout
    run_ok("edit", 2, "--text", "The new council opened a library")
    assert "to say the same" not in run("lint", 2).stdout
    run_ok("edit", 2, "--text", LEFT)
    run_ok("judge", 1, 2, "different")
    assert "to say the same" not in run("lint", 2).stdout
    run_ok("judge", 1, 2, "same")
    assert "claim 1, judged the same, is rated False" in run_ok("review", "approve", 2, actor="ben").stderr
    for _ in ("same", "different"):
        run_ok("undo", 1, 2)
    assert warns("review", "publish", 2, "--url", "https://desk.example/2", "--date", "2025-02-01")
    assert "claim 2, which seems to say the same, as Mostly false" in run_ok("show", 1).stdout


def test_another_verdict_is_warned_about_that_a_repeat_of_the_same_words_has(run, run_ok, publish_verdict):
    """Claim 3 is paired with claim 2 only, which was judged the same as claim 1."""
    run_ok("add", RIGHT)
    run_ok("add", LEFT, "--on-duplicate", "new")
    run_ok("judge", 1, 2, "same")
    run_ok("add", LEFT, "--claimant", "Carys Pugh", "--on-duplicate", "new")
    publish_verdict(1, "False")
    run_ok("review", "draft", 3, "--rating", "Mostly false", "--summary", "Counted.")
    assert "claim 1 seems to say the same and is rated False" in run("lint", 3).stdout
    run_ok("judge", 3, 1, "different")
    assert "to say the same" not in run("lint", 3).stdout


def test_a_claim_judged_the_same_as_the_paired_one_is_warned_of_another_verdict_too(
    run, run_ok, publish_verdict
):
    """Claim 3 has no pair with claim 1: claim 2, which was judged the same, has it."""
    run_ok("add", LEFT)
    run_ok("add", LEFT, "--claimant", "Carys Pugh", "--on-duplicate", "new")
    run_ok("add", RIGHT, "--on-duplicate", "new")
    run_ok("judge", 2, 3, "same")
    publish_verdict(1, "False")
    run_ok("review", "draft", 3, "--rating", "Mostly false", "--summary", "Counted.")
    assert "claim 1 seems to say the same and is rated False" in run("lint", 3).stdout


def test_the_verdict_that_a_claim_has_is_not_another_claims(run, run_ok, publish_verdict):
    """Claims 1 and 2 are judged the same by way of claim 3, and nobody judged the two: that is no likeness to something else."""
    run_ok("add", LEFT)
    run_ok("add", LEFT, "--claimant", "Carys Pugh", "--on-duplicate", "new")
    run_ok("add", LEFT, "--claimant", "Ana Sol", "--on-duplicate", "new")
    run_ok("judge", 1, 3, "same")
    run_ok("judge", 2, 3, "same")
    publish_verdict(1, "False")
    run_ok("review", "correct", 1, "--rating", "Mostly false", "--note", "Counted again.")
    assert "to say the same" not in run("lint", 1).stdout


def test_equal_verdicts_are_not_reported_as_a_contradiction(run_ok, publish_verdict):
    run_ok("add", LEFT, "--on-duplicate", "new")
    run_ok("add", RIGHT, "--on-duplicate", "new")
    run_ok("add", RIGHT, "--claimant", "Tom Reed", "--on-duplicate", "new")
    publish_verdict(1, "True")
    publish_verdict(2, "True")
    assert "say the same" not in publish_verdict(3, "True").stderr
    assert "Warning" not in run_ok("judge", 1, 2, "same").stderr
    assert "warning" not in run_ok("show", 1).stdout


@pytest.mark.usefixtures("contrary")
def test_unrated_claim_takes_the_newest_verdict_of_those_judged_the_same(run_ok, read_json):
    run_ok("add", "The former council shut 14 public baths from 2011 to 2019", "--on-duplicate", "new")
    run_ok("judge", 1, 3, "same")
    assert read_json("show", 3)["claim"]["rating"] == "True"
    stderr = run_ok("judge", 2, 3, "same").stderr
    assert [phrase for phrase in WARNINGS if phrase not in stderr] == []
    assert read_json("show", 3)["claim"]["rating"] == "False"
    assert "warning" in run_ok("show", 3).stdout


@pytest.mark.usefixtures("contrary")
def test_correction_or_undo_ends_the_contradiction(run_ok, run):
    run_ok("judge", 1, 2, "same")
    run_ok("undo", 1, 2)
    assert "warning" not in run_ok("show", 1).stdout
    run_ok("judge", 1, 2, "same")
    run_ok(
        "review", "correct", 2, "--note", "We counted wrongly.", "--rating", "True", "--date", "2025-03-01"
    )
    run_ok("review", "submit", 3)
    run_ok("review", "approve", 3, actor="ben")
    run_ok("review", "publish", 3)
    assert "warning" not in run_ok("show", 1).stdout
    assert "contradict each other" not in run("lint").stdout


@pytest.mark.usefixtures("contrary")
def test_lint_reports_a_contradiction_once_for_each_group_of_claims(run, run_ok, publish_verdict):
    run_ok("judge", 1, 2, "same")
    run_ok("add", "The pier at Ulm was 90 metres long in 1950", "--on-duplicate", "new")
    run_ok("add", "In 1950 Ulm had a pier of 90 metres", "--on-duplicate", "new")
    publish_verdict(3, "False")
    publish_verdict(4, "True")
    run_ok("judge", 3, 4, "same")

    def warned_claims(*ids):
        rows = json.loads(run("lint", *ids, "--format", "json").stdout)
        return [row["claim_id"] for row in rows if row["rule"] == "contrary_verdicts"]

    assert warned_claims() == [1, 3]
    assert warned_claims(2, 1) == [2]
    assert warned_claims(4) == [4]
