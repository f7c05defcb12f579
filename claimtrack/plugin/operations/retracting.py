"""Evidence that its publisher has retracted: the mark, which all evidence at its address has, and its removal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.texts.printable import numbered
from claimtrack.plugin import permissions
from claimtrack.plugin.fields import Field, Kind, Values, sent_text
from claimtrack.plugin.operations.undoing import undoable
from claimtrack.plugin.visit import Operation, Result, Visit
from claimtrack.workflow import retracting
from claimtrack.workflow.second_looks import due_notices

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.workflow.retracting import Retracted


def retract(db: Database, visit: Visit, values: Values) -> Result:
    """Mark the evidence as retracted."""
    done = retracting.retract(
        db,
        visit.ids["evidence_id"],
        retracted_on=sent_text(values, "retracted_on"),
        note=sent_text(values, "note"),
        actor=visit.actor,
    )
    told = [f"Marked as retracted on {done.retracted_on}{_elsewhere(done, ', also on')}."]
    if done.due:
        told.append(f"Due today, to be looked at again: {numbered('claim', done.due)}.")
    return _result(db, visit, done, told)


def restore(db: Database, visit: Visit, values: Values) -> Result:
    """Record that the evidence is not retracted after all."""
    done = retracting.restore(db, visit.ids["evidence_id"], actor=visit.actor)
    told = [f"No longer marked as retracted{_elsewhere(done, ', nor on')}.", *due_notices(done)]
    return _result(db, visit, done, told)


def _elsewhere(done: Retracted, lead: str) -> str:
    others = [one.claim_id for one in done.claims if one.claim_id != done.claim_id]
    return f"{lead} {numbered('claim', others)}" if others else ""


def _result(db: Database, visit: Visit, done: Retracted, told: list[str]) -> Result:
    data = {
        "claim_id": done.claim_id,
        "retracted_on": done.retracted_on,
        "claims": [one.claim_id for one in done.claims],
        **done.due_claims,
    }
    return undoable(db, visit, Result(" ".join(told), f"claim/{done.claim_id}", data=data), done.written)


_RETRACTION = (
    Field("retracted_on", "the date of the retraction, as YYYY-MM-DD; default: the one recorded, or today"),
    Field("note", "why, and who says so; for the desk only", Kind.TEXT),
)

OPERATIONS = (
    Operation(
        "evidence/{evidence_id}/retract",
        "Mark evidence as retracted by its publisher, on all claims that have its address",
        permissions.ANNOTATE,
        _RETRACTION,
        retract,
        None,
        changes=True,
        bare=True,
    ),
    Operation(
        "evidence/{evidence_id}/restore",
        "Record that evidence is not retracted after all",
        permissions.ANNOTATE,
        (),
        restore,
        None,
    ),
)
