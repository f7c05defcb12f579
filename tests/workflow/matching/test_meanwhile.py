"""What others change between a look-up and the write that follows it: nothing is refused or stored for words that are gone."""

import pytest

from claimtrack.core.model import OnDuplicate
from claimtrack.store.file.checks import examine
from claimtrack.store.file.database import open_desk, write_transaction
from claimtrack.workflow import adding
from claimtrack.workflow.adding import NewClaim, add_claim
from claimtrack.workflow.editing import edit_claim
from claimtrack.workflow.matching import matching

BRIDGE = "The council spent 40 million euros on the new bridge over the river Arn"


@pytest.fixture
def bridges(desk):
    for text in (BRIDGE, BRIDGE.replace("40", "41"), f"{BRIDGE} last year"):
        add_claim(desk, NewClaim(text), on_duplicate=OnDuplicate.NEW, actor="ada")
    desk.execute("delete from matches")
    with write_transaction(desk, "ada"):
        desk.execute("insert or ignore into match_uncompared (claim_id) select id from claims")
    return desk


def reword(db):
    edit_claim(db, 2, text="A dog bit a postman in Lund", actor="ben")


def delete(db):
    with write_transaction(db, "ben"):
        db.execute("delete from matches where right_id = 2 or left_id = 2")
        db.execute("delete from claims where id = 2")


@pytest.fixture
def colleague(desk_path):
    """Another connection to the desk, as a second process has it."""
    db = open_desk(desk_path)
    yield db
    db.close()


def stored_pairs(db):
    return {tuple(row) for row in db.execute("select left_id, right_id from matches")}


@pytest.mark.parametrize("change", [reword, delete])
def test_duplicates_go_on_without_a_claim_that_is_changed_while_they_are_compared(
    bridges, colleague, monkeypatch, change
):
    find_pairs = matching.pairs.find_pairs

    def interrupted(*args):
        for batch in find_pairs(*args):
            assert {(pair.left_id, pair.right_id) for pair in batch.found} >= {(1, 2), (1, 3)}
            change(colleague)
            yield batch

    monkeypatch.setattr(matching.pairs, "find_pairs", interrupted)
    matching.find_duplicates(bridges, actor="ada")
    assert stored_pairs(bridges) == {(1, 3)}
    assert all(one.ok for one in examine(bridges))


@pytest.mark.parametrize("change", [reword, delete])
def test_a_claim_is_filed_although_one_that_it_resembles_is_changed_meanwhile(
    bridges, colleague, monkeypatch, change
):
    look_up = matching.look_up

    def interrupted(*args, **options):
        found = look_up(*args, **options)
        if args[0] is bridges:
            assert 2 in [one.claim_id for one in found]
            change(colleague)
        return found

    monkeypatch.setattr(adding.matching, "look_up", interrupted)
    added = add_claim(bridges, NewClaim(BRIDGE.replace("40", "42")), actor="ada")
    assert (added.claim_id, added.is_new) == (4, True)
    assert stored_pairs(bridges) >= {(1, 4)}
    assert not any(2 in pair for pair in stored_pairs(bridges))
