"""Finds changes of the code that no test notices: changes one condition, constant, operator, call or return at a time.

    python scripts/mutants.py claimtrack/workflow/undoing.py
    python scripts/mutants.py --since v0.5.0 --sample 20 --tests tests/store tests/workflow

Works in a copy of the repository. The tests run once as they are, to learn which of them execute which line. Then each mutant
(the code with one change) runs against the tests that execute its line, the fastest first, until one fails. What survives is
printed as FILE:LINE with the change: a test is missing, or nobody needs the code, or the change makes no difference.

mutmut 3 runs here, too, but mutates no decorated function (the guards, the commands), no SQL and nothing outside functions, and
most of what survives are words of messages. cosmic-ray starts pytest anew for each mutant, with the same tests for all.
What tests execute in another process is not seen. Needs the dependency group `mutants`, and a system with fork.
"""

import argparse
import ast
import contextlib
import json
import os
import random
import re
import shutil
import signal
import subprocess
import sys
import time
from collections import defaultdict
from itertools import accumulate, takewhile
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

import coverage
import pytest

ROOT = Path(__file__).resolve().parents[1]
OPTIONS = ("-q", "-p", "no:cacheprovider", "-p", "no:xdist", "-m", "not slow and not browser")
PRELOADED = (
    "datasette hypothesis jinja2 lxml.html numpy pytest_asyncio rapidfuzz sqlite_utils uvicorn".split()
)
"""What each fork would take a second to import. Not claimtrack, which it imports with the change, nor `datasette.app`, which imports that."""

OPPOSITES = {
    ast.Eq: "!=", ast.NotEq: "==", ast.Lt: "<=", ast.LtE: "<", ast.Gt: ">=", ast.GtE: ">",
    ast.In: "not in", ast.NotIn: "in", ast.Is: "is not", ast.IsNot: "is",
}  # fmt: skip
SQL = re.compile(
    r"""f?["']+[\s(]*(select|insert|update|delete|with|not|exists|and|or|where)\b""", re.IGNORECASE
)
SQL_CHANGES = {
    " and ": " or ", " or ": " and ", "where not exists": "where exists", " is not null": " is null", " is null": " is not null",
    " not in ": " in ", " desc": "", "distinct ": "", " <> ": " = ", " = ": " <> ", " <= ": " < ", " >= ": " > ", " < ": " <= ",
    " > ": " >= ", "max(": "min(", "min(": "max(", "left join": "join",
}  # fmt: skip
_UNTOUCHED = {"annotation", "returns", "decorator_list", "type_params"}
"""Fields of syntax trees that are not executed when the code runs."""


class Mutant(NamedTuple):
    """What replaces some bytes of a file; the lines of the statement, if that is in a function, and those of the function."""

    path: str
    start: int
    end: int
    text: str
    line: int
    lines: range | None
    scope: range

    def describe(self, source):
        old, new = (" ".join(text.split()) for text in (source[self.start : self.end].decode(), self.text))
        return f"{self.path}:{self.line}: {old[:110]}  ->  {new[:110]}"


# ── the changes ─────────────────────────────────────────────────────────────────────────────────


class Finder:
    """Finds the mutants of a file."""

    def __init__(self, path, source):
        self.path, self.source = path, source
        self.starts = [0, *accumulate(map(len, source.splitlines(keepends=True)))]

    def find(self):
        return list(self._walk(ast.parse(self.source), None, None))

    def _operand(self, node):
        is_plain = isinstance(node, ast.Name | ast.Attribute | ast.Call | ast.Constant | ast.Subscript)
        return self._text(node) if is_plain else f"({self._text(node)})"

    def _span(self, node):
        start, end = self.starts[node.lineno - 1], self.starts[node.end_lineno - 1]
        return start + node.col_offset, end + node.end_col_offset

    def _text(self, node):
        return self.source[slice(*self._span(node))].decode()

    def _walk(self, node, statement, function):
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            return
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            return  # a docstring
        if isinstance(node, ast.keyword) and node.arg == "strict":
            return  # of zip: only a bug would make a difference
        statement = node if isinstance(node, ast.stmt) else statement
        for target, text in self._changes(node):
            yield self._mutant(*self._span(target), text, target.lineno, statement, function)
        if isinstance(node, ast.Constant | ast.JoinedStr):
            yield from self._sql_mutants(node, statement, function)
            return  # Python 3.11 does not know where the parts of an f-string are
        function = node if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) else function
        for name, value in ast.iter_fields(node):
            if name not in _UNTOUCHED and (name != "keywords" or isinstance(node, ast.Call)):
                for child in value if isinstance(value, list) else [value]:
                    if isinstance(child, ast.AST):
                        yield from self._walk(child, statement, function)

    def _mutant(self, start, end, text, line, statement, function):
        whole = function or statement
        last = statement.body[0].lineno - 1 if getattr(statement, "body", None) else statement.end_lineno
        lines = range(statement.lineno, last + 1) if function else None
        return Mutant(self.path, start, end, text, line, lines, range(whole.lineno, whole.end_lineno + 1))

    def _changes(self, node):
        """Yield what is replaced, and by what."""
        text = self._operand
        match node:
            case ast.BoolOp(op=op, values=values):
                word = " and " if isinstance(op, ast.And) else " or "
                for dropped in values:
                    left = word.join(text(value) for value in values if value is not dropped)
                    yield node, left if len(values) == 2 else f"({left})"
            case ast.Compare(left=left, ops=[op], comparators=[right]):
                yield node, f"({text(left)} {OPPOSITES[type(op)]} {text(right)})"
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                yield node, text(operand)
            case ast.BinOp(left=left, op=ast.BitOr() | ast.BitAnd(), right=right):
                yield from ((node, text(side)) for side in (left, right))
            case ast.BinOp(left=left, op=ast.Add() | ast.Sub() | ast.Mult()) if not is_message(node):
                yield node, text(left)
            case ast.Constant(value=bool(value)):
                yield node, str(not value)
            case ast.Constant(value=int(value)):
                yield node, str(value + 1)
            case ast.Return(value=ast.expr() as value) if not is_condition(value) and text(value) != "None":
                yield node, "return None"
            case ast.Expr(value=ast.Call() | ast.Await()) | ast.Raise() | ast.Continue() | ast.Break():
                yield node, "pass"
            case ast.comprehension(ifs=conditions):
                yield from ((condition, "True") for condition in conditions)
            case ast.If(test=test) | ast.While(test=test) | ast.IfExp(test=test) if not is_condition(test):
                yield test, f"(not {text(test)})"

    def _sql_mutants(self, node, statement, function):
        if not hasattr(node, "lineno") or not SQL.match(self._text(node)):
            return
        first, last = self._span(node)
        sql = self.source[first:last]
        for old, new in SQL_CHANGES.items():
            for found in re.finditer(re.escape(old.encode()), sql):
                # With a few words on either side, to show where it is.
                start, end = max(0, found.start() - 40), found.end() + 40
                text = sql[start : found.start()] + new.encode() + sql[found.end() : end]
                line = node.lineno + sql[: found.start()].count(b"\n")
                with contextlib.suppress(UnicodeDecodeError):  # a letter of several bytes cut in two
                    end = min(first + end, last)
                    yield self._mutant(first + start, end, text.decode(), line, statement, function)


def is_condition(node):
    """Whether the changes of an expression's parts already negate it."""
    return isinstance(node, ast.BoolOp | ast.Compare) or ast.unparse(node).startswith("not ")


def is_message(node):
    """Whether an expression joins a literal string to something."""
    sides = (node.left, node.right)
    return any(
        isinstance(side, ast.JoinedStr) or isinstance(getattr(side, "value", 0), str) for side in sides
    )


def changed_lines(revision):
    """Return the changed lines of each module of claimtrack since a revision."""
    command = ["git", "diff", "-U0", "--no-renames", "--diff-filter=d", revision, "--", "claimtrack/*.py"]
    found, path = defaultdict(set), ""
    diff = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for line in diff.splitlines():
        if line.startswith("+++ "):
            path = line.removeprefix("+++ b/")
        elif hunk := re.match(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@", line):
            found[path].update(range(int(hunk[1]), int(hunk[1]) + max(1, int(hunk[2] or 1))))
    return found


# ── running the tests ───────────────────────────────────────────────────────────────────────────


class Recorder:
    """A plug-in of pytest that measures how long each test takes, and which lines of some modules it executes."""

    def __init__(self, paths, file):
        self.file, self.took, self.failed = file, defaultdict(float), set()
        self.coverage = coverage.Coverage(include=paths, data_file=str(file), config_file=False)

    def pytest_sessionstart(self):
        self.coverage.start()

    def pytest_runtest_logstart(self, nodeid):
        self.coverage.switch_context(nodeid)

    def pytest_runtest_logreport(self, report):
        self.took[report.nodeid] += report.duration
        if report.outcome != "passed":
            self.failed.add(report.nodeid)

    def pytest_sessionfinish(self):
        self.coverage.stop()
        self.coverage.save()
        took = {name: seconds for name, seconds in self.took.items() if name not in self.failed}
        self.file.with_suffix(".json").write_text(json.dumps([took, sorted(self.failed)]), encoding="utf-8")


class InOrder:
    """A plug-in of pytest that runs given tests in their order, whatever tests/conftest.py prefers."""

    def __init__(self, tests):
        self.places = {name: place for place, name in enumerate(tests)}

    @pytest.hookimpl(trylast=True)
    def pytest_collection_modifyitems(self, items):
        items[:] = sorted(
            (item for item in items if item.nodeid in self.places), key=lambda item: self.places[item.nodeid]
        )


def run_pytest(arguments, plugin, limit):
    """Run pytest in a fork of this process. Returns its exit code, or None after `limit` seconds."""
    child = os.fork()
    if not child:
        code = 99
        try:
            os.setpgid(0, 0)
            nowhere = os.open(os.devnull, os.O_RDWR)
            for stream in (0, 1, 2):
                os.dup2(nowhere, stream)
            code = int(pytest.main([*OPTIONS, *arguments], plugins=[plugin]))
        finally:
            os._exit(code)
    ends, code = time.monotonic() + limit, None
    while code is None and time.monotonic() < ends:
        done, status = os.waitpid(child, os.WNOHANG)
        code = os.waitstatus_to_exitcode(status) if done else None
        time.sleep(0 if done else 0.02)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child, signal.SIGKILL)  # with the servers that tests started
    if code is None:
        os.waitpid(child, 0)
    return code


class Experiment:
    """Runs mutants in a copy of the repository."""

    def __init__(self, folder, paths, tests):
        """Run the tests once as they are."""
        self.folder = folder
        file = folder / "executed"
        if run_pytest(tests, Recorder(paths, file), limit=3600) not in (0, 1):
            sys.exit(f"pytest did not run: try `python -m pytest {' '.join(tests)}`")
        took, failed = json.loads(file.with_suffix(".json").read_text(encoding="utf-8"))
        if failed:
            print(f"not used, because they fail or are skipped in a copy: {', '.join(failed)}", flush=True)
        self.took = took
        data = coverage.CoverageData(str(file))
        data.read()
        self.executing = {path: data.contexts_by_lineno(str(folder / path)) for path in paths}

    def tests_of(self, mutant):
        """Return the tests that execute what is changed, the fastest first; outside functions, those that execute anything of the file."""
        executing = self.executing[mutant.path]
        lines = mutant.lines or executing.keys()
        found = self.took.keys() & set().union(*(executing.get(line, ()) for line in lines))
        return sorted(found, key=self.took.get)

    def survives(self, mutant, source, tests):
        path = self.folder / mutant.path
        path.write_bytes(source[: mutant.start] + mutant.text.encode() + source[mutant.end :])
        # Its bytecode is only compiled again if the time in seconds or the length of the file has changed.
        for cached in (path.parent / "__pycache__").glob(f"{path.stem}.*"):
            cached.unlink()
        try:
            files = dict.fromkeys(name.partition("::")[0] for name in tests)
            limit = 20 + 4 * sum(map(self.took.get, tests))
            return run_pytest(["-x", *files], InOrder(tests), limit) == 0
        finally:
            path.write_bytes(source)


def read_options():
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    add = parser.add_argument
    add("modules", nargs="*", metavar="MODULE", help="files or folders of claimtrack/, or FILE:LINE")
    add("--since", metavar="REVISION", help="only functions changed since then, of the modules or of all")
    add("--sample", type=int, metavar="NUMBER", help="so many mutants of each file, chosen at random")
    add("--seed", type=int, default=1, metavar="NUMBER", help="another seed chooses others")
    add("--seconds", type=float, default=30, metavar="NUMBER", help="of tests per mutant (default: 30)")
    add("--tests", nargs="+", metavar="PATH", help="choose from these (default: the folder of the layer)")
    options = parser.parse_args()
    if not options.modules and not options.since:
        parser.error("name a module, or a revision with --since")
    for name in options.modules:
        if not (ROOT / name.partition(":")[0]).exists():
            parser.error(f"there is no {name}: give paths from the top of the repository")
    return options


def find_mutants(options):
    """Return the sources by path, and the mutants that the options ask for, in their order."""
    changed = changed_lines(options.since) if options.since else {}
    sources, mutants = {}, {}
    for name in options.modules or sorted(changed):
        name, _, line = name.partition(":")
        file = (ROOT / name).resolve()
        for module in sorted(file.rglob("*.py")) if file.is_dir() else [file]:
            path = str(module.relative_to(ROOT))
            sources[path] = module.read_bytes()
            found = Finder(path, sources[path]).find()
            if options.since:
                found = [mutant for mutant in found if not changed[path].isdisjoint(mutant.scope)]
            if line:
                found = [mutant for mutant in found if mutant.line == int(line)]
            chosen = random.Random(f"{options.seed} {path}").sample(
                found, min(len(found), options.sample or len(found))
            )
            mutants[path] = sorted([*mutants.get(path, []), *chosen], key=lambda mutant: mutant.start)
    return sources, mutants


def main():
    options = read_options()
    sources, mutants = find_mutants(options)
    tests = options.tests or sorted({f"tests/{Path(path).parts[1]}" for path in sources})
    os.environ["OPENBLAS_NUM_THREADS"] = "1"  # threads of numpy would not survive a fork
    for name in PRELOADED:
        __import__(name)
    with TemporaryDirectory() as temporary:
        folder = Path(temporary, "copy")
        shutil.copytree(ROOT, folder, ignore=shutil.ignore_patterns(".git", ".venv"))
        os.chdir(folder)
        os.environ["PYTHONPATH"] = str(folder)
        sys.path.insert(0, str(folder))
        report(Experiment(folder, list(sources), tests), mutants, sources, options.seconds)


def report(experiment, mutants, sources, most_seconds):
    """Run the mutants and print those that survive, and a line for each file."""
    for path, found in mutants.items():
        survived = 0
        for mutant in found:
            tests = experiment.tests_of(mutant)
            sums = accumulate(map(experiment.took.get, tests))
            quick = tests[: len(list(takewhile(lambda seconds: seconds < most_seconds, sums)))]
            if not quick or experiment.survives(mutant, sources[path], quick):
                survived += 1
                note = f"{len(quick)} of {len(tests)} tests pass" if tests else "no test executes it"
                print(f"{mutant.describe(sources[path])}  ({note})", flush=True)
        print(f"{path}: {len(found)} mutants, {survived} survived", flush=True)


if __name__ == "__main__":
    main()
