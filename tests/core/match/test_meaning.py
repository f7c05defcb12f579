"""Comparison by meaning: vectors as bytes, the merged ranking, and what meaning may suggest about a pair."""

from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimtrack.core.errors import PluginError
from claimtrack.core.match.meaning import add_meaning, cosines, encode_texts, merge_rankings
from claimtrack.core.model import Comparison, Suggestion
from tests.tables import each_row


class FixedEncoder:
    """An encoder with a fixed answer, whatever texts it gets."""

    version, dimensions, near = "fixed 1", 2, 0.6

    def __init__(self, answer):
        self.answer = answer
        self.asked = []

    def encode(self, texts):
        self.asked.append(list(texts))
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


def encode_vectors(*vectors):
    encoder = FixedEncoder(np.array(vectors, dtype=np.float32))
    encoder.dimensions = len(vectors[0])
    return encode_texts("fixed", encoder, ["x"] * len(vectors))


# ── vectors ─────────────────────────────────────────────────────────────────────────────────────


@given(st.lists(st.lists(st.floats(-5, 5, width=32), min_size=8, max_size=8), min_size=2, max_size=4))
def test_one_byte_per_dimension_keeps_cosines_to_two_hundredths(vectors):
    exact = np.array(vectors, dtype=np.float64)
    lengths = np.linalg.norm(exact, axis=1)
    if (lengths < 1e-3).any():
        return
    expected = exact @ exact[0] / (lengths * lengths[0])
    kept = encode_vectors(*vectors)
    assert kept.dtype == np.int8
    assert cosines(kept[0], kept) == pytest.approx(expected, abs=0.02)


def test_only_the_direction_of_a_vector_counts():
    short, long, against = encode_vectors([0.001, 0.002], [100, 200], [-1, -2])
    assert cosines(short, np.array([long, against])) == pytest.approx([1, -1])


def test_a_vector_of_zeros_is_similar_to_nothing():
    nothing, something = encode_vectors([0, 0], [1, 0])
    assert cosines(nothing, np.array([nothing, something])).tolist() == [0, 0]
    assert cosines(something, np.array([nothing])).tolist() == [0]


def test_an_empty_list_of_vectors_has_no_cosines():
    assert cosines(np.ones(2, dtype=np.int8), np.zeros((0, 2), dtype=np.int8)).tolist() == []
    assert encode_texts("fixed", FixedEncoder(np.zeros((0, 2))), []).shape == (0, 2)


def test_the_encoder_gets_texts_without_urls_and_signatures():
    encoder = FixedEncoder(np.ones((1, 2)))
    encode_texts("fixed", encoder, ["Rents rose https://t.co/x — Ann Lee (@annlee) May 5, 2020"])
    assert encoder.asked == [["Rents rose"]]


@each_row(
    ("answer", "messages"),
    [
        (np.ones((2, 2)), "must return 1 x 2 finite numbers, not an array of shape (2, 2)"),
        (np.ones((1, 3)), "shape (1, 3)"),
        (np.ones(2), "shape (2,)"),
        (np.array([[np.nan, 1]]), "not NaN or infinity"),
        (np.array([[np.inf, 1]]), "not NaN or infinity"),
        (None, "must return|failed"),
        ("vector", "ValueError"),
        ([[1], [2, 3]], "failed"),
        (MemoryError("too long"), "MemoryError: too long"),
        (MemoryError("a\npage " + "x" * 1000), "MemoryError: a page x"),
    ],
)
def test_an_encoder_with_a_malformed_answer_is_named_in_the_error(answer, messages):
    with pytest.raises(PluginError, match="the encoder 'fixed'") as caught:
        encode_texts("fixed", FixedEncoder(answer), ["x"])
    assert len(str(caught.value)) < 400
    assert any(part in str(caught.value) for part in messages.split("|"))


# ── the merged ranking ──────────────────────────────────────────────────────────────────────────


def test_equal_meaning_leaves_the_ranking_by_words_unchanged():
    assert merge_rankings([3, 1, 2], {3: 0.5, 1: 0.5, 2: 0.5}) == [3, 1, 2]


def test_a_claim_much_closer_in_meaning_overtakes_the_first_by_words():
    assert merge_rankings([1, 2], {1: 0.1, 2: 0.9}) == [2, 1]


def test_a_claim_not_found_by_words_is_ranked_by_its_meaning():
    assert merge_rankings([1, 2], {1: 0.1, 2: 0.1, 9: 0.9}) == [9, 1, 2]
    assert merge_rankings([1, 2], {1: 0.5, 2: 0.5, 9: 0.4}) == [1, 2, 9]


@given(st.lists(st.integers(1, 50), unique=True), st.dictionaries(st.integers(1, 80), st.floats(-1, 1)))
def test_every_claim_is_ranked_exactly_once(by_words, near):
    assert sorted(merge_rankings(by_words, near)) == sorted({*by_words, *near})


@given(
    st.lists(st.integers(1, 20), unique=True, min_size=2),
    st.dictionaries(st.integers(1, 20), st.floats(0, 1)),
)
def test_a_claim_without_a_vector_is_not_overtaken_by_lower_ranked_ones(by_words, near):
    order = merge_rankings(by_words, near)
    for place, one in enumerate(by_words):
        if one not in near:
            assert all(order.index(one) < order.index(other) for other in by_words[place + 1 :])


# ── what meaning may suggest ────────────────────────────────────────────────────────────────────


def test_a_pair_close_in_meaning_is_shown_as_related_with_that_reason():
    found = add_meaning(Comparison(0.05, Suggestion.RELATED, ("a",)), 0.7, near=0.6, related=0.2)
    assert found == Comparison(0.2, Suggestion.RELATED, ("a", "close in meaning"))


def test_meaning_never_lowers_a_score_and_is_ignored_below_its_threshold():
    high = Comparison(0.7, Suggestion.RELATED)
    assert add_meaning(high, 0.9, near=0.6, related=0.2).score == 0.7
    assert add_meaning(high, 0.39, near=0.6, related=0.2) is high


def test_a_pair_found_only_by_meaning_always_has_a_reason():
    low, explained = Comparison(0.05, Suggestion.RELATED), Comparison(0.05, Suggestion.RELATED, ("a",))
    assert add_meaning(low, 0.41, near=0.6, related=0.2) == replace(low, reasons=("not far in meaning",))
    assert add_meaning(explained, 0.41, near=0.6, related=0.2) is explained


@given(
    st.floats(-1, 1),
    st.sampled_from([Suggestion.DUPLICATE, Suggestion.CONFLICT]),
    st.floats(0, 1),
)
def test_meaning_leaves_duplicates_and_conflicts_unchanged(cosine, suggestion, score):
    found = Comparison(score, suggestion, ("r",), ("d",))
    assert add_meaning(found, cosine, near=0.6, related=0.2) is found


@given(st.floats(-1, 1), st.floats(0, 1))
def test_meaning_alone_never_makes_a_duplicate(cosine, score):
    found = add_meaning(Comparison(score, Suggestion.RELATED), cosine, near=0.6, related=0.2)
    assert found.suggestion is Suggestion.RELATED
