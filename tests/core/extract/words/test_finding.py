"""Which word of a sentence is where: the edges of each range, and what is told if there is no such word."""

from claimtrack.core.extract.words.finding import (
    contains_word,
    ends_words,
    find_capitals_start,
    find_word,
    find_word_back,
    skip_capitals,
    word_at,
)
from claimtrack.core.extract.words.reading import tokenise
from claimtrack.core.extract.words.verbs import find_auxiliaries_start
from tests.tables import each_row

TEXT = "The Vale Bank has since said that, in May, the bank had lost."
TOKENS = tokenise(TEXT)
THE, VALE, BANK, HAS, SINCE, SAID, THAT, COMMA = range(8)
LATER_THE, LATER_BANK, LOST, STOP = 11, 12, 14, 15


def test_words_are_numbered_as_these_tests_expect():
    named = [TOKENS[at].text for at in (*range(8), LATER_THE, LATER_BANK, LOST, STOP)]
    assert named == ["The", "Vale", "Bank", "has", "since", "said", "that", ",", "the", "bank", "lost", "."]


@each_row(
    ("found", "expected"),
    [
        (find_word(TOKENS, "the", 0), THE),
        (find_word(TOKENS, "the", 1), LATER_THE),
        (find_word(TOKENS, {"bank", "lost"}, BANK + 1), LATER_BANK),
        (find_word(TOKENS, "said", 0, SAID + 1), SAID),
        (find_word(TOKENS, "said", 0, SAID), 0),
        (find_word(TOKENS, "said", 0, SAID, default=-1), -1),
        (find_word(TOKENS, ".", 0, 99), STOP),
        (find_word(TOKENS, "the", 99, 200, default=7), 7),
        (find_word(TOKENS, "th", 0, default=7), 7),
        (find_word([], "the", 0, default=7), 7),
        (find_word_back(TOKENS, "the", STOP, 0), LATER_THE),
        (find_word_back(TOKENS, "the", LATER_THE - 1, -1, default=7), THE),
        (find_word_back(TOKENS, "the", LATER_THE - 1, THE, default=7), 7),
        (find_word_back(TOKENS, {",", "said"}, COMMA, SAID - 1), COMMA),
        (find_word_back(TOKENS, {",", "said"}, COMMA - 1, SAID - 1), SAID),
        (find_word_back(TOKENS, {",", "said"}, COMMA - 1, SAID), 0),
        (skip_capitals(TOKENS, VALE), HAS),
        (skip_capitals(TOKENS, HAS), HAS),
        (skip_capitals(TOKENS, 99), 99),
        (find_capitals_start(TOKENS, HAS, 0), THE),
        (find_capitals_start(TOKENS, HAS, BANK), BANK),
        (find_capitals_start(TOKENS, SAID, 0), SAID),
        (find_auxiliaries_start(TOKENS, SAID, 0), HAS),
        (find_auxiliaries_start(TOKENS, SAID, SINCE), SINCE),
        (find_auxiliaries_start(TOKENS, THAT, 0), THAT),
        (contains_word(TOKENS[THE:SAID], "said"), False),
        (contains_word(TOKENS[THE : SAID + 1], {"said"}), True),
        (contains_word([], "said"), False),
        (ends_words(TOKENS, STOP), True),
        (ends_words(TOKENS, LOST), False),
        (ends_words(TOKENS, 99), True),
        (word_at(TOKENS, VALE), "vale"),
        ((word_at(TOKENS, -1), word_at(TOKENS, 99)), ("", "")),
    ],
)
def test_words_are_found_within_their_range(found, expected):
    assert found == expected
