"""Splitting a text at the ends of its spans."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from claimtrack.plugin.highlight import split_at_spans


def test_a_text_without_spans_is_one_piece():
    assert [piece.text for piece in split_at_spans("abc", [])] == ["abc"]


def test_an_empty_text_has_no_pieces():
    assert split_at_spans("", []) == []


def test_a_piece_in_overlapping_spans_lists_the_shortest_span_first():
    found = split_at_spans("abcdef", [(0, 4), (2, 5)])
    assert [(piece.text, piece.covering) for piece in found] == [
        ("ab", (0,)),
        ("cd", (1, 0)),
        ("e", (1,)),
        ("f", ()),
    ]


def test_span_offsets_count_code_points():
    assert [piece.text for piece in split_at_spans("😀ab", [(1, 2)])] == ["😀", "a", "b"]


@st.composite
def text_and_spans(draw):
    text = draw(st.text(min_size=1, max_size=40))
    span = st.tuples(st.integers(0, len(text)), st.integers(0, len(text))).filter(
        lambda pair: pair[0] < pair[1]
    )
    return text, draw(st.lists(span, max_size=6))


@given(text_and_spans())
def test_pieces_add_up_to_the_text_and_to_each_span(case):
    text, spans = case
    found = split_at_spans(text, spans)
    assert "".join(piece.text for piece in found) == text
    for number, (start, end) in enumerate(spans):
        assert "".join(piece.text for piece in found if number in piece.covering) == text[start:end]
        assert sum(number in piece.opening for piece in found) == 1
