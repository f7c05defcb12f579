"""What caused something: two causes are a conflict, a vague cause and one that specifies it are not."""

from tests.tables import each_row

ROWS = [
    ("The airport in Vale was closed by bad weather.", "Heavy snow kept the airport in Vale shut.", "related", "snow is bad weather"),
    ("Technical problems kept the airport in Vale closed.", "The airport in Vale was closed by a power cut.", "related", "a power cut is a technical problem"),
    ("The airport in Vale was closed by smog.", "Heavy snow kept the airport in Vale shut.", "conflict", "two causes"),
]  # fmt: skip


@each_row(("a", "b", "expected", "reason"), ROWS)
def test_only_causes_that_exclude_each_other_are_a_conflict(a, b, expected, assert_suggested):
    assert_suggested(a, b, expected)
