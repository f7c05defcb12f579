"""What was scored and judged of a claim's former words is not told of those it has now."""

import pytest

from claimtrack.core.desk.decisions import Decision, Ruling
from claimtrack.core.model import Judgement, Status, Suggestion
from claimtrack.store import claims, matches
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow import triage, undoing
from claimtrack.workflow.editing import edit_claim
from claimtrack.workflow.matching import judging, matching

WORDS = "The city built 40,000 homes in the north last year"
OTHER = "The city has 12 bridges, and each of them leaks"


@pytest.fixture
def pair(desk):
    """Claims 1 and 2 in nearly the same words, suggested as duplicates and judged the same by ada."""
    with write_transaction(desk, "ada"):
        claims.add(desk, WORDS)
        claims.add(desk, f"{WORDS}, officials say", status=Status.PROPOSED)
    matching.find_duplicates(desk, actor="ada")
    judging.judge(desk, 1, 2, Judgement.SAME, actor="ada")
    [row] = matches.of_claim(desk, 1)
    assert (row["suggestion"], row["judgement"], row["reworded"]) == (Suggestion.DUPLICATE, "same", False)
    return desk


def reworded(db, claim_id=1):
    return edit_claim(db, claim_id, text=OTHER, actor="bo")


def told(db, claim_id=1):
    return [
        (row["score"], row["suggestion"], row["reasons"], row["judgement"], row["reworded"])
        for row in matches.of_claim(db, claim_id)
    ]


@pytest.mark.parametrize("claim_id", [1, 2])
def test_the_judgement_stays_and_the_score_is_not_told_of_the_new_words(pair, claim_id):
    assert reworded(pair, claim_id).same_as == (3 - claim_id,)
    assert told(pair, 1) == told(pair, 2) == [(None, None, "[]", "same", True)]


def test_by_whatever_program_the_claim_is_reworded(pair):
    pair.execute("update claims set text = ? where id = 2", [OTHER])
    assert told(pair) == [(None, None, "[]", "same", True)]


def test_an_edit_of_who_said_it_is_no_rewording(pair):
    before = told(pair)
    assert edit_claim(pair, 1, claimant="Ana Sol", claimed_on="2024-01-02", actor="bo").same_as == ()
    assert edit_claim(pair, 1, text=WORDS, actor="bo").same_as == ()
    assert told(pair) == before


def test_who_takes_the_edit_back_has_score_and_judgement_again(pair):
    before = told(pair)
    done = reworded(pair)
    undoing.take_back(pair, done.written, actor="bo")
    assert told(pair) == before


def test_a_claim_that_is_reworded_in_triage_tells_what_it_is_judged_the_same_as(pair):
    done = triage.decide(pair, Ruling(2, Decision.EDIT, text=OTHER), actor="bo")
    assert done.same_as == (1,)
    assert told(pair, 2) == [(None, None, "[]", "same", True)]


def test_to_judge_the_same_again_is_a_judgement_of_the_new_words(pair):
    reworded(pair)
    done = judging.judge(pair, 1, 2, Judgement.SAME, actor="bo")
    assert (done.by, not done.written.is_empty) == ("bo", True)
    assert told(pair) == [(None, None, "[]", "same", False)]
    again = judging.judge(pair, 1, 2, Judgement.SAME, actor="cleo")
    assert (again.by, not again.written.is_empty) == ("bo", False)
    undoing.take_back(pair, done.written, actor="bo")
    assert told(pair) == [(None, None, "[]", "same", True)]


def test_to_judge_otherwise_ends_the_cluster(pair):
    reworded(pair)
    judging.judge(pair, 1, 2, Judgement.DIFFERENT, actor="bo")
    assert told(pair) == [(None, None, "[]", "different", False)]
    assert reworded(pair, 2).same_as == ()


def test_a_judgement_that_is_undone_leaves_no_pair_with_an_old_score_to_judge(pair):
    reworded(pair)
    judging.undo_judgement(pair, (1, 2), actor="bo")
    matching.find_duplicates(pair, actor="bo")
    assert (list(matching.waiting_pairs(pair)), told(pair)) == ([], [])


def test_it_is_scored_anew_where_the_new_words_are_still_alike(pair):
    edit_claim(pair, 1, text=f"{WORDS}, ministers say", actor="bo")
    judging.undo_judgement(pair, (1, 2), actor="bo")
    matching.find_duplicates(pair, actor="bo")
    [(_, _, _, judgement, is_reworded)] = told(pair)
    assert (judgement, is_reworded) == ("unjudged", False)


def test_tuning_learns_nothing_from_a_judgement_of_other_words(pair):
    assert len(list(matches.judged_pairs(pair))) == 1
    reworded(pair)
    assert list(matches.judged_pairs(pair)) == []
