"""Reviews: one publisher's verdict on a claim, from draft to withdrawal."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from sqlite_utils import Database

from claimtrack.core.errors import InvalidTransition
from claimtrack.core.model import ReviewStatus
from claimtrack.core.steps import SEE_REVIEWS, by_command, join_texts
from claimtrack.store import articles, history, rows
from claimtrack.store.views import TIME_HAS_COME, UNDER_WAY, article_order_sql

_STEP_COMMANDS = {
    ReviewStatus.DRAFT: "return",
    ReviewStatus.SUBMITTED: "submit",
    ReviewStatus.APPROVED: "approve",
    ReviewStatus.PUBLISHED: "publish",
    ReviewStatus.WITHDRAWN: "withdraw",
}
"""The command that moves a review to each status."""
_DRAFT_COLUMNS = (
    "rating_id", "headline", "summary", "url", "reviewed_on", "language", "corrects_id", "not_before"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A review as stored. `origin` is "desk" or "imported"; dates are ISO dates. Nobody publishes it before the moment `not_before`, in UTC.

    `claim_reviewed`, `claimant_reviewed` and `claimed_on_reviewed` are the claim as signed, for a review of ours that is or was published.
    `held_on` is the day since when a published one is held: readers do not get it. `feed_id` is the id of its entry in feeds, if that is
    not its address.
    """

    id: int
    claim_id: int
    publisher_id: int
    origin: str
    rating_id: int | None
    headline: str | None
    summary: str | None
    url: str | None
    reviewed_on: str | None
    status: ReviewStatus
    drafted_by: str | None
    approved_by: str | None
    corrects_id: int | None
    correction_note: str | None
    language: str | None
    created_at: str
    claim_reviewed: str | None
    withdrawn_on: str | None
    claimant_reviewed: str | None
    claimed_on_reviewed: str | None
    is_update: int
    not_before: str | None
    held_on: str | None
    feed_id: str | None

    @property
    def replacement(self) -> str:
        """What a review that replaces a published one is called: it was wrong, or the world has changed since."""
        return "update" if self.is_update else "correction"

    @property
    def is_ours_in_public(self) -> bool:
        """Whether it is a verdict of this desk that is published, be it held or not."""
        return self.origin == "desk" and self.status is ReviewStatus.PUBLISHED


def add(db: Database, claim_id: int, publisher_id: int, **fields: Any) -> int:
    """Insert a review and return its id. `fields` are columns of the table."""
    return rows.insert(db, "reviews", {"claim_id": claim_id, "publisher_id": publisher_id, **fields})


def draft(db: Database, claim_id: int, publisher_id: int, **fields: Any) -> int:
    """Insert a draft, unless the same one was added in the last minutes; return its id."""
    row = {"claim_id": claim_id, "publisher_id": publisher_id, "status": ReviewStatus.DRAFT}
    return rows.insert_once(db, "reviews", dict.fromkeys(_DRAFT_COLUMNS) | row | fields)


def get(db: Database, review_id: int) -> ReviewRow:
    """Return the review. Raises NotFound."""
    row = rows.get(db, "reviews", review_id, "review", SEE_REVIEWS)
    return ReviewRow(**{**row, "status": ReviewStatus(row["status"])})


def _get_all(db: Database, ids: str, values: rows.Values = ()) -> list[ReviewRow]:
    """Return the reviews with the ids that this SQL selects, in their order."""
    return [get(db, one) for one in rows.fetch_numbers(db, ids, values)]


def update(db: Database, review_id: int, **fields: Any) -> None:
    """Change columns of a review. Raises an error if the desk's rules forbid it."""
    rows.update(db, "reviews", review_id, fields)


def set_status(db: Database, review: ReviewRow, status: ReviewStatus, **fields: Any) -> None:
    """Change a review's status, and other columns with it.

    Raises InvalidTransition that names the possible steps, or another error if the desk's rules forbid it.
    """
    steps = next_statuses(db, review.status)
    if status == review.status == ReviewStatus.PUBLISHED:
        # Not with the possible steps: the only one is to withdraw it, which is final.
        raise InvalidTransition(
            f"review {review.id} is published already{_taken_by(db, review)}: to change it, start a correction"
            + by_command(f"review correct {review.id} --note WHY")
        )
    if status not in steps:
        ways = join_texts(
            ", ", (step + by_command(f"review {_STEP_COMMANDS[step]} {review.id}") for step in steps)
        )
        # Most often from a page that was opened before a colleague did it.
        is_done = status is review.status
        stands = f"already {status}{_taken_by(db, review)}" if is_done else review.status
        but = "" if is_done else f", but not to {status}"
        raise InvalidTransition(f"review {review.id} is {stands}: it can go to " + ways + but)
    # Else a trigger ends the hold, as a second change in history.
    ended = {"held_on": None} if review.held_on else {}
    update(db, review.id, status=status, **ended, **fields)


def _taken_by(db: Database, review: ReviewRow) -> str:
    """Return who took the review to its status, as the end of a phrase; "" if that is unknown."""
    actor = history.last_actor(db, "reviews", review.id, ["status"])
    return f", by {actor}" if actor else ""


def move(db: Database, review: ReviewRow, url: str) -> None:
    """Change the address of a published review. The id of its entry in feeds stays: the first address, if it has no other."""
    sql = "select coalesce(feed_id, ?) from review_pages where review_id = ?"
    # Else a trigger does it, as a second change in history.
    [feed_id] = db.execute(sql, [review.url, review.id]).fetchone()
    update(db, review.id, url=url, **({} if url == review.url else {"feed_id": feed_id}))


def next_statuses(db: Database, status: ReviewStatus) -> list[ReviewStatus]:
    """Return the statuses to which a review with this status can move, in the desk's order."""
    sql = """
        select to_status from review_status_transitions join review_statuses on name = to_status
        where from_status = ? order by position
    """
    return [ReviewStatus(row[0]) for row in db.execute(sql, [status])]


def replacements_of(db: Database, review_id: int) -> list[ReviewRow]:
    """Return the corrections and updates of this review that are not withdrawn, oldest first."""
    sql = "select id from reviews where corrects_id = ? and status <> 'withdrawn' order by id"
    return _get_all(db, sql, [review_id])


def published_reviews(db: Database, claim_id: int) -> list[ReviewRow]:
    """Return our own desk's published reviews of the claim, oldest first: one, or one for each language."""
    sql = "select id from reviews where claim_id = ? and status = 'published' and origin = 'desk' order by id"
    return _get_all(db, sql, [claim_id])


def for_readers(db: Database, claim_id: int) -> list[ReviewRow]:
    """Return the reviews of the claim that our readers get, imported earlier ones of ours, too; oldest first."""
    sql = """
        select id from reviews
        where claim_id = ? and status = 'published' and held_on is null
            and publisher_id = (select id from publishers where is_desk = 1)
        order by id
    """
    return _get_all(db, sql, [claim_id])


def unpublished_reviews(db: Database, claim_id: int) -> list[ReviewRow]:
    """Return our own desk's reviews of the claim that are not yet published, oldest first."""
    sql = f"select id from reviews where claim_id = ? and {UNDER_WAY} and origin = 'desk' order by id"
    return _get_all(db, sql, [claim_id])


def whose_time_has_come(db: Database) -> dict[int, str]:
    """Return the approved reviews of ours whose time has come, in the order of those times: id -> who approved it."""
    sql = f"""
        select id, approved_by from reviews
        where status = 'approved' and origin = 'desk' and {TIME_HAS_COME}
        order by not_before, id
    """
    return dict(db.execute(sql).fetchall())


def find_published_at(db: Database, url: str, *, beside: ReviewRow) -> int | None:
    """Return our published review at this address, other than this one and the one it replaces; None if there is none."""
    sql = """
        select min(id) from reviews
        where url = ? and status = 'published' and origin = 'desk' and id <> ? and id is not ?
    """
    return rows.fetch_number(db, sql, [url, beside.id, beside.corrects_id])


def public_addresses(db: Database) -> Iterator[tuple[int, str]]:
    """Yield each review of ours that is or was published, including imported ones, with its address; at one address the newest last."""
    sql = """
        select id, url from reviews
        where url is not null and (status = 'published' or claim_reviewed is not null)
            and (origin = 'desk' or publisher_id = (select id from publishers where is_desk = 1))
        order by id
    """
    yield from db.execute(sql)


def is_new_verdict(db: Database, review_id: int, rating: str, day: str | None) -> bool | None:
    """Whether the publisher of a withdrawn review now gives a verdict that it had not given before; None if it is not withdrawn."""
    sql = """
        with said as (  -- an old file has what the publisher had corrected before
            select id, new_row from history where table_name = 'reviews' and row_id = :review
                and id <= (
                    select max(id) from history where table_name = 'reviews' and row_id = :review
                        and old_row ->> 'status' = 'published' and new_row ->> 'status' = 'withdrawn'
                )
        )
        select not exists (
            select 1 from said join ratings on ratings.id = new_row ->> 'rating_id'
            where ratings.name = :rating and coalesce(:day, new_row ->> 'reviewed_on') is new_row ->> 'reviewed_on'
        )
        from reviews where id = :review and status = 'withdrawn'
    """
    found = rows.fetch_number(db, sql, {"review": review_id, "rating": rating, "day": day})
    return None if found is None else bool(found)


def verdict_on(db: Database, claim_id: int) -> int | None:
    """Return the claim whose published verdict gives this one's rating: itself, or one judged the same; None if there is none."""
    return rows.fetch_number(db, "select verdict_on from claim_verdicts where claim_id = ?", [claim_id])


def held_reviews(db: Database) -> list[ReviewRow]:
    """Return our reviews that are held, the longest held first."""
    return _get_all(db, "select id from reviews where held_on is not null order by held_on, id")


def undated_reviews(db: Database) -> list[int]:
    """Return the ids of our published reviews without a date, which only imported earlier ones can be."""
    sql = """
        select id from reviews
        where status = 'published' and reviewed_on is null and held_on is null
            and publisher_id = (select id from publishers where is_desk = 1)
        order by id
    """
    return rows.fetch_numbers(db, sql)


def has_published(db: Database, claim_id: int) -> bool:
    """Whether our own desk has a published review of the claim."""
    return bool(published_reviews(db, claim_id))


def list_queue(db: Database, article_id: int | None = None) -> list[dict[str, Any]]:
    """Return unpublished reviews, oldest first; those of an article in text order. Raises NotFound."""
    return _list_reviews(db, "review_queue", article_id)


def list_own(db: Database, article_id: int | None = None) -> list[dict[str, Any]]:
    """Return all reviews of our own desk, in the same order. Raises NotFound."""
    return _list_reviews(db, "review_overview where origin = 'desk'", article_id)


def _list_reviews(db: Database, source: str, article_id: int | None) -> list[dict[str, Any]]:
    if article_id is None:
        return list(rows.query(db, f"select * from {source} order by id"))
    articles.get(db, article_id)
    sql = f"""
        select * from (select * from {source}) as listed
        where claim_id in (select claim_id from appearances where article_id = :article_id)
        order by {article_order_sql("listed.claim_id")}, id
    """
    return list(rows.query(db, sql, {"article_id": article_id}))


def overview(db: Database, review_ids: Iterable[int]) -> list[dict[str, Any]]:
    """Return these reviews as the lists do, oldest first."""
    sql = "select * from review_overview where id in (select value from json_each(?)) order by id"
    return list(rows.query(db, sql, [json.dumps(list(review_ids))]))


def overview_columns(db: Database) -> list[str]:
    """Return the columns of `list_queue` and `list_own`."""
    return rows.columns(db, "review_overview")


def correction_columns(db: Database) -> list[str]:
    """Return the columns of `corrections`."""
    return rows.columns(db, "correction_sheet")


def corrections(db: Database) -> list[dict[str, Any]]:
    """Return the corrections, updates and withdrawals of published reviews, newest first, with the verdict before."""
    return list(db.query("select * from correction_sheet order by changed_on desc, id desc, action desc"))
