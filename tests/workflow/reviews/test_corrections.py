"""Correcting and withdrawing a published verdict; what two people signed stays on record."""

from datetime import date

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
from tests.workflow.reviews.conftest import URL, approve_and_publish, publish_review, status_of


def test_a_published_correction_replaces_the_old_verdict_which_stays_on_record(desk):
    old = publish_review(desk, rating="Half true", summary="Rent rose by 60 percent.")
    new = reviewing.correct(
        desk,
        old,
        note="We had left out Wales.",
        rating="Mostly false",
        scale="Six-step truth scale",
        actor="ada",
    )
    assert status_of(desk) is Status.CHECKING
    # Until the correction is published, the old verdict remains in place.
    assert reviews.get(desk, old).status is ReviewStatus.PUBLISHED
    approve_and_publish(desk, new, reviewed_on="2024-06-01")
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
    # The time to publication ends with the first verdict, whatever became of that.
    taken = "select published_on, days from days_to_publication"
    # The claim was filed after the verdict.
    assert list(desk.query(taken)) == [{"published_on": "2024-05-03", "days": None}]
    with write_transaction(desk, "ada"):
        desk.execute("update claims set created_at = '2024-05-01 12:00:00'")
    assert list(desk.query(taken)) == [{"published_on": "2024-05-03", "days": 2}]


def test_a_correction_needs_a_public_note_and_only_one_can_be_in_progress(desk):
    old = publish_review(desk)
    with pytest.raises(InvalidValue, match="public note"):
        reviewing.correct(desk, old, note="  ", actor="ada")
    first = reviewing.correct(desk, old, note="A typing error.", actor="ada")
    with pytest.raises(
        Refused,
        match=f"review {first} is already a correction of review {old}, drafted by ada: finish that one",
    ):
        reviewing.correct(desk, old, note="Another.", actor="ben")


def test_an_abandoned_correction_leaves_the_verdict_published(desk):
    old = publish_review(desk)
    new = reviewing.correct(desk, old, note="Hm.", actor="ada")
    reviewing.submit(desk, new, actor="ada")
    reviewing.approve(desk, new, actor="ben")
    reviewing.withdraw(desk, new, actor="ada")
    assert status_of(desk) is Status.PUBLISHED
    assert list(desk.query("select * from correction_sheet")) == []


def test_withdrawing_a_verdict_needs_a_public_note_and_keeps_the_verdict_on_record(desk):
    review_id = publish_review(desk)
    with pytest.raises(InvalidValue, match=r"public note \(`--note`\) that says why"):
        reviewing.withdraw(desk, review_id, actor="ben")
    reviewing.withdraw(desk, review_id, note="The source retracted its figures.", actor="ben")
    assert status_of(desk) is Status.CHECKING
    [row] = desk.query("select * from correction_sheet")
    assert (row["action"], row["rating_before"]) == ("withdrawn", "Half true")
    assert [row["rating"] for row in desk.query("select rating from claim_overview")] == [None]


def test_a_correction_cannot_be_dated_before_the_verdict_it_corrects(desk):
    old = publish_review(desk)
    with pytest.raises(
        InvalidValue,
        match=r"the new verdict cannot be dated 2024-05-02, before the one it replaces .2024-05-03, review",
    ):
        reviewing.correct(desk, old, note="A wrong figure.", reviewed_on="2024-05-02", actor="ada")
    assert (status_of(desk), reviews.replacements_of(desk, old)) == (Status.PUBLISHED, [])
    new = reviewing.correct(desk, old, note="A wrong figure.", actor="ada")
    with pytest.raises(InvalidValue, match=", before the one it replaces"):
        approve_and_publish(desk, new, reviewed_on="2024-05-02")
    reviewing.publish(desk, new, reviewed_on="2024-05-03", actor="ada")  # the same day is allowed
    assert reviews.get(desk, old).status is ReviewStatus.WITHDRAWN


def test_a_second_verdict_is_refused_until_the_first_is_withdrawn(desk):
    first = publish_review(desk)
    second = reviewing.draft(desk, 1, rating="Absurd", url=URL + "/2", reviewed_on="2024-06-01", actor="ada")
    with pytest.raises(
        Refused,
        match=f"already has a published verdict of this desk, review {first}.*review correct",
    ):
        approve_and_publish(desk, second)
    reviewing.withdraw(desk, first, note="The source retracted.", actor="ben")
    reviewing.publish(desk, second, actor="ada")
    assert [review.id for review in reviews.published_reviews(desk, 1)] == [second]


def test_a_verdict_in_two_languages_is_corrected_in_each_separately(desk):
    english = publish_review(desk, language="en")
    welsh = publish_review(desk, language="cy", url=URL + "/cy")
    assert [review.id for review in reviews.published_reviews(desk, 1)] == [english, welsh]
    with pytest.raises(
        Refused, match=f"claim 1 already has a published verdict of this desk, review {welsh}"
    ):
        publish_review(desk, language="cy", url=URL + "/cy2")
    new = reviewing.correct(desk, english, note="A wrong figure.", rating="Absurd", actor="ada")
    approve_and_publish(desk, new, reviewed_on="2024-06-01")
    assert [review.id for review in reviews.published_reviews(desk, 1)] == [welsh, new]


def test_a_translation_of_a_verdict_without_a_language_is_told_how_both_can_be_public(desk):
    first = publish_review(desk)
    with pytest.raises(
        Refused,
        match=rf"both can be public once review {first} has its language, too \(`claimtrack review update {first} --language CODE --note NEWS`\)",
    ):
        publish_review(desk, language="cy", url=URL + "/cy")
    new = reviewing.correct(
        desk, first, note="Now also in Welsh.", language="en", is_update=True, actor="ada"
    )
    approve_and_publish(desk, new, reviewed_on="2024-06-01")
    with pytest.raises(
        Refused, match=r"once review \d has its language, too \(`claimtrack review edit \d --language CODE`\)"
    ):
        publish_review(desk, url=URL + "/cy2")
    with pytest.raises(Refused) as told:
        publish_review(desk, language="en", url=URL + "/en2")
    assert "translation" not in str(told.value)


def test_an_abandoned_correction_in_one_language_keeps_what_that_in_another_corrected(desk):
    english = publish_review(desk, language="en")
    welsh = publish_review(desk, language="cy", url=URL + "/cy")
    new = reviewing.correct(desk, english, note="It was in nine years.", actor="ada")
    edit_claim(desk, "Rent doubled in nine years")
    approve_and_publish(desk, new, reviewed_on="2024-06-01")
    for words in (None, "Rent doubled in eight years"):
        abandoned = reviewing.correct(desk, welsh, note="Hm.", actor="ada")
        if words:
            edit_claim(desk, words)
        reviewing.withdraw(desk, abandoned, actor="ada")
        assert (claims.get(desk, 1).text, status_of(desk)) == ("Rent doubled in nine years", Status.PUBLISHED)


def test_an_abandoned_correction_leaves_the_words_of_one_in_progress_in_another_language(desk):
    english = publish_review(desk, language="en")
    welsh = publish_review(desk, language="cy", url=URL + "/cy")
    first, second = (reviewing.correct(desk, one, note="Nine.", actor="ada") for one in (english, welsh))
    edit_claim(desk, "Rent doubled in nine years")
    reviewing.withdraw(desk, first, actor="ada")
    assert (claims.get(desk, 1).text, status_of(desk)) == ("Rent doubled in nine years", Status.CHECKING)
    reviewing.withdraw(desk, second, actor="ada")
    assert (claims.get(desk, 1).text, status_of(desk)) == ("Rent doubled in ten years", Status.PUBLISHED)


def test_a_claim_whose_published_correction_is_withdrawn_says_what_the_verdict_in_another_language_says(desk):
    english = publish_review(desk, language="en")
    publish_review(desk, language="cy", url=URL + "/cy")
    new = reviewing.correct(desk, english, note="It was in nine years.", actor="ada")
    edit_claim(desk, "Rent doubled in nine years")
    approve_and_publish(desk, new, reviewed_on="2024-06-01")
    reviewing.withdraw(desk, new, note="The source retracted.", actor="ada")
    assert (claims.get(desk, 1).text, status_of(desk)) == ("Rent doubled in ten years", Status.PUBLISHED)


def test_a_verdict_cannot_be_corrected_into_the_language_of_another(desk):
    english = publish_review(desk, language="en")
    welsh = publish_review(desk, language="cy", url=URL + "/cy")
    with pytest.raises(Refused, match="already has a published verdict in cy,"):
        reviewing.correct(desk, english, note="A wrong figure.", language="cy", actor="ada")
    new = reviewing.correct(desk, english, note="A wrong figure.", language="de", actor="ada")
    reviewing.revise(desk, new, language="cy", actor="ada")
    with pytest.raises(Refused, match="already has a published verdict in cy,"):
        approve_and_publish(desk, new, reviewed_on="2024-06-01")
    assert [review.id for review in reviews.published_reviews(desk, 1)] == [english, welsh]


def test_two_verdicts_from_before_the_rule_can_be_corrected_and_withdrawn(desk, desk_path):
    first = publish_review(desk)
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
    init_desk(desk_path, actor=None)  # as in an upgrade, which applies the rules to existing rows
    assert [review.id for review in reviews.published_reviews(desk, 1)] == [first, second]
    new = reviewing.correct(desk, second, note="A wrong figure.", actor="ada")
    approve_and_publish(desk, new, reviewed_on="2024-07-01")
    reviewing.withdraw(desk, first, note="Superseded.", actor="ben")
    assert [review.id for review in reviews.published_reviews(desk, 1)] == [new]


def test_a_correction_that_is_later_withdrawn_counts_once(desk):
    """Corrected and then withdrawn: two rows in the list of corrections, one review."""
    old = publish_review(desk)
    new = reviewing.correct(desk, old, note="A typing error.", reviewed_on="2024-06-01", actor="ada")
    reviewing.submit(desk, new, actor="ada")
    reviewing.approve(desk, new, actor="ben")
    reviewing.publish(desk, new, actor="ada")
    reviewing.withdraw(desk, new, note="Both were wrong.", actor="ben")
    assert len(list(desk.query("select * from correction_sheet"))) == 2
    assert {row["figure"]: row["count"] for row in statistics.totals(desk)}["corrections"] == 1


def test_a_correction_that_was_never_published_is_not_a_withdrawn_verdict(desk):
    old = publish_review(desk)
    new = reviewing.correct(desk, old, note="It is worse.", rating="False", actor="ada")
    reviewing.submit(desk, new, actor="ada")
    reviewing.approve(desk, new, actor="ben")
    reviewing.withdraw(desk, old, note="The source retracted its figures.", actor="ben")
    reviewing.withdraw(desk, new, note="Nor does this hold.", actor="ada")
    assert clusters.withdrawn_ratings(desk, [{"id": 1, "rating": None}]) == {1: "Half true"}


# ── what is published is what was signed ────────────────────────────────────────────────────────


def published_claims(desk):
    """The claim, claimant and date that readers get with each published verdict."""
    return desk.execute("select claim, claimant, claimed_on from claimreview_sheet order by id").fetchall()


def edit_claim(desk, text, claimant="Ada Miller", claimed_on="2024-04-22"):
    editing.edit_claim(desk, 1, text=text, claimant=claimant, claimed_on=claimed_on, actor="ada")


@pytest.fixture
def published_id(desk):
    edit_claim(desk, "Rent doubled in ten years")
    return publish_review(desk)


SIGNED = ("Rent doubled in ten years", "Ada Miller", "2024-04-22")


def test_one_person_cannot_change_the_text_or_claimant_of_a_published_verdict(desk, published_id):
    with pytest.raises(Refused, match="which readers can see: correct, update or withdraw the review"):
        desk_work.set_status(desk, 1, Status.CHECKING, actor="ada")
    for words, claimant in (("Rent fell", "Ada Miller"), ("Rent doubled in ten years", "Cid Vale")):
        with pytest.raises(Refused, match="a verdict on this claim was approved as the claim is now"):
            edit_claim(desk, words, claimant)
    assert published_claims(desk) == [SIGNED]
    assert status_of(desk) is Status.PUBLISHED


def test_a_mistake_in_the_claim_is_corrected_publicly_once_the_correction_is_published(desk, published_id):
    correction = reviewing.correct(desk, published_id, note="It was in nine years.", actor="ada")
    edit_claim(desk, "Rent doubled in nine years")
    assert published_claims(desk) == [SIGNED]
    assert claim_in_overview(desk, published_id) == SIGNED[0]
    approve_and_publish(desk, correction, reviewed_on="2024-06-01")
    assert published_claims(desk) == [("Rent doubled in nine years", *SIGNED[1:])]
    assert claim_in_overview(desk, published_id) == SIGNED[0]


def claim_in_overview(desk, review_id):
    """The claim as shown on the desk's page of verdicts."""
    return desk.execute("select claim from review_overview where id = ?", [review_id]).fetchone()[0]


def test_an_abandoned_correction_restores_the_claim_as_it_was_signed(desk, published_id):
    correction = reviewing.correct(desk, published_id, note="It was in nine years.", actor="ada")
    edit_claim(desk, "Rent doubled in nine years", "Cid Vale", None)
    reviewing.submit(desk, correction, actor="ada")
    reviewing.approve(desk, correction, actor="ben")
    reviewing.withdraw(desk, correction, actor="ada")
    claim = claims.get(desk, 1)
    assert (claim.text, claim.claimant, claim.claimed_on, claim.status) == (*SIGNED, Status.PUBLISHED)


def test_a_published_verdict_keeps_the_signed_name_of_a_renamed_claimant(desk, published_id):
    with write_transaction(desk, "ada"):
        desk.execute("update claimants set name = 'Cid Vale', kind = 'person', role = 'mayor'")
    assert published_claims(desk) == [SIGNED]


def test_a_verdict_after_a_withdrawn_one_is_signed_for_the_current_claim(desk, published_id):
    reviewing.withdraw(desk, published_id, note="We look again.", actor="cid")
    edit_claim(desk, "Rent doubled in nine years")
    with pytest.raises(Refused, match="`claimtrack review draft 1`"):
        reviewing.send_back(desk, published_id, actor="ben")
    second = publish_review(desk)
    assert published_claims(desk) == [("Rent doubled in nine years", *SIGNED[1:])]
    assert claim_in_overview(desk, published_id) == SIGNED[0]
    assert [row["id"] for row in desk.query("select id from correction_sheet")] == [published_id]
    assert reviews.published_reviews(desk, 1)[0].id == second


def test_an_abandoned_draft_can_be_reopened_and_published(desk):
    review_id = reviewing.draft(desk, 1, rating="Half true", url=URL, actor="ada")
    reviewing.withdraw(desk, review_id, withdrawn_on="2024-05-01", actor="ada")
    reviewing.send_back(desk, review_id, actor="ada")
    approve_and_publish(desk, review_id, reviewed_on="2024-05-03")
    reviewing.withdraw(desk, review_id, note="Gone.", actor="ben")
    # Not the day on which the draft was abandoned.
    assert reviews.get(desk, review_id).withdrawn_on == date.today().isoformat()


def test_a_repeat_does_not_add_a_claimant_to_a_claim_with_a_published_verdict(desk):
    publish_review(desk)
    repeat = NewClaim("Rent doubled in ten years", claimant="Cid Vale", source="https://news.example/1")
    assert add_claim(desk, repeat, actor="ada").claim_id == 1
    assert claims.get(desk, 1).claimant is None


def test_signed_evidence_can_be_removed_only_in_a_correction(desk):
    first = linking.add_link(desk, 1, "https://stats.example", actor="ada")
    publish_review(desk)
    later = linking.add_link(desk, 1, "https://stats.example/later", actor="ada")
    with pytest.raises(Refused, match="an approved verdict uses this source"):
        linking.remove_link(desk, first, actor="ada")
    linking.remove_link(desk, later, actor="ada")
    reviewing.correct(desk, 1, note="That link was wrong.", actor="ada")
    linking.remove_link(desk, first, actor="ada")


# ── what readers had stays on record ────────────────────────────────────────────────────────────


def public_record(desk):
    sheet = (
        "select rating_before, rating_after, note, changed_on, url from correction_sheet order by id, action"
    )
    return desk.execute(sheet).fetchall(), desk.execute(
        "select rating, url, summary from claimreview_sheet"
    ).fetchall()


@pytest.mark.parametrize(
    "fields", [{"rating": "Absurd"}, {"language": "de"}, {"url": URL + "/other"}, {"summary": "So it is."}]
)
@pytest.mark.parametrize("status", ["approved", "published", "corrected", "withdrawn"])
def test_nobody_can_revise_a_review_that_two_people_signed(desk, status, fields):
    first = reviewing.draft(desk, 1, rating="Half true", url=URL, reviewed_on="2024-05-03", actor="ada")
    reviewing.submit(desk, first, actor="ada")
    reviewing.approve(desk, first, actor="ben")
    if status != "approved":
        reviewing.publish(desk, first, actor="ada")
    if status == "corrected":
        approve_and_publish(
            desk,
            reviewing.correct(desk, first, note="A wrong figure.", actor="ada"),
            reviewed_on="2024-06-01",
        )
    if status == "withdrawn":
        reviewing.withdraw(desk, first, note="Gone.", withdrawn_on="2024-06-01", actor="ben")
    before = public_record(desk)
    remedies = {
        "approved": "review return 1",
        "published": "review correct 1",
        "corrected": "stays on record.*review correct 2",
        "withdrawn": "stays on record.*review draft 1",
    }
    for actor in ("ada", "ben", "cid", None):
        with pytest.raises(Refused, match=remedies[status]):
            reviewing.revise(desk, first, actor=actor, **fields)
    assert public_record(desk) == before


NEW_URL = "https://desk.example/2024/rent"


def test_only_a_second_person_can_change_the_address_of_a_published_verdict(desk):
    review_id = publish_review(desk)
    for actor in ("ada", "Ada", None):
        with pytest.raises(Refused, match="was drafted by ada: someone else must change"):
            reviewing.mend_address(desk, review_id, NEW_URL, actor=actor)
    with pytest.raises(InvalidValue):
        reviewing.mend_address(desk, review_id, " ", actor="ben")
    assert reviewing.mend_address(desk, review_id, NEW_URL, actor="cid") == []
    assert desk.execute("select url from claimreview_sheet").fetchall() == [(NEW_URL,)]
    sql = "select actor, old_row ->> 'url', new_row ->> 'url' from history where table_name = 'reviews' order by id desc"
    assert desk.execute(sql).fetchone() == ("cid", URL, NEW_URL)


def test_changing_an_address_names_corrections_in_progress_with_the_old_one(desk):
    review_id = publish_review(desk)
    correction = reviewing.correct(desk, review_id, note="A wrong figure.", actor="ada")
    assert [review.id for review in reviewing.mend_address(desk, review_id, NEW_URL, actor="ben")] == [
        correction
    ]
    approve_and_publish(desk, correction, url=NEW_URL, reviewed_on="2024-06-01")
    assert reviews.published_reviews(desk, 1)[0].url == NEW_URL


@pytest.mark.parametrize(
    ("steps", "remedy"),
    [(0, "review edit 1 --url"), (1, "review edit 1 --url"), (2, "review publish 1 --url")],
)
def test_changing_the_address_of_an_unpublished_review_names_the_right_command(desk, steps, remedy):
    review_id = reviewing.draft(desk, 1, rating="Half true", actor="ada")
    for step, actor in ((reviewing.submit, "ada"), (reviewing.approve, "ben"))[:steps]:
        step(desk, review_id, actor=actor)
    with pytest.raises(Refused, match=remedy):
        reviewing.mend_address(desk, review_id, NEW_URL, actor="ben")


def test_the_address_of_a_withdrawn_verdict_cannot_change(desk):
    review_id = publish_review(desk)
    reviewing.withdraw(desk, review_id, note="Gone.", actor="ben")
    with pytest.raises(Refused, match="the old address stays on record"):
        reviewing.mend_address(desk, review_id, NEW_URL, actor="ben")


def test_two_verdicts_cannot_have_the_same_address(desk):
    with write_transaction(desk, "ada"):
        other = claims.add(desk, "Rents fell by a tenth")
    first = publish_review(desk)
    second = reviewing.draft(desk, other, rating="Half true", url=URL, reviewed_on="2024-05-03", actor="ada")
    assert "address_of_another" in [
        condition.rule for condition in examine(*readiness.dossiers(desk, [other]))
    ]
    with pytest.raises(
        Refused, match=f"review {first} already has the address {URL}: .*review publish {second} --url"
    ):
        approve_and_publish(desk, second)
    reviewing.publish(desk, second, url=f"{URL}#tenth", actor="ada")
    with pytest.raises(
        Refused, match=f"review {first} already has the address {URL}: .*review address {second}"
    ):
        reviewing.mend_address(desk, second, URL, actor="ben")
    assert "address_of_another" not in [
        condition.rule for condition in examine(*readiness.dossiers(desk, [other]))
    ]


def test_two_verdicts_at_one_address_from_before_the_rule_are_reported_and_correctable(desk):
    with write_transaction(desk, "ada"):
        other = claims.add(desk, "Rents fell by a tenth")
    publish_review(desk)
    approve_and_publish(
        desk,
        reviewing.draft(desk, other, rating="Half true", reviewed_on="2024-05-03", actor="ada"),
        url=NEW_URL,
    )
    desk.execute("drop trigger reviews_one_address_each")
    with write_transaction(desk, "ben"):
        reviews.update(desk, 2, url=URL)
    for claim_id in (1, other):
        assert "published_address_of_another" in [
            condition.rule for condition in examine(*readiness.dossiers(desk, [claim_id]))
        ]
    reviewing.mend_address(desk, 2, NEW_URL, actor="ben")
    assert "published_address_of_another" not in [
        condition.rule for condition in examine(*readiness.dossiers(desk, [1]))
    ]


# ── several verdicts on one claim ───────────────────────────────────────────────────────────────


def rival_ids(desk, review_id):
    return [review.id for review in linting.rivals(desk, review_id)]


def test_reviews_that_cannot_both_be_published_are_rivals(desk):
    first = reviewing.draft(desk, 1, rating="Half true", url=URL, actor="ada")
    assert rival_ids(desk, first) == []
    second = reviewing.draft(desk, 1, rating="Absurd", actor="ben")
    assert (rival_ids(desk, first), rival_ids(desk, second)) == ([second], [first])
    approve_and_publish(desk, first, reviewed_on="2024-05-03")
    assert rival_ids(desk, second) == [first]
    reviewing.give_up(desk, second, actor="ben")
    assert rival_ids(desk, first) == []


def test_translations_and_corrections_are_not_rivals(desk):
    english = publish_review(desk, language="en")
    welsh = reviewing.draft(desk, 1, rating="Half true", language="cy", actor="ada")
    correction = reviewing.correct(desk, english, note="A wrong figure.", actor="ada")
    assert [rival_ids(desk, review_id) for review_id in (english, welsh, correction)] == [[], [], []]
    assert rival_ids(desk, reviewing.draft(desk, 1, language="cy", actor="ada")) == [welsh]


@pytest.mark.parametrize("is_submitted", [False, True])
def test_only_the_drafter_can_give_up_an_unapproved_draft(desk, is_submitted):
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


def test_a_drafter_cannot_give_up_an_approved_review(desk):
    review_id = reviewing.draft(desk, 1, rating="Half true", actor="ada")
    reviewing.submit(desk, review_id, actor="ada")
    reviewing.approve(desk, review_id, actor="ben")
    with pytest.raises(
        Refused, match="is approved: a drafter can only withdraw a draft or a submitted review"
    ):
        reviewing.give_up(desk, review_id, actor="ada")
