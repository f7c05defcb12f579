"""Vectors in the desk's file: kept as long as the words they were made from, whoever changes those."""

import sqlite3

import numpy as np
import pytest

from claimtrack.core.errors import ClaimtrackError
from claimtrack.store.file.database import write_transaction
from claimtrack.store.index import vector_search, vectors


@pytest.fixture
def encoder(desk):
    """An encoder in force, of two dimensions, and three claims with vectors."""
    with write_transaction(desk, "ada"):
        row = vectors.activate(desk, "flat", "flat 1", 2)
        for text in ("Rents rose.", "Prices fell.", "Wages rose."):
            desk.execute("insert into claims (text) values (?)", [text])
    give(desk, row, {1: (1, 0), 2: (0, 1), 3: (1, 1)})
    return row


def give(desk, row, made):
    texts = dict(desk.execute("select id, text from claims").fetchall())
    with write_transaction(desk, None):
        vectors.add(desk, row, [(one, texts[one], bytes(vector)) for one, vector in made.items()])


def held(desk):
    return [row[0] for row in desk.execute("select claim_id from claim_vectors order by 1")]


def near(desk, row, query=(1, 0), found=(), limit=10, exclude=()):
    searched = vector_search.Nearness(desk.conn, row, 0.6, lambda text: np.array(query, dtype=np.int8))
    return searched.to("words", found, limit, exclude)


# ── kept and removed ────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("sql", "left"),
    [
        ("update claims set text = 'Rents fell.' where id = 1", [2, 3]),
        ("update claims set text = 'Rents rose.' where id = 1", [1, 2, 3]),
        ("update claims set claimed_on = '2024-01-01' where id = 1", [1, 2, 3]),
        ("delete from claims where id = 2", [1, 3]),
    ],
)
def test_a_vector_goes_with_the_words_it_was_made_from(desk, encoder, sql, left):
    desk.execute(sql)
    assert held(desk) == left


def test_a_client_that_knows_nothing_of_it_leaves_no_stale_vector(desk, desk_path, encoder):
    other = sqlite3.connect(desk_path)
    other.execute("update claims set text = 'Rents fell.' where id = 1")
    other.execute("delete from claims where id = 2")
    other.commit()
    other.close()
    assert held(desk) == [3]


def test_a_claim_reworded_while_it_was_read_gets_no_vector(desk, encoder):
    with write_transaction(desk, None):
        desk.execute("update claims set text = 'Rents fell.' where id = 1")
        vectors.add(desk, encoder, [(1, "Rents rose.", b"\1\0"), (99, "Gone.", b"\1\0")])
    assert held(desk) == [2, 3]


def test_two_that_read_the_same_claim_at_once_leave_one_vector(desk, encoder):
    give(desk, encoder, {1: (0, 1)})
    assert held(desk) == [1, 2, 3]


def test_what_is_missing_is_told_in_order_and_from_where_one_stopped(desk, encoder):
    desk.execute("delete from claim_vectors where claim_id in (1, 3)")
    assert vectors.count_missing(desk.conn, encoder) == 2
    assert vectors.list_missing(desk.conn, encoder, 10) == [(1, "Rents rose."), (3, "Wages rose.")]
    assert vectors.list_missing(desk.conn, encoder, 10, after=1) == [(3, "Wages rose.")]


# ── one encoder at a time ───────────────────────────────────────────────────────────────────────


def test_another_version_takes_over_and_the_old_vectors_go_when_it_is_told_to_have_read_all(desk, encoder):
    with write_transaction(desk, "ada"):
        newer = vectors.activate(desk, "flat", "flat 2", 2)
    assert vectors.active_encoder(desk.conn) == newer
    assert (vectors.count_encoded(desk.conn, newer), held(desk)) == (0, [1, 2, 3])
    with write_transaction(desk, "ada"):
        vectors.delete_other_vectors(desk, newer)
    assert held(desk) == []


def test_off_and_on_again_keeps_the_vectors(desk, encoder):
    with write_transaction(desk, "ada"):
        assert vectors.deactivate(desk)
        assert not vectors.deactivate(desk)
        assert vectors.activate(desk, "flat", "flat 1", 2) == encoder
    assert held(desk) == [1, 2, 3]


def test_the_database_refuses_a_second_encoder_in_force(desk, encoder):
    with pytest.raises(ClaimtrackError), write_transaction(desk, "ada"):
        desk.execute("insert into encoders (name, version, dimensions) values ('b', 'b 1', 2)")


def test_history_tells_who_switched_it_on_and_nothing_of_the_vectors(desk, encoder):
    rows = desk.execute(
        "select table_name, actor from history where table_name like '%vector%' or table_name = 'encoders'"
    )
    assert rows.fetchall() == [("encoders", "ada")]


# ── nearest ─────────────────────────────────────────────────────────────────────────────────────


def test_the_nearest_come_with_their_cosines_and_the_far_ones_not_at_all(desk, encoder):
    assert near(desk, encoder) == pytest.approx({1: 1.0, 3: 0.7071}, abs=1e-3)


def test_a_claim_that_words_found_is_told_however_far_it_is(desk, encoder):
    assert near(desk, encoder, found=[2, 77])[2] == pytest.approx(0)


def test_at_most_so_many_and_none_of_the_excluded(desk, encoder):
    assert list(near(desk, encoder, limit=1)) == [1]
    assert list(near(desk, encoder, limit=1, exclude=[1])) == [3]


def test_no_claims_no_words_and_a_failing_encoder_find_nothing(desk, encoder):
    failing = vector_search.Nearness(desk.conn, encoder, 0.6, lambda text: None)
    assert failing.to("words", [1], 5, ()) == {}
    for text in ("", "  ", "?!", "🙂"):
        assert vector_search.Nearness(desk.conn, encoder, 0.6, pytest.fail).to(text, [1], 5, ()) == {}
    desk.execute("delete from claim_vectors")
    assert near(desk, encoder, found=[1]) == {}


def test_what_changes_between_two_look_ups_is_seen(desk, desk_path, encoder):
    assert set(near(desk, encoder)) == {1, 3}
    other = sqlite3.connect(desk_path)
    other.execute("update claims set text = 'Reworded.' where id = 3")
    other.commit()
    assert set(near(desk, encoder)) == {1}
    give(desk, encoder, {3: (1, 0)})
    assert near(desk, encoder)[3] == pytest.approx(1)
    other.close()


def test_two_desks_do_not_see_each_other_s_vectors(desk, encoder, new_desk_file, tmp_path):
    import shutil

    from claimtrack.store.file.database import open_desk

    assert set(near(desk, encoder)) == {1, 3}
    second = open_desk(shutil.copy(new_desk_file, tmp_path / "second.db"))
    assert near(second, encoder) == {}
    second.close()
    assert set(near(desk, encoder)) == {1, 3}


def test_on_a_desk_too_large_to_scan_only_what_words_found_is_compared(desk, encoder, monkeypatch):
    monkeypatch.setattr(vector_search, "MAX_SCANNED", 2)
    assert near(desk, encoder) == {}
    assert set(near(desk, encoder, found=[2, 3])) == {2, 3}


def test_a_vector_of_another_length_is_passed_over(desk, encoder):
    desk.execute("update claim_vectors set vector = x'010203' where claim_id = 1")
    assert set(near(desk, encoder, found=[1])) == {3}
