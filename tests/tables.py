"""Case tables: one test runs all rows of a table and reports each failing row with its reason."""

import functools
import inspect
import traceback
from itertools import zip_longest
from pathlib import Path
from textwrap import indent

import pytest

CASES = Path(__file__).parent / "cases"


def cases(name, separator="\t"):
    """Yield the split lines of a table in tests/cases; the reason of each is its line number and the comment above it."""
    comment = ""
    for number, line in enumerate((CASES / name).read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            comment = line.removeprefix("# ")
        else:
            yield pytest.param(line.split(separator), id=f"{name}:{number}: {comment}")


def each_row(names, rows, ids=()):
    """Call a test with each row of a table, like `pytest.mark.parametrize`, but as a single test.

    Each test costs pytest milliseconds, more than most rows need. All rows share the fixtures, so parametrise a test whose
    rows need a desk or folder of their own or may be skipped. A row's reason is its value named "reason", which the test
    does not receive, or its id: from `pytest.param` or from `ids`.
    """
    names = names.replace(",", " ").split() if isinstance(names, str) else names
    table = [_reason_and_values(row, id_, names) for row, id_ in zip_longest(rows, ids)]
    assert table, "a table without rows tests nothing"

    def decorate(test):
        @functools.wraps(test)
        def walk(**fixtures):
            __tracebackhide__ = True
            _report(test, table, [_failure(test, fixtures | values) for _, values in table])

        @functools.wraps(test)
        async def walk_awaiting(**fixtures):
            __tracebackhide__ = True
            _report(test, table, [await _failure_of_async(test, fixtures | values) for _, values in table])

        signature = inspect.signature(test)
        unfilled = [parameter for name, parameter in signature.parameters.items() if name not in names]
        walked = walk_awaiting if inspect.iscoroutinefunction(test) else walk
        walked.__signature__ = signature.replace(parameters=unfilled)
        return walked

    return decorate


def _reason_and_values(row, reason, names):
    if isinstance(row, type(pytest.param())):
        reason, row = row.id, row.values
    elif len(names) == 1:
        row = (row,)
    values = dict(zip(names, row, strict=True))
    return values.pop("reason", reason), values


# Skips count as failures: a row that skips itself would skip all rows after it, too.
_FAILURES = (Exception, pytest.fail.Exception, pytest.skip.Exception)


def _failure(test, arguments):
    try:
        test(**arguments)
    except _FAILURES as error:
        return error
    return None


async def _failure_of_async(test, arguments):
    try:
        await test(**arguments)
    except _FAILURES as error:
        return error
    return None


def _report(test, table, errors):
    __tracebackhide__ = True
    failures = [(error, *row) for error, row in zip(errors, table, strict=True) if error is not None]
    if failures:
        details = "\n\n".join(_describe_failure(test, *failure) for failure in failures)
        # pytest shows the traceback of the first failure above it.
        raise AssertionError(f"{len(failures)} of {len(table)} rows fail\n\n{details}") from failures[0][0]


def _describe_failure(test, error, reason, values):
    """Describe a failing row: its reason, its values, and the failing line of the test with the error."""
    code = inspect.unwrap(test).__code__
    lines = [
        frame.lineno
        for frame in traceback.extract_tb(error.__traceback__)
        if frame.filename == code.co_filename
    ]
    parts = [f"{name} = {value!r:.1000}" for name, value in values.items()]
    parts.append(f"line {lines[-1] if lines else code.co_firstlineno}: {type(error).__name__}: {error}")
    return f"  {reason or 'row'}\n" + indent("\n".join(parts), "    ")
