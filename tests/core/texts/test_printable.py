"""What a message names of many things, and a value in a line of a report."""

import pytest

from claimtrack.core.texts.printable import brief, list_some, numbered, shell_command
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
    assert list_some(things, most) == told


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


@each_row(
    "system, words, typed",
    [
        pytest.param("posix", ["a b", "C:\\x.db"], "'a b' 'C:\\x.db'", id="a shell of Unix"),
        pytest.param(
            "nt", ["--db", "C:\\desks\\x.db"], "--db C:\\desks\\x.db", id="a path of Windows needs no quotes"
        ),
        pytest.param(
            "nt",
            ["my desk.db", "R&D=note"],
            '"my desk.db" "R&D=note"',
            id="cmd.exe takes single ones for letters",
        ),
        pytest.param("nt", [""], '""', id="an empty word, too, is one"),
        pytest.param("nt", ['the "Echo"'], '"the ""Echo"""', id="quotation marks in it"),
        pytest.param("nt", ['Bo" & calc'], '"Bo"" & calc"', id="nothing behind a quotation mark is run"),
    ],
)
def test_a_command_is_told_as_the_shells_of_the_system_take_it(system, words, typed):
    assert shell_command(*words, system=system) == typed
