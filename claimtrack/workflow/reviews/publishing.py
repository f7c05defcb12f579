"""Publishes several approved reviews at once, at addresses that follow a pattern."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from sqlite_utils import Database

from claimtrack.core.desk.address_patterns import address
from claimtrack.core.errors import (
    ChangedMeanwhile,
    ClaimtrackError,
    DatabaseError,
    InvalidValue,
    NotFound,
    Refused,
)
from claimtrack.core.model import ReviewStatus
from claimtrack.core.steps import by_command
from claimtrack.core.texts.cleaning import clean_url
from claimtrack.core.texts.printable import numbered, shell_command
from claimtrack.store import claims, queues
from claimtrack.store.file.database import savepoint, write_transaction
from claimtrack.store.reviews import reviews
from claimtrack.workflow import days
from claimtrack.workflow.reviews import linting, reviewing, unseen

if TYPE_CHECKING:
    from claimtrack.workflow.desk import Due


@dataclass(frozen=True, slots=True)
class PublishedSeveral:
    """What became of several reviews, by their ids.

    `rows` are those that were published, as lists show them, `due` when their claims were due and are, and `warnings` what they lack.
    `refused` are the others, with the reasons.
    """

    rows: dict[int, dict[str, Any]] = field(default_factory=dict)
    due: dict[int, Due] = field(default_factory=dict)
    warnings: dict[int, list[str]] = field(default_factory=dict)
    refused: dict[int, str] = field(default_factory=dict)


def publish_several(
    db: Database,
    review_ids: Sequence[int],
    *,
    url: str | None = None,
    url_pattern: str | None = None,
    reviewed_on: str | None = None,
    look_again: str | None = None,
    today: str | None = None,
    version: int | None = None,
    dry_run: bool = False,
    or_none: bool = True,
    actor: str | None,
) -> PublishedSeveral:
    """Publish approved reviews, as `reviewing.publish` does each, in one transaction; a dry run leaves nothing of it.

    A review without an address gets that of the `url_pattern` (see `address_patterns`). If some cannot be published, none is: raises the
    error of a single one, or Refused, which names all. In a dry run, or without `or_none`, these are in `refused`. Raises InvalidValue if the
    pattern is wrong or gives two of them the same address, NotFound if there is no such review. One that was changed after that `version` of
    the desk cannot be published.
    """
    found, ids = PublishedSeveral(), list(dict.fromkeys(review_ids))
    day = days.clean_past_date(reviewed_on) if reviewed_on and reviewed_on.strip() else None
    with write_transaction(db, actor, dry_run=dry_run):
        addresses = _addresses(db, ids, url_pattern, day) if url_pattern else {}
        if url_pattern and not day:
            which = [*map(str, ids)] if or_none else ["--all-approved"]
            later = ["--look-again", look_again] if look_again else []
            _refuse_undated(db, ids, *which, "--url-pattern", url_pattern, *later)
        beside = found.due if or_none or dry_run else ()
        how = {"reviewed_on": day, "look_again": look_again, "today": today, "actor": actor}
        for review_id in ids:
            try:
                with savepoint(db):
                    unseen.check_verdict(db, review_id, version)
                    at = addresses.get(review_id, url)
                    found.due[review_id] = reviewing.publish(db, review_id, url=at, beside=beside, **how)
            except (DatabaseError, NotFound):
                raise
            except ClaimtrackError as error:
                if len(ids) == 1 and not dry_run:
                    raise
                unnamed = isinstance(error, ChangedMeanwhile) and or_none
                found.refused[review_id] = f"review {review_id}: {error}" if unnamed else error.words
        if found.refused and or_none and not dry_run:
            raise _refusal(found.refused)
        found.rows.update({row["id"]: row for row in reviews.overview(db, found.due)})
        found.warnings.update({one: linting.obstacles(db, one) for one in found.due})
    return found


def approved_reviews(db: Database) -> tuple[list[int], dict[int, str]]:
    """Return the approved reviews that can be published now, and those whose time has not come, with that time."""
    found = queues.reviews_under_way(db, ReviewStatus.APPROVED, None, limit=-1)
    waiting = {row["id"]: row["not_before"] for row in found if (row["not_before"] or "") > days.now()}
    return [row["id"] for row in found if row["id"] not in waiting], waiting


def _addresses(db: Database, review_ids: Sequence[int], pattern: str, day: str | None) -> dict[int, str]:
    """The addresses that the pattern gives those of the reviews that have none. Raises InvalidValue, NotFound."""
    given = {}
    for review in (reviews.get(db, one) for one in review_ids):
        if review.url is None:
            claim = claims.get(db, review.claim_id)
            words = review.headline or claim.text
            on = day or review.reviewed_on or days.today()
            at = address(pattern, review_id=review.id, claim_id=claim.id, words=words, day=on)
            given[review.id] = clean_url(at)
    [(most, count)] = Counter(given.values()).most_common(1) or [("", 0)]
    if count > 1:
        same = [review_id for review_id, one in given.items() if one == most]
        raise InvalidValue(
            f"{numbered('review', same)} would have the same address, {most}: add {{id}} to the pattern",
            pattern,
        )
    return given


def _refuse_undated(db: Database, review_ids: Sequence[int], *words: str) -> None:
    """Raise InvalidValue with the whole command, of these words, if all that these approved reviews lack is one date."""
    found = [reviews.get(db, one) for one in review_ids]
    if any(one.reviewed_on or one.status is not ReviewStatus.APPROVED for one in found):
        return
    raise InvalidValue(
        f"{numbered('review', review_ids)} {'have' if found[1:] else 'has'} no date: give one"
        + by_command(shell_command("review", "publish", *words, "--date", "today"))
    )


def _refusal(refused: dict[int, str]) -> Refused:
    first, *others = refused
    also = f"; nor can {numbered('review', others)} be published" if others else ""
    return Refused(
        refused[first] + f"{also}. None of the reviews was published: leave out those that cannot be"
    )
