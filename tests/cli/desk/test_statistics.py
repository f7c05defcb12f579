"""`claimtrack stats`, and the counts that other commands print."""

import re

from claimtrack.workflow.reviews import reviewing
from tests.cli.conftest import figures


def test_stats_count_everything_on_the_desk(reviewed_desk, read_json):
    counts = figures(read_json("stats"))
    assert (counts["claims"], counts["claims: published"], counts["claims: checking"]) == (3, 2, 1)
    assert (counts["reviews_of_ours: published"], counts["reviews_of_ours: draft"]) == (2, 1)
    # The claims were added by hand, each with an address.
    assert (counts["articles"], counts["places_without_a_text"]) == (0, 3)
    assert (counts["appearances"], counts["claimants"]) == (3, 1)


def test_corrected_verdict_counts_as_corrected_rather_than_withdrawn(reviewed_desk, read_json):
    reviewing.correct(reviewed_desk, 1, note="We had the wrong year.", actor="ada")
    [draft] = reviewed_desk.query("select max(id) as id from reviews")
    reviewing.submit(reviewed_desk, draft["id"], actor="ada")
    reviewing.approve(reviewed_desk, draft["id"], actor="ben")
    reviewing.publish(reviewed_desk, draft["id"], reviewed_on="2024-06-01", actor="ada")
    counts = figures(read_json("stats"))
    statuses = ("published", "corrected", "withdrawn")
    assert [counts[f"reviews_of_ours: {status}"] for status in statuses] == [2, 1, 0]


def test_counts_of_one_are_printed_in_the_singular(reviewed_desk, run_ok, tmp_path):
    reviewing.withdraw(reviewed_desk, 2, note="It was another's.", actor="ben")
    publish = ["publish", str(tmp_path / "public.db"), "--site", str(tmp_path / "site")]
    stderr = run_ok(*publish).stderr
    assert re.search(r"\(1 claim, .*1 review, .*1 appearance\b", stderr), stderr
    assert "1 review page," in stderr
