"""Several reviews are drafted, submitted, approved, sent back or published at once: all or none, approved by a second person."""

import re

import pytest

from claimtrack.cli.reviews import signing

PIECE = "Lee said 12 trains were late in York. Lee said 30 schools closed. Lee said 700 bridges were built."


@pytest.fixture
def piece(run_ok, tmp_path):
    """Three claims of article 1."""
    (tmp_path / "piece.txt").write_text(PIECE)
    run_ok("init", "--name", "The Monthly")
    run_ok("ingest", tmp_path / "piece.txt", "--date", "2024-05-01")


@pytest.fixture
def submitted(run_ok, piece):
    """Reviews 1, 2 and 3 of claims 3, 1 and 2, by ada."""
    run_ok("review", "draft", 3, 1, 2, "--rating", "Half true")
    run_ok("review", "submit", 1, 2, 3)


def review_states(read_json, *options):
    return [
        (row["id"], row["claim_id"], row["status"]) for row in read_json("review", "list", "--all", *options)
    ]


def test_several_reviews_are_drafted_and_submitted_at_once(run_ok, read_json, piece, desk_path):
    stderr = run_ok("review", "draft", 3, 1, 3, "--rating", "Half true").stderr
    assert stderr == (
        "Drafted review 1 of claim 3 (assigned to ada).\nDrafted review 2 of claim 1 (assigned to ada).\nNext: `claimtrack review submit 1 2`\n"
    )
    assert {row["summary"] for row in read_json("review", "list")} == {None}
    stderr = run_ok("review", "submit", 1, 2, 1).stderr
    assert stderr.count("waiting for a second person to approve it") == 2
    assert review_states(read_json) == [(1, 3, "submitted"), (2, 1, "submitted")]


def test_second_person_approves_several_reviews_or_none(run, run_ok, read_json, submitted, desk_path):
    assert run("review", "approve", 1, 2, 3).exit_code == 1
    run_ok("review", "draft", 1, "--rating", "True", "--scale", "Four-step scale", actor="ben")
    run_ok("review", "submit", 4, actor="ben")
    refused = run("review", "approve", 1, 2, 3, 4, actor="ben")
    assert "review 4 was drafted by ben: someone else must approve it" in refused.stderr
    assert {status for _, _, status in review_states(read_json)} == {"submitted"}
    stderr = run_ok("review", "approve", 1, 2, 3, actor="ben").stderr
    assert stderr.count(": approved\n") == 3
    address = "https://desk.example/checks/{id}-{slug}"
    published = "`claimtrack review publish 1 2 3 --date today --url-pattern PATTERN`"
    assert stderr.endswith(f"\nNext: {published}, such as {address}\n")
    assert [row["approved_by"] for row in read_json("review", "list")] == ["ben", "ben", "ben", None]


def test_two_verdicts_that_contradict_each_other_are_not_said_to_be_published(run, run_ok, submitted):
    run_ok("review", "edit", 2, "--rating", "False", "--scale", "Four-step scale")
    run_ok("review", "approve", 1, 2, actor="ben")
    run_ok("judge", 1, 3, "same")
    publish = ("review", "publish", 1, 2, "--date", "today", "--url-pattern", "https://d.example/{id}")
    told = run(*publish).stderr
    assert (
        "would be published as Half true (review 1), and review 2 says False: send one of them back" in told
    )
    assert "review correct" not in told
    assert "would be published as Half true (review 1)" in run(*publish, "--dry-run").stderr


def test_of_very_many_reviews_the_suggested_command_names_none(run_ok, submitted, monkeypatch):
    monkeypatch.setattr(signing, "_MOST_NAMED", 2)
    stderr = run_ok("review", "approve", 1, 2, 3, actor="ben").stderr
    assert "`claimtrack review publish --all-approved --date today --url-pattern PATTERN`" in stderr


def test_several_reviews_are_sent_back_with_a_note_on_each_claim_or_not_at_all(
    run, run_ok, read_json, submitted
):
    assert run("review", "return", 1, 9, "--note", "Name the source", actor="ben").exit_code == 1
    assert {status for _, _, status in review_states(read_json)} == {"submitted"}
    assert (
        run_ok("review", "return", 1, 2, "--note", "Name the source", actor="ben").stderr.count(
            "sent back as a draft"
        )
        == 2
    )
    for claim in (3, 1):
        assert "Name the source" in read_json("show", claim)["notes"][-1]["body"]
    assert read_json("show", 2)["notes"] == []


def test_reviews_of_one_article_are_listed_in_text_order(run, run_ok, read_json, submitted, tmp_path):
    (tmp_path / "other.txt").write_text("Kim said 9 ferries sank.")
    run_ok("ingest", tmp_path / "other.txt")
    run_ok("review", "draft", 4)
    assert [claim for _, claim, _ in review_states(read_json, "--article", 1)] == [1, 2, 3]
    assert [claim for _, claim, _ in review_states(read_json, "--article", 2)] == [4]
    run_ok("review", "withdraw", 4)
    assert "No review is in progress of this article" in run_ok("review", "list", "--article", 2).stderr
    assert run("review", "list", "--article", 9).exit_code == 1


def test_approved_verdict_is_shown_in_the_list_of_claims(run_ok, read_json, submitted):
    assert not any(row["approved_rating"] for row in read_json("list"))
    run_ok("review", "approve", 1, 2, actor="ben")
    verdicts = {
        row["id"]: (row["rating"], row["approved_rating"], row["approved_by"]) for row in read_json("list")
    }
    assert verdicts[3] == verdicts[1] == (None, "Half true", "ben")
    assert verdicts[2] == (None, None, None)
    assert run_ok("list", "--article", 1).stdout.count("Half true, approved by ben") == 2
    run_ok("review", "publish", 1, "--url", "https://d.example/1", "--date", "2024-05-03", actor="ben")
    verdicts = {row["id"]: (row["rating"], row["approved_rating"]) for row in read_json("list")}
    assert verdicts[3] == ("Half true", None)
    run_ok("review", "correct", 1, "--note", "We erred.", "--rating", "True", "--scale", "Four-step scale")
    run_ok("review", "submit", 4)
    run_ok("review", "approve", 4, actor="ben")
    assert "Half true; True, approved by ben" in run_ok("list").stdout


PATTERN = "https://d.example/{year}/{id}-{slug}"


def test_approved_reviews_are_published_by_a_pattern_of_addresses_all_or_none(
    run, run_ok, read_json, submitted
):
    run_ok("review", "edit", 2, "--headline", "Écoles: 30 closed!", "--url", "https://d.example/own")
    run_ok("review", "edit", 1, "--headline", "Écoles: 30 closed!")
    run_ok("review", "approve", 1, 2, actor="ben")
    publish = ("review", "publish", 1, 2, "--url-pattern", PATTERN, "--date", "2024-05-03")
    undated = run("review", "publish", 1, 2, "--url-pattern", "https://d.example/{id}").stderr
    again = "claimtrack review publish 1 2 --url-pattern 'https://d.example/{id}' --date today"
    assert f"reviews 1, 2 have no date: give one (`{again}`)" in undated
    told = run_ok(*publish, "--dry-run").stderr
    assert "would be published at https://d.example/2024/1-ecoles-30-closed" in told
    assert "would be published at https://d.example/own" in told
    assert "Warning: review 2: no evidence" in told
    own = run_ok("review", "publish", 2, *publish[4:], "--dry-run").stderr
    assert "would be published at https://d.example/own" in own
    assert {status for _, _, status in review_states(read_json)} == {"approved", "submitted"}
    refused = run(*publish, 3).stderr
    assert re.search("review 3 is submitted.* None of the reviews was published: leave out those", refused)
    same = run("review", "publish", 1, 3, "--url-pattern", "https://d.example/{day}").stderr
    assert "reviews 1, 3 would have the same address" in same
    assert {status for _, _, status in review_states(read_json)} == {"approved", "submitted"}
    addresses = [row["url"] for row in read_json(*publish)]
    assert addresses == ["https://d.example/2024/1-ecoles-30-closed", "https://d.example/own"]


def test_all_approved_reviews_are_published_but_those_that_wait_or_cannot_be(
    run, run_ok, read_json, submitted
):
    run_ok("review", "edit", 3, "--url", "https://d.example/1", "--not-before", "2999-01-01 10:00")
    run_ok("review", "draft", 3, "--rating", "Half true", "--date", "2024-05-03")
    run_ok("review", "submit", 4)
    run_ok("review", "approve", 1, 2, 3, 4, actor="ben")
    publish = ("review", "publish", "--all-approved", "--url-pattern", PATTERN, "--date", "2024-05-03")
    unasked = run(*publish)
    assert (unasked.exit_code, "look at the 3 approved reviews with --dry-run" in unasked.stderr) == (1, True)
    done = run(*publish, "--yes", "--format", "json")
    assert re.search("Review 3 of claim 2 .* left out, waits until", done.stderr)
    assert re.search('"error": "Review 4 of claim 3 .*"kind": "Refused"', done.stderr)
    assert done.exit_code == 1
    states = {number: status for number, _, status in review_states(read_json)}
    assert states == {1: "published", 2: "published", 3: "approved", 4: "approved"}


def test_a_person_is_asked_about_those_that_can_be_published_and_not_at_all_if_there_are_none(
    run, run_ok, submitted, monkeypatch
):
    monkeypatch.setattr("claimtrack.cli.reviews.publishing.is_interactive", lambda: True)
    run_ok("review", "edit", 1, "--url", "https://d.example/1")
    run_ok("review", "approve", 1, 2, actor="ben")
    publish = ("review", "publish", "--all-approved")
    none = run(*publish, stdin="y\n")
    assert (none.exit_code, "Publish" in none.output) == (1, False)
    assert none.stderr.endswith("Nothing was published.\n")
    some = run(*publish, "--date", "2024-05-03", stdin="y\n")
    assert (some.exit_code, "Publish 1 review?" in some.output) == (1, True)
    assert some.stderr.count("Review 2 of claim ") == 1
    assert some.stderr.count("published at https://d.example/1") == 1


def test_a_review_that_is_approved_anew_while_the_question_stands_is_not_published(
    run, run_ok, read_json, submitted, monkeypatch
):
    run_ok("review", "approve", 1, 2, actor="ben")

    def confirm(*_, **__):
        run_ok("review", "return", 1)
        run_ok("review", "edit", 1, "--rating", "True", "--scale", "Four-step scale")
        run_ok("review", "submit", 1)
        run_ok("review", "approve", 1, actor="ben")

    monkeypatch.setattr("claimtrack.cli.reviews.publishing.is_interactive", lambda: True)
    monkeypatch.setattr("claimtrack.cli.reviews.publishing.confirm", confirm)
    done = run("review", "publish", "--all-approved", "--url-pattern", PATTERN, "--date", "2024-05-03")
    assert re.search(
        r"Review 1 of claim 3 .*: not published: meanwhile ada changed the rating from", done.stderr
    )
    assert done.exit_code == 1
    states = {number: status for number, _, status in review_states(read_json)}
    assert (states[1], states[2]) == ("approved", "published")
