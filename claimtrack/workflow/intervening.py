"""Interventions: requests to somebody to correct a claim or comment on it, and their outcome."""

from __future__ import annotations

from sqlite_utils import Database

from claimtrack.core.errors import InvalidValue
from claimtrack.core.model import Outcome, Purpose
from claimtrack.core.steps import terminal_only
from claimtrack.core.texts.cleaning import MAX_REQUEST, clean_name, clean_note, clean_url
from claimtrack.store import claims, interventions
from claimtrack.store.file.database import write_transaction
from claimtrack.workflow.days import clean_past_date, today


def ask(
    db: Database,
    claim_id: int,
    asked: str,
    request: str,
    *,
    asked_on: str,
    url: str | None = None,
    purpose: Purpose = Purpose.CORRECTION,
    actor: str | None,
) -> int:
    """Record that somebody was asked on that day to correct a claim or comment on it; return the id.

    `url` is where the claim was published. Raises NotFound, InvalidValue for an empty or far too long text, or a day in the future.
    """
    asked, request = clean_name(asked), clean_note(request, "request", MAX_REQUEST)
    if not asked or not request:
        raise InvalidValue("say whom you asked, and what for")
    with write_transaction(db, actor):
        claims.get(db, claim_id)
        return interventions.add(
            db,
            claim_id,
            purpose,
            asked=asked,
            request=request,
            asked_on=clean_past_date(asked_on),
            url=clean_url(url) if url else None,
        )


def close(
    db: Database,
    intervention_id: int,
    outcome: Outcome,
    *,
    outcome_on: str | None = None,
    note: str | None = None,
    actor: str | None,
) -> None:
    """Record the outcome of a request on that day, by default today; WAITING reopens it.

    Raises NotFound, InvalidValue for a day in the future or before the request.
    """
    waiting = outcome is Outcome.WAITING
    with write_transaction(db, actor):
        asked_on = interventions.asked_on(db, intervention_id)
        # Who asked may have done so where tomorrow has begun.
        day = clean_past_date(outcome_on) if outcome_on else max(today(), asked_on)
        if not waiting and day < asked_on:
            raise InvalidValue(
                f"intervention {intervention_id} was recorded for {asked_on}, so its outcome cannot be from {day}: give a later date"
                + terminal_only(
                    ", as in ",
                    f"claimtrack intervention close {intervention_id} {outcome} --date YYYY-MM-DD",
                )
            )
        interventions.set_outcome(
            db,
            intervention_id,
            outcome,
            outcome_on=None if waiting else day,
            note=clean_note(note or "") or None,
        )
