"""Drafting, approving and publishing reviews: always two people, with complete data and possible dates."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from claimtrack.core.desk.readiness import examine
from claimtrack.core.errors import InvalidTransition, InvalidValue, NotFound, Refused
from claimtrack.core.model import ReviewStatus, Status
from claimtrack.store import claims
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.store.reviews import publishers, ratings, readiness, reviews
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.reviews import reviewing
from claimtrack.workflow.setup import init_desk
from tests.clocks import date_changes
from tests.tables import each_row
from tests.workflow.reviews.conftest import URL, approve_and_publish, publish_review, status_of


def test_the_status_of_a_claim_follows_its_review(desk):
    statuses = [status_of(desk)]
    review_id = reviewing.draft(desk, 1, rating="Half true", actor="ada")
    statuses.append(status_of(desk))
    reviewing.submit(desk, review_id, actor="ada")
    statuses.append(status_of(desk))
    reviewing.send_back(desk, review_id, actor="ben")
    statuses.append(status_of(desk))
    reviewing.submit(desk, review_id, actor="ada")
    reviewing.approve(desk, review_id, actor="ben")
    reviewing.publish(desk, review_id, url=URL, reviewed_on="2024-05-03", actor="ada")
    statuses.append(status_of(desk))
    assert statuses == [Status.OPEN, Status.CHECKING, Status.IN_REVIEW, Status.CHECKING, Status.PUBLISHED]


def test_drafting_again_after_giving_up_a_draft_creates_a_new_one(desk):
    first = reviewing.draft(desk, 1, rating="Half true", actor="ada")
    assert reviewing.draft(desk, 1, rating="Half true", actor="ada") == first
    assert reviewing.draft(desk, 1, actor="ada") != first
    reviewing.give_up(desk, first, actor="ada")
    second = reviewing.draft(desk, 1, rating="Half true", actor="ada")
    assert (second != first, reviews.get(desk, second).status) == (True, ReviewStatus.DRAFT)


def test_a_published_review_names_its_drafter_and_approver(desk):
    review = reviews.get(desk, publish_review(desk))
    assert (review.drafted_by, review.approved_by, review.status) == ("ada", "ben", ReviewStatus.PUBLISHED)


def test_nobody_approves_their_own_draft(desk):
    review_id = reviewing.draft(desk, 1, rating="False", scale="Six-step truth scale", actor="ada")
    reviewing.submit(desk, review_id, actor="ada")
    # "Ada" is the same person.
    for actor in ("ada", "Ada", None):
        with pytest.raises(Refused, match="was drafted by ada: someone else must approve it"):
            reviewing.approve(desk, review_id, actor=actor)
    assert reviews.get(desk, review_id).status is ReviewStatus.SUBMITTED


@pytest.mark.parametrize("name", ["carl", "Carl", "CARL"])
def test_whoever_rewrote_a_draft_cannot_approve_it_under_any_case_of_their_name(desk, name):
    review_id = reviewing.draft(desk, 1, rating="Half true", summary="Rents doubled.", actor="ben")
    reviewing.revise(desk, review_id, summary="Rents fell by half.", actor="carl")
    reviewing.submit(desk, review_id, actor="ben")
    with pytest.raises(
        Refused,
        match="you changed what this review says or which claim it is about, so someone else must approve it",
    ):
        reviewing.approve(desk, review_id, actor=name)
    assert reviews.get(desk, review_id).status is ReviewStatus.SUBMITTED


@pytest.mark.parametrize(
    "sql",
    [
        # What ben approved must be what is published.
        "update reviews set summary = 'another verdict' where id = 1",
        "update reviews set rating_id = 4 where id = 1",
        "update reviews set status = 'published', rating_id = 4, url = 'https://a.example', reviewed_on = '2024-01-01' where id = 1",
        # An imported review would need no second person.
        "update reviews set origin = 'imported' where id = 1",
    ],
)
def test_plain_sql_cannot_bypass_an_approval(desk, sql):
    review_id = reviewing.draft(desk, 1, rating="Half true", actor="ada")
    reviewing.submit(desk, review_id, actor="ada")
    reviewing.approve(desk, review_id, actor="ben")
    before = reviews.get(desk, review_id)
    with pytest.raises(Exception, match="Refused: "):
        desk.conn.execute(sql)
    assert reviews.get(desk, review_id) == before


def test_an_approval_reads_only_the_history_of_its_claim(desk):
    """Of 3,000 verdicts, each took a tenth of a second: all changes of evidence and of appearances, on all claims, were read."""
    review_id = reviewing.draft(desk, 1, rating="False", scale="Four-step scale", actor="ada")
    reviewing.submit(desk, review_id, actor="ada")
    sql = """
        with recursive numbers (n) as (select 2 union all select n + 1 from numbers where n < 2000)
        insert into history (table_name, row_id, claim_id, operation, old_row, new_row, actor)
        select 'evidence', n, n, 'update', '{"title": "A"}', '{"title": "B"}', 'ben' from numbers
    """
    with write_transaction(desk, "ben"):
        desk.execute(sql)
    steps = []
    desk.conn.set_progress_handler(lambda: steps.append(1) and None, 100)
    reviewing.approve(desk, review_id, actor="ben")
    desk.conn.set_progress_handler(None, 0)
    assert len(steps) < 150  # 314 with all of them


def test_returning_a_review_to_draft_removes_its_approval(desk):
    review_id = reviewing.draft(desk, 1, rating="Half true", actor="ada")
    reviewing.submit(desk, review_id, actor="ada")
    reviewing.approve(desk, review_id, actor="ben")
    reviewing.send_back(desk, review_id, actor="ada")
    assert reviews.get(desk, review_id).approved_by is None
    reviewing.revise(desk, review_id, rating="Mostly false", scale="Four-step scale", actor="ada")
    reviewing.submit(desk, review_id, actor="ada")
    remedies = r"is submitted: it can go to draft \(`claimtrack review return 1`\), approved \(`claimtrack review approve 1`"
    with pytest.raises(InvalidTransition, match=remedies):
        reviewing.publish(desk, review_id, url=URL, reviewed_on="2024-05-03", actor="ada")
    with pytest.raises(
        InvalidTransition,
        match=r"^review 1 is already submitted, by ada: it can go to draft .*1`\), withdrawn .*`\)$",
    ):
        reviewing.submit(desk, review_id, actor="ada")


def test_an_imported_review_cannot_belong_to_the_desk_itself(desk):
    desk_publisher, _ = publishers.find_desk(desk)
    with pytest.raises(
        Exception, match="reviews of our own desk cannot be imported; draft and approve them here"
    ):
        desk.conn.execute(
            "insert into reviews (claim_id, publisher_id, origin) values (1, ?, 'imported')", [desk_publisher]
        )


@pytest.mark.parametrize(
    ("fields", "missing"),
    [
        ({}, "its address and its date"),
        ({"url": URL}, "its date"),
        ({"reviewed_on": "2024-05-03"}, "its address"),
    ],
)
def test_publishing_an_incomplete_review_names_what_is_missing(desk, fields, missing):
    review_id = reviewing.draft(desk, 1, rating="Half true", actor="ada")
    reviewing.submit(desk, review_id, actor="ada")
    reviewing.approve(desk, review_id, actor="ben")
    with pytest.raises(InvalidValue, match=f"{missing} (is|are) missing"):
        reviewing.publish(desk, review_id, actor="ada", **fields)
    assert status_of(desk) is Status.IN_REVIEW


def test_publishing_an_incomplete_review_names_the_command_that_completes_it(desk):
    correction = reviewing.correct(desk, publish_review(desk), note="A wrong figure.", actor="ada")
    with pytest.raises(
        InvalidValue, match=r"its date is missing.*`claimtrack review publish 2 --date YYYY-MM-DD`"
    ):
        approve_and_publish(desk, correction)
    reviewing.publish(desk, correction, reviewed_on="2024-06-01", actor="ada")
    assert reviews.get(desk, correction).url == URL


@pytest.mark.parametrize(("day", "is_accepted"), [("2024-04-02", False), ("2024-04-03", True)])
def test_a_review_cannot_be_dated_before_its_claim_was_first_made(desk, day, is_accepted):
    for said_on in ("2024-05-03", "2024-04-03"):
        new = NewClaim("Rent doubled in ten years", source="https://x.example", claimed_on=said_on)
        add_claim(desk, new, actor="ada")
    review_id = reviewing.draft(desk, 1, rating="Half true", url=URL, actor="ada")
    if is_accepted:
        approve_and_publish(desk, review_id, reviewed_on=day)
        return
    with pytest.raises(InvalidValue, match=f"cannot be dated {day}, before its claim was made"):
        approve_and_publish(desk, review_id, reviewed_on=day)
    conditions = [
        condition.rule
        for claim in readiness.dossiers(desk, [1])
        for condition in examine(replace(claim, reviewed_on=day))
    ]
    assert "dated_before_the_claim" in conditions


def test_a_review_without_a_rating_cannot_be_submitted(desk):
    review_id = reviewing.draft(desk, 1, actor="ada")
    with pytest.raises(InvalidValue, match="has no rating yet"):
        reviewing.submit(desk, review_id, actor="ada")


def test_a_rating_of_several_scales_needs_its_scale(desk):
    with pytest.raises(
        InvalidValue, match='with --scale "Six-step truth scale" or --scale "Four-step scale"'
    ):
        reviewing.draft(desk, 1, rating="False", actor="ada")
    with pytest.raises(NotFound, match=r"there is no rating 'Pants on fire'. Ratings: True, Mostly true"):
        reviewing.draft(desk, 1, rating="Pants on fire", actor="ada")
    assert status_of(desk) is Status.OPEN


def test_a_retired_rating_stays_on_old_reviews_but_cannot_be_given_again(desk):
    review_id = publish_review(desk, rating="Half true")
    with write_transaction(desk, "ada"):
        ratings.retire(desk, "six-step truth scale", "half true")
    [row] = desk.query("select rating from review_sheet where id = ?", [review_id])
    assert row["rating"] == "Half true"
    with pytest.raises(NotFound, match="no rating 'Half true'"):
        reviewing.draft(desk, 1, rating="Half true", actor="ada")


def test_a_published_review_cannot_be_revised(desk):
    review_id = publish_review(desk)
    with pytest.raises(Refused, match="is published and can no longer be"):
        reviewing.revise(desk, review_id, summary="Never mind", actor="ada")


def test_a_rating_of_several_scales_is_taken_from_the_scale_of_the_last_review(desk):
    approve_and_publish(
        desk, reviewing.draft(desk, 1, rating="Half true", actor="ada"), url=URL, reviewed_on="2024-05-03"
    )
    with write_transaction(desk, "ada"):
        other = claims.add(desk, "Rents fell by a tenth.", claimant_id=None, status=Status.OPEN)
    next_id = reviewing.draft(desk, other, rating="False", actor="ada")
    [row] = desk.query("select scale from review_sheet where id = ?", [next_id])
    assert row["scale"] == "Six-step truth scale"


def test_a_last_review_on_a_scale_without_the_rating_is_skipped(desk):
    reviewing.draft(desk, 1, rating="Half true", actor="ada")  # only on the six-step scale
    with write_transaction(desk, "ada"):
        ratings.add_scale(desk, "Satire", description=None, worst=None, best=None)
        ratings.add_rating(desk, "Satire", "Satirical", position=1, value=None, definition=None)
    reviewing.draft(desk, 1, rating="Satirical", actor="ada")
    review_id = reviewing.draft(desk, 1, rating="False", actor="ada")
    [row] = desk.query("select scale from review_sheet where id = ?", [review_id])
    assert row["scale"] == "Six-step truth scale"


def test_a_correction_takes_its_rating_from_the_scale_of_the_old_verdict(desk):
    old = publish_review(desk, rating="Mostly false", scale="Six-step truth scale")
    new = reviewing.correct(desk, old, note="A wrong figure.", rating="False", actor="ada")
    reviewing.revise(desk, new, rating="True", actor="ada")
    [row] = desk.query("select rating, scale from review_sheet where id = ?", [new])
    assert (row["rating"], row["scale"]) == ("True", "Six-step truth scale")


def test_an_unknown_scale_is_refused_with_the_names_of_known_ones(desk):
    with pytest.raises(NotFound, match=r"there is no scale 'Stars'. Scales: Six-step truth scale"):
        reviewing.draft(desk, 1, rating="False", scale="Stars", actor="ada")


@pytest.mark.parametrize("code", ["en", "pt-BR", "zh-Hant", "de-CH"])
def test_a_review_accepts_language_codes(desk, code):
    assert reviews.get(desk, reviewing.draft(desk, 1, language=code, actor="ada")).language == code


@each_row("code", ["Older English", "0", "a" * 5000, "'; drop table"])
def test_an_invalid_language_code_is_refused(desk, code):
    with pytest.raises(InvalidValue, match=r"not a known language: .*Give its code, such as cy"):
        reviewing.draft(desk, 1, language=code, actor="ada")


def test_a_review_is_withdrawn_on_the_given_day_or_today(desk):
    """Old withdrawals may be entered much later, but never with a day before the verdict."""
    review_id = publish_review(desk)
    with pytest.raises(InvalidValue, match="cannot be withdrawn on 2024-05-02, before the date of its"):
        reviewing.withdraw(desk, review_id, note="Gone.", withdrawn_on="2024-05-02", actor="ben")
    reviewing.withdraw(desk, review_id, note="Gone.", withdrawn_on="2024-05-03", actor="ben")
    assert [row["changed_on"] for row in desk.query("select * from correction_sheet")] == ["2024-05-03"]
    second = publish_review(desk)
    reviewing.withdraw(desk, second, note="Gone, too.", withdrawn_on=" ", actor="ben")
    assert date.today().isoformat() in [
        row["changed_on"] for row in desk.query("select * from correction_sheet")
    ]


def test_a_withdrawal_without_a_day_is_of_the_local_day_and_stays_so_elsewhere(
    desk, on_another_day, set_time_zone
):
    """In the morning of Auckland, UTC has the day before: the verdict was withdrawn before it was published."""
    today = date.today().isoformat()
    assert today != datetime.now(UTC).date().isoformat()
    reviewing.withdraw(desk, publish_review(desk), note="Gone.", actor="ben")
    for zone in ("EAST-14", "UTC0", "WEST+12"):
        set_time_zone(zone)
        assert [row["changed_on"] for row in desk.query("select * from correction_sheet")] == [today], zone


def test_a_withdrawal_by_another_program_is_of_the_local_day_of_entry_and_not_before_the_verdict(
    desk, set_time_zone
):
    publish_review(desk)
    with write_transaction(desk, "ada"):
        desk.execute("update reviews set status = 'withdrawn', correction_note = 'Gone.'")
    for zone, moment, day in (
        ("NZST-12", "2024-05-03T20:30:00.000Z", "2024-05-04"),
        ("UTC0", "2024-05-03T20:30:00.000Z", "2024-05-03"),
        ("HST10", "2024-05-03T05:00:00.000Z", "2024-05-03"),  # there, the verdict is of tomorrow
    ):
        date_changes(desk, "reviews", moment)
        set_time_zone(zone)
        assert [row["changed_on"] for row in desk.query("select * from correction_sheet")] == [day], zone


def test_a_verdict_may_have_the_day_of_its_claim_where_tomorrow_has_begun(desk):
    """In Auckland it is Friday, and this desk's computer is in London: dated Thursday, the verdict would be older than its claim."""
    friday = "2024-05-03"
    with write_transaction(desk, "ada"):
        claims.update(desk, 1, claimed_on=friday)
    review_id = reviewing.draft(desk, 1, rating="Half true", url=URL, actor="ada")
    reviewing.submit(desk, review_id, actor="ada")
    reviewing.approve(desk, review_id, actor="ben")
    with pytest.raises(InvalidValue, match=r"dated 2024-05-04.*give it 2024-05-03, with .*--date 2024-05-03"):
        reviewing.publish(desk, review_id, reviewed_on="2024-05-04", today="2024-05-02", actor="ada")
    reviewing.publish(desk, review_id, reviewed_on=friday, today="2024-05-02", actor="ada")
    correction = reviewing.correct(desk, review_id, note="A wrong figure.", reviewed_on=friday, actor="ada")
    approve_and_publish(desk, correction, today="2024-05-02")
    assert reviews.get(desk, correction).reviewed_on == friday


FUTURE = "2999-01-01"


def test_no_step_of_a_review_can_be_dated_in_the_future(desk):
    with pytest.raises(InvalidValue, match=f"{FUTURE} is in the future: give a date up to today"):
        reviewing.draft(desk, 1, reviewed_on=FUTURE, actor="ada")
    review_id = reviewing.draft(desk, 1, rating="Half true", url=URL, actor="ada")
    with pytest.raises(InvalidValue, match="is in the future: give a date up to today"):
        approve_and_publish(desk, review_id, reviewed_on=FUTURE)
    # A date from before this rule, or set by plain SQL, is checked again on publishing.
    reviewing.send_back(desk, review_id, actor="ben")
    with write_transaction(desk, "ada"):
        reviews.update(desk, review_id, reviewed_on=FUTURE)
    reviewing.submit(desk, review_id, actor="ada")
    reviewing.approve(desk, review_id, actor="ben")
    with pytest.raises(InvalidValue, match="is in the future: give a date up to today"):
        reviewing.publish(desk, review_id, actor="ada")
    reviewing.publish(desk, review_id, reviewed_on="2024-05-03", actor="ada")
    with pytest.raises(InvalidValue, match="is in the future: give a date up to today"):
        reviewing.correct(desk, review_id, note="Hm.", reviewed_on=FUTURE, actor="ada")
    with pytest.raises(InvalidValue, match="is in the future: give a date up to today"):
        reviewing.withdraw(desk, review_id, note="Gone.", withdrawn_on=FUTURE, actor="ada")


def test_no_review_is_published_before_its_date_if_the_caller_knows_the_day(desk):
    review_id = reviewing.draft(desk, 1, rating="Half true", url=URL, reviewed_on="2024-05-03", actor="ada")
    reviewing.submit(desk, review_id, actor="ada")
    reviewing.approve(desk, review_id, actor="ben")
    with pytest.raises(InvalidValue, match="is dated 2024-05-03, and readers would get it now: leave it"):
        reviewing.publish(desk, review_id, today="2024-05-02", actor="ada")
    assert reviews.get(desk, review_id).status is ReviewStatus.APPROVED
    reviewing.publish(desk, review_id, today="2024-05-03", actor="ada")


def test_another_review_leaves_a_published_claim_published(desk):
    publish_review(desk)
    second = reviewing.draft(desk, 1, rating="Half true", actor="ada")
    reviewing.submit(desk, second, actor="ada")
    assert status_of(desk) is Status.PUBLISHED


def test_a_review_does_not_change_the_status_of_a_rejected_claim(desk):
    with write_transaction(desk, "ada"):
        claims.set_status(desk, 1, Status.REJECTED)
    publish_review(desk)
    assert status_of(desk) is Status.REJECTED


def test_drafting_on_a_desk_without_a_name_names_the_remedy(desk_path):
    init_desk(desk_path, actor=None)
    db = open_desk(desk_path)
    with write_transaction(db, "ada"):
        claims.add(db, "Rent doubled in ten years")
    with pytest.raises(InvalidValue, match="init --name"):
        reviewing.draft(db, 1, actor="ada")
    db.close()


def test_history_records_who_took_each_step_of_a_review(desk):
    review_id = publish_review(desk)
    steps = [
        (row["actor"], row["status"])
        for row in desk.query(
            "select actor, new_row ->> 'status' as status from history"
            " where table_name = 'reviews' and row_id = ? order by id",
            [review_id],
        )
    ]
    assert steps == [("ada", "draft"), ("ada", "submitted"), ("ben", "approved"), ("ada", "published")]


def test_the_texts_of_a_review_are_cleaned_of_invisible_and_invalid_characters(desk):
    review_id = reviewing.draft(
        desk,
        1,
        headline="\u200b",
        summary=" It rose\udce9\0\nby 60 percent. ",
        rating="Half\0 true",
        actor="ada",
    )
    review = reviews.get(desk, review_id)
    assert (review.headline, review.summary) == (None, "It rose\ufffd\nby 60 percent.")
    assert review.rating_id is not None


def test_an_overlong_summary_is_refused_with_a_remedy(desk):
    with pytest.raises(InvalidValue, match=r"the summary .* the limit is 100,000: shorten it"):
        reviewing.draft(desk, 1, summary="x" * 100_001, actor="ada")


@pytest.mark.parametrize("note", ["\u200b", " \0 "])
def test_an_invisible_public_note_counts_as_missing(desk, note):
    review_id = publish_review(desk)
    with pytest.raises(InvalidValue, match="public note"):
        reviewing.correct(desk, review_id, note=note, actor="ada")
    with pytest.raises(InvalidValue, match="public note"):
        reviewing.withdraw(desk, review_id, note=note, actor="ada")
