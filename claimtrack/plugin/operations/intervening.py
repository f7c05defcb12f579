"""Requests to others to correct a claim or to comment on it, and their outcomes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from claimtrack.core.errors import NotFound, Refused
from claimtrack.core.model import Outcome, Purpose
from claimtrack.plugin import permissions
from claimtrack.plugin.fields import Field, Kind, Values
from claimtrack.plugin.operations import about
from claimtrack.plugin.pages.claim import PAGE
from claimtrack.plugin.visit import Operation, Result, Undo, Visit
from claimtrack.store import interventions
from claimtrack.store.history_ranges import write_step
from claimtrack.store.reviews import signed
from claimtrack.workflow import intervening
from claimtrack.workflow.days import today

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.store.history_ranges import HistoryRange


def ask(db: Database, visit: Visit, values: Values) -> Result:
    """Record a request. Raises Refused for users who may not sign off once a verdict is signed: readers get the words, which nobody signs any more."""
    if permissions.SIGN_OFF not in visit.may and signed.is_signed(db, visit.ids["claim_id"]):
        raise Refused(
            "a verdict on this claim is signed, so readers get this request without a second person having read it: ask an editor to record it"
        )
    with write_step(db, visit.actor) as written:
        number = intervening.ask(
            db,
            visit.ids["claim_id"],
            values["asked"],
            values["request"],
            asked_on=values["asked_on"] or today(),
            url=values["url"],
            purpose=values["purpose"] or Purpose.CORRECTION,
            actor=visit.actor,
        )
        message = "Request recorded. You can record its outcome here later."
        return _request_result(visit, message, written(), number)


def close(db: Database, visit: Visit, values: Values) -> Result:
    """Record the outcome of a request."""
    number = visit.ids["intervention_id"]
    if all(row["id"] != number for row in interventions.list_all(db, visit.ids["claim_id"])):
        raise NotFound(f"claim {visit.ids['claim_id']} has no request {number}")
    outcome = values["outcome"]
    with write_step(db, visit.actor) as written:
        told = {name: values[name] for name in ("outcome_on", "note")}
        intervening.close(db, number, outcome, **told, actor=visit.actor)
        return _request_result(visit, f"Outcome: {outcome.replace('_', ' ')}.", written(), number)


def _request_result(visit: Visit, message: str, written: HistoryRange, number: int) -> Result:
    undo = Undo.changes(written, visit.claim_page)
    return Result(message, f"{visit.claim_page}#interventions", undo, {"intervention_id": number})


_ASK = (
    Field("asked", "whom you asked", required=True),
    Field(
        "request", "what you asked for; readers see it once the claim is published", Kind.TEXT, required=True
    ),
    Field("asked_on", "the date you asked, as YYYY-MM-DD; default: today"),
    Field("purpose", "what you asked for; default: a correction", choices=Purpose),
    Field("url", "the web address of the claim as it stands"),
)
_CLOSE = (
    Field("outcome", "the outcome; waiting reopens the request", required=True, choices=Outcome),
    Field("outcome_on", "the date of the outcome, as YYYY-MM-DD; default: today"),
    Field("note", "details, for the desk only", Kind.TEXT),
)
_CLAIM = "claim/{claim_id}"
_MAY = permissions.ANNOTATE

OPERATIONS = (
    Operation(
        f"{_CLAIM}/ask",
        "Record a request to correct a claim or to comment on it",
        _MAY,
        _ASK,
        ask,
        PAGE,
        about=None,
    ),
    Operation(
        f"{_CLAIM}/intervention/{{intervention_id}}/close",
        "Record the outcome of a request",
        _MAY,
        _CLOSE,
        close,
        PAGE,
        about=about.request,
    ),
)
