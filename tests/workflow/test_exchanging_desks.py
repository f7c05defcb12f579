"""Two newsrooms that bring in each other's desk, again and again: nothing that one did is taken for the other's."""

import pytest

import claimtrack
from claimtrack.core.model import Outcome
from claimtrack.store import doubts, statistics
from claimtrack.workflow.intervening import ask, close
from claimtrack.workflow.publishing import publish
from tests.workflow.test_uniting import bring_in, correct, rows, sign

CLAIM = "Bread cost 3 crowns in 2022"


@pytest.fixture
def desks(tmp_path, shared_schemas):
    """The desks of The Post and The Estuary, which have the same claim."""
    for file, actor, name in (("post.db", "ana", "The Post"), ("estuary.db", "bea", "The Estuary")):
        with claimtrack.open(tmp_path / file, actor=actor, name=name) as desk:
            desk.add(CLAIM, claimant="Gus Noor", source=f"https://{file}.example/1")
    return tmp_path / "post.db", tmp_path / "estuary.db"


def requests(path):
    return rows(path, "select asked, request, outcome from interventions")


def test_a_request_of_another_newsroom_has_its_name_for_readers_of_this_one(desks, tmp_path):
    post, estuary = desks
    with claimtrack.open(post, actor="ana") as desk:
        ask(desk.db, 1, "Gus Noor", "Where from?", asked_on="2024-04-25", purpose="comment", actor="ana")
    sign(estuary, 1, "No")
    bring_in(estuary, post)
    assert requests(estuary) == [("Gus Noor", "Where from? (The Post)", "waiting")]
    publish(estuary, tmp_path / "public.db", site=tmp_path / "site")
    assert "Where from? (The Post)" in (tmp_path / "site/reviews/1.html").read_text()

    with claimtrack.open(estuary) as desk:
        figures = {row["figure"]: row["count"] for row in statistics.of_period(desk.db, statistics.Period())}
        assert figures["verdicts_published_after_asking_for_comment"] == 0  # it has not asked

    bring_in(post, estuary)
    assert requests(post) == [("Gus Noor", "Where from?", "waiting")]  # its own, once and in its own words
    with claimtrack.open(post, actor="ana") as desk:
        close(desk.db, 1, Outcome.ANSWERED, outcome_on="2024-04-26", actor="ana")
    bring_in(estuary, post)
    assert requests(estuary) == [("Gus Noor", "Where from? (The Post)", "answered")]


def test_a_request_says_who_made_it_also_on_the_desk_of_a_third(desks, tmp_path):
    post, estuary = desks
    with claimtrack.open(post, actor="ana") as desk:
        ask(desk.db, 1, "Gus Noor", "Where from?", asked_on="2024-04-25", actor="ana")
    bring_in(estuary, post)
    with claimtrack.open(tmp_path / "third.db", actor="cyd", name="The Third") as desk:
        desk.import_desk(estuary)
    assert requests(tmp_path / "third.db") == [("Gus Noor", "Where from? (The Post)", "waiting")]


def test_a_verdict_that_was_withdrawn_stays_in_doubt_whatever_verdict_of_theirs_comes_in(desks):
    post, estuary = desks
    number = sign(estuary, 1, "No")
    with claimtrack.open(estuary, actor="bea") as desk:
        desk.reviews.withdraw(number, note="We mixed up two tables")
    sign(post, 1, "Yes")
    bring_in(estuary, post)
    with claimtrack.open(estuary) as desk:
        assert [(row["claim_id"], row["review_id"]) for row in doubts.current(desk.db)] == [(1, number)]


def test_what_a_signed_claim_lacks_is_named_and_all_else_comes_in(desks, tmp_path):
    _, estuary = desks
    sign(estuary, 1, "No")
    other = tmp_path / "gazette.db"
    with claimtrack.open(other, actor="cyd", name="The Gazette") as desk:
        desk.add(CLAIM, claimant="Gus Noor", claimed_on="2024-04-20", on_duplicate="new")
        desk.set_priority(1, "high")
    done = bring_in(estuary, other).replayed
    assert [(one.claim_id, one.column, one.here, one.there) for one in done.kept.values()] == [
        (1, "claimed_on", None, "2024-04-20")
    ]
    with claimtrack.open(estuary) as desk:
        [claim] = desk.claims()
        assert (claim["claimed_on"], claim["priority"]) == (None, "high")


def test_a_tag_that_both_have_removed_is_no_difference_and_one_that_stays_is_named(desks):
    post, estuary = desks
    with claimtrack.open(post, actor="ana") as desk:
        desk.tag(1, "prices", "bread")
    bring_in(estuary, post)
    bring_in(post, estuary)
    with claimtrack.open(estuary, actor="bea") as desk:
        desk.untag(1, "prices")
    done = bring_in(post, estuary).replayed
    [kept] = done.kept.values()
    assert (kept.table, kept.name, kept.reason) == (
        "claim_tags",
        "prices",
        "deleted on the other desk, but it was here before",
    )
    with claimtrack.open(post, actor="ana") as desk:
        desk.untag(1, "prices")
        desk.untag(1, "bread")
    bring_in(estuary, post)
    assert bring_in(post, estuary, again=True).replayed.kept == {}


def test_people_who_came_with_a_desk_are_not_two_people(desks):
    post, estuary = desks
    bring_in(post, estuary)
    assert bring_in(estuary, post).same_people == []
    with claimtrack.open(post, actor="bea") as desk:
        desk.note(1, "I am another Bea")
    assert bring_in(estuary, post).same_people == ["bea"]


@pytest.mark.parametrize("withdrawn", [False, True], ids=["corrected", "withdrawn"])
def test_a_later_import_that_withdrew_their_verdict_can_be_taken_back_without_loss(desks, withdrawn):
    post, estuary = desks
    number = sign(estuary, 1, "No")
    bring_in(post, estuary)
    before = rows(post, "select * from reviews")
    if withdrawn:
        with claimtrack.open(estuary, actor="bea") as desk:
            desk.reviews.withdraw(number, note="We mixed up two tables")
    else:
        correct(estuary, number)
    done = bring_in(post, estuary)
    assert rows(post, "select status, approved_by from reviews")[0] == ("withdrawn", "ben")
    with claimtrack.open(post, actor="eve") as desk:
        desk.undo_import(done)
    assert rows(post, "select * from reviews") == before


def test_what_a_desk_brought_in_took_back_and_brought_in_again_comes_home_as_it_is(desks):
    post, estuary = desks
    with claimtrack.open(post, actor="ana") as desk:
        desk.add("The stadium cost 80 million crowns", claimant="Gus Noor", source="Radio 4")
        desk.note(2, "Ask the treasurer")
        desk.tag(2, "sport")
        desk.set_priority(1, "high")
    done = bring_in(estuary, post)
    bring_in(post, estuary)
    with claimtrack.open(estuary, actor="eve") as desk:
        desk.undo_import(done)
    bring_in(estuary, post)
    before = rows(post, "select id, text, priority from claims")
    done = bring_in(post, estuary).replayed
    assert (done.kept, done.made, rows(post, "select id, text, priority from claims")) == ({}, 0, before)


def test_the_draft_of_a_correction_that_comes_home_is_that_draft(desks):
    post, estuary = desks
    number = sign(post, 1, "No")
    with claimtrack.open(post, actor="cyd") as desk:
        desk.reviews.correct(number, note="We misread the table", rating="Half true")
    bring_in(estuary, post)
    before = rows(post, "select * from reviews")
    bring_in(post, estuary)
    assert rows(post, "select * from reviews") == before
    assert bring_in(estuary, post).replayed.made == 0


def test_a_note_comes_home_once_although_its_writer_has_another_name_there(desks):
    post, estuary = desks
    for path in desks:
        with claimtrack.open(path, actor="kim") as desk:
            desk.note(1, f"Written at {path.stem}")
    notes = "select body, author from notes order by body"
    for _ in range(2):
        bring_in(estuary, post, people={"kim": "Kim P"})
        bring_in(post, estuary, people={"kim": "Kim E"})
    assert rows(estuary, notes) == [("Written at estuary", "kim"), ("Written at post", "Kim P")]
    assert rows(post, notes) == [("Written at estuary", "Kim E"), ("Written at post", "kim")]


def test_the_scale_of_a_draft_that_came_in_is_not_the_one_that_this_desk_used_last(desks):
    post, estuary = desks
    with claimtrack.open(estuary, actor="bea") as desk:
        desk.reviews.draft(1, rating="False", scale="Four-step scale")
    with claimtrack.open(post, actor="ana") as desk:
        desk.reviews.draft(1, rating="False", scale="Six-step truth scale")
    bring_in(estuary, post)
    with claimtrack.open(estuary, actor="bea") as desk:
        desk.add("Trams stood still for a day", on_duplicate="new")
        number = desk.reviews.draft(2, rating="False")
        [row] = desk.db.query("select scale from review_overview where id = ?", [number])
    assert row == {"scale": "Four-step scale"}


def test_what_they_make_of_a_draft_that_they_had_from_here_leaves_it_as_it_is(desks):
    post, estuary = desks
    with claimtrack.open(post, actor="ana") as desk:
        desk.reviews.draft(1, rating="False", scale="Four-step scale", summary="It was 4.")
    bring_in(estuary, post)
    with claimtrack.open(estuary, actor="ana") as desk:
        desk.reviews.revise(1, summary="It was 5.")
        desk.reviews.give_up(1)
    before = rows(post, "select * from reviews")
    done = bring_in(post, estuary).replayed
    assert (done.kept, rows(post, "select * from reviews")) == ({}, before)
