"""The page of the claims marked in a list, with one form for all of them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import InvalidValue, NotFound
from claimtrack.core.model import Priority, Stance, Status
from claimtrack.core.steps import SEE_CLAIMS
from claimtrack.core.texts.printable import numbered
from claimtrack.plugin import permissions
from claimtrack.plugin.fields import Field
from claimtrack.plugin.visit import Page, Visit
from claimtrack.store import history
from claimtrack.store.reviews import ratings
from claimtrack.store.views import KnownNames, claims_by_id, list_known
from claimtrack.workflow.changing_many import MOST, refuse_too_many
from claimtrack.workflow.reviews.several import Step

if TYPE_CHECKING:
    from sqlite_utils import Database


def marked_ids(visit: Visit) -> tuple[list[int], list[int]]:
    """The claim ids in the address, from a form (claim=1&claim=2) or a link (claim=1,2): those to change now, and those for later. Raises InvalidValue.

    If there are more than can be changed at once, the rest is left for later. A program gets an error instead, since it
    may not notice that some are missing.
    """
    now, then = _parse_ids(visit, "claim"), _parse_ids(visit, "then")
    if visit.as_json:
        refuse_too_many(now)
    return now[:MOST], now[MOST:] + then


def _parse_ids(visit: Visit, name: str) -> list[int]:
    given = ",".join(visit.request.args.getlist(name))
    if not re.fullmatch(r"(?:[0-9]{1,18},)*[0-9]{0,18}", given):
        raise InvalidValue(f"{name} must be numbers, as in {name}=1,2, not {given[:40]!r}")
    return list(dict.fromkeys(map(int, filter(None, given.split(",")))))


def list_address(visit: Visit) -> str | None:
    """The list in which they were marked, if it is a page of this desk."""
    given = visit.arg("back") or ""
    is_here = given.startswith(f"{visit.datasette.urls.database(visit.database.name)}/")
    return given if is_here and given.isprintable() else None


def read(db: Database, visit: Visit) -> dict[str, Any]:
    """The claims in the order of the list, and the values to choose from. Raises NotFound, InvalidValue."""
    ids, then = marked_ids(visit)
    found = claims_by_id(db, ids)
    if gone := [claim_id for claim_id in ids if claim_id not in found]:
        there_is = "there is" if len(gone) == 1 else "there are"
        raise NotFound(f"{there_is} no {numbered('claim', gone)}: " + SEE_CLAIMS)
    return {
        "claims": [found[claim_id] for claim_id in ids],
        "version": history.last_change_id(db),
        "statuses": [status for status in Status if status is not Status.PUBLISHED],
        "priorities": list(Priority),
        "stances": list(Stance),
        "ratings": ratings.choices(db),
        "steps": [step for step in Step if step is Step.SUBMIT or permissions.SIGN_OFF in visit.may],
        "people": permissions.assignable_names(visit.datasette, visit.database),
        "tags": list_known(db, KnownNames.TAG),
        "back": list_address(visit),
        "then": then,
        "most": MOST,
    }


PAGE = Page(
    "marked",
    "claimtrack_marked.html",
    "Claims that were marked in a list, to change all of them at once",
    read,
    permissions.ANNOTATE,
    query=(
        Field("claim", "the numbers of the claims, separated by commas"),
        Field("back", "the address of the list"),
        Field("then", "the numbers of those that are left to be changed after these"),
    ),
)
