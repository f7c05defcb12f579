"""What nobody signs, publishes or takes back unseen: a verdict, what it says of whom, and what it rests on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.store.reviews import reviews
from claimtrack.workflow import concurrent_edits

if TYPE_CHECKING:
    from sqlite_utils import Database

LOOK = "Read the claim and its review again before you go on"


def check_verdict(db: Database, review_id: int, version: int | None) -> None:
    """Raise ChangedMeanwhile if the review, its claim's statement or a name in either was changed after that version of the desk; None checks nothing."""
    review = reviews.get(db, review_id)
    concurrent_edits.check(db, "reviews", review.id, version, then=LOOK)
    said = ("text", "claimant_id", "claimed_on")
    concurrent_edits.check(db, "claims", review.claim_id, version, columns=said, then=LOOK)
    concurrent_edits.check_names(db, review.claim_id, review.rating_id, version, then=LOOK)


def check_signature(db: Database, review_id: int, version: int | None, actor: str | None) -> None:
    """The same for all else that the verdict shows, too, unless `actor` changed that: two people sign all of it."""
    check_verdict(db, review_id, version)
    review = reviews.get(db, review_id)
    concurrent_edits.check_signed(db, review.claim_id, review.rating_id, version, actor, then=LOOK)
