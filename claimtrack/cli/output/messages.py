"""Messages and progress, on standard error."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TYPE_CHECKING, TypeVar

import click
from click.core import ParameterSource

from claimtrack.core.texts.printable import printable

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.store.views import ClaimFilter

T = TypeVar("T")


def say(message: str) -> None:
    """Print a message for the user on standard error, with the desk's file in the commands that it suggests."""
    click.echo(printable(name_desk(message)), err=True)


def say_cut(shown: str, remedy: str = "raise --limit") -> None:
    """Say that a list has more rows than the command printed: `shown` is which those are, such as "newest 20"."""
    say(f"Only the {shown} are shown. To see more, {remedy}.")


def say_first(rows: Collection[T], most: int, describe: Callable[[T], str], more: str = "more") -> None:
    """Print a line for each of the first rows, and how many more there are; `more` says of what, or how to get them."""
    for row in islice(rows, most):
        say(f"  {describe(row)}")
    if len(rows) > most:
        say(f"  ... and {len(rows) - most:,} {more}")


def name_desk(message: str) -> str:
    """Return a message with the desk's file in each command that it suggests, if --db or CLAIMTRACK_DB gave the file.

    With CLAIMTRACK_DB, too, because it may be set for one command alone, or the message may be read elsewhere, as in the mail of a
    cron job. No --actor is added: the next step may be another person's, such as an approval.

    Commands are found by their form, so one that is quoted from a claim gets the file as well. Rows of the desk are never passed
    here.
    """
    if "`claimtrack " not in message or (path := desk_path()) is None:
        return message
    root = click.get_current_context().find_root()
    is_given = root.get_parameter_source("db") is not ParameterSource.DEFAULT or path != root.params["db"]
    if not is_given:
        return message
    from claimtrack.store.file.connecting import naming

    return naming(path, message)


def desk_path() -> str | None:
    """Return the file of the running command's desk; None before the options are read."""
    ctx = click.get_current_context(silent=True)
    if ctx is None:
        return None
    root = ctx.find_root()
    path: str | None = root.obj.path if root.obj else root.params.get("db")
    return path


def typed_command(ctx: click.Context) -> str:
    """Return the command as it is typed, without options: "claimtrack review draft"."""
    return f"claimtrack{ctx.command_path.removeprefix(ctx.find_root().command_path)}"


def _say_on_new_line(message: str) -> None:
    say(f"\n{message}")


def say_left_out(db: Database, criteria: ClaimFilter) -> None:
    """Say how many claims `--once` left out because they say the same as a published one, and which tag of `--without` no claim has."""
    from claimtrack.core.texts.printable import list_some, plural
    from claimtrack.store.tag_filters import unborne
    from claimtrack.store.views import count_published_already

    if unknown := unborne(db, criteria.without):
        say(
            f"Nothing was left out by --without: no claim has the tag {list_some(map(repr, unknown))}. `claimtrack tags list` has all"
        )
    if count := count_published_already(db, criteria):
        verb = "says" if count == 1 else "say"
        say(
            f"Left out: {plural(count, 'claim')} that nobody has, and that {verb} the same as a published one. "
            "To see them, leave out --once."
        )


@contextmanager
def ending_on_interrupt(message: str, report: Callable[[str], None] = _say_on_new_line) -> Iterator[None]:
    """Within the context, Ctrl-C (and Ctrl-D at a prompt) prints the message and ends the program with exit code 1."""
    try:
        yield
    except (click.Abort, KeyboardInterrupt):
        report(message)
        raise SystemExit(1) from None


_PROGRESS_INTERVAL = 10
"""Seconds between two lines of progress if none is written over."""
_MAX_BAR_STEPS = 200
"""Most redraws of a progress bar."""


def is_plain_terminal() -> bool:
    """Whether the user asks for plain text: TERM=dumb, as in Emacs or with a screen reader, which reads a bar anew at each step."""
    return os.environ.get("TERM") == "dumb"


def can_redraw() -> bool:
    """Whether standard error is a terminal on which a line can be written over."""
    return sys.stderr.isatty() and not is_plain_terminal()


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """Show a progress bar where it can be redrawn, or else print an occasional line; yields a callback taking (done, total)."""
    if not can_redraw():
        yield _print_progress(label)
        return
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def advance(done: int, total: int) -> None:
            bar.length = max(total, 1)
            if done >= total or (done - bar.pos) * _MAX_BAR_STEPS >= total:
                bar.update(done - bar.pos)

        yield advance
        if not bar.pos:  # there was nothing to do
            bar.update(1)


def _print_progress(label: str) -> Callable[[int, int], None]:
    printed_at = time.monotonic()

    def advance(done: int, total: int) -> None:
        nonlocal printed_at
        if done < total and time.monotonic() - printed_at >= _PROGRESS_INTERVAL:
            printed_at = time.monotonic()
            say(f"{label}: {done:,} of {total:,}")

    return advance


def warn_if_past(due_on: str | None) -> None:
    """Say that a due day is past: the year may be mistyped, and the claim is overdue at once."""
    from claimtrack.workflow.days import today

    if due_on and due_on < today():
        say(f"Warning: {due_on} is past.")
