"""Storing, reading and changing claims; unknown ids, invalid values and forbidden steps are refused."""

import pytest

from claimtrack.core.errors import InvalidTransition, InvalidValue, NotFound
from claimtrack.core.model import Status
from claimtrack.store import claimants, claims
from claimtrack.store.file.database import write_transaction
from tests.tables import each_row


@pytest.fixture
def desk_with_claim(desk):
    with write_transaction(desk, "ada"):
        claims.add(desk, "Prices fell.", claimed_on="2024-04-22", score=0.5)
    return desk


def test_a_claim_is_read_as_it_was_stored(desk_with_claim):
    claim = claims.get(desk_with_claim, 1)
    assert (claim.text, claim.claimed_on, claim.score) == ("Prices fell.", "2024-04-22", 0.5)
    assert (claim.status, claim.priority, claim.claimant, claim.assignee) == (
        Status.OPEN,
        "normal",
        None,
        None,
    )


def test_a_note_raises_the_version_of_its_claim(desk_with_claim):
    before = claims.get(desk_with_claim, 1).version
    desk_with_claim.execute("insert into notes (claim_id, body) values (1, 'Asked.')")
    assert claims.get(desk_with_claim, 1).version == before + 1


# An empty, blank or overlong text, one with NUL, two invalid dates, a score off the scale, an unknown claimant.
INVALID_VALUES = [
    {"text": ""}, {"text": "  "}, {"text": "x" * 10_001}, {"text": "a\0b"}, {"claimed_on": "2024-02-30"},
    {"claimed_on": "22.4.2024"}, {"score": 1.5}, {"claimant_id": 99},
]  # fmt: skip


@each_row("values", INVALID_VALUES)
def test_the_database_refuses_invalid_values(desk, values):
    with pytest.raises(InvalidValue):
        claims.add(desk, **{"text": "Prices fell.", **values})


CHANGES = [
    lambda db, claim_id: claims.set_status(db, claim_id, Status.CHECKING),
    lambda db, claim_id: claims.update(db, claim_id, assignee="ben"),
    lambda db, claim_id: claims.update(db, claim_id, priority="high"),
    lambda db, claim_id: claims.update(db, claim_id, text="Prices rose."),
    lambda db, claim_id: claims.update(db, claim_id, claimant_id=None),
]


@each_row("change", CHANGES)
@each_row("claim_id", [2, 0, -1, 10**18])
def test_changing_an_unknown_claim_is_refused(desk_with_claim, change, claim_id):
    with pytest.raises(NotFound, match=f"no claim {claim_id}"):
        change(desk_with_claim, claim_id)


def test_refusing_a_status_step_names_the_allowed_ones(desk_with_claim):
    with pytest.raises(
        InvalidTransition,
        match="claim 1 is open: it can go to proposed, checking, parked, rejected, but not to",
    ):
        claims.set_status(desk_with_claim, 1, Status.PUBLISHED)
    assert claims.get(desk_with_claim, 1).status is Status.OPEN


def test_an_unknown_priority_is_refused(desk_with_claim):
    with pytest.raises(InvalidValue):
        claims.update(desk_with_claim, 1, priority="urgent")


def test_claims_found_by_their_exact_text_come_with_their_claimants(desk):
    with write_transaction(desk, "ada"):
        for name in ("Ada Miller", "Ben Cole"):
            claims.add(desk, "Prices fell.", claimant_id=claimants.get_or_add(desk, name))
        claims.add(desk, "Prices fell")
    assert [claim[:3] for claim in claims.find_by_text(desk, ["Prices fell."])] == [
        (1, "Prices fell.", "Ada Miller"), (2, "Prices fell.", "Ben Cole"),
    ]  # fmt: skip


def test_claims_added_since_are_those_with_a_higher_id(desk):
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
def test_a_claim_filed_with_a_later_status_has_all_steps_in_history(desk, status, steps):
    """A sheet imported from an earlier desk may contain such claims."""
    with write_transaction(desk, "ada"):
        claim_id = claims.add(desk, "Prices fell.", status=Status(status))
    sql = "select new_row ->> 'status' from history where claim_id = ? order by id"
    assert [row[0] for row in desk.execute(sql, [claim_id])] == steps
