"""The time before which nobody publishes a verdict, and the publication of those whose time has come."""

from datetime import date

import pytest

from claimtrack.core.errors import ChangedMeanwhile, InvalidValue, Refused
from claimtrack.store import history
from claimtrack.store.reviews import reviews
from claimtrack.workflow import concurrent_edits
from claimtrack.workflow.days import describe_time, describe_wait
from claimtrack.workflow.dossier import claim_history
from claimtrack.workflow.reviews import reviewing, timing
from tests.workflow.reviews.conftest import URL

AHEAD, STORED = "2999-05-03T18:00+02:00", "2999-05-03T16:00:00.000Z"


def approve_review(desk, **fields):
    """Have ada draft and ben approve a review that waits; returns its id."""
    fields = {"rating": "Half true", "url": URL, "not_before": AHEAD} | fields
    review_id = reviewing.draft(desk, 1, actor="ada", **fields)
    reviewing.submit(desk, review_id, actor="ada")
    reviewing.approve(desk, review_id, actor="ben")
    return review_id


def let_the_time_come(desk, review_id):
    reviews.update(desk, review_id, not_before="2024-05-03T16:00:00.000Z")


def statuses(desk):
    return [row["status"] for row in desk.query("select status from reviews order by id")]


def test_nobody_publishes_a_review_before_its_time(desk):
    review_id = approve_review(desk)
    assert reviews.get(desk, review_id).not_before == STORED
    with pytest.raises(
        Refused,
        match=r"nobody publishes review 1 before .*: wait, or change that time \(`claimtrack review edit 1",
    ):
        reviewing.publish(desk, review_id, reviewed_on="2024-05-03", actor="ben")  # fmt: skip
    assert timing.publish_due(desk) == timing.Published()
    let_the_time_come(desk, review_id)
    reviewing.publish(desk, review_id, reviewed_on="2024-05-03", actor="ada")
    with pytest.raises(Refused, match="is published and can no longer be edited"):
        timing.set_not_before(desk, review_id, AHEAD, actor="ben")


def test_the_time_can_be_changed_and_removed_after_the_approval_and_history_has_it(desk):
    review_id = approve_review(desk)
    shown = history.last_change_id(desk)
    later = timing.set_not_before(desk, review_id, "2999-05-04 06:00Z", actor="ben")
    assert claim_history(desk, 1)[-1]["summary"] == (
        f"review 1: not before: {describe_time(STORED)} → {describe_time(later)}"
    )
    with pytest.raises(ChangedMeanwhile, match="ben changed the time before which nobody publishes it from"):
        concurrent_edits.check(desk, "reviews", review_id, shown)
    with pytest.raises(Refused, match="is approved and can no longer be edited"):
        reviewing.revise(desk, review_id, not_before=None, actor="ada")
    assert timing.set_not_before(desk, review_id, "", actor="ada") is None
    assert claim_history(desk, 1)[-1]["summary"] == f"review 1: not before: {describe_time(later)} → nothing"
    reviewing.publish(desk, review_id, reviewed_on="2024-05-03", actor="ben")


def test_a_time_that_is_past_is_refused_unless_the_review_has_it_already(desk):
    past = "2024-05-03T16:00Z"
    with pytest.raises(InvalidValue, match=r"is past, it is .*: give a later time, or none"):
        reviewing.draft(desk, 1, not_before=past, actor="ada")
    review_id = reviewing.draft(desk, 1, not_before=AHEAD, actor="ada")
    with pytest.raises(InvalidValue, match="is past"):
        timing.set_not_before(desk, review_id, past, actor="ada")
    let_the_time_come(desk, review_id)
    reviewing.revise(desk, review_id, not_before=past, headline="A form sends it again", actor="ada")


def test_what_is_due_is_published_once_in_the_name_of_its_approver(desk):
    """As after a day without power: dated on the day on which readers get it, unless it has a date."""
    review_id = approve_review(desk)
    let_the_time_come(desk, review_id)
    assert timing.publish_due(desk).done == [review_id]
    review = reviews.get(desk, review_id)
    assert (review.status, review.reviewed_on) == ("published", date.today().isoformat())
    assert [one["actor"] for one in claim_history(desk, 1)[-2:]] == ["ben", "ben"]
    assert timing.publish_due(desk) == timing.Published()
    correction = approve_correction(desk, review_id)
    assert describe_wait(reviews.get(desk, correction).not_before).startswith(", waits until ")
    let_the_time_come(desk, correction)
    timing.publish_due(desk)
    assert statuses(desk) == ["withdrawn", "published"]


def approve_correction(desk, review_id):
    correction = reviewing.correct(desk, review_id, note="We erred.", not_before=AHEAD, actor="ada")
    reviewing.submit(desk, correction, actor="ada")
    reviewing.approve(desk, correction, actor="ben")
    return correction


def test_a_correction_does_not_take_over_the_time(desk):
    """Its own time is another: the first verdict is public."""
    first = approve_review(desk)
    let_the_time_come(desk, first)
    timing.publish_due(desk)
    second = reviewing.correct(desk, first, note="We erred.", actor="ada")
    assert reviews.get(desk, second).not_before is None


def test_a_review_that_cannot_be_published_holds_no_other_back(desk):
    """Not what was sent back, either, or has no time."""
    for fields in (
        {"url": None},
        {"language": "en", "reviewed_on": "2024-05-01"},
        {"language": "cy", "url": f"{URL}/cy"},
        {"language": "fr", "reviewed_on": "2023-05-01"},
    ):
        let_the_time_come(desk, approve_review(desk, **fields))
    approve_review(desk, language="de", not_before=None)
    reviewing.send_back(desk, 3, actor="ben")
    published = timing.publish_due(desk)
    assert (published.done, published.without_address, [*published.refused]) == ([2], [1], [4])
    assert reviews.get(desk, 2).reviewed_on == "2024-05-01"
    assert "review 2 already has the address" in published.refused[4]
    assert statuses(desk) == ["approved", "published", "draft", "approved", "approved"]


def test_a_run_leaves_out_what_another_run_has_published_meanwhile(desk, monkeypatch):
    review_id = approve_review(desk)
    let_the_time_come(desk, review_id)
    found = reviews.whose_time_has_come(desk)
    reviewing.publish(desk, review_id, reviewed_on="2024-05-03", actor="ada")
    seen = iter([found, {}])
    monkeypatch.setattr(reviews, "whose_time_has_come", lambda db: next(seen))
    assert timing.publish_due(desk) == timing.Published()
