"""Typed readers of the schema's views: what lists, pages and exports show."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sqlite_utils import Database

    from claimtrack.core.model import Status


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims a list shows; None leaves a criterion out. `since` is a moment, ISO in UTC."""

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
            "claimant": (  # under all their names, whichever is given; without a "the" as claimants.find has it
                "id in (select claims.id from standing_claimants as named"
                " cross join standing_claimants as names on names.standing_id = named.standing_id"
                " cross join claims on claims.claimant_id = names.id where named.id = coalesce("
                "(select id from claimants where name = :claimant),"
                " (select id from claimants where :claimant glob 'the *' and name = substr(:claimant, 5))))"
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


def claim_columns(db: Database) -> list[str]:
    """The columns of claim_overview, which the rows of `claims` and `search` have."""
    return [column[0] for column in db.execute("select * from claim_overview limit 0").description]


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


def claims_by_id(db: Database, ids: Sequence[int], columns: str = "*") -> dict[int, dict[str, Any]]:
    """Rows of claim_overview for these ids; with fewer `columns`, id among them, in less time."""
    sql = f"select {columns} from claim_overview where id in (select value from json_each(?))"
    rows = db.query(sql, [json.dumps(list(ids))])
    return {row["id"]: row for row in rows}


def reviews_of_claim(db: Database, claim_id: int) -> list[dict[str, Any]]:
    """A claim's reviews, oldest first."""
    return list(db.query("select * from review_overview where claim_id = ? order by id", [claim_id]))
