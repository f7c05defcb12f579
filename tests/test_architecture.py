"""What keeps the code as it is meant to be: each test is a rule of docs/architecture.md or of the house that a reviewer need not remember."""

import ast
import inspect
import logging.config
import re
import sys
import tomllib
from collections import Counter
from enum import StrEnum
from functools import cache
from importlib.metadata import packages_distributions
from itertools import chain
from pathlib import Path

import pytest
from importlinter import cli as importlinter

import claimtrack
from claimtrack.core import errors, model
from claimtrack.resources import resource

ROOT = Path(claimtrack.__file__).resolve().parent.parent
PACKAGE = ROOT / "claimtrack"
MODULES = sorted(PACKAGE.rglob("*.py"))


def relative(path):
    return path.relative_to(ROOT).as_posix()


@cache
def nodes(path):
    """Every node of a module's tree."""
    return list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


@cache
def literals(path):
    """Every string literal that is not a docstring, the pieces of f-strings among them."""
    docstrings = {
        id(node.body[0].value)
        for node in nodes(path)
        if isinstance(node, (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef))
        and node.body
        and isinstance(node.body[0], ast.Expr)
    }
    return [
        node
        for node in nodes(path)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in docstrings
    ]


# ── layers and files ────────────────────────────────────────────────────────────────────────────


def test_arrows_point_down_only(monkeypatch, capsys):
    """The contracts stand in pyproject.toml; on a failure import-linter's report names the chain of imports."""
    monkeypatch.chdir(ROOT)
    # It sets logging up as a program of its own would, and switches off every logger there is: tests after it hear nothing.
    monkeypatch.setattr(logging.config, "dictConfig", lambda config: None)
    assert importlinter.lint_imports(cache_dir=None) == 0, capsys.readouterr().out


def test_no_module_is_a_drawer_for_everything():
    banned = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert [relative(path) for path in MODULES if path.stem in banned] == []


FILE_LINES = 300
FUNCTION_LINES = 50
# Path, or path::function -> why it may be longer. An entry that is no longer needed fails too.
LONG = {}


def long_ones():
    for path in MODULES:
        lines = path.read_text(encoding="utf-8").count("\n")
        if lines > FILE_LINES:
            yield relative(path)
        for node in nodes(path):
            is_function = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
            if is_function and node.end_lineno - node.lineno + 1 > FUNCTION_LINES:
                yield f"{relative(path)}::{node.name}"


def test_files_and_functions_stay_short_or_say_why_not():
    assert set(long_ones()) == set(LONG), "part it by what its parts answer, or say in LONG why it is longer"


# ── SQL ─────────────────────────────────────────────────────────────────────────────────────────

# A verb with the word that must follow it: "select a claim" is English, "select x from y" is SQL.
SQL = re.compile(
    r"\bselect\b.+\bfrom\b|\binsert\s+(or\s+\w+\s+)?into\b|\bupdate\s+\w+\s+set\b|\bdelete\s+from\b"
    r"|\b(create|drop|alter)\s+(virtual\s+)?(table|view|index|trigger)\b|\bpragma\s+\w|\bbegin\s+immediate\b",
    re.IGNORECASE | re.DOTALL,
)


def test_sql_stands_in_the_store_only():
    found = [
        f"{relative(path)}:{node.lineno}"
        for path in MODULES
        if not path.is_relative_to(PACKAGE / "store")
        for node in literals(path)
        if SQL.search(node.value)
    ]
    assert found == []


def test_no_code_of_ours_replaces_rows():
    """REPLACE deletes and inserts: history shows a death and a birth, or nothing where triggers sleep."""
    replace = re.compile(r"\b(insert\s+or\s+)?replace\s+into\b|\binsert\s+or\s+replace\b", re.IGNORECASE)
    in_literals = [
        f"{relative(path)}:{node.lineno}"
        for path in MODULES
        for node in literals(path)
        if replace.search(node.value)
    ]
    in_calls = [
        f"{relative(path)}:{node.value.lineno}"
        for path in MODULES
        for node in nodes(path)
        if isinstance(node, ast.keyword)
        and node.arg == "replace"
        and getattr(node.value, "value", 1) is not False
    ]
    in_schema = [
        path.name
        for path in resource("schema").glob("*.sql")
        if replace.search(re.sub("--.*", "", path.read_text(encoding="utf-8")))
    ]
    assert in_literals + in_calls + in_schema == []


def test_no_file_of_the_schema_ends_the_transaction_it_runs_in():
    """A COMMIT inside a migration would leave half of it behind when the other half fails."""
    ending = re.compile(
        r"^\s*(begin\s+(immediate|exclusive|transaction)\b|begin;|commit\b|rollback\b|vacuum\b)",
        re.IGNORECASE | re.MULTILINE,
    )
    paths = sorted(resource("schema").glob("*.sql"))
    assert paths
    assert [path.name for path in paths if ending.search(path.read_text(encoding="utf-8"))] == []


# ── regular expressions ─────────────────────────────────────────────────────────────────────────


def test_no_group_is_repeated_possessively():
    """Python 3.11.0 to 3.11.4, as in Debian 12, read `(?:ab)*+` wrongly, or without an end: write `(?>(?:ab)*)`. `[ab]*+` they read well."""
    group = re.compile(r"(?<!\\)\)(?:[*+?]|\{[\d,]+\})\+")
    assert all(map(group.search, ("(?:ab)*+", "(ab)?+c", "(ab){0,2}+")))
    found = [
        f"{relative(path)}:{node.lineno}"
        for path in MODULES
        for node in nodes(path)
        if isinstance(node, ast.Constant)
        and isinstance(node.value, (str, bytes))
        and group.search(node.value if isinstance(node.value, str) else node.value.decode("latin-1"))
    ]
    assert found == []


# ── words of the desk ───────────────────────────────────────────────────────────────────────────

TABLE_OF = {
    model.Status: "statuses",
    model.Kind: "kinds",
    model.ClaimantKind: "claimant_kinds",
    model.Priority: "priorities",
    model.Stance: "stances",
    model.Judgement: "judgements",
    model.Suggestion: "suggestions",
    model.ReviewStatus: "review_statuses",
    model.Outcome: "outcomes",
    model.ArchiveStatus: "archive_statuses",
    model.TunedPart: "tuned_parts",
}
WITHOUT_TABLE = {
    # Stored as a JSON list in appearances.flags: a reader's hint, nothing refers to it.
    model.Flag,
    # What is kept of it stands in a file beside the database.
    model.Role,
    # Two words, which the table of requests checks itself.
    model.Purpose,
    # What `add` is told; what came of it is kept.
    model.OnDuplicate,
    # What `check` tells of a draft, which is not kept.
    model.Framing,
}
WITHOUT_ENUM = {
    # Told apart by the database's own rules (schema/triggers.sql).
    "review_origins",
}


def enums():
    return {
        value
        for value in vars(model).values()
        if inspect.isclass(value) and issubclass(value, StrEnum) and value is not StrEnum
    }


def test_every_enum_has_its_lookup_table_with_the_same_words_in_the_same_order(desk):
    assert enums() == set(TABLE_OF) | WITHOUT_TABLE
    for enum, table in TABLE_OF.items():
        names = [row["name"] for row in desk.query(f"select name from {table} order by position")]
        remedy = f"{table}: a migration adds the word with position max + 1, and the enum has it last"
        assert names == [str(member) for member in enum], remedy


def test_every_lookup_table_has_its_enum(desk):
    with_label = {
        table.name for table in desk.tables if {"name", "label", "position"} <= set(table.columns_dict)
    }
    assert with_label == set(TABLE_OF.values()) | WITHOUT_ENUM


# What code decides by. The words of the other enums ("person", "outlet") are also plain English or columns.
DECIDED_BY = (model.Status, model.ReviewStatus, model.Judgement, model.Suggestion, model.Stance)
# Such words that stand as literals and mean something else: (path, word) -> what. Stale entries fail too.
LITERAL_WORDS = {
    ("claimtrack/__init__.py", "open"): "the function that opens a desk",
    ("claimtrack/api/__init__.py", "open"): "the function that opens a desk",
    ("claimtrack/cli/reviews/signing.py", "draft"): "the name of the command that drafts",
    (
        "claimtrack/core/desk/decisions.py",
        "duplicate",
    ): "what a person decides in triage, in an enum of its own",
    ("claimtrack/core/extract/__init__.py", "context"): "the name of a module",
    ("claimtrack/core/desk/verdicts.py", "withdrawn"): "the field of a row that has the rating taken back",
    ("claimtrack/fetch/feed.py", "published"): "a field of RSS and Atom",
    ("claimtrack/plugin/operations/checking.py", "draft"): "what is handed over",
    ("claimtrack/plugin/pages/published.py", "published"): "an address",
}


def keys(path):
    """The literals that name a field: of a dict display, or in square brackets."""
    for node in nodes(path):
        if isinstance(node, ast.Dict):
            yield from map(id, node.keys)
        elif isinstance(node, ast.Subscript):
            yield id(node.slice)


def test_words_of_the_desk_are_written_as_enum_members():
    words = {str(member) for enum in DECIDED_BY for member in enum}
    found = set()
    for path in MODULES:
        fields = set(keys(path))
        found |= {
            (relative(path), node.value)
            for node in literals(path)
            if node.value in words and id(node) not in fields
        }
    assert {one for one in found if one[0] != "claimtrack/core/model.py"} == set(LITERAL_WORDS)


# ── history ─────────────────────────────────────────────────────────────────────────────────────

# Tables whose changes leave no history -> why.
UNTRACKED = {
    "statuses": "words of the desk: only a migration changes them",
    "status_transitions": "rules of the desk: only a migration changes them",
    "priorities": "words of the desk",
    "kinds": "words of the desk",
    "claimant_kinds": "words of the desk",
    "stances": "words of the desk",
    "judgements": "words of the desk",
    "suggestions": "words of the desk",
    "review_statuses": "words of the desk",
    "review_status_transitions": "rules of the desk",
    "review_origins": "words of the desk",
    "outcomes": "words of the desk",
    "archive_statuses": "words of the desk",
    "tuned_parts": "words of the desk",
    "history": "is the history",
    "audit_context": "holds the name of the actor while a change is made, nothing else",
    "_sqlite_migrations": "keeps its own times",
    "imports": "tells where in history an import is",
    "sqlite_sequence": "SQLite's own: the last number of each table",
    "match_terms": "part of the match index, which is built from the claims",
    "match_endings": "part of the match index",
    "match_postings": "part of the match index",
    "match_pending": "part of the match index",
    "match_totals": "part of the match index",
    "claim_vectors": "made from the claims by an encoder, and made anew at any time",
    "match_uncompared": "how far `duplicates` has come: derived, and begun anew by another scorer",
    "match_clusters": "worked out from the judgements, which are in history",
    "signed_verdicts": "a record itself: a row is never changed, and goes with the signature alone, which is in history",
    "match_compared_by": "how far `duplicates` has come: derived, and begun anew by another scorer",
}
# (table, column, operation, side) -> why the row in history leaves it out.
NOT_IN_HISTORY = {
    ("articles", "text", "insert", "new"): "the text only grows, and the article holds it",
    ("articles", "text", "update", "new"): "what it was before is there where it was cut",
}


def tracked(desk):
    """The tables that hold the desk's work: all but the listed ones and the full-text index's own."""
    shadows = {name for name in desk.table_names() if "_fts" in name}
    return set(desk.table_names()) - shadows - set(UNTRACKED)


def test_the_list_of_untracked_tables_is_of_tables_that_exist(desk):
    assert set(UNTRACKED) <= set(desk.table_names())


@pytest.mark.parametrize("operation", ["insert", "update", "delete"])
def test_history_triggers_name_every_column_of_every_table(desk, operation):
    triggers = {trigger.name: trigger.sql for trigger in desk.triggers}
    sides = {"insert": ["new"], "update": ["old", "new"], "delete": ["old"]}[operation]
    for table in tracked(desk):
        sql = triggers[f"{table}_history_{operation}"]
        assert f"after {operation} on {table}" in sql
        for column in desk.table(table).columns_dict:
            for side in sides:
                expected = (table, column, operation, side) not in NOT_IN_HISTORY
                assert (f"'{column}', {side}.{column}" in sql) is expected, (table, column, side)


# ── the core is pure ────────────────────────────────────────────────────────────────────────────

CLOCK_IDENTITY_NETWORK = {
    "now",
    "utcnow",
    "today",
    "time.time",
    "getpass",
    "getuser",
    "getlogin",
    "environ",
    "getenv",
    "urllib.request",
    "importlib.metadata",
    "open",
}


def names_used(path):
    for node in nodes(path):
        if isinstance(node, ast.Attribute):
            yield node.attr
            if isinstance(node.value, ast.Name):
                yield f"{node.value.id}.{node.attr}"
        elif isinstance(node, ast.Name):
            yield node.id
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_the_core_asks_no_clock_no_user_no_file_no_network_and_no_installed_package():
    """Actor and date are arguments: the same article gives the same claims next year."""
    paths = [path for path in MODULES if path.is_relative_to(PACKAGE / "core")]
    assert paths
    found = {
        (relative(path), name) for path in paths for name in CLOCK_IDENTITY_NETWORK & set(names_used(path))
    }
    assert found == set()


def imported(path):
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


def test_what_the_package_imports_it_also_asks_for():
    """A package that only comes along with another one goes when that one no longer needs it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    asked = {re.match(r"[\w-]+", text)[0].lower() for text in chain(project["dependencies"], *extras)}
    roots = {name.partition(".")[0] for path in MODULES for name in imported(path)}
    # An extra that is not installed here is named by its module: spacy is spacy.
    distributions = packages_distributions()
    foreign = roots - sys.stdlib_module_names - {"claimtrack"}
    needed = {distributions.get(root, [root.replace("_", "-")])[0].lower() for root in foreign}
    assert needed - asked == set()


# ── errors and the public API ───────────────────────────────────────────────────────────────────


def test_the_tree_in_the_docstring_is_the_tree_of_classes():
    drawn, stack = {}, {}
    for indent, name in re.findall(r"^( *)[*x+] (\w+)", errors.__doc__, re.MULTILINE):
        depth = len(indent) // 2
        stack[depth] = name
        drawn[name] = stack.get(depth - 1, "Exception")
    real = {
        name: value.__base__.__name__
        for name, value in vars(errors).items()
        if inspect.isclass(value) and issubclass(value, Exception)
    }
    assert drawn == real


def public_functions(path):
    """The functions and methods of a module that others may call."""
    for node in nodes(path):
        if isinstance(node, (ast.Module, ast.ClassDef)) and not getattr(node, "name", "").startswith("_"):
            yield from (
                one for one in node.body if isinstance(one, ast.FunctionDef) and not one.name.startswith("_")
            )


def names_of_error(name):
    """An error's own name and those of the errors it is one of, but for the root of all."""
    kinds = getattr(errors, name, errors.ClaimtrackError).__mro__
    return {name, *(kind.__name__ for kind in kinds[: kinds.index(errors.ClaimtrackError)])}


def test_docstrings_tell_the_errors_that_a_function_raises():
    """The command line and the plug-in turn all errors into messages: what they raise themselves is for click and Datasette."""
    untold = {
        f"{relative(path)}::{function.name} {name}"
        for path in MODULES
        if not {"cli", "plugin"} & set(path.relative_to(PACKAGE).parts)
        for function in public_functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call)
        for name in [ast.unparse(node.exc.func).rpartition(".")[2]]
        if name[0].isupper() and not any(one in ast.get_docstring(function) for one in names_of_error(name))
    }
    assert untold == set()


def test_the_public_api_is_sorted_complete_and_documented():
    public = {
        name
        for name, value in vars(claimtrack).items()
        if not name.startswith("_") and not inspect.ismodule(value) and name != "annotations"
    }
    assert claimtrack.__all__ == sorted(claimtrack.__all__)
    assert public <= set(claimtrack.__all__)
    for name in set(claimtrack.__all__) - {"__version__"}:
        assert inspect.getdoc(getattr(claimtrack, name)), name


# ── lists of words ──────────────────────────────────────────────────────────────────────────────


def lists_of_words(path):
    """The strings of a module that are written to be split into words."""
    for node in nodes(path):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in {"word_set", "word_class", "words_of", "forms"}
        ):
            yield from (one for one in node.args if isinstance(one, ast.Constant))
        elif (
            isinstance(node, ast.Call)
            and not node.args
            and ast.unparse(node.func).endswith(("'.split", '".split'))
        ):
            yield node.func.value


def test_no_list_has_a_word_twice():
    found = {
        (relative(path), listed.lineno, word)
        for path in MODULES
        for listed in lists_of_words(path)
        for word, times in Counter(str(listed.value).split()).items()
        if times > 1
    }
    assert found == set()


def test_no_file_is_read_or_written_in_an_encoding_that_the_system_chooses():
    """On Windows that is a code page of a few hundred letters."""
    found = {
        f"{relative(path)}:{call.lineno}"
        for path in MODULES
        for call in nodes(path)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in ("read_text", "write_text")
        and "encoding" not in {given.arg for given in call.keywords}
    }
    assert found == set()
