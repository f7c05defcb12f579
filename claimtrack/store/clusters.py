"""Clusters: claims that people judged the same, read as one."""

from __future__ import annotations

import json
from collections import defaultdict
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sqlite_utils import Database


def members(db: Database, claim_id: int) -> list[int]:
    """The claim and all that are judged the same, directly or by way of others, by id."""
    sql = """
        with recursive cluster(id) as (
            select ?
            union
            select iif(m.left_id = cluster.id, m.right_id, m.left_id)
            from cluster join matches m on (m.left_id = cluster.id or m.right_id = cluster.id)
            where m.judgement = 'same'
        )
        select id from cluster order by id
    """
    return [row[0] for row in db.execute(sql, [claim_id])]


def same_as(db: Database, claim_ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """For each of these claims that is judged the same as others, the ids of those; the rest are left out."""
    sql = """
        with recursive cluster(claim_id, id) as (
            select value, value from json_each(?)
            union
            select cluster.claim_id, iif(m.left_id = cluster.id, m.right_id, m.left_id)
            from cluster join matches m on (m.left_id = cluster.id or m.right_id = cluster.id)
            where m.judgement = 'same'
        )
        select claim_id, id from cluster where id <> claim_id order by claim_id, id
    """
    found: defaultdict[int, list[int]] = defaultdict(list)
    for claim_id, other in db.execute(sql, [json.dumps(list(claim_ids))]):
        found[claim_id].append(other)
    return {claim_id: tuple(others) for claim_id, others in found.items()}


def occasions(db: Database, claim_ids: Sequence[int]) -> list[dict[str, Any]]:
    """Each time one of the claims was said, oldest first, as rows of appearance_overview with the `source` in words.

    An article that changed and was read again counts once, as it stands in its newest version.
    """
    sql = """
        with wanted as (select value as claim_id from json_each(?))
        select overview.*, articles.source from appearance_overview as overview
        join articles on articles.id = overview.article_id
        where claim_id in (select claim_id from wanted)
            and not exists (
                select 1 from articles as newer
                join appearances as again on again.article_id = newer.id
                where newer.previous_id = overview.article_id
                    and again.claim_id in (select claim_id from wanted)
            )
        order by overview.seen_on, overview.id
    """
    return list(db.query(sql, [json.dumps(list(claim_ids))]))


def verdict(db: Database, claim_ids: Sequence[int]) -> dict[str, Any] | None:
    """The published review that holds for the claims: our own before others', then the newest; else None."""
    sql = """
        select * from review_overview
        where claim_id in (select value from json_each(?)) and status = 'published' and rating is not null
        order by is_desk desc, reviewed_on desc, id desc limit 1
    """
    return next(iter(db.query(sql, [json.dumps(list(claim_ids))])), None)
