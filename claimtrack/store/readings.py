"""What the last complete reading of each article came to, so that it is not read again for nothing."""

from __future__ import annotations

from typing import NamedTuple

from sqlite_utils import Database

from claimtrack.store import rows


class Reading(NamedTuple):
    """What reading an article came to: how many of its claims are filed since then, and how many are not."""

    article_id: int
    known: int
    skipped: int


def find(db: Database, article_id: int, basis_sha256: str) -> Reading | None:
    """Return what the article's last reading came to, if it had this basis; else None."""
    sql = "select article_id, known, skipped from article_readings where article_id = ? and basis_sha256 = ?"
    return next((Reading(*row) for row in db.execute(sql, [article_id, basis_sha256])), None)


def record(db: Database, reading: Reading, basis_sha256: str) -> None:
    """Record what reading an article came to. Call it within the write transaction."""
    sql = """
        insert into article_readings (article_id, known, skipped, basis_sha256) values (?, ?, ?, ?)
        on conflict (article_id) do update
        set basis_sha256 = excluded.basis_sha256, known = excluded.known, skipped = excluded.skipped
    """
    rows.execute(db, sql, [*reading, basis_sha256])
