"""Published reviews in the form in which they are exported, and which approved ones may be."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimtrack.core.claimreview.claimreview import ClaimReview
from claimtrack.core.model import ClaimantKind
from claimtrack.store.sheets import DateRange, open_read_only
from claimtrack.store.views import ClaimFilter, article_order_sql

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class PublishedReview:
    """A published review: its ids and its content."""

    id: int
    claim_id: int
    says: ClaimReview


@contextmanager
def open_reviews(
    path: Path, criteria: ClaimFilter | None, days: DateRange, *, all_publishers: bool
) -> Iterator[Iterator[PublishedReview]]:
    """Context with the published reviews of these days on the matching claims, ours or everybody's, read from one snapshot."""
    chosen, values = (criteria or ClaimFilter()).where_claim("claim_id")
    ours = "1" if all_publishers else "is_desk = 1"
    dated, ends = days.where("reviewed_on")
    sql = f"select * from claimreview_sheet where {chosen} and {ours} and {dated} order by id"
    with open_read_only(path, criteria) as conn:
        conn.row_factory = sqlite3.Row
        with closing(conn.execute(sql, values | ends)) as rows:
            yield map(_from_row, rows)


def published_ids(path: Path) -> set[int]:
    """Return the ids of all published reviews, ours and other publishers'."""
    with open_read_only(path) as conn:
        return {review_id for (review_id,) in conn.execute("select id from claimreview_sheet")}


def _from_row(row: sqlite3.Row) -> PublishedReview:
    says = {name: row[name] for name in ClaimReview.__slots__}
    says["claimant_kind"] = ClaimantKind(row["claimant_kind"])
    says["appearances"] = tuple(json.loads(row["appearances"]))
    says["withdrawn_appearances"] = json.loads(row["withdrawn_appearances"])
    return PublishedReview(row["id"], row["claim_id"], ClaimReview(**says))


def verdict_ids(
    path: Path,
    criteria: ClaimFilter | None,
    days: DateRange,
    claim_ids: Sequence[int],
) -> list[int]:
    """Return the ids of the published reviews of these days on the matching claims, of an article in the order of its text.

    If `claim_ids` are given, only those on these claims, in their order. Not all of these are for readers.
    """
    criteria = criteria or ClaimFilter()
    chosen, values = criteria.where_claim("claim_id")
    dated, ends = days.where("reviewed_on")
    listed = "1" if not claim_ids else "claim_id in (select value from json_each(:claim_ids))"
    order = "(select key from json_each(:claim_ids) where value = claim_id)"
    if criteria.article_id is not None:
        order = article_order_sql("claim_id")
    sql = f"""
        select id from reviews
        where status = 'published' and {listed} and {dated} and {chosen}
        order by {order}, id
    """
    with open_read_only(path, criteria) as conn:
        return [one for (one,) in conn.execute(sql, {**values, **ends, "claim_ids": json.dumps(claim_ids)})]


def approved_reviews(path: Path, claim_ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """Return our approved verdicts on these claims, by id, each with what is planned for its publication: `not_before`, `planned_url`, `planned_on`.

    Without those that cannot be published, because another published verdict is on the claim.
    """
    sql = """
        select id, not_before, url as planned_url, reviewed_on as planned_on from review_overview
        where status = 'approved' and excluded_by_id is null and claim_id in (select value from json_each(?))
        order by id
    """
    with open_read_only(path) as conn:
        conn.row_factory = sqlite3.Row
        return {row["id"]: dict(row) for row in conn.execute(sql, [json.dumps(claim_ids)])}
