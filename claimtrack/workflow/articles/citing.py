"""The sources that a draft cites become evidence of the claims they are attached to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.core.desk.cited import assign_to_claims
from claimtrack.core.model import Status
from claimtrack.store import appearances, articles, evidence
from claimtrack.store.file.database import write_transaction
from claimtrack.store.history_ranges import Run, record_import
from claimtrack.workflow.articles import ingesting

if TYPE_CHECKING:
    from claimtrack.core.desk.cited import Cited
    from claimtrack.fetch import Loaded
    from claimtrack.workflow.articles.ingesting import Ingested


def ingest_loaded(
    db: Database, loaded: Loaded, *, run: Run | None = None, actor: str | None, **how: Any
) -> Ingested:
    """Ingest a loaded article, and file its citations if it was loaded with them, as one import. Raises Stopped at an interrupt."""
    run = run or Run()
    done = ingesting.ingest_article(db, loaded.article, run=run, actor=actor, **how)
    if not loaded.cited:
        return done
    written = list(done.written)
    try:
        with write_transaction(db, actor), record_import(db, written, run):
            linked, unlinked = _file_citations(
                db, done.article_id, loaded.article.text or "", loaded.cited, actor
            )
    except KeyboardInterrupt as interrupt:
        raise ingesting.Stopped(done) from interrupt
    return replace(done, linked=linked, unlinked=unlinked, written=tuple(written))


def _file_citations(
    db: Database, article_id: int, text: str, cited: Sequence[Cited], actor: str | None
) -> tuple[int, int]:
    """File each cited source as context of its claims; return how many were filed, and how many have no claim.

    A claim that already has the source keeps it unchanged, and a rejected claim gets none. Nothing is filed if the desk has the article
    with another text, where the positions of the citations do not apply.
    """
    from claimtrack.workflow.linking import add_link  # most articles cite nothing

    if articles.get(db, article_id)["text"] != text:
        return 0, len(cited)
    rows = [
        row
        for row in appearances.of_article(db, article_id)
        if row["quote"] and row["status"] != Status.REJECTED
    ]
    filed = unattached = 0
    for one, numbers in assign_to_claims(text, [(row["span_start"], row["span_end"]) for row in rows], cited):
        unattached += not numbers
        for claim_id in {rows[number]["claim_id"] for number in numbers}:
            if evidence.find(db, claim_id, one.source) is None:
                add_link(db, claim_id, one.source, title=one.title, actor=actor)
                filed += 1
    return filed, unattached
