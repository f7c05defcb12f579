"""What waits for somebody: the queues of the desk, each read by an index, a page at a time."""

from __future__ import annotations

import json
import re
from itertools import islice
from typing import TYPE_CHECKING, Any

from claimtrack.core.desk.actors import one_name
from claimtrack.core.desk.decisions import WaitingPairs
from claimtrack.core.model import IN_HAND, ReviewStatus, Suggestion
from claimtrack.store import rows
from claimtrack.store.views import (
    BY_PRIORITY,
    FLAGGED,
    IN_ARTICLE,
    NOT_DONE,
    SPELLINGS,
    any_of,
    claims_in_order,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database

    from claimtrack.core.model import Status

Row = dict[str, Any]

_IN_HAND = f"status in {any_of(IN_HAND)}"
"""SQL for claims that somebody works on, or will."""

_LAST_NOTES = 2_000
"""How many notes are looked through for names: of a big desk not all."""

_PROPOSED_CRITERIA = {"article_id": IN_ARTICLE, "min_score": "score >= :min_score", "flag": FLAGGED}
"""SQL for what may be asked of claims that are proposed."""


def count_by_status(db: Database) -> dict[str, int]:
    """How many claims stand at each status, in the desk's order."""
    return {row[0]: row[1] for row in db.execute("select status, claims from status_counts")}


def proposed_ids(
    db: Database,
    *,
    article_id: int | None = None,
    min_score: float = 0.0,
    flag: str | None = None,
    limit: int | None = None,
    offset: int = 0,
) -> list[int]:
    """Ids of proposed claims, most worth checking first; a claim without a score comes last.

    `min_score` above 0 leaves out the claims that score less, and those without a score.
    """
    told = {"article_id": article_id, "min_score": min_score or None, "flag": flag}
    asked = "".join(f" and {_PROPOSED_CRITERIA[name]}" for name, value in told.items() if value is not None)
    sql = f"""
        select id from claims where status = 'proposed'{asked} order by score desc, id limit :limit offset :offset
    """
    return rows.fetch_numbers(db, sql, {**told, "limit": -1 if limit is None else limit, "offset": offset})


def count_in_article(db: Database, article_id: int, status: Status) -> int:
    """How many claims of an article have a status."""
    sql = f"select count(*) from claims where status = :status and {IN_ARTICLE}"
    return rows.fetch_number(db, sql, {"article_id": article_id, "status": status}) or 0


def of_status(db: Database, status: Status, *, limit: int) -> list[Row]:
    """The newest claims of a status."""
    sql = "select id from claims where status = ? order by created_at desc, id desc limit ?"
    return claims_in_order(db, rows.fetch_numbers(db, sql, [status, limit]))


def assigned_to(db: Database, name: str, *, today: str, limit: int) -> list[Row]:
    """Claims that a person has in hand, however their name was spelt: what is late first, then by priority and day."""
    sql = f"""
        select id from claims
        where assignee in ({SPELLINGS.format("?")}) and {_IN_HAND}
        order by coalesce(due_on < ?, 0) desc, {BY_PRIORITY}, due_on is null, due_on, id desc limit ?
    """
    return claims_in_order(db, rows.fetch_numbers(db, sql, [name, today, limit]))


def workload(db: Database, *, today: str) -> list[Row]:
    """Who has how many claims in hand, and how many of them are late; `names` are the spellings of a name, as JSON."""
    sql = f"""
        select max(spelt) as name, json_group_array(spelt) as names, sum(claims) as claims, sum(late) as late
        from (
            select assignee as spelt, count(*) as claims, coalesce(sum(due_on < ?), 0) as late
            from claims where assignee is not null and {_IN_HAND} group by assignee
        )
        group by one_name(spelt) order by sum(claims) desc, name
    """
    return list(db.query(sql, [today]))


def notes_mentioning(db: Database, name: str, *, limit: int) -> list[Row]:
    """Newest notes with "@" and the person's name, until the person wrote one there, too, or the claim was done after that; of the last notes."""
    sql = f"""
        select notes.id, notes.claim_id, body, author, notes.created_at from notes
        join claims on claims.id = notes.claim_id
        where notes.id in (select id from notes order by id desc limit {_LAST_NOTES})
            and instr(body, '@') and one_name(author) is not one_name(:name)
            and ({NOT_DONE} or not exists (
                select 1 from history
                where table_name = 'claims' and row_id = claims.id and happened_at > notes.created_at
                    and old_row ->> 'status' is not new_row ->> 'status'
            ))
            and not exists (
                select 1 from notes as later
                where later.claim_id = notes.claim_id and later.id > notes.id
                    and one_name(later.author) = one_name(:name)
            )
        order by notes.id desc
    """
    named = re.compile(rf"(?<!\w)@{re.escape(one_name(name) or '')}(?!-?\w)")
    found = (row for row in db.query(sql, {"name": name}) if named.search(one_name(row["body"]) or ""))
    return list(islice(found, limit))


def unassigned(db: Database, *, limit: int) -> list[Row]:
    """Open claims that nobody has, those to be checked first on top."""
    sql = f"""
        select id from claims where status = 'open' and assignee is null
        order by {BY_PRIORITY}, score desc, id limit ?
    """
    return claims_in_order(db, rows.fetch_numbers(db, sql, [limit]))


def due(db: Database, *, limit: int) -> list[Row]:
    """Claims that are to be checked by some day and are not done, the most urgent first."""
    sql = f"""
        select id from claims where due_on is not null and {NOT_DONE}
        order by due_on, {BY_PRIORITY}, id limit ?
    """
    return claims_in_order(db, rows.fetch_numbers(db, sql, [limit]))


def count_due(db: Database, *, today: str) -> Row:
    """How many claims are to be checked by some day and are not done, and how many of them are late."""
    sql = f"""
        select count(*) as claims, coalesce(sum(due_on < ?), 0) as late from claims
        where due_on is not null and {NOT_DONE}
    """
    return next(db.query(sql, [today]))


def recently_published(db: Database, *, limit: int) -> list[Row]:
    """The newest published reviews of our own desk, each with its claim."""
    return _published(db, "desk", limit)


def published_elsewhere(db: Database, *, limit: int) -> list[Row]:
    """The newest reviews of other publishers on claims of the desk, each with its claim."""
    return _published(db, "imported", limit)


def _published(db: Database, origin: str, limit: int) -> list[Row]:
    sql = """
        select * from review_overview where id in (
            select id from reviews where status = 'published' and origin = ?
            order by reviewed_on desc, id desc limit ?
        ) order by reviewed_on desc, id desc
    """
    return list(db.query(sql, [origin, limit]))


def reviews_under_way(db: Database, status: ReviewStatus, actor: str | None, *, limit: int) -> list[Row]:
    """Reviews of a status on their way to publication: first those on which it is this person's turn, then what waits longest.

    A draft is for whoever wrote it, above all one that was sent back; what is submitted is for anybody else. `sent_back_by` is who
    returned it last.
    """
    order = "is_own = (:status = 'submitted'), sent_back_by is null, id"
    sql = f"""
        select review_overview.*, sent_back_by
        from (
            select id, one_name(drafted_by) is one_name(:actor) as is_own, (
                select actor from history
                where table_name = 'reviews' and row_id = reviews.id
                    and old_row ->> 'status' <> 'draft' and new_row ->> 'status' = 'draft'
                order by history.id desc limit 1
            ) as sent_back_by
            from reviews where status = :status order by {order} limit :limit
        )
        join review_overview using (id) order by {order}
    """
    return list(db.query(sql, {"status": status, "actor": actor, "limit": limit}))


def count_reviews_under_way(db: Database) -> dict[ReviewStatus, int]:
    """How many reviews of each status are on their way to publication."""
    sql = """
        select status, count(*) from reviews where status in ('draft', 'submitted', 'approved') group by status
    """
    return {ReviewStatus(row[0]): row[1] for row in db.execute(sql)}


_SUGGESTIONS = {
    WaitingPairs.ALL: (Suggestion.DUPLICATE, Suggestion.RELATED, Suggestion.CONFLICT),
    WaitingPairs.REPEATS: (Suggestion.DUPLICATE, Suggestion.RELATED),
    WaitingPairs.CONFLICTS: (Suggestion.CONFLICT,),
}


def unjudged_pairs(
    db: Database, show: WaitingPairs = WaitingPairs.ALL, *, limit: int | None, offset: int = 0
) -> Iterator[Row]:
    """Pairs that wait for a judgement, as they are read: likely repeats first, then conflicts.

    Without those of a rejected claim, and those that are the same by way of other judgements.
    """
    sql = """
        select * from match_queue where suggestion in (select value from json_each(?)) limit ? offset ?
    """
    return db.query(sql, [json.dumps(_SUGGESTIONS[show]), -1 if limit is None else limit, offset])


def pair_columns(db: Database) -> list[str]:
    """The columns of `unjudged_pairs`."""
    return rows.columns(db, "match_queue")


def count_unjudged_pairs(db: Database, show: WaitingPairs = WaitingPairs.ALL, *, at_most: int = -1) -> int:
    """How many pairs wait; counting stops at `at_most`, if that is not negative."""
    sql = """
        select count(*) from (
            select 1 from waiting_pairs where suggestion in (select value from json_each(?)) limit ?
        )
    """
    return rows.fetch_number(db, sql, [json.dumps(_SUGGESTIONS[show]), at_most]) or 0
