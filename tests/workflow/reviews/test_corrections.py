"""What becomes of a verdict that is out: it is corrected or taken back, and what two people signed stays as it was."""

import pytest

from claimtrack.core.desk.readiness import examine
from claimtrack.core.errors import InvalidValue, Refused
from claimtrack.core.model import ReviewStatus, Status
from claimtrack.store import claims, clusters, statistics
from claimtrack.store.file.database import write_transaction
from claimtrack.store.reviews import readiness, reviews
from claimtrack.workflow import desk as desk_work
from claimtrack.workflow import editing, linking
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.reviews import linting, reviewing
from claimtrack.workflow.setup import init_desk
from tests.workflow.reviews.conftest import URL, finish, published, status_of


def test_a_correction_takes_the_place_of_the_old_verdict_and_keeps_it(desk):
    old = published(desk, rating="Half true", summary="Rent rose by 60 percent.")
    new = reviewing.correct(
        desk,
        old,
        note="We had left out Wales.",
        rating="Mostly false",
        scale="Six-step truth scale",
        actor="ada",
    )
    assert status_of(desk) is Status.CHECKING
    # Until the correction is out, the old verdict stands.
    assert reviews.get(desk, old).status is ReviewStatus.PUBLISHED
    finish(desk, new, reviewed_on="2024-06-01")
    assert status_of(desk) is Status.PUBLISHED
    assert reviews.get(desk, old).status is ReviewStatus.WITHDRAWN
    [row] = desk.query("select * from correction_sheet")
    assert (row["rating_before"], row["rating_after"], row["note"], row["url"]) == (
        "Half true",
        "Mostly false",
        "We had left out Wales.",
        URL,
    )
    assert reviews.get(desk, new).summary == "Rent rose by 60 percent."
    [overview] = desk.query("select rating from claim_overview")
    assert overview["rating"] == "Mostly false"


def test_a_correction_needs_a_public_note_and_one_at_a_time(desk):
    old = published(desk)
    with pytest.raises(InvalidValue, match="public note"):
        reviewing.correct(desk, old, note="  ", actor="ada")
    first = reviewing.correct(desk, old, note="A typing error.", actor="ada")
    with pytest.raises(
        Refused, match=f"review {first} is already a correction of review {old}: finish that one"
    ):
        reviewing.correct(desk, old, note="Another.", actor="ben")


def test_a_correction_given_up_leaves_the_review_standing(desk):
    old = published(desk)
    new = reviewing.correct(desk, old, note="Hm.", actor="ada")
    reviewing.submit(desk, new, actor="ada")
    reviewing.approve(desk, new, actor="ben")
    reviewing.withdraw(desk, new, actor="ada")
    assert status_of(desk) is Status.PUBLISHED
    assert list(desk.query("select * from correction_sheet")) == []


def test_a_withdrawn_review_keeps_its_verdict_and_says_why(desk):
    review_id = published(desk)
    with pytest.raises(InvalidValue, match="public note that says why"):
        reviewing.withdraw(desk, review_id, actor="ben")
    reviewing.withdraw(desk, review_id, note="The source retracted its figures.", actor="ben")
    assert status_of(desk) is Status.CHECKING
    [row] = desk.query("select * from correction_sheet")
    assert (row["action"], row["rating_before"]) == ("withdrawn", "Half true")
    assert [one["rating"] for one in desk.query("select rating from claim_overview")] == [None]


def test_a_correction_is_not_of_a_day_before_the_verdict_it_corrects(desk):
    old = published(desk)
    with pytest.raises(
        InvalidValue,
        match=r"the correction cannot be dated 2024-05-02, before the verdict it corrects .2024-05-03, review",
    ):
        reviewing.correct(desk, old, note="A wrong figure.", reviewed_on="2024-05-02", actor="ada")
    assert (status_of(desk), reviews.corrections_of(desk, old)) == (Status.PUBLISHED, [])
    new = reviewing.correct(desk, old, note="A wrong figure.", actor="ada")
    with pytest.raises(InvalidValue, match=", before the verdict it corrects"):
        finish(desk, new, reviewed_on="2024-05-02")
    reviewing.publish(desk, new, reviewed_on="2024-05-03", actor="ada")  # the same day is none before
    assert reviews.get(desk, old).status is ReviewStatus.WITHDRAWN


def test_a_second_verdict_on_a_claim_is_a_correction_or_comes_after_a_withdrawal(desk):
    first = published(desk)
    second = reviewing.draft(desk, 1, rating="Absurd", url=URL + "/2", reviewed_on="2024-06-01", actor="ada")
    with pytest.raises(
        Refused,
        match=f"already has a published verdict of this desk, review {first}.*review correct",
    ):
        finish(desk, second)
    reviewing.withdraw(desk, first, note="The source retracted.", actor="ben")
    reviewing.publish(desk, second, actor="ada")
    assert [one.id for one in reviews.published_reviews(desk, 1)] == [second]


def test_the_same_verdict_stands_in_two_languages_and_each_is_corrected_alone(desk):
    english = published(desk, language="en")
    welsh = published(desk, language="cy", url=URL + "/cy")
    assert [one.id for one in reviews.published_reviews(desk, 1)] == [english, welsh]
    with pytest.raises(
        Refused, match=f"claim 1 already has a published verdict of this desk, review {welsh}"
    ):
        published(desk, language="cy", url=URL + "/cy2")
    new = reviewing.correct(desk, english, note="A wrong figure.", rating="Absurd", actor="ada")
    finish(desk, new, reviewed_on="2024-06-01")
    assert [one.id for one in reviews.published_reviews(desk, 1)] == [welsh, new]


def test_no_verdict_is_corrected_into_the_language_of_another(desk):
    english = published(desk, language="en")
    welsh = published(desk, language="cy", url=URL + "/cy")
    with pytest.raises(Refused, match="already has a published verdict in cy,"):
        reviewing.correct(desk, english, note="A wrong figure.", language="cy", actor="ada")
    new = reviewing.correct(desk, english, note="A wrong figure.", language="de", actor="ada")
    reviewing.revise(desk, new, language="cy", actor="ada")
    with pytest.raises(Refused, match="already has a published verdict in cy,"):
        finish(desk, new, reviewed_on="2024-06-01")
    assert [one.id for one in reviews.published_reviews(desk, 1)] == [english, welsh]


def test_two_verdicts_from_before_the_rule_open_and_either_is_put_right(desk, desk_path):
    first = published(desk)
    second = reviewing.draft(desk, 1, rating="Absurd", url=URL + "/2", reviewed_on="2024-06-01", actor="ada")
    reviewing.submit(desk, second, actor="ada")
    reviewing.approve(desk, second, actor="ben")
    with write_transaction(desk, "ada"):
        rule, sql = desk.execute(
            "select name, sql from sqlite_master where name = 'reviews_one_verdict_stands'"
        ).fetchone()
        desk.execute(f"drop trigger {rule}")
        reviews.set_status(desk, reviews.get(desk, second), ReviewStatus.PUBLISHED)
        desk.execute(sql)
    init_desk(desk_path, actor=None)  # as an upgrade does: the rules are laid over the rows there are
    assert [one.id for one in reviews.published_reviews(desk, 1)] == [first, second]
    new = reviewing.correct(desk, second, note="A wrong figure.", actor="ada")
    finish(desk, new, reviewed_on="2024-07-01")
    reviewing.withdraw(desk, first, note="Superseded.", actor="ben")
    assert [one.id for one in reviews.published_reviews(desk, 1)] == [new]


def test_a_withdrawn_correction_counts_once(desk):
    """It was put right and taken back: two rows of the corrections, one review."""
    old = published(desk)
    new = reviewing.correct(desk, old, note="A typing error.", reviewed_on="2024-06-01", actor="ada")
    reviewing.submit(desk, new, actor="ada")
    reviewing.approve(desk, new, actor="ben")
    reviewing.publish(desk, new, actor="ada")
    reviewing.withdraw(desk, new, note="Both were wrong.", actor="ben")
    assert len(list(desk.query("select * from correction_sheet"))) == 2
    assert {row["what"]: row["count"] for row in statistics.totals(desk)}["corrections"] == 1


def test_a_correction_that_was_never_public_is_no_verdict_that_was_taken_back(desk):
    old = published(desk)
    new = reviewing.correct(desk, old, note="It is worse.", rating="False", actor="ada")
    reviewing.submit(desk, new, actor="ada")
    reviewing.approve(desk, new, actor="ben")
    reviewing.withdraw(desk, old, note="The source retracted its figures.", actor="ben")
    reviewing.withdraw(desk, new, note="Nor does this hold.", actor="ada")
    assert clusters.withdrawn_ratings(desk, [{"id": 1, "rating": None}]) == {1: "Half true"}


# ── what is published is what was signed ────────────────────────────────────────────────────────


def public(desk):
    """What a reader is told of each published verdict: the claim, whose it is, when it was made."""
    return desk.execute("select claim, claimant, claimed_on from claimreview_sheet order by id").fetchall()


def edited(desk, text, claimant="Ada Miller", claimed_on="2024-04-22"):
    editing.edit_claim(desk, 1, text=text, claimant=claimant, claimed_on=claimed_on, actor="ada")


@pytest.fixture
def signed(desk):
    edited(desk, "Rent doubled in ten years")
    return published(desk)


SIGNED = ("Rent doubled in ten years", "Ada Miller", "2024-04-22")


def test_one_person_changes_neither_the_words_nor_the_claimant_of_a_verdict_that_is_out(desk, signed):
    with pytest.raises(Refused, match="which readers can see: correct or withdraw the review"):
        desk_work.set_status(desk, 1, Status.CHECKING, actor="ada")
    for words, claimant in (("Rent fell", "Ada Miller"), ("Rent doubled in ten years", "Cid Vale")):
        with pytest.raises(Refused, match="a verdict on this claim was approved as the claim is now"):
            edited(desk, words, claimant)
    assert public(desk) == [SIGNED]
    assert status_of(desk) is Status.PUBLISHED


def test_a_slip_in_the_claim_is_mended_by_a_correction_and_public_once_that_is_signed(desk, signed):
    correction = reviewing.correct(desk, signed, note="It was in nine years.", actor="ada")
    edited(desk, "Rent doubled in nine years")
    assert public(desk) == [SIGNED]
    assert readings(desk, signed) == SIGNED[0]
    finish(desk, correction, reviewed_on="2024-06-01")
    assert public(desk) == [("Rent doubled in nine years", *SIGNED[1:])]
    assert readings(desk, signed) == SIGNED[0]


def readings(desk, review_id):
    """The claim as the desk's page of verdicts has it."""
    return desk.execute("select claim from review_overview where id = ?", [review_id]).fetchone()[0]


def test_a_correction_that_is_given_up_leaves_the_claim_as_it_was_signed(desk, signed):
    correction = reviewing.correct(desk, signed, note="It was in nine years.", actor="ada")
    edited(desk, "Rent doubled in nine years", "Cid Vale", None)
    reviewing.submit(desk, correction, actor="ada")
    reviewing.approve(desk, correction, actor="ben")
    reviewing.withdraw(desk, correction, actor="ada")
    claim = claims.get(desk, 1)
    assert (claim.text, claim.claimant, claim.claimed_on, claim.status) == (*SIGNED, Status.PUBLISHED)


def test_a_claimant_who_is_renamed_is_told_as_signed(desk, signed):
    with write_transaction(desk, "ada"):
        desk.execute("update claimants set name = 'Cid Vale', kind = 'person', role = 'mayor'")
    assert public(desk) == [SIGNED]


def test_a_verdict_after_one_that_was_taken_back_is_signed_for_what_the_claim_says_by_then(desk, signed):
    reviewing.withdraw(desk, signed, note="We look again.", actor="cid")
    edited(desk, "Rent doubled in nine years")
    with pytest.raises(Refused, match="`claimtrack review draft 1`"):
        reviewing.send_back(desk, signed, actor="ben")
    another = published(desk)
    assert public(desk) == [("Rent doubled in nine years", *SIGNED[1:])]
    assert readings(desk, signed) == SIGNED[0]
    assert [row["id"] for row in desk.query("select id from correction_sheet")] == [signed]
    assert reviews.published_reviews(desk, 1)[0].id == another


def test_a_draft_that_was_given_up_is_taken_up_again(desk):
    review_id = reviewing.draft(desk, 1, rating="Half true", url=URL, actor="ada")
    reviewing.withdraw(desk, review_id, withdrawn_on="2024-05-01", actor="ada")
    reviewing.send_back(desk, review_id, actor="ada")
    finish(desk, review_id, reviewed_on="2024-05-03")
    reviewing.withdraw(desk, review_id, note="Gone.", actor="ben")
    assert reviews.get(desk, review_id).withdrawn_on is None  # not the day on which the draft was given up


def test_a_repeat_that_names_a_claimant_adds_none_to_a_claim_whose_verdict_is_out(desk):
    published(desk)
    repeat = NewClaim("Rent doubled in ten years", claimant="Cid Vale", source="https://news.example/1")
    assert add_claim(desk, repeat, actor="ada").claim_id == 1
    assert claims.get(desk, 1).claimant is None


def test_evidence_is_added_at_any_time_and_what_was_signed_is_kept(desk):
    first = linking.add_link(desk, 1, "https://stats.example", actor="ada")
    published(desk)
    later = linking.add_link(desk, 1, "https://stats.example/later", actor="ada")
    with pytest.raises(Refused, match="an approved verdict uses this source"):
        linking.remove_link(desk, first, actor="ada")
    linking.remove_link(desk, later, actor="ada")
    reviewing.correct(desk, 1, note="That link was wrong.", actor="ada")
    linking.remove_link(desk, first, actor="ada")


# ── what readers had stays ──────────────────────────────────────────────────────────────────────


def told_in_public(desk):
    sheet = (
        "select rating_before, rating_after, note, changed_on, url from correction_sheet order by id, action"
    )
    return desk.execute(sheet).fetchall(), desk.execute(
        "select rating, url, summary from claimreview_sheet"
    ).fetchall()


@pytest.mark.parametrize(
    "fields", [{"rating": "Absurd"}, {"language": "de"}, {"url": URL + "/other"}, {"summary": "So it is."}]
)
@pytest.mark.parametrize("how", ["approved", "published", "corrected", "withdrawn"])
def test_nobody_rewrites_what_two_people_signed(desk, how, fields):
    first = reviewing.draft(desk, 1, rating="Half true", url=URL, reviewed_on="2024-05-03", actor="ada")
    reviewing.submit(desk, first, actor="ada")
    reviewing.approve(desk, first, actor="ben")
    if how != "approved":
        reviewing.publish(desk, first, actor="ada")
    if how == "corrected":
        finish(
            desk,
            reviewing.correct(desk, first, note="A wrong figure.", actor="ada"),
            reviewed_on="2024-06-01",
        )
    if how == "withdrawn":
        reviewing.withdraw(desk, first, note="Gone.", withdrawn_on="2024-06-01", actor="ben")
    before = told_in_public(desk)
    remedies = {
        "approved": "review return 1",
        "published": "review correct 1",
        "corrected": "stays on record.*review correct 2",
        "withdrawn": "stays on record.*review draft 1",
    }
    for actor in ("ada", "ben", "cid", None):
        with pytest.raises(Refused, match=remedies[how]):
            reviewing.revise(desk, first, actor=actor, **fields)
    assert told_in_public(desk) == before


MOVED = "https://desk.example/2024/rent"


def test_where_a_published_verdict_stands_is_mended_by_another_person_and_recorded(desk):
    review_id = published(desk)
    for actor in ("ada", "Ada", None):
        with pytest.raises(Refused, match="was drafted by ada: someone else must change"):
            reviewing.mend_address(desk, review_id, MOVED, actor=actor)
    with pytest.raises(InvalidValue):
        reviewing.mend_address(desk, review_id, " ", actor="ben")
    assert reviewing.mend_address(desk, review_id, MOVED, actor="cid") == []
    assert desk.execute("select url from claimreview_sheet").fetchall() == [(MOVED,)]
    sql = "select actor, old_row ->> 'url', new_row ->> 'url' from history where table_name = 'reviews' order by id desc"
    assert desk.execute(sql).fetchone() == ("cid", URL, MOVED)


def test_a_correction_under_way_is_told_that_it_has_the_former_address(desk):
    review_id = published(desk)
    correction = reviewing.correct(desk, review_id, note="A wrong figure.", actor="ada")
    assert [one.id for one in reviewing.mend_address(desk, review_id, MOVED, actor="ben")] == [correction]
    finish(desk, correction, url=MOVED, reviewed_on="2024-06-01")
    assert reviews.published_reviews(desk, 1)[0].url == MOVED


@pytest.mark.parametrize(
    ("steps", "remedy"),
    [(0, "review edit 1 --url"), (1, "review edit 1 --url"), (2, "review publish 1 --url")],
)
def test_before_it_is_out_its_address_is_given_otherwise(desk, steps, remedy):
    review_id = reviewing.draft(desk, 1, rating="Half true", actor="ada")
    for step, actor in ((reviewing.submit, "ada"), (reviewing.approve, "ben"))[:steps]:
        step(desk, review_id, actor=actor)
    with pytest.raises(Refused, match=remedy):
        reviewing.mend_address(desk, review_id, MOVED, actor="ben")


def test_where_a_verdict_stood_that_was_taken_back_stays_on_record(desk):
    review_id = published(desk)
    reviewing.withdraw(desk, review_id, note="Gone.", actor="ben")
    with pytest.raises(Refused, match="the old address stays on record"):
        reviewing.mend_address(desk, review_id, MOVED, actor="ben")


def test_one_verdict_stands_at_an_address(desk):
    with write_transaction(desk, "ada"):
        other = claims.add(desk, "Rents fell by a tenth")
    first = published(desk)
    second = reviewing.draft(desk, other, rating="Half true", url=URL, reviewed_on="2024-05-03", actor="ada")
    assert "address_of_another" in [one.rule for one in examine(*readiness.dossiers(desk, [other]))]
    with pytest.raises(
        Refused, match=f"review {first} already has the address {URL}: .*review publish {second} --url"
    ):
        finish(desk, second)
    reviewing.publish(desk, second, url=f"{URL}#tenth", actor="ada")
    with pytest.raises(
        Refused, match=f"review {first} already has the address {URL}: .*review address {second}"
    ):
        reviewing.mend_address(desk, second, URL, actor="ben")
    assert "address_of_another" not in [one.rule for one in examine(*readiness.dossiers(desk, [other]))]


def test_two_at_one_address_from_before_the_rule_are_found_and_mended(desk):
    with write_transaction(desk, "ada"):
        other = claims.add(desk, "Rents fell by a tenth")
    published(desk)
    finish(
        desk,
        reviewing.draft(desk, other, rating="Half true", reviewed_on="2024-05-03", actor="ada"),
        url=MOVED,
    )
    desk.execute("drop trigger reviews_one_address_each")
    with write_transaction(desk, "ben"):
        reviews.update(desk, 2, url=URL)
    for claim_id in (1, other):
        assert "address_of_another" in [one.rule for one in examine(*readiness.dossiers(desk, [claim_id]))]
    reviewing.mend_address(desk, 2, MOVED, actor="ben")
    assert "address_of_another" not in [one.rule for one in examine(*readiness.dossiers(desk, [1]))]


# ── several verdicts on one claim ───────────────────────────────────────────────────────────────


def rivals(desk, review_id):
    return [one.id for one in linting.rivals(desk, review_id)]


def test_a_verdict_is_told_of_the_others_of_which_only_one_can_be_out(desk):
    first = reviewing.draft(desk, 1, rating="Half true", url=URL, actor="ada")
    assert rivals(desk, first) == []
    second = reviewing.draft(desk, 1, rating="Absurd", actor="ben")
    assert (rivals(desk, first), rivals(desk, second)) == ([second], [first])
    finish(desk, first, reviewed_on="2024-05-03")
    assert rivals(desk, second) == [first]
    reviewing.give_up(desk, second, actor="ben")
    assert rivals(desk, first) == []


def test_neither_a_translation_nor_a_correction_is_a_rival(desk):
    english = published(desk, language="en")
    welsh = reviewing.draft(desk, 1, rating="Half true", language="cy", actor="ada")
    correction = reviewing.correct(desk, english, note="A wrong figure.", actor="ada")
    assert [rivals(desk, one) for one in (english, welsh, correction)] == [[], [], []]
    assert rivals(desk, reviewing.draft(desk, 1, language="cy", actor="ada")) == [welsh]


@pytest.mark.parametrize("is_submitted", [False, True])
def test_a_drafter_gives_up_their_own_draft_and_nobody_elses(desk, is_submitted):
    review_id = reviewing.draft(desk, 1, rating="Half true", actor="ada")
    if is_submitted:
        reviewing.submit(desk, review_id, actor="ada")
    for actor in ("ben", None):
        with pytest.raises(
            Refused, match="was drafted by ada: only they, or someone who can approve it, can withdraw it"
        ):
            reviewing.give_up(desk, review_id, actor=actor)
    reviewing.give_up(desk, review_id, actor="Ada")
    assert reviews.get(desk, review_id).status is ReviewStatus.WITHDRAWN


def test_what_a_second_person_has_signed_is_not_given_up_by_its_drafter(desk):
    review_id = reviewing.draft(desk, 1, rating="Half true", actor="ada")
    reviewing.submit(desk, review_id, actor="ada")
    reviewing.approve(desk, review_id, actor="ben")
    with pytest.raises(
        Refused, match="is approved: a drafter can only withdraw a draft or a submitted review"
    ):
        reviewing.give_up(desk, review_id, actor="ada")
