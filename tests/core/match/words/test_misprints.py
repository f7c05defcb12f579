"""Which spellings are taken for misprints of which words."""

import pytest

from claimtrack.core.match.words.misprints import (
    ENGLISH,
    are_distinct_words,
    are_neighbours,
    is_misprint,
    is_misspelling,
    may_be_misspelt,
)
from tests.tables import each_row

SLIPS = [("minster", "minister"), ("refsed", "refused"), ("doublwd", "doubled"), ("tehre", "there")]
NO_SLIPS = [
    ("ilegal", "legal", "the first letter differs"),
    ("county", "country", "itself a word"),
    ("nto", "not", "too short to be sure"),
    ("dorlan", "dorvan", "the other is not a word"),
    ("mnster", "minister", "two missing letters"),
]


@pytest.mark.parametrize(("written", "meant"), SLIPS)
def test_a_non_word_one_letter_from_a_word_is_its_misspelling(written, meant):
    assert is_misspelling(written, meant)
    assert not is_misspelling(meant, written)


@pytest.mark.parametrize(("written", "meant", "reason"), NO_SLIPS, ids=[row[-1] for row in NO_SLIPS])
def test_other_similar_spellings_are_not_misspellings(written, meant, reason):
    assert not is_misspelling(written, meant), reason


def test_exchanged_or_doubled_letters_are_misprints_unless_both_are_words():
    assert is_misprint("tarrel", "tarell")
    assert is_misprint("tarlel", "tarell") is is_misprint("tarell", "tarlel") is True
    assert not is_misprint("trail", "trial")
    assert not is_misprint("dorlan", "dorvan")


TWO_WORDS = [
    ("recession", "secession", "both are English"), ("symptomatic", "asymptomatic", "a-"), ("criminalised", "decriminalised", "de-, of a rarer word"),
    ("hypoglycaemia", "hyperglycaemia", "neither is listed, but they begin otherwise"), ("stepmother", "stepfather", "two words written as one"),
    ("trial", "trail", "letters swapped"), ("filing", "filling", "not spellings of each other"),
]  # fmt: skip
ONE_WORD = [
    ("preformed", "performed", "letters swapped at the beginning"), ("antesemitic", "antisemitic", "begins as with ante-"),
    ("goverment", "government", "a missing letter"), ("misisle", "missile", "begins as with mis-"), ("theatre", "theater", "two spellings"),
    ("cancelled", "canceled", "two spellings"), ("defence", "defense", "two spellings"), ("anaemia", "anemia", "two spellings"), ("neighbours", "neighbors", "two spellings"),
]  # fmt: skip


@each_row(("a", "b", "reason"), TWO_WORDS)
def test_distinct_words_are_not_misprints_of_each_other(a, b):
    assert are_distinct_words(a, b)
    assert are_distinct_words(b, a)


@each_row(("a", "b", "reason"), ONE_WORD)
def test_misprints_and_spelling_variants_are_not_distinct_words(a, b):
    assert not are_distinct_words(a, b)
    assert not are_distinct_words(b, a)


def test_only_adjacent_keys_are_neighbours():
    assert are_neighbours("v", "c")
    assert are_neighbours("o", "p")
    assert not are_neighbours("p", "a")  # at opposite ends of their rows
    assert not are_neighbours("l", "v")


def test_an_english_word_is_found_anywhere_in_its_line_of_the_list():
    lines = [line.split() for line in ENGLISH.read_text().splitlines()[::50] if line[0] != "#"]
    words = [word for line in lines for word in (line[0], line[1], line[-1])]
    assert not any(map(may_be_misspelt, words))
    assert all(may_be_misspelt(f"{word}qx") and may_be_misspelt(f"0{word}") for word in words)
