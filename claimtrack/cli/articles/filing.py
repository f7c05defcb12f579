"""`ingest` files one article after the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.cli.articles.going import counted_as_done, followed
from claimtrack.workflow.articles import ingesting

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sqlite_utils import Database

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
