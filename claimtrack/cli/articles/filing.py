"""`ingest` files one article after the other, and knows how they are taken back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.cli.articles.going import counted_as_done, followed
from claimtrack.cli.printed.words import told_undo
from claimtrack.workflow.articles import ingesting
from claimtrack.workflow.undoing import import_named

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from sqlite_utils import Database

    from claimtrack.cli.given.session import Session
    from claimtrack.cli.printed.unread import Unread
    from claimtrack.workflow.articles.ingesting import Ingested
    from claimtrack.workflow.articles.prefetching import Coming


def file_each(
    db: Database, to_file: Iterable[Coming], results: list[Ingested], unread: Unread, **how: Any
) -> None:
    """File the articles; what became of each is added to the results, also of one that Ctrl-C ends."""
    for one, found, look_up in counted_as_done(to_file):
        with unread.going_on(one):
            try:
                done = ingesting.ingest_article(
                    db,
                    one.article,
                    source=one.source,
                    extractor=found,
                    look_up=look_up,
                    follow=followed(one.article),
                    **how,
                )
            except ingesting.Stopped as stop:
                results.append(stop.done)
                raise
            results.append(done)


def told_undo_of(db: Database, session: Session, results: list[Ingested]) -> Iterator[str]:
    """How all of it is taken back, unless nothing was written or somebody else wrote in between."""
    if results and (undo := import_named(db, results[0].after, results[-1].until, actor=session.actor)):
        yield told_undo(session.path, undo)
