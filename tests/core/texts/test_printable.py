"""What a message names of many things, and a value in a line of a report."""

from claimtrack.core.texts.printable import brief, numbered, some
from tests.tables import each_row


@each_row(
    "things, most, told",
    [
        ("", 2, ""),
        ("a", 1, "a"),
        ("ab", 2, "a, b"),
        ("abc", 2, "a, b and 1 more"),
        (range(1_205), 2, "0, 1 and 1,203 more"),
    ],
)
def test_of_many_things_the_first_are_named_and_the_others_counted(things, most, told):
    assert some(things, most) == told


@each_row(
    "numbers, told",
    [
        ([7], "claim 7"),
        ([7, 9], "claims 7, 9"),
        ([1, 2, 3, 4, 5], "claims 1, 2, 3, 4, 5"),
        ([1, 2, 3, 4, 5, 6], "claims 1, 2, 3, 4, 5 and 1 more"),
    ],
)
def test_things_with_numbers_are_told_by_these(numbers, told):
    assert numbered("claim", numbers) == told


@each_row("value, told", [(None, "nothing"), (12, "12"), ("abcdefg", "abcdefg"), ("abcdefgh", "abcdef…")])
def test_a_long_value_is_cut_and_says_so(value, told):
    assert brief(value, 7) == told
