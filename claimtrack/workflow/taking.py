"""Warns whoever takes a claim that somebody has one judged the same, so that nobody checks a rumour twice unaware of it."""

from __future__ import annotations

from collections.abc import Container, Iterable
from typing import TYPE_CHECKING

from sqlite_utils import Database

from claimtrack.core.desk.actors import whereabouts
from claimtrack.core.model import DONE, Status
from claimtrack.core.steps import Worded, set_status_step
from claimtrack.store import claims, clusters, same_claims
from claimtrack.store.file.connecting import file_of
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow import people

if TYPE_CHECKING:
    from claimtrack.store.same_claims import Taken


def warnings_if_taken(db: Database, claim_ids: Iterable[int], *, by: str | None) -> dict[int, Worded]:
    """Return a warning for each of these claims, which somebody (`by`) takes together, if another judged the same is not theirs."""
    found = same_claims.taken_elsewhere(db, claim_ids, apart_from=by, together=True)
    return {
        claim_id: _warn(claim_id, taken, is_done=claims.get(db, claim_id).status in DONE)
        for claim_id, taken in found.items()
    }


def warn_if_taken(
    db: Database, claim_id: int, *, by: str | None, together: Container[int] = ()
) -> Worded | None:
    """Return the warning of `warnings_if_taken` for one claim, which is taken `together` with others."""
    same = clusters.same_as(db, [claim_id]).get(claim_id, ()) if together else ()
    asked = [claim_id, *(one for one in same if one in together)]
    return warnings_if_taken(db, asked, by=by).get(claim_id)


def _warn(claim_id: int, taken: Taken, *, is_done: bool) -> Worded:
    place, who = whereabouts(taken.assignee, taken.status)
    place, first = (f"{place} {who}", f"speak to {who}") if who else (place, "look at that one")
    lead = f"claim {taken.claim_id} says the same and {place}: {first} before you begin"
    if is_done:  # such as parked: it is set aside already
        return Worded(lead)
    return Worded(f"{lead}, or set claim {claim_id} aside") + set_status_step(claim_id, Status.PARKED)


def take_if_free(db: Database, claim_id: int, *, actor: str | None) -> str | None:
    """Assign a claim that nobody has to whoever began work on it; return who that is, None if it was not assigned.

    Not to a name that is no user of a desk with users, such as that of a script, and no claim that is done.
    """
    with write_transaction(db, actor):
        claim = claims.get(db, claim_id)
        if actor is None or claim.assignee is not None or claim.status in DONE:
            return None
        user = people.resolve_user(file_of(db), actor)
        if user.unknown:
            return None
        claims.update(db, claim_id, assignee=user.name)
        return user.name
