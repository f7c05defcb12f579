"""Has the pages that claims rely on saved by a web archive: queued at once, saved when the network allows."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlite_utils import Database

from claimtrack.core.errors import InvalidValue, NotFound
from claimtrack.core.model import ArchiveStatus
from claimtrack.core.steps import AS_SHOWN
from claimtrack.core.texts.addresses import has_key, is_private_address
from claimtrack.core.texts.cleaning import clean_url
from claimtrack.fetch.web.archive import Answer, Result
from claimtrack.store import archives
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow.days import stamp

MOST_ATTEMPTS = 5
FIRST_PAUSE = timedelta(minutes=15)
"""The pause after the first failure; it doubles with each further one."""
TOO_MANY_PAUSE = timedelta(hours=1)


@dataclass(slots=True)
class Archived:
    """The result of a run: pages saved, put off and given up; `stopped` is the reason if it ended early."""

    saved: int = 0
    put_off: int = 0
    given_up: int = 0
    stopped: str | None = None


def queue_pages(
    db: Database, urls: Iterable[str] = (), *, inside: bool = False, actor: str | None
) -> tuple[int, list[str]]:
    """Queue these pages, or if none are given, every link without a copy. Returns how many were queued, and those left out.

    Pages of this computer or its network are left out, and those with what may be a password in their address, unless the archive is
    `inside` that network, too, or the page is named: a public archive must not learn these addresses. Those with a password are
    left out also if they are queued already, perhaps by an earlier version: only the run that names one may save it.
    """
    cleaned = [clean_url(url) for url in urls]
    with write_transaction(db, actor):
        missing = [] if cleaned else archives.without_copy(db)
        left_out = {url: None for url in missing if not inside and (is_private_address(url) or has_key(url))}
        wanted = [url for url in missing if url not in left_out]
        queued = sum(archives.queue(db, url) for url in cleaned or wanted)
        waiting = [] if inside else [url for _, url, _, _ in archives.waiting(db) if has_key(url)]
    return queued, [*left_out, *(url for url in waiting if url not in cleaned)]


def next_due(db: Database, left_out: Collection[str]) -> str | None:
    """Return when the next queued page is tried again (ISO 8601, UTC), apart from those; None if no other waits for its time."""
    return next((again for _, url, _, again in archives.waiting(db) if again and url not in left_out), None)


def file_copy(db: Database, url: str, archived_url: str, *, now: datetime, actor: str | None) -> list[int]:
    """Record the address of a copy that somebody made by hand. Returns the claims whose evidence keeps another copy of the page.

    Raises InvalidValue, and NotFound for a page that no claim has.
    """
    url, archived_url = clean_url(url), clean_url(archived_url)
    if archived_url == url:
        raise InvalidValue(f"{url} is the page itself: give the web address of its copy")
    with write_transaction(db, actor):
        if not archives.is_used(db, url):
            raise NotFound(
                f"no claim was said at {url} or has it as evidence, so nobody would find the copy. Give the address "
                + AS_SHOWN
            )
        archives.add_copy(db, url, archived_url, stamp(now))
        return archives.claims_with_another_copy(db, url, archived_url)


def save_due(
    db: Database,
    save: Callable[[str], Result],
    *,
    now: Callable[[], datetime],
    limit: int = 100,
    left_out: Collection[str] = (),
    progress: Callable[[str, Result], object] | None = None,
    actor: str | None,
) -> Archived:
    """Have the pages saved that are due, apart from those left out. The desk is not locked while the archive works.

    A failure is tried again later, up to MOST_ATTEMPTS times; a page that the archive refuses is given up. The run ends if the archive
    asks for a pause or cannot be reached, which does not count as a failure.
    """
    report = Archived()
    started = stamp(now())
    waiting = [one for one in archives.waiting(db) if (one[3] or "") <= started and one[1] not in left_out]
    for archive_id, url, attempts, _ in waiting[:limit]:
        result = save(url)
        if progress:
            progress(url, result)
        with write_transaction(db, actor):
            if archives.is_queued(db, archive_id):  # otherwise somebody has filed a copy meanwhile
                _record(db, report, archive_id, attempts, result, now())
        if result.answer in (Answer.OFFLINE, Answer.TOO_MANY):
            report.stopped = result.detail
            break
    return report


def _record(
    db: Database, report: Archived, archive_id: int, attempts: int, result: Result, now: datetime
) -> None:
    if result.answer is Answer.SAVED:
        archives.mark_saved(db, archive_id, result.archived_url or "", stamp(now))
        report.saved += 1
        return
    status, try_after = ArchiveStatus.QUEUED, None
    if result.answer is Answer.TOO_MANY:
        try_after = stamp(now + TOO_MANY_PAUSE)
    elif result.answer is not Answer.OFFLINE:
        attempts += 1
        if result.answer is Answer.NEVER or attempts >= MOST_ATTEMPTS:
            status = ArchiveStatus.FAILED
        else:
            try_after = stamp(now + FIRST_PAUSE * 2 ** (attempts - 1))
    archives.postpone(db, archive_id, result.detail, status=status, attempts=attempts, try_after=try_after)
    if status is ArchiveStatus.FAILED:
        report.given_up += 1
    else:
        report.put_off += 1
