"""Claims as rows: what goes in comes out, ids that are not there, steps that are not allowed."""

import pytest

from claimtrack.core.errors import InvalidTransition, InvalidValue, NotFound
from claimtrack.core.model import Status
from claimtrack.store import claimants, claims
from claimtrack.store.file.database import write_transaction
from tests.tables import each_row


@pytest.fixture
def one(desk):
    with write_transaction(desk, "ada"):
        claims.add(desk, "Prices fell.", claimed_on="2024-04-22", score=0.5)
    return desk


def test_a_claim_comes_out_as_it_went_in(one):
    claim = claims.get(one, 1)
    assert (claim.text, claim.claimed_on, claim.score) == ("Prices fell.", "2024-04-22", 0.5)
    assert (claim.status, claim.priority, claim.claimant, claim.assignee) == (
        Status.OPEN,
        "normal",
        None,
        None,
    )


def test_its_version_is_its_last_change_whatever_hangs_on_it(one):
    before = claims.get(one, 1).version
    one.execute("insert into notes (claim_id, body) values (1, 'Asked.')")
    assert claims.get(one, 1).version == before + 1


# An empty text, a text of spaces, one too long, one with NUL, a day that is none, a score off the scale.
BAD = [
    {"text": ""}, {"text": "  "}, {"text": "x" * 10_001}, {"text": "a\0b"}, {"claimed_on": "2024-02-30"},
    {"claimed_on": "22.4.2024"}, {"score": 1.5}, {"claimant_id": 99},
]  # fmt: skip


@pytest.mark.parametrize("given", BAD, ids=str)
def test_the_schema_refuses_what_slipped_past_the_door(desk, given):
    with pytest.raises(InvalidValue):
        claims.add(desk, **{"text": "Prices fell.", **given})


CHANGES = [
    lambda db, claim_id: claims.set_status(db, claim_id, Status.CHECKING),
    lambda db, claim_id: claims.update(db, claim_id, assignee="ben"),
    lambda db, claim_id: claims.update(db, claim_id, priority="high"),
    lambda db, claim_id: claims.update(db, claim_id, text="Prices rose."),
    lambda db, claim_id: claims.update(db, claim_id, claimant_id=None),
]


@each_row("change", CHANGES)
@each_row("claim_id", [2, 0, -1, 10**18])
def test_a_claim_that_is_not_there_is_not_changed_in_silence(one, change, claim_id):
    with pytest.raises(NotFound, match=f"no claim {claim_id}"):
        change(one, claim_id)


def test_a_step_that_is_not_allowed_names_those_that_are(one):
    with pytest.raises(
        InvalidTransition,
        match="claim 1 is open: it can go to proposed, checking, parked, rejected, but not to",
    ):
        claims.set_status(one, 1, Status.PUBLISHED)
    assert claims.get(one, 1).status is Status.OPEN


def test_a_priority_that_is_none_is_refused(one):
    with pytest.raises(InvalidValue):
        claims.update(one, 1, priority="urgent")


def test_claims_with_the_same_words_are_told_apart_by_their_speaker(desk):
    with write_transaction(desk, "ada"):
        for name in ("Ada Miller", "Ben Cole"):
            claims.add(desk, "Prices fell.", claimant_id=claimants.get_or_add(desk, name))
        claims.add(desk, "Prices fell")
    assert [one[:3] for one in claims.find_by_text(desk, ["Prices fell."])] == [
        (1, "Prices fell.", "Ada Miller"), (2, "Prices fell.", "Ben Cole"),
    ]  # fmt: skip


def test_the_claims_added_since_are_those_with_a_higher_id(desk):
    assert claims.newest_id(desk) == 0
    for words in ("One.", "Two.", "Three."):
        claims.add(desk, words)
    assert [row[1] for row in claims.added_since(desk, 1)] == ["Two.", "Three."]
    assert claims.newest_id(desk) == 3


@pytest.mark.parametrize(
    ("status", "steps"),
    [("parked", ["parked"]), ("in_review", ["checking", "in_review"]),
     ("published", ["checking", "in_review", "published"])],
)  # fmt: skip
def test_a_claim_that_comes_in_behind_its_check_has_gone_all_steps(desk, status, steps):
    """A sheet of the desk before this one says so: history tells each step."""
    with write_transaction(desk, "ada"):
        claim_id = claims.add(desk, "Prices fell.", status=Status(status))
    sql = "select new_row ->> 'status' from history where claim_id = ? order by id"
    assert [row[0] for row in desk.execute(sql, [claim_id])] == steps
