"""The time before which nobody publishes a review, as under an embargo, and what happens once it has come.

Who signs a review signs what it says, not when readers get it: so the time can be changed after the approval, and history keeps who did.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlite_utils import Database

from claimtrack.core.errors import ClaimtrackError, DatabaseError
from claimtrack.core.model import ReviewStatus
from claimtrack.store.file.database import write_transaction
from claimtrack.store.reviews import reviews
from claimtrack.workflow.days import today
from claimtrack.workflow.reviews import dating, reviewing, rules
from claimtrack.workflow.reviews.fields import cleaned


def set_not_before(db: Database, review_id: int, not_before: str | None, *, actor: str | None) -> str | None:
    """Set the time before which nobody publishes a review of ours, approved or not; None or "" removes it. Return it in UTC.

    Raises NotFound, InvalidValue for a time that is past or none, and Refused for a review that readers have seen.
    """
    with write_transaction(db, actor):
        review = rules.require_ours(reviews.get(db, review_id))
        if review.status is not ReviewStatus.APPROVED:
            rules.refuse_signed(db, review)
        moment: str | None = cleaned(db, {"not_before": not_before})["not_before"]
        dating.refuse_past_time(moment, review.not_before)
        reviews.update(db, review_id, not_before=moment)
    return moment


@dataclass(frozen=True, slots=True)
class Published:
    """The reviews whose time had come: those that were published, those that await an address, and why the others were not published."""

    done: list[int] = field(default_factory=list)
    without_address: list[int] = field(default_factory=list)
    refused: dict[int, str] = field(default_factory=dict)


def publish_due(db: Database) -> Published:
    """Publish each approved review whose time has come, in the name of its approver; dated today, if it has no date.

    Each is a transaction of its own, so a review that cannot be published holds no other back, and of two runs at once each publishes what
    the other has not. One that another person has approved meanwhile waits for the next run. One without an address is no failure: who
    approved it was told to publish it themselves.
    """
    found = Published()
    for review_id, approver in reviews.whose_time_has_come(db).items():
        try:
            with write_transaction(db, approver):
                if reviews.whose_time_has_come(db).get(review_id) != approver:
                    continue
                review = reviews.get(db, review_id)
                if review.url is None:
                    found.without_address.append(review_id)
                    continue
                day = review.reviewed_on or today()
                reviewing.publish(db, review_id, reviewed_on=day, today=today(), actor=approver)
        except DatabaseError:
            raise
        except ClaimtrackError as error:
            found.refused[review_id] = error.words
        else:
            found.done.append(review_id)
    return found
