"""Read the sources of `ingest`."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import closing
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from claimtrack.cli.articles.progress import say_on_own_line
from claimtrack.core.errors import ClaimtrackError, NothingYet, PageGone, SourceError

if TYPE_CHECKING:
    from claimtrack.cli.output.unread import Unread
    from claimtrack.fetch import Loaded


def single_article(loaded: Iterator[Loaded]) -> Iterator[Loaded]:
    """Yield the article. Raises UsageError if there are several."""
    found = list(islice(loaded, 2))
    if len(found) > 1:
        raise click.UsageError("--version-of is for a single article, and SOURCE holds several")
    yield from found


def load_articles(
    sources: tuple[str, ...], unread: Unread, path: str, *, by_rules: bool, **given: Any
) -> Iterator[Loaded]:
    """Yield the articles of all sources, printing each warning about them once.

    A source that cannot be read is reported to `unread`, if it is one of several or a file in a folder. `path` is the desk's file: of a
    page that is gone, the message names the article that the desk has from it.
    """
    from claimtrack.fetch import read
    from claimtrack.workflow.articles.reporting import loading_warnings

    told: set[str] = set()
    for source in sources:
        if source == "-" and sys.stdin is None:
            raise click.UsageError("standard input is closed: give a file or a web address instead of `-`")
        try:
            for one in read(source, on_skip=unread.skip, **given):
                for warning in loading_warnings(one, by_rules=by_rules):
                    if warning not in told:
                        told.add(warning)
                        say_on_own_line(warning)
                yield one
        except SourceError as error:
            explained = _explain_gone(error, path) if isinstance(error, PageGone) else error
            if len(sources) == 1 and not isinstance(error, NothingYet):
                raise explained from None
            unread.skip(explained)


def _explain_gone(error: PageGone, path: str) -> PageGone:
    """The error with the article that the desk, if there is one, has from the page, and the command that marks it as withdrawn."""
    from claimtrack.core.model import Article
    from claimtrack.store import articles
    from claimtrack.store.file.database import open_desk

    try:
        with closing(open_desk(Path(path))) as db:
            found = articles.find(db, articles.with_known_names(db, Article(None, error.url)), None)
            withdrawn_on = None if found is None else articles.get(db, found)["withdrawn_on"]
    except ClaimtrackError:
        return error
    if found is None:
        return error
    step = f"if the outlet took it down, run `claimtrack articles withdraw {found}`"
    known = f"marked as withdrawn on {withdrawn_on}" if withdrawn_on else step
    return PageGone(f"{error}. The desk has it as article {found}: {known}", error.url)
