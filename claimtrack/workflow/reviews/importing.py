"""Imports other publishers' reviews from ClaimReview files: each once, and none is lost silently."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import chain, islice
from typing import TYPE_CHECKING, NamedTuple

from sqlite_utils import Database

from claimtrack.core.claimreview.reading import explain_dropped_dates, first_published_on, read, written_dates
from claimtrack.core.errors import ClaimtrackError, DatabaseError, InvalidClaimReview
from claimtrack.core.model import Status
from claimtrack.core.sheets.days import DayOrder, days_by_order
from claimtrack.store import claimants
from claimtrack.store.file.connecting import large_cache
from claimtrack.store.file.database import SHORT, trial, write_transaction
from claimtrack.store.file.errors import translate_errors
from claimtrack.store.history_ranges import Run, record_import
from claimtrack.store.index import postings
from claimtrack.store.reviews.imports import ChangeListener, ImportResult, ReviewImporter
from claimtrack.store.reviews.missed import MissedReview, SeenReviews, missed
from claimtrack.workflow.days import last_begun
from claimtrack.workflow.gc_policy import rare_collection

if TYPE_CHECKING:
    from claimtrack.core.claimreview.claimreview import ClaimReview
    from claimtrack.importing.records import Record
    from claimtrack.store.history_ranges import HistoryRange

    Reviews = list[tuple[Record, ClaimReview]]
    Outcome = tuple[Record, ImportResult | ClaimtrackError]
    PutOne = Callable[[ReviewImporter, ClaimReview], ImportResult | ClaimtrackError]

BATCH = SHORT
"""Reviews per transaction: those committed stay if the import is killed, and the next run continues."""


class Rejected(NamedTuple):
    """A record that was not imported: its place in the file, the reason, and its own address."""

    place: str
    reason: str
    url: str | None = None


class Undated(NamedTuple):
    """A date that was left out of an imported review: the record's place in the file, and the date with the reason."""

    place: str
    reason: str


@dataclass(slots=True)
class Imported:
    """What an import did: the counts, the rejected records, and the dates that were left out.

    `missed` are reviews that the desk has from the imported pages, but the import does not contain; those of a rejected record's page
    are not among them. `filled` are roles and addresses that claimants of the desk got from the file: name -> what. `written` are the
    ranges of history, one for each transaction.
    """

    added: int = 0
    updated: int = 0
    known: int = 0
    rejected: list[Rejected] = field(default_factory=list)
    undated: list[Undated] = field(default_factory=list)
    orders: dict[DayOrder, str] = field(default_factory=dict)
    """The orders of day and month that the dates of the records show, each with the first date that does."""
    missed: list[MissedReview] = field(default_factory=list)
    filled: dict[str, list[str]] = field(default_factory=dict)
    written: list[HistoryRange] = field(default_factory=list)

    @property
    def read(self) -> int:
        """How many records there were."""
        return self.added + self.updated + self.known + len(self.rejected)

    @property
    def is_in_part(self) -> bool:
        """Whether a part could not be read and it is unknown of which pages, as when a download broke off."""
        return any(one.url is None for one in self.rejected)

    def count(self, put: ImportResult) -> None:
        """Count the outcome of one record."""
        if put is ImportResult.ADDED:
            self.added += 1
        elif put is ImportResult.UPDATED:
            self.updated += 1
        else:
            self.known += 1


def import_reviews(
    db: Database,
    records: Iterable[Record],
    *,
    status: Status = Status.PARKED,
    order: DayOrder | None = None,
    whole: bool = False,
    dry_run: bool = False,
    progress: Callable[[int], object] | None = None,
    watch: ChangeListener | None = None,
    actor: str | None,
) -> Imported:
    """Import the reviews of the records; new claims get the `status`, because another desk checked them.

    Reviews imported before are updated if they have changed. A record that is no ClaimReview is rejected with its place and reason.
    `order` says how days such as 3/4/2025 are written: without it they are left out, and listed as `undated`. With `whole`, the records
    are all that their publishers have: the desk's other reviews of theirs are `missed`, unless some records could not be read.
    `progress` receives the size of each batch, `watch` each new or changed review, some of them twice. A dry run changes nothing.
    """

    def run(desk: Database, records: Iterable[Record]) -> Imported:
        met = SeenReviews()
        new_importer = partial(ReviewImporter, desk, status=status, actor=actor, watch=watch, met=met)
        with rare_collection():
            report = _import_batches(desk, _batches(records, progress), new_importer, order, actor)
        report.filled = claimants.filled_in(desk, report.written)
        unread = [one.url for one in report.rejected if one.url]
        report.missed = missed(desk, met, unread, whole=whole and not report.is_in_part)
        return report

    if not dry_run:
        with large_cache(db):
            report = run(db, records)
            postings.index_pending(db.conn)
        return report
    records = iter(records)
    first = [*islice(records, BATCH + 1)]
    with trial(db, actor, size=len(first)) as desk:
        return run(desk, chain(first, records))


def _batches(records: Iterable[Record], progress: Callable[[int], object] | None) -> Iterator[list[Record]]:
    """Yield the records of each transaction; `progress` receives the size of each batch once it is done."""
    following = iter(records)
    while batch := list(islice(following, BATCH)):
        yield batch
        if progress:
            progress(len(batch))


def _import_batches(
    db: Database,
    batches: Iterable[list[Record]],
    new_importer: Callable[[], ReviewImporter],
    order: DayOrder | None,
    actor: str | None,
) -> Imported:
    report, run = Imported(), Run()
    importer = new_importer()

    def put(reviews: Reviews, put_one: PutOne) -> list[Outcome]:
        with write_transaction(db, actor), record_import(db, report.written, run):
            return [(record, put_one(importer, review)) for record, review in reviews]

    for batch in batches:
        reviews = list(_read(batch, report, order))
        try:
            # Within a trial one by one from the start: the surrounding transaction cannot be rolled back for one of them.
            outcomes = put(reviews, _put_alone if db.conn.in_transaction else _put_all_or_none)
        except _OneByOne:
            importer = new_importer()
            outcomes = put(reviews, _put_alone)
        _report(outcomes, report)
    return report


class _OneByOne(Exception):
    """Rolls back a batch in which the desk refused a review, so that the others are imported without it."""


def _read(
    batch: list[Record], report: Imported, order: DayOrder | None
) -> Iterator[tuple[Record, ClaimReview]]:
    for record in batch:
        if record.document is None:
            report.rejected.append(Rejected(record.place, record.problem or ""))
            continue
        try:
            review = read(record.document, order)
        except InvalidClaimReview as error:
            report.rejected.append(Rejected(record.place, str(error), record.url))
            continue
        if order is None:
            _note_order(record, report)
        report.undated += [
            Undated(record.place, reason) for reason in explain_dropped_dates(record.document, review)
        ]
        yield record, _without_days_to_come(record, review, report, order)


def _note_order(record: Record, report: Imported) -> None:
    for written in written_dates(record.document or {}).values():
        days = days_by_order(written) if isinstance(written, str) else {}
        if len(days) == 1:
            report.orders.setdefault(next(iter(days)), f"{written} ({record.place})")


def _without_days_to_come(
    record: Record, review: ClaimReview, report: Imported, order: DayOrder | None
) -> ClaimReview:
    """The review without a day in the future: a verdict with one would be the newest for ever, whatever others say later."""
    last = last_begun()
    if (review.reviewed_on or "") > last:
        first = first_published_on(record.document or {}, order)
        name = "datePublished" if first == review.reviewed_on else "dateModified"
        report.undated.append(Undated(record.place, _to_come(name, review.reviewed_on)))
        review = replace(review, reviewed_on=first if first and first <= last else None)
    if (review.claimed_on or "") > last:
        report.undated.append(
            Undated(record.place, _to_come("itemReviewed.datePublished", review.claimed_on))
        )
        review = replace(review, claimed_on=None, first_page_on=None)
    return review


def _to_come(name: str, day: str | None) -> str:
    return f"{name} is left out: {day} is in the future"


def _put_all_or_none(importer: ReviewImporter, review: ClaimReview) -> ImportResult | ClaimtrackError:
    try:
        with translate_errors():
            return importer.put(review)
    except InvalidClaimReview as error:
        return error
    except DatabaseError:
        raise
    except ClaimtrackError as error:
        raise _OneByOne from error


def _put_alone(importer: ReviewImporter, review: ClaimReview) -> ImportResult | ClaimtrackError:
    try:
        return importer.put_alone(review)
    except DatabaseError:
        raise  # no review's fault: a full disk would reject them all
    except ClaimtrackError as error:
        return error


def _report(outcomes: list[Outcome], report: Imported) -> None:
    for record, outcome in outcomes:
        if isinstance(outcome, ClaimtrackError):
            report.rejected.append(Rejected(record.place, str(outcome), record.url))
        else:
            report.count(outcome)
