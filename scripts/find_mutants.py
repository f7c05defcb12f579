"""Finds the changes of a module that scripts/mutants.py tries: of one condition, constant, operator, call or return each."""

import ast
import contextlib
import re
import subprocess
import sys
from collections import defaultdict
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
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
        # A default of an argument counts wherever the function runs, not only where its `def` does.
        has_head = getattr(statement, "body", None) and statement is not function
        last = statement.body[0].lineno - 1 if has_head else statement.end_lineno
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
    diff = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    if diff.returncode:
        sys.exit(diff.stderr)
    found, path = defaultdict(set), ""
    for line in diff.stdout.splitlines():
        if line.startswith("+++ "):
            path = line.removeprefix("+++ b/")
        elif hunk := re.match(r"@@ -\S+ \+(\d+)(?:,(\d+))? @@", line):
            found[path].update(range(int(hunk[1]), int(hunk[1]) + max(1, int(hunk[2] or 1))))
    return found
