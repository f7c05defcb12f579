"""`duplicates` pairs a claim with one of several that were judged the same, and finds another pair when that one no longer stands for all."""

from contextlib import closing
from random import Random

import pytest

from claimtrack.core.errors import ClaimtrackError
from claimtrack.core.model import Judgement, Status, Suggestion
from claimtrack.store import claims, clusters
from claimtrack.store.file.connecting import file_of
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.store.index import pairs
from claimtrack.store.index.lookups import DeskMatcher
from claimtrack.workflow.desk import set_status
from claimtrack.workflow.editing import edit_claim
from claimtrack.workflow.matching import matching
from claimtrack.workflow.matching.judging import judge, undo_judgement
from claimtrack.workflow.matching.matching import find_duplicates
from tests.tables import each_row

WORDS = "The port of Halvern lost {} of its {}cranes in the storms of last November{}"
VERSIONS = [
    WORDS.format(*parts)
    for parts in (
        ("twelve", "", ""), ("12", "", ""), ("twelve", "", ", officials say"), ("12", "old ", ""), ("12", "", " in Tarn"),
        ("21", "", ""), ("21", "", ", officials say"), ("12", "new ", ""),
    )
]  # fmt: skip


@pytest.fixture
def rumour(desk):
    """A desk with versions of a rumour, claims 1 to 6; some differ in a fact."""
    with write_transaction(desk, "ada"):
        for text in VERSIONS[:6]:
            claims.add(desk, text)
    return desk


def stored(db, condition="true"):
    return {(left, right): suggestion for left, right, suggestion in db.execute(
        f"select left_id, right_id, suggestion from matches where {condition}"
    )}  # fmt: skip


def lost_pairs(db, monkeypatch):
    """The pairs of a comparison of all with all, of claims not rejected, that neither stand on the desk nor follow from what does."""
    with monkeypatch.context() as patched:
        patched.setattr(pairs, "_clusters", lambda conn, ids: {})
        ids = [row[0] for row in db.execute("select id from claims where status <> 'rejected' order by id")]
        found = [pair for batch in pairs.find_pairs(DeskMatcher.of(db), ids) for pair in batch.found]
    cluster = {one: min(clusters.members(db, one)) for one in ids}
    standing = stored(db)
    current = stored(
        db, "not (select is_judged_otherwise from match_words where match_words.id = matches.id)"
    )
    decided = {
        frozenset(cluster.get(one, -one) for one in pair)
        for pair, suggestion in current.items()
        if suggestion != Suggestion.CONFLICT and cluster.keys() >= {*pair}
    } | {
        frozenset(min(clusters.members(db, one)) for one in pair) for pair in stored(db, "judgement = 'different'")
    }  # fmt: skip
    for left, right, said in found:
        if left not in cluster or right not in cluster or (left, right) in standing:
            continue
        between = frozenset((cluster[left], cluster[right]))
        if said.suggestion is Suggestion.CONFLICT or (len(between) == 2 and between not in decided):
            yield left, right, said.suggestion


def act(db, chance):
    """Do something at random, as a person or another program may; what the desk refuses is left."""
    one, other = chance.sample(range(1, 7), 2)
    what = chance.choice(["judge"] * 5 + ["undo"] * 2 + ["edit", "status", "delete", "find", "find"])
    try:
        if what == "judge":
            judgement = chance.choice(["same", "same", "same", "different", "unsure", "unjudged"])
            judge(db, one, other, Judgement(judgement), actor="ada")
        elif what == "undo":
            undo_judgement(db, chance.choice([None, (one, other)]), actor="ada")
        elif what == "edit":
            edit_claim(
                db, one, text=chance.choice(VERSIONS), claimant=chance.choice([None, "Ana Sol"]), actor="ada"
            )
        elif what == "status":
            set_status(db, one, chance.choice([Status.REJECTED, Status.OPEN]), actor="ada")
        elif what == "delete":
            # What a person deletes of claims that were judged the same as no other stays deleted; and conflicts, which stand for no others.
            db.execute(
                "delete from matches where ? in (left_id, right_id) and suggestion <> 'conflict' and exists ("
                "select 1 from match_clusters where claim_id in (left_id, right_id))", [one],
            )  # fmt: skip
        else:
            find_duplicates(db, actor="ada")
    except ClaimtrackError:
        pass
    return what, one, other


@pytest.mark.parametrize("seed", [9, 12])  # each fails without one of the triggers
def test_no_pair_is_lost_whatever_was_judged_undone_edited_or_rejected(rumour, monkeypatch, seed):
    chance = Random(seed)
    done = [act(rumour, chance) for _ in range(40)]
    find_duplicates(rumour, actor="ada")
    assert list(lost_pairs(rumour, monkeypatch)) == [], done


@pytest.fixture
def repeated(rumour):
    """The desk with claims 1 to 4 judged the same, and claim 7, which was added then and repeats them."""
    find_duplicates(rumour, actor="ada")
    for other in (2, 3, 4):
        judge(rumour, 1, other, Judgement.SAME, actor="ada")
    with write_transaction(rumour, "ada"):
        claims.add(rumour, VERSIONS[0].upper())
    find_duplicates(rumour, actor="ada")
    return rumour


def test_a_claim_is_paired_with_one_of_those_judged_the_same(repeated):
    assert stored(repeated, "right_id = 7 and left_id < 5") == {(1, 7): "duplicate"}
    undo_judgement(repeated, (1, 2), actor="ada")
    find_duplicates(repeated, actor="ada")
    assert stored(repeated, "right_id = 7").keys() >= {(1, 7), (2, 7)}


@pytest.mark.parametrize("judgement", [Judgement.UNSURE, Judgement.DIFFERENT])
def test_a_judgement_decides_for_the_others_until_one_of_its_claims_is_reworded(repeated, judgement):
    judge(repeated, 1, 7, judgement, actor="ada")
    repeated.execute("insert into match_uncompared (claim_id) values (7)")
    find_duplicates(repeated, actor="ada")
    assert stored(repeated, "right_id = 7 and left_id < 5").keys() == {(1, 7)}
    edit_claim(repeated, 1, text=VERSIONS[2], actor="ada")
    find_duplicates(repeated, actor="ada")
    assert (2, 7) in stored(repeated, "right_id = 7 and judgement = 'unjudged'")


@each_row(
    "change",
    [
        "update claims set status = 'rejected' where id = 1",
        "update matches set suggestion = 'conflict' where left_id = 1 and right_id = 7",
        "delete from matches where left_id = 1 and right_id = 7",
    ],
)
def test_a_claim_is_compared_again_when_its_pair_no_longer_stands_for_all(repeated, change):
    with pytest.raises(ZeroDivisionError), write_transaction(repeated, "ada"):
        repeated.execute(change)
        assert (7,) in list(repeated.execute("select claim_id from match_uncompared"))
        raise ZeroDivisionError  # so that the next row finds the desk as it was


def test_no_pair_is_lost_if_a_colleague_takes_a_judgement_back_meanwhile(repeated, monkeypatch):
    def take_back(_seconds):
        with closing(open_desk(file_of(repeated))) as db:
            if any(db.execute("select 1 from matches where right_id = 2 and judgement = 'same'")):
                undo_judgement(db, (1, 2), actor="ben")

    repeated.execute("insert or ignore into match_uncompared (claim_id) select id from claims")
    monkeypatch.setattr(matching.time, "sleep", take_back)
    find_duplicates(repeated, actor="ada")
    assert (2, 7) not in stored(repeated, "right_id = 7")
    find_duplicates(repeated, actor="ada")
    assert (2, 7) in stored(repeated, "right_id = 7")
