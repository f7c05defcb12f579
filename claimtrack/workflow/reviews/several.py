"""Takes one step of the sign-off for the verdicts on several claims."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.errors import ChangedMeanwhile, InvalidValue, Refused
from claimtrack.core.model import ReviewStatus
from claimtrack.store.reviews import reviews
from claimtrack.workflow.reviews import beginning, publishing, reviewing, unseen

if TYPE_CHECKING:
    from claimtrack.workflow.reviews.fields import Fields


class Step(StrEnum):
    """The step to take with the verdict on each claim."""

    SUBMIT = "submit"
    APPROVE = "approve"
    RETURN = "return"
    PUBLISH = "publish"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A step and its contents: rating and summary of SUBMIT, date and pattern of addresses of PUBLISH."""

    step: Step
    rating: str | None = None
    scale: str | None = None
    summary: str | None = None
    reviewed_on: str | None = None
    url_pattern: str | None = None


def take_step(
    db: Database,
    claim_ids: Collection[int],
    verdict: Verdict,
    *,
    version: int | None,
    actor: str | None,
) -> dict[int, list[str]]:
    """Take the step with the only verdict at that stage of each claim. SUBMIT takes its draft, or makes a new one.

    Returns what published ones lack, by the claim. Raises Refused if a claim has no such verdict, or several, InvalidValue if a new one has no
    rating, ChangedMeanwhile if a verdict, or what its claim says, was changed after that `version` of the desk, and the errors of the step itself.
    """
    if verdict.step is Step.PUBLISH:
        return _publish(db, claim_ids, verdict, version, actor)
    for claim_id in claim_ids:
        try:
            match verdict.step:
                case Step.SUBMIT:
                    _submit(db, claim_id, verdict, version, actor)
                case Step.APPROVE:
                    found = _only_review(db, claim_id, {ReviewStatus.SUBMITTED})
                    unseen.check_signature(db, found, version, actor)
                    reviewing.approve(db, found, actor=actor)
                case Step.RETURN:
                    found = _only_review(db, claim_id, {ReviewStatus.SUBMITTED, ReviewStatus.APPROVED})
                    unseen.check_verdict(db, found, version)
                    reviewing.send_back(db, found, actor=actor)
        except ChangedMeanwhile as error:
            raise ChangedMeanwhile(f"claim {claim_id}: {error}") from error
    return {}


def _publish(
    db: Database, claim_ids: Collection[int], verdict: Verdict, version: int | None, actor: str | None
) -> dict[int, list[str]]:
    found = {claim_id: _only_review(db, claim_id, {ReviewStatus.APPROVED}) for claim_id in claim_ids}
    done = publishing.publish_several(
        db,
        list(found.values()),
        reviewed_on=verdict.reviewed_on,
        url_pattern=verdict.url_pattern,
        version=version,
        actor=actor,
    )
    return {claim_id: done.warnings[review_id] for claim_id, review_id in found.items()}


def _submit(db: Database, claim_id: int, verdict: Verdict, version: int | None, actor: str | None) -> None:
    fields: Fields = {}
    if verdict.rating is not None:
        fields["rating"], fields["scale"] = verdict.rating, verdict.scale
    if verdict.summary is not None:
        fields["summary"] = verdict.summary
    if not reviews.unpublished_reviews(db, claim_id):
        if verdict.rating is None:
            raise InvalidValue(
                f"claim {claim_id} has no rating yet: choose one, for a second person to approve"
            )
        review_id = beginning.begin(db, claim_id, actor=actor, **fields).review_id
    else:
        review_id = _only_review(db, claim_id, {ReviewStatus.DRAFT})
        unseen.check_verdict(db, review_id, version)
        if fields:
            reviewing.revise(db, review_id, actor=actor, **fields)
    reviewing.submit(db, review_id, actor=actor)


def _only_review(db: Database, claim_id: int, statuses: Collection[ReviewStatus]) -> int:
    under_way = reviews.unpublished_reviews(db, claim_id)
    found = [one.id for one in under_way if one.status in statuses]
    if len(found) == 1:
        return found[0]
    wanted = " or ".join(status for status in ReviewStatus if status in statuses)
    there = (
        ", ".join(f"review {one.id} is {one.status}" for one in under_way) or "it has no review in progress"
    )
    problem = f"claim {claim_id} has {len(found) or 'no'} reviews that are {wanted} ({there})"
    raise Refused(f"{problem}. None of the claims was changed: leave this one out")
