"""The command line: parse, call, echo. A package for each question, whose modules are imported only when their command runs.

Help must come at once, so nothing here or in the command modules imports sqlite-utils, datasette,
trafilatura or rapidfuzz at the top.
"""

from __future__ import annotations

import claimtrack.cli.interrupts  # noqa: F401  (before anything that takes a while)

# isort: split
import errno
import io
import os
import sqlite3
import sys
from contextlib import contextmanager, suppress
from importlib import import_module
from typing import TYPE_CHECKING, Any

import click

from claimtrack import __version__
from claimtrack.cli.output.messages import ending_on_interrupt
from claimtrack.cli.parameters.desk import accept_desk_options, desk_options, make_session
from claimtrack.cli.parameters.types import require_utf8_text
from claimtrack.cli.parameters.usage_errors import (
    explain_bad_value,
    explain_extra_words,
    explain_unknown_option,
)
from claimtrack.core.errors import ClaimtrackError, EmptyValue
from claimtrack.core.texts.printable import printable

if TYPE_CHECKING:
    from collections.abc import Iterator

# Command -> the module that holds it, in the order of a desk's day. A command is named like its function.
COMMANDS = {
    "init": "desk.setup",
    "demo": "desk.setup",
    "add": "claims.adding",
    "ingest": "articles.ingesting",
    "articles": "articles.listing",
    "match": "matching.matches",
    "check": "matching.drafts",
    "triage": "claims.triage",
    "list": "claims.listing",
    "show": "claims.listing",
    "search": "claims.listing",
    "history": "claims.history",
    "edit": "claims.work",
    "status": "claims.work",
    "priority": "claims.work",
    "due": "claims.work",
    "assign": "claims.assigning",
    "reassign": "claims.assigning",
    "link": "claims.links",
    "note": "claims.work",
    "tag": "claims.work",
    "tags": "claims.labels",
    "outlets": "claims.labels",
    "duplicates": "matching.matches",
    "judge": "matching.judging",
    "undo": "matching.judging",
    "tune": "desk.tuning",
    "encode": "matching.encoding",
    "review": "reviews.reviews",
    "speaker": "claims.speakers",
    "rating": "reviews.ratings",
    "export": "sheets.exporting",
    "import": "sheets.importing",
    "publish": "desk.publishing",
    "archive": "desk.archiving",
    "intervention": "reviews.interventions",
    "lint": "reviews.linting",
    "stats": "desk.statistics",
    "serve": "desk.serving",
    "user": "desk.users",
    "backup": "desk.setup",
    "doctor": "desk.setup",
}


# Words of other programs, and what is done here instead.
_FOREIGN_COMMANDS = {
    "help": "`claimtrack --help` lists the commands, and `claimtrack COMMAND --help` explains one.",
    "merge": "To mark claims as the same, use `claimtrack judge ID OTHER same`.",
    "join": "To mark claims as the same, use `claimtrack judge ID OTHER same`; to join names of one speaker, `claimtrack "
    "speaker join`; tags, `claimtrack tags join`; outlets, `claimtrack outlets join`.",
    "split": "Reword the claim to say one of the two things (`claimtrack edit ID --text`), and add the other with the "
    "same source (`claimtrack add`).",
    "rename": "For a speaker, use `claimtrack speaker rename NAME NEW`; for a tag or an outlet, `claimtrack tags rename` or "
    "`outlets rename`; for a claim, `claimtrack edit ID --text`.",
    "move": "Use `claimtrack status ID STATUS`.",
}
_NO_DELETION = (
    "Claims are not deleted: reject one with `claimtrack status ID rejected`, and it stays on record. To take "
    "back an import or an article, use `claimtrack import undo`."
)
_FOREIGN_COMMANDS |= dict.fromkeys(("delete", "remove", "rm", "del"), _NO_DELETION)

_ON_WINDOWS = os.name == "nt"

BROKEN_PIPE_EXIT = 141
"""The exit code where nobody reads on: 128 and the number of SIGPIPE, as a shell tells it of any program that this ends."""
# Errors of writing, which name nothing where it is standard output: `naming()` does where it is a file.
_DISK_FULL_ERRORS = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG)


def discard_unwritten() -> None:
    """Let what cannot be written go nowhere, or Python would complain about it once more at its end."""
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
    """What went wrong with which file, and what to do about it."""
    unnamed = "standard output" if error.errno in _DISK_FULL_ERRORS else "the file"
    name = error.filename2 or error.filename  # of a renaming the second: the first has a name of ours
    file = printable(str(name)) if name else unnamed
    return f"{error.strerror or error}: {file}{_REMEDIES.get(error.errno or 0, '')}"


_MAX_ERROR_LENGTH = 1200
"""Characters of an error: a value that it repeats may be a megabyte long, and the remedy stands last."""


def _shorten(message: str) -> str:
    half = _MAX_ERROR_LENGTH // 2
    return message if len(message) <= _MAX_ERROR_LENGTH else f"{message[:half]} ... {message[-half:]}"


@contextmanager
def report_file_errors() -> Iterator[None]:
    """Within it, what cannot be written or read ends the command with one line, whichever command it is.

    A reader who has enough (`| head`) ends it without a word. Python ignores SIGPIPE and has to: `serve` would end
    with the first browser that hangs up.
    """
    try:
        yield
    except BrokenPipeError as error:
        discard_unwritten()
        raise SystemExit(BROKEN_PIPE_EXIT) from error
    except OSError as error:
        discard_unwritten()
        # On Windows a reader that is gone is told so.
        if _ON_WINDOWS and error.errno == errno.EINVAL and not error.filename:
            raise SystemExit(BROKEN_PIPE_EXIT) from error
        with suppress(OSError):  # of standard error itself
            click.ClickException(_shorten(_describe_file_error(error))).show()
        raise SystemExit(1) from error


class DeskGroup(click.Group):
    """A group that loads a command's module when the command is asked for, and says errors in one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order of a desk's day."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name; None where there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"claimtrack.cli.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return accept_desk_options(require_utf8_text(command))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Click's own, which knows of no command that is not loaded."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            if told := _FOREIGN_COMMANDS.get(args[0]):
                raise click.UsageError(f"{error.message} {told}", ctx) from error
            raise click.exceptions.NoSuchCommand(args[0], possibilities=COMMANDS, ctx=ctx) from error

    def main(self, *args: Any, **extra: Any) -> Any:
        """Click's own, which prints the names for Tab before any context is made."""
        with report_file_errors():
            return super().main(*args, **extra)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Click's own, which prints the help."""
        with report_file_errors():
            return super().make_context(info_name, args, parent, **extra)

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; what went wrong comes out as one line with its remedy and exit code 1."""
        with report_file_errors(), ending_on_interrupt("Stopped. What was not finished was not saved."):
            try:
                return self._invoke(ctx)
            except click.ClickException as error:
                error.message = _shorten(error.message)  # type: ignore[misc]  # Final for click alone
                raise

    def _invoke(self, ctx: click.Context) -> Any:
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()  # what cannot be written shows here, not when the process ends
            return done
        except click.NoSuchOption as error:
            raise explain_unknown_option(error) from error
        except click.BadParameter as error:
            raise explain_bad_value(error) from error
        except click.UsageError as error:
            if not error.message.startswith("Got unexpected extra argument"):
                raise
            raise explain_extra_words(error) from error
        except EmptyValue as error:
            raise click.UsageError(printable(str(error))) from error
        except ClaimtrackError as error:
            raise click.ClickException(printable(str(error))) from error
        except MemoryError as error:
            raise click.ClickException(
                "there is not enough memory for this. End other programs, allow this one more, or give it less at a time, such as a shorter "
                "text or sheet. What was not finished was not saved"
            ) from error
        except sqlite3.Error as error:
            from claimtrack.store.file.errors import translate_error

            raise click.ClickException(str(translate_error(error))) from error


@click.group(cls=DeskGroup, context_settings={"help_option_names": ["-h", "--help"]})
@desk_options
@click.version_option(__version__, prog_name="claimtrack")
@click.pass_context
def cli(ctx: click.Context, db: str, actor: str) -> None:
    """Keep a newsroom's claims in one SQLite file.

    Read an article, and each checkable claim in it becomes a row with a source, a speaker, a status and supporting links.
    A claim that the desk has seen before is recognised.

    \b
    claimtrack init
    claimtrack ingest article.txt --url https://news.example/1 --date 2024-04-22
    claimtrack list --status proposed
    claimtrack add "Unemployment fell by a third" --claimant "Ada Miller"
    claimtrack serve
    """
    ctx.obj = make_session(db, actor)


def _set_encodings() -> None:
    """A redirected stdout may be ASCII: a claim in Arabic must not end in a traceback.

    Where Windows redirects a stream, Python takes it to be in a code page of a few hundred letters; programs there write UTF-8.
    """
    for stream, errors in ((sys.stdin, None), (sys.stdout, "replace"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            is_piped = _ON_WINDOWS and not stream.isatty()
            stream.reconfigure(
                encoding="utf-8" if is_piped else stream.encoding, errors=errors or stream.errors
            )


def main() -> None:
    """The `claimtrack` command."""
    from claimtrack.workflow.gc_policy import collect_rarely, exit_without_collecting

    exit_without_collecting()
    collect_rarely()  # what a command makes holds hardly any cycles; a full sweep beside a long look-up took 0.1 s
    # Where one is closed, as by `>&-`, nobody reads what a command tells: it is carried out all the same.
    sys.stdout, sys.stderr = (
        stream or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
        for stream in (sys.stdout, sys.stderr)
    )
    _set_encodings()
    # numpy starts a thread for each core as it is imported: a tenth of the CPU time of `match`, for sums too small to share.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    cli()
