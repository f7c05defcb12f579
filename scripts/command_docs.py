"""Generates docs/commands.md from the commands' help: a cog block there calls `help_pages()`."""

from collections.abc import Iterator

import click
from click.testing import CliRunner

from claimtrack.cli import cli

COLUMNS = 100


def walk(command: click.Command = cli, path: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """The path of every command, each group before its commands; () is `claimtrack` itself."""
    yield path
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            child = command.get_command(context, name)
            if child is not None and not child.hidden:
                yield from walk(child, (*path, name))


def help_pages() -> str:
    return "\n".join(help_page(path) for path in walk())


def help_page(path: tuple[str, ...]) -> str:
    heading = "#" * max(2, len(path) + 1)
    result = CliRunner().invoke(
        cli, [*path, "--help"], prog_name="claimtrack", terminal_width=COLUMNS, catch_exceptions=False
    )
    return f"{heading} {' '.join(('claimtrack', *path))}\n\n```text\n{result.output.rstrip()}\n```\n"
