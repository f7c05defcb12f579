"""The progress of `ingest`: a count of articles on the terminal's last line, and the steps of a long article."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TYPE_CHECKING, TypeVar

import click

from claimtrack.cli.output.messages import can_redraw, progress, say
from claimtrack.core.model import Article
from claimtrack.core.texts.printable import plural

if TYPE_CHECKING:
    from claimtrack.workflow.progress import Progress

T = TypeVar("T")
_CLEAR_LINE = "\r\x1b[K"
_SILENCE = 60.0
"""Seconds between two lines in a log file: shorter runs, such as one each minute, print none."""


def count_articles(articles: Iterable[T]) -> Iterator[T]:
    """Yield the articles, updating a count on the terminal as each is finished; a line each minute, if none can be written over."""
    shown, said_at = can_redraw(), monotonic()
    for number, one in enumerate(articles, start=1):
        yield one
        if shown and number > 1:
            click.echo(f"\r{number:,} articles", nl=False, err=True)
        elif not shown and monotonic() - said_at >= _SILENCE:
            said_at = monotonic()
            say(f"{plural(number, 'article')} so far")
    clear_line()


def article_progress(article: Article) -> Progress:
    """The progress callback for an article: visible if it is long, otherwise none."""
    from claimtrack.workflow.articles.reporting import is_long
    from claimtrack.workflow.progress import no_progress

    return _show_step if is_long(article) else no_progress


@contextmanager
def _show_step(step: str) -> Iterator[Callable[[int, int], None]]:
    clear_line()
    with progress(step) as advance:
        yield advance


def clear_line() -> None:
    """Remove the article count from the terminal."""
    if can_redraw():
        click.echo(_CLEAR_LINE, nl=False, err=True, color=True)  # also without colours


def say_on_own_line(message: str) -> None:
    """Print a message in place of the article count."""
    clear_line()
    say(message)
