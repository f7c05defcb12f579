"""Which words are comparatives."""

from claimtrack.core.match.words.forms import is_comparative
from tests.tables import each_row

WORDS = [
    ("shallower", True, "English has the shallowest"),
    ("worse", True, "a word of its own"),
    ("unhealthier", True, "of an adjective with un-"),
    ("takeover", False, 'there is no superlative of "takeover"'),
    ("manager", False, "an agent noun"),
    ("number", False, "the numbest are not those with the most numbers"),
]


@each_row(("word", "is_expected", "reason"), WORDS)
def test_comparatives_are_recognised(word, is_expected):
    assert is_comparative(word) is is_expected
