"""Notes: what a person wrote on a claim."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from claimtrack.store.errors import translated

if TYPE_CHECKING:
    from sqlite_utils import Database


def add(db: Database, claim_id: int, body: str, *, author: str | None) -> int:
    """Write a note; the id."""
    with translated():
        added = db.execute(
            "insert into notes (claim_id, body, author) values (?, ?, ?)", [claim_id, body, author]
        )
    return int(added.lastrowid or 0)


def of_claim(db: Database, claim_id: int) -> list[dict[str, Any]]:
    """A claim's notes, oldest first."""
    return list(db.query("select * from notes where claim_id = ? order by id", [claim_id]))
