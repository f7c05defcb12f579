"""Takes a published verdict off what readers get, for now, and puts it back: after a lawyer's letter, or in doubt.

Nothing of what two people signed changes, so neither step needs a second person. The review and its claim stay published on the desk.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from sqlite_utils import Database

from claimtrack.core.errors import Refused
from claimtrack.core.model import NoteStep, ReviewStatus
from claimtrack.core.steps import by_command
from claimtrack.store import notes
from claimtrack.store.file.database import write_transaction
from claimtrack.store.reviews import publishers, reviews
from claimtrack.workflow.days import today
from claimtrack.workflow.reviews import rules

if TYPE_CHECKING:
    from claimtrack.store.reviews.reviews import ReviewRow


class Held(NamedTuple):
    """A review that is held now, what readers still get, and its approved correction or update, whose publication ends the hold.

    `others` are our other published reviews of the claim, such as the same verdict in another language.
    """

    review: ReviewRow
    others: list[ReviewRow]
    replacement: ReviewRow | None


def hold(db: Database, review_id: int, *, note: str | None = None, actor: str | None) -> Held:
    """Hold a published review of ours, also an imported earlier one: whatever is made for readers from now on does not have it.

    `note`, why, is added to the claim, for the desk. Raises NotFound, InvalidValue, and Refused for a review that is not published or is
    held already.
    """
    with write_transaction(db, actor):
        review = _get(db, review_id)
        if review.held_on:
            raise Refused(
                f"review {review_id} is held already, since {review.held_on}: give it back to readers"
                + by_command(f"review release {review_id}")
                + ", correct it, update it or withdraw it"
            )
        if review.status is not ReviewStatus.PUBLISHED:
            raise Refused(
                f"review {review_id} is {review.status}: only a published review can be held, and readers do not have this one"
            )
        reviews.update(db, review_id, held_on=today())
        notes.add_to_review(db, review.claim_id, review_id, NoteStep.HOLD, note, author=actor)
        approved = [
            one for one in reviews.replacements_of(db, review_id) if one.status is ReviewStatus.APPROVED
        ]
        others = reviews.for_readers(db, review.claim_id)
        return Held(reviews.get(db, review_id), others, approved[0] if approved else None)


def release(db: Database, review_id: int, *, note: str | None = None, actor: str | None) -> None:
    """Give a held review back to readers, as it was signed and with its dates.

    `note` is added to the claim, for the desk. Raises NotFound, InvalidValue, and Refused for a review that is not held.
    """
    with write_transaction(db, actor):
        review = _get(db, review_id)
        if not review.held_on:
            raise Refused(f"review {review_id} is {review.status}, and not held: there is nothing to release")
        reviews.update(db, review_id, held_on=None)
        notes.add_to_review(db, review.claim_id, review_id, NoteStep.RELEASE, note, author=actor)


def _get(db: Database, review_id: int) -> ReviewRow:
    review = reviews.get(db, review_id)
    # Readers of our site get imported earlier ones, too.
    return review if publishers.is_desk(db, review.publisher_id) else rules.require_ours(review)
