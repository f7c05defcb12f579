"""The archive queue: the pages that claims rely on, and their archived copies."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from claimtrack.core.model import ArchiveStatus
from claimtrack.store import rows


def without_copy(db: Database) -> list[str]:
    """Return the address of every evidence link and appearance that has no copy and is not in the queue.

    Those of rejected claims are left out, since nobody will need them.
    """
    sql = """
        select distinct url from (
            select evidence.url as url, claims.status as status
            from evidence join claims on claims.id = evidence.claim_id
            where evidence.url is not null and evidence.archived_url is null
            union all
            select articles.url, claims.status
            from appearances
            join articles on articles.id = appearances.article_id
            join claims on claims.id = appearances.claim_id
            where articles.url is not null
        )
        where status <> 'rejected' and url not in (select url from archives)
        order by url
    """
    return [url for (url,) in db.execute(sql)]


def queue(db: Database, url: str) -> bool:
    """Queue a page, also one that failed or has a copy; False if it is queued already."""
    sql = """
        insert into archives (url) values (?)
        on conflict (url) do update set status = 'queued', attempts = 0, try_after = null, error = null,
            archived_url = null, archived_at = null
        where status <> 'queued'
    """
    return rows.execute(db, sql, [url]).rowcount > 0


def waiting(db: Database) -> list[tuple[int, str, int, str | None]]:
    """Return the queued pages, longest waiting first: id, url, failed attempts, and when to try again (ISO 8601, UTC; None for at once)."""
    sql = """
        select id, url, attempts, try_after from archives
        where status = 'queued' order by coalesce(try_after, created_at), id
    """
    return list(db.execute(sql))


def mark_saved(db: Database, archive_id: int, archived_url: str, now: str) -> None:
    """Record a copy in the queue and in each piece of evidence that has none."""
    done = {"status": ArchiveStatus.SAVED, "archived_url": archived_url, "archived_at": now}
    rows.update(db, "archives", archive_id, done | {"error": None, "try_after": None})
    sql = """
        update evidence set archived_url = ?
        where url = (select url from archives where id = ?) and archived_url is null
    """
    rows.execute(db, sql, [archived_url, archive_id])


def is_used(db: Database, url: str) -> bool:
    """Whether a claim was said on the page, or has it as evidence."""
    sql = "select exists (select 1 from evidence where url = :url) or exists (select 1 from articles where url = :url)"
    return bool(rows.fetch_number(db, sql, {"url": url}))


def find(db: Database, url: str | None) -> int | None:
    """Return the id of the record of a page's copy; None if there is none."""
    return rows.fetch_number(db, "select id from archives where url = ?", [url])


def copy_of(db: Database, url: str | None) -> str | None:
    """Return the address of the copy of a page; None if there is none."""
    return rows.fetch_text(db, "select archived_url from archives where url = ?", [url])


def claims_with_another_copy(db: Database, url: str, archived_url: str) -> list[int]:
    """Return the claims that have the page as evidence with another copy."""
    sql = "select distinct claim_id from evidence where url = ? and archived_url <> ? order by claim_id"
    return rows.fetch_numbers(db, sql, [url, archived_url])


def add_copy(db: Database, url: str, archived_url: str, now: str) -> None:
    """Record a copy that a person made, instead of the one before: also in evidence that has none or that one, unless two people signed it."""
    sql = """
        update evidence set archived_url = ?
        where url = ? and archived_url = ? and id not in (select row_id from signed_rows where table_name = 'evidence')
    """
    rows.execute(db, sql, [archived_url, url, copy_of(db, url)])
    queue(db, url)
    mark_saved(db, find(db, url) or 0, archived_url, now)


def is_queued(db: Database, archive_id: int) -> bool:
    """Whether the page still waits for a copy."""
    sql = "select status = 'queued' from archives where id = ?"
    return bool(rows.fetch_number(db, sql, [archive_id]))


def postpone(
    db: Database,
    archive_id: int,
    error: str,
    *,
    status: ArchiveStatus,
    attempts: int,
    try_after: str | None,
) -> None:
    """Record why there is no copy yet, and when to try again (None for never)."""
    told = {"status": status, "attempts": attempts, "error": error[:500], "try_after": try_after}
    rows.update(db, "archives", archive_id, told)


COLUMNS = ("id", "url", "status", "attempts", "try_after", "error", "archived_url", "archived_at")
"""Columns of `list_all`."""


def list_all(db: Database) -> list[dict[str, Any]]:
    """Return the queue: waiting pages first, then failed ones, then saved ones."""
    sql = f"""
        select {", ".join(COLUMNS)}
        from archives join archive_statuses on archive_statuses.name = archives.status
        order by iif(status = 'saved', 2, position), archives.id
    """
    return list(db.query(sql))


def counts(db: Database) -> dict[str, int]:
    """Return how many pages are queued, saved and failed."""
    sql = "select name, (select count(*) from archives where status = name) from archive_statuses order by position"
    return dict(db.execute(sql).fetchall())
