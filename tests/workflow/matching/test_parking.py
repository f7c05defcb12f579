"""A repeat that waits for triage leaves it when the pair is judged the same, and returns when that is taken back."""

import pytest

from claimtrack.core.desk.decisions import Decision, Ruling
from claimtrack.core.model import Article, Judgement, Status
from claimtrack.store import articles, claims
from claimtrack.workflow import desk as desk_work
from claimtrack.workflow import triage, undoing
from claimtrack.workflow.dossier import claim_dossier
from claimtrack.workflow.matching.judging import judge, undo_judgement
from claimtrack.workflow.matching.parking import describe_moves

SAME, DIFFERENT = Judgement.SAME, Judgement.DIFFERENT


@pytest.mark.parametrize(
    ("before", "queue", "moved"),
    [
        pytest.param({}, [1, 3], [2], id="both wait: the older one stays"),
        pytest.param({1: Status.OPEN}, [3], [2], id="the older one is open"),
        pytest.param({2: Status.CHECKING}, [3], [1], id="the newer one is being checked"),
        pytest.param({1: Status.REJECTED}, [2, 3], [], id="the other is rejected: nothing else would be left to check"),
        pytest.param({1: Status.OPEN, 2: Status.OPEN}, [3], [], id="neither waits"),
    ],
)  # fmt: skip
def test_a_pair_judged_the_same_leaves_one_claim_to_check(untriaged, before, queue, moved):
    for claim_id, status in before.items():
        desk_work.set_status(untriaged, claim_id, status, actor="ada")
    judged = judge(untriaged, 2, 1, SAME, actor="bo")
    assert (triage.queue(untriaged), judged.moved) == (queue, tuple((one, Status.PARKED) for one in moved))
    told = describe_moves(judged.moved, judged.stands)
    assert [f"Claim {one} is parked" in told for one in moved] == [True] * len(moved)
    again = judge(untriaged, 1, 2, SAME, actor="ada")
    assert (again.moved, again.written.is_empty) == ((), True)


def test_of_two_waiting_claims_the_one_said_more_often_stays(untriaged):
    again = "insert into appearances (claim_id, article_id, said_on) values (2, ?, '2024-05-01')"
    untriaged.execute(again, [articles.add(untriaged, Article(text=None, url="https://news.example/again"))])
    judged = judge(untriaged, 1, 2, SAME, actor="bo")
    assert (judged.moved, judged.stands.claim_id) == (((1, Status.PARKED),), 2)


TAKE_BACK = {
    "undo of the judgement": lambda db, judged: undo_judgement(db, (1, 2), actor="bo"),
    "undo on the page": lambda db, judged: undoing.take_back(db, judged.written, actor="bo"),
    "judged different": lambda db, judged: judge(db, 1, 2, DIFFERENT, actor="ada"),
}


@pytest.mark.parametrize("take_back", TAKE_BACK.values(), ids=TAKE_BACK)
def test_a_repeat_returns_to_triage_with_the_judgement(untriaged, take_back):
    take_back(untriaged, judge(untriaged, 1, 2, SAME, actor="bo"))
    assert triage.queue(untriaged) == [1, 2, 3]


@pytest.mark.parametrize("rejected_first", [True, False])
def test_a_repeat_rejected_with_the_other_claim_returns_to_triage_with_the_judgement(
    untriaged, rejected_first
):
    decisions = [Ruling(1, Decision.REJECT), Ruling(2, Decision.DUPLICATE, other=1)]
    for ruling in decisions if rejected_first else decisions[::-1]:
        triage.decide(untriaged, ruling, actor="bo")
    assert claims.get(untriaged, 2).status is Status.REJECTED
    assert undo_judgement(untriaged, (1, 2), actor="bo").moved == ((2, Status.PROPOSED),)
    assert (triage.queue(untriaged), claims.get(untriaged, 1).status) == ([2, 3], Status.REJECTED)


def test_a_repeat_that_a_person_rejected_stays_rejected(untriaged):
    judge(untriaged, 1, 2, SAME, actor="bo")
    desk_work.set_status(untriaged, 2, Status.REJECTED, actor="ada")
    assert undo_judgement(untriaged, (1, 2), actor="bo").moved == ()


def test_a_repeat_leaves_triage_again_if_the_judgement_of_different_is_taken_back(untriaged):
    for judgement in (SAME, DIFFERENT):
        judge(untriaged, 1, 2, judgement, actor="bo")
    assert undo_judgement(untriaged, (1, 2), actor="bo").moved == ((2, Status.PARKED),)
    assert undo_judgement(untriaged, (1, 2), actor="bo").moved == ((2, Status.PROPOSED),)


def test_a_repeat_of_two_claims_returns_only_when_it_repeats_neither(untriaged):
    for one in (1, 2):
        judge(untriaged, one, 3, SAME, actor="bo")
    assert triage.queue(untriaged) == [1]
    undo_judgement(untriaged, (1, 3), actor="bo")
    assert triage.queue(untriaged) == [1, 2]
    assert undo_judgement(untriaged, (2, 3), actor="bo").moved == ((3, Status.PROPOSED),)


@pytest.mark.parametrize("parked_first", [True, False])
def test_a_claim_that_a_person_parked_or_took_up_stays_as_it_is(untriaged, parked_first):
    if parked_first:
        desk_work.set_status(untriaged, 2, Status.PARKED, actor="ada")
    judge(untriaged, 1, 2, SAME, actor="bo")
    if not parked_first:
        desk_work.set_status(untriaged, 2, Status.OPEN, actor="ada")
    undo_judgement(untriaged, (1, 2), actor="bo")
    assert claims.get(untriaged, 2).status is (Status.PARKED if parked_first else Status.OPEN)


@pytest.mark.parametrize(
    ("status", "stands"),
    [
        (Status.PROPOSED, "claim 1, which waits for triage."),
        (Status.CHECKING, "claim 1, which is being checked, assigned to ada."),
        (
            Status.PARKED,
            "claim 1, which is parked, so nobody is checking it, although it was said 2 times. If it is worth checking now, move it to open "
            "(`claimtrack status 1 open`).",
        ),
    ],
)
def test_whoever_takes_a_repeat_out_of_triage_learns_who_checks_the_other_claim(untriaged, status, stands):
    if status is not Status.PROPOSED:
        desk_work.assign(untriaged, 1, "ada", actor="ada")
        desk_work.set_status(untriaged, 1, Status.OPEN, actor="ada")
        desk_work.set_status(untriaged, 1, status, actor="ada")
    judged = judge(untriaged, 1, 2, SAME, actor="bo")
    assert describe_moves(judged.moved, judged.stands) == f"Claim 2 is parked, because it repeats {stands}"
    decided = triage.decide(untriaged, Ruling(3, Decision.DUPLICATE, other=2), actor="bo")
    assert decided.stands == judged.stands._replace(appearances=decided.stands.appearances)
    assert claim_dossier(untriaged, 3)["repeats"]["claim_id"] == 1
    assert claim_dossier(untriaged, 1)["repeats"] is None


def test_a_duplicate_of_a_claim_parked_in_triage_names_it(untriaged):
    desk_work.set_status(untriaged, 1, Status.PARKED, actor="ada")
    decided = triage.decide(untriaged, Ruling(2, Decision.DUPLICATE, other=1), actor="bo")
    assert decided.stands[:2] == (1, Status.PARKED)
    assert [claim_dossier(untriaged, one)["repeats"] is None for one in (1, 2)] == [True, False]


def test_a_duplicate_that_was_judged_the_same_before_names_what_stands_for_it(untriaged):
    judge(untriaged, 1, 2, SAME, actor="bo")
    desk_work.set_status(untriaged, 2, Status.PROPOSED, actor="ada")
    triage.decide(untriaged, Ruling(2, Decision.DUPLICATE, other=1), actor="bo")
    assert claim_dossier(untriaged, 2)["repeats"]["claim_id"] == 1
    desk_work.set_status(untriaged, 3, Status.PARKED, actor="ada")
    judge(untriaged, 1, 3, SAME, actor="bo")
    assert claim_dossier(untriaged, 3)["repeats"] is None, "it was parked for another reason"


def test_triage_parks_the_claim_that_was_called_a_duplicate_although_it_is_older(untriaged):
    triage.decide(untriaged, Ruling(1, Decision.DUPLICATE, other=2), actor="bo")
    assert triage.queue(untriaged) == [2, 3]
    undo_judgement(untriaged, (1, 2), actor="bo")
    assert triage.queue(untriaged) == [1, 2, 3]
