"""Scores and judgements of a claim's former text are not applied to its current one."""

import pytest

from claimtrack.core.desk.decisions import Decision, Ruling
from claimtrack.core.model import Judgement, Status, Suggestion
from claimtrack.store import claims, matches, queues
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow import triage, undoing
from claimtrack.workflow.editing import edit_claim
from claimtrack.workflow.matching import judging, matching

WORDS = "The city built 40,000 homes in the north last year"
OTHER = "The city has 12 bridges, and each of them leaks"


@pytest.fixture
def desk_with_pair(desk):
    """A desk with claims 1 and 2, in nearly the same words, suggested as duplicates and judged the same by ada."""
    with write_transaction(desk, "ada"):
        claims.add(desk, WORDS)
        claims.add(desk, f"{WORDS}, officials say", status=Status.PROPOSED)
    matching.find_duplicates(desk, actor="ada")
    judging.judge(desk, 1, 2, Judgement.SAME, actor="ada", in_triage=True)
    [row] = matches.of_claim(desk, 1)
    assert (row["suggestion"], row["judgement"], row["reworded"]) == (Suggestion.DUPLICATE, "same", False)
    return desk


def reword(db, claim_id=1):
    return edit_claim(db, claim_id, text=OTHER, actor="bo")


def matches_of(db, claim_id=1):
    return [
        (row["score"], row["suggestion"], row["reasons"], row["judgement"], row["reworded"])
        for row in matches.of_claim(db, claim_id)
    ]


@pytest.mark.parametrize("claim_id", [1, 2])
def test_rewording_a_claim_keeps_its_judgement_but_not_its_score(desk_with_pair, claim_id):
    assert reword(desk_with_pair, claim_id).same_as == (3 - claim_id,)
    assert matches_of(desk_with_pair, 1) == matches_of(desk_with_pair, 2) == [(None, None, [], "same", True)]


def test_rewording_a_claim_by_raw_sql_keeps_its_judgement_but_not_its_score(desk_with_pair):
    desk_with_pair.execute("update claims set text = ? where id = 2", [OTHER])
    assert matches_of(desk_with_pair) == [(None, None, [], "same", True)]


def test_editing_the_claimant_of_a_claim_is_not_a_rewording(desk_with_pair):
    before = matches_of(desk_with_pair)
    assert (
        edit_claim(desk_with_pair, 1, claimant="Ana Sol", claimed_on="2024-01-02", actor="bo").same_as == ()
    )
    assert edit_claim(desk_with_pair, 1, text=WORDS, actor="bo").same_as == ()
    assert matches_of(desk_with_pair) == before


def test_undoing_a_rewording_restores_score_and_judgement(desk_with_pair):
    before = matches_of(desk_with_pair)
    edited = reword(desk_with_pair)
    undoing.take_back(desk_with_pair, edited.written, actor="bo")
    assert matches_of(desk_with_pair) == before


def test_rewording_a_claim_in_triage_reports_claims_judged_the_same(desk_with_pair):
    decided = triage.decide(desk_with_pair, Ruling(2, Decision.EDIT, text=OTHER), actor="bo")
    assert decided.same_as == (1,)
    assert matches_of(desk_with_pair, 2) == [(None, None, [], "same", True)]


def test_judging_a_reworded_pair_the_same_again_applies_to_the_new_text(desk_with_pair):
    reword(desk_with_pair)
    judged = judging.judge(desk_with_pair, 1, 2, Judgement.SAME, actor="bo")
    assert (judged.by, not judged.written.is_empty) == ("bo", True)
    assert matches_of(desk_with_pair) == [(None, None, [], "same", False)]
    again = judging.judge(desk_with_pair, 1, 2, Judgement.SAME, actor="cleo")
    assert (again.by, not again.written.is_empty) == ("bo", False)
    undoing.take_back(desk_with_pair, judged.written, actor="bo")
    assert matches_of(desk_with_pair) == [(None, None, [], "same", True)]


def test_judging_a_reworded_pair_different_ends_the_cluster(desk_with_pair):
    reword(desk_with_pair)
    judging.judge(desk_with_pair, 1, 2, Judgement.DIFFERENT, actor="bo")
    assert matches_of(desk_with_pair) == [(None, None, [], "different", False)]
    assert reword(desk_with_pair, 2).same_as == ()


def test_undoing_the_judgement_of_a_reworded_pair_removes_the_outdated_suggestion(desk_with_pair):
    reword(desk_with_pair)
    judging.undo_judgement(desk_with_pair, (1, 2), actor="bo")
    matching.find_duplicates(desk_with_pair, actor="bo")
    assert (list(queues.unjudged_pairs(desk_with_pair)), matches_of(desk_with_pair)) == ([], [])


def test_a_reworded_pair_that_is_still_similar_is_suggested_again(desk_with_pair):
    edit_claim(desk_with_pair, 1, text=f"{WORDS}, ministers say", actor="bo")
    judging.undo_judgement(desk_with_pair, (1, 2), actor="bo")
    matching.find_duplicates(desk_with_pair, actor="bo")
    [(_, _, _, judgement, is_reworded)] = matches_of(desk_with_pair)
    assert (judgement, is_reworded) == ("unjudged", False)


def test_tuning_ignores_judgements_of_former_texts(desk_with_pair):
    assert len(list(matches.judged_pairs(desk_with_pair))) == 1
    reword(desk_with_pair)
    assert list(matches.judged_pairs(desk_with_pair)) == []
