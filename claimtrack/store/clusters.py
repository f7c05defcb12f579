"""Clusters: claims that people judged the same, treated as one."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any, NamedTuple

from sqlite_utils import Database

from claimtrack.core.desk.verdicts import Verdict, find_contradictions
from claimtrack.core.model import Status
from claimtrack.store import rows
from claimtrack.store.views import NOT_SET_ASIDE

if TYPE_CHECKING:
    from claimtrack.core.desk.verdicts import VerdictPair


def members(db: Database, claim_id: int) -> list[int]:
    """Return the ids of the claim and of all claims judged the same, directly or through others."""
    sql = "select member_id from cluster_members where claim_id = ? order by member_id"
    return rows.fetch_numbers(db, sql, [claim_id])


# Parked while it was proposed, as triage does with a duplicate: not one that was filed as parked, or parked later.
_IS_PARKED_DUPLICATE = """
    status = 'parked' and 'proposed' is (
        select old_row ->> 'status' from history
        where table_name = 'claims' and row_id = member_id and operation = 'update'
            and old_row ->> 'status' <> new_row ->> 'status'
        order by history.id desc limit 1
    )
"""


def parked_duplicates(db: Database, claim_id: int) -> list[int]:
    """Return the other claims judged the same that triage parked as duplicates."""
    sql = f"""
        select member_id from cluster_members join claims on claims.id = member_id
        where claim_id = ? and member_id <> claim_id and {_IS_PARKED_DUPLICATE} order by member_id
    """
    return rows.fetch_numbers(db, sql, [claim_id])


def was_parked_as_repeat(db: Database, claim_id: int) -> bool:
    """Whether the claim was parked in triage while it was judged the same as another, and still is both."""
    sql = f"""
        select exists (
            select 1 from matches
            cross join history as judged on judged.table_name = 'matches' and judged.row_id = matches.id
            where (left_id = member_id or right_id = member_id) and +judgement = 'same'  -- by its ids, not by the judgement
                and judged.new_row ->> 'judgement' = 'same'
                and judged.id < (
                    select max(id) from history
                    where table_name = 'claims' and row_id = member_id and new_row ->> 'status' <> old_row ->> 'status'
                )
        )
        from (select id as member_id, status from claims where id = ?) where {_IS_PARKED_DUPLICATE}
    """
    return bool(rows.fetch_number(db, sql, [claim_id]))


def left_triage_as_repeat(db: Database, claim_id: int) -> bool:
    """Whether a judgement of same took the claim out of triage, and a person did not: it is parked since, or rejected with what it repeats."""
    sql = """
        select change.old_row ->> 'status', change.new_row ->> 'status',
            cause.table_name = 'matches' and cause.new_row ->> 'judgement' = 'same'
                and change.row_id in (cause.new_row ->> 'left_id', cause.new_row ->> 'right_id'),
            cause.table_name = 'claims' and cause.row_id <> change.row_id
                and cause.new_row ->> 'status' = 'rejected' and cause.old_row ->> 'status' <> 'rejected'
        from history as change left join history as cause on cause.id = change.id - 1
        where change.table_name = 'claims' and change.row_id = ? and change.operation = 'update'
            and change.old_row ->> 'status' <> change.new_row ->> 'status'
        order by change.id desc limit 2
    """
    changes = db.execute(sql, [claim_id]).fetchall()
    if changes and changes[0][:2] == (Status.PARKED, Status.REJECTED) and changes[0][3]:
        del changes[0]  # rejected in triage together with the claim that it repeats
    was, is_now, is_judged = changes[0][:3] if changes else (None, None, False)
    return was == Status.PROPOSED and is_now in (Status.PARKED, Status.REJECTED) and bool(is_judged)


def has_remaining_member(db: Database, claim_id: int) -> bool:
    """Whether another claim of the cluster is neither rejected nor parked as a duplicate, so that the others can repeat it."""
    sql = f"""
        select exists (
            select 1 from cluster_members join claims on claims.id = member_id
            where claim_id = ? and member_id <> claim_id and status <> 'rejected' and not ({_IS_PARKED_DUPLICATE})
        )
    """
    return bool(rows.fetch_number(db, sql, [claim_id]))


class Standing(NamedTuple):
    """Where a claim stands that others repeat, how often it and the claims judged the same were said, and their verdict.

    `rated_by` is the publisher of the rating, None for our desk; `held_on` since when readers do not get it.
    """

    claim_id: int
    status: Status
    assignee: str | None
    appearances: int
    rating: str | None = None
    rated_by: str | None = None
    held_on: str | None = None


def find_standing(db: Database, claim_id: int) -> Standing | None:
    """Return what stands for a claim that is parked as a repeat: of the others judged the same and not rejected the oldest that is not parked."""
    sql = f"""
        select member_id, status, assignee,
            (select count(*) from claim_occasions where claim_occasions.claim_id = :id), rating, rated_by, held_on
        from cluster_members join claims on claims.id = member_id
        left join claim_verdicts on claim_verdicts.claim_id = :id
        where cluster_members.claim_id = :id and member_id <> :id and status <> 'rejected'
        order by {_IS_PARKED_DUPLICATE}, status = 'parked', member_id limit 1
    """
    found = db.execute(sql, {"id": claim_id}).fetchone()
    return Standing(found[0], Status(found[1]), *found[2:]) if found else None


def unchecked(db: Database, claim_ids: Iterable[int]) -> tuple[Standing, ...]:
    """Return those of these claims that are parked, and judged the same as none that is not parked or rejected, too: nobody checks them."""
    sql = f"""
        select id, status, assignee, (select count(*) from claim_occasions where claim_occasions.claim_id = claims.id),
            rating, rated_by, held_on
        from claims left join claim_verdicts on claim_verdicts.claim_id = claims.id
        where id in (select value from json_each(?)) and status = 'parked' and not exists (
            select 1 from cluster_members join claims as other on other.id = member_id
            where cluster_members.claim_id = claims.id and other.{NOT_SET_ASIDE}
        )
        order by id
    """
    found = db.execute(sql, [json.dumps(list(claim_ids))])
    return tuple(Standing(row[0], Status(row[1]), *row[2:]) for row in found)


def same_as(db: Database, claim_ids: Sequence[int]) -> dict[int, tuple[int, ...]]:
    """Return the ids of the claims judged the same as each of these; claims without any are left out."""
    # The members of each cluster once, not once for each of these claims: all of them may be of one cluster.
    sql = """
        select cluster_id, claim_id from match_clusters
        where cluster_id in (select cluster_id from match_clusters where claim_id in (select value from json_each(?)))
        order by cluster_id, claim_id
    """
    asked = set(claim_ids)
    clusters: defaultdict[int, list[int]] = defaultdict(list)
    for cluster_id, member in db.execute(sql, [json.dumps(list(claim_ids))]):
        clusters[cluster_id].append(member)
    return {
        claim_id: tuple(other for other in cluster if other != claim_id)
        for cluster in clusters.values()
        for claim_id in asked.intersection(cluster)
    }


def occasions(db: Database, claim_id: int) -> list[dict[str, Any]]:
    """Return each time the claim or one judged the same was said, oldest first: rows of appearance_overview, with their `source`.

    An article counts once for each speaker and day, however often it has the claim. An article read in several versions
    counts once, as in the last version with the claim: `first_seen` and `last_seen` are the days over all
    versions, `dropped_by_id` the next version, which no longer has it, or the version itself if its outlet withdrew it.
    """
    sql = """
        with recursive said as materialized (  -- of a large cluster once, not once for each occasion
            select appearance_id, article_id, seen_on from claim_sightings where claim_id = :claim_id
        ),
        versions (appearance_id, article_id, dropped_by_id) as (
            select appearance_id, article_id, dropped_by_id from claim_occasions where claim_id = :claim_id
            union
            select appearance_id, previous_id, dropped_by_id from versions join articles on articles.id = article_id
            where previous_id is not null
        )
        select overview.*, articles.source, dropped_by_id, min(said.seen_on) as first_seen, max(said.seen_on) as last_seen
        from versions
        join appearance_overview as overview on overview.id = versions.appearance_id
        join said on said.article_id = versions.article_id
            and (said.article_id <> overview.article_id or said.appearance_id = overview.id)
        join articles on articles.id = overview.article_id
        group by overview.id
        order by coalesce(min(said.seen_on), overview.filed_on), overview.id
    """
    return list(db.query(sql, {"claim_id": claim_id}))


def count_withdrawn(db: Database, claim_ids: Iterable[int]) -> dict[int, int]:
    """Return how many occasions of each of these claims were in an article that its outlet has withdrawn, if any was."""
    sql = """
        select occasions.claim_id, count(*)
        from claim_occasions as occasions cross join appearance_overview as overview on overview.id = appearance_id
        where occasions.claim_id in (select value from json_each(?)) and dropped_by_id is not null and withdrawn_on is not null
        group by occasions.claim_id
    """
    is_any = db.execute("select exists (select 1 from articles where withdrawn_on is not null)").fetchone()
    return dict(db.execute(sql, [json.dumps(list(claim_ids))])) if is_any[0] else {}


def verdicts(db: Database, claim_ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """Return the published review that applies to each of these claims, its own or of one judged the same; claims without are left out.

    Our own desk's reviews take precedence, among these the one on the claim itself, then the newest.
    """
    sql = """
        select claim_verdicts.claim_id as of_claim, review_overview.*
        from claim_verdicts cross join review_overview on review_overview.id = review_id
        where claim_verdicts.claim_id in (select value from json_each(?))
    """
    return {row.pop("of_claim"): row for row in db.query(sql, [json.dumps(list(claim_ids))])}


def withdrawn_ratings(db: Database, claims: Iterable[Mapping[str, Any]], key: str = "id") -> dict[int, str]:
    """Return the rating of our newest withdrawn verdict for each of these claims that has no `rating` now.

    The verdict may be on a claim judged the same. Claims are rows like those of claim_overview, with their id under `key`;
    claims without such a verdict are left out.
    """
    sql = """
        select cluster_members.claim_id, ratings.name
        from cluster_members
        join reviews on reviews.claim_id = cluster_members.member_id
        join ratings on ratings.id = reviews.rating_id
        where cluster_members.claim_id in (select value from json_each(?))
            and origin = 'desk' and status = 'withdrawn' and correction_note is not null
            and claim_reviewed is not null -- without that it was a correction that no reader ever had
        order by withdrawn_on, reviews.id
    """
    unrated = [row[key] for row in claims if not row["rating"]]
    return dict(db.execute(sql, [json.dumps(unrated)]).fetchall()) if unrated else {}


def review_urls(db: Database, claims: Iterable[Mapping[str, Any]]) -> dict[int, str]:
    """Return where readers find the review that gave the `rating`, for each of these rows of claim_overview that has an address."""
    sql = """
        select claim_verdicts.claim_id, reviews.url
        from claim_verdicts join reviews on reviews.id = claim_verdicts.review_id
        where claim_verdicts.claim_id in (select value from json_each(?)) and reviews.url is not null and reviews.held_on is null
    """
    rated = [row["id"] for row in claims if row["rating"]]
    return dict(db.execute(sql, [json.dumps(rated)]).fetchall()) if rated else {}


def contradicting_verdicts(
    db: Database, claim_id: int | None = None, *, as_if_published: int | None = None
) -> list[VerdictPair]:
    """Return each pair of our published verdicts that contradict each other, within the cluster of a claim or within any; by id.

    The review `as_if_published` counts, whatever its state.
    """
    sql = """
        select cluster_id, reviews.claim_id, reviews.id, ratings.name, ratings.value, rating_scales.worst, rating_scales.best
        from match_clusters
        cross join reviews on reviews.claim_id = match_clusters.claim_id
        join ratings on ratings.id = reviews.rating_id
        join rating_scales on rating_scales.id = ratings.scale_id
        where (reviews.status = 'published' and reviews.origin = 'desk' or reviews.id = :as_if_published)
            and (:id is null or cluster_id = (select cluster_id from match_clusters where claim_id = :id))
        order by cluster_id, reviews.claim_id, reviews.id
    """
    published = db.execute(sql, {"id": claim_id, "as_if_published": as_if_published})
    return [
        pair
        for _, members in groupby(published, key=itemgetter(0))
        for pair in find_contradictions(Verdict(*row[1:]) for row in members)
    ]
