"""Pronouns for nobody in particular, and "little" as a size or as an amount."""

from tests.tables import each_row

ROWS = [
    ("Somebody broke into the office of the mayor on Tuesday night", "Someone broke into the office of the mayor on Tuesday night", "duplicate", "an indefinite person"),
    ("Everybody in Malm was told to boil their water on Friday", "Everyone in Malm was told to boil their water on Friday", "duplicate", "all of them"),
    ("Somebody broke into the office of the mayor on Tuesday night", "Nobody broke into the office of the mayor on Tuesday night", "conflict", "none"),
    ("Somebody broke into the office of the mayor on Tuesday night", "Everybody broke into the office of the mayor on Tuesday night", "conflict", "all"),
    ("A little boy was found alive under the rubble on Tuesday", "The little boy was found alive under the rubble on Tuesday", "duplicate", '"little" as a size'),
    ("His little boy was found alive under the rubble on Tuesday", "A little boy was found alive under the rubble on Tuesday", "duplicate", "a possessor"),
    ("The talks made little progress in Malm on Friday night", "The talks made a little progress in Malm on Friday night", "conflict", '"little" as an amount'),
]  # fmt: skip


@each_row(("a", "b", "expected", "reason"), ROWS)
def test_indefinite_pronouns_and_little_are_compared_by_meaning(a, b, expected, assert_suggested):
    assert_suggested(a, b, expected)
