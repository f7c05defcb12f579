"""What is told beside the data, on standard error: sentences, counts, how far what takes long has come."""

from __future__ import annotations

import sys
import time
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from claimtrack.core.texts.printable import printable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


def say(message: str) -> None:
    """Tell the person at the terminal something, beside the data."""
    click.echo(printable(message), err=True)


def _say_on_new_line(message: str) -> None:
    say(f"\n{message}")


@contextmanager
def ending_on_interrupt(told: str, tell: Callable[[str], None] = _say_on_new_line) -> Iterator[None]:
    """Within it, Ctrl-C (and Ctrl-D at a question) ends the program, and tells what became of the work."""
    try:
        yield
    except (click.Abort, KeyboardInterrupt):
        tell(told)
        raise SystemExit(1) from None


_PROGRESS_INTERVAL = 10
"""Between two lines of progress, where there is no terminal."""
_MAX_BAR_STEPS = 200
"""Of a bar, at most: it is drawn anew at each."""


@contextmanager
def progress(label: str) -> Iterator[Callable[[int, int], None]]:
    """A progress bar on a terminal; elsewhere a line now and then of what takes long. Call what it yields with (done, of how many)."""
    if not sys.stderr.isatty():
        yield _print_progress(label)
        return
    with click.progressbar(length=1, label=label, file=sys.stderr) as bar:

        def advance(done: int, total: int) -> None:
            bar.length = max(total, 1)
            if done >= total or (done - bar.pos) * _MAX_BAR_STEPS >= total:
                bar.update(done - bar.pos)

        yield advance


def _print_progress(label: str) -> Callable[[int, int], None]:
    told = time.monotonic()

    def advance(done: int, total: int) -> None:
        nonlocal told
        if done < total and time.monotonic() - told >= _PROGRESS_INTERVAL:
            told = time.monotonic()
            say(f"{label}: {done:,} of {total:,}")

    return advance
