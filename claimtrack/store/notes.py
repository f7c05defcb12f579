"""Notes: what a person wrote on a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.core.steps import SEE_NOTES
from claimtrack.store import rows

if TYPE_CHECKING:
    from sqlite_utils import Database


def add(db: Database, claim_id: int, body: str, *, author: str | None) -> int:
    """Insert a note and return its id."""
    return rows.insert(db, "notes", {"claim_id": claim_id, "body": body, "author": author})


def add_once(db: Database, claim_id: int, body: str, *, author: str | None) -> int:
    """Insert a note, unless its author has written the same in the last minutes; return its id."""
    return rows.insert_once(db, "notes", {"claim_id": claim_id, "body": body, "author": author})


def get(db: Database, note_id: int) -> dict[str, Any]:
    """Return the note. Raises NotFound."""
    return rows.get(db, "notes", note_id, "note", SEE_NOTES)


def remove(db: Database, note_id: int) -> None:
    """Delete a note; history keeps its text."""
    rows.delete(db, "notes", note_id)


def of_claim(db: Database, claim_id: int) -> list[dict[str, Any]]:
    """Return a claim's notes, oldest first."""
    # The columns are named, so that one that another program renamed fails here, not where the note is printed.
    sql = "select id, claim_id, body, author, created_at from notes where claim_id = ? order by id"
    return list(db.query(sql, [claim_id]))
