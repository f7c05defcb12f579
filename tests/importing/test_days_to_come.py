"""A verdict of another publisher is not from the future: with such a day it would be shown before all later ones."""

from datetime import date, timedelta

from claimtrack.core.model import Statement
from claimtrack.workflow.matching.matching import look_up
from tests.importing.claimreviews import read, review


def test_a_day_in_the_future_is_left_out_and_named(desk):
    theirs = {**review(1)["itemReviewed"], "datePublished": "2998-02-03"}
    report = read(desk, review(1, datePublished="2999-01-01", itemReviewed=theirs))
    assert (report.added, [one.reason for one in report.undated]) == (
        1,
        [
            "datePublished is left out: 2999-01-01 is in the future",
            "itemReviewed.datePublished is left out: 2998-02-03 is in the future",
        ],
    )
    [row] = desk.query("select reviewed_on, claimed_on from reviews join claims on claims.id = claim_id")
    assert row == {"reviewed_on": None, "claimed_on": None}
    later = review(
        1,
        url="https://third.example/1",
        author={"name": "Third Desk"},
        reviewRating={"alternateName": "True"},
    )
    read(desk, later)
    [match] = look_up(desk, Statement("Rent doubled in 1 years"))
    assert (match.rating, match.rated_by) == ("True", "Third Desk")


def test_a_day_that_has_begun_somewhere_is_taken(desk):
    today = date.today().isoformat()
    assert read(desk, review(1, datePublished=today)).undated == []
    far = (date.today() + timedelta(days=3)).isoformat()
    assert len(read(desk, review(2, datePublished=far)).undated) == 1


def test_of_a_correction_in_the_future_the_day_of_the_first_verdict_is_kept(desk):
    report = read(desk, review(1, dateModified="2999-01-01", correction="It was 12."))
    told = ["dateModified is left out: 2999-01-01 is in the future"]
    assert [one.reason for one in report.undated] == told
    assert next(desk.query("select reviewed_on from reviews")) == {"reviewed_on": "2024-05-03"}
