"""Updating a published verdict that was right when it was given, and the day to look again."""

import pytest

from claimtrack.core.errors import InvalidValue, Refused
from claimtrack.core.model import Status
from claimtrack.store import claims, statistics
from claimtrack.store.reviews import reviews
from claimtrack.workflow import desk as desk_work
from claimtrack.workflow.dossier import claim_history
from claimtrack.workflow.reviews import reviewing
from tests.workflow.reviews.conftest import URL, approve_and_publish, publish_review, status_of


def due_on(desk):
    return claims.get(desk, 1).due_on


def test_an_update_replaces_a_verdict_and_is_no_correction(desk):
    """So is a correction after it no update: each is counted as what it is."""
    first = publish_review(desk)
    second = reviewing.correct(
        desk, first, note="A new law.", rating="Mostly true", is_update=True, actor="ada"
    )
    assert reviews.get(desk, second).replacement == "update"
    approve_and_publish(desk, second, reviewed_on="2024-06-01")
    third = reviewing.correct(desk, second, note="A typing error.", actor="ada")
    approve_and_publish(desk, third, reviewed_on="2024-07-01")
    sheet = desk.query("select id, action, rating_before, rating_after, changed_on from correction_sheet")
    assert sorted(map(tuple, (row.values() for row in sheet))) == [
        (second, "updated", "Half true", "Mostly true", "2024-06-01"),
        (third, "corrected", "Mostly true", "Mostly true", "2024-07-01"),
    ]
    replaced = desk.query("select status, corrected_by_id, updated_by_id from review_overview order by id")
    assert [tuple(row.values()) for row in replaced] == [
        ("withdrawn", None, second), ("withdrawn", third, None), ("published", None, None),
    ]  # fmt: skip
    counts = {(row["figure"], row["status"]): row["count"] for row in (*statistics.totals(desk), *statistics.of_period(desk, statistics.Period()))}  # fmt: skip
    of_replacements = (
        ("corrections", None),
        ("updates", None),
        ("verdicts_corrected", None),
        ("verdicts_updated", None),
        ("reviews_of_ours", "updated"),
    )
    assert [counts[what] for what in of_replacements] == [1, 1, 1, 1, 1]
    assert any("updates review 1; Mostly true; update note: A new law." in row["summary"] for row in claim_history(desk, 1))  # fmt: skip


def test_an_update_follows_the_rules_of_a_correction(desk):
    first = publish_review(desk)
    with pytest.raises(InvalidValue, match="an update needs a public note"):
        reviewing.correct(desk, first, note=" ", is_update=True, actor="ada")
    second = reviewing.correct(desk, first, note="A new law.", is_update=True, actor="ada")
    with pytest.raises(Refused, match=f"review {second} is already an update of review {first}"):
        reviewing.correct(desk, first, note="We erred.", actor="ada")
    with pytest.raises(Refused, match="someone else must approve it"):
        reviewing.submit(desk, second, actor="ada")
        reviewing.approve(desk, second, actor="ada")
    reviewing.approve(desk, second, actor="ben")
    reviewing.withdraw(desk, second, actor="ada")
    assert [one.id for one in reviews.published_reviews(desk, 1)] == [first]


def test_until_it_is_approved_a_correction_can_become_an_update_and_the_reverse(desk):
    first = publish_review(desk)
    second = reviewing.correct(desk, first, note="We erred.", actor="ada")
    reviewing.submit(desk, second, actor="ada")
    reviewing.revise(desk, second, is_update=True, note="A new law.", actor="cid")
    now = reviews.get(desk, second)
    assert (now.replacement, now.correction_note) == ("update", "A new law.")
    assert any("is update: no → yes" in row["summary"] for row in claim_history(desk, 1))
    with pytest.raises(InvalidValue, match="a correction needs a public note"):
        reviewing.revise(desk, second, is_update=False, note=" ", actor="ada")
    with pytest.raises(Refused, match="someone else must approve it"):
        reviewing.approve(desk, second, actor="cid")
    reviewing.approve(desk, second, actor="ben")
    with pytest.raises(Refused, match="is approved and can no longer be edited"):
        reviewing.revise(desk, second, is_update=False, actor="ada")
    for told in ({"is_update": True}, {"note": "Hm."}):
        other = reviewing.draft(desk, 1, actor="ada")
        with pytest.raises(Refused, match="is neither a correction nor an update"):
            reviewing.revise(desk, other, **told, actor="ada")


def test_the_first_publication_meets_the_due_day_and_may_give_one_to_look_again(desk):
    desk_work.set_due_on(desk, 1, "2999-05-03", actor="ada")
    first = publish_review(desk)
    assert due_on(desk) is None
    second = reviewing.correct(desk, first, note="A new law.", is_update=True, actor="ada")
    with pytest.raises(InvalidValue, match="soon"):
        approve_and_publish(desk, second, reviewed_on="2024-06-01", look_again="soon")
    done = reviewing.publish(desk, second, reviewed_on="2024-06-01", look_again="2024-12-01", actor="ada")
    assert (done.after, due_on(desk)) == ("2024-12-01", "2024-12-01")


def test_a_claim_that_is_published_without_a_review_has_met_its_due_day_too(desk):
    desk_work.set_due_on(desk, 1, "2024-05-03", actor="ada")
    for status in (Status.CHECKING, Status.IN_REVIEW, Status.PUBLISHED):
        assert due_on(desk) == "2024-05-03"
        desk_work.set_status(desk, 1, status, actor="ada")
    assert due_on(desk) is None


def test_a_replacement_that_is_given_up_leaves_the_day_to_look_again(desk):
    first = publish_review(desk)
    desk_work.set_due_on(desk, 1, "2024-05-01", actor="ada")
    reviewing.withdraw(
        desk, reviewing.correct(desk, first, note="Hm.", is_update=True, actor="ada"), actor="ada"
    )
    assert (status_of(desk), due_on(desk)) == (Status.PUBLISHED, "2024-05-01")


@pytest.mark.parametrize(("published_on", "stays"), [("2024-11-30", True), ("2024-12-01", False)])
def test_a_replacement_leaves_the_day_to_look_again_if_that_is_after_it(desk, published_on, stays):
    first = publish_review(desk)
    desk_work.set_due_on(desk, 1, "2024-12-01", actor="ada")
    second = reviewing.correct(desk, first, note="A typing error.", actor="ada")
    approve_and_publish(desk, second, reviewed_on=published_on)
    assert due_on(desk) == ("2024-12-01" if stays else None)


@pytest.mark.parametrize("is_being_corrected", [False, True])
def test_a_verdict_in_a_second_language_leaves_the_day_to_look_again(desk, is_being_corrected):
    first = publish_review(desk, language="en")
    if is_being_corrected:
        reviewing.correct(desk, first, note="A typing error.", actor="ada")
    desk_work.set_due_on(desk, 1, "2024-04-01", actor="ada")
    publish_review(desk, language="cy", url=f"{URL}/cy")
    assert due_on(desk) == "2024-04-01"
