"""Interventions: requests to correct a claim or to comment on it, and their outcomes."""

from __future__ import annotations

from typing import Any

from sqlite_utils import Database

from claimtrack.core.model import Outcome, Purpose
from claimtrack.core.steps import SEE_REQUESTS
from claimtrack.store import rows

IS_OF_ANOTHER = "exists (select 1 from publishers where not is_desk and substr(request, -length(name) - 3) = ' (' || name || ')')"
"""Whether a request is another newsroom's, which came in with its desk: it ends in `signature` of its name."""


def signature(newsroom: str | None) -> str:
    """What a request of another newsroom ends in."""
    return f" ({newsroom})"


def add(
    db: Database, claim_id: int, purpose: Purpose, *, asked: str, request: str, asked_on: str, url: str | None
) -> int:
    """Record a request and return its id; the same request within minutes, still unanswered, is recorded once."""
    told = {"purpose": purpose, "asked": asked, "request": request, "asked_on": asked_on, "url": url}
    return rows.insert_once(db, "interventions", {"claim_id": claim_id, "outcome": Outcome.WAITING, **told})


def asked_on(db: Database, intervention_id: int) -> str:
    """Return the ISO date of the request. Raises NotFound."""
    row = rows.get(db, "interventions", intervention_id, "intervention", SEE_REQUESTS)
    return str(row["asked_on"])


def set_outcome(
    db: Database, intervention_id: int, outcome: Outcome, *, outcome_on: str | None, note: str | None
) -> None:
    """Record the outcome of a request."""
    told = {"outcome": outcome, "outcome_on": outcome_on, "outcome_note": note}
    rows.update(db, "interventions", intervention_id, told)


COLUMNS = (
    "id", "claim_id", "claim", "asked", "request", "asked_on", "outcome", "outcome_on", "outcome_note", "url", "purpose",
)  # fmt: skip
"""Columns of `list_all`."""


def list_all(
    db: Database, claim_id: int | None = None, *, intervention_id: int | None = None
) -> list[dict[str, Any]]:
    """Return the requests, unanswered ones first, then the newest: all, those about one claim, or only this one."""
    sql = f"""
        with requests as (
            select interventions.*, claims.text as claim from interventions join claims on claims.id = interventions.claim_id
        )
        select {", ".join(COLUMNS)} from requests
        where {"true" if claim_id is None else "claim_id = :claim"} and {"true" if intervention_id is None else "id = :id"}
        order by outcome <> 'waiting', asked_on desc, id desc
    """
    return list(db.query(sql, {"claim": claim_id, "id": intervention_id}))
