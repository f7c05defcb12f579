"""Which desk a command is for and who is at it, told before the command or behind it."""

import click
import pytest
from click.testing import CliRunner

from claimtrack.cli import COMMANDS, cli


def _each(command, words):
    if not isinstance(command, click.Group):
        yield words
        return
    for name in command.list_commands(click.Context(command)):
        yield from _each(command.get_command(click.Context(command), name), [*words, name])


EVERY = [words for name in COMMANDS for words in _each(cli.get_command(click.Context(cli), name), [name])]


def _run(*words):
    return CliRunner(catch_exceptions=False).invoke(cli, list(map(str, words)))


def test_both_may_stand_behind_the_command(two_claims):
    added = _run("add", "Rents rose by a third.", "--db", two_claims, "--actor", "bo")
    assert added.exit_code == 0, added.output
    assert "bo" in _run("history", "3", f"--db={two_claims}").stdout


def test_what_stands_behind_the_command_counts_where_both_are_told(two_claims, tmp_path):
    told = _run("--db", tmp_path / "none.db", "list", "--db", two_claims)
    assert (told.exit_code, "Prices fell." in told.stdout) == (0, True)


@pytest.mark.parametrize("words", EVERY, ids=" ".join)
def test_every_command_takes_the_desk_behind_it(words):
    told = _run(*words, "--db", "")
    assert (told.exit_code, "--db is empty: give the file of the desk" in told.stderr) == (2, True)


def test_a_command_of_a_group_takes_it_behind_the_groups_name_too(two_claims):
    assert _run("user", "--db", two_claims, "list").exit_code == 0


@pytest.mark.parametrize(
    ("words", "remedy"),
    [
        (["list", "--actor", " "], "the actor is empty: give your name with --actor or CLAIMTRACK_ACTOR"),
        (["list", "--db", "."], "File '.' is a directory"),
        (["list", "--db"], "Option '--db' requires an argument"),
    ],
)
def test_what_can_be_neither_is_told_with_its_remedy(words, remedy):
    told = _run(*words)
    assert (told.exit_code, remedy in told.stderr) == (2, True)
