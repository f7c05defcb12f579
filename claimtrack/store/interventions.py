"""Interventions: whom the desk asked to correct what, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.core.errors import NotFound
from claimtrack.store.file.errors import translated

if TYPE_CHECKING:
    from sqlite_utils import Database

    from claimtrack.core.model import Outcome


def add(db: Database, claim_id: int, *, asked: str, request: str, asked_on: str, url: str | None) -> int:
    """Record a request; the id."""
    sql = "insert into interventions (claim_id, asked, request, asked_on, url) values (?, ?, ?, ?, ?)"
    with translated():
        return int(db.execute(sql, [claim_id, asked, request, asked_on, url]).lastrowid or 0)


def asked_on(db: Database, intervention_id: int) -> str:
    """The ISO date of the request. Raises NotFound."""
    row = db.execute("select asked_on from interventions where id = ?", [intervention_id]).fetchone()
    if row is None:
        raise NotFound(f"there is no intervention {intervention_id}: see `claimtrack intervention list`")
    return str(row[0])


def set_outcome(
    db: Database, intervention_id: int, outcome: Outcome, *, outcome_on: str | None, note: str | None
) -> None:
    """Record what came of a request."""
    sql = "update interventions set outcome = ?, outcome_on = ?, outcome_note = ? where id = ?"
    with translated():
        db.execute(sql, [outcome, outcome_on, note, intervention_id])


COLUMNS = (
    "id",
    "claim_id",
    "claim",
    "asked",
    "request",
    "asked_on",
    "outcome",
    "outcome_on",
    "outcome_note",
    "url",
)
"""Those of `listed`."""


def listed(db: Database, claim_id: int | None = None) -> list[dict[str, Any]]:
    """The requests, of one claim or all, those without an answer first, then the newest."""
    sql = f"""
        with requests as (
            select interventions.*, claims.text as claim from interventions join claims on claims.id = interventions.claim_id
        )
        select {", ".join(COLUMNS)} from requests
        where ? is null or claim_id = ?
        order by outcome <> 'waiting', asked_on desc, id desc
    """
    return list(db.query(sql, [claim_id, claim_id]))
