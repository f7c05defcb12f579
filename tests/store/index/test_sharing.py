import pytest
from sqlite_utils import Database

from claimtrack.store.index import pairs, sharing
from claimtrack.store.index.lookups import DeskMatcher
from claimtrack.store.index.pairs import find_pairs
from claimtrack.store.index.postings import index_pending
from claimtrack.store.index.sharing import MAX_PER_KEY, CandidatePairs

HARBOURS = "Ravensby", "Oakport", "Skelling"
CATCHES = "frozen herring", "salted cod", "smoked eel", "live lobster"


@pytest.fixture
def desk(desk):
    """Thirty claims that share some of their words, two in all of them, two of a word each, and one that shares none."""
    told = [f"The harbour of {HARBOURS[n % 3]} sold {900 + n} crates of {CATCHES[n % 4]}" for n in range(30)]
    told += [told[4], "疫苗", "疫苗", "Beekeepers strike"]
    desk.conn.executemany("insert into claims (text) values (?)", [(text,) for text in told])
    index_pending(desk.conn)
    return desk.conn


def ids_of(desk):
    return [row[0] for row in desk.execute("select id from claims order by id")]


def sets(found):
    return {claim_id: set(others) for claim_id, others in found.items()}


@pytest.mark.parametrize("step", [1, 7, 34])
def test_those_of_some_claims_at_a_time_are_those_of_all_at_once(desk, monkeypatch, step):
    ids = ids_of(desk)
    at_once = sets(CandidatePairs(desk, ids).near(ids))
    assert sum(map(len, at_once.values())) > len(ids)
    monkeypatch.setattr(sharing, "_CLAIM_BATCH", 3)
    monkeypatch.setattr(sharing, "_PAIR_BATCH", 5)
    some = CandidatePairs(desk, ids)
    parts = [sets(some.near(ids[at : at + step])) for at in range(0, len(ids), step)]
    assert {claim_id: others for part in parts for claim_id, others in part.items()} == at_once
    assert sum(map(len, parts)) == len(at_once), "each claim is told of in its own part alone"


def test_a_pair_stands_under_the_higher_claim_that_was_asked_for(desk):
    ids = ids_of(desk)
    first, repeat = ids[4], ids[30]
    asked_for_both = CandidatePairs(desk, ids).near(ids)
    assert first in asked_for_both[repeat]
    assert repeat not in asked_for_both.get(first, ())
    assert repeat in CandidatePairs(desk, [first]).near([first])[first]
    assert first in CandidatePairs(desk, [repeat]).near([repeat])[repeat]


def test_claims_of_one_word_have_it_for_their_key_and_others_have_none(desk):
    ids = ids_of(desk)
    found = CandidatePairs(desk, ids).near(ids)
    assert found[ids[32]] == [ids[31]]
    assert ids[33] not in found


def test_of_a_key_that_many_claims_share_the_newest_before_each_are_compared(desk):
    desk.executemany("insert into claims (text) values (?)", [("Rents soared.",)] * (MAX_PER_KEY + 5))
    index_pending(desk)
    ids = ids_of(desk)
    assert CandidatePairs(desk, ids).near(ids)[ids[-1]] == ids[-1 - MAX_PER_KEY : -1]


def test_the_pairs_are_the_same_however_many_claims_are_looked_ahead(desk, monkeypatch):
    ids = ids_of(desk)
    matcher = DeskMatcher.of(Database(desk))
    [at_once] = find_pairs(matcher, ids)
    monkeypatch.setattr(pairs, "BATCH", 4)
    monkeypatch.setattr(pairs, "_LOOKAHEAD", 8)
    batches = list(find_pairs(matcher, ids))
    assert [claim_id for batch in batches for claim_id in batch.texts] == ids
    assert at_once.found
    assert sorted(pair for batch in batches for pair in batch.found) == at_once.found
