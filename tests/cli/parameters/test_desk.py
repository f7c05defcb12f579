"""The options --db and --actor, before the command or after it."""

import click
import pytest
from click.testing import CliRunner

from claimtrack.cli import COMMANDS, cli
from tests.tables import each_row


def _subcommands(command, words):
    if not isinstance(command, click.Group):
        yield words
        return
    for name in command.list_commands(click.Context(command)):
        yield from _subcommands(command.get_command(click.Context(command), name), [*words, name])


EVERY_COMMAND = [
    words for name in COMMANDS for words in _subcommands(cli.get_command(click.Context(cli), name), [name])
]


def _run(*words):
    return CliRunner(catch_exceptions=False).invoke(cli, list(map(str, words)))


def test_desk_and_actor_may_follow_the_command(two_claims):
    added = _run("add", "Rents rose by a third.", "--db", two_claims, "--actor", "bo")
    assert added.exit_code == 0, added.output
    assert "bo" in _run("history", "3", f"--db={two_claims}").stdout


def test_option_after_the_command_wins_over_the_one_before_it(two_claims, tmp_path):
    result = _run("--db", tmp_path / "none.db", "list", "--db", two_claims)
    assert (result.exit_code, "Prices fell." in result.stdout) == (0, True)


@each_row("words", EVERY_COMMAND)
def test_every_command_accepts_the_desk_after_it(words):
    result = _run(*words, "--db", "")
    assert (result.exit_code, "--db is empty: give the file of the desk" in result.stderr) == (2, True)


def test_command_of_a_group_accepts_the_desk_after_the_groups_name(two_claims):
    assert _run("user", "--db", two_claims, "list").exit_code == 0


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        (["list", "--actor", " "], "the actor is empty: give your name with --actor or CLAIMTRACK_ACTOR"),
        (["list", "--db", "."], "File '.' is a directory"),
        (["list", "--db"], "Option '--db' requires an argument"),
    ],
)
def test_empty_or_missing_desk_or_actor_is_refused_with_the_remedy(words, remedy):
    result = _run(*words)
    assert (result.exit_code, remedy in result.stderr) == (2, True)
