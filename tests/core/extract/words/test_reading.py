"""Expressions that look back on words, and runs of letters."""

import re

from claimtrack.core.extract.words.reading import lookbehind, split_letter_runs
from tests.tables import each_row


@each_row(
    ("words", "found"),
    [
        ("Then he left", True),
        ("So they left", True),
        ("The left", False),  # "he" ends a longer word
        ("he, left", False),  # punctuation in between
        ("he stays, we left", False),
    ],
)
def test_a_lookbehind_matches_whole_words_only(words, found):
    pattern = re.compile(f" {lookbehind('he they')}left")
    assert (pattern.search(words) is not None) is found


def test_a_lookbehind_allows_given_words_in_between():
    pattern = re.compile(rf" of {lookbehind('two three', ' of ')}them")
    assert pattern.search("three of them")
    assert not pattern.search("sixty-four of them")


def test_letter_runs_end_at_punctuation_and_digits_and_keep_any_script():
    assert split_letter_runs("Añdré's 12th, naïve—\ud800x") == ["Añdré", "s", "th", "naïve", "x"]
