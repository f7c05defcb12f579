"""How a command says that it failed: in a line of text for people or, with --format json or ndjson, in one of JSON."""

from __future__ import annotations

import errno
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import zip_longest
from typing import TYPE_CHECKING

import click

from claimtrack.cli.output.messages import desk_path, name_desk, typed_command
from claimtrack.core.texts.printable import printable

if TYPE_CHECKING:
    from typing import IO, Any

    from claimtrack.core.errors import ClaimtrackError

_ON_WINDOWS = os.name == "nt"

BROKEN_PIPE_EXIT = 141
"""Exit code when the reader of our output has gone: 128 + SIGPIPE, what a shell reports for any program that ends this way."""
# Write errors that name no file; with these, an error without a name is about standard output (`naming()` adds a file's name).
_DISK_FULL_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)

_MAX_ERROR_LENGTH = 1200
"""Characters of an error message. It may quote a value of a megabyte, and the remedy comes last, so the middle is cut."""

AS_JSON = f"{__name__}.as_json"
"""Whether errors are reported as JSON: a key of `meta`, which the contexts of a command and its subcommands share."""


def wants_json(args: Sequence[object]) -> bool:
    """Whether a command line asks for json or ndjson. Read from its words: a wrong one ends the command before its options are known."""
    words = [str(one) for one in args]  # whoever calls `cli` from Python may pass paths and numbers
    chosen = ""
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        if word == "--":
            break
        option, equals, value = word.partition("=")
        if option == "--format":
            chosen = value if equals else following
    return chosen.strip().casefold() in ("json", "ndjson")


def describe_failure(error: ClaimtrackError) -> str:
    """The line for an error in spite of which the command goes on."""
    return _line(str(error), type(error).__name__)


def _line(message: str, kind: str) -> str:
    ctx = click.get_current_context(silent=True)
    if ctx is None or not ctx.meta.get(AS_JSON):
        return f"Error: {message}"
    return _json_line(message, kind)


def _json_line(message: str, kind: str, *more_commands: str) -> str:
    """The error as an object, in ASCII whatever the encoding of the terminal. Its list of commands always names the desk's file."""
    from claimtrack.core.steps import commands_in
    from claimtrack.store.file.connecting import naming

    message, desk = printable(message), desk_path()
    named = commands_in(naming(desk, message) if desk else message)
    commands = list(dict.fromkeys([*named, *more_commands]))
    return json.dumps({"error": name_desk(message), "kind": kind, "commands": commands})


class JsonFailure(click.ClickException):
    """An error that ends a command whose output is JSON."""

    def __init__(self, error: click.ClickException) -> None:
        super().__init__(_shorten(error.format_message()))
        self.exit_code = error.exit_code  # type: ignore[misc]  # Final for click alone
        if isinstance(error, click.UsageError):
            kind, more = click.UsageError.__name__, _help_commands(error.ctx)
        else:
            kind, more = type(error.__cause__ or error).__name__, []
        self._line = _json_line(self.message, kind, *more)

    def show(self, file: IO[Any] | None = None) -> None:
        """Print the line on standard error."""
        click.echo(self._line, file=file, err=file is None)


def _help_commands(ctx: click.Context | None) -> list[str]:
    if ctx is None:
        return []
    return [f"{typed_command(ctx)} --help"]


@contextmanager
def describing_failures(*, as_json: bool) -> Iterator[None]:
    """Within the context, shorten the message of an error and name the desk in its commands, or make it one of JSON if the output is."""
    try:
        yield
    except click.ClickException as error:
        if as_json:
            raise JsonFailure(error) from error
        if not isinstance(error, click.exceptions.NoArgsIsHelpError):  # its message is the help
            error.message = printable(name_desk(_shorten(error.message)))  # type: ignore[misc]  # Final for click alone
        raise


def _shorten(message: str) -> str:
    half = _MAX_ERROR_LENGTH // 2
    return message if len(message) <= _MAX_ERROR_LENGTH else f"{message[:half]} ... {message[-half:]}"


# ── files and streams ───────────────────────────────────────────────────────────────────────────


@contextmanager
def report_file_errors() -> Iterator[None]:
    """End the command with a one-line message when a file or a stream cannot be read or written.

    A reader that closes the pipe early (`| head`) ends it silently. Python must go on ignoring SIGPIPE: `serve` would
    otherwise stop when the first browser disconnects.
    """
    try:
        yield
    except BrokenPipeError as error:
        _discard_unwritten()
        raise SystemExit(BROKEN_PIPE_EXIT) from error
    except OSError as error:
        _discard_unwritten()
        # Windows reports a closed pipe as EINVAL.
        if _ON_WINDOWS and error.errno == errno.EINVAL and not error.filename:
            raise SystemExit(BROKEN_PIPE_EXIT) from error
        with suppress(OSError):  # standard error itself may fail
            click.echo(_line(_shorten(_describe_file_error(error)), click.FileError.__name__), err=True)
        raise SystemExit(1) from error


def _discard_unwritten() -> None:
    """Send output that cannot be written to the null device, so that Python does not complain about it again at exit."""
    for stream in (sys.stdout, sys.stderr):
        try:
            stream.flush()
        except (OSError, ValueError):
            with suppress(OSError, ValueError):
                os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())


_REMEDIES = {
    errno.ENOENT: ": check the name and the folder",
    errno.EISDIR: ": this is a folder, so name a file instead",
    errno.ENOTDIR: ": part of this path is a file, not a folder",
    errno.EACCES: ": check that you may read and write it and its folder, and that no other program has it open",
    errno.EPERM: ": check that you may read and write it and its folder",
    errno.ENAMETOOLONG: ": choose a shorter name",
}


def _describe_file_error(error: OSError) -> str:
    """Describe which file failed, why, and what to do about it."""
    unnamed = "standard output" if error.errno in _DISK_FULL_ERRORS else "the file"
    name = error.filename2 or error.filename  # a rename has two: the first is our temporary name
    file = printable(str(name)) if name else unnamed
    return f"{error.strerror or error}: {file}{_REMEDIES.get(error.errno or 0, '')}"
