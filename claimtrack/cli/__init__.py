"""The command line: parse the arguments, call the workflow, print the result.

Each package holds one group of commands, and a module is imported only when its command runs. Help must appear at once,
so nothing here or in the command modules imports sqlite-utils, datasette, trafilatura or rapidfuzz at the top.
"""

from __future__ import annotations

from claimtrack.cli.interrupts import ending_on_signals  # before anything that takes a while

# isort: split
import io
import os
import sqlite3
import sys
from importlib import import_module
from typing import Any

import click

from claimtrack import __version__
from claimtrack.cli.output.failures import AS_JSON, describing_failures, report_file_errors, wants_json
from claimtrack.cli.output.messages import ending_on_interrupt, is_plain_terminal, say
from claimtrack.cli.parameters.desk import accept_desk_options, desk_options, make_session
from claimtrack.cli.parameters.types import require_utf8_text
from claimtrack.cli.parameters.unknown_commands import explain_unknown_command, instead_of
from claimtrack.cli.parameters.usage_errors import (
    explain_bad_value,
    explain_extra_words,
    explain_unknown_option,
)
from claimtrack.core.errors import ClaimtrackError, EmptyValue

# Command -> the module that defines it as `<command>_command`, in the order of a desk's working day.
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
    "status": "claims.moving",
    "priority": "claims.work",
    "due": "claims.work",
    "assign": "claims.assigning",
    "reassign": "claims.assigning",
    "link": "claims.links",
    "note": "claims.work",
    "tag": "claims.work",
    "tags": "claims.labels",
    "outlets": "claims.labels",
    "duplicates": "matching.duplicates",
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
    "coders": "sheets.coders",
    "serve": "desk.serving",
    "user": "desk.users",
    "backup": "desk.setup",
    "doctor": "desk.setup",
}

_READING_COMMANDS = frozenset(
    ("match", "check", "list", "show", "search", "history", "export", "lint", "stats", "coders")
)
"""Commands that write nothing to the desk, and may take long enough to be stopped."""

_ON_WINDOWS = os.name == "nt"


class DeskGroup(click.Group):
    """A group that imports a command's module on demand, and reports each error in one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order of a desk's working day."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import and return the command with this name; None if there is none."""
        if cmd_name not in COMMANDS:
            return None
        module = import_module(f"claimtrack.cli.{COMMANDS[cmd_name]}")
        command: click.Command = getattr(module, f"{cmd_name}_command")
        return accept_desk_options(require_utf8_text(command))

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Resolve a command as click does, but suggest names from COMMANDS, since most commands are not loaded."""
        try:
            return super().resolve_command(ctx, args)
        except click.exceptions.NoSuchCommand as error:
            if hint := instead_of(args[0]):
                raise click.UsageError(f"{error.message} {hint}", ctx) from error
            raise click.exceptions.NoSuchCommand(args[0], possibilities=COMMANDS, ctx=ctx) from error

    def main(self, *args: Any, **extra: Any) -> Any:
        """Run click's own main; shell completion prints names there, before any context exists."""
        with report_file_errors():
            return super().main(*args, **extra)

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """Make click's own context; help is printed there."""
        as_json = wants_json(args)
        with report_file_errors(), describing_failures(as_json=as_json):
            try:
                ctx = super().make_context(info_name, args, parent, **extra)
            except click.NoSuchOption as error:
                raise explain_unknown_option(error) from error
        ctx.meta[AS_JSON] = as_json
        return ctx

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; an error becomes one line with a remedy, and exit code 1."""
        with (
            report_file_errors(),
            ending_on_interrupt("Stopped.", lambda stopped: say(f"\n{stopped}{_unfinished_work(ctx)}")),
            describing_failures(as_json=ctx.meta[AS_JSON]),
        ):
            return self._invoke(ctx)

    def _invoke(self, ctx: click.Context) -> Any:
        try:
            done = super().invoke(ctx)
            sys.stdout.flush()  # so that a write error is raised here, not at exit
            return done
        except click.NoSuchOption as error:
            raise explain_unknown_option(error) from error
        except click.exceptions.NoSuchCommand as error:
            raise explain_unknown_command(error) from error
        except click.BadParameter as error:
            raise explain_bad_value(error) from error
        except click.UsageError as error:
            if not error.message.startswith("Got unexpected extra argument"):
                raise
            raise explain_extra_words(error) from error
        except EmptyValue as error:
            raise click.UsageError(str(error)) from error
        except ClaimtrackError as error:
            raise click.ClickException(str(error)) from error
        except MemoryError as error:
            raise click.ClickException(
                "there is not enough memory for this. Close other programs, allow this one more memory, or give it less at a time, such "
                f"as a shorter text or sheet.{_unfinished_work(ctx)}"
            ) from error
        except sqlite3.Error as error:
            from claimtrack.store.file.errors import translate_error

            translated = translate_error(error)
            raise click.ClickException(str(translated)) from translated


def _unfinished_work(ctx: click.Context) -> str:
    """What became of the work of a command that was cut short; nothing of one that only reads."""
    return "" if ctx.invoked_subcommand in _READING_COMMANDS else " What was not finished was not saved."


@click.group(cls=DeskGroup, context_settings={"help_option_names": ["-h", "--help"]})
@desk_options
@click.version_option(__version__, prog_name="claimtrack")
@click.pass_context
def cli(ctx: click.Context, db: str, actor: str) -> None:
    """Keep a newsroom's claims in one SQLite file.

    Read an article, and each checkable claim in it becomes a row with a source, a speaker, a status and supporting links.
    A claim that the desk has seen before is recognised.

    For scripts and AI agents: with --format json, standard output has only data, and an error is a line of JSON on standard error. The
    exit code is 0 for done, 1 for not done (the message says why) and for what `lint`, `doctor` and `check --strict` found, 2 for wrongly
    typed. Give what JSON has as `undo` to `claimtrack undo --changes`, or of an import to `claimtrack import undo`; `claimtrack undo 12 57`
    takes a judgement back. What was signed or published stays on record.

    \b
    claimtrack init
    claimtrack ingest article.txt --url https://news.example/1 --date 2024-04-22
    claimtrack list --status proposed
    claimtrack add "Unemployment fell by a third" --claimant "Ada Miller"
    claimtrack serve
    """
    ctx.obj = make_session(db, actor)
    if is_plain_terminal() or os.environ.get("NO_COLOR"):
        ctx.color = False


def _set_encodings() -> None:
    """Make the standard streams able to print any text: a redirected stdout may be ASCII, and a claim in Arabic must not end in a traceback.

    On Windows, Python assumes a legacy code page for a redirected stream, while other programs there write UTF-8.
    """
    for stream, errors in ((sys.stdin, None), (sys.stdout, "replace"), (sys.stderr, "backslashreplace")):
        if isinstance(stream, io.TextIOWrapper):
            is_piped = _ON_WINDOWS and not stream.isatty()
            stream.reconfigure(
                encoding="utf-8" if is_piped else stream.encoding, errors=errors or stream.errors
            )


def main() -> None:
    """Run the `claimtrack` command (the entry point)."""
    from claimtrack.workflow.gc_policy import collect_rarely, exit_without_collecting

    exit_without_collecting()
    collect_rarely()  # a command creates hardly any reference cycles; a full collection during a long look-up took 0.1 s
    # A closed stream (`>&-`) is replaced by the null device: the command runs all the same.
    sys.stdout, sys.stderr = (
        stream or os.fdopen(os.open(os.devnull, os.O_WRONLY), "w", encoding="utf-8")
        for stream in (sys.stdout, sys.stderr)
    )
    _set_encodings()
    # numpy starts one thread per core on import: a tenth of the CPU time of `match`, for sums too small to split.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    with ending_on_signals():
        cli()
