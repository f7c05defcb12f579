"""What changes of history did, and what was done since, to tell whether they can be undone."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.store import rows

if TYPE_CHECKING:
    from claimtrack.store.history_ranges import HistoryRange

# Tables that a decision on a claim or an import can change. A name added along the way is kept, because others may use it.
RESTORED_TABLES = (
    "articles", "claims", "appearances", "matches", "notes", "evidence", "claim_tags", "claimants", "tags", "former_names",
    "interventions", "reviews", "ratings", "rating_scales", "publishers",
)  # fmt: skip
# The + before `table_name` keeps SQLite from reading all changes of a table instead, by the index history_row.
IN_RANGE = "id > :after and id <= :until"
FILED_CLAIMS = (
    f"select row_id from history where {IN_RANGE} and +table_name = 'claims' and operation = 'insert'"
)


def count_still_filed(db: Database, done: HistoryRange) -> int:
    """Return how many of the claims filed by these changes still exist."""
    sql = f"select count(*) from claims where id in ({FILED_CLAIMS})"
    return rows.fetch_number(db, sql, done._asdict()) or 0


def is_taken_back(db: Database, done: HistoryRange) -> bool:
    """Whether these changes filed claims, and none of them is here any more."""
    sql = f"select count(*) > 0 and min(row_id not in (select id from claims)) from ({FILED_CLAIMS})"
    return bool(rows.fetch_number(db, sql, done._asdict()))


def count_touched(db: Database, done: HistoryRange) -> tuple[int, int, int]:
    """Return how many claims these changes filed, how many others they changed, and how many pairs they judged."""
    sql = f"""
        with filed (id) as ({FILED_CLAIMS})
        select
            (select count(*) from filed),
            count(distinct claim_id) filter (where table_name <> 'matches' and claim_id not in filed),
            (
                select count(distinct row_id) from history
                where {IN_RANGE} and +table_name = 'matches' and coalesce(old_row ->> 'judgement', 'unjudged') <> new_row ->> 'judgement'
            )
        from recent_changes where {IN_RANGE}
    """
    filed, others, judged = db.execute(sql, done._asdict()).fetchone()
    return filed, others, judged


def tables_beyond_imports(db: Database, done: HistoryRange) -> list[str]:
    """Return the tables with changes in this range that no import makes, such as reviews for one of our own."""
    sql = f"""
        select distinct table_name from history
        where {IN_RANGE} and (
            table_name not in (select value from json_each(:tables))
            or table_name = 'reviews' and coalesce(new_row, old_row) ->> 'origin' = 'desk'
            or table_name = 'publishers' and coalesce(new_row, old_row) ->> 'is_desk' = 1
        )
    """
    told = {**done._asdict(), "tables": json.dumps(RESTORED_TABLES)}
    return [table for (table,) in db.execute(sql, told)]


def reviews_signed(db: Database, done: HistoryRange) -> list[int]:
    """Return the reviews of ours that these changes published or withdrew, or whose earlier approval they ended."""
    sql = f"""
        with changes as (select * from history where {IN_RANGE} and +table_name = 'reviews')
        select distinct row_id from changes
        where operation = 'update' and new_row ->> 'origin' = 'desk' and old_row ->> 'status' <> new_row ->> 'status'
            and (
                'published' in (old_row ->> 'status', new_row ->> 'status')
                or old_row ->> 'status' = 'approved' and row_id not in (select row_id from changes where operation = 'insert')
            )
        order by 1
    """
    return rows.fetch_numbers(db, sql, done._asdict())


def claims_worked_on(
    db: Database, done: HistoryRange, since: int
) -> list[tuple[int, str | None, int | None]]:
    """Return the claims filed or completed by these changes on which somebody has worked `since`, with who did, unless it was undone.

    Third is the other claim, if the work was to judge the two.
    """
    sql = f"""
        with filed (id) as (
            select row_id from history where {IN_RANGE} and +table_name = 'claims' and old_row ->> 'text' <> new_row ->> 'text'
            intersect
            select claim_id from history where {IN_RANGE} and +table_name = 'appearances' and operation = 'insert'
            union
            {FILED_CLAIMS}
        ),
        since as (
            select claim_id, actor, first_value(old_row) over one_row as before, last_value(new_row) over one_row as now
            from history
            where claim_id in filed and id > :since and table_name <> 'matches'
            window one_row as (
                partition by table_name, row_id order by id rows between unbounded preceding and unbounded following
            )
        ),
        judged as (
            select * from matches
            where judgement <> 'unjudged' and (left_id in filed or right_id in filed) and exists (
                select 1 from history
                where table_name = 'matches' and row_id = matches.id and history.id > :since
                    and new_row ->> 'judgement' is not old_row ->> 'judgement'
            )
        )
        select claim_id, actor, null from since where before is not now
        union
        select left_id, judged_by, right_id from judged where left_id in filed
        union
        select right_id, judged_by, left_id from judged where right_id in filed
        order by 1, 3
    """
    return list(db.execute(sql, {**done._asdict(), "since": since}))


def articles_extended(db: Database, done: HistoryRange) -> list[int]:
    """Return the articles read by these changes that have another version after or before them, more text or more claims since."""
    sql = f"""
        select id from articles
        where text is not null and id in (
            select row_id from history
            where {IN_RANGE} and +table_name = 'articles' and (operation = 'insert' or old_row ->> 'text_sha256' <> new_row ->> 'text_sha256')
        ) and (
            exists (
                select 1 from articles as newer
                where newer.previous_id = articles.id and newer.id not in (
                    select row_id from history
                    where {IN_RANGE} and +table_name = 'articles' and old_row ->> 'previous_id' is not new_row ->> 'previous_id'
                )
            )
            or (text_sha256, previous_id) is not (
                select new_row ->> 'text_sha256', new_row ->> 'previous_id' from history
                where table_name = 'articles' and row_id = articles.id and id <= :until order by id desc limit 1
            )
            or exists (
                select 1 from appearances
                where article_id = articles.id and not exists (
                    select 1 from history
                    where table_name = 'appearances' and row_id = appearances.id and operation = 'insert' and id <= :until
                )
            )
        )
        order by id
    """
    return rows.fetch_numbers(db, sql, done._asdict())
