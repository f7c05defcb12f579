""" "Only" before a kind excludes all others; before a number it does not."""

from tests.tables import each_row

ROWS = [
    ("Only women may vote in Vale.", "Men may not vote in Vale.", "related", "the others are excluded"),
    ("Only three women may vote in Vale.", "Men may not vote in Vale.", "conflict", "other women are excluded"),
    ("Only 10% of the homes in Dorn have water.", "The homes in Dorn have no water.", "conflict", "a few have it"),
    ("Only two boats returned to the harbour of Dorn.", "Boats did not return to the harbour of Dorn.", "conflict", "two did"),
]  # fmt: skip


@each_row(("a", "b", "expected", "reason"), ROWS)
def test_only_a_kind_denies_it_of_the_others(a, b, expected, assert_suggested):
    assert_suggested(a, b, expected)
