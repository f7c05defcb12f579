"""Reviews: one publisher's verdict on a claim, from draft to withdrawal."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import InvalidTransition
from claimtrack.core.model import ReviewStatus
from claimtrack.core.steps import SEE_REVIEWS, by_command, join_texts
from claimtrack.store import articles, rows
from claimtrack.store.views import article_order_sql

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sqlite_utils import Database


_STEP_COMMANDS = {
    ReviewStatus.DRAFT: "return",
    ReviewStatus.SUBMITTED: "submit",
    ReviewStatus.APPROVED: "approve",
    ReviewStatus.PUBLISHED: "publish",
    ReviewStatus.WITHDRAWN: "withdraw",
}
"""What moves a review there."""
_DRAFT_COLUMNS = ("rating_id", "headline", "summary", "url", "reviewed_on", "language", "corrects_id")


@dataclass(frozen=True, slots=True)
class ReviewRow:
    """A review as the table holds it. `origin` is "desk" or "imported"; dates are ISO dates.

    The last two and `claim_reviewed` are, of one of ours that is or was out, the claim as it was signed.
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


def add(db: Database, claim_id: int, publisher_id: int, **fields: Any) -> int:
    """Insert a draft; the id. `fields` are columns of the table."""
    return rows.insert(db, "reviews", {"claim_id": claim_id, "publisher_id": publisher_id, **fields})


def draft(db: Database, claim_id: int, publisher_id: int, **fields: Any) -> int:
    """Insert a draft, unless the same one was begun in the last minutes; the id."""
    row = {"claim_id": claim_id, "publisher_id": publisher_id, "status": ReviewStatus.DRAFT}
    return rows.insert_once(db, "reviews", dict.fromkeys(_DRAFT_COLUMNS) | row | fields)


def get(db: Database, review_id: int) -> ReviewRow:
    """The review. Raises NotFound."""
    row = rows.get(db, "reviews", review_id, "review", SEE_REVIEWS)
    return ReviewRow(**{**row, "status": ReviewStatus(row["status"])})


def update(db: Database, review_id: int, **fields: Any) -> None:
    """Change columns of a review. Raises what the desk's rules forbid."""
    rows.update(db, "reviews", review_id, fields)


def set_status(db: Database, review: ReviewRow, status: ReviewStatus, **fields: Any) -> None:
    """Move a review, changing other columns with it.

    Raises InvalidTransition that names the steps that lead on, or what else the desk's rules forbid.
    """
    steps = next_statuses(db, review.status)
    if status not in steps:
        ways = join_texts(
            ", ", (step + by_command(f"review {_STEP_COMMANDS[step]} {review.id}") for step in steps)
        )
        raise InvalidTransition(
            f"review {review.id} is {review.status}: it can go to " + ways + f", but not to {status}"
        )
    update(db, review.id, status=status, **fields)


def next_statuses(db: Database, status: ReviewStatus) -> list[ReviewStatus]:
    """The statuses that a review of this status may move to, in the desk's order."""
    sql = """
        select to_status from review_status_transitions join review_statuses on name = to_status
        where from_status = ? order by position
    """
    return [ReviewStatus(row[0]) for row in db.execute(sql, [status])]


def corrections_of(db: Database, review_id: int) -> list[ReviewRow]:
    """The reviews that correct this one and are not given up, oldest first."""
    sql = "select id from reviews where corrects_id = ? and status <> 'withdrawn' order by id"
    return [get(db, one) for one in rows.fetch_numbers(db, sql, [review_id])]


def published_reviews(db: Database, claim_id: int) -> list[ReviewRow]:
    """Our own desk's published reviews of the claim, oldest first: one, or one for each language."""
    sql = "select id from reviews where claim_id = ? and status = 'published' and origin = 'desk' order by id"
    return [get(db, one) for one in rows.fetch_numbers(db, sql, [claim_id])]


def unpublished_reviews(db: Database, claim_id: int) -> list[ReviewRow]:
    """Our own desk's reviews of the claim on their way to publication, oldest first."""
    sql = """
        select id from reviews
        where claim_id = ? and status in ('draft', 'submitted', 'approved') and origin = 'desk' order by id
    """
    return [get(db, one) for one in rows.fetch_numbers(db, sql, [claim_id])]


def find_published_at(db: Database, url: str, *, beside: ReviewRow) -> int | None:
    """The published review of ours at this address, other than this one and what it corrects; None without any."""
    sql = """
        select min(id) from reviews
        where url = ? and status = 'published' and origin = 'desk' and id <> ? and id is not ?
    """
    return rows.fetch_number(db, sql, [url, beside.id, beside.corrects_id])


def public_addresses(db: Database) -> Iterator[tuple[int, str]]:
    """Each review of ours that readers have or had, also from before the desk, with its address; of several at one the newest last."""
    sql = """
        select id, url from reviews
        where url is not null and (status = 'published' or claim_reviewed is not null)
            and (origin = 'desk' or publisher_id = (select id from publishers where is_desk = 1))
        order by id
    """
    yield from db.execute(sql)


def is_new_verdict(db: Database, review_id: int, rating: str, day: str | None) -> bool | None:
    """Whether its publisher, which took it back, now gives a verdict that it had not given until then; None if it stands."""
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
    """The claim whose published verdict is this one's rating: itself, or one that is judged the same; None without any."""
    return rows.fetch_number(db, "select verdict_on from claim_verdicts where claim_id = ?", [claim_id])


def has_published(db: Database, claim_id: int) -> bool:
    """Whether our own desk has a published review of the claim."""
    return bool(published_reviews(db, claim_id))


def list_queue(db: Database, article_id: int | None = None) -> list[dict[str, Any]]:
    """Reviews on their way to publication, oldest first; those of an article in the order of its text. Raises NotFound."""
    return _list_reviews(db, "review_queue", article_id)


def list_own(db: Database, article_id: int | None = None) -> list[dict[str, Any]]:
    """All reviews of our own, in the same order. Raises NotFound."""
    return _list_reviews(db, "review_overview where origin = 'desk'", article_id)


def _list_reviews(db: Database, source: str, article_id: int | None) -> list[dict[str, Any]]:
    if article_id is None:
        return list(db.query(f"select * from {source} order by id"))
    articles.get(db, article_id)
    sql = f"""
        select * from (select * from {source}) as listed
        where claim_id in (select claim_id from appearances where article_id = :article_id)
        order by {article_order_sql("listed.claim_id")}, id
    """
    return list(db.query(sql, {"article_id": article_id}))


def overview_columns(db: Database) -> list[str]:
    """The columns of `queue` and `of_desk`."""
    return rows.columns(db, "review_overview")


def correction_columns(db: Database) -> list[str]:
    """The columns of `corrections`."""
    return rows.columns(db, "correction_sheet")


def corrections(db: Database) -> list[dict[str, Any]]:
    """What was put right or taken back after it was public, newest first, with the verdict that stood before."""
    return list(db.query("select * from correction_sheet order by changed_on desc, id desc, action desc"))
