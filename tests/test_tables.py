"""A table that one test walks tests what a test for each row would, and says as much."""

import asyncio
import re
from collections import Counter

import pytest

from tests.tables import cases, each_row


def walk(table, test, names=("given", "expected"), **fixtures):
    """What is told of a table that fails."""
    with pytest.raises(AssertionError) as raised:
        each_row(names, table)(test)(**fixtures)
    return str(raised.value)


def double(given, expected):
    assert given * 2 == expected


def test_all_rows_that_fail_are_told_with_reason_values_and_what_came():
    table = [(1, 2), pytest.param(2, 5, id="an odd double"), (3, 6), ("a", "a"), (None, 0)]
    told = walk(table, double)
    assert told.startswith("3 of 5 rows fail\n\n  an odd double\n    given = 2\n    expected = 5\n    line ")
    assert re.findall(r"line \d+: (.*)", told) == [
        "AssertionError: assert (2 * 2) == 5",
        "AssertionError: assert 'aa' == 'a'",
        "TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'",
    ]


def test_a_row_may_hold_its_reason_which_the_test_is_not_given():
    told = walk([(2, 5, "an odd double")], double, names=("given", "expected", "reason"))
    assert told.startswith("1 of 1 rows fail\n\n  an odd double\n    given = 2\n    expected = 5\n    line ")


def test_the_traceback_of_the_first_row_that_fails_is_kept():
    with pytest.raises(AssertionError) as raised:
        each_row("given, expected", [(1, 2), (None, 0), (1, 3)])(double)()
    assert isinstance(raised.value.__cause__, TypeError)


def test_a_row_can_neither_fail_nor_be_skipped_unseen():
    told = walk([pytest.fail, pytest.skip], lambda end: end("as it is"), names="end")
    assert re.findall(r"line \d+: (.*)", told) == ["Failed: as it is", "Skipped: as it is"]


def test_tables_behind_one_another_are_walked_crosswise():
    seen = []

    @each_row("a", "xy")
    @each_row("b", [1, 2], ids=["one", "two"])
    def walked(a, b, fixture):
        seen.append((a, b))
        assert a + fixture == "x!"

    with pytest.raises(AssertionError) as raised:
        walked(fixture="!")
    assert seen == [("x", 1), ("x", 2), ("y", 1), ("y", 2)]
    told = str(raised.value)
    assert told.startswith("1 of 2 rows fail\n\n  row\n    a = 'y'\n")
    assert "2 of 2 rows fail" in told
    assert told.index("  one\n") < told.index("  two\n")


def test_an_asynchronous_test_is_awaited_for_each_row():
    @each_row("given, expected", [(1, 2), (2, 5)])
    async def walked(given, expected):
        double(given, expected)

    with pytest.raises(AssertionError, match="1 of 2 rows fail"):
        asyncio.run(walked())


@each_row("number, word", [(1, "one"), (2, "two")])
def test_what_is_no_column_is_a_fixture(word, tmp_path, number):
    assert (tmp_path.is_dir(), word) == (True, ["one", "two"][number - 1])


@each_row(
    "names, table, error",
    [("a", [], AssertionError), ("a, b", [(1,)], ValueError), ("a, b", [(1, 2, 3)], ValueError)],
)
def test_a_table_that_would_test_nothing_is_refused(names, table, error):
    with pytest.raises(error):
        each_row(names, table)


def test_no_long_table_is_a_test_for_each_row(request):
    """Thousands of them were: a minute for pytest alone. Of what a test is given, these fixtures are the same for each row."""
    shared = {"request", "event_loop_policy", "row", "rows", "assert_told_apart", "assert_duplicate"}
    rows = Counter(
        item.function
        for item in request.session.items
        if hasattr(item, "callspec") and set(item.fixturenames) - item.callspec.params.keys() <= shared
    )
    assert [f"{test.__module__}.{test.__name__}" for test, number in rows.items() if number > 8] == []


def test_a_line_of_a_table_has_the_comment_above_it_for_a_reason():
    first, *_ = cases("attribution.tsv")
    assert first.id == "attribution.tsv:3: The plainest order: speaker, verb, words."
    assert len(first.values[0]) == 4
