"""The published verdicts about which readers can no longer be sure, each with what puts it in doubt, since when and by whom."""

from __future__ import annotations

import json
from typing import Any

from sqlite_utils import Database

from claimtrack.core.desk.doubts import Doubt
from claimtrack.core.model import SET_ASIDE, Judgement, NoteStep
from claimtrack.store import articles
from claimtrack.store.notes import WHY_HELD
from claimtrack.store.views import any_of

KEYS = (
    "claim_id", "claim", "doubt", "about", "review_id", "rating", "article_id", "reworded_as", "marked_at", "marked_by", "note",
)  # fmt: skip
"""The keys of the rows that `current` returns."""

# Each doubt: its claim, the review that readers have or had, what it is about, its note, and the change in history that marked it.
_HELD = f"""
    select '{Doubt.HELD}' as doubt, reviews.claim_id as claim_id, reviews.id as review_id, null as about, null as article_id,
        ({WHY_HELD}) as note,
        (
            select max(id) from history
            where table_name = 'reviews' and row_id = reviews.id and new_row ->> 'held_on' is not null
                and old_row ->> 'held_on' is null
        ) as change_id
    from reviews where held_on is not null {{only}}
"""
_WITHDRAWN = f"""
    select '{Doubt.WITHDRAWN}', gone.claim_id, gone.id, null, null, gone.note, (
        select max(history.id) from history
        where table_name = 'reviews' and row_id = gone.id and new_row ->> 'status' = 'withdrawn' and old_row ->> 'status' = 'published'
    )
    from (
        select max(id) as id, claim_id, correction_note as note from reviews
        where status = 'withdrawn' and origin = 'desk' {{only}} and exists (
            select 1 from history where table_name = 'reviews' and row_id = reviews.id and new_row ->> 'status' = 'published'
        )
        group by claim_id
    ) as gone
    cross join claims on claims.id = gone.claim_id and claims.status not in {any_of(SET_ASIDE)}
    where gone.claim_id not in (select claim_id from ours)
"""
_EVIDENCE_RETRACTED = f"""
    select '{Doubt.EVIDENCE_RETRACTED}', evidence.claim_id, ours.review_id, coalesce(url, source), null, retracted_note,
        (
            select max(history.id) from history
            where table_name = 'evidence' and row_id = evidence.id and new_row ->> 'retracted_on' is not null
                and old_row ->> 'retracted_on' is null
        )
    from ours cross join evidence on evidence.claim_id = ours.claim_id
    where +retracted_on is not null  -- the + keeps SQLite from reading all marked evidence for each claim
"""
# Only claims with an article that changed or was withdrawn: to count the occasions of all published ones takes seconds. Of several articles
# it is that with the newest mark, as the marks before may be settled.
_ARTICLE = f"""
    select iif(dropped_by_id = from_id, '{Doubt.ARTICLE_WITHDRAWN}', '{Doubt.ARTICLE_CHANGED}'), claim_id, review_id, null, dropped_by_id,
        withdrawn_note, max(change_id)
    from (
        select gone.claim_id, gone.review_id, claim_occasions.article_id as from_id, dropped_by_id, newer.withdrawn_note,
            coalesce(
                (
                    select max(history.id) from history
                    where table_name = 'articles' and row_id = newer.id and (
                        old_row ->> 'previous_id' is not new_row ->> 'previous_id'
                        or old_row ->> 'withdrawn_on' is not new_row ->> 'withdrawn_on'
                    )
                ),
                0
            ) as change_id
        from (
            select distinct ours.claim_id as claim_id, ours.review_id as review_id
            from ours cross join appearances on appearances.claim_id = ours.claim_id
            cross join articles on articles.id = appearances.article_id
            where articles.withdrawn_on is not null or exists (
                select 1 from articles as newer
                where newer.previous_id = articles.id and not exists (
                    select 1 from appearances as again where again.article_id = newer.id and again.claim_id = ours.claim_id
                )
            )
        ) as gone
        cross join claim_occasions on claim_occasions.claim_id = gone.claim_id and dropped_by_id is not null
        cross join articles as newer on newer.id = dropped_by_id
    )
    group by claim_id
"""
# A verdict that was signed after the mark takes it into account; a note that settles it says why it stays so.
_SETTLED = f"""
    exists (
        select 1 from notes
        cross join history as written
            on written.table_name = 'notes' and written.row_id = notes.id and written.operation = 'insert'
        where notes.claim_id = doubts.claim_id and notes.step = '{NoteStep.SETTLE}' and iif(
            -- Written here: then the order counts, for a clock may have been put back.
            notes.created_at = written.happened_at,
            written.id > marks.id,
            -- Notes of a copy keep their time, marks get that of the import: it repeats both in their order.
            notes.created_at >= marks.happened_at or exists (
                select 1 from copy_imports
                where marks.id between first_change and last_change and written.id between marks.id and last_change
            )
        )
    )
    or exists (
        select 1 from reviews cross join history on table_name = 'reviews' and row_id = reviews.id
        where reviews.claim_id = doubts.claim_id and reviews.status = 'published' and origin = 'desk' and history.id > marks.id
            and new_row ->> 'status' = 'approved' and old_row ->> 'status' <> 'approved'
    )
"""
# As a subquery, because SQLite would otherwise search for the claim among all reviews of the desk.
_OF_CLAIM = "and reviews.id in (select id from reviews where claim_id = :claim_id)"
_DOUBTS = f"""
    with ours (claim_id, review_id) as materialized (
        select claim_id, min(reviews.id) from reviews join publishers on publishers.id = publisher_id and is_desk = 1
        where reviews.status = 'published' {{only}} group by claim_id
    ),
    doubts as materialized ({" union all ".join((_HELD, _WITHDRAWN, _EVIDENCE_RETRACTED, _ARTICLE))})
    select doubts.*, marks.happened_at as marked_at, marks.actor as marked_by
    from doubts left join history as marks on marks.id = change_id
    where doubt = '{Doubt.HELD}' or not coalesce({_SETTLED}, false)
"""


# The claims of the newer article that were found similar to the one it no longer has, and not judged different.
_REWORDED_AS = f"""
    select json_group_array(distinct other.claim_id)
    from appearances as other
    cross join matches on left_id = min(other.claim_id, found.claim_id) and right_id = max(other.claim_id, found.claim_id)
    where other.article_id = found.article_id and doubt = '{Doubt.ARTICLE_CHANGED}' and judgement <> '{Judgement.DIFFERENT}'
"""


def current(
    db: Database, *, claim_id: int | None = None, after: int = 0, limit: int | None = None
) -> list[dict[str, Any]]:
    """Return what is in doubt, on the desk or of one claim, the newest mark first: rows with KEYS.

    A verdict that is held; one that was withdrawn, of a claim that has none since; a published one of which evidence was retracted, or an article
    with the claim was withdrawn or no longer has it, with the claims that it may now be `reworded_as`. All but the first are settled by a
    note of the step SETTLE, or by a verdict that was signed since. Only those marked `after` that change in history.
    """
    doubts = _DOUBTS.format(only="" if claim_id is None else _OF_CLAIM)
    sql = f"""
        select found.claim_id as claim_id, claims.text as claim, doubt, about, review_id, ratings.name as rating, article_id, ({_REWORDED_AS}) as reworded_as,
            marked_at, marked_by, note
        from (select * from ({doubts}) where coalesce(change_id, 1) > :after order by marked_at desc, claim_id limit :limit) as found
        cross join claims on claims.id = found.claim_id
        left join reviews on reviews.id = review_id
        left join ratings on ratings.id = reviews.rating_id
        order by marked_at desc, found.claim_id
    """
    found = list(
        db.query(sql, {"claim_id": claim_id, "after": after, "limit": -1 if limit is None else limit})
    )
    called = articles.names(db, {row["article_id"] for row in found if row["article_id"]})
    return [
        {
            **row,
            "about": called.get(row["article_id"], row["about"]),
            "reworded_as": json.loads(row["reworded_as"]),
        }
        for row in found
    ]
