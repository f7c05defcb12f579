"""Of claims judged the same, a list of work shows one, and whoever takes another is told who has it."""

import shutil
from contextlib import closing

import pytest

from claimtrack.core.model import Status
from claimtrack.plugin.startup import canned_queries
from claimtrack.store import claims
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.store.same_claims import count_published_already, taken_elsewhere, unassigned
from claimtrack.workflow.changing_many import Change, change_claims, reassign
from claimtrack.workflow.desk import assign, set_status
from claimtrack.workflow.reviews import reviewing
from claimtrack.workflow.reviews.beginning import begin
from claimtrack.workflow.reviews.holding import hold, release


@pytest.fixture
def desk(named_file, desk_path):
    with closing(open_desk(shutil.copy(named_file, desk_path))) as db:
        yield db


def add(db, status, assignee, priority):
    claim_id = claims.add(db, "Rents doubled.", status=Status(status))
    claims.update(db, claim_id, assignee=assignee, priority=priority)
    return claim_id


def file_same(db, *rows):
    """File claims that are judged the same, each (status, assignee, priority)."""
    with write_transaction(db, "ada"):
        first, *others = (add(db, *row) for row in rows)
        for other in others:
            pair = "insert into matches (left_id, right_id, score, suggestion, scorer) values (?, ?, 1, 'duplicate', 'x')"
            db.execute(pair, [first, other])
            db.execute("update matches set judgement = 'same' where right_id = ?", [other])


OPEN, URGENT, BENS = ("open", None, "normal"), ("open", None, "high"), ("open", "ben", "low")
CHECKING, IN_REVIEW = ("checking", None, "normal"), ("in_review", None, "normal")
PUBLISHED = ("published", "ben", "high")
PARKED, REJECTED, PROPOSED = (
    ("parked", "ben", "high"),
    ("rejected", "ben", "high"),
    ("proposed", "ben", "high"),
)
# Claims judged the same, in the order of filing | open that nobody has | in checking that nobody has | claims to check | named beside each
ROWS = [
    ([OPEN, OPEN, OPEN], [1], [], [1], {}),
    ([OPEN, URGENT], [2], [], [2], {}),
    ([OPEN, BENS, URGENT], [], [], [2], {1: 2, 3: 2}),
    ([OPEN, CHECKING], [], [2], [2], {1: 2}),
    ([CHECKING, CHECKING], [], [1], [1], {1: 2, 2: 1}),
    ([CHECKING, BENS], [], [], [2], {1: 2, 2: 1}),
    # In review, it is checked already.
    ([OPEN, IN_REVIEW], [], [], [], {1: 2}),
    # Published: only who has another all the same keeps it.
    ([PUBLISHED, URGENT, CHECKING], [], [], [], {2: 1, 3: 1}),
    ([URGENT, PUBLISHED, BENS], [], [], [3], {1: 3, 3: 2}),
    # What somebody had before it was set aside, or will have after triage, is in nobody's hands.
    ([PARKED, OPEN, REJECTED, PROPOSED], [2], [], [2], {}),
]


@pytest.mark.parametrize(("rows", "open_", "checking", "to_check", "beside"), ROWS)
def test_a_list_of_work_has_one_of_the_claims_judged_the_same(desk, rows, open_, checking, to_check, beside):
    file_same(desk, *rows)
    assert [row["id"] for row in unassigned(desk, Status.OPEN, limit=9)] == open_
    assert [row["id"] for row in unassigned(desk, Status.CHECKING, limit=9)] == checking
    assert [row["id"] for row in desk.query(canned_queries()["claims_to_check"]["sql"])] == to_check
    out = next((number for number, row in enumerate(rows, 1) if row is PUBLISHED), None)
    already = {number: out for number, row in enumerate(rows, 1) if out and row not in (PUBLISHED, BENS)}
    listed = desk.query(canned_queries()["published_already"]["sql"])
    assert {row["id"]: row["published_id"] for row in listed} == already
    assert count_published_already(desk) == len(already)
    assert {one: taken.claim_id for one, taken in taken_elsewhere(desk, range(1, 9)).items()} == beside


def work(db):
    """The claims of the lists for whoever looks for a claim: to be checked, and published already."""
    lists = ("claims_to_check", "published_already")
    return [[row["id"] for row in db.query(canned_queries()[one]["sql"])] for one in lists]


@pytest.fixture
def published(desk):
    """Claims 1 to 3 are judged the same; claim 1 is published in English, as review 1."""
    file_same(desk, OPEN, OPEN, OPEN)
    publish(desk, language="en")
    return desk


def publish(db, **fields):
    """Publish a verdict on claim 1."""
    review_id = reviewing.draft(db, 1, rating="Half true", actor="zoe", **fields)
    reviewing.submit(db, review_id, actor="zoe")
    reviewing.approve(db, review_id, actor="ben")
    reviewing.publish(
        db, review_id, url=f"https://desk.example/{review_id}", reviewed_on="2024-05-01", actor="ben"
    )


def test_a_verdict_that_is_held_leaves_the_claims_judged_the_same_to_be_checked(published):
    assert work(published) == [[], [2, 3]]
    hold(published, 1, actor="ben")
    assert work(published) == [[2], []]
    assert (
        count_published_already(published),
        [row["id"] for row in unassigned(published, Status.OPEN, limit=9)],
    ) == (0, [2])
    release(published, 1, actor="ben")
    assert work(published) == [[], [2, 3]]


def test_a_verdict_in_one_language_is_out_while_that_in_another_is_held(published):
    publish(published, language="cy")
    hold(published, 1, actor="ben")
    assert work(published) == [[], [2, 3]]


def test_a_claim_with_a_verdict_in_progress_stays_on_the_list_although_another_is_published(published):
    """Such as in another language, drafted by a script, to which no claim is assigned."""
    reviewing.draft(published, 3, language="cy", actor="script")
    assert work(published) == [[3], [2]]


@pytest.fixture
def bens(desk):
    """Claims 1 and 2 are judged the same; Ben has claim 2. Claim 3 is alone."""
    file_same(desk, OPEN, BENS)
    with write_transaction(desk, "ada"):
        add(desk, *OPEN)
    return desk


WARNING = "claim 2 says the same and is with ben: speak to ben before you begin, or set claim 1 aside (`claimtrack status 1 parked`)"


def test_whoever_takes_a_claim_is_told_who_has_one_judged_the_same(bens):
    assert set_status(bens, 1, Status.CHECKING, actor="zoe").warning == WARNING
    assert assign(bens, 1, "zoe", actor="zoe").warning == WARNING
    changed = change_claims(bens, [1, 3], Change(assignee="zoe"), actor="zoe")
    assert changed.warnings == {1: [WARNING]}
    # Not for Ben himself, nobody, or both at once.
    assert assign(bens, 1, "Ben", actor="zoe").warning is None
    assert assign(bens, 1, "", actor="zoe").warning is None
    assert change_claims(bens, [1, 2], Change(assignee="zoe"), actor="zoe").warnings == {}


def test_a_claim_whose_verdict_is_out_is_taken_without_a_warning(desk):
    """Such as for a verdict in another language: it cannot be set aside."""
    file_same(desk, ("published", None, "normal"), BENS)
    assert begin(desk, 1, language="cy", actor="zoe").warning is None
    assert assign(desk, 1, "zoe", actor="zoe").warning is None
    assert taken_elsewhere(desk, [1]) == {}


def test_claims_taken_together_hide_nobody_elses(desk):
    """The two come before the third, which is being checked, too."""
    file_same(desk, OPEN, OPEN, CHECKING)
    changed = change_claims(desk, [1, 2], Change(status=Status.CHECKING), actor="zoe")
    told = "claim 3 says the same and is being checked"
    assert [(one, told in str(warning)) for one, [warning] in changed.warnings.items()] == [
        (1, True),
        (2, True),
    ]


def test_claims_moved_one_by_one_together_do_not_warn_of_each_other(desk):
    file_same(desk, OPEN, BENS, CHECKING)
    told = set_status(desk, 1, Status.CHECKING, together={1, 3}, actor="zoe").warning
    assert "claim 2 says the same and is with ben" in str(told)
    assert "claim 3" in str(assign(desk, 1, "ben", actor="zoe").warning)
    assert assign(desk, 1, "zoe", together={1, 2, 3}, actor="zoe").warning is None


def test_a_person_who_is_given_anothers_claims_is_told_who_has_the_same(desk):
    file_same(desk, OPEN, BENS)
    assign(desk, 1, "ada", actor="zoe")
    count, changed = reassign(desk, "ben", "zoe", actor="zoe")
    [told] = changed.warnings[2]
    assert (count, "claim 1 says the same and is with ada" in told) == (1, True)
    # Of two that go to the same person, neither warns of the other.
    assign(desk, 1, "zoe", actor="zoe")
    assert reassign(desk, "zoe", "ben", actor="zoe")[1].warnings == {}


def test_a_claim_that_is_parked_already_is_not_to_be_parked(bens):
    set_status(bens, 1, Status.PARKED, actor="zoe")
    assert assign(bens, 1, "zoe", actor="zoe").warning == WARNING.partition(", or set")[0]


def test_a_claim_of_ones_own_hides_nobody_elses(bens):
    with write_transaction(bens, "ada"):
        bens.execute(
            "insert into matches (left_id, right_id, score, suggestion, scorer) values (1, 3, 1, 'duplicate', 'x')"
        )
        bens.execute("update matches set judgement = 'same' where right_id = 3")
    assign(bens, 1, "zoe", actor="zoe")
    assert taken_elsewhere(bens, [3])[3].assignee == "zoe"
    assert "claim 2 says the same and is with ben" in (assign(bens, 3, "Zoe", actor="zoe").warning or "")


def test_whoever_begins_to_check_a_claim_that_nobody_has_gets_it(bens):
    assert set_status(bens, 1, Status.CHECKING, takes=True, actor="zoe").taken_by == "zoe"
    assert claims.get(bens, 1).assignee == "zoe"
    # It is not taken from anybody, nor by whoever sets another status or the same again.
    for claim_id, status in ((2, Status.CHECKING), (3, Status.PARKED)):
        assert set_status(bens, claim_id, status, takes=True, actor="zoe").taken_by is None
    assign(bens, 1, "", actor="zoe")
    assert set_status(bens, 1, Status.CHECKING, takes=True, actor="zoe").taken_by is None


def test_marked_claims_that_nobody_has_are_taken_unless_they_go_to_another(bens):
    assert change_claims(bens, [1, 2], Change(status=Status.CHECKING), actor="zoe").taken == [1]
    assert [claims.get(bens, one).assignee for one in (1, 2)] == ["zoe", "ben"]
    given = change_claims(bens, [3], Change(status=Status.CHECKING, assignee="ada"), actor="zoe")
    assert (given.taken, claims.get(bens, 3).assignee) == ([], "ada")


def test_a_draft_of_a_claim_that_nobody_has_makes_it_the_drafters(bens):
    begun = begin(bens, 1, rating="False", scale="Four-step scale", actor="zoe")
    assert (begun.assignee, begun.warning) == ("zoe", WARNING)
    # It is not taken away from anybody, and a draft without a name leaves it alone.
    assert begin(bens, 2, actor="zoe").assignee == "ben"
    assert begin(bens, 3, actor=None).assignee is None
    assert taken_elsewhere(bens, [2])[2] == (1, Status.CHECKING, "zoe")
