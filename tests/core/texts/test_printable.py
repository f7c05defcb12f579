"""How a message lists many things, shortens a long value and quotes a command."""

import pytest

from claimtrack.core.texts.printable import brief, list_some, numbered, shell_command
from tests.tables import each_row


@each_row(
    "things, most, printed",
    [
        ("", 2, ""),
        ("a", 1, "a"),
        ("ab", 2, "a, b"),
        ("abc", 2, "a, b and 1 more"),
        (range(1_205), 2, "0, 1 and 1,203 more"),
    ],
)
def test_the_first_of_many_things_are_named_and_the_rest_counted(things, most, printed):
    assert list_some(things, most) == printed


def test_the_first_items_of_a_long_list_are_listed_with_the_number_of_all():
    assert list_some([1, 2, 3], 2, in_all=3_000) == "1, 2 and 2,998 more"


@each_row(
    "numbers, printed",
    [
        ([7], "claim 7"),
        ([7, 9], "claims 7, 9"),
        ([1, 2, 3, 4, 5], "claims 1, 2, 3, 4, 5"),
        ([1, 2, 3, 4, 5, 6], "claims 1, 2, 3, 4, 5 and 1 more"),
    ],
)
def test_numbered_things_are_listed_by_their_numbers(numbers, printed):
    assert numbered("claim", numbers) == printed


@each_row("value, printed", [(None, "nothing"), (12, "12"), ("abcdefg", "abcdefg"), ("abcdefgh", "abcdef…")])
def test_a_long_value_is_truncated_with_an_ellipsis(value, printed):
    assert brief(value, 7) == printed


@each_row(
    "system, words, command",
    [
        pytest.param("posix", ["a b", "C:\\x.db"], "'a b' 'C:\\x.db'", id="a shell of Unix"),
        pytest.param(
            "posix",
            ["a b", "Ren\udce9e's\\desk.db"],
            r"'a b' $'Ren\xe9e\'s\\desk.db'",
            id="a file whose name is not UTF-8",
        ),
        pytest.param(
            "nt", ["--db", "C:\\desks\\x.db"], "--db C:\\desks\\x.db", id="a path of Windows needs no quotes"
        ),
        pytest.param(
            "nt",
            ["my desk.db", "R&D=note"],
            '"my desk.db" "R&D=note"',
            id="cmd.exe takes single quotes literally",
        ),
        pytest.param("nt", [""], '""', id="an empty argument"),
        pytest.param("nt", ['the "Echo"'], '"the ""Echo"""', id="quotation marks in an argument"),
        pytest.param("nt", ['Bo" & calc'], '"Bo"" & calc"', id="nothing after a quotation mark is run"),
    ],
)
def test_a_command_is_quoted_for_the_shell_of_the_system(system, words, command):
    assert shell_command(*words, system=system) == command
