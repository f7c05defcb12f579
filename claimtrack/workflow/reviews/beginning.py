"""A person begins a review of a claim: the draft, and the claim is theirs if nobody has it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, Unpack

from sqlite_utils import Database

from claimtrack.store import claims
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow import taking
from claimtrack.workflow.reviews import reviewing

if TYPE_CHECKING:
    from claimtrack.core.steps import Worded
    from claimtrack.workflow.reviews.fields import Fields


class Begun(NamedTuple):
    """The new review, who has its claim now, and a warning if somebody else has a claim judged the same."""

    review_id: int
    assignee: str | None
    warning: Worded | None


def begin(db: Database, claim_id: int, *, actor: str | None, **fields: Unpack[Fields]) -> Begun:
    """Draft a review, as `reviewing.draft` does, and assign its claim to the drafter if nobody has it."""
    with write_transaction(db, actor):
        review_id = reviewing.draft(db, claim_id, actor=actor, **fields)
        taking.take_if_free(db, claim_id, actor=actor)
        assignee = claims.get(db, claim_id).assignee
        return Begun(review_id, assignee, taking.warn_if_taken(db, claim_id, by=actor))
