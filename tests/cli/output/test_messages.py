"""What is printed on standard error while a command works."""

import io
import json
import shlex
import shutil

import pytest
from click.testing import CliRunner

from claimtrack.cli import cli
from claimtrack.cli.output import messages
from claimtrack.core.steps import commands_in
from tests.cli.conftest import dump
from tests.tables import each_row


@pytest.mark.parametrize("at_terminal", [False, True])
def test_long_work_reports_its_progress_where_there_is_no_bar(monkeypatch, capsys, at_terminal):
    """At a terminal of TERM=dumb, too: a bar drawn again at each step is read aloud from its start at each."""
    monkeypatch.setattr(messages.sys.stderr, "isatty", lambda: at_terminal)
    monkeypatch.setenv("TERM", "dumb")
    clock = iter([0, 5, 30, 35, 90])
    monkeypatch.setattr(messages.time, "monotonic", lambda: next(clock))
    with messages.progress("Comparing claims") as advance:
        advance(500, 20_000)  # after 5 seconds
        advance(1_000, 20_000)  # after 30
        advance(20_000, 20_000)
    assert capsys.readouterr().err == "Comparing claims: 1,000 of 20,000\n"


def test_a_bar_is_full_if_there_was_nothing_to_do(monkeypatch):
    terminal = io.StringIO()
    terminal.isatty = lambda: True
    monkeypatch.setattr(messages.sys, "stderr", terminal)
    monkeypatch.setenv("TERM", "xterm")
    with messages.progress("Comparing claims"):
        pass
    assert terminal.getvalue().rstrip().endswith("100%\x1b[?25h")


# ── the desk in suggested commands ──────────────────────────────────────────────────────────────


OTHER = "Ada's `desk`.db"


@pytest.fixture
def two_desks(two_claims, tmp_path, monkeypatch):
    """Makes a folder the current one that has claims.db and, with the same claims, the desk OTHER."""
    shutil.copy(two_claims, tmp_path / OTHER)
    monkeypatch.chdir(tmp_path)


def _run(words, **environment):
    return CliRunner(catch_exceptions=False).invoke(cli, words, env=environment)


SUGGESTING = [
    "show 99",
    "delete 1",
    "lint 1",
    "status 1 2 checking",
    "tune",
    "judge 1 2 same",
]


@each_row("words", SUGGESTING)
def test_suggested_commands_act_on_the_desk_in_use_whatever_its_name(two_desks, two_claims, words):
    before = dump(two_claims)
    suggested = commands_in(_run(["--db", OTHER, *shlex.split(words)]).output)
    assert suggested
    for claimtrack, *options in map(shlex.split, suggested):
        assert (claimtrack, *options[:2]) == ("claimtrack", "--db", OTHER)
        if options[2] == "undo":
            assert _run(options).exit_code == 0
    assert dump(two_claims) == before


def test_suggested_commands_stay_short_for_the_desk_that_they_find_by_themselves(two_desks):
    short = "there is no claim 99: see `claimtrack list`\n"
    named = f"there is no claim 99: see `{shlex.join(['claimtrack', '--db', OTHER, 'list'])}`\n"
    for words, environment, told in (
        (["show", "99"], {}, short),
        (["show", "99", "--db", OTHER], {}, named),
        (["--db", "claims.db", "show", "99", "--db", OTHER], {}, named),
        (["show", "99"], {"CLAIMTRACK_DB": OTHER}, named),
        (["show", "99", "--db", "claims.db"], {"CLAIMTRACK_DB": OTHER}, short.replace("`claimtrack", "`claimtrack --db claims.db")),
        (["list", "--article", "9"], {}, "No claims found. There is no article 9: see `claimtrack articles`.\n"),
    ):  # fmt: skip
        assert _run(words, **environment).stderr.removeprefix("Error: ") == told


def test_commands_that_only_explain_name_no_desk(two_desks):
    told = _run(["--db", OTHER, "help"]).stderr
    assert "`claimtrack --help` lists the commands, and `claimtrack COMMAND --help` explains one" in told


def test_command_that_is_suggested_twice_is_listed_once(two_desks):
    refused = json.loads(_run(["help", "--format", "json"]).stderr)
    assert refused["commands"] == ["claimtrack --help", "claimtrack COMMAND --help"]
