"""Progress of the search for pairs: which claims were not yet compared with all others."""

from __future__ import annotations

from collections.abc import Mapping

from sqlite_utils import Database

from claimtrack.store import rows
from claimtrack.store.file.errors import translate_errors


def pending_claims(db: Database, scorer: str) -> list[int]:
    """Return the claims still to be compared: all of them if the scorer has changed."""
    sql = "update match_compared_by set scorer = :scorer where id = 1 and scorer is not :scorer"
    if rows.execute(db, sql, {"scorer": scorer}).rowcount:
        rows.execute(db, "insert or ignore into match_uncompared (claim_id) select id from claims")
    return rows.fetch_numbers(db, "select claim_id from match_uncompared order by claim_id")


def mark_compared(db: Database, texts: Mapping[int, str | None]) -> None:
    """Mark claims as compared, except those whose text changed meanwhile."""
    sql = """
        delete from match_uncompared
        where claim_id = ? and (select text from claims where id = match_uncompared.claim_id) is ?
    """
    with translate_errors():
        db.conn.executemany(sql, texts.items())
