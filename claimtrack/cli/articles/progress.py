"""How far `ingest` is: articles counted on the last line of a terminal, and the steps of a long one."""

from __future__ import annotations

import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import click

from claimtrack.cli.output.messages import progress, say

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from claimtrack.core.model import Article
    from claimtrack.workflow.articles.prefetching import PreparedArticle
    from claimtrack.workflow.progress import Progress

_CLEAR_LINE = "\r\x1b[K"


def count_articles(articles: Iterable[PreparedArticle]) -> Iterator[PreparedArticle]:
    """The articles, counted on a terminal as they are done."""
    shown = sys.stderr.isatty()
    for number, one in enumerate(articles, start=1):
        yield one
        if shown and number > 1:
            click.echo(f"\r{number:,} articles", nl=False, err=True)
    _clear_line()


def article_progress(article: Article) -> Progress:
    """How far a long article is, shown where the count of articles stands; of others nobody waits for each."""
    from claimtrack.workflow.articles.reporting import is_long
    from claimtrack.workflow.progress import no_progress

    return _show_step if is_long(article) else no_progress


@contextmanager
def _show_step(step: str) -> Iterator[Callable[[int, int], None]]:
    _clear_line()
    with progress(step) as advance:
        yield advance


def _clear_line() -> None:
    if sys.stderr.isatty():
        click.echo(_CLEAR_LINE, nl=False, err=True)


def say_on_own_line(message: str) -> None:
    """Tell it on a line of its own, where the count of articles may stand."""
    _clear_line()
    say(message)
