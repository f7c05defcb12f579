"""`claimtrack review hold` and `review release`, and what the desk says of a verdict that is held."""

import re

import claimtrack
from claimtrack.workflow.days import today

WORDS = "Rent doubled in ten years"


def test_the_desk_says_everywhere_that_a_verdict_is_held(reviewed_desk, run, run_ok, read_json, tmp_path):
    told = run_ok("review", "hold", "1", "--note", "A letter.").stderr
    assert (
        "Review 1 of claim 1 (“Rent doubled in ten years”: Half true): held. Readers still have it at" in told
    )
    draft = tmp_path / "draft.txt"
    draft.write_text(f"{WORDS}.\n", encoding="utf-8")
    for command in (["list"], ["show", "1"], ["match", WORDS], ["check", str(draft)]):
        assert "Half true, held" in run_ok(*command).stdout
    for command in (["review", "list", "--all"], ["show", "1"]):
        assert f"published, held since {today()}" in run_ok(*command).stdout
    assert [row["held_on"] for row in read_json("match", WORDS) if row["claim_id"] == 1] == [today()]
    assert [row["count"] for row in read_json("stats") if row["figure"] == "reviews_held"] == [1]
    refused = run("status", "1", "checking")
    assert "with review 1, which is held for now" in refused.stderr
    published = run_ok("publish", str(tmp_path / "public.db")).stderr
    assert (
        "Not in it, as it is held: review 1. To give it back to readers: `claimtrack review release 1`"
        in published
    )


def test_release_gives_it_back_once(reviewed_desk, run, run_ok, read_json, desk_path):
    run_ok("review", "hold", "1")
    [row] = read_json("review", "release", "1")
    assert (row["status"], row["held_on"]) == ("published", None)
    assert "nothing to release" in run("review", "release", "1").stderr
    with claimtrack.open(desk_path, actor="ben") as desk:
        desk.reviews.hold(1, note="A letter.")
        assert [claim["held_on"] for claim in desk.claims(status="published")] == [today(), None]
        desk.reviews.release(1)


def test_an_old_verdict_of_ours_without_a_date_is_named_and_left_out(run_ok, tmp_path):
    sheet = tmp_path / "verdicts.csv"
    sheet.write_text(
        "claimReviewed;reviewRating.alternateName;url;datePublished;author.name\n"
        "Rents rose by 12 percent;False;https://courier.example/rents;2024-04-24;The Courier\n"
        "Wages fell by 5 percent;False;https://courier.example/wages;;The Courier\n",
        encoding="utf-8",
    )
    for command in (["init"], ["import", "claimreview", sheet], ["init", "--name", "The Courier"]):
        run_ok(*command)
    told = run_ok("publish", tmp_path / "public.db", "--site", tmp_path / "site").stderr
    assert ("(1 claim, 1 review," in told, "Not in it, without a date: review 2. To" in told) == (True, True)


def test_what_is_said_of_a_held_verdict_is_not_that_readers_still_have_it(reviewed_desk, run_ok):
    run_ok("review", "correct", 1, "--note", "We had left out Wales.")
    run_ok("link", 1, "https://stats.example/wales")
    run_ok("review", "submit", 4)
    run_ok("review", "approve", 4, actor="ben")
    told = run_ok("review", "hold", 1).stderr
    assert "Review 4, its correction, is approved" in told
    assert (
        "readers do not see the changes. Changed on the desk since: 1 more source" in run_ok("show", 1).stdout
    )
    run_ok("review", "withdraw", 4)
    told = run_ok("review", "withdraw", 1, "--note", "Gone.").stderr
    assert (
        "It was held, so readers may know nothing of it: its page and the list of corrections have its claim and the note once"
        in told
    )


def test_an_old_verdict_of_ours_that_was_imported_is_held_and_one_of_others_is_not(run, run_ok, tmp_path):
    sheet, public = tmp_path / "verdicts.csv", tmp_path / "public.db"
    sheet.write_text(
        "claimReviewed;itemReviewed.author.name;reviewRating.alternateName;url;datePublished;author.name\n"
        "Rents rose by 12 percent;Ada;False;https://courier.example/rents;2024-04-24;The Courier\n"
        "Wages fell by 5 percent;Ada;False;https://post.example/wages;2024-04-24;The Post\n",
        encoding="utf-8",
    )
    for command in (["init"], ["import", "claimreview", sheet], ["init", "--name", "The Courier"]):
        run_ok(*command)
    assert (
        "or take it off what readers get (`claimtrack review hold 1`)" in run("review", "withdraw", 1).stderr
    )
    assert "is by another publisher" in run("review", "hold", 2).stderr
    run_ok("review", "hold", 1)
    assert "(0 claims, 0 reviews," in run_ok("publish", public).stderr
    run_ok("review", "release", 1)
    assert "(1 claim, 1 review," in run_ok("publish", public).stderr


def test_a_note_that_settles_a_doubt_can_be_undone_with_all_that_it_did(reviewed_desk, run_ok, read_json):
    run_ok("articles", "withdraw", 1)
    settled = run_ok("note", 1, "She said so on air, too.", "--settles-doubt").stderr
    assert (read_json("review", "doubts"), read_json("show", 1)["claim"]["due_on"]) == ([], None)
    [command] = re.findall(r"To undo all of it: `claimtrack (undo --changes \S+)`", settled)
    run_ok(*command.split())
    assert [row["doubt"] for row in read_json("review", "doubts")] == ["article_withdrawn"]
    assert read_json("show", 1)["claim"]["due_on"]
