"""Vectors of claims live exactly as long as the texts they encode, whichever program changes those."""

import sqlite3

import numpy as np
import pytest

from claimtrack.core.errors import ClaimtrackError
from claimtrack.store.file.database import write_transaction
from claimtrack.store.index import vector_search, vectors


@pytest.fixture
def encoder(desk):
    """The row of an active encoder of two dimensions, and three claims with vectors."""
    with write_transaction(desk, "ada"):
        row = vectors.activate(desk, "flat", "flat 1", 2)
        for text in ("Rents rose.", "Prices fell.", "Wages rose."):
            desk.execute("insert into claims (text) values (?)", [text])
    add_vectors(desk, row, {1: (1, 0), 2: (0, 1), 3: (1, 1)})
    return row


def add_vectors(desk, row, vectors_by_claim):
    texts = dict(desk.execute("select id, text from claims").fetchall())
    with write_transaction(desk, None):
        vectors.add(
            desk,
            row,
            [(claim_id, texts[claim_id], bytes(vector)) for claim_id, vector in vectors_by_claim.items()],
        )


def claims_with_vectors(desk):
    return [row[0] for row in desk.execute("select claim_id from claim_vectors order by 1")]


def nearest(desk, row, query=(1, 0), found=(), limit=10, exclude=()):
    searched = vector_search.Nearness(desk.conn, row, 0.6, lambda text: np.array(query, dtype=np.int8))
    return searched.to("words", found, limit, exclude)


# ── kept and removed ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("sql", "remaining"),
    [
        ("update claims set text = 'Rents fell.' where id = 1", [2, 3]),
        ("update claims set text = 'Rents rose.' where id = 1", [1, 2, 3]),
        ("update claims set claimed_on = '2024-01-01' where id = 1", [1, 2, 3]),
        ("delete from claims where id = 2", [1, 3]),
    ],
)
def test_a_vector_is_deleted_when_its_claims_text_changes(desk, encoder, sql, remaining):
    desk.execute(sql)
    assert claims_with_vectors(desk) == remaining


def test_a_plain_sql_client_leaves_no_stale_vector(desk, desk_path, encoder):
    other = sqlite3.connect(desk_path)
    other.execute("update claims set text = 'Rents fell.' where id = 1")
    other.execute("delete from claims where id = 2")
    other.commit()
    other.close()
    assert claims_with_vectors(desk) == [3]


def test_a_claim_reworded_while_it_was_encoded_gets_no_vector(desk, encoder):
    with write_transaction(desk, None):
        desk.execute("update claims set text = 'Rents fell.' where id = 1")
        vectors.add(desk, encoder, [(1, "Rents rose.", b"\1\0"), (99, "Gone.", b"\1\0")])
    assert claims_with_vectors(desk) == [2, 3]


def test_two_programs_that_encode_the_same_claim_leave_one_vector(desk, encoder):
    add_vectors(desk, encoder, {1: (0, 1)})
    assert claims_with_vectors(desk) == [1, 2, 3]


def test_claims_without_vectors_are_listed_in_order_and_after_a_given_id(desk, encoder):
    desk.execute("delete from claim_vectors where claim_id in (1, 3)")
    assert vectors.count_missing(desk.conn, encoder) == 2
    assert vectors.list_missing(desk.conn, encoder, 10) == [(1, "Rents rose."), (3, "Wages rose.")]
    assert vectors.list_missing(desk.conn, encoder, 10, after=1) == [(3, "Wages rose.")]


# ── one encoder at a time ───────────────────────────────────────────────────────────────────────


def test_old_vectors_stay_until_they_are_deleted_for_the_new_encoder_version(desk, encoder):
    with write_transaction(desk, "ada"):
        newer = vectors.activate(desk, "flat", "flat 2", 2)
    assert vectors.active_encoder(desk.conn) == newer
    assert (vectors.count_encoded(desk.conn, newer), claims_with_vectors(desk)) == (0, [1, 2, 3])
    with write_transaction(desk, "ada"):
        vectors.delete_other_vectors(desk, newer)
    assert claims_with_vectors(desk) == []


def test_deactivating_and_reactivating_an_encoder_keeps_its_vectors(desk, encoder):
    with write_transaction(desk, "ada"):
        assert vectors.deactivate(desk)
        assert not vectors.deactivate(desk)
        assert vectors.activate(desk, "flat", "flat 1", 2) == encoder
    assert claims_with_vectors(desk) == [1, 2, 3]


def test_the_database_refuses_a_second_active_encoder(desk, encoder):
    with pytest.raises(ClaimtrackError), write_transaction(desk, "ada"):
        desk.execute("insert into encoders (name, version, dimensions) values ('b', 'b 1', 2)")


def test_history_records_who_activated_the_encoder_but_not_its_vectors(desk, encoder):
    rows = desk.execute(
        "select table_name, actor from history where table_name like '%vector%' or table_name = 'encoders'"
    )
    assert rows.fetchall() == [("encoders", "ada")]


# ── nearest ─────────────────────────────────────────────────────────────────────────────────────


def test_near_claims_come_with_their_cosines_and_distant_claims_not_at_all(desk, encoder):
    assert nearest(desk, encoder) == pytest.approx({1: 1.0, 3: 0.7071}, abs=1e-3)


def test_claims_found_by_words_get_a_cosine_however_distant(desk, encoder):
    assert nearest(desk, encoder, found=[2, 77])[2] == pytest.approx(0)


def test_the_nearest_claims_respect_the_limit_and_excluded_claims(desk, encoder):
    assert list(nearest(desk, encoder, limit=1)) == [1]
    assert list(nearest(desk, encoder, limit=1, exclude=[1])) == [3]


def test_nothing_is_near_without_claims_or_words_or_with_a_failing_encoder(desk, encoder):
    failing = vector_search.Nearness(desk.conn, encoder, 0.6, lambda text: None)
    assert failing.to("words", [1], 5, ()) == {}
    for text in ("", "  ", "?!", "🙂"):
        assert vector_search.Nearness(desk.conn, encoder, 0.6, pytest.fail).to(text, [1], 5, ()) == {}
    desk.execute("delete from claim_vectors")
    assert nearest(desk, encoder, found=[1]) == {}


def test_vectors_changed_between_two_searches_are_noticed(desk, desk_path, encoder):
    assert set(nearest(desk, encoder)) == {1, 3}
    other = sqlite3.connect(desk_path)
    other.execute("update claims set text = 'Reworded.' where id = 3")
    other.commit()
    assert set(nearest(desk, encoder)) == {1}
    add_vectors(desk, encoder, {3: (1, 0)})
    assert nearest(desk, encoder)[3] == pytest.approx(1)
    other.close()


def test_two_desks_do_not_share_vectors(desk, encoder, new_desk_file, tmp_path):
    import shutil

    from claimtrack.store.file.database import open_desk

    assert set(nearest(desk, encoder)) == {1, 3}
    second = open_desk(shutil.copy(new_desk_file, tmp_path / "second.db"))
    assert nearest(second, encoder) == {}
    second.close()
    assert set(nearest(desk, encoder)) == {1, 3}


def test_a_desk_too_large_to_scan_compares_only_claims_found_by_words(desk, encoder, monkeypatch):
    monkeypatch.setattr(vector_search, "MAX_SCANNED", 2)
    assert nearest(desk, encoder) == {}
    assert set(nearest(desk, encoder, found=[2, 3])) == {2, 3}


def test_a_vector_of_the_wrong_length_is_skipped(desk, encoder):
    desk.execute("update claim_vectors set vector = x'010203' where claim_id = 1")
    assert set(nearest(desk, encoder, found=[1])) == {3}
