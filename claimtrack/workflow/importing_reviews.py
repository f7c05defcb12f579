"""Other publishers' reviews come in from ClaimReview files: each once, and none is lost silently."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING

from claimtrack.core.claimreview_reading import read
from claimtrack.core.errors import ClaimtrackError
from claimtrack.core.model import Status
from claimtrack.store import postings
from claimtrack.store.database import write_transaction
from claimtrack.store.imports import Put, ReviewImporter, roomy

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from sqlite_utils import Database

    from claimtrack.importing.claimreview import Record

BATCH = 1000
"""Reviews per transaction: what is committed stays when the import is killed, and the next run goes on."""


@dataclass(slots=True)
class Imported:
    """What an import did: how many of each, and each rejected record's place and reason."""

    added: int = 0
    updated: int = 0
    known: int = 0
    rejected: list[tuple[str, str]] = field(default_factory=list)

    @property
    def read(self) -> int:
        """How many records there were."""
        return self.added + self.updated + self.known + len(self.rejected)

    def count(self, put: Put) -> None:
        """Count one more of what became of a record."""
        if put is Put.ADDED:
            self.added += 1
        elif put is Put.UPDATED:
            self.updated += 1
        else:
            self.known += 1


class _Undone(Exception):
    """Rolls a dry run back."""


def import_reviews(
    db: Database,
    records: Iterable[Record],
    *,
    status: Status = Status.PARKED,
    dry_run: bool = False,
    progress: Callable[[int], object] | None = None,
    actor: str | None,
) -> Imported:
    """Put the records' reviews on the desk; new claims stand at `status`, for another desk checked them.

    What was imported before is left as it is, or brought up to date. A record that is no ClaimReview
    is rejected with its place and reason. `progress` hears the number of records done. A dry run says
    what would happen, and changes nothing.
    """
    if not dry_run:
        with roomy(db):
            report = _import_batches(db, records, status=status, progress=progress, actor=actor)
            postings.index_pending(db.conn)
        return report
    try:
        with write_transaction(db, actor):
            report = _import_batches(db, records, status=status, progress=progress, actor=actor)
            raise _Undone
    except _Undone:
        return report


def _import_batches(
    db: Database,
    records: Iterable[Record],
    *,
    status: Status,
    progress: Callable[[int], object] | None,
    actor: str | None,
) -> Imported:
    report = Imported()
    importer = ReviewImporter(db, status=status, actor=actor)
    following = iter(records)
    while batch := list(islice(following, BATCH)):
        with write_transaction(db, actor):
            for record in batch:
                _import_record(importer, record, report)
        if progress:
            progress(len(batch))
    return report


def _import_record(importer: ReviewImporter, record: Record, report: Imported) -> None:
    if record.document is None:
        report.rejected.append((record.place, record.problem or ""))
        return
    try:
        report.count(importer.put(read(record.document)))
    except ClaimtrackError as error:
        report.rejected.append((record.place, str(error)))
