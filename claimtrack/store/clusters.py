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
    sql = "select member_id from cluster_members where claim_id = ? order by member_id"
    return [row[0] for row in db.execute(sql, [claim_id])]


def same_as(db: Database, claim_ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """For each of these claims that is judged the same as others, the ids of those; the rest are left out."""
    sql = """
        select claim_id, member_id from cluster_members
        where claim_id in (select value from json_each(?)) and member_id <> claim_id
        order by claim_id, member_id
    """
    found: defaultdict[int, list[int]] = defaultdict(list)
    for claim_id, other in db.execute(sql, [json.dumps(list(claim_ids))]):
        found[claim_id].append(other)
    return {claim_id: tuple(others) for claim_id, others in found.items()}


def occasions(db: Database, claim_id: int) -> list[dict[str, Any]]:
    """Each time the claim or one judged the same was said, oldest first: rows of appearance_overview and their `source`.

    An article that changed and was read again counts once, as it stands in its newest version.
    """
    sql = """
        select overview.*, articles.source
        from claim_occasions
        join appearance_overview as overview on overview.id = claim_occasions.appearance_id
        join articles on articles.id = claim_occasions.article_id
        where claim_occasions.claim_id = ?
        order by coalesce(overview.seen_on, overview.filed_on), overview.id
    """
    return list(db.query(sql, [claim_id]))


def verdict(db: Database, claim_ids: Sequence[int]) -> dict[str, Any] | None:
    """The published review that holds for the claims: our own before others', then the newest; else None."""
    sql = """
        select * from review_overview
        where claim_id in (select value from json_each(?)) and status = 'published' and rating is not null
        order by is_desk desc, reviewed_on desc, id desc limit 1
    """
    return next(iter(db.query(sql, [json.dumps(list(claim_ids))])), None)
