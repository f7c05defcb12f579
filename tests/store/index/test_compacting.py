"""The match index is built anew where too much of it is outdated, and only there."""

import pytest

from claimtrack.store import claims
from claimtrack.store.file.database import write_transaction
from claimtrack.store.index import postings
from claimtrack.store.index.compacting import compact_if_outdated
from claimtrack.store.index.postings import index_pending, pending_count
from claimtrack.workflow.matching import matching
from claimtrack.workflow.matching.matching import find_duplicates, index_pending_claims, update_index


def entries(db):
    return db.execute("select claims from match_totals").fetchone()[0]


@pytest.fixture
def ten(desk):
    with write_transaction(desk, "ada"):
        for number in range(10):
            claims.add(desk, f"The bridge over stream number {number} was closed for repairs.")
    index_pending(desk.conn)
    return desk


def reword(db, last):
    with write_transaction(db, "ada"):
        db.execute("update claims set text = text || ' It rained.' where id <= ?", [last])


def test_an_index_with_a_few_outdated_entries_stays(ten):
    reword(ten, 2)
    index_pending(ten.conn)
    assert entries(ten) == 12
    assert not compact_if_outdated(ten.conn)


def test_new_claims_that_wait_are_not_outdated(ten):
    with write_transaction(ten, "ada"):
        for number in range(20):
            claims.add(ten, f"Another claim, number {number}, was added.")
    assert not compact_if_outdated(ten.conn)


def test_rewording_much_of_a_desk_builds_its_index_anew(ten):
    reword(ten, 5)
    index_pending_claims(ten)
    assert entries(ten) == 10


def test_a_large_desk_waits_for_duplicates(ten, monkeypatch):
    monkeypatch.setattr("claimtrack.workflow.matching.matching.QUICK_REBUILD_CLAIMS", 5)
    reword(ten, 5)
    index_pending_claims(ten)
    assert entries(ten) == 15
    find_duplicates(ten, actor="ada")
    assert entries(ten) == 10


def test_of_very_many_claims_that_wait_a_write_takes_in_one_batch_and_duplicates_all(ten, monkeypatch):
    monkeypatch.setattr(postings, "BATCH", 3)
    with write_transaction(ten, "another program"):
        ten.conn.executemany(
            "insert into claims (text) values (?)", [(f"Rents rose by {n}%.",) for n in range(8)]
        )
    update_index(ten)
    assert pending_count(ten.conn) == 8, "so few are read one by one"
    monkeypatch.setattr(matching, "_MIN_WAITING", 1)
    update_index(ten)
    assert pending_count(ten.conn) == 5
    find_duplicates(ten, actor="ada")
    assert pending_count(ten.conn) == 0
