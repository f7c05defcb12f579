"""What readers see, or saw, that is no longer sure is one list, from which a note that settles it or a new verdict takes a claim."""

from datetime import UTC, datetime, timedelta

import pytest

from claimtrack.core.desk.decisions import PairRuling
from claimtrack.core.desk.doubts import describe
from claimtrack.core.errors import Refused
from claimtrack.core.model import Article, Judgement, Status
from claimtrack.store import articles, claims, doubts, notes, rewinding, rows
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow import adding, linking, retracting
from claimtrack.workflow import desk as work
from claimtrack.workflow.adding import NewClaim
from claimtrack.workflow.articles import withdrawing
from claimtrack.workflow.matching import judging
from claimtrack.workflow.reviews import holding, reviewing
from claimtrack.workflow.settling import settle_doubts
from tests.clocks import date_last_change

STUDY = "https://journal.example/7"


def found(db):
    """Each doubt with its claim, who marked it and why."""
    return [
        (row["doubt"], row["claim_id"], row["marked_by"], row["note"], row["rating"])
        for row in doubts.current(db)
    ]


def test_a_desk_without_marks_has_no_doubts(reviewed_desk):
    assert found(reviewed_desk) == []


def test_a_held_verdict_stays_with_its_own_reason_until_it_is_released(reviewed_desk):
    holding.hold(reviewed_desk, 1, note="A doubt.", actor="ada")
    holding.release(reviewed_desk, 1, note="None left.", actor="ada")
    holding.hold(reviewed_desk, 1, note="A letter: see the file.", actor="ben")
    work.add_note(reviewed_desk, 1, "Rang their lawyer.", actor="ada")
    assert found(reviewed_desk) == [("verdict_held", 1, "ben", "A letter: see the file.", "Half true")]
    holding.release(reviewed_desk, 1, actor="ada")
    assert found(reviewed_desk) == []


def test_a_held_verdict_has_its_reason_where_the_day_of_the_desk_is_ahead_of_utc(reviewed_desk, monkeypatch):
    monkeypatch.setattr(holding, "today", lambda: f"{datetime.now(UTC) + timedelta(days=1):%Y-%m-%d}")
    holding.hold(reviewed_desk, 1, note="A doubt.", actor="ada")
    assert found(reviewed_desk) == [("verdict_held", 1, "ada", "A doubt.", "Half true")]


def test_each_mark_has_its_own_author_whatever_others_do_later(reviewed_desk):
    for claim_id, actor in ((1, "ben"), (2, "eve")):
        number = linking.add_link(reviewed_desk, claim_id, f"{STUDY}{claim_id}", actor="ada")
        retracting.retract(reviewed_desk, number, note="Invented", actor=actor)
        linking.change_link(reviewed_desk, number, {"quote": "We measured."}, actor="ada")
        holding.hold(reviewed_desk, claim_id, note="The study.", actor=actor)
    reviewing.submit(reviewed_desk, 3, actor="ada")
    reviewing.approve(reviewed_desk, 3, actor="ben")
    assert sorted(row[:3] for row in found(reviewed_desk)) == [
        ("evidence_retracted", 1, "ben"),
        ("evidence_retracted", 2, "eve"),
        ("verdict_held", 1, "ben"),
        ("verdict_held", 2, "eve"),
    ]


def settle_with_a_note(db):
    settle_doubts(db, 1, "It holds without it.", actor="ada")


def settle_with_a_correction(db):
    number = reviewing.correct(db, 1, note="Without the study.", rating="Mostly true", actor="ada")
    reviewing.submit(db, number, actor="ada")
    reviewing.approve(db, number, actor="ben")
    reviewing.publish(db, number, reviewed_on="2024-05-09", actor="ada")


def settle_by_taking_the_mark_back(db):
    retracting.restore(db, linking.link_to(db, 1, STUDY)["id"], actor="ada")


@pytest.mark.parametrize(
    "settle", [settle_with_a_note, settle_with_a_correction, settle_by_taking_the_mark_back]
)
def test_retracted_evidence_of_a_published_claim_is_settled(reviewed_desk, settle):
    work.add_note(reviewed_desk, 1, "An older note.", actor="ada")
    for claim_id in (1, 3):  # 3 has only a draft
        linking.add_link(reviewed_desk, claim_id, STUDY, actor="ada")
    number = linking.link_to(reviewed_desk, 3, STUDY)["id"]
    retracting.retract(reviewed_desk, number, note="Invented", actor="ben")
    [row] = doubts.current(reviewed_desk)
    assert (row["doubt"], row["claim_id"], row["about"], row["note"]) == (
        "evidence_retracted",
        1,
        STUDY,
        "Invented",
    )
    settle(reviewed_desk)
    assert found(reviewed_desk) == []


def write_a_note(db):
    work.add_note(db, 1, "Rang the ministry.", actor="ada")


def hold_and_release(db):
    holding.hold(db, 1, note="The study.", actor="ben")
    assert {row[0] for row in found(db)} == {"verdict_held", "evidence_retracted"}
    holding.release(db, 1, note="It holds.", actor="ben")


def send_a_correction_back(db):
    number = reviewing.correct(db, 1, note="Without the study.", rating="Mostly true", actor="ada")
    reviewing.submit(db, number, actor="ada")
    reviewing.send_back(db, number, note="A comma is missing", actor="ben")


def file_it_again_in_other_words(db):
    new = NewClaim("Rent has doubled within ten years", claimant="Ada Miller", claimed_on="2024-06-01")
    adding.add_claim(db, new, attach_to=1, actor="ada")


def judge_a_pair_with_a_note(db):
    ruling = PairRuling(1, 2, Judgement.DIFFERENT, note="Other years")
    judging.judge_all(db, [(1, ruling)], actor="ada", is_guessed=False)


@pytest.mark.parametrize(
    ("step", "by"),
    [
        (write_a_note, [None]),
        (hold_and_release, ["hold", "release"]),
        (send_a_correction_back, ["send_back"]),
        (file_it_again_in_other_words, ["repeat"]),
        (judge_a_pair_with_a_note, ["judge"]),
    ],
)
def test_other_notes_settle_nothing_and_say_which_step_wrote_them(reviewed_desk, step, by):
    linking.add_link(reviewed_desk, 1, STUDY, actor="ada")
    retracting.retract(reviewed_desk, linking.link_to(reviewed_desk, 1, STUDY)["id"], actor="ben")
    step(reviewed_desk)
    assert [note["step"] for note in notes.of_claim(reviewed_desk, 1)] == by
    assert [row[:2] for row in found(reviewed_desk)] == [("evidence_retracted", 1)]


def test_a_withdrawn_verdict_is_in_doubt_until_the_claim_has_another_or_is_set_aside(reviewed_desk):
    for number, actor in ((1, "ben"), (2, "eve")):
        reviewing.withdraw(reviewed_desk, number, note="We erred.", actor=actor)
    reviewing.withdraw(reviewed_desk, 3, actor="ada")  # a draft, which readers never saw
    assert sorted(found(reviewed_desk)) == [
        ("verdict_withdrawn", 1, "ben", "We erred.", "Half true"),
        ("verdict_withdrawn", 2, "eve", "We erred.", "Unproven"),
    ]
    work.set_status(reviewed_desk, 2, Status.PARKED, actor="ada")
    number = reviewing.draft(reviewed_desk, 1, rating="Mostly true", actor="ada")
    reviewing.submit(reviewed_desk, number, actor="ada")
    assert len(found(reviewed_desk)) == 1
    reviewing.approve(reviewed_desk, number, actor="ben")
    reviewing.publish(reviewed_desk, number, url="https://d.example/9", reviewed_on="2024-05-09", actor="ada")
    assert found(reviewed_desk) == []


def test_an_article_that_was_withdrawn_or_changed_puts_published_claims_in_doubt(reviewed_desk):
    withdrawing.withdraw(reviewed_desk, 1, note="An error.", actor="ben")
    with write_transaction(reviewed_desk, "eve"):
        articles.add(reviewed_desk, Article(text="Other words.", url="https://news.example/2"), previous_id=2)
        other, apart = [
            rows.insert(reviewed_desk, "claims", {"text": f"{number} words."}) for number in (2, 3)
        ]
        for claim_id in (other, apart):  # the newer version has other claims
            rows.insert(reviewed_desk, "appearances", {"claim_id": claim_id, "article_id": 4})
            pair = {"left_id": 2, "right_id": claim_id, "score": 0.5, "suggestion": "conflict", "scorer": "s"}
            rows.insert(reviewed_desk, "matches", pair)
        reviewed_desk.execute("update matches set judgement = 'different' where right_id = ?", [apart])
    assert [row[:4] for row in found(reviewed_desk)] == [
        ("article_changed", 2, "eve", None),
        ("article_withdrawn", 1, "ben", "An error."),
    ]
    [changed, withdrawn] = doubts.current(reviewed_desk)
    assert (changed["article_id"], withdrawn["article_id"]) == (4, 1)
    assert (changed["reworded_as"], withdrawn["reworded_as"]) == ([other], [])
    assert f"no longer has the claim (perhaps it now reads: claim {other}): see" in describe(changed)
    settle_doubts(reviewed_desk, 2, "She said it all the same.", actor="ada")
    assert len(found(reviewed_desk)) == 1
    withdrawing.restore(reviewed_desk, 1, actor="ben")
    assert found(reviewed_desk) == []


def test_of_several_articles_the_newest_mark_counts_also_if_that_of_a_newer_article_is_settled(reviewed_desk):
    add = NewClaim("Rent doubled in ten years", claimant="Ada Miller", source="https://news.example/later")
    adding.add_claim(reviewed_desk, add, attach_to=1, actor="ada")
    withdrawing.withdraw(reviewed_desk, 4, note="A fraud.", actor="ben")
    settle_with_a_note(reviewed_desk)
    assert found(reviewed_desk) == []
    withdrawing.withdraw(reviewed_desk, 1, note="An error.", actor="ben")
    assert [row[:4] for row in found(reviewed_desk)] == [("article_withdrawn", 1, "ben", "An error.")]


def test_a_settled_doubt_is_due_no_more_unless_somebody_set_the_day_and_a_later_mark_is_a_new_one(
    reviewed_desk,
):
    linking.add_link(reviewed_desk, 1, STUDY, actor="ada")
    number = linking.link_to(reviewed_desk, 1, STUDY)["id"]
    with pytest.raises(Refused, match="nothing is in doubt of claim 1"):
        settle_doubts(reviewed_desk, 1, "It holds.", actor="ada")
    retracting.retract(reviewed_desk, number, actor="ben")
    done = settle_doubts(reviewed_desk, 1, "It holds.", actor="ada")
    assert (done.no_longer_due, claims.get(reviewed_desk, 1).due_on) == (True, None)
    # The form, or the command, was sent twice.
    again = settle_doubts(reviewed_desk, 1, "It holds.", actor="ada")
    assert (again.note_id, again.no_longer_due, again.written.is_empty) == (done.note_id, False, True)
    rewinding.rewind(reviewed_desk, done.written)
    assert len(found(reviewed_desk)) == 1
    work.set_due_on(reviewed_desk, 1, "2999-01-01", actor="ben")
    assert not settle_doubts(reviewed_desk, 1, "Two others say so.", actor="ada").no_longer_due
    assert claims.get(reviewed_desk, 1).due_on == "2999-01-01"
    withdrawing.withdraw(reviewed_desk, 1, actor="ben")
    assert [row[:2] for row in found(reviewed_desk)] == [("article_withdrawn", 1)]


def test_the_same_words_settle_a_later_mark_also_within_minutes(reviewed_desk):
    """They are no note that was sent twice."""
    for url in (STUDY, "https://journal.example/8"):
        linking.add_link(reviewed_desk, 1, url, actor="ada")
        retracting.retract(reviewed_desk, linking.link_to(reviewed_desk, 1, url)["id"], actor="ben")
        assert settle_doubts(reviewed_desk, 1, "It holds.", actor="ada").no_longer_due
        assert found(reviewed_desk) == []
    assert len(notes.of_claim(reviewed_desk, 1)) == 2


def test_a_note_settles_the_marks_before_it_and_none_after_it_whatever_the_clock_said(reviewed_desk):
    linking.add_link(reviewed_desk, 1, STUDY, actor="ada")
    number = linking.link_to(reviewed_desk, 1, STUDY)["id"]
    retracting.retract(reviewed_desk, number, actor="ben")
    date_last_change(reviewed_desk, "evidence", "2998-01-01T00:00:00.000Z")
    settle_doubts(reviewed_desk, 1, "It holds.", actor="ada")
    assert found(reviewed_desk) == []
    date_last_change(reviewed_desk, "notes", "2999-01-01T00:00:00.000Z")
    withdrawing.withdraw(reviewed_desk, 1, actor="ben")
    assert [row[:2] for row in found(reviewed_desk)] == [("article_withdrawn", 1)]


def test_who_settles_what_is_in_doubt_of_a_held_verdict_is_told_that_it_is_still_held(reviewed_desk):
    linking.add_link(reviewed_desk, 1, STUDY, actor="ada")
    retracting.retract(reviewed_desk, linking.link_to(reviewed_desk, 1, STUDY)["id"], actor="ben")
    holding.hold(reviewed_desk, 1, actor="ada")
    done = settle_doubts(reviewed_desk, 1, "It holds.", actor="ada")
    assert done.outcome == "in doubt only because its verdict is held, no longer due"
    assert [row[0] for row in found(reviewed_desk)] == ["verdict_held"]


def test_a_held_verdict_cannot_be_settled_with_a_note(reviewed_desk):
    holding.hold(reviewed_desk, 1, actor="ada")
    with pytest.raises(Refused, match=r"nothing of claim 1: .*`claimtrack review release 1`"):
        settle_doubts(reviewed_desk, 1, "It holds.", actor="ada")
    assert notes.of_claim(reviewed_desk, 1) == []
    assert doubts.current(reviewed_desk, claim_id=2) == []
