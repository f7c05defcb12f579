"""How far the search for pairs has come: which claims were not yet compared with all others."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.store import rows
from claimtrack.store.file.errors import translate_errors

if TYPE_CHECKING:
    from collections.abc import Mapping

    from sqlite_utils import Database


def pending_claims(db: Database, scorer: str) -> list[int]:
    """The claims to compare: all of them, where another scorer compared those before; else what is left."""
    sql = "update match_compared_by set scorer = :scorer where id = 1 and scorer is not :scorer"
    if rows.execute(db, sql, {"scorer": scorer}).rowcount:
        rows.execute(db, "insert or ignore into match_uncompared (claim_id) select id from claims")
    return rows.fetch_numbers(db, "select claim_id from match_uncompared order by claim_id")


def mark_compared(db: Database, texts: Mapping[int, str | None]) -> None:
    """Take off the claims that were compared, but for those whose words changed meanwhile."""
    sql = """
        delete from match_uncompared
        where claim_id = ? and (select text from claims where id = match_uncompared.claim_id) is ?
    """
    with translate_errors():
        db.conn.executemany(sql, texts.items())
