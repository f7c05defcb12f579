"""The next step of a claim's verdict, where the same is done with those of many claims."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from claimtrack.core.errors import InvalidValue, Refused
from claimtrack.core.model import ReviewStatus
from claimtrack.store.reviews import reviews
from claimtrack.workflow.reviews import reviewing

if TYPE_CHECKING:
    from collections.abc import Collection

    from sqlite_utils import Database

    from claimtrack.workflow.reviews.fields import Fields


class Step(StrEnum):
    """What is done with the verdict on each of several claims."""

    SUBMIT = "submit"
    APPROVE = "approve"
    RETURN = "return"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A step with what it says; a rating and a summary count where it is submitted."""

    step: Step
    rating: str | None = None
    scale: str | None = None
    summary: str | None = None


def take_step(db: Database, claim_id: int, verdict: Verdict, *, actor: str | None) -> None:
    """Take the step with the one verdict on the claim that is so far. Submitted is its draft, or a new one.

    Raises Refused where the claim has none, or several, InvalidValue where a new one has no rating, and what the step itself does.
    """
    match verdict.step:
        case Step.SUBMIT:
            _submit(db, claim_id, verdict, actor)
        case Step.APPROVE:
            reviewing.approve(db, _only(db, claim_id, {ReviewStatus.SUBMITTED}), actor=actor)
        case Step.RETURN:
            signed = {ReviewStatus.SUBMITTED, ReviewStatus.APPROVED}
            reviewing.send_back(db, _only(db, claim_id, signed), actor=actor)


def _submit(db: Database, claim_id: int, verdict: Verdict, actor: str | None) -> None:
    said: Fields = {}
    if verdict.rating is not None:
        said["rating"], said["scale"] = verdict.rating, verdict.scale
    if verdict.summary is not None:
        said["summary"] = verdict.summary
    if not reviews.under_way(db, claim_id):
        if verdict.rating is None:
            raise InvalidValue(
                f"claim {claim_id} has no rating yet: choose one, for a second person to approve"
            )
        review_id = reviewing.draft(db, claim_id, actor=actor, **said)
    else:
        review_id = _only(db, claim_id, {ReviewStatus.DRAFT})
        if said:
            reviewing.revise(db, review_id, actor=actor, **said)
    reviewing.submit(db, review_id, actor=actor)


def _only(db: Database, claim_id: int, statuses: Collection[ReviewStatus]) -> int:
    under_way = reviews.under_way(db, claim_id)
    found = [one.id for one in under_way if one.status in statuses]
    if len(found) == 1:
        return found[0]
    wanted = " or ".join(status for status in ReviewStatus if status in statuses)
    there = (
        ", ".join(f"review {one.id} is {one.status}" for one in under_way) or "it has no review in progress"
    )
    told = f"claim {claim_id} has {len(found) or 'no'} reviews that are {wanted} ({there})"
    raise Refused(f"{told}. None of the claims was changed: leave this one out")
