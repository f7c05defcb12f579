"""`claimtrack stats` and the counts that other commands tell."""

import re

from claimtrack.workflow.reviews import reviewing


def test_stats_count_what_the_desk_holds(reviewed_desk, read):
    counts = {row["what"]: row["count"] for row in read("stats")}
    assert (counts["claims"], counts["claims: Published"], counts["claims: Checking"]) == (3, 2, 1)
    assert (counts["reviews of ours: Published"], counts["reviews of ours: Draft"]) == (2, 1)
    assert (counts["articles"], counts["appearances"], counts["claimants"]) == (3, 3, 1)


def test_a_verdict_that_was_corrected_counts_as_corrected_and_not_as_taken_back(reviewed_desk, read):
    reviewing.correct(reviewed_desk, 1, note="We had the wrong year.", actor="ada")
    [draft] = reviewed_desk.query("select max(id) as id from reviews")
    reviewing.submit(reviewed_desk, draft["id"], actor="ada")
    reviewing.approve(reviewed_desk, draft["id"], actor="ben")
    reviewing.publish(reviewed_desk, draft["id"], reviewed_on="2024-06-01", actor="ada")
    counts = {row["what"]: row["count"] for row in read("stats")}
    told = ("Published", "Corrected", "Withdrawn")
    assert [counts[f"reviews of ours: {one}"] for one in told] == [2, 1, 0]


def test_one_of_a_kind_is_told_in_the_singular(reviewed_desk, done, tmp_path):
    reviewing.withdraw(reviewed_desk, 2, note="It was another's.", actor="ben")
    publish = ["publish", str(tmp_path / "public.db"), "--site", str(tmp_path / "site")]
    told = done(*publish).stderr
    assert re.search(r"\(1 claim, .*1 review, .*1 appearance\b", told), told
    assert "1 review page," in told
