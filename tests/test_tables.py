"""A test over a case table fails like one test per row would, and reports as much."""

import asyncio
import re
from collections import Counter

import pytest

from tests.tables import cases, each_row


def report_of(table, test, names=("given", "expected"), **fixtures):
    """The report of a table that fails."""
    with pytest.raises(AssertionError) as raised:
        each_row(names, table)(test)(**fixtures)
    return str(raised.value)


def double(given, expected):
    assert given * 2 == expected


def test_each_failing_row_is_reported_with_its_reason_values_and_error():
    table = [(1, 2), pytest.param(2, 5, id="an odd double"), (3, 6), ("a", "a"), (None, 0)]
    report = report_of(table, double)
    assert report.startswith(
        "3 of 5 rows fail\n\n  an odd double\n    given = 2\n    expected = 5\n    line "
    )
    assert re.findall(r"line \d+: (.*)", report) == [
        "AssertionError: assert (2 * 2) == 5",
        "AssertionError: assert 'aa' == 'a'",
        "TypeError: unsupported operand type(s) for *: 'NoneType' and 'int'",
    ]


def test_a_reason_column_is_reported_but_not_passed_to_the_test():
    report = report_of([(2, 5, "an odd double")], double, names=("given", "expected", "reason"))
    assert report.startswith(
        "1 of 1 rows fail\n\n  an odd double\n    given = 2\n    expected = 5\n    line "
    )


def test_the_traceback_of_the_first_failing_row_is_kept():
    with pytest.raises(AssertionError) as raised:
        each_row("given, expected", [(1, 2), (None, 0), (1, 3)])(double)()
    assert isinstance(raised.value.__cause__, TypeError)


def test_rows_that_call_fail_or_skip_are_reported():
    report = report_of([pytest.fail, pytest.skip], lambda end: end("as it is"), names="end")
    assert re.findall(r"line \d+: (.*)", report) == ["Failed: as it is", "Skipped: as it is"]


def test_stacked_tables_run_every_combination_of_rows():
    seen = []

    @each_row("a", "xy")
    @each_row("b", [1, 2], ids=["one", "two"])
    def walked(a, b, fixture):
        seen.append((a, b))
        assert a + fixture == "x!"

    with pytest.raises(AssertionError) as raised:
        walked(fixture="!")
    assert seen == [("x", 1), ("x", 2), ("y", 1), ("y", 2)]
    report = str(raised.value)
    assert report.startswith("1 of 2 rows fail\n\n  row\n    a = 'y'\n")
    assert "2 of 2 rows fail" in report
    assert report.index("  one\n") < report.index("  two\n")


def test_an_asynchronous_test_is_awaited_for_each_row():
    @each_row("given, expected", [(1, 2), (2, 5)])
    async def walked(given, expected):
        double(given, expected)

    with pytest.raises(AssertionError, match="1 of 2 rows fail"):
        asyncio.run(walked())


@each_row("number, word", [(1, "one"), (2, "two")])
def test_parameters_that_are_not_columns_are_fixtures(word, tmp_path, number):
    assert (tmp_path.is_dir(), word) == (True, ["one", "two"][number - 1])


@each_row(
    "names, table, error",
    [("a", [], AssertionError), ("a, b", [(1,)], ValueError), ("a, b", [(1, 2, 3)], ValueError)],
)
def test_an_empty_or_mismatched_table_is_refused(names, table, error):
    with pytest.raises(error):
        each_row(names, table)


def test_tables_longer_than_eight_rows_use_each_row(request):
    """Parametrised, thousands of rows cost pytest alone a minute. The fixtures named here are the same for each row."""
    shared = {"request", "event_loop_policy", "row", "rows", "assert_told_apart", "assert_duplicate"}
    rows = Counter(
        item.function
        for item in request.session.items
        if hasattr(item, "callspec") and set(item.fixturenames) - item.callspec.params.keys() <= shared
    )
    assert [f"{test.__module__}.{test.__name__}" for test, number in rows.items() if number > 8] == []


def test_the_comment_above_a_table_line_is_its_reason():
    first, *_ = cases("attribution.tsv")
    assert first.id == "attribution.tsv:3: The plainest order: speaker, verb, words."
    assert len(first.values[0]) == 4
