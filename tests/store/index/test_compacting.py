"""The match index is rebuilt when too much of it is outdated, and only then."""

import pytest

from claimtrack.store import claims
from claimtrack.store.file.database import write_transaction
from claimtrack.store.index import postings
from claimtrack.store.index.compacting import compact_if_outdated
from claimtrack.store.index.postings import index_pending, pending_count
from claimtrack.workflow.matching import matching
from claimtrack.workflow.matching.matching import find_duplicates, index_pending_claims, update_index


def entry_count(db):
    return db.execute("select claims from match_totals").fetchone()[0]


@pytest.fixture
def ten_claims(desk):
    with write_transaction(desk, "ada"):
        for number in range(10):
            claims.add(desk, f"The bridge over stream number {number} was closed for repairs.")
    index_pending(desk.conn)
    return desk


def reword_claims(db, up_to_id):
    with write_transaction(db, "ada"):
        db.execute("update claims set text = text || ' It rained.' where id <= ?", [up_to_id])


def test_an_index_with_few_outdated_entries_is_not_rebuilt(ten_claims):
    reword_claims(ten_claims, 2)
    index_pending(ten_claims.conn)
    assert entry_count(ten_claims) == 12
    assert not compact_if_outdated(ten_claims.conn)


def test_new_claims_waiting_to_be_indexed_are_not_outdated_entries(ten_claims):
    with write_transaction(ten_claims, "ada"):
        for number in range(20):
            claims.add(ten_claims, f"Another claim, number {number}, was added.")
    assert not compact_if_outdated(ten_claims.conn)


def test_rewording_many_claims_rebuilds_the_index(ten_claims):
    reword_claims(ten_claims, 5)
    index_pending_claims(ten_claims)
    assert entry_count(ten_claims) == 10


def test_the_index_of_a_large_desk_is_rebuilt_only_by_find_duplicates(ten_claims, monkeypatch):
    monkeypatch.setattr("claimtrack.workflow.matching.matching.QUICK_REBUILD_CLAIMS", 5)
    reword_claims(ten_claims, 5)
    index_pending_claims(ten_claims)
    assert entry_count(ten_claims) == 15
    find_duplicates(ten_claims, actor="ada")
    assert entry_count(ten_claims) == 10


def test_updating_the_index_takes_one_batch_and_find_duplicates_takes_all(ten_claims, monkeypatch):
    monkeypatch.setattr(postings, "BATCH", 3)
    with write_transaction(ten_claims, "another program"):
        ten_claims.conn.executemany(
            "insert into claims (text) values (?)", [(f"Rents rose by {n}%.",) for n in range(8)]
        )
    update_index(ten_claims)
    assert pending_count(ten_claims.conn) == 8, "so few waiting claims need not be indexed"
    monkeypatch.setattr(matching, "_MIN_WAITING", 1)
    update_index(ten_claims)
    assert pending_count(ten_claims.conn) == 5
    find_duplicates(ten_claims, actor="ada")
    assert pending_count(ten_claims.conn) == 0
