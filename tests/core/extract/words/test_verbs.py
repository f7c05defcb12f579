"""Whether a word may be a verb, or a verb in the past tense, by its form alone."""

import pytest

from claimtrack.core.extract.words.reading import tokenise
from claimtrack.core.extract.words.verbs import may_be_past, may_be_verb
from tests.tables import each_row


@each_row("word", ["doubled", "died", "used", "sued", "owed"])
def test_a_word_that_ends_in_ed_may_be_a_past_tense(word):
    assert may_be_past(tokenise(word)[0])


@each_row(
    "word",
    [
        pytest.param("need", id="a bare verb"),
        pytest.param("shed", id="a noun"),
        pytest.param("Reed", id="a short name"),
        pytest.param("Alfred", id="a name with that ending"),
    ],
)
def test_a_word_that_only_looks_like_a_past_tense_is_not_one(word):
    assert not may_be_past(tokenise(word)[0])


@each_row(("word", "expected"), [("fell", True), ("moved", True), ("Fell", False), ("bridge", False)])
def test_a_verb_is_recognised_by_a_list_or_by_its_ending(word, expected):
    assert may_be_verb(tokenise(word)[0]) is expected
