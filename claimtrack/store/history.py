"""History: the changes that the triggers record."""

from __future__ import annotations

from math import isclose
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

    from claimtrack.store.history_ranges import HistoryRange

# Rows of history only have ids. `about` gives the name of a tag, or of the article of an appearance without a quote; the other columns
# give the names of a review's ratings and publisher, of the claimant of a claim or an appearance, and of the main name to which a
# claimant's name was joined.
_COLUMNS = """
    id, happened_at, actor, operation, table_name, row_id, old_row, new_row,
    case
        when table_name = 'claim_tags' then (
            select name from tags where tags.id = json_extract(coalesce(new_row, old_row), '$.tag_id')
        )
        when table_name = 'appearances' and operation <> 'update' and coalesce(new_row, old_row) ->> 'quote' is null then (
            select coalesce(title, url, source) from articles where id = coalesce(new_row, old_row) ->> 'article_id'
        )
    end as about,
    (select name from ratings where table_name = 'reviews' and ratings.id = old_row ->> 'rating_id') as old_rating,
    (select name from ratings where table_name = 'reviews' and ratings.id = new_row ->> 'rating_id') as new_rating,
    (
        select name from publishers
        where table_name = 'reviews' and publishers.id = coalesce(new_row, old_row) ->> 'publisher_id'
    ) as publisher,
    (select file from copy_imports where history.id between first_change and last_change) as copy,
    (select name from claimants where claimants.id = old_row ->> 'claimant_id') as old_claimant,
    (select name from claimants where claimants.id = new_row ->> 'claimant_id') as new_claimant,
    (select name from claimants where table_name = 'claimants' and claimants.id = old_row ->> 'name_of_id') as name_of_old,
    (select name from claimants where table_name = 'claimants' and claimants.id = new_row ->> 'name_of_id') as name_of_new
"""

_IS_INFORMATIVE = "exists (select 1 from recent_changes where recent_changes.id = history.id)"
"""SQL for changes worth showing: not that a claim was carried over to the next version of its article."""


# A match concerns two claims but is filed under the lower id: hence the second part, which leaves out other pairs that had
# the same match id before. A change of a claimant's name concerns all of its claims: joined, split or renamed.
_OF_CLAIMS = """id in (
    select id from history where claim_id in ({claims})
    union
    select id from history
    where table_name = 'matches' and row_id in (select id from matches where right_id in ({claims}))
        and (old_row ->> 'right_id' in ({claims}) or new_row ->> 'right_id' in ({claims}))
    union
    select history.id
    from claims
    join standing_claimants as named on named.id = claims.claimant_id
    cross join history on table_name = 'claimants' and row_id in (named.id, standing_id)
    where claims.id in ({claims}) and operation = 'update' and (
            old_row ->> 'name' is not new_row ->> 'name'
            or row_id = named.id and old_row ->> 'name_of_id' is not new_row ->> 'name_of_id'
        )
)"""
_OF_CLAIM = _OF_CLAIMS.format(claims=":id")
_OF_ARTICLE = _OF_CLAIMS.format(claims="select claim_id from appearances where article_id = :article_id")


def of_claim(db: Database, claim_id: int) -> Iterator[dict[str, Any]]:
    """Yield every change of a claim and of what belongs to it, newest first, read lazily; rows are JSON text.

    Appearances carried over to newer versions of articles are left out.
    """
    sql = f"select {_COLUMNS} from history where {_OF_CLAIM} and {_IS_INFORMATIVE} order by id desc"
    yield from db.query(sql, {"id": claim_id})


def of_desk(
    db: Database,
    *,
    article_id: int | None = None,
    since: str | None,
    until: str | None,
    actor: str | None,
    limit: int,
) -> Iterator[dict[str, Any]]:
    """Yield the newest changes of the desk, or of the claims of an article, in this period and by this person; rows are JSON text.

    The matcher's suggestions and appearances carried over are left out. Read lazily: a desk of 100,000 claims has a million changes.
    """
    # The index on happened_at only finds the bounds: used for the rest (hence the +), all changes would be sorted before the first is read.
    bounds = [
        f"+happened_at {side} and id {end} (select {edge}(id) from history where happened_at {side})"
        for moment, side, end, edge in ((since, ">= :since", ">=", "min"), (until, "< :until", "<=", "max"))
        if moment is not None
    ]
    sql = f"""
        select {_COLUMNS}, claim_id from history
        where {" and ".join(["true", *bounds])}
            and (:actor is null or one_name(actor) = one_name(:actor))
            and not (
                table_name = 'matches' and coalesce(new_row, old_row) ->> 'judgement' = 'unjudged'
                and coalesce(old_row, new_row) ->> 'judgement' = 'unjudged'
            )
            and {_IS_INFORMATIVE}
            {"" if article_id is None else f"and {_OF_ARTICLE}"}
        order by id desc limit :limit
    """
    told = {"since": since, "until": until, "actor": actor, "limit": limit, "article_id": article_id}
    yield from db.query(sql, told)


def of_row_since(db: Database, table_name: str, row_id: int, change_id: int) -> list[dict[str, Any]]:
    """Return the changes of one row after a given change, oldest first; rows are JSON text."""
    sql = f"""
        select {_COLUMNS} from history
        where table_name = ? and row_id = ? and id > ? order by id
    """
    return list(db.query(sql, [table_name, row_id, change_id]))


def due_days_of_withdrawal(db: Database, article_id: int) -> dict[int, bool]:
    """Return the claims that the last withdrawal of an article made due, and whether each still has that day, unchanged since.

    It set the days in its transaction, directly after the mark, on published claims without a day. Afterwards there are none of these
    among its claims, so nobody's own change continues the sequence.
    """
    sql = """
        with recursive mark (id) as (
            select max(id) from history
            where table_name = 'articles' and row_id = ? and operation = 'update'
                and old_row ->> 'withdrawn_on' is null and new_row ->> 'withdrawn_on' is not null
        ),
        made_due (id) as (
            select id from mark
            union all
            select history.id from made_due cross join history on history.id = made_due.id + 1
            where table_name = 'claims' and operation = 'update' and new_row ->> 'status' = 'published'
                and old_row ->> 'due_on' is null and new_row ->> 'due_on' is not null
        )
        select claim_id, not exists (
            select 1 from history as later
            where later.table_name = 'claims' and later.row_id = made.claim_id and later.id > made.id
                and later.old_row ->> 'due_on' is not later.new_row ->> 'due_on'
        )
        from made_due cross join history as made using (id) where table_name = 'claims'
    """
    return {claim_id: bool(is_unchanged) for claim_id, is_unchanged in db.execute(sql, [article_id])}


def actors_of(db: Database, changes: HistoryRange) -> set[str | None]:
    """Return who made these changes."""
    sql = "select distinct actor from history where id > ? and id <= ?"
    return {row[0] for row in db.execute(sql, changes)}


def is_equal(one: Any, other: Any) -> bool:
    """Whether two values are the same, as far as history prints them."""
    if isinstance(one, float) and isinstance(other, float):
        return isclose(one, other, rel_tol=1e-12)  # history prints 15 digits
    return bool(one == other)
