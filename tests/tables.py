"""Tables of cases: one test walks all the rows of a table, and tells every row that fails, with its reason."""

import functools
import inspect
import traceback
from itertools import zip_longest
from pathlib import Path
from textwrap import indent

import pytest

CASES = Path(__file__).parent / "cases"


def cases(name, separator="\t"):
    """The lines of a table of tests/cases, each parted; the reason of each is where it stands and the comment above it."""
    comment = ""
    for number, line in enumerate((CASES / name).read_text(encoding="utf-8").splitlines(), 1):
        if line.startswith("#"):
            comment = line.removeprefix("# ")
        else:
            yield pytest.param(line.split(separator), id=f"{name}:{number}: {comment}")


def each_row(names, rows, ids=()):
    """Calls a test with each row of a table, as `pytest.mark.parametrize` does, but all of them as one test.

    pytest takes milliseconds for a test, which is more than most rows take. The rows share the fixtures, so a test whose
    rows need something of their own (a desk, a folder) or may be skipped is to be parametrised. The reason of a row is what it has under the name
    "reason", which the test is not given, or its id: of its `pytest.param`, or in `ids`.
    """
    names = names.replace(",", " ").split() if isinstance(names, str) else names
    table = [_reason_and_values(row, id_, names) for row, id_ in zip_longest(rows, ids)]
    assert table, "a table without rows tests nothing"

    def decorate(test):
        @functools.wraps(test)
        def walk(**fixtures):
            __tracebackhide__ = True
            _tell(test, table, [_failure(test, fixtures | values) for _, values in table])

        @functools.wraps(test)
        async def walk_awaiting(**fixtures):
            __tracebackhide__ = True
            _tell(test, table, [await _awaited(test, fixtures | values) for _, values in table])

        signature = inspect.signature(test)
        kept = [one for name, one in signature.parameters.items() if name not in names]
        walked = walk_awaiting if inspect.iscoroutinefunction(test) else walk
        walked.__signature__ = signature.replace(parameters=kept)
        return walked

    return decorate


def _reason_and_values(row, reason, names):
    if isinstance(row, type(pytest.param())):
        reason, row = row.id, row.values
    elif len(names) == 1:
        row = (row,)
    values = dict(zip(names, row, strict=True))
    return values.pop("reason", reason), values


# A row that skips itself would skip all those behind it, too.
_FAILURES = (Exception, pytest.fail.Exception, pytest.skip.Exception)


def _failure(test, arguments):
    try:
        test(**arguments)
    except _FAILURES as error:
        return error
    return None


async def _awaited(test, arguments):
    try:
        await test(**arguments)
    except _FAILURES as error:
        return error
    return None


def _tell(test, table, errors):
    __tracebackhide__ = True
    failures = [(error, *row) for error, row in zip(errors, table, strict=True) if error is not None]
    if failures:
        told = "\n\n".join(_told(test, *failure) for failure in failures)
        # pytest shows the traceback of the first one above it.
        raise AssertionError(f"{len(failures)} of {len(table)} rows fail\n\n{told}") from failures[0][0]


def _told(test, error, reason, values):
    """Of a row that fails: its reason, its values, and what was wrong in which line of the test."""
    code = inspect.unwrap(test).__code__
    lines = [at.lineno for at in traceback.extract_tb(error.__traceback__) if at.filename == code.co_filename]
    parts = [f"{name} = {value!r:.1000}" for name, value in values.items()]
    parts.append(f"line {lines[-1] if lines else code.co_firstlineno}: {type(error).__name__}: {error}")
    return f"  {reason or 'row'}\n" + indent("\n".join(parts), "    ")
