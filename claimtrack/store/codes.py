"""What somebody decided on a desk since a given change: as rows that can be compared with another person's, on a copy of the desk."""

from __future__ import annotations

from typing import Any, NamedTuple

from sqlite_utils import Database

from claimtrack.store import rows

COLUMNS = ("what", "unit", "text", "code", "decided_by", "decided_at")

_DECISIONS = """
    with made as (
        select * from history where id > :until
    ), moved as (
        select claims.id as id, text, claims.status as status, max(made.id) as last,
            max(iif(old_row ->> 'status' = 'proposed', made.id, null)) as triaged
        from claims join made on table_name = 'claims' and row_id = claims.id
        where claims.id <= :claims and claims.status <> 'proposed' and old_row ->> 'status' <> new_row ->> 'status'
        group by claims.id
    )
    select 'triage' as what, cast(moved.id as text) as unit, text, case
        when status = 'rejected' then 'reject'
        when status = 'parked' then iif(last = triaged and moved.id in (select claim_id from match_clusters), 'duplicate', 'park')
        else 'accept' end as code, actor as decided_by, happened_at as decided_at
    from moved join made on made.id = triaged
    union all
    select 'speaker', moved.id || '', moved.text, coalesce(claimant, 'nobody'), actor, happened_at
    from moved join made on made.id = triaged join claim_overview on claim_overview.id = moved.id
    where moved.status <> 'rejected'
    union all
    select 'status', moved.id || '', text, status, actor, happened_at from moved join made on made.id = last
    union all
    select 'rating', claim_id || '', claim, rating, drafted_by, (
        select max(happened_at) from made where table_name = 'reviews' and row_id = review_overview.id
    ) as changed_at
    from review_overview
    where rating is not null and claim_id <= :claims and changed_at is not null and id in (
        select max(id) from reviews where origin = 'desk' and status <> 'withdrawn' group by claim_id
    )
    union all
    select 'tags', claims.id || '', text, coalesce((
        select group_concat(name, ', ') from (
            select name from claim_tags join tags on tags.id = tag_id where claim_id = claims.id and claim_tags.id in (
                select row_id from made where table_name = 'claim_tags'
            ) order by name
        )
    ), 'none'), actor, happened_at
    from claims join (
        select max(id) as last, claim_id from made where table_name in ('claims', 'claim_tags') group by claim_id
    ) as worked on worked.claim_id = claims.id join made on made.id = worked.last
    where claims.id <= :claims
    union all
    select 'pair', left_id || '-' || right_id, lefts.text || ' | ' || rights.text, judgement, judged_by, judged_at
    from matches join claims as lefts on lefts.id = left_id join claims as rights on rights.id = right_id
    where judgement <> 'unjudged' and right_id <= :claims and matches.id in (
        select row_id from made where table_name = 'matches'
    )
    union all
    select 'filed', coalesce('article ' || article_id || ', ' || span_start || '-' || span_end, text), text, 'yes', (
        select actor from made where table_name = 'claims' and row_id = claims.id and operation = 'insert'
    ), claims.created_at
    from claims left join appearances on appearances.id = (
        select min(id) from appearances where claim_id = claims.id and span_start is not null
    )
    where claims.id > :claims
"""
_CHANGE = "select id, happened_at, table_name, row_id from history where id = ?"
_BEGUN = "select happened_at, actor, table_name, row_id from history where id > ? order by id limit 1"


class Prepared(NamedTuple):
    """A desk when it was copied for the coders: its newest claim, and its newest change."""

    claims: int
    until: int
    change: tuple[Any, ...] | None


def prepared(db: Database) -> Prepared:
    """Return how far this desk had come."""
    claims, until = (
        rows.fetch_number(db, f"select max(id) from {table}") or 0 for table in ("claims", "history")
    )
    return Prepared(claims, until, _change(db, until))


def is_copy_of(db: Database, lesson: Prepared) -> bool:
    """Whether this desk has the newest change of the one that was prepared."""
    return _change(db, lesson.until) == lesson.change


def _change(db: Database, change_id: int) -> tuple[Any, ...] | None:
    found: tuple[Any, ...] | None = db.execute(_CHANGE, [change_id]).fetchone()
    return found


def first_step(db: Database, lesson: Prepared) -> tuple[Any, ...] | None:
    """Return when, by whom and to what the first change was made after the copy: no two people have the same. None if there is none."""
    found: tuple[Any, ...] | None = db.execute(_BEGUN, [lesson.until]).fetchone()
    return found


def decisions(db: Database, lesson: Prepared) -> list[dict[str, Any]]:
    """Return what was decided here since the copy, question by question: a row of `COLUMNS` for each claim, pair or new claim."""
    return list(db.query(_DECISIONS, {"claims": lesson.claims, "until": lesson.until}))
