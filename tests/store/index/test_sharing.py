"""Candidate pairs of claims that share their rarest words."""

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
    """Thirty claims that share some words, an exact repeat of one, two claims of a single word, and one that shares no word."""
    texts = [f"The harbour of {HARBOURS[n % 3]} sold {900 + n} crates of {CATCHES[n % 4]}" for n in range(30)]
    texts += [texts[4], "疫苗", "疫苗", "Beekeepers strike"]
    desk.conn.executemany("insert into claims (text) values (?)", [(text,) for text in texts])
    index_pending(desk.conn)
    return desk.conn


def claim_ids(desk):
    return [row[0] for row in desk.execute("select id from claims order by id")]


def as_sets(found):
    return {claim_id: set(others) for claim_id, others in found.items()}


@pytest.mark.parametrize("step", [1, 7, 34])
def test_candidate_pairs_do_not_depend_on_how_claims_are_split_into_parts(desk, monkeypatch, step):
    ids = claim_ids(desk)
    at_once = as_sets(CandidatePairs(desk, ids).near(ids))
    assert sum(map(len, at_once.values())) > len(ids)
    monkeypatch.setattr(sharing, "_CLAIM_BATCH", 3)
    monkeypatch.setattr(sharing, "_PAIR_BATCH", 5)
    in_parts = CandidatePairs(desk, ids)
    parts = [as_sets(in_parts.near(ids[at : at + step])) for at in range(0, len(ids), step)]
    assert {claim_id: others for part in parts for claim_id, others in part.items()} == at_once
    assert sum(map(len, parts)) == len(at_once), "each claim occurs in its own part only"


def test_a_pair_is_listed_under_the_requested_claim_with_the_higher_id(desk):
    ids = claim_ids(desk)
    first, repeat = ids[4], ids[30]
    both_requested = CandidatePairs(desk, ids).near(ids)
    assert first in both_requested[repeat]
    assert repeat not in both_requested.get(first, ())
    assert repeat in CandidatePairs(desk, [first]).near([first])[first]
    assert first in CandidatePairs(desk, [repeat]).near([repeat])[repeat]


def test_claims_of_a_single_word_are_paired_by_that_word(desk):
    ids = claim_ids(desk)
    found = CandidatePairs(desk, ids).near(ids)
    assert found[ids[32]] == [ids[31]]
    assert ids[33] not in found


def test_a_key_shared_by_many_claims_pairs_each_with_the_latest_before_it(desk):
    desk.executemany("insert into claims (text) values (?)", [("Rents soared.",)] * (MAX_PER_KEY + 5))
    index_pending(desk)
    ids = claim_ids(desk)
    assert CandidatePairs(desk, ids).near(ids)[ids[-1]] == ids[-1 - MAX_PER_KEY : -1]


def test_pairs_do_not_depend_on_the_batch_size_or_lookahead(desk, monkeypatch):
    ids = claim_ids(desk)
    matcher = DeskMatcher.of(Database(desk))
    [at_once] = find_pairs(matcher, ids)
    monkeypatch.setattr(pairs, "BATCH", 4)
    monkeypatch.setattr(pairs, "_LOOKAHEAD", 8)
    batches = list(find_pairs(matcher, ids))
    assert [claim_id for batch in batches for claim_id in batch.texts] == ids
    assert at_once.found
    assert sorted(pair for batch in batches for pair in batch.found) == at_once.found
