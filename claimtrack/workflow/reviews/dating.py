"""The dates of a review and their order, and the time before which nobody publishes it: each refusal names the remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.errors import InvalidValue, Refused
from claimtrack.core.model import ReviewStatus
from claimtrack.core.steps import by_command, terminal_only
from claimtrack.store import claims
from claimtrack.store.reviews import reviews
from claimtrack.workflow.days import clean_past_date, describe_time, now, today

if TYPE_CHECKING:
    from claimtrack.store.reviews.reviews import ReviewRow


def refuse_wrong_day(db: Database, review: ReviewRow, day: str | None) -> None:
    """Raise InvalidValue for a verdict's date in the future, before the claim was made, or before the verdict that it replaces."""
    if not day:
        return
    clean_past_date(day)
    said = claims.first_day(db, review.claim_id)
    if said and day < said:
        raise InvalidValue(
            f"review {review.id} cannot be dated {day}, before its claim was made ({said}): give another date"
            + terminal_only(", as in ", f"claimtrack review publish {review.id} --date YYYY-MM-DD")
            + ", or fix the date of the claim",
            day,
        )
    if review.corrects_id is not None:
        refuse_before_replaced(reviews.get(db, review.corrects_id), day)


def refuse_before_replaced(old: ReviewRow, day: str | None) -> None:
    """Raise InvalidValue if a correction or update is dated before the verdict that it replaces."""
    if day and old.reviewed_on and day < old.reviewed_on:
        raise InvalidValue(
            f"the new verdict cannot be dated {day}, before the one it replaces ({old.reviewed_on}, review {old.id}): give its own date",
            day,
        )


def refuse_early(db: Database, review: ReviewRow, day: str | None, today: str | None) -> None:
    """Raise Refused if the time before which nobody publishes the review has not come, InvalidValue if it is dated after today.

    Where the claim was made, or the verdict that it replaces was published, tomorrow may have begun: then it may have that day.
    """
    if review.not_before and review.not_before > now():
        raise Refused(
            f"nobody publishes review {review.id} before {describe_time(review.not_before)}, and it is {describe_time(now())}: wait, or change that time"
            + by_command(f"review edit {review.id} --not-before TIME")
        )
    replaced = None if review.corrects_id is None else reviews.get(db, review.corrects_id).reviewed_on
    first = max(claims.first_day(db, review.claim_id) or "", replaced or "")
    if day and today and day > max(today, first):
        date, word = (first, first) if first > today else (f"today's date, {today}", "today")
        raise InvalidValue(
            f"review {review.id} is dated {day}, and readers would get it now: leave it approved until that day, or give it {date}"
            + terminal_only(", with ", f"claimtrack review publish {review.id} --date {word}"),
            day,
        )


def refuse_past_time(not_before: str | None, known: str | None = None) -> None:
    """Raise InvalidValue if a time before which nobody is to publish a review is past, unless it is the one `known` already."""
    if not_before and not_before != known and not_before <= now():
        raise InvalidValue(
            f"{describe_time(not_before)} is past, it is {describe_time(now())}: give a later time, or none"
        )


def check_day(review: ReviewRow, given: str | None) -> str | None:
    """Check the day of a withdrawal: not before the verdict, and not in the future. By default it is today, for a published review. Raises InvalidValue."""
    if not (given and given.strip()):  # the verdict may be from where tomorrow has begun
        return max(today(), review.reviewed_on or "") if review.status is ReviewStatus.PUBLISHED else None
    day = clean_past_date(given)
    if review.reviewed_on and day < review.reviewed_on:
        raise InvalidValue(
            f"review {review.id} cannot be withdrawn on {day}, before the date of its verdict, {review.reviewed_on}: give another date"
            + terminal_only(", as in ", f"claimtrack review withdraw {review.id} --date YYYY-MM-DD"),
            day,
        )
    return day
