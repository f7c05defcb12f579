"""The work queues of the desk, each read by an index, a page at a time."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any

from sqlite_utils import Database

from claimtrack.core.desk.actors import one_name
from claimtrack.core.desk.decisions import WaitingPairs
from claimtrack.core.model import IN_HAND, ReviewStatus, Status, Suggestion
from claimtrack.store import rows
from claimtrack.store.views import (
    BY_PRIORITY,
    FLAGGED,
    IN_ARTICLE,
    NOT_DONE,
    NOT_SET_ASIDE,
    SPELLINGS,
    TIME_HAS_COME,
    UNDER_WAY,
    any_of,
    claims_in_order,
)

Row = dict[str, Any]

_IN_HAND = f"status in {any_of(IN_HAND)}"
"""SQL for claims that somebody works on, or will."""
_TO_LOOK_AT_AGAIN = "status = 'published' and due_on is not null"
"""SQL for claims whose verdict may have to be updated on a day."""

_LAST_NOTES = 2_000
"""Newest notes that are searched for names: on a big desk not all."""

_PROPOSED_CRITERIA = {"article_id": IN_ARTICLE, "min_score": "score >= :min_score", "flag": FLAGGED}
"""SQL for each criterion of proposed claims."""


def count_by_status(db: Database) -> dict[str, int]:
    """Return the number of claims with each status, in the desk's order."""
    return {row[0]: row[1] for row in db.execute("select status, claims from status_counts")}


def proposed_ids(
    db: Database,
    *,
    article_id: int | None = None,
    min_score: float = 0.0,
    flag: str | None = None,
    limit: int | None,
    offset: int = 0,
) -> list[int]:
    """Return the ids of proposed claims, most worth checking first; a claim without a score comes last.

    `min_score` above 0 leaves out the claims that score less, and those without a score.
    """
    told = {"article_id": article_id, "min_score": min_score or None, "flag": flag}
    asked = "".join(f" and {_PROPOSED_CRITERIA[name]}" for name, value in told.items() if value is not None)
    sql = f"""
        select id from claims where status = 'proposed'{asked} order by score desc, id limit :limit offset :offset
    """
    return rows.fetch_numbers(db, sql, {**told, "limit": -1 if limit is None else limit, "offset": offset})


def count_in_article(db: Database, article_id: int, status: Status) -> int:
    """Return how many claims of an article have a status."""
    sql = f"select count(*) from claims where status = :status and {IN_ARTICLE}"
    return rows.fetch_number(db, sql, {"article_id": article_id, "status": status}) or 0


def in_review(db: Database, *, is_without_verdict: bool, limit: int) -> list[Row]:
    """Return the newest claims in review; or only those without a verdict of ours in progress."""
    sql = f"""
        select id from claims where status = 'in_review' and not (:without and exists (
            select 1 from reviews where reviews.claim_id = claims.id and origin = 'desk' and {UNDER_WAY}
        ))
        order by created_at desc, id desc limit :limit
    """
    return claims_in_order(db, rows.fetch_numbers(db, sql, {"without": is_without_verdict, "limit": limit}))


def assigned_to(db: Database, name: str, *, today: str, limit: int) -> list[Row]:
    """Return the claims a person is working on, whatever the spelling of their name: overdue ones first, then by priority and due date."""
    sql = f"""
        select id from claims
        where assignee in ({SPELLINGS.format("?")}) and {_IN_HAND}
        order by coalesce(due_on < ?, 0) desc, {BY_PRIORITY}, due_on is null, due_on, id desc limit ?
    """
    return claims_in_order(db, rows.fetch_numbers(db, sql, [name, today, limit]))


def held_by(db: Database, name: str) -> list[int]:
    """Return the ids of a person's claims that are not done, or are to be looked at again, whatever the spelling of the name."""
    sql = f"""
        select id from claims where assignee in ({SPELLINGS.format("?")}) and ({NOT_DONE} or {_TO_LOOK_AT_AGAIN}) order by id
    """
    return rows.fetch_numbers(db, sql, [name])


def workload(db: Database, *, today: str) -> list[Row]:
    """Return how many claims each person is working on (`claims`) or is to look at again (`again`), and how many of both are overdue.

    Of those in work, `waiting` counts the ones with an approved verdict whose time has not come. `name` is the most usual spelling of the
    name, `names` all of them, as JSON.
    """
    # "+": by the indexes of assignees and days, not by that of statuses, with which SQLite reads each claim in work.
    sql = f"""
        -- The smallest of what is left of a billion, with the spelling behind it: the most usual one, then the first by letters.
        select substr(min(format('%010d', 1000000000 - claims - again) || spelt), 11) as name, json_group_array(distinct spelt) as names,
            sum(claims) as claims, sum(again) as again, sum(late) as late, sum(waiting) as waiting
        from (
            select assignee as spelt, count(*) as claims, 0 as again, coalesce(sum(due_on < :today), 0) as late, sum(exists (
                select 1 from reviews
                where reviews.claim_id = claims.id and reviews.status = 'approved' and not {TIME_HAS_COME}
            )) as waiting
            from claims where assignee is not null and +{_IN_HAND} group by assignee
            union all
            select assignee, 0, count(*), sum(due_on < :today), 0
            from claims where assignee is not null and +{_TO_LOOK_AT_AGAIN} group by assignee
        )
        group by one_name(spelt) order by sum(claims) desc, sum(again) desc, name
    """
    return list(db.query(sql, {"today": today}))


def notes_mentioning(db: Database, name: str, people: Iterable[str], *, limit: int | None) -> list[Row]:
    """Return the newest notes that mention a person ("@jo"), unless they added a later note there or the claim was done since.

    One word of the name mentions everybody of `people` who has it ("@jo", Jo Field and Jo Moor), a whole name only its person.
    """
    sql = f"""
        select notes.id, notes.claim_id, claims.text as claim, body, author, notes.created_at from notes
        join claims on claims.id = notes.claim_id
        where notes.id in (select id from notes order by id desc limit {_LAST_NOTES})
            and body like '%@%' and one_name(author) is not one_name(:name)
            and ({NOT_DONE} or not exists (
                select 1 from history as moved
                left join history as written
                    on written.table_name = 'notes' and written.row_id = notes.id and written.operation = 'insert'
                where moved.table_name = 'claims' and moved.row_id = claims.id
                    and moved.old_row ->> 'status' is not moved.new_row ->> 'status' and iif(
                        -- As in what is in doubt: the order counts for notes written here, whose clock may have been put back.
                        notes.created_at = written.happened_at, moved.id > written.id, moved.happened_at > notes.created_at
                    )
            ))
            and not exists (
                select 1 from notes as later
                where later.claim_id = notes.claim_id and later.id > notes.id
                    and one_name(later.author) = one_name(:name)
            )
        order by notes.id desc
    """
    own = one_name(name) or ""
    words = {own, *own.split()}
    # The longest first, so that "@Jo Field" is not taken for "@Jo".
    names = sorted({*words, *filter(None, map(one_name, people))}, key=len, reverse=True)
    mention = re.compile(rf"(?<!\w)@({'|'.join(map(re.escape, names))})(?!-?\w)")
    found = (
        row
        for row in db.query(sql, {"name": name})
        if words & {*mention.findall(one_name(row["body"]) or "")}
    )
    return list(islice(found, limit))


def due(db: Database, *, limit: int) -> list[Row]:
    """Return claims that have a due date and are not set aside, the most urgent first; published ones are to be looked at again."""
    sql = f"""
        select id from claims where due_on is not null and {NOT_SET_ASIDE}
        order by due_on, {BY_PRIORITY}, id limit ?
    """
    return claims_in_order(db, rows.fetch_numbers(db, sql, [limit]))


def count_due(db: Database, *, today: str) -> Row:
    """Return how many claims have a due date and are not set aside, and how many of them are overdue."""
    sql = f"""
        select count(*) as claims, coalesce(sum(due_on < ?), 0) as late from claims
        where due_on is not null and {NOT_SET_ASIDE}
    """
    return next(db.query(sql, [today]))


def recently_published(db: Database, *, limit: int) -> list[Row]:
    """Return the newest published reviews by our own desk that are not held, each with its claim."""
    return _published(db, "desk", limit)


def published_elsewhere(db: Database, *, limit: int) -> list[Row]:
    """Return the newest reviews by other publishers, each with its claim."""
    return _published(db, "imported", limit)


def _published(db: Database, origin: str, limit: int) -> list[Row]:
    sql = """
        select * from review_overview where id in (
            select id from reviews where status = 'published' and origin = ? and held_on is null
            order by reviewed_on desc, id desc limit ?
        ) order by reviewed_on desc, id desc
    """
    return list(rows.query(db, sql, [origin, limit]))


def reviews_under_way(db: Database, status: ReviewStatus, actor: str | None, *, limit: int) -> list[Row]:
    """Return unpublished reviews with a status: first those where it is this person's turn, then the longest waiting.

    Those whose time has not come are last. A draft is for its author and for whoever has the claim now, above all one that was sent back; a
    submitted review is for anybody but its author. `sent_back_by` is who returned it last.
    """
    order = "waits, is_own = (:status = 'submitted'), sent_back_by is null, id"
    sql = f"""
        select review_overview.*, sent_back_by
        from (
            select id, coalesce(status = 'approved' and not {TIME_HAS_COME}, 0) as waits, (
                one_name(drafted_by) is one_name(:actor)
                or status = 'draft' and (select one_name(assignee) from claims where id = claim_id) is coalesce(one_name(:actor), '')
            ) as is_own, (
                select actor from history
                where table_name = 'reviews' and row_id = reviews.id
                    and old_row ->> 'status' <> 'draft' and new_row ->> 'status' = 'draft'
                order by history.id desc limit 1
            ) as sent_back_by
            from reviews where status = :status order by {order} limit :limit
        )
        join review_overview using (id) order by {order}
    """
    return list(rows.query(db, sql, {"status": status, "actor": actor, "limit": limit}))


def count_reviews_under_way(db: Database) -> dict[ReviewStatus, int]:
    """Return the number of unpublished reviews with each status."""
    sql = f"select status, count(*) from reviews where {UNDER_WAY} group by status"
    return {ReviewStatus(row[0]): row[1] for row in db.execute(sql)}


PAIR_COLUMNS = (
    "id", "suggestion", "score", "left_id", "left_text", "left_claimant", "right_id", "right_text", "right_claimant", "reasons",
    "differences",
)  # fmt: skip
"""The columns of `unjudged_pairs`."""
_SUGGESTIONS = {
    WaitingPairs.ALL: (Suggestion.DUPLICATE, Suggestion.RELATED, Suggestion.CONFLICT),
    WaitingPairs.REPEATS: (Suggestion.DUPLICATE, Suggestion.RELATED),
    WaitingPairs.CONFLICTS: (Suggestion.CONFLICT,),
}


def unjudged_pairs(
    db: Database, show: WaitingPairs = WaitingPairs.ALL, *, limit: int | None = None, offset: int = 0
) -> Iterator[Row]:
    """Yield unjudged pairs lazily, with PAIR_COLUMNS: likely repeats first, then conflicts.

    Without pairs that have a rejected claim, and those that other judgements already make the same.
    """
    found = chain.from_iterable(_unjudged_pairs(db, suggestion) for suggestion in _SUGGESTIONS[show])
    return islice(found, offset, None if limit is None else offset + limit)


def _unjudged_pairs(db: Database, suggestion: Suggestion) -> Iterator[Row]:
    """Yield the unjudged pairs with a suggestion, as the view match_queue orders them: that would sort all of them to show the first."""
    order = "asc" if suggestion is Suggestion.CONFLICT else "desc"
    sql = f"""
        select waiting_pairs.*, lefts.name as left_claimant, rights.name as right_claimant
        from waiting_pairs
        cross join claims as left_claims on left_claims.id = left_id
        cross join claims as right_claims on right_claims.id = right_id
        left join standing_claimants as lefts on lefts.id = left_claims.claimant_id
        left join standing_claimants as rights on rights.id = right_claims.claimant_id
        where +suggestion = ?  -- the +: not by its index, which has those that were judged, too
        order by waiting_pairs.score {order}, left_id, right_id
    """
    return ({name: row[name] for name in PAIR_COLUMNS} for row in rows.query(db, sql, [suggestion]))


def count_unjudged_pairs(db: Database, show: WaitingPairs = WaitingPairs.ALL, *, at_most: int) -> int:
    """Return the number of unjudged pairs; counting stops at `at_most`, if that is not negative."""
    sql = """
        select count(*) from (
            select 1 from waiting_pairs where suggestion in (select value from json_each(?)) limit ?
        )
    """
    return rows.fetch_number(db, sql, [json.dumps(_SUGGESTIONS[show]), at_most]) or 0
