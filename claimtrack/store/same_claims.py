"""Claims judged the same in lists of work: which of them is listed, and who has another.

The view claim_places decides which goes first; `list --once` asks it, too.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NamedTuple

from sqlite_utils import Database

from claimtrack.core.model import IN_HAND, STEPS_OF_A_CHECK, TO_CHECK, Status
from claimtrack.store import rows
from claimtrack.store.views import BY_PRIORITY, UNDER_WAY, any_of, claims_in_order

Row = dict[str, Any]


def unassigned(db: Database, status: Status, *, limit: int) -> list[Row]:
    """Return claims to be checked with a status that have neither an assignee nor a review of ours in progress, the most urgent first.

    Of claims judged the same only one, and none if another is in hand or published.
    """
    # Sorted first, by the index claims_untaken, whose condition is told in its words: what remains is read until there are enough.
    sql = f"""
        select id from (
            select id from claims
            where status = ? and status in {any_of(TO_CHECK)} and assignee is null and not exists (
                select 1 from reviews
                where reviews.claim_id = claims.id and origin = 'desk' and {UNDER_WAY}
            )
            order by {BY_PRIORITY}, score desc, id limit -1
        )
        where not exists (select 1 from claims_ahead where claims_ahead.claim_id = id) limit ?
    """
    return claims_in_order(db, rows.fetch_numbers(db, sql, [status, limit]))


def count_published_already(db: Database) -> int:
    """Return how many claims to be checked, which nobody has, were judged the same as a published one."""
    return rows.fetch_number(db, "select count(*) from claims_published_already") or 0


_LAST_UNDATED = 500
"""Newest places without a date that are searched for what was said since a day: on a big desk not all."""


def repeated_since(db: Database, day: str, *, limit: int) -> list[Row]:
    """Return claims that were said on a day or later, and were rated before: the one with the verdict, last said first."""
    sql = """
        with lately (id) as materialized (
            select id from articles where published_on >= :day
            union all
            select * from (select id from articles where published_on is null order by id desc limit :undated)
        ),
        said as materialized (
            select coalesce(cluster_id, appearances.claim_id) as claim_id, max(coalesce(said_on, published_on)) as said_on
            from lately cross join articles using (id) cross join appearances on article_id = articles.id
            left join match_clusters using (claim_id)
            where coalesce(said_on, published_on) >= :day and withdrawn_on is null
            group by 1
        )
        select verdict_on from said
        cross join claim_verdicts using (claim_id) cross join reviews on reviews.id = review_id
        where reviewed_on < said.said_on order by said.said_on desc, verdict_on limit :limit
    """
    told = {"day": day, "undated": _LAST_UNDATED, "limit": limit}
    return claims_in_order(db, rows.fetch_numbers(db, sql, told))


class Taken(NamedTuple):
    """A claim that somebody has, or that is being checked, in review or published."""

    claim_id: int
    status: Status
    assignee: str | None


def taken_elsewhere(
    db: Database, claim_ids: Iterable[int], *, apart_from: str | None = None, together: bool = False
) -> dict[int, Taken]:
    """Return for each of these claims the first of those judged the same that somebody has, or that is being checked or further.

    Claims without any are left out, and published ones: their verdict is out, and they cannot be set aside. Those in the hands of the
    person `apart_from`, whatever the spelling of the name, are not returned for another, nor are these claims themselves if somebody takes
    them `together`.
    """
    # The first two of each cluster: one of them may be the claim itself. A cluster is read once, however many of its claims are asked about.
    sql = f"""
        with asked as materialized (
            select claim_id, cluster_id from match_clusters where claim_id in (select value from json_each(:ids))
        ),
        ranked as (
            select cluster_id, claim_places.claim_id as taken_id, status, assignee,
                row_number() over (partition by cluster_id order by place, claim_places.claim_id) as rank
            from (select distinct cluster_id from asked)
            cross join match_clusters using (cluster_id)
            cross join claim_places on claim_places.claim_id = match_clusters.claim_id
            where iif(
                assignee is not null and status in {any_of(IN_HAND)},
                one_name(assignee) is not one_name(:name),
                status in {any_of(STEPS_OF_A_CHECK)}
            ) and not (:together and match_clusters.claim_id in (select claim_id from asked))
        )
        select claim_id, taken_id, ranked.status, ranked.assignee
        from asked cross join ranked using (cluster_id) cross join claims on claims.id = claim_id
        where taken_id <> claim_id and rank <= 2 and claims.status <> 'published' order by claim_id, rank desc
    """
    values = {"ids": json.dumps(list(claim_ids)), "name": apart_from, "together": together}
    found = db.execute(sql, values)
    return {row[0]: Taken(row[1], Status(row[2]), row[3]) for row in found}
