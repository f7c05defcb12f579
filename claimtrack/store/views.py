"""Typed readers of the schema's views: what lists, pages and exports show."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimtrack.store.errors import translated

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterator, Sequence

    from sqlite_utils import Database

    from claimtrack.core.model import Status


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims a list shows; None leaves a criterion out. Dates are ISO dates."""

    status: Status | None = None
    claimant: str | None = None
    assignee: str | None = None
    tag: str | None = None
    since: str | None = None
    article_id: int | None = None

    def where(self) -> tuple[str, dict[str, Any]]:
        """The SQL condition over claim_overview, and its parameters."""
        criteria = {
            "status": "status = :status",
            "claimant": (
                "id in (select claims.id from claims join claimants on claimants.id = claims.claimant_id"
                " where claimants.name = :claimant)"
            ),
            "assignee": "assignee = :assignee",
            "tag": (
                "id in (select claim_id from claim_tags join tags on tags.id = tag_id where tags.name = :tag)"
            ),
            "since": "created_at >= :since",
            "article_id": "id in (select claim_id from appearances where article_id = :article_id)",
        }
        values = {name: getattr(self, name) for name in criteria if getattr(self, name) is not None}
        return " and ".join(criteria[name] for name in values) or "1", values


def claims(
    db: Database, criteria: ClaimFilter | None = None, *, limit: int | None = None, newest_first: bool = False
) -> Iterator[dict[str, Any]]:
    """Rows of claim_overview that meet the criteria, by id."""
    where, values = (criteria or ClaimFilter()).where()
    order = "desc" if newest_first else "asc"
    sql = f"select * from claim_overview where {where} order by id {order}"
    if limit is not None:
        sql, values = f"{sql} limit :limit", {**values, "limit": limit}
    yield from db.query(sql, values)


def proposed(
    db: Database, *, article_id: int | None = None, min_score: float = 0.0, limit: int | None = None
) -> list[dict[str, Any]]:
    """Rows of proposed_queue, most worth checking first; a claim without a score comes last.

    `min_score` above 0 leaves out the claims that score less, and those without a score.
    """
    sql = """
        select * from proposed_queue
        where coalesce(score, 0) >= :min_score
            and (:article is null or id in (select claim_id from appearances where article_id = :article))
        limit :limit
    """
    values = {"min_score": min_score, "article": article_id, "limit": -1 if limit is None else limit}
    return list(db.query(sql, values))


def claims_by_id(db: Database, ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """Rows of claim_overview for these ids."""
    sql = "select * from claim_overview where id in (select value from json_each(?))"
    rows = db.query(sql, [json.dumps(list(ids))])
    return {row["id"]: row for row in rows}


def search(db: Database, query: str, *, limit: int) -> list[dict[str, Any]]:
    """Claims whose words hold every word of the query, or whose claimant's name holds all of it; best first.

    The words are matched by their stem; "words in double quotes" as a phrase.
    """
    match = fts_query(query)
    if not match:
        return []
    sql = """
        with hits(id, rank) as (
            select rowid, rank from claims_fts where claims_fts match :match
            union all
            select claims.id, 0 from claims join claimants on claimants.id = claims.claimant_id
            where claimants.name like '%' || :plain || '%' escape '\\'
        )
        select claim_overview.*
        from (select id, min(rank) as rank from hits group by id order by 2, 1 limit :limit) as best
        join claim_overview on claim_overview.id = best.id
        order by best.rank, best.id
    """
    # No name is longer than 300 characters, and SQLite refuses a LIKE of 50,000.
    plain = re.sub(r"([\\%_])", r"\\\1", query.strip().strip('"')[:301])
    with translated():
        return list(db.query(sql, {"match": match, "plain": plain, "limit": limit}))


def fts_query(query: str) -> str:
    """A person's words as an FTS5 query that cannot be a syntax error: each word or phrase quoted."""
    parts = re.findall(r'"([^"]+)"|(\S+)', query.replace("\0", " "))
    words = [(phrase or word).replace('"', "") for phrase, word in parts]
    return " ".join(f'"{word}"' for word in words if re.search(r"\w", word))


def stream(
    conn: sqlite3.Connection, view: str, order: str = "id"
) -> Iterator[tuple[list[str], tuple[Any, ...]]]:
    """Every row of a view with its column names, one at a time: memory stays flat."""
    cursor = conn.execute(f'select * from "{view}" order by {order}')
    names = [column[0] for column in cursor.description]
    for row in cursor:
        yield names, row


def status_counts(db: Database) -> list[dict[str, Any]]:
    """How many claims stand at each status."""
    return list(db.query("select * from status_counts"))


def reviews_of_claim(db: Database, claim_id: int) -> list[dict[str, Any]]:
    """A claim's reviews, oldest first."""
    return list(db.query("select * from review_overview where claim_id = ? order by id", [claim_id]))
