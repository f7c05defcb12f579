"""The rules of docs/architecture.md and of the house that a test can enforce, so that a reviewer need not remember them."""

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
    """All nodes of a module's syntax tree."""
    return list(ast.walk(ast.parse(path.read_text(encoding="utf-8"))))


@cache
def literals(path):
    """All string literals that are not docstrings, including the pieces of f-strings."""
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


def test_imports_follow_the_layers(monkeypatch, capsys):
    """The contracts are in pyproject.toml; on a failure import-linter's report names the chain of imports."""
    monkeypatch.chdir(ROOT)
    # It configures logging as a program would and disables all existing loggers, so that later tests would log nothing.
    monkeypatch.setattr(logging.config, "dictConfig", lambda config: None)
    assert importlinter.lint_imports(cache_dir=None) == 0, capsys.readouterr().out


def test_no_module_is_named_utils_or_the_like():
    banned = {"utils", "util", "helpers", "helper", "common", "misc"}
    assert [relative(path) for path in MODULES if path.stem in banned] == []


FILE_LINES = 300
FUNCTION_LINES = 50
# Path, or path::function -> why it may be longer. An entry that is no longer needed fails too.
LONG = {}


def too_long():
    for path in MODULES:
        lines = path.read_text(encoding="utf-8").count("\n")
        if lines > FILE_LINES:
            yield relative(path)
        for node in nodes(path):
            is_function = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
            if is_function and node.end_lineno - node.lineno + 1 > FUNCTION_LINES:
                yield f"{relative(path)}::{node.name}"


def test_files_and_functions_are_short_or_listed_with_a_reason():
    assert set(too_long()) == set(LONG), "split it by what its parts answer, or say in LONG why it is longer"


# ── SQL ─────────────────────────────────────────────────────────────────────────────────────────

# A verb with the word that must follow it: "select a claim" is English, "select x from y" is SQL.
SQL = re.compile(
    r"\bselect\b.+\bfrom\b|\binsert\s+(or\s+\w+\s+)?into\b|\bupdate\s+\w+\s+set\b|\bdelete\s+from\b"
    r"|\b(create|drop|alter)\s+(virtual\s+)?(table|view|index|trigger)\b|\bpragma\s+\w|\bbegin\s+immediate\b",
    re.IGNORECASE | re.DOTALL,
)


def test_sql_is_written_in_the_store_only():
    found = [
        f"{relative(path)}:{node.lineno}"
        for path in MODULES
        if not path.is_relative_to(PACKAGE / "store")
        for node in literals(path)
        if SQL.search(node.value)
    ]
    assert found == [], "move it to a function of claimtrack/store/"


def test_no_code_or_schema_file_replaces_rows():
    """REPLACE deletes and inserts: history would show a deletion and an insertion, or nothing where triggers do not fire."""
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


def test_no_schema_file_ends_the_transaction_it_runs_in():
    """A COMMIT inside a migration would leave half of it behind when the other half fails."""
    ending = re.compile(
        r"^\s*(begin\s+(immediate|exclusive|transaction)\b|begin;|commit\b|rollback\b|vacuum\b)",
        re.IGNORECASE | re.MULTILINE,
    )
    paths = sorted(resource("schema").glob("*.sql"))
    assert paths
    assert [path.name for path in paths if ending.search(path.read_text(encoding="utf-8"))] == []


# ── regular expressions ─────────────────────────────────────────────────────────────────────────


def test_no_regular_expression_repeats_a_group_possessively():
    """Python 3.11.0 to 3.11.4, as in Debian 12, misread `(?:ab)*+` or loop forever: write `(?>(?:ab)*)`. `[ab]*+` is safe."""
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
    model.NoteStep: "note_steps",
    model.Judgement: "judgements",
    model.Suggestion: "suggestions",
    model.ReviewStatus: "review_statuses",
    model.Outcome: "outcomes",
    model.ArchiveStatus: "archive_statuses",
    model.TunedPart: "tuned_parts",
}
WITHOUT_TABLE = {
    # Stored as a JSON list in appearances.flags: a hint for readers that nothing refers to.
    model.Flag,
    # Stored in the users file beside the database.
    model.Role,
    # Two words that the interventions table checks itself.
    model.Purpose,
    # An option of `add`; only its result is stored.
    model.OnDuplicate,
    # What `check` reports about a draft, which is not stored.
    model.Framing,
}
WITHOUT_ENUM = {
    # Only the database's own rules distinguish them (schema/triggers.sql).
    "review_origins",
}


def enums():
    return {
        value
        for value in vars(model).values()
        if inspect.isclass(value) and issubclass(value, StrEnum) and value is not StrEnum
    }


def test_every_enum_has_a_lookup_table_with_the_same_words_in_order(desk):
    assert enums() == set(TABLE_OF) | WITHOUT_TABLE, (
        "name its table in TABLE_OF, or the enum in WITHOUT_TABLE"
    )
    for enum, table in TABLE_OF.items():
        names = [row["name"] for row in desk.query(f"select name from {table} order by position")]
        remedy = f"{table}: a migration adds the word with position max + 1, and the enum has it last"
        assert names == [str(member) for member in enum], remedy


def test_every_lookup_table_has_an_enum(desk):
    with_label = {
        table.name for table in desk.tables if {"name", "label", "position"} <= set(table.columns_dict)
    }
    assert with_label == set(TABLE_OF.values()) | WITHOUT_ENUM, "name it in TABLE_OF, or in WITHOUT_ENUM"


# Enums that code branches on. The words of the others ("person", "outlet") are also plain English or column names.
DECIDED_BY = (model.Status, model.ReviewStatus, model.Judgement, model.Suggestion, model.Stance)
# Literals that equal such a word but mean something else: (path, word) -> what. Stale entries fail too.
LITERAL_WORDS = {
    ("claimtrack/__init__.py", "open"): "the function that opens a desk",
    ("claimtrack/api/__init__.py", "open"): "the function that opens a desk",
    ("claimtrack/api/reading.py", "approved"): "the name of an argument",
    ("claimtrack/cli/reviews/signing.py", "draft"): "the name of the `draft` command",
    (
        "claimtrack/core/desk/decisions.py",
        "duplicate",
    ): "a decision in triage, which has its own enum",
    ("claimtrack/core/extract/__init__.py", "context"): "the name of a module",
    ("claimtrack/core/desk/verdicts.py", "withdrawn"): "a field of a row with a withdrawn rating",
    ("claimtrack/export/feeds.py", "published"): "an element of Atom",
    ("claimtrack/fetch/loaders/feed.py", "published"): "a field of RSS and Atom",
    ("claimtrack/plugin/operations/checking.py", "draft"): "a field of the request",
    ("claimtrack/plugin/pages/published.py", "published"): "part of an address",
}


def field_names(path):
    """The ids of literals that name a field: keys of a dict display or in square brackets."""
    for node in nodes(path):
        if isinstance(node, ast.Dict):
            yield from map(id, node.keys)
        elif isinstance(node, ast.Subscript):
            yield id(node.slice)


def test_code_writes_enum_members_instead_of_their_words():
    words = {str(member) for enum in DECIDED_BY for member in enum}
    found = set()
    for path in MODULES:
        fields = set(field_names(path))
        found |= {
            (relative(path), node.value)
            for node in literals(path)
            if node.value in words and id(node) not in fields
        }
    assert {(path, word) for path, word in found if path != "claimtrack/core/model.py"} == set(LITERAL_WORDS)


# ── history ─────────────────────────────────────────────────────────────────────────────────────

# Tables whose changes are not recorded in history -> why.
UNTRACKED = {
    "statuses": "words of the desk: only a migration changes them",
    "status_transitions": "rules of the desk: only a migration changes them",
    "priorities": "words of the desk",
    "kinds": "words of the desk",
    "claimant_kinds": "words of the desk",
    "stances": "words of the desk",
    "note_steps": "words of the desk",
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
    "imports": "says which entries of history belong to an import",
    "copy_imports": "says which entries of history came from a copy, and how far it was gone through",
    "copied_changes": "says when entries of a copy's history were made there",
    "copied_rows": "says which entries of a copy's history are which here",
    "sqlite_sequence": "SQLite's own: the last number of each table",
    "match_terms": "part of the match index, which is built from the claims",
    "match_endings": "part of the match index",
    "match_postings": "part of the match index",
    "match_pending": "part of the match index",
    "match_totals": "part of the match index",
    "claim_vectors": "computed from the claims by an encoder, and can be recomputed at any time",
    "match_uncompared": "the progress of `duplicates`: derived, and restarted by another scorer",
    "match_clusters": "computed from the judgements, which are in history",
    "signed_verdicts": "is itself a record: a row never changes and disappears only with the signature, which is in history",
    "article_readings": "derived from the articles: what need not be read again",
    "match_compared_by": "the progress of `duplicates`: derived, and restarted by another scorer",
}
# (table, column, operation, side) -> why the history entry leaves it out.
NOT_IN_HISTORY = {
    ("articles", "text", "insert", "new"): "the text only grows, and the article has it",
    ("articles", "text", "update", "new"): "the article has it, and the old row has the text before a cut",
}


def tracked(desk):
    """The tables that hold the desk's work: all except the listed ones and those of the full-text indexes."""
    shadows = {name for name in desk.table_names() if "_fts" in name}
    return set(desk.table_names()) - shadows - set(UNTRACKED)


def test_every_table_listed_as_untracked_exists(desk):
    assert set(UNTRACKED) <= set(desk.table_names())


@pytest.mark.parametrize("operation", ["insert", "update", "delete"])
def test_history_triggers_name_every_column_of_every_table(desk, operation):
    triggers = {trigger.name: trigger.sql for trigger in desk.triggers}
    sides = {"insert": ["new"], "update": ["old", "new"], "delete": ["old"]}[operation]
    for table in tracked(desk):
        sql = triggers.get(f"{table}_history_{operation}", "")
        assert f"after {operation} on {table}" in sql, f"{table}: run scripts/docs, or name it in UNTRACKED"
        for column in desk.table(table).columns_dict:
            for side in sides:
                expected = (table, column, operation, side) not in NOT_IN_HISTORY
                assert (f"'{column}', {side}.{column}" in sql) is expected, (
                    f"{side}.{column} of {table}: run scripts/docs"
                )


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


def test_the_core_reads_no_clock_user_file_network_or_installed_package():
    """Actor and date are arguments, so that the same article gives the same claims next year."""
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


def test_every_imported_package_is_a_declared_dependency():
    """A package that is only a dependency of another disappears when that one drops it."""
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = project["optional-dependencies"].values()
    declared = {re.match(r"[\w-]+", text)[0].lower() for text in chain(project["dependencies"], *extras)}
    roots = {name.partition(".")[0] for path in MODULES for name in imported(path)}
    # For an extra that is not installed here, the module's name stands for the package's: spacy is spacy.
    distributions = packages_distributions()
    foreign = roots - sys.stdlib_module_names - {"claimtrack"}
    needed = {distributions.get(root, [root.replace("_", "-")])[0].lower() for root in foreign}
    assert needed - declared == set(), "declare it in pyproject.toml"


# ── errors and the public API ───────────────────────────────────────────────────────────────────


def test_the_error_tree_in_the_docstring_matches_the_classes():
    drawn, stack = {}, {}
    for indent, name in re.findall(r"^( *)[*x+] (\w+)", errors.__doc__, re.MULTILINE):
        depth = len(indent) // 2
        stack[depth] = name
        drawn[name] = stack.get(depth - 1, "Exception")
    actual = {
        name: value.__base__.__name__
        for name, value in vars(errors).items()
        if inspect.isclass(value) and issubclass(value, Exception)
    }
    assert drawn == actual


def public_functions(path):
    """The public functions and methods of a module."""
    for node in nodes(path):
        if isinstance(node, (ast.Module, ast.ClassDef)) and not getattr(node, "name", "").startswith("_"):
            yield from (
                function
                for function in node.body
                if isinstance(function, ast.FunctionDef) and not function.name.startswith("_")
            )


def names_of_error(name):
    """The names of an error and of its base classes, except the root of all."""
    kinds = getattr(errors, name, errors.ClaimtrackError).__mro__
    return {name, *(kind.__name__ for kind in kinds[: kinds.index(errors.ClaimtrackError)])}


def test_docstrings_name_the_errors_that_a_function_raises():
    """The command line and the plug-in turn errors into messages: what they raise themselves is for click and Datasette."""
    missing = {
        f"{relative(path)}::{function.name} {name}"
        for path in MODULES
        if not {"cli", "plugin"} & set(path.relative_to(PACKAGE).parts)
        for function in public_functions(path)
        for node in ast.walk(function)
        if isinstance(node, ast.Raise) and isinstance(node.exc, ast.Call)
        for name in [ast.unparse(node.exc.func).rpartition(".")[2]]
        if name[0].isupper()
        and not any(error_name in ast.get_docstring(function) for error_name in names_of_error(name))
    }
    assert missing == set()


def test_the_public_api_is_sorted_complete_and_documented():
    public = {
        name
        for name, value in vars(claimtrack).items()
        if not name.startswith("_") and not inspect.ismodule(value) and name != "annotations"
    }
    assert claimtrack.__all__ == sorted(claimtrack.__all__)
    assert public <= set(claimtrack.__all__), "add it to __all__, or begin its name with _"
    for name in set(claimtrack.__all__) - {"__version__"}:
        assert inspect.getdoc(getattr(claimtrack, name)), name


# ── word lists ──────────────────────────────────────────────────────────────────────────────


def word_lists(path):
    """The strings of a module that are split into words."""
    for node in nodes(path):
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id in {"word_class", "words_of", "forms"}
        ):
            yield from (argument for argument in node.args if isinstance(argument, ast.Constant))
        elif (
            isinstance(node, ast.Call)
            and not node.args
            and ast.unparse(node.func).endswith(("'.split", '".split'))
        ):
            yield node.func.value


def test_no_word_list_contains_a_word_twice():
    found = {
        (relative(path), listed.lineno, word)
        for path in MODULES
        for listed in word_lists(path)
        for word, times in Counter(str(listed.value).split()).items()
        if times > 1
    }
    assert found == set()


def test_every_text_file_is_read_and_written_with_a_named_encoding():
    """The default on Windows is a code page of a few hundred characters."""
    found = {
        f"{relative(path)}:{call.lineno}"
        for path in MODULES
        for call in nodes(path)
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr in ("read_text", "write_text")
        and "encoding" not in {keyword.arg for keyword in call.keywords}
    }
    assert found == set()
