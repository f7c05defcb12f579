"""The claim page: everything the desk knows of a claim, and the forms to add to it."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING, Any

from claimtrack.core.desk.readiness import RESOLVED_BY_THE_STEP
from claimtrack.core.errors import ClaimtrackError
from claimtrack.core.model import Outcome, Priority, Purpose, Stance, Status
from claimtrack.plugin import desks, permissions
from claimtrack.plugin.pages.doubts import in_words
from claimtrack.plugin.visit import Page, Visit
from claimtrack.plugin.wording import page_text
from claimtrack.store import appearances, claimants, claims, evidence
from claimtrack.store.reviews import ratings, reviews, signed
from claimtrack.store.statuses import next_statuses
from claimtrack.store.views import KnownNames, list_known
from claimtrack.workflow.changes import is_human_change
from claimtrack.workflow.dossier import claim_changes, claim_dossier
from claimtrack.workflow.reviews import linting

if TYPE_CHECKING:
    from sqlite_utils import Database


_NEXT_STATUS = {
    Status.PROPOSED: Status.OPEN,
    Status.OPEN: Status.CHECKING,
    Status.CHECKING: Status.IN_REVIEW,
    Status.PARKED: Status.OPEN,
    Status.REJECTED: Status.OPEN,
}
"""The status that the form offers first. From in_review on, a review moves the claim, so none is offered."""

_MAX_SHOWN = 50
"""The newest appearances and changes to show: a claim may be seen ten thousand times. The JSON has all."""


def read(db: Database, visit: Visit) -> dict[str, Any]:
    """Everything about the claim; on the page, only the newest rows of long lists. Raises NotFound."""
    claim_id = visit.ids["claim_id"]
    shown = None if visit.as_json else _MAX_SHOWN
    dossier = claim_dossier(db, claim_id, newest=shown)
    status = Status(dossier["claim"]["status"])
    return {
        **dossier,
        "steps": allowed_statuses(db, claim_id, status, visit),
        "next_step": _NEXT_STATUS.get(status),
        "own_language": claims.get(db, claim_id).language,
        "signed_at": claims.signed_at(db, claim_id),
        "is_signed": signed.is_signed(db, claim_id),
        "signed_rows": claims.signed_rows(db, claim_id),
        **find_obstacles(db, claim_id),
        **suggest_values(db, visit),
        "stances": list(Stance),
        "priorities": list(Priority),
        "purposes": list(Purpose),
        "outcomes": list(Outcome),
        "ratings": ratings.choices(db),
        "claimant_id": claimants.find(db, dossier["claim"]["claimant"]),
        "doubts": in_words(db, visit, claim_id=claim_id)
        if dossier["reviews"] and permissions.ANNOTATE in visit.may
        else [],
        "timeline": timeline(db, claim_id, shown and shown + 1),  # one more, to show that there are more
    }


async def find_address(visit: Visit) -> str | None:
    """The address of the page of the claim to which what was sent belongs; None if it is no claim's, or that is gone."""

    def find(db: Database) -> int | None:
        if "evidence_id" in visit.ids:
            return int(evidence.get(db, visit.ids["evidence_id"])["claim_id"])
        if "appearance_id" in visit.ids:
            return int(appearances.get(db, visit.ids["appearance_id"])["claim_id"])
        return visit.ids.get("claim_id")

    with suppress(ClaimtrackError):
        claim_id = await desks.read(visit.database, find)
        return visit.path(f"claim/{claim_id}") if claim_id else None
    return None


def page_of_form(visit: Visit, page: Page | None, back: str) -> tuple[Visit, Page | None]:
    """The page that had a form whose operation has `page`, and the visit to it: that of a claim, if the form names it as where to go back to."""
    found = re.fullmatch(r"claim/([0-9]{1,18})", back)
    if page is None or found is None:
        return visit, page
    return replace(visit, ids={**visit.ids, "claim_id": int(found[1])}), PAGE


def suggest_values(db: Database, visit: Visit) -> dict[str, Any]:
    """Suggestions for the form, for users who may work on the claim: others must not see who works here."""
    if permissions.ANNOTATE not in visit.may:
        return {"people": [], "tags": []}
    return {
        "people": permissions.assignable_names(visit.datasette, visit.database),
        "tags": list_known(db, KnownNames.TAG),
    }


def allowed_statuses(db: Database, claim_id: int, status: Status, visit: Visit) -> list[Status]:
    """The statuses to which the user may move a claim; only users who sign off may publish it.

    None for a claim with a published verdict of ours: a correction or a withdrawal moves it.
    """
    if status is Status.PUBLISHED and reviews.has_published(db, claim_id):
        return []
    found = next_statuses(db, status)
    may_publish = permissions.SIGN_OFF in visit.may
    return [step for step in found if may_publish or step is not Status.PUBLISHED]


def find_obstacles(db: Database, claim_id: int) -> dict[str, Any]:
    """What lint finds for the claim, except what a form asks for anyway, and the review concerned."""
    [dossier], found = linting.lint(db, [claim_id])
    shown = [one for one in found if one.rule not in RESOLVED_BY_THE_STEP]
    return {
        "missing_of": dossier.review_id,
        "missing": [{"blocks": one.blocks, "message": page_text(one.message)} for one in shown],
    }


def timeline(db: Database, claim_id: int, most: int | None) -> list[dict[str, Any]]:
    """Changes made by people, newest first, up to `most`."""
    return list(islice(filter(is_human_change, claim_changes(db, claim_id)), most))


PAGE = Page("claim/{claim_id}", "claimtrack_claim.html", "A claim with everything about it", read)
