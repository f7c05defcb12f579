"""Error messages say what to do, in the words of a terminal and in those of a page."""

import ast
import copy
import inspect
import pickle
import re

import pytest

from claimtrack.core import errors, steps
from claimtrack.core.steps import (
    SEE_CLAIMS,
    Worded,
    by_command,
    install_step,
    join_texts,
    page_text,
    terminal_only,
)
from tests.tables import each_row
from tests.test_architecture import MODULES, PACKAGE, literals, nodes, relative

MESSAGES = [
    pytest.param(
        "there is no claim 9: " + SEE_CLAIMS,
        "there is no claim 9: see `claimtrack list`",
        "there is no claim 9: see “All claims” above",
        id="a list",
    ),
    pytest.param(
        "give its words" + terminal_only(", as in ", 'claimtrack add "It rose"'),
        'give its words, as in `claimtrack add "It rose"`',
        "give its words",
        id="an example",
    ),
    pytest.param(
        "send it back" + by_command("review return 4") + ", or publish it" + by_command("review publish 4"),
        "send it back (`claimtrack review return 4`), or publish it (`claimtrack review publish 4`)",
        "send it back, or publish it",
        id="two forms",
    ),
    pytest.param(
        "reopen the other first" + steps.set_status_step(4, "open"),
        "reopen the other first (`claimtrack status 4 open`)",
        "reopen the other first (on its page)",
        id="a form of another page",
    ),
    pytest.param(
        "apart: " + steps.undo_judgement_clause(1, 2),
        "apart: `claimtrack undo 1 2` takes that back",
        "apart: take that back with “Judge again” on the page of claim 1",
        id="a button",
    ),
    pytest.param(
        "first: " + join_texts(" or ", [steps.undo_judgement_step(1, 2), steps.undo_judgement_step(2, 3)]),
        "first: `claimtrack undo 1 2` or `claimtrack undo 2 3`",
        "first: with “Judge again” on the page of claim 1 or with “Judge again” on the page of claim 2",
        id="two buttons",
    ),
    pytest.param(
        "a.pdf is a PDF: " + install_step("documents") + ", or extract its text",
        "a.pdf is a PDF: run `pip install 'claimtrack[documents]'` to read it, or extract its text",
        "a.pdf is a PDF: ask whoever runs the desk to install claimtrack[documents], or extract its text",
        id="an optional part",
    ),
    pytest.param(
        "damaged: `claimtrack doctor` tells more, then " + SEE_CLAIMS,
        "damaged: `claimtrack doctor` tells more, then see `claimtrack list`",
        "damaged: “claimtrack doctor” in a terminal tells more, then see “All claims” above",
        id="a step that no page has",
    ),
    pytest.param(
        "no review `false`", "no review `false`", "no review `false`", id="a text without a command"
    ),
]


@each_row(("message", "terminal", "page"), MESSAGES)
def test_a_message_is_worded_for_a_terminal_and_for_a_page(message, terminal, page):
    error = errors.Refused(message)
    assert (str(error), page_text(error.words)) == (terminal, page)


def test_an_error_without_a_message_or_from_a_plugin_has_words():
    class PluginFailure(errors.UnreadableSource):
        def __init__(self, line):
            self.line = line

        def __str__(self):
            return f"line {self.line} is broken"

    assert [errors.Refused().words, PluginFailure(7).words] == ["", "line 7 is broken"]


@each_row("how", [copy.copy, copy.deepcopy, lambda words: pickle.loads(pickle.dumps(words))])
def test_a_copied_or_pickled_message_keeps_both_wordings(how):
    assert (how(SEE_CLAIMS), page_text(how(SEE_CLAIMS))) == (SEE_CLAIMS, page_text(SEE_CLAIMS))


SAMPLES = {
    "by_command": by_command("review draft 4"),
    "terminal_only": terminal_only(", as in ", "claimtrack add X"),
    "install_step": install_step("documents"),
    "put_back": steps.put_back(),
    "withdrawn_while_held": steps.withdrawn_while_held(),
    "judge_again_step": steps.judge_again_step(1, 2, "same"),
    "set_status_step": steps.set_status_step(4, "open"),
    "take_down": steps.take_down("https://desk.example/rent"),
    "undo_judgement_clause": steps.undo_judgement_clause(1, 2),
    "undo_judgement_step": steps.undo_judgement_step(1, 2),
}
NAMED = {name: one for name, one in vars(steps).items() if isinstance(one, Worded)}


def test_every_step_has_a_command_for_a_terminal_and_none_on_a_page():
    functions = {
        name
        for name, one in inspect.getmembers(steps, inspect.isfunction)
        if one.__module__ == steps.__name__
        and not name.startswith("_")
        and "some" not in inspect.signature(one).parameters
    }
    assert set(SAMPLES) == functions - {"page_text", "commands_in"}
    wrong = {
        name: (str(one), one.page)
        for name, one in (NAMED | SAMPLES).items()
        if "`" not in one or "`" in one.page or "in a terminal" in one.page
    }
    assert wrong == {}


# ── in the code ─────────────────────────────────────────────────────────────────────────────────

# Commands without an equivalent on a page: pages quote them, as something to do in a terminal.
NO_PAGE = re.compile(
    r"claimtrack (?:--db \S+ )?(init|doctor|serve|user|encode|tune|rating|import csv|match --file|publish --site)|pip install|sqlite-utils"
)
COMMAND = re.compile(r"`(?=(?:claimtrack|pip|sqlite-utils|pdftotext|ocrmypdf)\b|--)([^`]*)")
NOT_ON_PAGES = {
    "importing": "no page reads a sheet or a file of reviews",
    "core/sheets": "the same",
    "workflow/sheets": "the same",
    "workflow/parting.py": "no page divides a desk",
    "store/parting.py": "the same",
    "store/copies": "no page brings in a copy or another desk",
    "workflow/uniting.py": "the same",
    "workflow/returning.py": "the same",
    "workflow/copies.py": "the same",
    "store/file/checks.py": "what `doctor` finds",
    "store/file/dangling.py": "what `doctor` finds",
    "store/file/connecting.py": "where a command gets the name of the desk's file",
    "core/desk/readiness.py": "rules whose docstrings are told, see `_rule_message`",
    "core/steps.py": "the steps",
    "cli": "a terminal",
}
RAISED_ANYWHERE = [
    path
    for path in MODULES
    if not f"{relative(path)}/".startswith(tuple(f"{PACKAGE.name}/{place}/" for place in NOT_ON_PAGES))
]


def names_from_steps(path):
    """The names that a module imports from steps.py, and these with the names assigned from them."""
    names = {
        alias.asname or alias.name
        for node in nodes(path)
        if isinstance(node, ast.ImportFrom) and node.module == steps.__name__
        for alias in node.names
    }
    assignments = [
        node
        for node in nodes(path)
        if names and isinstance(node, ast.Assign) and names & names_in(node.value)
    ]
    return names, names | {
        name for node in assignments for target in node.targets for name in names_in(target)
    }


def names_in(node):
    return {name.id for name in ast.walk(node) if isinstance(name, ast.Name)}


def test_a_command_with_an_equivalent_on_a_page_is_given_as_a_step():
    """Otherwise a page would ask people to type the command."""
    unworded = []
    for path in RAISED_ANYWHERE:
        calls, _ = names_from_steps(path)
        worded = {
            id(part)
            for node in nodes(path)
            if calls and isinstance(node, ast.Call) and names_in(node.func) & calls
            for part in ast.walk(node)
        }
        unworded += [
            f"{relative(path)}:{node.lineno}: {command}"
            for node in literals(path)
            if id(node) not in worded
            for command in COMMAND.findall(node.value)
            if not NO_PAGE.match(command)
        ]
    assert unworded == [], "give these commands a page wording, see core/steps.py"


def test_steps_are_joined_with_plus_to_keep_their_page_wording():
    """An f-string or a join returns a plain str."""
    lost = [
        f"{relative(path)}:{node.lineno}: {ast.unparse(node)}"
        for path in RAISED_ANYWHERE
        for _, words in [names_from_steps(path)]
        if words
        for node in nodes(path)
        if (isinstance(node, ast.FormattedValue) and words & names_in(node.value))
        or (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Attribute)
            and node.func.attr in ("join", "format")
            and words & set().union(*map(names_in, node.args))
        )
    ]
    assert lost == []


def test_labels_named_by_a_step_exist_on_a_page():
    """A label in “” or the × of a button: readers look for it."""
    templates = "".join(
        path.read_text(encoding="utf-8") for path in PACKAGE.rglob("templates/claimtrack_*.html")
    )
    worded = [
        part.value
        for path in (*RAISED_ANYWHERE, PACKAGE / "core" / "steps.py")
        for call in nodes(path)
        if isinstance(call, ast.Call) and names_in(call.func) == {"Worded"}
        for part in ast.walk(call)
        if isinstance(part, ast.Constant)
    ]
    named = {label for words in worded for label in re.findall("“(\\w[^”]*)”", str(words))}
    assert {"All claims", "Change"} <= named
    assert [label for label in named if label not in templates] == []
