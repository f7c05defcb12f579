"""Notes: what a person wrote on a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.core.steps import SEE_NOTES
from claimtrack.store import rows

if TYPE_CHECKING:
    from sqlite_utils import Database


def add(db: Database, claim_id: int, body: str, *, author: str | None) -> int:
    """Write a note; the id."""
    return rows.insert(db, "notes", {"claim_id": claim_id, "body": body, "author": author})


def add_once(db: Database, claim_id: int, body: str, *, author: str | None) -> int:
    """Write a note, unless its author has written it in the last minutes; the id."""
    return rows.insert_once(db, "notes", {"claim_id": claim_id, "body": body, "author": author})


def get(db: Database, note_id: int) -> dict[str, Any]:
    """The note. Raises NotFound."""
    return rows.get(db, "notes", note_id, "note", SEE_NOTES)


def remove(db: Database, note_id: int) -> None:
    """Delete a note; history keeps what it said."""
    rows.delete(db, "notes", note_id)


def of_claim(db: Database, claim_id: int) -> list[dict[str, Any]]:
    """A claim's notes, oldest first."""
    # A column that another program renamed is missed here, not where the note is printed.
    sql = "select id, claim_id, body, author, created_at from notes where claim_id = ? order by id"
    return list(db.query(sql, [claim_id]))
