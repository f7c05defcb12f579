"""The guards find what they compare in other words, too: "killed the doctor", "kidnapped the physician"."""

from tests.tables import each_row

ROWS = [
    ("Rebels killed the doctor.", "Rebels kidnapped the physician.", "conflict", "two acts on one person"),
    ("The council demolished the house.", "The council renovated the home.", "conflict", "two acts on one thing"),
    ("Nobody was hurt in the blast.", "Several people were injured in the blast.", "conflict", "nobody and some"),
    ("Lena Orsk is a lawyer, not a doctor.", "Lena Orsk is a lawyer rather than a physician.", "duplicate", "both reject the same"),
    ("The clinic has nurses, not doctors.", "The clinic replaced its physicians with nurses.", "related", "both abandon the same"),
]  # fmt: skip


@each_row(("a", "b", "expected", "reason"), ROWS)
def test_a_guard_compares_meanings(a, b, expected, assert_suggested):
    assert_suggested(a, b, expected)
