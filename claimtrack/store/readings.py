"""What the last complete reading of each article came to, so that it is not read again for nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from claimtrack.store import rows

if TYPE_CHECKING:
    from sqlite_utils import Database


class Reading(NamedTuple):
    """How many claims of an article were filed when it had been read, and how many were not."""

    known: int
    skipped: int


def find(db: Database, article_id: int, basis_sha256: str) -> Reading | None:
    """Return what the article's last reading came to, if it had this basis; else None."""
    sql = "select known, skipped from article_readings where article_id = ? and basis_sha256 = ?"
    return next((Reading(*row) for row in db.execute(sql, [article_id, basis_sha256])), None)


def record(db: Database, article_id: int, basis_sha256: str, reading: Reading) -> None:
    """Record what reading the article came to. Call it within the write transaction."""
    sql = """
        insert into article_readings (article_id, basis_sha256, known, skipped) values (?, ?, ?, ?)
        on conflict (article_id) do update
        set basis_sha256 = excluded.basis_sha256, known = excluded.known, skipped = excluded.skipped
    """
    rows.execute(db, sql, [article_id, basis_sha256, *reading])
